using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Reporting;

namespace Zakhid.App.Figures;

/// A state as a letter, a word and a colour class: the letter is the state, the colour is the calendar.
sealed record Mark(string Class, string Letter, string Ukrainian, string English)
{
    public static Mark Of(ObligationLine line, DateOnly today) => Of(line.Standing, line.IsOverdue(today), line.IsSoon(today, WorkingCalendar.Ukraine), line.Late);

    /// Of reports that are told together: which of them came late is not known.
    public static Mark Of(OwedReport report, DateOnly today)
    {
        var schedule = report.Schedule(today, WorkingCalendar.Ukraine);
        return Of(report.IsApart ? "Apart" : report.State.ToString(), schedule == ScheduleState.Overdue, schedule == ScheduleState.DueSoon, cameLate: false);
    }

    static Mark Of(string standing, bool late, bool soon, bool cameLate)
    {
        var color = late ? "late" : soon ? "soon" : "wait";
        return standing switch
        {
            "Accepted" => new("ok", "П", cameLate ? "прийнято, подано із запізненням" : "прийнято", cameLate ? "accepted, handed in late" : "accepted"),
            "Submitted" => new("sent", "▲", cameLate ? "подано із запізненням, розглядається" : "подано, розглядається", cameLate ? "handed in late, under review" : "handed in, under review"),
            "Returned" => new(color, "Д", "на доопрацюванні", "returned"),
            "Apart" => new("wait", "?", "за згодою, відповіді немає", "by consent, no answer"),
            "Declined" => new("wait", "–", "відмовлено", "declined"),
            "Lapsed" => new("wait", "З", "звітувати вже не треба", "no longer owed"),
            _ when late => new("late", "!", "прострочено", "overdue"),
            "Draft" => new(color, "Ч", "чернетка", "draft"),
            _ when soon => new("soon", "·", "очікується, скоро строк", "expected, due soon"),
            _ => new("wait", "·", "очікується", "expected"),
        };
    }
}

static class ExecutionWords
{
    /// The states that a report on a measure may declare: that no case arose, only where the measure waits for cases.
    public static IEnumerable<ExecutionState> Declarable(string? occasion) =>
        Enum.GetValues<ExecutionState>().Where(state => state != ExecutionState.NoOccasion || occasion is not null);

    public static string Of(ExecutionState? state, bool english) => state switch
    {
        ExecutionState.Done => english ? "Done" : "Виконано",
        ExecutionState.InProgress => english ? "In progress" : "Виконується",
        ExecutionState.PartlyDone => english ? "Partly done" : "Виконано частково",
        ExecutionState.NotDone => english ? "Not done" : "Не виконано",
        ExecutionState.NotYetDue => english ? "Not yet due" : "Строк не настав",
        ExecutionState.NoOccasion => english ? "No case arose" : "Випадків не було",
        ExecutionState.Obsolete => english ? "No longer relevant" : "Втратив актуальність",
        _ => english ? "Not yet" : "Ще ні",
    };
}

static class DueWords
{
    static readonly string[] _english = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// The day of a report: «прострочено» is said only of one that is owed; what is handed in, apart or lapsed has a plain day.
    public static string Of(Zakhid.Operations.Obligations.ObligationLine line, DateOnly today, bool english) => Of(line.DueDay, line.IsOwed, today, english);

    public static string Of(DateOnly due, bool owed, DateOnly today, bool english) => owed || due >= today ? Of(due, today, english) : (english ? Zakhid.Text.EnglishDate.DayMonth(due) : Zakhid.Text.UkrainianDate.DayMonth(due)) + (due.Year != today.Year ? $" {due.Year}" : "");

    /// «завтра, 17 вересня», «сьогодні, 16 вересня», «прострочено на 3 дні», «17 грудня, четвер».
    public static string Of(DateOnly due, DateOnly today, bool english)
    {
        var days = due.DayNumber - today.DayNumber;
        var day = english ? due.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture) : Zakhid.Text.UkrainianDate.DayMonth(due);
        return days switch
        {
            0 => english ? $"today, {day}" : $"сьогодні, {day}",
            1 => english ? $"tomorrow, {day}" : $"завтра, {day}",
            < 0 => english ? $"overdue since {day}" : $"прострочено на {Zakhid.Text.Plural.Count(-days, "день", "дні", "днів")}",
            _ => $"{day}, {(english ? _english[(int)due.DayOfWeek] : Zakhid.Text.UkrainianDate.Weekday(due))}",
        } + (due.Year != today.Year && days != 0 ? $" {due.Year}" : "");
    }
}
