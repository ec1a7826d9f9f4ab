using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>A body that owes reports of a plan's period, and the text that reminds it.</summary>
/// <param name="Lines">What it owes, in the order of measures.</param>
/// <param name="RemindedOn">The last day it was reminded of this period.</param>
/// <param name="IsDone">Reminded today of all of these: nothing to do.</param>
public sealed record DueReminder(long BodyId, string Body, long PlanId, string Plan, ReportingPeriod Period, IReadOnlyList<ObligationLine> Lines, string Text, DateOnly? RemindedOn, bool IsDone)
{
    public IReadOnlyList<long> Ids { get; } = [.. Lines.Select(line => line.Id)];
    /// <summary>As a letter speaks of it.</summary>
    public LetterPart Part => new(Plan, Period, [.. Lines.Select(line => new LetterItem(line.Measure, line.DueDay, line.Ground, line.Standing == "Returned"))]);
}

/// <summary>Who is to be reminded: whose day is past or comes within two weeks. «За згодою» without an answer is left alone.</summary>
public static class DueReminders
{
    const int DaysAhead = 14, Most = 100_000;

    /// <param name="from">Who reminds: the coordinator's post.</param>
    /// <param name="plan">Null: of every plan.</param>
    /// <param name="period">All that is owed in it, however far its day is; null: what is past or near.</param>
    /// <param name="until">What is due later is not near; null: two weeks.</param>
    public static async Task<IReadOnlyList<DueReminder>> Of(Scope scope, DateOnly today, string from, long? plan = null, string? period = null, DateOnly? until = null)
    {
        var owed = await ObligationLine.List(scope, """
            o.kind = 'Report' AND o.standing IN ('Expected', 'Draft', 'Returned') AND o.due_day <= @until
            AND (@plan IS NULL OR o.plan_id = @plan) AND (@period IS NULL OR o.period_code = @period)
            """, new { until = period is null ? until ?? today.AddDays(DaysAhead) : DateOnly.MaxValue, plan, period }, limit: Most);
        var plans = (await scope.All<(long Id, string Title)>("SELECT id, title FROM plan WHERE authority_id = @authority")).ToDictionary(p => p.Id, p => p.Title);
        var reminded = (await scope.All<(long Body, long Plan, string Period, DateOnly Day, string Obligations)>("SELECT body_id, plan_id, period_code, day, obligations FROM reminder WHERE authority_id = @authority ORDER BY day, id"))
            .ToLookup(r => (r.Body, r.Plan, r.Period));

        return [.. owed.GroupBy(line => (line.BodyId, line.PlanId, line.PeriodCode)).Select(group =>
        {
            var lines = group.OrderBy(line => line.Position).ToList();
            var (of, title, earlier) = (ReportingPeriod.Parse(group.Key.PeriodCode), plans[group.Key.PlanId], reminded[group.Key].ToList());
            var told = earlier.Where(r => r.Day == today).SelectMany(r => Json.Read<List<long>>(r.Obligations)).ToHashSet();
            var text = Letters.Reminder(lines[0].Body, title, of, [.. lines.Select(line => new LetterItem(line.Measure, line.DueDay, line.Ground, line.Standing == "Returned"))], today, from);
            return new DueReminder(group.Key.BodyId, lines[0].Body, group.Key.PlanId, title, of, lines, text, earlier.Count > 0 ? earlier[^1].Day : null, lines.TrueForAll(line => told.Contains(line.Id)));
        })];
    }
}
