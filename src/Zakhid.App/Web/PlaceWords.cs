using System.Globalization;

namespace Zakhid.App.Web;

/// Where in a file something was read, in the words of the program that shows that file.
static class PlaceWords
{
    public static string? Of(Place? place, bool english)
    {
        if (place is null) return null;
        string Say(string ukrainian, string inEnglish) => english ? inEnglish : ukrainian;
        var parts = new List<string>();
        void Part(string ukrainian, string inEnglish, int? number) { if (number is { } n) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Say(ukrainian, inEnglish)} {n}")); }

        if (place.Sheet is { } sheet)
        {
            parts.Add($"{Say("аркуш", "sheet")} «{sheet.Name}»");
            Part("рядок", "row", sheet.Row);
            if (sheet.Letters() is { } letters) parts.Add($"{Say("стовпець", "column")} {letters}");
            return string.Join(", ", parts);
        }
        Part("сторінка", "page", place.Page);
        Part("абзац", "paragraph", place.Paragraph);
        Part("таблиця", "table", place.Table);
        Part("рядок", "row", place.Row);
        Part("стовпець", "column", place.Cell);
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }
}
