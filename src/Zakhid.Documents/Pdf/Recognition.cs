namespace Zakhid.Documents.Pdf;

/// <summary>Gives words to the pages of a scan.</summary>
static class Recognition
{
    const int Resolution = 300;
    /// <summary>Shorter lines stay: they may be strokes of letters.</summary>
    const double LongRuling = 30;

    /// <exception cref="FileRefused">Tesseract or its Ukrainian data are not installed, or a limit is passed.</exception>
    public static void Of(List<PageText> pages, Poppler poppler, Tesseract tesseract, string file)
    {
        if (!Tesseract.IsInstalled) throw Refusal.ConverterMissing(file, Tesseract.Name);
        AtOnce.ForEach(pages, page =>
        {
            var resolution = (int)Math.Min(Resolution, 72 * Math.Sqrt(16_000_000 / Math.Max(1, page.Width * page.Height)));
            var scale = resolution / 72.0;
            GreyPicture? drawn = null;
            poppler.Grey(page.Number, page.Number, resolution, (_, picture) => drawn = picture);
            if (drawn is not { } askew) return;
            var straight = askew.Straight();
            page.Rulings = Rulings.Of(straight.Points, straight.Width, straight.Height, scale);
            straight.Clear(page.Rulings, LongRuling, scale);
            page.Recognised(tesseract.Words(page.Number, straight, scale));
            page.Rulings = page.Rulings.Without(page.Words);
            page.Straighten();
        });
    }
}
