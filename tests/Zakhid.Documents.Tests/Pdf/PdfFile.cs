using System.Globalization;
using System.Text;

namespace Zakhid.Documents.Tests.Pdf;

/// <summary>
/// A PDF written by hand: words and lines on pages. Its fonts are those that every reader has; which letter a sign stands
/// for is told beside (ToUnicode), as programs do that embed only the letters they use.
/// </summary>
sealed class PdfFile
{
    readonly List<StringBuilder> _pages = [];
    readonly List<(double Width, double Height, int Turn)> _sizes = [];
    readonly Dictionary<char, byte> _codes = [];
    readonly Queue<byte> _free = new(Enumerable.Range(33, 94).Concat(Enumerable.Range(161, 95)).Where(c => c is not (173 or '(' or ')' or '\\')).Select(c => (byte)c).Except("0123456789.,;:-/%"u8.ToArray()));

    public PdfFile()
    {
        foreach (var own in " 0123456789.,;:-/%"u8) _codes[(char)own] = own;
    }

    /// <summary>What is written in place of the encryption dictionary.</summary>
    public string? Encrypt { get; init; }
    public int Pages => _pages.Count;

    public PdfFile Page(double width = 595, double height = 842, int turn = 0)
    {
        _pages.Add(new());
        _sizes.Add((width, height, turn));
        return this;
    }

    /// <summary>A letter is as wide as this share of its size.</summary>
    static double Share(char c) => c is ' ' or '.' or ',' or ';' or ':' or '-' or 'і' or 'ї' or 'І' or 'l' or '(' or ')' or '’' ? 0.28 : c is 'ш' or 'щ' or 'ж' or 'м' or 'ю' or 'ф' ? 0.72 : char.IsUpper(c) ? 0.68 : 0.52;

    public static double Width(string text, double size) => text.Sum(Share) * size;

    /// <param name="text">One line.</param>
    /// <param name="x">Left end, in points.</param>
    /// <param name="y">Where its letters stand, from the upper edge.</param>
    /// <param name="size">In points.</param>
    /// <param name="bold">In the bold font.</param>
    /// <param name="spread">Added to each blank, to fill a line.</param>
    /// <param name="upwards">Printed up the page.</param>
    /// <param name="look">Operators before it («1 g» is white).</param>
    public PdfFile Text(string text, double x, double y, double size = 12, bool bold = false, double spread = 0, bool upwards = false, string look = "0 g")
    {
        var codes = string.Concat(text.Select(c => Code(c).ToString("x2", CultureInfo.InvariantCulture)));
        Put($"BT {look} /{(bold ? "B" : "R")} {size} Tf {spread:0.###} Tw {(upwards ? "0 1 -1 0" : "1 0 0 1")} {x:0.##} {_sizes[^1].Height - y:0.##} Tm <{codes}> Tj ET");
        return this;
    }

    public PdfFile Line(double x1, double y1, double x2, double y2)
    {
        Put($"0.5 w {x1:0.##} {_sizes[^1].Height - y1:0.##} m {x2:0.##} {_sizes[^1].Height - y2:0.##} l S");
        return this;
    }

    /// <summary>Any operators of a content stream.</summary>
    public PdfFile Raw(string operators)
    {
        _pages[^1].Append(operators).Append('\n');
        return this;
    }

    void Put(FormattableString operators) => _pages[^1].Append(operators.ToString(CultureInfo.InvariantCulture)).Append('\n');

    byte Code(char c)
    {
        if (!_codes.TryGetValue(c, out var code)) _codes[c] = code = _free.Dequeue();
        return code;
    }

    public byte[] Bytes()
    {
        var objects = new List<string> { "<</Type/Catalog/Pages 2 0 R>>", "", Font("Helvetica"), Font("Helvetica-Bold"), Stream(ToUnicode()) };
        var kids = new List<int>();
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add(Stream(_pages[i].ToString()));
            objects.Add(string.Create(CultureInfo.InvariantCulture, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_sizes[i].Width} {_sizes[i].Height}]/Rotate {_sizes[i].Turn}/Resources<</Font<</R 3 0 R/B 4 0 R>>>>/Contents {objects.Count} 0 R>>"));
            kids.Add(objects.Count);
        }
        objects[1] = $"<</Type/Pages/Count {kids.Count}/Kids[{string.Join(' ', kids.Select(k => $"{k} 0 R"))}]>>";
        var file = new StringBuilder("%PDF-1.5\n");
        var at = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            at.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in at) file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R{Encrypt}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    static string Stream(string content) => $"<</Length {content.Length}>>stream\n{content}\nendstream";

    string Font(string name)
    {
        var shares = new double[256];
        foreach (var (letter, code) in _codes) shares[code] = Share(letter);
        return $"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding/FirstChar 0/LastChar 255/Widths[{string.Join(' ', shares.Select(s => ((int)(s * 1000)).ToString(CultureInfo.InvariantCulture)))}]/ToUnicode 5 0 R>>";
    }

    string ToUnicode() =>
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
        + string.Concat(_codes.Chunk(90).Select(chunk => $"{chunk.Length} beginbfchar\n{string.Concat(chunk.Select(p => $"<{p.Value:x2}> <{(int)p.Key:x4}>\n"))}endbfchar\n")) + "endcmap end end";
}
