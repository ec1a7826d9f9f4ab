using Zakhid.Documents.Tests.Layouts;

namespace Zakhid.Documents.Tests.Reading;

/// <summary>
/// A made-up act in a file that a person can read, and under a line of «=====» what is to be read from it. A line is a
/// paragraph; «# » centred and bold; «¶» a line break; lines from «|» on are a table's rows: «&lt;» goes on with the cell
/// to the left, «^» with the cell above. The first line may name the format («format: txt»).
/// </summary>
static class ActFile
{
    public static string Folder { get; } = Path.Combine(Cases.Golden, "..", "Reading", "Acts");

    public static (Document Document, string Expected) Load(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");
        var cut = text.IndexOf("\n=====\n", StringComparison.Ordinal);
        return (Lay([.. (cut < 0 ? text : text[..cut]).Split('\n')]), cut < 0 ? "" : text[(cut + "\n=====\n".Length)..]);
    }

    /// <summary>The lines of an act alone, as typed.</summary>
    public static List<string> Lines(string name) => [.. File.ReadLines(Path.Combine(Folder, name)).TakeWhile(line => line != "=====")];

    public static Document Lay(List<string> lines)
    {
        var format = "docx";
        if (lines[0].StartsWith("format: ", StringComparison.Ordinal)) { format = lines[0]["format: ".Length..].Trim(); lines.RemoveAt(0); }
        var paper = new Paper(format);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].StartsWith('|')) { Paragraph(paper, lines[i]); continue; }
            var rows = new List<string[]>();
            while (i < lines.Count && lines[i].StartsWith('|')) rows.Add([.. lines[i++].Trim().Trim('|').Split('|').Select(c => c.Trim().Replace('¶', '\n'))]);
            i--;
            paper.Table(rows.Max(r => r.Length), [.. rows.Select((row, r) => new Cells(false, [.. row.Select((cell, c) => (cell, c)).Where(x => x.cell is not ("<" or "^")).Select(x => new CellText(x.cell, Across(row, x.c), Down(rows, r, x.c)))]))]);
        }
        return paper.Document;
    }

    public static void Accept(string name, string told)
    {
        var path = Path.Combine(Folder, name);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var cut = text.IndexOf("\n=====\n", StringComparison.Ordinal);
        File.WriteAllText(path, (cut < 0 ? text.TrimEnd('\n') : text[..cut]) + "\n=====\n" + told);
    }

    static void Paragraph(Paper paper, string line)
    {
        var centred = line.StartsWith("# ", StringComparison.Ordinal);
        var text = (centred ? line[2..] : line).Replace('¶', '\n').Replace('→', '\t');
        paper.P(text, centred ? Alignment.Center : Alignment.Start, bold: centred);
    }

    static int Across(string[] row, int at) => 1 + row.Skip(at + 1).TakeWhile(c => c == "<").Count();
    static int Down(List<string[]> rows, int row, int column) => 1 + rows.Skip(row + 1).TakeWhile(r => column < r.Length && r[column] == "^").Count();
}
