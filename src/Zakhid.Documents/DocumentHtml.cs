using System.Collections.Frozen;
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
public sealed class DocumentHtml
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    static readonly FrozenDictionary<string, PlaceLink> NoLinks = FrozenDictionary<string, PlaceLink>.Empty;

    readonly StringBuilder _html = new();
    readonly IReadOnlyDictionary<string, PlaceLink> _links;

    DocumentHtml(IReadOnlyDictionary<string, PlaceLink> links) => _links = links;

    /// <param name="document">Whole, or an excerpt.</param>
    /// <param name="links">Id of a place → where its reading is shown; null: none.</param>
    public static string Of(Document document, IReadOnlyDictionary<string, PlaceLink>? links = null)
    {
        var html = new DocumentHtml(links ?? NoLinks);
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph) html.Write(paragraph, Id(paragraph.Place));
            else if (block is Table table) html.Write(table);
        }
        return html._html.ToString();
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

    void Write(Paragraph paragraph, string? id)
    {
        if (paragraph.IsBlank) return;
        var tag = id is not null && paragraph.OutlineLevel is { } level ? $"h{Math.Clamp(level + 2, 3, 6)}" : "p";
        _html.Append('<').Append(tag);
        if (id is not null) _html.Append(" id=\"").Append(id).Append('"');
        var look = Look(paragraph);
        if (look.Length > 0) _html.Append(" class=\"").Append(look).Append('"');
        _html.Append('>');
        Link(id);
        if (paragraph.ListLabel is { } label) _html.Append("<span class=\"label\">").Append(Encoder.Encode(label)).Append("</span> ");
        _html.Append(Text(paragraph.Text));
        _html.Append("</").Append(tag).Append(">\n");
    }

    /// <summary>The way back, from the place to what was read there; not on the tabulator's way, for there are hundreds.</summary>
    void Link(string? id)
    {
        if (id is not null && _links.TryGetValue(id, out var link))
            _html.Append("<a class=\"back-to\" tabindex=\"-1\" href=\"#").Append(Encoder.Encode(link.Anchor)).Append("\">").Append(Encoder.Encode(link.Label)).Append("</a>");
    }

    static string Look(Paragraph paragraph)
    {
        var side = paragraph.Alignment switch { Alignment.Center => "center", Alignment.End => "end", Alignment.Justify => "justify", _ => "" };
        var words = new[] { side, paragraph.Bold ? "bold" : "", paragraph.PageBreakBefore ? "page" : "" };
        return string.Join(' ', words.Where(w => w.Length > 0));
    }

    void Write(Table table)
    {
        _html.Append("<table id=\"").Append(Id(table.Place)).Append("\">\n");
        if (table.Place.Sheet is { } sheet) _html.Append("<caption>").Append(Encoder.Encode(sheet.Name)).Append("</caption>\n");
        var heading = table.Rows.TakeWhile(r => r.IsHeader).Count();
        if (heading > 0) _html.Append("<thead>\n");
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (i == heading) _html.Append(heading > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n");
            Write(table, table.Rows[i], i, i < heading ? heading : table.Rows.Count, i < heading);
        }
        _html.Append(heading == table.Rows.Count ? "</thead>\n</table>\n" : "</tbody>\n</table>\n");
    }

    void Write(Table table, Row row, int index, int endOfGroup, bool heading)
    {
        _html.Append("<tr id=\"").Append(Id(row.Place)).Append("\">");
        var column = 0;
        foreach (var cell in row.Cells)
        {
            Gap(table, index, column, cell.Column);
            // A heading that says nothing is no heading.
            var tag = heading && cell.Paragraphs.Any(p => !p.IsBlank) ? "th" : "td";
            _html.Append('<').Append(tag).Append(" id=\"").Append(Id(cell.Place)).Append('"');
            if (cell.ColumnSpan > 1) _html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
            var down = Math.Min(cell.RowSpan, endOfGroup - index);
            if (down > 1) _html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{down}\"");
            _html.Append('>');
            Link(Id(cell.Place));
            foreach (var paragraph in cell.Paragraphs) Write(paragraph, id: null);
            _html.Append("</").Append(tag).Append('>');
            column = cell.Column + cell.ColumnSpan;
        }
        _html.Append("</tr>\n");
    }

    /// <summary>Columns that the row does not have at all (not those that a merged cell above it covers).</summary>
    void Gap(Table table, int row, int from, int to)
    {
        var missing = 0;
        for (var column = from; column < to; column++) if (table.At(row, column) is null) missing++;
        if (missing > 0) _html.Append(CultureInfo.InvariantCulture, $"<td class=\"none\" colspan=\"{missing}\"></td>");
    }

    /// <summary>A tab is shown as a wide blank, a line break as one.</summary>
    static string Text(string text) => Encoder.Encode(text.Trim(' ')).Replace("&#xA;", "<br>").Replace("&#x9;", "<span class=\"tab\"> </span>");
}

/// <summary>A link from a place of the document to an anchor of the page («f3-term_text»), and what it is called («Захід 3: строк»).</summary>
public sealed record PlaceLink(string Anchor, string Label);
