namespace Zakhid.Documents.Pdf;

/// <summary>A word as it stands on a page: its box in points from the upper left corner, and how it is printed.</summary>
/// <param name="Sure">False: a program has recognised it in a picture and is in doubt.</param>
sealed record PageWord(string Text, double Left, double Top, double Right, double Bottom, bool Bold = false, bool Sure = true)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;
    public double MiddleX => (Left + Right) / 2;
    public double MiddleY => (Top + Bottom) / 2;
    /// <summary>Where the letters stand; the box reaches lower, for «р» and «щ».</summary>
    public double Baseline => Bottom - 0.2 * Height;
    /// <summary>Printed upwards or downwards.</summary>
    public bool IsTurned => Text.Length >= 3 && Height > 1.4 * Width;
}

/// <summary>A page: its size in points, its words, its rulings.</summary>
sealed class PageText(int number, double width, double height)
{
    public int Number { get; } = number;
    public double Width { get; private set; } = width;
    public double Height { get; private set; } = height;
    public List<PageWord> Words { get; private set; } = [];
    public Rulings Rulings { get; set; } = Rulings.None;
    /// <summary>The words were printed sideways on the page; here they stand upright.</summary>
    public Turn Turn { get; private set; }

    /// <summary>Its words were recognised in a picture.</summary>
    public bool IsRecognised { get; private set; }

    public void Recognised(List<PageWord> words) => (Words, IsRecognised) = (words, true);

    /// <summary>How many letters and figures it has; a page with almost none is empty or a picture.</summary>
    public int Letters => Words.Sum(w => w.Text.Count(char.IsLetterOrDigit));

    /// <summary>
    /// Takes away words that nobody sees on paper: white, covered, cut off or left without ink in some other way.
    /// </summary>
    /// <param name="grey">The picture of the page, row by row.</param>
    /// <param name="across">Its points in a row.</param>
    /// <param name="scale">Points of the picture in a point of the page.</param>
    /// <returns>The words taken away.</returns>
    public List<PageWord> DropUnseen(ReadOnlySpan<byte> grey, int across, double scale)
    {
        var unseen = new List<PageWord>();
        foreach (var word in Words)
            if (word.Text.Count(char.IsLetterOrDigit) >= 3 && Inked(word, grey, across, scale) < 0.25) unseen.Add(word);
        if (unseen.Count > 0) Words = Words.Except(unseen).ToList();
        return unseen;
    }

    /// <summary>How much of the width of a word has ink.</summary>
    static double Inked(PageWord word, ReadOnlySpan<byte> grey, int across, double scale)
    {
        const byte Ink = 235;
        var (left, right) = ((int)Math.Max(0, word.Left * scale), (int)Math.Min(across, (word.Right * scale) + 1));
        var (top, bottom) = ((int)Math.Max(0, word.Top * scale), (int)Math.Min(grey.Length / across, word.Bottom * scale));
        var inked = 0;
        for (var x = left; x < right; x++)
            for (var y = top; y < bottom; y++)
                if (grey[(y * across) + x] < Ink) { inked++; break; }
        return right <= left || bottom <= top ? 0 : inked / (double)(right - left);
    }

    /// <param name="boxes">Of lines that are bold.</param>
    public void Embolden(List<Box> boxes)
    {
        var rows = boxes.ToLookup(b => (int)(b.Top + b.Height / 2) / 8);
        Words = Words.ConvertAll(w => Enumerable.Range(((int)w.MiddleY / 8) - 1, 3).Any(r => rows[r].Any(b => w.MiddleX >= b.Left && w.MiddleX <= b.Left + b.Width && Math.Abs(w.MiddleY - b.Top - b.Height / 2) < 0.4 * w.Height)) ? w with { Bold = true } : w);
    }

    /// <summary>
    /// Sets a page upright whose words run upwards or downwards: a wide table on a page that was never marked as wide.
    /// Which of both is told by the order of the words.
    /// </summary>
    public void Straighten()
    {
        var told = Words.Where(w => w.Text.Length >= 3).ToList();
        if (told.Count < 6 || told.Count(w => w.IsTurned) * 3 < told.Count * 2) return;
        var up = 0;
        for (var i = 1; i < Words.Count; i++)
            if (Words[i].IsTurned && Words[i - 1].IsTurned && Math.Abs(Words[i].MiddleX - Words[i - 1].MiddleX) < 2) up += Words[i].MiddleY < Words[i - 1].MiddleY ? 1 : -1;
        var turn = up >= 0 ? Turn.Upwards : Turn.Downwards;
        var (width, height) = (Width, Height);
        (double Left, double Top, double Right, double Bottom) Turned(double left, double top, double right, double bottom) =>
            turn == Turn.Upwards ? (height - bottom, left, height - top, right) : (top, width - right, bottom, width - left);
        Words = [.. Words.Select(w => Turned(w.Left, w.Top, w.Right, w.Bottom) is var b ? w with { Left = b.Left, Top = b.Top, Right = b.Right, Bottom = b.Bottom } : w)];
        Rulings = new(Rulings.Down.ConvertAll(r => Across(Turned(r.At, r.From, r.At, r.To))), Rulings.Across.ConvertAll(r => Down(Turned(r.From, r.At, r.To, r.At))));
        (Width, Height, Turn) = (height, width, turn);
    }

    static Ruling Across((double Left, double Top, double Right, double Bottom) box) => new(box.Top, box.Left, box.Right);
    static Ruling Down((double Left, double Top, double Right, double Bottom) box) => new(box.Left, box.Top, box.Bottom);

    /// <summary>A box of the upright page as it lies on the page that is shown.</summary>
    public Box Shown(double left, double top, double right, double bottom) => Turn switch
    {
        Turn.Upwards => new(top, Width - right, bottom - top, right - left),
        Turn.Downwards => new(Height - bottom, left, bottom - top, right - left),
        _ => new(left, top, right - left, bottom - top),
    };
}

/// <summary>How the words of a page run.</summary>
enum Turn { Upright, Upwards, Downwards }
