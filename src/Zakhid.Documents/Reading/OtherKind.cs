using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>What a file without an act seems to be, when it is no plan: a letter, a report, minutes, news.</summary>
static class OtherKind
{
    public static string? Of(List<Piece> before, bool hasPlan)
    {
        var lines = before.OfType<LinePiece>().Select(p => p.Line).ToList();
        foreach (var line in lines.Take(14))
        {
            if (line.Text.Length > 140 || Titles.KindOfOther(line.Text) is not { } kind) continue;
            if (line.IsCapitals || line.Centred || line.Bold || line.Tokens.Count <= 4 || line.Blanks > 0 || line == lines[0]) return kind;
        }
        if (hasPlan) return null;
        foreach (var line in lines.Take(40))
        {
            if (line.Tokens.Count == 0) continue;
            if (line.Folded.StartsWith("читайте також", StringComparison.Ordinal) || line.Folded.StartsWith("поділитися", StringComparison.Ordinal) || line.Folded.StartsWith("підписуйтес", StringComparison.Ordinal)) return "новина";
            if (line.Tokens[0].Text is "запрошуємо") return "запрошення";
            if (Headings.StartsAny(line.Tokens[0].Text, "шановн", "вельмишановн") || line.Folded.StartsWith("на ваш ", StringComparison.Ordinal) || line.Folded.StartsWith("на №", StringComparison.Ordinal) || line.Folded.Contains("з повагою", StringComparison.Ordinal) || line.Tokens.Any(t => t.Text == "просимо")) return "лист";
        }
        return null;
    }
}
