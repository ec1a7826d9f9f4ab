using System.Net;
using System.Text;
using Zakhid.Documents.Tests.Odt;

namespace Zakhid.Documents.Tests.Layouts.Formats;

/// <summary>Writes a document as LibreOffice saves a text.</summary>
static class OdtPaper
{
    public static byte[] Of(Document document) => Written(document) is var (body, automatic, styles) ? OdtFile.Of(body, automatic, styles) : [];

    public static byte[] Flat(Document document) => Written(document) is var (body, automatic, styles) ? OdtFile.Flat(body, automatic, styles) : [];

    static (string Body, string Automatic, string Styles) Written(Document document)
    {
        var body = new StringBuilder();
        var lists = new StringBuilder();
        foreach (var block in document.Blocks)
            if (block is Paragraph paragraph) body.Append(Of(paragraph, lists));
            else if (block is Table table) body.Append(Of(table, lists));
        return (body.ToString(), Styles() + lists, OdtFile.Style("Bold", "<style:text-properties fo:font-weight=\"bold\"/>", "text", ""));
    }

    static string Styles() => string.Concat(from side in new[] { "start", "center", "end", "justify" }
                                            from page in new[] { false, true }
                                            select OdtFile.Style(Name(side, page), $"<style:paragraph-properties fo:text-align=\"{side}\"{(page ? " fo:break-before=\"page\"" : "")}/>"));

    static string Name(string side, bool page) => "P" + side + (page ? "1" : "");

    static string Of(Paragraph paragraph, StringBuilder lists)
    {
        var side = paragraph.Alignment switch { Alignment.Center => "center", Alignment.End => "end", Alignment.Justify => "justify", _ => "start" };
        var text = Runs(paragraph.Text);
        var written = OdtFile.P(paragraph.Bold ? $"<text:span text:style-name=\"Bold\">{text}</text:span>" : text, Name(side, paragraph.PageBreakBefore));
        if (paragraph.ListLabel is not { } label) return written;
        var list = $"L{lists.Length}";
        lists.Append($"<text:list-style style:name=\"{list}\"><text:list-level-style-number text:level=\"1\" style:num-suffix=\"{label.TrimStart("0123456789".ToCharArray())}\" style:num-format=\"1\" text:start-value=\"{label.TrimEnd('.')}\"/></text:list-style>");
        return $"<text:list text:style-name=\"{list}\"><text:list-item>{written}</text:list-item></text:list>";
    }

    static string Runs(string text)
    {
        var runs = new StringBuilder(WebUtility.HtmlEncode(text)).Replace("\n", "<text:line-break/>").Replace("\t", "<text:tab/>").ToString();
        return System.Text.RegularExpressions.Regex.Replace(runs, "^ +|(?<= ) +", m => $"<text:s text:c=\"{m.Length}\"/>");
    }

    static string Of(Table table, StringBuilder lists)
    {
        var rows = new StringBuilder($"<table:table><table:table-column table:number-columns-repeated=\"{table.Columns}\"/>");
        for (var r = 0; r < table.Rows.Count; r++)
        {
            rows.Append(table.Rows[r].IsHeader ? "<table:table-header-rows>" : "").Append("<table:table-row>");
            for (var c = 0; c < table.Columns; c++)
            {
                var cell = table.Rows[r].Cells.SingleOrDefault(x => x.Column == c);
                if (cell is not null) rows.Append($"<table:table-cell table:number-columns-spanned=\"{cell.ColumnSpan}\" table:number-rows-spanned=\"{cell.RowSpan}\">{string.Concat(cell.Paragraphs.Select(p => Of(p, lists)))}</table:table-cell>");
                else if (table.At(r, c) is not null) rows.Append("<table:covered-table-cell/>");
            }
            rows.Append("</table:table-row>").Append(table.Rows[r].IsHeader ? "</table:table-header-rows>" : "");
        }
        return rows.Append("</table:table>").ToString();
    }
}
