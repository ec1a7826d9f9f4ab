namespace Zakhid.Documents.Pdf;

/// <summary>
/// Reads PDF with a text layer: words with their boxes and the rulings of each page, from which lines, paragraphs and tables
/// are rebuilt. What belongs to a page and not to the document (numbers, running heads, repeated headings) is left out.
/// </summary>
static class PdfReader
{
    /// <summary>Two points of the picture to a point of the page: enough to tell double lines apart.</summary>
    const int Resolution = 144;
    /// <summary>Points of a page's picture; larger pages are drawn coarser.</summary>
    const double MostPoints = 6_000_000;
    const int CoarsestResolution = 40;

    /// <exception cref="FileRefused">The file is a scan, damaged, behind a password, or larger than allowed; or poppler is not installed.</exception>
    public static Document Read(byte[] bytes, string file, Limits limits)
    {
        if (!Poppler.IsInstalled) throw Refusal.ConverterMissing(file, Poppler.Name);
        var folder = Directory.CreateTempSubdirectory("zakhid-");
        try
        {
            var poppler = new Poppler(folder.FullName, file, limits);
            File.WriteAllBytes(poppler.Path, bytes);
            var pages = poppler.Pages();
            var findings = new Findings();
            MustHaveText(pages, file, findings);
            Look(poppler, pages, findings);
            var budget = new Budget(limits, file);
            return new() { FileName = file, Format = "pdf", Blocks = Assembly.Assemble(PageLayout.Blocks(pages, budget), budget), Remarks = findings.Remarks };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A scan has no words; a page of one among others is said.</summary>
    static void MustHaveText(List<PageText> pages, string file, Findings findings)
    {
        var silent = pages.Where(p => p.Words.Sum(w => w.Text.Length) < 20).Select(p => p.Number).ToList();
        if (silent.Count == pages.Count && pages.Sum(p => p.Words.Sum(w => w.Text.Length)) < 40) throw Refusal.Scan(file);
    }

    /// <summary>Adds rulings and bold, several processes at once.</summary>
    static void Look(Poppler poppler, List<PageText> pages, Findings findings)
    {
        var bold = Task.Run(poppler.Bold);
        var hidden = new SortedDictionary<int, string>();
        var largest = pages.Max(p => Math.Max(p.Width, 1) * Math.Max(p.Height, 1));
        var resolution = (int)Math.Min(Resolution, 72 * Math.Sqrt(MostPoints / largest));
        if (resolution >= CoarsestResolution)
        {
            var share = Math.Max(4, (pages.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount);
            var parts = Enumerable.Range(0, (pages.Count + share - 1) / share).Select(i => (First: (i * share) + 1, Last: Math.Min(pages.Count, (i + 1) * share)));
            Parallel.ForEach(parts, part => poppler.Grey(part.First, part.Last, resolution, (number, points, width, height) =>
            {
                if (number > pages.Count) return;
                var page = pages[number - 1];
                page.Rulings = Rulings.Of(points.Span, width, height, resolution / 72.0).Without(page.Words);
                var unseen = page.DropUnseen(points.Span, width, resolution / 72.0);
                lock (hidden) hidden[number] = string.Join(' ', unseen.Select(w => w.Text));
            }));
        }
        foreach (var words in hidden.Values.Where(w => w.Length > 0)) findings.Hidden(words + " ");
        var boxes = bold.GetAwaiter().GetResult();
        foreach (var page in pages)
        {
            if (boxes.TryGetValue(page.Number, out var here)) page.Embolden(here);
            page.Straighten();
        }
    }
}
