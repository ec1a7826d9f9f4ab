using System.Globalization;
using System.Text;

namespace Zakhid.Documents.Pictures;

/// <summary>
/// A picture of a page as a PDF (ISO 32000-1, 8.9), so that it goes the way of every scan. Its points are taken over as they
/// are packed: whoever unpacks them is the program with limits, not this process.
/// </summary>
static class PicturePdf
{
    /// <exception cref="FileRefused">The picture is of another kind, damaged, or larger than any page.</exception>
    public static byte[] Of(byte[] picture, string file, Limits limits)
    {
        var pages = CleanPicture.IsJpeg(picture) ? [JpegPage.Of(picture, file)]
            : CleanPicture.IsPng(picture) ? [PngPage.Of(picture, file)]
            : TiffPages.Of(picture, file, limits);
        return Write(pages);
    }

    static byte[] Write(IReadOnlyList<PicturePage> pages)
    {
        var pdf = new MemoryStream(1 << 20);
        var places = new List<long>();
        void Say(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        // Objects are numbered as they are begun: the catalogue and the list of pages are the first two.
        int Begin() { places.Add(pdf.Position); Say($"{places.Count} 0 obj\n"); return places.Count; }
        void Stream(string words, ReadOnlyMemory<byte> content)
        {
            Say($"<< {words} /Length {content.Length} >>\nstream\n");
            pdf.Write(content.Span);
            Say("\nendstream\nendobj\n");
        }

        Say("%PDF-1.5\n");
        places.AddRange([0, 0]);
        var kids = new List<int>();
        foreach (var page in pages)
        {
            var parts = new List<int>();
            foreach (var part in page.Parts)
            {
                parts.Add(Begin());
                Stream(string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {part.Width} /Height {part.Height} {part.Packed}"), part.Points);
            }
            var drawn = Begin();
            Stream("", Encoding.ASCII.GetBytes(string.Concat(page.Parts.Select((part, i) => string.Create(CultureInfo.InvariantCulture,
                $"q {part.Width / page.Scale:0.####} 0 0 {part.Height / page.Scale:0.####} {part.Left / page.Scale:0.####} {(page.Height - part.Top - part.Height) / page.Scale:0.####} cm /I{i} Do Q\n")))));
            kids.Add(Begin());
            Say(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /Rotate {page.Turned} /MediaBox [0 0 {page.Width / page.Scale:0.####} {page.Height / page.Scale:0.####}] /Contents {drawn} 0 R /Resources << /XObject << {string.Join(' ', parts.Select((number, i) => $"/I{i} {number} 0 R"))} >> >> >>\nendobj\n"));
        }
        places[0] = pdf.Position;
        Say("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        places[1] = pdf.Position;
        Say($"2 0 obj\n<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(k => $"{k} 0 R"))}] >>\nendobj\n");
        var table = pdf.Position;
        Say($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(p => $"{p:D10} 00000 n \n"))}trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();
    }
}
