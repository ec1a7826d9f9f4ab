using Zakhid.Calendar;
using Zakhid.Text;

namespace Zakhid.Obligations;

/// <summary>
/// A rung: who informs whom by which day of a period, and on what document that stands. <see cref="Due"/> null: the document
/// is known by name only and its day is asked for, never filled in.
/// </summary>
public sealed record Rung(string Who, string To, DueDate? Due, string Ground)
{
    /// <summary>What is sent from this rung: reports of executors or their summary; null above the plan's own act.</summary>
    public ObligationKind? Kind { get; init; }

    /// <summary>The number of the higher act that this rung stands on; null on the plan's own rungs.</summary>
    public long? Document { get; init; }

    /// <summary>Working days since the rung below; null for the first, and where either day is unknown.</summary>
    public int? Slack { get; init; }

    /// <summary>«1 робочий день», «10 робочих днів»; a rung that is not later than the one below has none.</summary>
    public string? SlackText => Slack switch
    {
        null => null,
        <= 0 => "запасу немає",
        { } days => Plural.Count(days, "робочий день", "робочі дні", "робочих днів"),
    };

    public string DayText => Due is { } due ? UkrainianDate.DayMonth(due.Adjusted) : "День невідомий";
}

/// <summary>A rung above the plan's own act, as the coordinator knows it: a rule where the document is at hand, else none.</summary>
public sealed record HigherRung(string Who, string To, ReportingRule? Rule, string Ground)
{
    /// <summary>The number of its act among the higher acts.</summary>
    public long? Document { get; init; }
}

/// <summary>
/// The way of one period's information: executors → coordinator → head → higher authority, with the slack between them in
/// working days. A rung is shown only with its document.
/// </summary>
public static class Ladder
{
    public static IReadOnlyList<Rung> Of(
        ReportingPeriod period, IReadOnlyList<ReportingRule> rules, IReadOnlyList<HigherRung> higher, WorkingCalendar calendar, DayOffPolicy policy)
    {
        var own = rules.Where(rule => !rule.Once && rule.Length == period.Length)
            .Select(rule => new Rung(rule.Who ?? "Виконавці", rule.To ?? "", DueDate.Of(rule.DueDay(period), calendar, policy), rule.Ground) { Kind = rule.Kind })
            .OrderBy(rung => rung.Due!.Adjusted);
        var above = higher.Select(rung => new Rung(rung.Who, rung.To, rung.Rule is { } rule ? DueDate.Of(rule.DueDay(period), calendar, policy) : null, rung.Ground) { Document = rung.Document });

        var rungs = new List<Rung>();
        DateOnly? below = null;
        foreach (var rung in own.Concat(above))
        {
            rungs.Add(rung with { Slack = below is { } day && rung.Due is { } due ? calendar.Between(day, due.Adjusted) : null });
            below = rung.Due?.Adjusted;
        }
        return rungs;
    }

    /// <summary>«На узагальнення — один робочий день.»; empty where the act has no summary. The slack that its own unit has.</summary>
    public static string Finding(IReadOnlyList<Rung> rungs)
    {
        if (rungs.Count < 2 || rungs[1].Slack is not { } slack) return "";
        return slack <= 0
            ? "На узагальнення не лишається жодного робочого дня."
            : $"На узагальнення — {CountInWords.Of(slack)} {Plural.Of(slack, "робочий день", "робочі дні", "робочих днів")}.";
    }
}
