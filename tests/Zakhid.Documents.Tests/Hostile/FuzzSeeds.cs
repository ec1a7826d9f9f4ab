using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Zakhid.Documents.Tests.Docx;
using Zakhid.Documents.Tests.Layouts;
using Zakhid.Documents.Tests.Layouts.Formats;
using Zakhid.Documents.Tests.Sheets;

namespace Zakhid.Documents.Tests.Hostile;

/// <summary>A sound file to be changed: as it is, or, of a package, inside one of its parts, so that its checksums hold.</summary>
sealed class FuzzSeed
{
    readonly byte[] _file;
    readonly List<RawZip.Entry>? _parts;

    public FuzzSeed(byte[] file)
    {
        _file = file;
        if (!file.AsSpan().StartsWith("PK"u8)) return;
        using var zip = new ZipArchive(new MemoryStream(file));
        _parts = [];
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var part = entry.Open()) part.CopyTo(content);
            // A thumbnail or a theme takes most of a file and says nothing.
            if (!entry.FullName.Contains("theme", StringComparison.Ordinal) && !entry.FullName.Contains("media/", StringComparison.Ordinal) && !entry.FullName.Contains("thumbnail", StringComparison.OrdinalIgnoreCase)) _parts.Add(new(entry.FullName, content.ToArray()) { Method = 0 });
        }
    }

    public byte[] Changed(Random random)
    {
        if (_parts is null) return random.Next(2) == 0 ? Bytes(_file, random) : Pieces(_file, random);
        if (random.Next(8) == 0) return Bytes(_file, random);
        var zip = new RawZip();
        var at = random.Next(3) == 0 ? random.Next(_parts.Count) : Largest();
        for (var i = 0; i < _parts.Count; i++)
            zip.Add(i != at ? _parts[i] : _parts[i] with { Content = random.Next(4) switch { 0 => Bytes(_parts[i].Content, random), 1 => Pieces(_parts[i].Content, random), _ => Values(_parts[i].Content, random) } });
        return zip.Bytes();
    }

    int Largest() => Enumerable.Range(0, _parts!.Count).MaxBy(i => _parts[i].Content.Length);

    /// <summary>Bits, runs of bytes, ends: changed, dropped, doubled.</summary>
    public static byte[] Bytes(byte[] seed, Random random)
    {
        var bytes = seed.ToArray();
        for (var times = random.Next(1, 8); times > 0 && bytes.Length > 8; times--)
        {
            var at = random.Next(bytes.Length);
            var length = Math.Min(random.Next(1, 64), bytes.Length - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: random.NextBytes(bytes.AsSpan(at, length)); break;
                case 2: bytes = [.. bytes[..at], .. bytes[(at + length)..]]; break;
                case 3: bytes = [.. bytes[..(at + length)], .. bytes[at..]]; break;
                case 4: bytes.AsSpan(at, length).Fill(random.Next(2) == 0 ? (byte)0 : (byte)0xFF); break;
                default: bytes = bytes[..random.Next(bytes.Length / 2, bytes.Length)]; break;
            }
        }
        return bytes;
    }

    /// <summary>Texts and values of attributes are swapped, emptied and put in place of others: what is around them stays sound.</summary>
    static byte[] Values(byte[] seed, Random random)
    {
        var xml = Encoding.UTF8.GetString(seed);
        var values = Regex.Matches(xml, "(?<=>)[^<>]+(?=<)|(?<==\")[^\"<>]*(?=\")");
        if (values.Count == 0) return seed;
        var changed = new SortedDictionary<int, (int Length, string Value)>();
        for (var times = random.Next(1, 30); times > 0; times--)
        {
            var at = values[random.Next(values.Count)];
            changed[at.Index] = (at.Length, random.Next(3) == 0 ? Strange[random.Next(Strange.Length)].Replace("\"", "&quot;", StringComparison.Ordinal) : values[random.Next(values.Count)].Value);
        }
        var result = new StringBuilder(xml.Length);
        var from = 0;
        foreach (var (start, (length, value)) in changed)
        {
            result.Append(xml, from, start - from).Append(value);
            from = start + length;
        }
        return Encoding.UTF8.GetBytes(result.Append(xml, from, xml.Length - from).ToString());
    }

    static readonly string[] Strange = ["-1", "0", "2147483647", "99999999999", "", "«", "»", "\"", "1.", "7¹", "\u00AD", "\u202E", "\uFEFF", "І", "Додаток", "ЗАТВЕРДЖЕНО", "Розділ", "|", "\t", "&#0;", "&amp;", "такого змісту: «", "№", "до 31 червня 0000 року"];

    /// <summary>Tags, lines, words and numbers are moved, doubled, dropped and put in place of others: the result is often still well-formed.</summary>
    static byte[] Pieces(byte[] seed, Random random)
    {
        // What is no UTF-8 keeps its bytes.
        var encoding = Utf8.IsValid(seed) ? Encoding.UTF8 : Encoding.Latin1;
        string Odd() => encoding.GetString(Encoding.UTF8.GetBytes(Strange[random.Next(Strange.Length)]));
        var pieces = Regex.Split(encoding.GetString(seed), random.Next(3) switch { 0 => "(?<=>)", 1 => "(?<=\n)|(?<=>)(?=<)", _ => "(?<=[ \"<>])|(?=[<>\"])" }).ToList();
        for (var times = random.Next(1, 10); times > 0 && pieces.Count > 3; times--)
        {
            int from = random.Next(1, pieces.Count), to = random.Next(1, pieces.Count), run = Math.Min(random.Next(1, 30), pieces.Count - from);
            switch (random.Next(7))
            {
                case 0: (pieces[from], pieces[to]) = (pieces[to], pieces[from]); break;
                case 1: pieces.Insert(to, pieces[from]); break;
                case 2: pieces.InsertRange(from, pieces.GetRange(from, run)); break;
                case 3: pieces.RemoveRange(from, Math.Min(run, pieces.Count - from - 1)); break;
                case 4: pieces[from] = Regex.Replace(pieces[from], "\\d+|\\p{L}+", Odd()); break;
                case 5: pieces[from] = Odd(); break;
                default:
                    // Doubled many times, but by no more than a file may grow without being another file.
                    var piece = pieces[Math.Min(from, pieces.Count - 1)];
                    pieces.InsertRange(to, Enumerable.Repeat(piece, Math.Min(random.Next(2, 200), 1 + 100_000 / Math.Max(1, piece.Length))));
                    break;
            }
        }
        return encoding.GetBytes(string.Concat(pieces));
    }
}

