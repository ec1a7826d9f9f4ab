using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// Requisites given as a card over the table of a sheet: a label and its value side by side («Номер акта | 464»), as the
/// template of Zakhid and many forms have them.
/// </summary>
sealed class ActCard
{
    enum Field { Issuer, Kind, Number, Date, Title, Signatory, Control }

    readonly Dictionary<Field, (string Value, Place Place)> _values = [];

    /// <summary>Whether a cell is the label of a requisite; its value then stands beside it.</summary>
    public static bool IsLabel(string text) => FieldOf(text) is not null;

    /// <summary>Takes the card away from the pieces before the first table; null where there is none.</summary>
    public static Act? Take(List<Piece> pieces, ReadingNotes notes)
    {
        var head = pieces.TakeWhile(p => p is LinePiece).Cast<LinePiece>().Where(p => p.Line.Place.Sheet is not null).ToList();
        var card = new ActCard();
        var labels = new List<(LinePiece Piece, Field Field)>();
        foreach (var piece in head)
        {
            var cut = piece.Line.Raw.IndexOf('\t');
            if (FieldOf(cut < 0 ? piece.Line.Raw : piece.Line.Raw[..cut]) is not { } field) continue;
            labels.Add((piece, field));
            var value = cut < 0 ? "" : Printed.Mend(piece.Line.Raw[(cut + 1)..].Replace('\t', ' '));
            if (value.Length > 0) card._values.TryAdd(field, (value, piece.Line.Place));
        }
        if (labels.Select(l => l.Field).Distinct().Count() < 3) return null;
        pieces.RemoveAll(p => labels.Exists(l => l.Piece == p));
        return card.Act(notes);
    }

    Act Act(ReadingNotes notes)
    {
        var dated = Value(Field.Date) is { } date ? PrintedDate.All(Token.Cut(date)).Select(d => d.Date).FirstOrDefault(d => d is not null) : null;
        var number = Value(Field.Number)?.TrimStart('№', 'N', ' ', '°').Trim();
        Note(Field.Issuer, "authority");
        Note(Field.Kind, "kind");
        Note(Field.Number, "number");
        Note(Field.Date, "date");
        Note(Field.Title, "title");
        Note(Field.Signatory, "signatory");
        Note(Field.Control, "control/0");
        return new()
        {
            Issuer = Value(Field.Issuer),
            Kind = Value(Field.Kind) is { } kind ? Folding.Collapse(kind).ToLowerInvariant() : "план заходів",
            Number = string.IsNullOrEmpty(number) ? null : number,
            Date = dated,
            Title = Value(Field.Title)?.TrimEnd('.'),
            Signatory = Value(Field.Signatory),
            IsDraft = dated is null || string.IsNullOrEmpty(number),
            Control = Value(Field.Control) is { } control ? [control] : [],
        };

        void Note(Field field, string name) { if (_values.TryGetValue(field, out var found)) notes.At("/act/" + name, found.Place); }
    }

    string? Value(Field field) => _values.TryGetValue(field, out var found) ? found.Value : null;

    /// <summary>A label is a few words that name one requisite of an act, perhaps with a colon.</summary>
    static Field? FieldOf(string text)
    {
        if (text.Length is < 3 or > 60) return null;
        var tokens = Token.Cut(text.TrimEnd(':', ' '));
        if (tokens.Count is 0 or > 6 || tokens.Any(t => t.Kind == TokenKind.Number)) return null;
        bool Has(params ReadOnlySpan<string> stems) { foreach (var t in tokens) if (t.Kind == TokenKind.Word && Headings.StartsAny(t.Text, stems)) return true; return false; }

        var act = Has("акт", "документ", "розпорядж", "рішен", "наказ", "постанов");
        var first = tokens[0].Text;
        return first switch
        {
            "видавник" or "установа" => Field.Issuer,
            "орган" when tokens.Count == 1 || Has("видав", "затверд", "влад") => Field.Issuer,
            "вид" when act => Field.Kind,
            "номер" or "№" when act && !Has("захо") => Field.Number,
            "дата" when act || tokens.Count == 1 => Field.Date,
            "назва" or "заголовок" when act => Field.Title,
            "підписав" or "підписала" or "підписант" => Field.Signatory,
            "хто" when Has("підпис") => Field.Signatory,
            "контроль" when tokens.Count == 1 || Has("виконан") => Field.Control,
            "хто" when Has("контрол") => Field.Control,
            _ => null,
        };
    }
}
