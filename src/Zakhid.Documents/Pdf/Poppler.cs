using System.Globalization;
using System.Net;
using System.Text;
using Zakhid.Documents.Converters;

namespace Zakhid.Documents.Pdf;

/// <summary>
/// The programs of poppler that take a PDF apart: <c>pdftotext</c> for the words, <c>pdftohtml</c> for what is bold,
/// <c>pdftoppm</c> for a picture of a page. Each is a process with limits.
/// </summary>
sealed class Poppler(string path, string file, Limits limits)
{
    public const string Name = "poppler";

    static readonly string? Text = Programs.Find(Exe("pdftotext")), Html = Programs.Find(Exe("pdftohtml")), Picture = Programs.Find(Exe("pdftoppm"));

    public static bool IsInstalled => Text is not null && Picture is not null;

    public string Path { get; } = path;

    static string Exe(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    LimitedProcess Program(string? path) => new(path ?? throw Refusal.ConverterMissing(file, Name), Name) { Allowed = limits.ProgramTime, File = file };

    /// <summary>Every page with its words, in the order of the pages.</summary>
    /// <exception cref="FileRefused">A password is asked for, the file is damaged, or a limit is passed.</exception>
    public List<PageText> Pages()
    {
        var pages = new List<PageText>();
        var (status, errors) = Program(Text).Run(["-bbox", Path, "-"], output => ReadPages(output, pages));
        if (status == 0 && pages.Count > 0) return pages;
        if (errors.Contains("password", StringComparison.OrdinalIgnoreCase)) throw Refusal.Encrypted(file);
        throw Refusal.Damaged(file);
    }

    void ReadPages(Stream output, List<PageText> pages)
    {
        long characters = 0;
        var words = 0;
        using var lines = new StreamReader(output, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
        while (lines.ReadLine() is { } line)
        {
            var tag = line.AsSpan().TrimStart();
            if (tag.StartsWith("<word "))
            {
                if (pages.Count == 0 || WordOf(tag) is not { } word) continue;
                if (++words > limits.Paragraphs * 10) throw Refusal.TooMany(file, "слів", limits.Paragraphs * 10);
                if ((characters += word.Text.Length) > limits.Characters) throw Refusal.TooMany(file, "знаків", limits.Characters);
                pages[^1].Words.Add(word);
            }
            else if (tag.StartsWith("<page "))
            {
                if (pages.Count == limits.Pages) throw Refusal.TooMany(file, "сторінок", limits.Pages);
                pages.Add(new(pages.Count + 1, Number(tag, "width"), Number(tag, "height")));
            }
        }
    }

    static PageWord? WordOf(ReadOnlySpan<char> tag)
    {
        var start = tag.IndexOf('>') + 1;
        var end = tag.LastIndexOf("</word>");
        if (start == 0 || end <= start) return null;
        var text = Clean(WebUtility.HtmlDecode(tag[start..end].ToString()));
        var (left, top, right, bottom) = (Number(tag, "xMin"), Number(tag, "yMin"), Number(tag, "xMax"), Number(tag, "yMax"));
        return text.Length == 0 || right < left || bottom <= top ? null : new(text, left, top, right, bottom);
    }

    /// <summary>No control characters; letters and their marks as one sign.</summary>
    static string Clean(string text)
    {
        var plain = text.Any(c => char.IsControl(c) || c is '\uFEFF' or '\u200B') ? string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\uFEFF' or '\u200B'))) : text;
        try { return plain.Normalize(NormalizationForm.FormC).Trim(); }
        catch (ArgumentException) { return string.Concat(plain.Where(c => !char.IsSurrogate(c))).Trim(); }
    }

    /// <summary>An attribute that is a number; 0 where it is none or beyond any page.</summary>
    static double Number(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(name + "=\"");
        if (at < 0) return 0;
        var rest = tag[(at + name.Length + 2)..];
        var end = rest.IndexOf('"');
        return end > 0 && double.TryParse(rest[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 100_000 ? number : 0;
    }

    /// <summary>The boxes of lines that are wholly bold, by page; none where the program is absent or fails: bold only helps.</summary>
    public Dictionary<int, List<Box>> Bold()
    {
        var bold = new Dictionary<int, List<Box>>();
        if (Html is null) return bold;
        try { Program(Html).Run(["-xml", "-i", "-q", "-stdout", Path], output => ReadBold(output, bold)); }
        catch (FileRefused) { bold.Clear(); }
        return bold;
    }

    static void ReadBold(Stream output, Dictionary<int, List<Box>> bold)
    {
        // The program counts in pixels, one and a half to a point.
        const double Pixels = 1.5;
        var page = 0;
        using var lines = new StreamReader(output, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("<page ", StringComparison.Ordinal)) page++;
            else if (line.StartsWith("<text ", StringComparison.Ordinal) && IsBold(line))
            {
                if (!bold.TryGetValue(page, out var boxes)) bold[page] = boxes = [];
                if (boxes.Count < 20_000) boxes.Add(new(Number(line, "left") / Pixels, Number(line, "top") / Pixels, Number(line, "width") / Pixels, Number(line, "height") / Pixels));
            }
        }
    }

    static bool IsBold(ReadOnlySpan<char> line)
    {
        var text = line[(line.IndexOf('>') + 1)..].TrimStart();
        return text.StartsWith("<b>") && text.LastIndexOf("</b>") is var end && end > 0 && text[(end + 4)..].TrimStart().StartsWith("</text>") && text[..end].IndexOf("</b>") < 0;
    }

    /// <summary>Grey pictures of pages one after the other, without smoothed edges.</summary>
    /// <param name="first">Number of the first page.</param>
    /// <param name="last">Number of the last page.</param>
    /// <param name="resolution">Points to an inch.</param>
    /// <param name="each">Called with the number of a page and its picture.</param>
    public void Grey(int first, int last, int resolution, Action<int, GreyPicture> each)
    {
        var page = first;
        Program(Picture).Run(["-gray", "-aa", "no", "-aaVector", "no", "-q", "-r", Say(resolution), "-f", Say(first), "-l", Say(last), Path], output =>
        {
            while (GreyPicture.Read(output) is { } picture) each(page++, picture);
        });
    }

    /// <summary>A page in colour.</summary>
    /// <param name="page">Its number.</param>
    /// <param name="across">Points across.</param>
    /// <param name="into">Where the PNG is written.</param>
    public void Png(int page, int across, Stream into) =>
        Program(Picture).Run(["-png", "-q", "-f", Say(page), "-l", Say(page), "-scale-to-x", Say(across), "-scale-to-y", "-1", "-singlefile", Path], output => output.CopyTo(into));

    static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
