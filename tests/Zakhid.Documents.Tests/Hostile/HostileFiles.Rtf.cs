using System.Text;

namespace Zakhid.Documents.Tests.Hostile;

static partial class HostileFiles
{
    static IEnumerable<(string, Func<byte[]>, string?)> RichTexts()
    {
        static byte[] Rtf(string body, bool open = false) => Encoding.UTF8.GetBytes("{\\rtf1\\ansi plan " + body + (open ? "" : "}"));

        yield return ("rich text with an object", () => "{\\rtf1{\\object\\objdata 0105}}"u8.ToArray(), Empty);
        yield return ("rich text: only its mark", () => "{\\rtf"u8.ToArray(), Damaged);
        yield return ("rich text: cut in the middle", () => Rtf("{\\b the half", open: true), Damaged);
        yield return ("rich text: groups without an end", () => Rtf(Filled("{", 24 * Megabyte), open: true), Deep);
        yield return ("rich text: groups without a beginning", () => Rtf(Filled("}", 24 * Megabyte)), null);
        yield return ("rich text: millions of empty groups", () => Rtf(Filled("{}", 24 * Megabyte)), null);
        yield return ("rich text: groups inside what is skipped", () => Rtf("{\\pict" + Filled("{", 1000) + Filled("}", 1000) + "}"), Deep);
        yield return ("rich text: notes inside notes", () => Rtf(string.Concat(Enumerable.Repeat("{\\footnote x", 200)) + new string('}', 200)), null);
        yield return ("rich text: binary data of two gigabytes", () => Rtf("{\\pict\\bin2147483647 xxxx}"), Damaged);
        yield return ("rich text: binary data of less than nothing", () => Rtf("\\bin-5 x\\bin99999999999999 x"), Damaged);
        yield return ("rich text: a number without an end", () => Rtf("\\b" + new string('9', Megabyte)), null);
        yield return ("rich text: a word without an end", () => Rtf("\\" + new string('b', 20 * Megabyte)), null);
        yield return ("rich text: millions of words", () => Rtf(Filled("\\b", 24 * Megabyte)), null);
        yield return ("rich text: millions of different words", () => Rtf(string.Concat(Enumerable.Range(0, 2_000_000).Select(i => "\\w" + (char)('a' + i % 26) + (char)('a' + i / 26 % 26) + (char)('a' + i / 676 % 26) + (char)('a' + i / 17576 % 26)))), null);
        yield return ("rich text: signs by their numbers", () => Rtf(Filled("\\u1087?", 24 * Megabyte)), null);
        yield return ("rich text: numbers of signs that are none", () => Rtf("\\u99999999999 ?\\u-70000 ?\\u-10179 ?x\\uc2147483647\\u1087"), null);
        yield return ("rich text: bytes in hexadecimal", () => Rtf(Filled("\\'ef", 24 * Megabyte)), null);
        yield return ("rich text: hexadecimal that is none", () => Rtf("\\'zz\\'"), null);
        yield return ("rich text: one text of twenty-four megabytes", () => Rtf(Filled("plan ", 24 * Megabyte)), null);
        yield return ("rich text: half a million paragraphs", () => Rtf(Filled("\\par", 4 * Megabyte)), ManyParagraphs);
        yield return ("rich text: a row of two thousand cells", () => Rtf("\\trowd" + Filled("\\pard\\intbl x\\cell", 40_000) + "\\row"), WideTable);
        yield return ("rich text: a million borders", () => Rtf("\\trowd" + Filled("\\cellx1", 8 * Megabyte)), WideTable);
        yield return ("rich text: a million rows", () => Rtf(Filled("\\trowd\\cellx9\\intbl\\cell\\row", 24 * Megabyte)), ManyParagraphs);
        yield return ("rich text: every row has borders of its own", () => Rtf(string.Concat(Enumerable.Range(0, 3000).Select(i => $"\\trowd\\cellx{50 * i + 100}\\intbl\\cell\\row"))), WideTable);
        yield return ("rich text: borders beyond the world", () => Rtf("\\trowd\\trleft-2147483648\\cellx2147483647\\cellx-2147483648\\cellx\\intbl x\\cell y\\cell z\\cell v\\cell\\row"), null);
        yield return ("rich text: a table a billion deep", () => Rtf("\\intbl\\itap1000000000 x\\nestcell\\nestrow\\itap-5 y\\nestcell\\nestrow"), null);
        yield return ("rich text: rows and cells of nothing", () => Rtf("\\row\\row\\nestrow\\cell\\clvmrg\\clmrg\\cellx5"), null);
        yield return ("rich text: joined with nothing above or to the left", () => Rtf("\\trowd\\clvmrg\\clmrg\\cellx500\\intbl x\\cell\\row"), null);
        yield return ("rich text: a million fonts", () => Rtf("{\\fonttbl" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"{{\\f{i}\\fcharset204 a;}}")) + "}"), null);
        yield return ("rich text: a page of signs that does not exist", () => Rtf("\\ansicpg99999{\\fonttbl{\\f0\\cpg-1\\fcharset999 x;}}\\f0\\'e0"), null);
        yield return ("rich text: a million colours", () => Rtf("{\\colortbl" + Filled("\\red255;", 8 * Megabyte) + "}\\cf-5 x\\cf2147483647 y"), null);
        yield return ("rich text: a field that calls out", () => Rtf("{\\field{\\*\\fldinst DDEAUTO cmd /c calc}{\\fldrslt x}}"), null);
        yield return ("rich text: a template and a picture on another host", () => Rtf("{\\*\\template http://127.0.0.1:1/x.dotm}{\\field{\\*\\fldinst INCLUDEPICTURE http://127.0.0.1:1/x.png \\\\d}}"), null);
    }
}
