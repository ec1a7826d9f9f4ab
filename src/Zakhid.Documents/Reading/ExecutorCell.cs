using Zakhid.Executors;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>The atomic executors of a cell, as printed.</summary>
static class ExecutorCell
{
    public static IReadOnlyList<PrintedExecutor> Read(string lines, string? authority, out bool doubtful)
    {
        var reading = ExecutorLanguage.Read(lines, authority);
        doubtful = reading.Ambiguous || reading.LeftOver.Count > 0;
        return reading.Listed;
    }

    /// <summary>People of a column «Керівник»: one a line, or parted by commas.</summary>
    public static IReadOnlyList<string> People(string lines) =>
        [.. Joined(lines).Split('\n', ';', ',').Select(Folding.Collapse).Where(t => t.Length > 0)];

    /// <summary>«Качанський⏎М. Ю.» is one person.</summary>
    public static string Joined(string lines)
    {
        var result = new List<string>();
        foreach (var line in lines.Split('\n'))
        {
            if (result.Count > 0 && !Shapes.IsPerson(result[^1]) && (Shapes.IsPerson(result[^1] + " " + line))) result[^1] += " " + line;
            else result.Add(line);
        }
        return string.Join('\n', result);
    }
}