/// <summary>Sound files of every format that is read without another program.</summary>
static class FuzzSeeds
{
    public static List<(string Format, List<FuzzSeed> Seeds)> All()
    {
        CodePagesEncodingProvider.Instance.GetEncoding(1251);
        var plans = Directory.GetFiles(Cases.Plans).Order(StringComparer.Ordinal).ToList();
        var papers = Layout.All.Select((layout, i) => layout.LayOut(SamplePlan.Of(i + 1)).Document).ToList();
        var texts = plans.Where(p => p.EndsWith(".txt", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var all = new List<(string, List<FuzzSeed>)>
        {
            ("docx", Of([.. plans.Where(p => p.EndsWith(".docx", StringComparison.Ordinal)).Select(File.ReadAllBytes), .. papers.Select(Docx)])),
            ("txt", Of([.. texts.Select(Encoding.UTF8.GetBytes), .. texts.Select(t => InPage(t, 1251)), .. texts.Select(t => InPage(t, 21866)), .. texts.Select(Encoding.Unicode.GetBytes), .. Directory.GetFiles(Reading.ActFile.Folder, "*.txt").Select(File.ReadAllBytes)])),
            ("xls", Of(papers.Select((p, i) => new SheetFile(PaperInSheet.Of(p, shift: i % 3)).Bytes("xls")))),
            ("xlsx", Of(papers.Select((p, i) => new SheetFile(PaperInSheet.Of(p, shift: i % 3)) { Shared = i % 2 == 0 }.Bytes("xlsx")))),
            ("fods", Of(papers.Select((p, i) => new SheetFile(PaperInSheet.Of(p, shift: i % 3)).Bytes("fods")))),
            ("csv", Of(papers.SelectMany((p, i) => new[] { CsvFile.Of(PaperInSheet.Of(p), i % 2 == 0 ? ';' : ','), InPage(CsvFile.Text(PaperInSheet.Of(p), ';').Replace('\u00AB', '"'), 1251) }))),
            ("ods", Of(papers.Select((p, i) => new SheetFile(PaperInSheet.Of(p, shift: i % 3)).Bytes("ods")))),
        };
        all.AddRange(FormatTests.Writers.Select(w => (w.Key, Of(papers.Where(p => p.Format == "docx").Select(w.Value)))));
        return all;
    }

    static List<FuzzSeed> Of(IEnumerable<byte[]> files) => [.. files.Select(f => new FuzzSeed(f))];

    static byte[] InPage(string text, int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text);

    /// <summary>The paper as a plain DOCX.</summary>
    static byte[] Docx(Document paper) => DocxFile.Of(string.Concat(paper.Blocks.Select(b => b is Table table
        ? DocxFile.Tbl([.. table.Rows.Select(r => DocxFile.Row([.. r.Cells.Select(c => DocxFile.Cell(System.Security.SecurityElement.Escape(string.Join(' ', c.Paragraphs.Select(p => p.Text))), c.ColumnSpan > 1 ? $"<w:gridSpan w:val=\"{c.ColumnSpan}\"/>" : ""))]))])
        : DocxFile.P(System.Security.SecurityElement.Escape(((Paragraph)b).Text.Replace('\n', ' ')))))).Bytes();
}
