using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>What a body owes of a plan, and the text that reminds it: reports of a period, or acts that it was ordered to issue.</summary>
/// <param name="Period">Null: acts to be issued.</param>
/// <param name="Lines">Reports that it owes, in the order of measures.</param>
/// <param name="Acts">Acts that it is to issue, in the order of their days.</param>
/// <param name="RemindedOn">The last day it was reminded of this period, or of these acts.</param>
/// <param name="IsDone">Reminded today of all of these: nothing to do.</param>
public sealed record DueReminder(long BodyId, string Body, long PlanId, string Plan, ReportingPeriod? Period, IReadOnlyList<ObligationLine> Lines, IReadOnlyList<OwedAct> Acts, string Text, DateOnly? RemindedOn, bool IsDone)
{
    public IReadOnlyList<long> Ids { get; } = [.. Lines.Select(line => line.Id)];
    public IReadOnlyList<long> DutyIds { get; } = [.. Acts.Select(act => act.Id)];
    /// <summary>Of the group; empty for acts.</summary>
    public string PeriodCode => Period?.Code ?? "";
    /// <summary>The day that is due first.</summary>
    public DateOnly First => Lines.Select(line => line.DueDay).Concat(Acts.Select(act => act.Due)).Min();
    /// <summary>As a letter speaks of the reports; null: of acts.</summary>
    public LetterPart? Part => Period is { } period ? new(Plan, period, [.. Lines.Select(line => new LetterItem(line.Measure, line.DueDay, line.Ground, line.Standing == "Returned"))]) : null;

    /// <summary>What is owed, as the paragraphs of an official letter.</summary>
    public IEnumerable<string> Paragraphs(DateOnly asOf) => Part is { } part ? Letters.Owed(part, asOf) : Acts.SelectMany(act => Letters.Owed(act.AsLetter, asOf));
}

/// <summary>What a body owes of a plan's period, counted before any report of it is read.</summary>
/// <param name="PeriodCode">Empty: acts that it is to issue.</param>
/// <param name="First">The day that is due first.</param>
public sealed record DueGroup(long BodyId, long PlanId, string PeriodCode, DateOnly First);

/// <summary>Who is to be reminded: whose day is past or comes within two weeks. «За згодою» without an answer is left alone.</summary>
public static class DueReminders
{
    const int DaysAhead = 14;

    /// <summary>Who owes of what, the most urgent first: by the counters.</summary>
    /// <param name="plan">Null: of every plan.</param>
    /// <param name="period">All that is owed in it, however far its day is; null: what is past or near.</param>
    /// <param name="until">What is due later is not near; null: two weeks.</param>
    public static async Task<IReadOnlyList<DueGroup>> Groups(Scope scope, DateOnly today, long? plan = null, string? period = null, DateOnly? until = null)
    {
        var of = (plan is null ? "plan_id > 0" : "plan_id = @plan") + (period is null ? "" : " AND period_code = @period");
        var with = new { until = Until(today, period, until), plan = plan ?? 0, period = period ?? "" };
        var groups = await scope.All<DueGroup>($"""
            SELECT body_id, plan_id, period_code, MIN(due_day) AS first FROM tally
            WHERE authority_id = @authority AND {of} AND body_id > 0 AND kind = 'Report' AND standing IN ('Expected', 'Draft', 'Returned') AND n > 0 AND due_day <= @until GROUP BY body_id, plan_id, period_code
            """, with);
        if (period is null) groups.AddRange(await OwedAct.Groups(scope, Until(today, null, until), plan));
        return [.. groups.GroupBy(g => (g.BodyId, g.PlanId, g.PeriodCode)).Select(g => g.MinBy(one => one.First)!).OrderBy(g => g.First).ThenBy(g => g.PlanId).ThenBy(g => g.PeriodCode, StringComparer.Ordinal).ThenBy(g => g.BodyId)];
    }

    static DateOnly Until(DateOnly today, string? period, DateOnly? until) => period is null ? until ?? today.AddDays(DaysAhead) : DateOnly.MaxValue;

