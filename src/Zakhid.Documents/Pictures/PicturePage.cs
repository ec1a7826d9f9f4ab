namespace Zakhid.Documents.Pictures;

/// <summary>A part of a picture as it stands in a PDF: its points, and the words that say how they are packed.</summary>
/// <param name="Left">Points of the picture from its left side.</param>
/// <param name="Top">Points of the picture from its upper side.</param>
/// <param name="Packed">«/Filter … /ColorSpace … /BitsPerComponent …».</param>
sealed record PicturePart(int Left, int Top, int Width, int Height, string Packed, ReadOnlyMemory<byte> Points);

/// <summary>A picture of a page: its size in points of the picture, how dense they are, which side is up.</summary>
/// <param name="Density">Points to an inch; 0: it does not say.</param>
/// <param name="Orientation">1 to 8, as EXIF counts.</param>
sealed record PicturePage(int Width, int Height, double Density, int Orientation, IReadOnlyList<PicturePart> Parts)
{
    /// <summary>Forty million: a sheet of A3 at 600 points to an inch.</summary>
    const long MostPoints = 40_000_000;
    const double ShorterSideOfA4 = 595, NarrowestPage = 350, WidestPage = 900;

    public static bool Fits(long width, long height) => width is > 0 and <= 65_535 && height is > 0 and <= 65_535 && width * height <= MostPoints;

    /// <summary>How many points of the picture make one of the page (1/72 inch); a telephone does not know how large the paper was.</summary>
    public double Scale
    {
        get
        {
            var shorter = Math.Min(Width, Height);
            return Density > 0 && shorter * 72 / Density is >= NarrowestPage and <= WidestPage ? Density / 72 : shorter / ShorterSideOfA4;
        }
    }

    public int Turned => Orientation switch { 3 or 4 => 180, 5 or 6 => 90, 7 or 8 => 270, _ => 0 };
}
