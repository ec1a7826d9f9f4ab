namespace Zakhid;

/// <summary>How long a period of reporting or recurrence is. Decade: ten days of a month.</summary>
public enum PeriodLength { Day, Week, Decade, Month, Quarter, HalfYear, Year }

/// <summary>A stretch of calendar days, both ends inclusive.</summary>
/// <exception cref="ArgumentException">The end is before the start.</exception>
public readonly record struct DateRange
{
    public DateOnly Start { get; }
    public DateOnly End { get; }

    public DateRange(DateOnly start, DateOnly end)
    {
        if (end < start) throw new ArgumentException($"A range ends {end:O} before it starts {start:O}", nameof(end));
        (Start, End) = (start, end);
    }

    public bool Contains(DateOnly day) => Start <= day && day <= End;
    public bool Meets(DateRange other) => Start <= other.End && other.Start <= End;
}
