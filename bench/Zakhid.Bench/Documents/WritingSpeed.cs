using System.Globalization;
using System.Text;
using Zakhid.Documents.Consolidation;

namespace Zakhid.Bench.Documents;

/// Writing the consolidated report of ten thousand rows, beside python-docx and pandoc.
static class WritingSpeed
{
    const int Rows = 10_000;

    public static IEnumerable<Line> Run()
    {
        var paper = Paper(Rows);
        var ours = Machine.MedianInProcess(5, 3, () => ConsolidatedReportDocx.Write(paper, new MemoryStream()));
        yield return new("DOCX of 10,000 rows, in process, warm, median of 5", ours, "ms", AtMost: 150);
        yield return new("XLSX of 10,000 rows, in process, warm, median of 5", Machine.MedianInProcess(5, 3, () => ConsolidatedReportXlsx.Write(paper, new MemoryStream())), "ms");

        var folder = Directory.CreateTempSubdirectory("zakhid-bench-");
        string At(string name) => Path.Combine(folder.FullName, name);
        var program = Published.As("bench/Zakhid.Bench/Zakhid.Bench.csproj", "Zakhid.Bench", folder.FullName);
        var process = Machine.MedianOfProcess(5, program, "child", "write", Rows.ToString(CultureInfo.InvariantCulture), At("ours.docx"))!.Value;
        yield return new("DOCX of 10,000 rows, whole process, median of 5", process, "ms");

        File.WriteAllLines(At("rows.tsv"), paper.Rows.Cast<PaperMeasure>().Select(m => string.Join('\t', m.Number, m.Text, m.Term, string.Join("; ", m.Executors), m.Status[0].Text)));
        if (Machine.MedianOfProcess(3, "/usr/bin/python3", Path.Combine(Peers, "report_by_python_docx.py"), At("rows.tsv"), At("python.docx")) is { } python)
        {
            yield return new("python-docx with a row template, process, median of 3", python, "ms");
            yield return new("  ratio of whole processes", python / process, "×", AtLeast: 10);
        }
        File.WriteAllText(At("report.md"), Markdown(paper), Encoding.UTF8);
        if (Machine.MedianOfProcess(1, "pandoc", "-o", At("pandoc.docx"), At("report.md")) is { } pandoc)
        {
            yield return new("pandoc from Markdown, process, one run", pandoc, "ms");
            yield return new("  ratio of whole processes", pandoc / process, "×", AtLeast: 80);
        }
        folder.Delete(recursive: true);
    }

    public static void Write(int rows, Stream into) => ConsolidatedReportDocx.Write(Paper(rows), into);

    static ConsolidatedPaper Paper(int rows)
    {
        var words = new SampleWords(rows);
        return new()
        {
            Addressee = ["Міському голові"],
            Title = ["про виконання плану заходів", "за III квартал 2022 року"],
            Introduction = ["Інформацію надали всі виконавці."],
            Rows = [.. Enumerable.Range(1, rows).Select(i => new PaperMeasure { Number = i.ToString(CultureInfo.InvariantCulture), Text = words.Measure(), Term = words.Term(), Executors = words.Executors(), Status = [new(words.Status())] })],
            DocumentTitle = "Інформація про виконання плану заходів",
            Creator = "Зразок",
            Made = DateTimeOffset.UnixEpoch,
            IsSample = true,
        };
    }

    static string Markdown(ConsolidatedPaper paper)
    {
        var text = new StringBuilder("| № | Захід | Строк | Відповідальні | Стан |\n|---|---|---|---|---|\n");
        foreach (var m in paper.Rows.Cast<PaperMeasure>()) text.Append(CultureInfo.InvariantCulture, $"| {m.Number} | {m.Text} | {m.Term} | {string.Join("; ", m.Executors)} | {m.Status[0].Text} |\n");
        return text.ToString();
    }

    static readonly string Peers = Path.Combine(Repository.Root, "bench", "peers");
}
