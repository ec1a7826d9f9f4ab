using Zakhid.Obligations;
using Zakhid.Text;

namespace Zakhid.Control;

/// <summary>A report that a body still owes, as a reminder names it.</summary>
/// <param name="Measure">The number of the measure as printed, else its place in the plan.</param>
/// <param name="Gist">What lists call the measure.</param>
/// <param name="Due">By when; of a returned report the day set by the return.</param>
/// <param name="Returned">Sent back to be amended, and not handed in again.</param>
public sealed record RemindedReport(string Measure, string Gist, DateOnly Due, bool Returned);

/// <summary>The words of a reminder, to be copied into a letter or a messenger: what is owed, by which plan, by which day.</summary>
public static class ReminderText
{
    /// <param name="body">Whom it goes to, as the plan names it.</param>
    /// <param name="planTitle">Title of the plan.</param>
    /// <param name="act">Its requisites.</param>
    /// <param name="period">What the reports are about.</param>
    /// <param name="owed">At least one.</param>
    /// <param name="today">Days before it are told as past.</param>
    /// <returns>Lines parted by «\n», without one at the end.</returns>
    public static string Of(string body, string planTitle, Act act, ReportingPeriod period, IReadOnlyList<RemindedReport> owed, DateOnly today)
    {
        var lines = new List<string> { body, $"Нагадуємо про {Plural.Count(owed.Count, "звіт", "звіти", "звітів")} за {period.Name}.", $"План: {planTitle}{Requisites(act)}." };
        foreach (var day in owed.GroupBy(o => (o.Due, o.Returned)).OrderBy(g => g.Key))
        {
            lines.Add(Heading(day.Key.Due, day.Key.Returned, today));
            lines.AddRange(day.Select(report => $"— захід {report.Measure}: {report.Gist}"));
        }
        return string.Join('\n', lines);
    }

    static string Heading(DateOnly due, bool returned, DateOnly today) => (returned, past: due < today) switch
    {
        (false, false) => $"Подайте до {UkrainianDate.Full(due)}:",
        (false, true) => $"Строк минув {UkrainianDate.Full(due)}, подайте сьогодні:",
        (true, false) => $"Доопрацюйте до {UkrainianDate.Full(due)}:",
        (true, true) => $"Строк доопрацювання минув {UkrainianDate.Full(due)}, подайте сьогодні:",
    };

    static string Requisites(Act act) => act is { Number: { } number, Date: { } date } ? $" ({act.Kind ?? "акт"} від {UkrainianDate.Short(date)} № {number})" : "";
}
