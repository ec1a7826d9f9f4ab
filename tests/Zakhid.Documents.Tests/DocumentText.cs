using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zakhid.Documents.Tests;

/// <summary>A document as JSON that a person can compare: defaults left out, one block or cell a line.</summary>
static class DocumentText
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Document document)
    {
        var lines = new List<string>();
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph) lines.Add("  " + Json(Of(paragraph)));
            if (block is not Table table) continue;
            lines.Add("  " + Json(new Dictionary<string, object> { ["table"] = table.Place.Table!, ["columns"] = table.Columns }));
            foreach (var row in table.Rows)
            {
                lines.Add("    " + Json(new Dictionary<string, object> { ["row"] = row.Place.Row!, ["header"] = row.IsHeader }));
                lines.AddRange(row.Cells.Select(cell => "      " + Json(Of(cell))));
            }
        }
        var remarks = document.Remarks.Select(r => Json($"{r.Code}: {r.Text}"));
        return $"{{\"format\": \"{document.Format}\", \"remarks\": [{string.Join(", ", remarks)}], \"blocks\": [\n{string.Join(",\n", lines)}\n]}}\n";
    }

    static Dictionary<string, object> Of(Paragraph paragraph)
    {
        var shown = new Dictionary<string, object>();
        if (paragraph.Place.Paragraph is { } number) shown["p"] = number;
        shown["text"] = paragraph.Text;
        if (paragraph.ListLabel is { } label) shown["label"] = label;
        if (paragraph.OutlineLevel is { } level) shown["outline"] = level;
        if (paragraph.Alignment != Alignment.Start) shown["align"] = paragraph.Alignment.ToString();
        if (paragraph.Bold) shown["bold"] = true;
        if (paragraph.PageBreakBefore) shown["page"] = true;
        if (paragraph.Place is { Table: null, Box: not null }) shown["at"] = At(paragraph.Place);
        return shown;
    }

    static Dictionary<string, object> Of(Cell cell)
    {
        var shown = new Dictionary<string, object> { ["cell"] = cell.Place.Cell! };
        if (cell.ColumnSpan > 1) shown["across"] = cell.ColumnSpan;
        if (cell.RowSpan > 1) shown["down"] = cell.RowSpan;
        if (cell.Place.Box is not null) shown["at"] = At(cell.Place);
        shown["text"] = cell.Paragraphs.Select(Of).ToArray();
        return shown;
    }

    /// <summary>Page and box, in whole points.</summary>
    static int[] At(Place place) => [place.Page!.Value, (int)Math.Round(place.Box!.Left), (int)Math.Round(place.Box.Top), (int)Math.Round(place.Box.Width), (int)Math.Round(place.Box.Height)];

    static string Json(object value) => JsonSerializer.Serialize(value, Plain);
}
