namespace Zakhid.Calendar;

/// <summary>
/// The day of an instant in Europe/Kyiv. Lateness is judged to 24:00 there, wherever the server stands. Nothing here asks
/// a clock.
/// </summary>
public static class KyivTime
{
    static readonly TimeZoneInfo Zone = Find();

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The same instant on a Kyiv wall clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The first instant of a Kyiv day. Midnight is never skipped or repeated: clocks change at three and four.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, Zone.GetUtcOffset(midnight));
    }

    static TimeZoneInfo Find()
    {
        foreach (var id in (string[])["Europe/Kyiv", "Europe/Kiev", "FLE Standard Time"])
            if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)) return zone;
        return BuiltIn();
    }

    /// <summary>For a machine without time zone data: UTC+2, summer time from the last Sunday of March to the last of October.</summary>
    public static TimeZoneInfo BuiltIn()
    {
        var spring = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new(1, 1, 1, 3, 0, 0), 3, 5, DayOfWeek.Sunday);
        var autumn = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new(1, 1, 1, 4, 0, 0), 10, 5, DayOfWeek.Sunday);
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), spring, autumn);
        return TimeZoneInfo.CreateCustomTimeZone("Kyiv", TimeSpan.FromHours(2), "Kyiv", "Kyiv", "Kyiv summer", [summer]);
    }
}
