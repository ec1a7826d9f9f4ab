using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Documents.Sheets;

/// <summary>
/// Which parts of a day a cell shows. A day with its year is printed as acts print it, «25.12.2024», whatever order the
/// sheet shows it in; a month in words stays in words.
/// </summary>
readonly record struct DateShape(bool Day, bool Month, bool Year, bool MonthInWords, bool Time)
{
    /// <summary>«25.12.2024»: of a cell that says it is a date and no more.</summary>
    public static DateShape Whole { get; } = new(true, true, true, false, false);

    public bool IsEmpty => this == default;

    public string Print(DateTime moment)
    {
        var day = DateOnly.FromDateTime(moment);
        var date = this switch
        {
            { Day: true, Month: true, Year: true, MonthInWords: true } => UkrainianDate.WithYear(day),
            { Day: true, Month: true, Year: true } => UkrainianDate.Short(day),
            { Day: true, Month: true, MonthInWords: true } => UkrainianDate.DayMonth(day),
            { Day: true, Month: true } => day.ToString("dd.MM", CultureInfo.InvariantCulture),
            { Month: true, Year: true } => $"{UkrainianDate.Month(day.Month)} {Number(day.Year)}",
            { Month: true } => UkrainianDate.Month(day.Month),
            { Day: true, Year: false } => Number(day.Day),
            { Year: true, Day: false } => Number(day.Year),
            { Time: true } => "",
            _ => UkrainianDate.Short(day),
        };
        var time = Time && (date.Length == 0 || moment.TimeOfDay.TotalMinutes >= 1) ? moment.ToString("HH:mm", CultureInfo.InvariantCulture) : "";
        return date.Length > 0 && time.Length > 0 ? $"{date} {time}" : date + time;
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
