using Zakhid.Documents.Pictures;

namespace Zakhid.Documents.Pdf;

/// <summary>
/// Reads PDF with a text layer: words with their boxes and the rulings of each page, from which lines, paragraphs and tables
/// are rebuilt. What belongs to a page and not to the document (numbers, running heads, repeated headings) is left out. The
/// words of a scan are recognised first, where that is asked for.
/// </summary>
static class PdfReader
{
    /// <summary>Two points of the picture to a point of the page: enough to tell double lines apart.</summary>
    const int Resolution = 144;
    /// <summary>Points of a page's picture; larger pages are drawn coarser.</summary>
    const double MostPoints = 6_000_000;
    const int CoarsestResolution = 40;
    /// <summary>A page with fewer letters is empty or a picture.</summary>
    const int FewestLetters = 16;
    const double LeastInk = 0.0005;

    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name, for sentences.</param>
    /// <param name="limits">Of pages, words, time.</param>
    /// <param name="recognise">Pages without words are recognised.</param>
    /// <exception cref="FileRefused">The file is a scan, damaged, behind a password, or larger than allowed; or a program is not installed.</exception>
    public static Document Read(byte[] bytes, string file, Limits limits, bool recognise)
    {
        if (!Poppler.IsInstalled) throw Refusal.ConverterMissing(file, Poppler.Name);
        var folder = Directory.CreateTempSubdirectory("zakhid-");
        try
        {
            var poppler = new Poppler(Path.Combine(folder.FullName, "source.pdf"), file, limits);
            File.WriteAllBytes(poppler.Path, bytes);
            var pages = poppler.Pages();
            var sizes = pages.ConvertAll(p => new PageSize(p.Width, p.Height));
            var findings = new Findings();
            var pictures = Look(poppler, pages, findings);
            if (pictures.Count > 0 && recognise) Recognition.Of(pictures, poppler, new(folder.FullName, file, limits), file);
            else if (pages.Sum(p => p.Letters) < FewestLetters) throw pictures.Count > 0 ? Refusal.Scan(file) : Refusal.Empty(file);

            var numbers = pictures.ConvertAll(p => p.Number);
            if (numbers.Count > 0 && recognise) findings.Recognised(numbers);
            else if (numbers.Count > 0) findings.Unread(numbers);
            var budget = new Budget(limits, file);
            return new() { FileName = file, Format = "pdf", Blocks = Assembly.Assemble(PageLayout.Blocks(pages, budget), budget), Remarks = findings.Remarks, RecognisedPages = recognise ? numbers : [], Pages = sizes };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A picture of pages (PNG, JPEG, TIFF): a scan like any other.</summary>
    /// <exception cref="FileRefused">Recognising was not asked for; or as of any scan.</exception>
    public static Document ReadPicture(byte[] bytes, string file, Limits limits, bool recognise)
    {
        if (!recognise) throw Refusal.Picture(file);
        return Read(PicturePdf.Of(bytes, file, limits), file, limits, recognise) with { Format = CleanPicture.IsPng(bytes) ? "png" : CleanPicture.IsJpeg(bytes) ? "jpeg" : "tiff" };
    }

    /// <summary>Adds rulings and bold, several processes at once.</summary>
    /// <returns>Pages that show something but have no words.</returns>
    static List<PageText> Look(Poppler poppler, List<PageText> pages, Findings findings)
    {
        var bold = Task.Run(poppler.Bold);
        var hidden = new SortedDictionary<int, string>();
        var pictures = new SortedDictionary<int, PageText>();
        var largest = pages.Max(p => Math.Max(p.Width, 1) * Math.Max(p.Height, 1));
        var resolution = (int)Math.Min(Resolution, 72 * Math.Sqrt(MostPoints / largest));
        if (resolution >= CoarsestResolution)
        {
            var share = Math.Max(4, (pages.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount);
            var parts = Enumerable.Range(0, (pages.Count + share - 1) / share).Select(i => (First: (i * share) + 1, Last: Math.Min(pages.Count, (i + 1) * share))).ToList();
            AtOnce.ForEach(parts, part => poppler.Grey(part.First, part.Last, resolution, (number, picture) =>
            {
                if (number > pages.Count) return;
                var page = pages[number - 1];
                if (page.Letters < FewestLetters && picture.Inked > LeastInk) lock (pictures) pictures[number] = page;
                page.Rulings = Rulings.Of(picture.Points, picture.Width, picture.Height, resolution / 72.0).Without(page.Words);
                var unseen = page.DropUnseen(picture.Points, picture.Width, resolution / 72.0);
                if (unseen.Count > 0) lock (hidden) hidden[number] = string.Join(' ', unseen.Select(w => w.Text));
            }));
        }
        foreach (var words in hidden.Values) findings.Hidden(words + " ");
        var boxes = bold.GetAwaiter().GetResult();
        foreach (var page in pages)
        {
            if (boxes.TryGetValue(page.Number, out var here)) page.Embolden(here);
            page.Straighten();
        }
        return [.. pictures.Values];
    }
}
