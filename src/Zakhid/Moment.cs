namespace Zakhid;

/// <summary>
/// When something is done. <see cref="Machine"/> is the machine's clock: sessions, lock-outs, leases. <see cref="At"/> and
/// <see cref="Day"/> are the authority's clock and its calendar day in Europe/Kyiv: facts get them. The two differ only in
/// a demonstration, where the authority's day is moved. Made at the edge by <c>AuthorityClock</c>; nothing below asks a clock.
/// </summary>
public sealed record Moment(DateTimeOffset Machine, DateTimeOffset At, DateOnly Day)
{
    /// <summary>A moment at ten in the morning of a day on every clock, Kyiv summer time; for tests and synthetic data.</summary>
    public static Moment Of(DateOnly day)
    {
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(3));
        return new(at, at, day);
    }
}