    /// <param name="from">Who reminds: the coordinator's post.</param>
    /// <inheritdoc cref="Groups"/>
    public static async Task<IReadOnlyList<DueReminder>> Of(Scope scope, DateOnly today, string from, long? plan = null, string? period = null, DateOnly? until = null) =>
        await Of(scope, today, from, await Groups(scope, today, plan, period, until), Until(today, period, until));

    /// <summary>Some of the groups, with their reports and the text that reminds.</summary>
    /// <param name="last">The last day that is near; null: two weeks.</param>
    public static async Task<IReadOnlyList<DueReminder>> Of(Scope scope, DateOnly today, string from, IReadOnlyList<DueGroup> groups, DateOnly? last = null)
    {
        if (groups.Count == 0) return [];
        var with = new
        {
            until = last ?? Until(today, null, null),
            plans = groups.Select(g => g.PlanId).Distinct().ToList(),
            codes = groups.Select(g => g.PeriodCode).Distinct().ToList(),
            bodies = groups.Select(g => g.BodyId).Distinct().ToList(),
        };
        var of = $"o.plan_id {scope.Dialect.Among("@plans")} AND o.period_code {scope.Dialect.Among("@codes")} AND o.body_id {scope.Dialect.Among("@bodies")}";
        var owed = (await ObligationLine.List(scope, $"{of} AND o.kind = 'Report' AND o.standing IN ('Expected', 'Draft', 'Returned') AND o.due_day <= @until", with, "o.due_day, o.id", Most))
            .ToLookup(line => (line.BodyId, line.PlanId, line.PeriodCode));
        var acts = groups.Any(g => g.PeriodCode.Length == 0) ? (await OwedAct.Open(scope, with.plans, with.bodies, with.until)).ToLookup(act => (act.BodyId, act.PlanId)) : null;
        var plans = (await scope.All<(long Id, string Title)>($"SELECT id, title FROM plan WHERE authority_id = @authority AND id {scope.Dialect.Among("@plans")}", with)).ToDictionary(p => p.Id, p => p.Title);
        var reminded = (await scope.All<(long Body, long Plan, string Period, DateOnly Day, string Obligations, string Duties)>($"""
            SELECT body_id, plan_id, period_code, day, obligations, duties FROM reminder
            WHERE authority_id = @authority AND plan_id {scope.Dialect.Among("@plans")} AND period_code {scope.Dialect.Among("@codes")} AND body_id {scope.Dialect.Among("@bodies")} ORDER BY day, id
            """, with)).ToLookup(r => (r.Body, r.Plan, r.Period));

        return [.. groups.Select(group => (group.BodyId, group.PlanId, group.PeriodCode)).Where(group => group.PeriodCode.Length > 0 ? owed.Contains(group) : acts!.Contains((group.BodyId, group.PlanId))).Select(group =>
        {
            var (title, earlier) = (plans[group.PlanId], reminded[group].ToList());
            var toldToday = earlier.Where(r => r.Day == today).ToList();
            var remindedOn = earlier.Count > 0 ? earlier[^1].Day : (DateOnly?)null;
            if (group.PeriodCode.Length == 0)
            {
                var due = acts![(group.BodyId, group.PlanId)].ToList();
                var toldActs = toldToday.SelectMany(r => Json.Read<List<long>>(r.Duties)).ToHashSet();
                return new DueReminder(group.BodyId, due[0].Body, group.PlanId, title, null, [], due, Letters.Reminder(due[0].Body, due.ConvertAll(act => act.AsLetter), today, from), remindedOn, due.TrueForAll(act => toldActs.Contains(act.Id)));
            }
            var lines = owed[group].OrderBy(line => line.Position).ToList();
            var of = ReportingPeriod.Parse(group.PeriodCode);
            var told = toldToday.SelectMany(r => Json.Read<List<long>>(r.Obligations)).ToHashSet();
            var text = Letters.Reminder(lines[0].Body, title, of, [.. lines.Select(line => new LetterItem(line.Measure, line.DueDay, line.Ground, line.Standing == "Returned"))], today, from);
            return new DueReminder(group.BodyId, lines[0].Body, group.PlanId, title, of, lines, [], text, remindedOn, lines.TrueForAll(line => told.Contains(line.Id)));
        })];
    }

    const int Most = 100_000;
}
