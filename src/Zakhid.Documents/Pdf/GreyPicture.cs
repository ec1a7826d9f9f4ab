namespace Zakhid.Documents.Pdf;

/// <summary>A grey picture in the simplest of all formats (binary PGM: «P5», width, height, 255, the points).</summary>
readonly record struct GreyPicture(byte[] Points, int Width, int Height)
{
    /// <summary>No page needs more; a picture that says it has more is not read.</summary>
    const long MostPoints = 40_000_000;

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
}
