using System.Globalization;
using Zakhid.Documents;
using Zakhid.Documents.Reading;

namespace Zakhid.Bench.Documents;

/// Reading a plan, its phrases included, beside what a user would turn a DOCX into text with.
static class ReadingSpeed
{
    public static IEnumerable<Line> Run()
    {
        var folder = Directory.CreateTempSubdirectory("zakhid-bench-");
        var (small, large) = (Path.Combine(folder.FullName, "200.docx"), Path.Combine(folder.FullName, "2000.docx"));
        File.WriteAllBytes(small, SamplePlan.Docx(200));
        File.WriteAllBytes(large, SamplePlan.Docx(2000));
        var bytes = File.ReadAllBytes(small);
        if (Read(bytes) is not 200 and var count) throw new InvalidOperationException($"Of the 200 rows of the plan {count} were read");

        // Warm: after some two hundred readings the compiler has nothing left to improve.
        const int warm = 240;
        var opened = Machine.MedianInProcess(20, warm, () => DocumentFile.Open(bytes, "план.docx"));
        yield return new("DOCX of 200 rows → document, in process, warm, median of 20", opened, "ms");
        Machine.MedianInProcess(1, warm, () => Read(bytes));
        // The pace of a machine changes from minute to minute: each turn measures all, one after the other, and gives ratios of its own.
        var turns = Enumerable.Range(0, 5).Select(_ => (
            Ours: Machine.MedianInProcess(20, 5, () => Read(bytes)),
            Pandoc: Machine.MedianOfProcess(1, "pandoc", "-t", "json", "-o", "/dev/null", small),
            Office: Machine.MedianOfProcess(1, "soffice", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder.FullName, small))).ToList();
        yield return new("DOCX of 200 rows → plan with its phrases, in process, warm, median of 20, of five turns", Machine.Median([.. turns.Select(t => t.Ours)]), "ms", AtMost: 20);
        if (turns[0].Pandoc is not null)
        {
            yield return new("pandoc -t json of the same file, process, median of five turns", Machine.Median([.. turns.Select(t => t.Pandoc!.Value)]), "ms");
            yield return new("  ratio, median of the turns", Machine.Median([.. turns.Select(t => t.Pandoc!.Value / t.Ours)]), "×", AtLeast: 20);
        }
        if (turns[0].Office is not null)
        {
            yield return new("LibreOffice headless to text, process, median of five turns", Machine.Median([.. turns.Select(t => t.Office!.Value)]), "ms");
            yield return new("  ratio, median of the turns", Machine.Median([.. turns.Select(t => t.Office!.Value / t.Ours)]), "×", AtLeast: 100);
        }

        var many = File.ReadAllBytes(large);
        yield return new("DOCX of 2,000 rows → plan with its phrases, in process, warm, median of 5", Machine.MedianInProcess(5, 2, () => Read(many)), "ms", AtMost: 500);
        yield return new("DOCX of 2,000 rows: peak memory of a process that reads it", double.Parse(Machine.Run(Child.Program, "child", "read", large), CultureInfo.InvariantCulture), "MiB", AtMost: 150);
        folder.Delete(recursive: true);
    }

    /// How many measures the file holds, with every term, executor cell and criterion understood.
    public static int Read(byte[] docx) => Phrases.Understand(PlanReader.Read(DocumentFile.Open(docx, "план.docx")));
}
