using System.Diagnostics;
using Zakhid.Documents.Reading;
using Zakhid.Documents.Tests.Layouts;
using Zakhid.Documents.Tests.Layouts.Formats;
using Zakhid.Documents.Tests.Sheets;

namespace Zakhid.Documents.Tests.Hostile;

/// <summary>
/// Real plans with bytes changed, cut, doubled and swapped: the result is a document or a refusal, nothing else and soon.
/// The short form runs always; ZAKHID_MUTATIONS=200000 asks for the long one.
/// </summary>
public class MutatedFiles
{
    static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("ZAKHID_MUTATIONS"), out var asked) ? asked : 1000;

    [Theory]
    [InlineData(".docx")]
    [InlineData(".txt")]
    [InlineData(".html")]
    [InlineData(".xlsx")]
    [InlineData(".ods")]
    [InlineData(".xls")]
    [InlineData(".odt")]
    [InlineData(".rtf")]
    public void A_mutated_plan_is_read_or_refused_and_nothing_else(string ending)
    {
        var written = FormatTests.Writers.GetValueOrDefault(ending[1..]) ?? (ending is ".xlsx" or ".ods" or ".xls" ? document => new SheetFile(PaperInSheet.Of(document)).Bytes(ending[1..]) : null);
        var seeds = Directory.GetFiles(Cases.Plans, written is null ? "*" + ending : "*.docx").Order(StringComparer.Ordinal)
            .Select(f => written is null ? File.ReadAllBytes(f) : written(DocumentFile.Open(f))).ToArray();
        if (ending == ".docx") seeds = [.. seeds.Select(Light)];
        var (outcomes, slowest) = (new Outcomes(), TimeSpan.Zero);
        for (var i = 0; i < Count; i++)
        {
            var bytes = ending == ".html" && i % 2 == 0 ? Shuffle(seeds[i % seeds.Length], new Random(i)) : FuzzSeed.Bytes(seeds[i % seeds.Length], new Random(i));
            var watch = Stopwatch.StartNew();
            outcomes.Try($"Mutation {i} of {ending}", () => DocumentHtml.Of(DocumentFile.Open(bytes, "план" + ending)));
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
        }
        Assert.Equal(Count, outcomes.All);
        Assert.True(outcomes.Refused > 0 || ending is ".txt" or ".html");
        Assert.True(slowest < TimeSpan.FromSeconds(5), $"The slowest took {slowest}");
        TestContext.Current.SendDiagnosticMessage($"mutated{ending}: {outcomes.Read} read, {outcomes.Refused} refused, slowest {slowest.TotalMilliseconds:0} ms");
    }

    /// <summary>The inside of a plan with its XML changed and packed again, so that mutations pass the checksums.</summary>
    [Fact]
    public void Mutated_XML_in_a_sound_package_is_read_or_refused_and_nothing_else()
    {
        var parts = Directory.GetFiles(Cases.Plans, "*.docx").Order(StringComparer.Ordinal).Select(f => Part(f, "word/document.xml")).ToArray();
        var numbering = Part(Directory.GetFiles(Cases.Plans, "*.docx")[0], "word/numbering.xml");
        var outcomes = new Outcomes();
        for (var i = 0; i < Count; i++)
        {
            var random = new Random(i);
            var file = new RawZip()
                .Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>""")
                .Add("word/_rels/document.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/numbering" Target="numbering.xml"/></Relationships>""")
                .Add(new("word/document.xml", Shuffle(parts[i % parts.Length], random)) { Method = 0 })
                .Add(new("word/numbering.xml", i % 2 == 0 ? numbering : FuzzSeed.Bytes(numbering, random)) { Method = 0 });
            outcomes.Try($"Mutation {i}", () => DocumentHtml.Of(DocumentFile.Open(file.Bytes(), "план.docx")));
        }
        Assert.Equal(Count, outcomes.All);
        Assert.True(outcomes.Read > 0 && outcomes.Refused > 0, $"{outcomes.Read} read, {outcomes.Refused} refused");
    }

    /// <summary>The same for sheets and what they share: rows, cells, texts, styles.</summary>
    [Fact]
    public void Mutated_sheets_in_a_sound_package_are_read_or_refused_and_nothing_else()
    {
        var books = Directory.GetFiles(Cases.Plans, "*.docx").Order(StringComparer.Ordinal).Select(f => new SheetFile(PaperInSheet.Of(DocumentFile.Open(f))).Bytes("xlsx")).ToArray();
        string[] parts = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"];
        var known = books.Select(b => parts.ToDictionary(name => name, name => PartOf(b, name))).ToArray();
        var outcomes = new Outcomes();
        for (var i = 0; i < Count; i++)
        {
            var random = new Random(i);
            var hit = parts[i % 3 == 0 ? random.Next(parts.Length) : 0];
            var file = new RawZip();
            foreach (var (name, bytes) in known[i % known.Length]) file.Add(new(name, name != hit ? bytes : i % 2 == 0 ? Shuffle(bytes, random) : FuzzSeed.Bytes(bytes, random)) { Method = 0 });
            outcomes.Try($"Mutation {i}", () => PlanReader.Read(DocumentFile.Open(file.Bytes(), "план.xlsx")));
        }
        Assert.Equal(Count, outcomes.All);
        Assert.True(outcomes.Read > 0 && outcomes.Refused > 0, $"{outcomes.Read} read, {outcomes.Refused} refused");
    }

    [Fact]
    public void Mutated_XML_in_a_sound_OpenDocument_is_read_or_refused_and_nothing_else()
    {
        var parts = Directory.GetFiles(Cases.Plans, "*.docx").Order(StringComparer.Ordinal).Select(f => PartOf(OdtPaper.Of(DocumentFile.Open(f)), "content.xml")).ToArray();
        var outcomes = new Outcomes();
        for (var i = 0; i < Count; i++)
        {
            var file = new RawZip().Add("mimetype", "application/vnd.oasis.opendocument.text").Add(new("content.xml", Shuffle(parts[i % parts.Length], new Random(i))) { Method = 0 });
            outcomes.Try($"Mutation {i}", () => DocumentHtml.Of(DocumentFile.Open(file.Bytes(), "план.odt")));
        }
        Assert.Equal(Count, outcomes.All);
        Assert.True(outcomes.Read > 0 && outcomes.Refused > 0, $"{outcomes.Read} read, {outcomes.Refused} refused");
    }

    static byte[] PartOf(byte[] package, string name)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(package));
        using var content = new MemoryStream();
        using (var part = zip.GetEntry(name)!.Open()) part.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>The plan without its thumbnail and spare styles: most mutations then hit what is read.</summary>
    static byte[] Light(byte[] docx)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        var light = new RawZip();
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.Ordinal) || e.FullName is "[Content_Types].xml" or "word/document.xml" or "word/numbering.xml"))
        {
            using var content = new MemoryStream();
            using (var part = entry.Open()) part.CopyTo(content);
            light.Add(new(entry.FullName, content.ToArray()));
        }
        return light.Bytes();
    }

    static byte[] Part(string file, string name) => PartOf(File.ReadAllBytes(file), name);

    /// <summary>Whole tags are moved, doubled and dropped: the result is often still well-formed.</summary>
    static byte[] Shuffle(byte[] xml, Random random)
    {
        var tags = System.Text.RegularExpressions.Regex.Split(System.Text.Encoding.UTF8.GetString(xml), "(?<=>)").ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            int from = random.Next(2, tags.Count), to = random.Next(2, tags.Count);
            switch (random.Next(4))
            {
                case 0: (tags[from], tags[to]) = (tags[to], tags[from]); break;
                case 1: tags.Insert(to, tags[from]); break;
                case 2: tags[from] = tags[from].Replace("\"1\"", "\"-1\"").Replace("w:val=\"", "w:val=\"9").Replace("ed=\"", "ed=\"9"); break;
                default:
                    if (tags[from].StartsWith('<') && tags[from].EndsWith("/>", StringComparison.Ordinal)) tags.RemoveAt(from);
                    else tags[from] = tags[from].Replace("w:p>", "w:tbl>").Replace("w:tc>", "w:sdt>").Replace("text:p>", "text:list>").Replace("table:table-cell>", "table:table>");
                    break;
            }
        }
        return System.Text.Encoding.UTF8.GetBytes(string.Concat(tags));
    }
}
