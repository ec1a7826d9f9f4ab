using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Cascade;

/// <summary>How a body stands with the act that it was ordered to issue.</summary>
public enum IssueState { NotOrdered, DayUnknown, Awaited, Overdue, InTime, Late, Ended }

/// <summary>What a body issued on a plan, and by which day it had to.</summary>
/// <param name="WasDue">Its day before a decision about days off moved it; null: none did.</param>
/// <param name="EndedDay">From which day it is bound no more; null: it is.</param>
public sealed record IssuedAct(long Id, long BodyId, string Body, string ClauseNumber, string Text, DateOnly? Adjusted, string? IssuedKind, string? IssuedNumber, DateOnly? IssuedDate, string? IssuedGround, DateOnly? EndedDay, string? EndedGround, DateOnly? WasDue)
{
    public IssueState State(DateOnly today) => (IssuedDate, Adjusted) switch
    {
        (null, _) when EndedDay is not null => IssueState.Ended,
        (null, null) => IssueState.DayUnknown,
        (null, { } due) => due < today ? IssueState.Overdue : IssueState.Awaited,
        ({ } issued, { } due) when issued > due => IssueState.Late,
        _ => IssueState.InTime,
    };

    /// <summary>«розпорядження від 03.08.2020 № 149-ОД»; null: not issued, as far as is known.</summary>
    public string? Name => IssuedDate is null ? null : Zakhid.Cascade.HigherAct.NameOf(new Act { Kind = IssuedKind, Number = IssuedNumber, Date = IssuedDate });

    public static Task<List<IssuedAct>> Of(Scope scope, long plan) => scope.All<IssuedAct>("""
        SELECT d.id, d.body_id, b.name AS body, d.clause_number, d.text, d.adjusted, d.issued_kind, d.issued_number, d.issued_date, d.issued_ground, d.ended_day, d.ended_ground,
            (SELECT x.adjusted FROM act_duty_day x WHERE x.authority_id = d.authority_id AND x.duty_id = d.id ORDER BY x.change_id DESC LIMIT 1) AS was_due
        FROM act_duty d JOIN body b ON b.authority_id = d.authority_id AND b.id = d.body_id WHERE d.authority_id = @authority AND d.plan_id = @plan ORDER BY b.sort_key, b.name, d.id
        """, new { plan });
}

/// <summary>
/// A body below beside the others, for one plan. Every number is a count of facts; nothing is weighed into one mark, and the order is
/// the reader's choice.
/// </summary>
public sealed record BodyComparison(long BodyId, string Body, IssueState Issue, DateOnly? IssueDue, string? Issued, int InTime, int Late, int Silent, int Ahead, int Measures, int Done, IReadOnlyList<string> Figures)
{
    public int Owed => InTime + Late + Silent + Ahead;

    /// <summary>The orders that a reader may choose.</summary>
    public static readonly IReadOnlyList<string> Orders = ["body", "act", "in-time", "late", "silent", "done"];

