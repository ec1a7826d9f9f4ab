using Zakhid.Amendments;
using Zakhid.Documents.Reading;
using Zakhid.Text;

namespace Zakhid.Documents.Amendments;

/// <summary>The items of an amending act or of its annex of changes, each with the new wording that stands behind it.</summary>
sealed record AmendingText(IReadOnlyList<AmendingItem> Items, IReadOnlyList<NewWording?> Wordings)
{
    public static AmendingText Of(IReadOnlyList<Piece> pieces, int first, int end, IReadOnlyList<NewWording> wordings)
    {
        var items = new List<AmendingItem>();
        var behind = new List<NewWording?>();
        for (var i = first; i < end;)
        {
            if (wordings.FirstOrDefault(w => w.First == i) is { } wording)
            {
                if (items.Count > 0)
                {
                    items[^1] = items[^1] with { HasWording = true };
                    behind[^1] ??= wording;
                }
                i += wording.Count;
                continue;
            }
            if (pieces[i++] is not LinePiece { Line: var line }) continue;
            var (number, text) = Numbered(line);
            if (text.Trim(' ', ';', '.', ',', '»', '"').Length == 0) continue;
            if (number is null && items.Count > 0 && behind[^1] is null && !IsEnded(items[^1].Text)) items[^1] = items[^1] with { Text = Printed.Mend(items[^1].Text + "\n" + text) };
            else
            {
                items.Add(new(number, text, line.Place));
                behind.Add(null);
            }
        }
        return new(items, behind);
    }

    static bool IsEnded(string text) => text[^1] is ';' or '.' or ':';

    /// <summary>«1.», «2)», «а)», «–» and the text behind it.</summary>
    static (string? Number, string Text) Numbered(Line line)
    {
        var text = line.Label is null ? line.Text : $"{line.Label} {line.Text}";
        if (Shapes.NumberStart(text) is { } start && PrintedDate.At(line.Tokens, 0) is null) return (text[..start.Length].Trim().TrimEnd('.'), text[start.Length..]);
        if (text.Length > 3 && char.IsLetter(text[0]) && text[1] == ')') return (text[..2], text[2..].TrimStart());
        return text[0] is '-' or '–' or '—' or '•' ? (text[..1], text[1..].TrimStart()) : (null, text);
    }
}
