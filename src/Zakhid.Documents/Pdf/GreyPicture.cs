using System.Globalization;
using System.Text;

namespace Zakhid.Documents.Pdf;

/// <summary>A grey picture in the simplest of all formats (binary PGM: «P5», width, height, 255, the points).</summary>
readonly record struct GreyPicture(byte[] Points, int Width, int Height)
{
    /// <summary>No page needs more; a picture that says it has more is not read.</summary>
    const long MostPoints = 40_000_000;
    const byte Ink = 160;

    /// <summary>The next picture of a stream, or null at its end.</summary>
    /// <exception cref="InvalidDataException">It is no such picture, or is cut off.</exception>
    public static GreyPicture? Read(Stream from)
    {
        var kind = Word(from);
        if (kind.Length == 0) return null;
        if (kind != "P5" || !int.TryParse(Word(from), out var width) || !int.TryParse(Word(from), out var height) || Word(from) != "255") throw new InvalidDataException("no grey picture");
        if (width <= 0 || height <= 0 || (long)width * height > MostPoints) throw new InvalidDataException("a picture of no page");
        var points = new byte[width * height];
        from.ReadExactly(points);
        return new(points, width, height);
    }

    /// <summary>Signs up to the next blank, which is taken too.</summary>
    static string Word(Stream from)
    {
        var word = "";
        for (int sign; (sign = from.ReadByte()) >= 0 && word.Length < 12;)
        {
            if (!char.IsWhiteSpace((char)sign)) word += (char)sign;
            else if (word.Length > 0) break;
        }
        return word;
    }

    public void Write(string path)
    {
        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n")));
        file.Write(Points);
    }

    /// <summary>How much of it is ink: less than a few points in ten thousand is an empty page.</summary>
    public double Inked
    {
        get
        {
            var inked = 0;
            foreach (var point in Points) if (point < Ink) inked++;
            return inked / (double)Points.Length;
        }
    }

    /// <summary>Paints long rulings white, so that they are not recognised as letters.</summary>
    public void Clear(Rulings rulings, double longer, double scale)
    {
        var thick = (int)(1.6 * scale);
        foreach (var ruling in rulings.Across.Where(r => r.Length > longer)) White((int)(ruling.From * scale), (int)(ruling.At * scale) - thick, (int)(ruling.To * scale), (int)(ruling.At * scale) + thick);
        foreach (var ruling in rulings.Down.Where(r => r.Length > longer)) White((int)(ruling.At * scale) - thick, (int)(ruling.From * scale), (int)(ruling.At * scale) + thick, (int)(ruling.To * scale));
    }

    void White(int left, int top, int right, int bottom)
    {
        (left, right) = (Math.Clamp(left, 0, Width), Math.Clamp(right, 0, Width));
        for (var y = Math.Max(0, top); y < Math.Min(Height, bottom); y++) Points.AsSpan((y * Width) + left, right - left).Fill(255);
    }

    /// <summary>
    /// Turned so that its lines lie level. A page lies askew by up to three degrees in a scanner; of all such angles the
    /// right one parts rows of ink from rows of paper most sharply.
    /// </summary>
    public GreyPicture Straight()
    {
        var samples = Sample();
        var (best, sharpest) = (0.0, Sharpness(samples, 0) * 1.02);
        foreach (var step in (double[])[0.5, 0.1])
        {
            var around = best;
            for (var i = step > 0.2 ? -6 : -5; i <= (step > 0.2 ? 6 : 5); i++)
                if (Sharpness(samples, around + (i * step)) is var sharpness && sharpness > sharpest) (best, sharpest) = (around + (i * step), sharpness);
        }
        return Math.Abs(best) < 0.05 ? this : Turned(best * Math.PI / 180);
    }

    /// <summary>Points of ink, thinned out.</summary>
    List<(int X, int Y)> Sample()
    {
        var samples = new List<(int, int)>();
        for (var y = 0; y < Height; y += 2)
            for (var x = y / 2 % 5; x < Width; x += 5)
                if (Points[(y * Width) + x] < Ink) samples.Add((x - (Width / 2), y));
        return samples;
    }

    double Sharpness(List<(int X, int Y)> samples, double degrees)
    {
        var slope = Math.Tan(degrees * Math.PI / 180);
        var rows = new int[(Height / 3) + 2];
        foreach (var (x, y) in samples)
            if ((int)((y + (x * slope)) / 3) is var row && row >= 0 && row < rows.Length) rows[row]++;
        var sum = 0.0;
        foreach (var row in rows) sum += (double)row * row;
        return sum;
    }

    GreyPicture Turned(double angle)
    {
        var turned = new byte[Points.Length];
        var (sin, cos, middleX, middleY) = (Math.Sin(angle), Math.Cos(angle), Width / 2.0, Height / 2.0);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var (dx, dy) = (x - middleX, y - middleY);
                var (fromX, fromY) = ((int)Math.Round(middleX + (dx * cos) + (dy * sin)), (int)Math.Round(middleY - (dx * sin) + (dy * cos)));
                turned[(y * Width) + x] = fromX >= 0 && fromX < Width && fromY >= 0 && fromY < Height ? Points[(fromY * Width) + fromX] : (byte)255;
            }
        return new(turned, Width, Height);
    }
}
