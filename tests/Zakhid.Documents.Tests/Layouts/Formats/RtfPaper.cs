using System.Text;

namespace Zakhid.Documents.Tests.Layouts.Formats;

/// <summary>Writes a document as Word saves rich text: Cyrillic as bytes of windows-1251, the rest by their numbers.</summary>
static class RtfPaper
{
    const int Twips = 1500;
    static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251, new EncoderExceptionFallback(), DecoderFallback.ReplacementFallback)!;

    public static byte[] Of(Document document)
    {
        var text = new StringBuilder(@"{\rtf1\ansi\ansicpg1251\uc1\deff0{\fonttbl{\f0\froman\fcharset204\fprq2{\*\panose 02020603050405020304}Times New Roman{\*\falt Times};}{\f1\fnil\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}{\stylesheet{\ql \f0\fs28 Normal;}{\s1\qc\outlinelevel0 heading 1;}}{\info{\title ")
            .Append(Runs("не текст")).Append(@"}}{\*\generator Zakhid;}{\header\pard ").Append(Runs("колонтитул")).AppendLine(@"\par}\sectd");
        foreach (var block in document.Blocks)
            if (block is Paragraph paragraph) text.Append(Of(paragraph, inTable: false)).AppendLine(@"\par");
            else if (block is Table table) Of(table, text);
        return Encoding.Latin1.GetBytes(text.Append('}').ToString());
    }

    static string Of(Paragraph paragraph, bool inTable)
    {
        var side = paragraph.Alignment switch { Alignment.Center => "qc", Alignment.End => "qr", Alignment.Justify => "qj", _ => "ql" };
        var label = paragraph.ListLabel is { } sign ? $"{{\\listtext\\pard\\plain\\f0 {Runs(sign)}\\tab}}" : "";
        return $"\\pard\\plain\\{side}{(inTable ? "\\intbl" : "")}{(paragraph.PageBreakBefore ? "\\pagebb" : "")}\\ltrpar {label}{{{(paragraph.Bold ? "\\b" : "")}\\lang1058\\fs28 {Runs(paragraph.Text)}}}";
    }

    static string Runs(string text)
    {
        var runs = new StringBuilder();
        foreach (var sign in text)
            if (sign == '\n') runs.Append("\\line ");
            else if (sign == '\t') runs.Append("\\tab ");
            else if (sign is '\\' or '{' or '}') runs.Append('\\').Append(sign);
            else if (sign < 0x80) runs.Append(sign);
            else if (sign is 'ґ' or '’' or '¹' || !Written(sign, out var code)) runs.Append($"\\u{(short)sign}?");
            else runs.Append($"\\'{code:x2}");
        return runs.ToString();
    }

    static bool Written(char sign, out byte code)
    {
        try { code = Cyrillic.GetBytes([sign])[0]; return true; }
        catch (EncoderFallbackException) { code = 0; return false; }
    }

    /// <summary>Cells merged down are written once more below; the borders of columns lie a step apart.</summary>
    static void Of(Table table, StringBuilder text)
    {
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var (definition, cells) = (new StringBuilder(@"\trowd\trgaph108\trleft-108" + (table.Rows[r].IsHeader ? "\\trhdr" : "")), new StringBuilder());
            for (var c = 0; c < table.Columns;)
            {
                var cell = table.At(r, c)!;
                var begins = cell.Place.Row == r + 1;
                definition.Append(cell.RowSpan == 1 ? "" : begins ? "\\clvmgf" : "\\clvmrg").Append($"\\clbrdrt\\brdrs\\brdrw10\\cellx{(cell.Column + cell.ColumnSpan) * Twips - 108}");
                cells.Append(begins ? string.Join("\\par", cell.Paragraphs.Select(p => Of(p, inTable: true))) : "\\pard\\plain\\intbl ").AppendLine("\\cell");
                c = cell.Column + cell.ColumnSpan;
            }
            text.Append(definition).Append(cells).AppendLine("\\row");
        }
    }
}
