using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Zakhid.Documents;

/// <summary>
/// A document as plain HTML for the page that shows a file beside its reading. Every paragraph, table, row and cell has
/// the id of its place («p12», «t2», «t2r3», «t2r3c4»), so that the place of a field can be linked to and shown. Nothing
/// of the file but its text gets through: no style, address, picture or script.
/// </summary>
public static class DocumentHtml
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Document document)
    {
        var html = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph) Write(html, paragraph, Id(paragraph.Place));
            else if (block is Table table) Write(html, table);
        }
        return html.ToString();
    }

    /// <summary>The id of the element that shows a place; for a cell that is covered by a merged one ask its table first.</summary>
    public static string? Id(Place? place) => place switch
    {
        { Table: { } table, Row: { } row, Cell: { } cell } => string.Create(CultureInfo.InvariantCulture, $"t{table}r{row}c{cell}"),
        { Table: { } table, Row: { } row } => string.Create(CultureInfo.InvariantCulture, $"t{table}r{row}"),
        { Table: { } table } => string.Create(CultureInfo.InvariantCulture, $"t{table}"),
        { Paragraph: { } paragraph } => string.Create(CultureInfo.InvariantCulture, $"p{paragraph}"),
        _ => null,
    };

    static void Write(StringBuilder html, Paragraph paragraph, string? id)
    {
        if (paragraph.IsBlank) return;
        var tag = id is not null && paragraph.OutlineLevel is { } level ? $"h{Math.Clamp(level + 2, 3, 6)}" : "p";
        html.Append('<').Append(tag);
        if (id is not null) html.Append(" id=\"").Append(id).Append('"');
        var look = Look(paragraph);
        if (look.Length > 0) html.Append(" class=\"").Append(look).Append('"');
        html.Append('>');
        if (paragraph.ListLabel is { } label) html.Append("<span class=\"label\">").Append(Encoder.Encode(label)).Append("</span> ");
        html.Append(Text(paragraph.Text));
        html.Append("</").Append(tag).Append(">\n");
    }

    static string Look(Paragraph paragraph)
    {
        var side = paragraph.Alignment switch { Alignment.Center => "center", Alignment.End => "end", Alignment.Justify => "justify", _ => "" };
        var words = new[] { side, paragraph.Bold ? "bold" : "", paragraph.PageBreakBefore ? "page" : "" };
        return string.Join(' ', words.Where(w => w.Length > 0));
    }

    static void Write(StringBuilder html, Table table)
    {
        html.Append("<table id=\"").Append(Id(table.Place)).Append("\">\n");
        var heading = table.Rows.TakeWhile(r => r.IsHeader).Count();
        if (heading > 0) html.Append("<thead>\n");
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (i == heading) html.Append(heading > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n");
            Write(html, table, table.Rows[i], i, i < heading ? heading : table.Rows.Count, i < heading ? "th" : "td");
        }
        html.Append(heading == table.Rows.Count ? "</thead>\n</table>\n" : "</tbody>\n</table>\n");
    }

    static void Write(StringBuilder html, Table table, Row row, int index, int endOfGroup, string tag)
    {
        html.Append("<tr id=\"").Append(Id(row.Place)).Append("\">");
        var column = 0;
        foreach (var cell in row.Cells)
        {
            Gap(html, table, index, column, cell.Column);
            html.Append('<').Append(tag).Append(" id=\"").Append(Id(cell.Place)).Append('"');
            if (cell.ColumnSpan > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
            var down = Math.Min(cell.RowSpan, endOfGroup - index);
            if (down > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{down}\"");
            html.Append('>');
            foreach (var paragraph in cell.Paragraphs) Write(html, paragraph, id: null);
            html.Append("</").Append(tag).Append('>');
            column = cell.Column + cell.ColumnSpan;
        }
        html.Append("</tr>\n");
    }

    /// <summary>Columns that the row does not have at all (not those that a merged cell above it covers).</summary>
    static void Gap(StringBuilder html, Table table, int row, int from, int to)
    {
        var missing = 0;
        for (var column = from; column < to; column++) if (table.At(row, column) is null) missing++;
        if (missing > 0) html.Append(CultureInfo.InvariantCulture, $"<td class=\"none\" colspan=\"{missing}\"></td>");
    }

    /// <summary>A tab is shown as a wide blank, a line break as one.</summary>
    static string Text(string text) => Encoder.Encode(text.Trim(' ')).Replace("&#xA;", "<br>").Replace("&#x9;", "<span class=\"tab\"> </span>");
}
