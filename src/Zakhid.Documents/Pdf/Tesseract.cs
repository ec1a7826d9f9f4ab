using System.Globalization;
using System.Text;
using Zakhid.Documents.Converters;

namespace Zakhid.Documents.Pdf;

/// <summary>
/// Tesseract with its Ukrainian data: recognises the words of a page's picture, in a process with limits on time and memory.
/// Lines and tables are rebuilt from the words as for any other page.
/// </summary>
sealed class Tesseract(string folder, string file, Limits limits)
{
    public const string Name = "tesseract (з українськими даними)";

    static readonly string? Program = Programs.Find(OperatingSystem.IsWindows() ? "tesseract.exe" : "tesseract");
    static readonly Lazy<bool> KnowsUkrainian = new(() =>
    {
        if (Program is null) return false;
        var said = "";
        new LimitedProcess(Program, Name) { Allowed = TimeSpan.FromSeconds(10), File = "" }.Run(["--list-langs"], output => said = new StreamReader(output).ReadToEnd());
        return said.Split('\n').Any(l => l.Trim() == "ukr");
    });

    /// <summary>One process to a core, however many files are read: each is bound by the processor and by its time.</summary>
    static readonly SemaphoreSlim Free = new(Environment.ProcessorCount);

    public static bool IsInstalled => KnowsUkrainian.Value;

    /// <summary>The words of a picture, in points of the page.</summary>
    /// <param name="number">Of the page, for the name of its file.</param>
    /// <param name="picture">Grey, 300 points to an inch or so.</param>
    /// <param name="scale">Points of the picture in a point of the page.</param>
    public List<PageWord> Words(int number, GreyPicture picture, double scale)
    {
        var path = Path.Combine(folder, $"page-{number.ToString(CultureInfo.InvariantCulture)}.pgm");
        picture.Write(path);
        var words = new List<PageWord>();
        Free.Wait();
        try
        {
            var process = new LimitedProcess(Program ?? throw Refusal.ConverterMissing(file, Name), Name) { Allowed = limits.RecognitionTime, File = file, Environment = { ["OMP_THREAD_LIMIT"] = "1" } };
            var (status, _) = process.Run([path, "-", "-l", "ukr", "--psm", "11", "tsv"], output => Read(output, words, scale));
            return status == 0 ? words : throw Refusal.ConverterFailed(file, Name);
        }
        finally
        {
            Free.Release();
            File.Delete(path);
        }
    }

    /// <summary>
    /// Rows of level 4 are lines, of level 5 words. A word is given the height of its line: its own box is that of its ink,
    /// and «на» is lower than «йд».
    /// </summary>
    static void Read(Stream output, List<PageWord> words, double scale)
    {
        var (lineTop, lineHeight) = (0.0, 0.0);
        using var rows = new StreamReader(output, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
        while (rows.ReadLine() is { } row && words.Count < 20_000)
        {
            var cells = row.Split('\t');
            if (cells.Length < 12 || !double.TryParse(cells[6], CultureInfo.InvariantCulture, out var left) || !double.TryParse(cells[7], CultureInfo.InvariantCulture, out var top)
                || !double.TryParse(cells[8], CultureInfo.InvariantCulture, out var width) || !double.TryParse(cells[9], CultureInfo.InvariantCulture, out var height) || !double.TryParse(cells[10], CultureInfo.InvariantCulture, out var confidence)) continue;
            if (cells[0] == "4") (lineTop, lineHeight) = (top, height);
            var text = cells[11].Trim().Trim('|');
            if (cells[0] != "5" || text.Length == 0 || !text.Any(char.IsLetterOrDigit) && confidence < 60) continue;
            words.Add(new(RecognisedText.Mend(text), left / scale, lineTop / scale, (left + width) / scale, (lineTop + lineHeight) / scale, Sure: confidence >= 80));
        }
    }
}
