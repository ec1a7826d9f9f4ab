using Zakhid.Documents.Feeds;
using Zakhid.Obligations;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Feeds;

/// <summary>
/// The days of one person: what his body owes, and for who consolidates or controls the control dates of measures and the
/// days of consolidated reports. What falls on one day for one plan is one event, as it is one errand.
/// </summary>
static class PersonsCalendar
{
    /// <summary>A quarter back, a year and a little ahead.</summary>
    const int DaysBack = 92, DaysAhead = 400, Most = 20_000;

    public static async Task<List<CalendarEvent>> Of(Scope scope, string code, Role role, long? body, DateOnly today, string? site)
    {
        var (from, to) = (today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        var plans = (await scope.All<(long Id, string Title, DateTimeOffset At)>("SELECT id, title, COALESCE(control_at, created_at) FROM plan WHERE authority_id = @authority")).ToDictionary(p => p.Id);
        var events = new List<CalendarEvent>();
        var watches = role is Role.Coordinator or Role.Controller or Role.Head;
        if (body is not null || watches)
        {
            // «За згодою» without an answer owes nothing yet and stands in no calendar.
            var owed = await ObligationLine.List(scope, "o.due_day BETWEEN @from AND @to AND o.standing <> 'Apart' AND ((o.kind = 'Report' AND o.body_id = @body) OR (o.kind = 'Consolidation' AND @watches = 1))",
                new { from, to, body = body ?? 0, watches }, limit: Most);
            foreach (var group in owed.GroupBy(line => (line.PlanId, line.PeriodCode, line.Kind, line.DueDay, line.IsReturnedAnew)))
                events.Add(Reports([.. group.OrderBy(line => line.Position)], code, plans[group.Key.PlanId], site));
        }
        if (body is not null || watches)
            foreach (var group in (await OwedAct.Between(scope, from, to, watches ? null : body, limit: Most)).GroupBy(a => (a.PlanId, a.Due)))
                events.Add(Acts([.. group], code, plans[group.Key.PlanId], site));
        if (watches)
        {
            var dates = await scope.All<ControlRow>("""
                SELECT d.plan_id, m.number, m.position, d.adjusted, d.ground, m.gist, d.waits = 1 AS waits FROM control_date d
                JOIN measure m ON m.authority_id = d.authority_id AND m.id = d.measure_id
                JOIN plan p ON p.authority_id = d.authority_id AND p.id = d.plan_id
                WHERE d.authority_id = @authority AND d.adjusted BETWEEN @from AND @to AND p.control_day IS NOT NULL ORDER BY m.position
                """, new { from, to });
            events.AddRange(dates.GroupBy(d => (d.PlanId, d.Adjusted)).Select(g => Control([.. g], code, plans[g.Key.PlanId], site)));
        }
        return events;
    }

    static CalendarEvent Reports(IReadOnlyList<ObligationLine> lines, string code, (long Id, string Title, DateTimeOffset At) plan, string? site)
    {
        var first = lines[0];
        var (period, live) = (ReportingPeriod.Parse(first.PeriodCode), lines.Where(line => line.Standing is not ("Lapsed" or "Declined")).ToList());
        var (cancelled, done) = (live.Count == 0, live.Count > 0 && live.TrueForAll(line => line.Standing is "Submitted" or "Accepted"));
        var named = cancelled ? lines : live;
        var what = first.Kind == "Consolidation" ? $"Зведений звіт за {period.Name}"
            : $"{(first.IsReturnedAnew ? "Доопрацювати звіт" : "Звіт")} за {period.Name}: {Measures([.. named.Select(line => line.Measure)])}";
        var text = string.Join('\n', [plan.Title, .. first.Kind == "Consolidation" ? [] : named.Select(line => $"{line.Measure}. {line.Gist}"), .. named.Select(line => line.Ground).Distinct(StringComparer.Ordinal)]);
        var sequence = lines.Sum(line => (line.SubmittedDay is null ? 0 : 1) + (line.Standing is "Accepted" or "Lapsed" or "Declined" ? 1 : 0) + (line.DueDay == line.Adjusted ? 0 : 1));
        return new($"{first.Kind.ToLowerInvariant()}-{plan.Id}-{first.PeriodCode}-{first.BodyId}-{Values.Text(first.DueDay)}{(first.IsReturnedAnew ? "-r" : "")}@{code}.zakhid", first.DueDay,
            done ? $"Подано: {what}" : what, text, sequence, plan.At, cancelled, site is null ? null : $"{site}/today");
    }

    static CalendarEvent Control(IReadOnlyList<ControlRow> dates, string code, (long Id, string Title, DateTimeOffset At) plan, string? site)
    {
        var open = dates.Where(d => d.Waits).ToList();
        var named = open.Count > 0 ? open : dates;
        return new($"control-{plan.Id}-{Values.Text(dates[0].Adjusted)}@{code}.zakhid", dates[0].Adjusted,
            $"Контрольний строк: {Measures([.. named.Select(d => d.Measure)])}", string.Join('\n', [plan.Title, .. named.Select(d => $"{d.Measure}. {d.Gist}"), .. named.Select(d => d.Ground).Distinct(StringComparer.Ordinal)]),
            dates.Count - open.Count, plan.At, open.Count == 0, site is null ? null : $"{site}/plans/{plan.Id}");
    }

    static CalendarEvent Acts(IReadOnlyList<OwedAct> acts, string code, (long Id, string Title, DateTimeOffset At) plan, string? site)
    {
        var open = acts.Where(a => a.IsOpen).ToList();
        var what = $"Видати акт: {string.Join(", ", (open.Count > 0 ? open : acts).Select(a => a.Body).Distinct(StringComparer.Ordinal).Take(12))}";
        return new($"act-{plan.Id}-{Values.Text(acts[0].Due)}-{(acts.Select(a => a.BodyId).Distinct().Count() == 1 ? acts[0].BodyId : 0)}@{code}.zakhid", acts[0].Due,
            open.Count == 0 ? $"Видано: {what}" : what, string.Join('\n', [plan.Title, .. acts.Select(a => $"{a.Text} — {a.Ground}").Distinct(StringComparer.Ordinal)]), acts.Count - open.Count, plan.At, false, site is null ? null : $"{site}/today");
    }

    static string Measures(IReadOnlyList<string> numbers)
    {
        const int most = 12;
        var distinct = numbers.Distinct(StringComparer.Ordinal).ToList();
        var said = string.Join(", ", distinct.Take(most));
        return $"{(distinct.Count == 1 ? "захід" : "заходи")} {said}{(distinct.Count > most ? $" та ще {Plural.Digits(distinct.Count - most)}" : "")}";
    }

    sealed record ControlRow(long PlanId, string? Number, int Position, DateOnly Adjusted, string Ground, string Gist, bool Waits)
    {
        public string Measure => Number ?? Position.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
