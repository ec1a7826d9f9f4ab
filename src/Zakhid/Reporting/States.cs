namespace Zakhid.Reporting;

/// <summary>Where a report is. A returned one counts as not submitted.</summary>
public enum ReportState { Expected, Draft, Submitted, Returned, Accepted }

/// <summary>What the calendar says of a report, apart from where it is.</summary>
public enum ScheduleState { OnTime, DueSoon, Overdue, SubmittedLate }

/// <summary>Where the asking of a body «за згодою» stands. Until it agrees it is shown apart and never red.</summary>
public enum ConsentState { Asked, Agreed, Declined, Silent }

/// <summary>What control says of a measure.</summary>
public enum ControlState { NotStarted, OnControl, Extended, Removed }

/// <summary>The words and letters of states. A state is always a letter and a word; colour alone says nothing.</summary>
public static class StateWords
{
    public static string Ukrainian(ReportState state) => state switch
    {
        ReportState.Draft => "чернетка",
        ReportState.Submitted => "подано",
        ReportState.Returned => "на доопрацюванні",
        ReportState.Accepted => "прийнято",
        _ => "очікується",
    };

    public static string English(ReportState state) => state switch
    {
        ReportState.Draft => "draft",
        ReportState.Submitted => "submitted",
        ReportState.Returned => "returned",
        ReportState.Accepted => "accepted",
        _ => "expected",
    };

    public static string Letter(ReportState state) => state switch
    {
        ReportState.Draft => "Ч",
        ReportState.Submitted => "▲",
        ReportState.Returned => "Д",
        ReportState.Accepted => "П",
        _ => "·",
    };

    public static string Ukrainian(ScheduleState state) => state switch
    {
        ScheduleState.DueSoon => "скоро строк",
        ScheduleState.Overdue => "прострочено",
        ScheduleState.SubmittedLate => "подано із запізненням",
        _ => "вчасно",
    };

    public static string English(ScheduleState state) => state switch
    {
        ScheduleState.DueSoon => "due soon",
        ScheduleState.Overdue => "overdue",
        ScheduleState.SubmittedLate => "submitted late",
        _ => "on time",
    };

    public static string Letter(ScheduleState state) => state switch
    {
        ScheduleState.DueSoon => "С",
        ScheduleState.Overdue => "!",
        ScheduleState.SubmittedLate => "Із",
        _ => "В",
    };

    public static string Ukrainian(ExecutionState state) => state switch
    {
        ExecutionState.Done => "виконано",
        ExecutionState.InProgress => "виконується",
        ExecutionState.PartlyDone => "виконано частково",
        ExecutionState.NotDone => "не виконано",
        ExecutionState.NotYetDue => "строк не настав",
        ExecutionState.NoOccasion => "випадків не було",
        _ => "втратив актуальність",
    };

    public static string English(ExecutionState state) => state switch
    {
        ExecutionState.Done => "done",
        ExecutionState.InProgress => "in progress",
        ExecutionState.PartlyDone => "partly done",
        ExecutionState.NotDone => "not done",
        ExecutionState.NotYetDue => "not yet due",
        ExecutionState.NoOccasion => "no case arose",
        _ => "no longer relevant",
    };

    public static string Ukrainian(ConsentState state) => state switch
    {
        ConsentState.Agreed => "погоджено",
        ConsentState.Declined => "відмовлено",
        ConsentState.Silent => "без відповіді",
        _ => "запитано",
    };

    public static string English(ConsentState state) => state switch
    {
        ConsentState.Agreed => "agreed",
        ConsentState.Declined => "declined",
        ConsentState.Silent => "no answer",
        _ => "asked",
    };

    public static string Ukrainian(ControlState state) => state switch
    {
        ControlState.OnControl => "на контролі",
        ControlState.Extended => "продовжено",
        ControlState.Removed => "знято",
        _ => "не взято на контроль",
    };

    public static string English(ControlState state) => state switch
    {
        ControlState.OnControl => "under control",
        ControlState.Extended => "extended",
        ControlState.Removed => "removed from control",
        _ => "not under control",
    };

    /// <summary>«Прострочено на 3 робочі дні»: how late, for the person who owes.</summary>
    public static string Overdue(int workingDays) => workingDays <= 0 ? "прострочено"
        : $"прострочено на {Text.Plural.Count(workingDays, "робочий день", "робочі дні", "робочих днів")}";
}
