using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zakhid.Calendar;

/// <summary>A public holiday with its name.</summary>
public sealed record Holiday(DateOnly Date, string Name);

/// <summary>A working day moved by a recommendation of the Cabinet: off on one day, worked on a Saturday for it.</summary>
public sealed record WorkingDayTransfer(DateOnly DayOff, DateOnly WorkedSaturday);

/// <summary>
/// The data of the calendar as <c>holidays.json</c> holds them. Its <c>day_off</c> and <c>weekend_shift</c> are results
/// under today's suspension and are not read: they are computed from holidays, suspension and transfers.
/// </summary>
sealed record HolidayFile(
    [property: JsonPropertyName("suspension_from")] DateOnly? SuspensionFrom,
    [property: JsonPropertyName("suspension_to")] DateOnly? SuspensionTo,
    [property: JsonPropertyName("years")] IReadOnlyDictionary<string, HolidayFile.Year> Years)
{
    public sealed record Year(
        [property: JsonPropertyName("holidays")] IReadOnlyList<Day> Holidays,
        [property: JsonPropertyName("working_day_swaps")] IReadOnlyList<Swap> Swaps);

    public sealed record Day([property: JsonPropertyName("date")] DateOnly Date, [property: JsonPropertyName("name")] string Name);

    public sealed record Swap(
        [property: JsonPropertyName("day_off")] DateOnly DayOff,
        [property: JsonPropertyName("worked_saturday")] DateOnly WorkedSaturday);

    public static HolidayFile Read(Stream json) =>
        JsonSerializer.Deserialize(json, HolidayJson.Default.HolidayFile) ?? throw new JsonException("The calendar file is empty");
}

[JsonSerializable(typeof(HolidayFile))]
sealed partial class HolidayJson : JsonSerializerContext;
