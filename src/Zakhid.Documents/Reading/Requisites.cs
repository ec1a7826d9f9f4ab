using Zakhid.Clauses;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>The date and number of an act, found in lines that hold little else; blanks in their place mean a draft.</summary>
sealed class Requisites
{
    public DateOnly? Date { get; private set; }
    public string? Number { get; private set; }
    public Place? DatePlace { get; private set; }
    public Place? NumberPlace { get; private set; }
    /// <summary>«від ______», «№ ___», «« » 2019 р.»: left to be filled in.</summary>
    public bool BlankDate { get; private set; }
    public bool BlankNumber { get; private set; }
    public Place? BlankPlace { get; private set; }

    public bool IsEmpty => Date is null && Number is null;

    public static Requisites In(IEnumerable<Line> lines)
    {
        var found = new Requisites();
        foreach (var line in lines)
        {
            if (line.Text.Length > 160 || IsAside(line)) continue;
            var tokens = line.Tokens;
            found.ReadBlanks(line);
            if (found.Date is null)
                foreach (var date in PrintedDate.All(tokens))
                    if (date.Date is { } day) { (found.Date, found.DatePlace) = (day, line.Place); break; }
            for (var i = 0; i < tokens.Count && found.Number is null; i++)
                if (NumberAt(line.Text, tokens, i) is { } number) (found.Number, found.NumberPlace) = (number, line.Place);
        }
        if (found.Number is null) found.ReadBare(lines);
        return found;
    }

    /// <summary>«(протокол від … № …)», «(у редакції рішення від …)»: another paper's requisites; «Опубліковано …»: a page's.</summary>
    static bool IsAside(Line line) => line.Tokens.Count > 0 && Headings.StartsAny(line.Tokens[0].Text, "опублік", "оприлюдн", "оновлен", "розміщен", "створен", "перегляд") || line.Text[0] == '(' && line.Text.TrimEnd('.', ',') is [.., ')'];

    /// <summary>The number behind its sign, not that of a clause or annex of another act.</summary>
    static string? NumberAt(string text, IReadOnlyList<Token> tokens, int at)
    {
        if (!(tokens[at].Is("№") || tokens[at].Text is "n")) return null;
        // «Рівнянський ліцей № 4»: the number of an institution.
        if (at > 0 && (Headings.StartsAny(tokens[at - 1].Text, "додат", "пункт", "садок", "ясла", "зош", "здо", "днз") || Shapes.IsBody(tokens[at - 1].Text))) return null;
        // «№_411_»: written over the rule of a form.
        return PrintedNumber.At(text, at, tokens)?.Trim('_');
    }

    /// <summary>«13.08.2020      Житомир      464-р»: a number without its sign beside the date.</summary>
    void ReadBare(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            if (DatePlace is null || line.Place != DatePlace || line.Text.Length > 80 || PrintedDate.All(line.Tokens).Count == 0) continue;
            var words = line.Text.Split(' ', '\t');
            var last = words[^1];
            if (last.Length <= 12 && last.Any(char.IsAsciiDigit) && !last.Contains('.') && !(last.Length == 4 && last[0] == '2') && PrintedDate.All(Token.Cut(last)).Count == 0 && last.All(c => char.IsLetterOrDigit(c) || c is '-' or '/'))
                (Number, NumberPlace) = (last, line.Place);
        }
    }

    void ReadBlanks(Line line)
    {
        var text = line.Raw;
        if (text.Contains('№') && text[(text.IndexOf('№') + 1)..].Trim() is var rest && (rest.Length == 0 || rest.StartsWith("__", StringComparison.Ordinal) || rest.StartsWith("..", StringComparison.Ordinal)) && line.Text.Length < 80 && !line.Folded.Contains("з/п", StringComparison.Ordinal)) { BlankNumber = true; BlankPlace ??= line.Place; }
        var folded = line.Folded;
        var hollow = folded.Contains("\" \"", StringComparison.Ordinal) || folded.Contains("\"\"", StringComparison.Ordinal) || folded.Contains("\"_", StringComparison.Ordinal) || folded.Contains("\" _", StringComparison.Ordinal);
        if ((folded.StartsWith("від _", StringComparison.Ordinal) || folded.StartsWith("від №", StringComparison.Ordinal) || folded.Contains(" від _", StringComparison.Ordinal) || folded.StartsWith("___", StringComparison.Ordinal) && (folded.Contains("20", StringComparison.Ordinal) || folded.Contains('№')) || hollow) && line.Text.Length < 100) { BlankDate = true; BlankPlace ??= line.Place; }
    }
}
