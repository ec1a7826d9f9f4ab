namespace Zakhid.Documents.Pdf;

/// <summary>A straight line on a page: where it lies on one axis and from where to where on the other, in points.</summary>
readonly record struct Ruling(double At, double From, double To)
{
    public double Length => To - From;
}

/// <summary>The lines of a page that may part cells.</summary>
sealed record Rulings(List<Ruling> Across, List<Ruling> Down)
{
    public static Rulings None { get; } = new([], []);

    /// <summary>A line is at most this thick, in points; anything thicker is a filled area.</summary>
    const double Thick = 3.5;
    /// <summary>Shorter ones are strokes of letters.</summary>
    const double ShortestAcross = 12, ShortestDown = 9;
    const byte Dark = 205;

    /// <summary>
    /// Finds them in a grey picture of the page: runs of dark points that are long and thin. It does not matter how a
    /// program draws its borders (strokes, thin rectangles, patterns, a scan): on paper they are lines.
    /// </summary>
    /// <param name="grey">Rows of grey points, 0 is black.</param>
    /// <param name="width">Points in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="scale">Points of the picture in a point of the page (1/72 inch).</param>
    public static Rulings Of(ReadOnlySpan<byte> grey, int width, int height, double scale)
    {
        var across = new Runs((int)(Thick * scale) + 1);
        var down = new Runs((int)(Thick * scale) + 1);
        int shortAcross = (int)(ShortestAcross * scale), shortDown = (int)(ShortestDown * scale);
        var since = new int[width];
        Array.Fill(since, -1);
        for (var y = 0; y < height; y++)
        {
            var row = grey.Slice(y * width, width);
            var start = -1;
            for (var x = 0; x < width; x++)
            {
                if (row[x] < Dark)
                {
                    if (start < 0) start = x;
                    if (since[x] < 0) since[x] = y;
                    continue;
                }
                if (start >= 0) { if (x - start >= shortAcross) across.Add(y, start, x); start = -1; }
                if (since[x] >= 0) { if (y - since[x] >= shortDown) down.Add(x, since[x], y); since[x] = -1; }
            }
            if (start >= 0 && width - start >= shortAcross) across.Add(y, start, width);
        }
        for (var x = 0; x < width; x++) if (since[x] >= 0 && height - since[x] >= shortDown) down.Add(x, since[x], height);
        return new(across.Lines(scale), down.Lines(scale));
    }

    /// <summary>Without strokes of letters and lines that are written as words («______»): what lies within the box of a word.</summary>
    public Rulings Without(List<PageWord> words)
    {
        var rows = new Dictionary<int, List<PageWord>>();
        foreach (var word in words)
            for (var r = (int)word.Top / 16; r <= (int)word.Bottom / 16 && r - ((int)word.Top / 16) < 60; r++)
            {
                if (!rows.TryGetValue(r, out var row)) rows[r] = row = [];
                row.Add(word);
            }
        IEnumerable<PageWord> At(double y) => rows.TryGetValue((int)y / 16, out var row) ? row : [];
        return new(
            Across.FindAll(r => !At(r.At).Any(w => r.At > w.Top && r.At < w.Bottom && r.From > w.Left - 1.5 && r.To < w.Right + 1.5)),
            Down.FindAll(r => r.Length > 60 || !At((r.From + r.To) / 2).Any(w => r.At > w.Left - 0.5 && r.At < w.Right + 0.5 && r.From > w.Top - 2 && r.To < w.Bottom + 2
                // The stem of a tall letter («ф») that touches the borders over and under it.
                || r.At > w.Left + 1 && r.At < w.Right - 1 && Math.Min(r.To, w.Bottom) - Math.Max(r.From, w.Top) > 0.7 * r.Length)));
    }

    /// <summary>Runs of dark points that lie side by side are one line; too many side by side are an area.</summary>
    sealed class Runs(int thickest)
    {
        readonly List<(int At, int From, int To)> _runs = [];

        public void Add(int at, int from, int to) { if (_runs.Count < 200_000) _runs.Add((at, from, to)); }

        public List<Ruling> Lines(double scale)
        {
            _runs.Sort();
            var open = new List<Bundle>();
            var closed = new List<Bundle>();
            foreach (var run in _runs)
            {
                for (var i = open.Count - 1; i >= 0; i--)
                    if (open[i].Last < run.At - 1) { closed.Add(open[i]); open.RemoveAt(i); }
                var bundle = open.Find(b => b.Last == run.At - 1 && b.GoesOnWith(run));
                if (bundle is null) open.Add(new(run));
                else bundle.Add(run);
            }
            closed.AddRange(open);
            return [.. closed.SelectMany(b => Lines(b, scale)).OrderBy(r => r.At).ThenBy(r => r.From)];
        }

        /// <summary>The edges of an area part cells as lines do: a heading on a dark ground.</summary>
        IEnumerable<Ruling> Lines(Bundle bundle, double scale) => bundle.Last - bundle.First < thickest
            ? [new((bundle.First + bundle.Last + 1) / 2.0 / scale, bundle.From / scale, bundle.To / scale)]
            : [new(bundle.First / scale, bundle.From / scale, bundle.To / scale), new((bundle.Last + 1) / scale, bundle.From / scale, bundle.To / scale)];

        sealed class Bundle((int At, int From, int To) run)
        {
            public int First { get; } = run.At;
            public int Last { get; private set; } = run.At;
            public int From { get; private set; } = run.From;
            public int To { get; private set; } = run.To;

            /// <summary>A run belongs to the same line when it is about as long: a border that leaves an area is not of it.</summary>
            public bool GoesOnWith((int At, int From, int To) run) => 2 * (Math.Min(To, run.To) - Math.Max(From, run.From)) > Math.Max(To - From, run.To - run.From);

            public void Add((int At, int From, int To) next) => (Last, From, To) = (next.At, Math.Min(From, next.From), Math.Max(To, next.To));
        }
    }
}
