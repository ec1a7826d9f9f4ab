using System.Net;
using System.Text;

namespace Zakhid.Documents.Tests.Layouts.Formats;

/// <summary>Writes a document as Word saves a page.</summary>
static class HtmlPaper
{
    public static string Of(Document document)
    {
        var page = new StringBuilder("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\r\n<head>\r\n<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">\r\n<style>\r\n<!--\r\n p.MsoNormal, li.MsoNormal\r\n\t{margin:0cm;}\r\n.right {text-align:right}\r\n-->\r\n</style>\r\n</head>\r\n<body lang=UK>\r\n<div class=WordSection1>\r\n");
        foreach (var block in document.Blocks)
            if (block is Paragraph paragraph) page.Append(Of(paragraph));
            else if (block is Table table) page.Append(Of(table));
        return page.Append("</div>\r\n</body>\r\n</html>\r\n").ToString();
    }

    static string Of(Paragraph paragraph)
    {
        var align = paragraph.Alignment switch { Alignment.Center => " align=center", Alignment.Justify => " style='text-align:justify'", _ => "" };
        var look = paragraph.Alignment == Alignment.End ? "right" : "MsoNormal";
        var before = paragraph.PageBreakBefore ? "<span lang=UK><br clear=all style='page-break-before:always'></span>\r\n" : "";
        var label = paragraph.ListLabel is { } sign ? $"<![if !supportLists]><span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>" : "";
        var text = paragraph.Text.Length == 0 ? "<o:p>&nbsp;</o:p>" : Runs(paragraph.Text);
        return $"{before}<p class={look}{align}>{label}{(paragraph.Bold ? $"<b>{text}</b>" : $"<span lang=UK>{text}</span>")}</p>\r\n";
    }

    /// <summary>Blanks beyond one are non-breaking, long texts are broken over lines of the source.</summary>
    static string Runs(string text) => WebUtility.HtmlEncode(text).Replace("  ", " \u00A0").Replace("\u00A0 ", "\u00A0\u00A0").Replace(", ", ",\r\n", StringComparison.Ordinal)
        .Replace("\n", "<br>\r\n").Replace(",\r<br>", ",").Replace("\t", "<span style='mso-tab-count:1'>          </span>").Replace("\u00A0", "&nbsp;");

    static string Of(Table table)
    {
        var rows = new StringBuilder("<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>\r\n");
        foreach (var row in table.Rows)
        {
            rows.Append(row.IsHeader ? " <thead><tr>\r\n" : " <tr>\r\n");
            foreach (var cell in row.Cells)
                rows.Append($"  <td width=120{(cell.ColumnSpan > 1 ? $" colspan={cell.ColumnSpan}" : "")}{(cell.RowSpan > 1 ? $" rowspan={cell.RowSpan}" : "")} valign=top>\r\n  {string.Concat(cell.Paragraphs.Select(Of))}  </td>\r\n");
            rows.Append(row.IsHeader ? " </tr></thead>\r\n" : " </tr>\r\n");
        }
        return rows.Append("</table>\r\n").ToString();
    }
}
