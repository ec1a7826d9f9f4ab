using Zakhid.Bodies;
using Zakhid.Calendar;
using Zakhid.Obligations;

namespace Zakhid.Operations.Reading;

/// <summary>
/// What follows once a plan is under control: how many reports by which days. Computed by the same calendar that then derives
/// the obligations, before anything is kept.
/// </summary>
public sealed record PlanForecast
{
    public required DateOnly ActDate { get; init; }
    public required PlanPeriod Period { get; init; }
    public required IReadOnlyList<ReportingRule> Rules { get; init; }
    /// <summary>In the order of days.</summary>
    public required IReadOnlyList<ForecastDay> Days { get; init; }
    /// <summary>Reports, those asked «за згодою» among them; of summaries see <see cref="Summaries"/>.</summary>
    public required int Reports { get; init; }
    public required int ByConsent { get; init; }
    public required int Summaries { get; init; }
    /// <summary>Bodies that owe reports.</summary>
    public required int Bodies { get; init; }
    /// <summary>Days by which measures themselves are due.</summary>
    public required int ControlDates { get; init; }

    /// <param name="plan">As it would be kept.</param>
    /// <param name="actDate">The date of the act; for a draft the day that is supposed.</param>
    /// <param name="adopted">A rule that the coordinator is about to set; null: those of the act alone.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="policy">What happens to a due day that is a day off.</param>
    /// <param name="members">Who answers for the groups that have members, by the group’s key.</param>
    public static PlanForecast Of(MadePlan plan, DateOnly actDate, ReportingRule? adopted, WorkingCalendar calendar, DayOffPolicy policy, IReadOnlyDictionary<string, IReadOnlyList<DatedMember>>? members = null)
    {
        var rules = adopted is null ? plan.Rules : [.. plan.Rules, adopted];
        var period = plan.Days with { From = plan.Days.From ?? actDate };
        var executors = new List<MadeExecutor>();
        var owing = new List<Owing>();
        var control = 0;
        foreach (var measure in plan.Measures)
        {
            var window = MeasureWindow.Of(measure.Term, period, actDate);
            if (measure.Term is { } term) control += ControlDate.Of(term, period, actDate, calendar, policy).Count;
            foreach (var executor in measure.Executors)
            {
                owing.Add(new(executors.Count, window, KeepMeasures.Owes(executor)) { Name = executor.Executor.Printed, Members = [.. Answering(executor).Select(m => new GroupMember(m.Days.From, m.Days.To, m.EnteredOn))] });
                executors.Add(executor);
            }
        }
        // A member with two stretches of days in one period is asked once.
        var derived = ObligationCalendar.Derive(actDate, period, rules, owing, calendar, policy).DistinctBy(o => (o.Assignment, o.Rule, o.Period, BodyOf(o))).ToList();
        var reports = derived.Where(o => o.Assignment is not null).ToList();
        return new()
        {
            ActDate = actDate,
            Period = period,
            Rules = rules,
            Days =
            [
                .. derived.GroupBy(o => (o.Due.Adjusted, o.Kind, Period: o.Period.Code)).OrderBy(g => g.Key.Adjusted).ThenBy(g => g.Key.Kind)
                    .Select(g => new ForecastDay(g.First().Due, g.Key.Kind, g.First().Period, g.Count(), g.First().Due.Explain(rules[g.First().Rule].Ground, calendar))),
            ],
            Reports = reports.Count,
            ByConsent = reports.Count(o => executors[o.Assignment!.Value].Executor.ByConsent),
            Summaries = derived.Count - reports.Count,
            Bodies = reports.Select(o => BodyOf(o)).Distinct(StringComparer.Ordinal).Count(),
            ControlDates = control,
        };

        IReadOnlyList<DatedMember> Answering(MadeExecutor executor) => members?.GetValueOrDefault(executor.BodyKey) ?? [];
        string? BodyOf(Obligation o) => o.Assignment is not { } at ? null : o.Member is { } m ? $"#{Answering(executors[at])[m].Body}" : executors[at].BodyKey;
    }
}

/// <summary>How many reports, or summaries, of a period fall due on a day, and the ground of the day.</summary>
public sealed record ForecastDay(DueDate Due, ObligationKind Kind, ReportingPeriod Period, int Count, string Ground);