    /// <summary>The bodies that were ordered to issue an act or answered by a package; where there are none yet, all that owe on the plan.</summary>
    public static async Task<IReadOnlyList<BodyComparison>> Of(Scope scope, long plan, DateOnly today, string order = "body")
    {
        var acts = (await IssuedAct.Of(scope, plan)).GroupBy(a => a.BodyId).ToDictionary(g => g.Key, g => g.MinBy(a => Rank(a.State(today)))!);
        var below = acts.Keys.Concat(await scope.All<long>("SELECT DISTINCT body_id FROM package WHERE authority_id = @authority AND plan_id = @plan AND direction = 'Taken' AND body_id IS NOT NULL", new { plan })).ToHashSet();
        var tally = (await scope.All<Tally>("""
            SELECT body_id, standing, late, due_day, SUM(n) AS n FROM tally
            WHERE authority_id = @authority AND plan_id = @plan AND body_id <> 0 AND period_code <> '' AND kind = 'Report' AND n > 0 GROUP BY body_id, standing, late, due_day
            """, new { plan })).ToLookup(t => t.BodyId);
        var measures = (await scope.All<Assigned>("SELECT body_id, COUNT(DISTINCT measure_id) AS n FROM assignment WHERE authority_id = @authority AND plan_id = @plan AND owes = 1 GROUP BY body_id", new { plan })).ToDictionary(a => a.BodyId, a => a.N);
        var done = (await scope.All<Assigned>("SELECT body_id, COUNT(DISTINCT measure_id) AS n FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND kind = 'Report' AND confirmed_state = 'Done' GROUP BY body_id", new { plan })).ToDictionary(a => a.BodyId, a => a.N);
        var figures = (await scope.All<Counted>($"""
            SELECT o.body_id, m.position, COALESCE(m.number, CAST(m.position AS TEXT)) AS measure, t.metric, t.unit, {scope.Dialect.Number("f.value")} AS value FROM report_figure f
            JOIN obligation o ON o.authority_id = f.authority_id AND o.id = f.obligation_id JOIN target t ON t.authority_id = f.authority_id AND t.id = f.target_id
            JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE f.authority_id = @authority AND o.plan_id = @plan AND o.report_state = 'Accepted' ORDER BY m.position, t.position
            """, new { plan })).ToLookup(f => f.BodyId);
        var bodies = await scope.All<NamedBody>($"""
            SELECT id, name, sort_key FROM body WHERE authority_id = @authority AND {(below.Count > 0 ? $"id {scope.Dialect.Among("@below")}" : "id IN (SELECT DISTINCT body_id FROM assignment WHERE authority_id = @authority AND plan_id = @plan AND owes = 1)")}
            """, new { plan, below = below.ToList() });

        var rows = bodies.Select(body =>
        {
            var act = acts.GetValueOrDefault(body.Id);
            int Count(Func<Tally, bool> which) => (int)tally[body.Id].Where(which).Sum(t => t.N);
            return (body.SortKey, Row: new BodyComparison(body.Id, body.Name, act?.State(today) ?? IssueState.NotOrdered, act?.Adjusted, act?.Name,
                Count(t => t.IsHandedIn && !t.Late), Count(t => t.IsHandedIn && t.Late), Count(t => t.IsOpen && t.DueDay < today), Count(t => t.IsOpen && t.DueDay >= today),
                (int)measures.GetValueOrDefault(body.Id), (int)done.GetValueOrDefault(body.Id),
                [.. figures[body.Id].GroupBy(f => (f.Position, f.Measure, f.Metric, f.Unit)).SelectMany(g => FigureWords.Together(g.Key.Unit, [.. g.Select(f => f.Value)]), (g, words) => $"захід {g.Key.Measure}: {words}")]));
        }).OrderBy(r => r.SortKey, StringComparer.Ordinal).ThenBy(r => r.Row.Body, StringComparer.Ordinal).Select(r => r.Row);
        return [.. order switch
        {
            "act" => rows.OrderBy(r => Rank(r.Issue)),
            "in-time" => rows.OrderByDescending(r => r.InTime),
            "late" => rows.OrderByDescending(r => r.Late),
            "silent" => rows.OrderByDescending(r => r.Silent),
            "done" => rows.OrderByDescending(r => r.Done),
            _ => rows,
        }];
    }

    /// <summary>What has to be looked at first; of several acts of one body the first is told.</summary>
    static int Rank(IssueState state) => state switch { IssueState.Overdue => 0, IssueState.Late => 1, IssueState.DayUnknown => 2, IssueState.Awaited => 3, IssueState.InTime => 4, IssueState.Ended => 5, _ => 6 };

    sealed record Tally(long BodyId, string Standing, bool Late, DateOnly DueDay, long N)
    {
        public bool IsHandedIn => Standing is "Submitted" or "Accepted";
        public bool IsOpen => Standing is "Expected" or "Draft" or "Returned";
    }

    sealed record Assigned(long BodyId, long N);
    sealed record Counted(long BodyId, int Position, string Measure, string? Metric, string? Unit, decimal Value);
    sealed record NamedBody(long Id, string Name, string SortKey);
}
