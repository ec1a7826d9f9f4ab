using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Zakhid.Documents.Pdf;

namespace Zakhid.Documents;

/// <summary>The size of a page in points (1/72 inch).</summary>
public sealed record PageSize(double Width, double Height);

/// <summary>
/// The pages of a PDF as pictures, with the places that were read lying over them. Each place has the same id as in
/// <see cref="DocumentHtml"/>, so that the same links lead to it. Positions are attributes of shapes, not styles.
/// </summary>
public static class PagePictures
{
    /// <summary>Points across: letters stay sharp on a screen twice as dense.</summary>
    const int Across = 1240;

    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="pages">Sizes of all pages of the document.</param>
    /// <param name="spots">Places to show, each with where its reading is shown; a place without a box is left out.</param>
    /// <param name="picture">Number of a page → address of its picture.</param>
    /// <param name="called">Number of a page → what it is called.</param>
    /// <param name="only">Numbers of the pages to show; null: all.</param>
    public static string Html(IReadOnlyList<PageSize> pages, IEnumerable<(Place Place, PlaceLink? Link)> spots, Func<int, string> picture, Func<int, string> called, IReadOnlySet<int>? only = null)
    {
        var byPage = spots.Where(s => s.Place is { Page: not null, Box: not null }).GroupBy(s => DocumentHtml.Id(s.Place)).Where(g => g.Key is not null)
            .Select(g => (Id: g.Key!, g.First().Place, Link: g.Select(s => s.Link).FirstOrDefault(l => l is not null))).ToLookup(s => s.Place.Page!.Value);
        var html = new StringBuilder();
        for (var number = 1; number <= pages.Count; number++)
        {
            if (only is not null && !only.Contains(number)) continue;
            var size = pages[number - 1];
            html.Append(CultureInfo.InvariantCulture, $"<figure class=\"leafp{(size.Width > size.Height ? " wide" : "")}\" id=\"page-{number}\"><img src=\"{Encoder.Encode(picture(number))}\" width=\"{Across}\" height=\"{Math.Round(Across * size.Height / Math.Max(1, size.Width))}\" loading=\"lazy\" alt=\"{Encoder.Encode(called(number))}\">");
            html.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {size.Width:0.##} {size.Height:0.##}\">");
            // Large ones first: a cell inside another place lies over it.
            foreach (var (id, place, link) in byPage[number].OrderByDescending(s => s.Place.Box!.Width * s.Place.Box.Height)) Write(html, id, place.Box!, link);
            html.Append(CultureInfo.InvariantCulture, $"</svg><figcaption>{Encoder.Encode(called(number))}</figcaption></figure>\n");
        }
        return html.ToString();
    }

    static void Write(StringBuilder html, string id, Box box, PlaceLink? link)
    {
        html.Append("<g id=\"").Append(id).Append("\">");
        var shape = string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{box.Left - 2:0.#}\" y=\"{box.Top - 2:0.#}\" width=\"{box.Width + 4:0.#}\" height=\"{box.Height + 4:0.#}\"/>");
        if (link is null) html.Append(shape);
        else html.Append("<a class=\"back-to\" tabindex=\"-1\" href=\"#").Append(Encoder.Encode(link.Anchor)).Append("\" aria-label=\"").Append(Encoder.Encode(link.Label)).Append("\"><title>").Append(Encoder.Encode(link.Label)).Append("</title>").Append(shape).Append("</a>");
        html.Append("</g>");
    }

    /// <summary>A page as PNG.</summary>
    /// <exception cref="FileRefused">Poppler is not installed, failed, or took longer than allowed.</exception>
    public static byte[] Png(string path, string shownName, int page, Limits? limits = null)
    {
        var png = new MemoryStream();
        new Poppler(path, shownName, limits ?? Limits.Default).Png(page, Across, png);
        return png.Length > 0 ? png.ToArray() : throw Refusal.ConverterFailed(shownName, Poppler.Name);
    }
}
