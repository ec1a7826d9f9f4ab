namespace Zakhid.Operations.People;

/// <summary>
/// The one place that asks a clock. In a demonstration the authority's day is moved and only the time of day is the
/// machine's; otherwise both are the machine's, told in Kyiv.
/// </summary>
public sealed class AuthorityClock(TimeProvider clock)
{
    static readonly TimeZoneInfo _kyiv = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Kyiv", out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("Europe/Kiev");

    /// <param name="dayOfAuthority">The authority's own day; null: today.</param>
    public Moment Now(DateOnly? dayOfAuthority = null)
    {
        var machine = clock.GetUtcNow();
        var here = TimeZoneInfo.ConvertTime(machine, _kyiv);
        if (dayOfAuthority is not { } day) return new(machine, here, DateOnly.FromDateTime(here.DateTime));
        var local = day.ToDateTime(TimeOnly.FromDateTime(here.DateTime));
        // The hour that summer time skips does not exist on that day; one later does.
        if (_kyiv.IsInvalidTime(local)) local = local.AddHours(1);
        return new(machine, new DateTimeOffset(local, _kyiv.GetUtcOffset(local)), day);
    }

    /// <summary>An instant as a wall clock in Kyiv shows it.</summary>
    public static DateTimeOffset InKyiv(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _kyiv);

    /// <summary>The day of an instant of the authority's clock.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(InKyiv(instant).DateTime);
}
