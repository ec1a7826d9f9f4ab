using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>A body that owes reports of a plan's period, and the text that reminds it.</summary>
/// <param name="Reminded">The last day it was reminded of this period.</param>
/// <param name="Done">Reminded today of all of these: nothing to do.</param>
public sealed record DueReminder(long Body, string Name, long Plan, string Period, IReadOnlyList<long> Obligations, string Text, DateOnly? Reminded, bool Done);

/// <summary>Who is to be reminded today: whose day is past or comes within five working days. «За згодою» without an answer is left alone.</summary>
public static class DueReminders
{
    /// <param name="plan">Null: of every plan.</param>
    /// <param name="period">All that is owed in it, however far its day is; null: what is past or near.</param>
    public static async Task<IReadOnlyList<DueReminder>> Of(Scope scope, DateOnly today, long? plan = null, string? period = null)
    {
        var authority = await AllAuthorities.Of(scope);
        var calendar = WorkingCalendar.Ukraine.WithTransfers(authority.TransfersApply);
        var near = period is null ? calendar.OnOrAfter(today).AddDays(31) : DateOnly.MaxValue;
        var owed = await ObligationLine.List(scope, """
            o.kind = 'Report' AND o.standing IN ('Expected', 'Draft', 'Returned') AND o.due_day <= @near
            AND (@plan IS NULL OR o.plan_id = @plan) AND (@period IS NULL OR o.period_code = @period)
            """, new { near, plan, period }, "o.plan_id, o.period_from, b.sort_key, b.name, o.due_day, m.position", limit: 100_000);
        var plans = (await scope.All<PlanRow>("""
            SELECT p.id, p.title, a.kind, a.number, a.date FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.closed_day IS NULL
            """)).ToDictionary(p => p.Id);
        var reminded = (await scope.All<(long Body, long Plan, string Period, DateOnly Day, string Obligations)>("SELECT body_id, plan_id, period_code, day, obligations FROM reminder WHERE authority_id = @authority ORDER BY day, id"))
            .ToLookup(r => (r.Body, r.Plan, r.Period));

        return [.. owed.Where(line => plans.ContainsKey(line.PlanId) && (period is not null || line.IsOverdue(today) || line.IsSoon(today, calendar)))
            .GroupBy(line => (line.BodyId, line.PlanId, line.PeriodCode))
            .Select(group =>
            {
                var (lines, of, earlier) = (group.ToList(), plans[group.Key.PlanId], reminded[group.Key].ToList());
                var ids = lines.Select(line => line.Id).ToList();
                var told = earlier.Where(r => r.Day == today).SelectMany(r => Json.Read<List<long>>(r.Obligations)).ToHashSet();
                var text = ReminderText.Of(lines[0].Body, of.Title, new Act { Kind = of.Kind, Number = of.Number, Date = of.Date }, ReportingPeriod.Parse(group.Key.PeriodCode),
                    [.. lines.Select(line => new RemindedReport(line.Measure, line.Gist ?? line.Text ?? "", line.DueDay, line.ReportState == "Returned"))], today);
                return new DueReminder(group.Key.BodyId, lines[0].Body, group.Key.PlanId, group.Key.PeriodCode, ids, text, earlier.Count > 0 ? earlier[^1].Day : null, ids.TrueForAll(told.Contains));
            })];
    }

    sealed record PlanRow(long Id, string Title, string? Kind, string? Number, DateOnly? Date);
}
