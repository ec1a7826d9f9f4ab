namespace Zakhid.App.Pages.Plans;

/// A stretch of a plan's measures that fits a page: whole sections where they fit, a long one cut.
/// <param name="First">Its place in the list of measures, from 0.</param>
sealed record PlanPart(int Number, int First, int Count)
{
    /// A plan of so many measures stays one page.
    public const int Most = 60;

    /// What an address asks for: «all» the measures, or a part by its number, the nearest there is.
    public static PlanPart Asked(IReadOnlyList<PlanPart> parts, string? part)
    {
        if (part == "all") return new(1, 0, parts.Sum(p => p.Count));
        return parts[int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, parts.Count) - 1 : 0];
    }

    /// The part that holds a place in the list.
    public bool Has(int place) => place >= First && place < First + Count;

    /// <param name="sections">Of each measure in the plan's order; null: of none.</param>
    public static IReadOnlyList<PlanPart> Of<T>(IReadOnlyList<T> sections)
    {
        if (sections.Count <= Most) return [new(1, 0, sections.Count)];
        var parts = new List<PlanPart>();
        var (first, count) = (0, 0);
        void Close()
        {
            if (count > 0) parts.Add(new(parts.Count + 1, first, count));
            (first, count) = (first + count, 0);
        }
        for (var at = 0; at < sections.Count;)
        {
            var length = 1;
            while (at + length < sections.Count && EqualityComparer<T>.Default.Equals(sections[at + length], sections[at])) length++;
            if (count + length > Most) Close();
            // A section longer than a page is cut into like pieces; what follows it begins a page of its own.
            var pieces = (length + Most - 1) / Most;
            for (var piece = 0; piece < pieces; piece++)
            {
                count += length * (piece + 1) / pieces - length * piece / pieces;
                if (pieces > 1) Close();
            }
            at += length;
        }
        Close();
        return parts;
    }
}

/// The way from part to part at the foot of a page.
/// <param name="Link">The address of a part by its number, or of «all».</param>
sealed record PartLinks(IReadOnlyList<PlanPart> Parts, PlanPart Part, Func<string, string> Link)
{
    public int All => Parts.Sum(p => p.Count);
    public bool ShowsAll => Part.Count == All;
}
