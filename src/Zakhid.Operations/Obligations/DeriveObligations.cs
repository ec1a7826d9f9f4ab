using Zakhid.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>
/// Computes what a running plan's rules ask and keeps what is not kept yet. Doing it again adds nothing; what was reported on
/// is never touched.
/// </summary>
static class DeriveObligations
{
    /// <param name="past">For a plan that is brought with its past: what has become of an obligation by now.</param>
    /// <param name="asOf">With a day, also what measures past their term owe by then, because nobody has confirmed them done.</param>
    public static async Task<int> Within(WriteScope w, long plan, Func<ObligationRow, ObligationRow>? past = null, DateOnly? asOf = null)
    {
        if (await DerivedPlan.Of(w, plan, asOf) is not { } derived) return 0;
        await ControlDates.Keep(w, plan, derived);
        var lines = await RuleLines.Of(w, plan);
        var kept = (await w.All<(long Rule, long? Assignment, string Period)>("SELECT rule_id, assignment_id, period_code FROM obligation WHERE authority_id = @authority AND plan_id = @plan", new { plan }))
            .Select(o => (lines.First(o.Rule), o.Assignment, o.Period)).ToHashSet();
        await RecomputeObligations.TakeUp(w, plan, derived);
        // A rule that an amendment gave asks nothing of the time before it; what was asked then is kept.
        var from = (await w.All<(long Rule, DateOnly Day)>("SELECT id, holds_from FROM reporting_rule WHERE authority_id = @authority AND plan_id = @plan AND holds_from IS NOT NULL", new { plan })).ToDictionary(r => r.Rule, r => r.Day);
        bool IsBefore(DerivedObligation o) => from.TryGetValue(o.Rule, out var day) && (o.Obligation.Period.End < day || o.Obligation.Due.Adjusted < day);
        return await Add(w, plan, [.. derived.Obligations.Where(o => !IsBefore(o) && kept.Add((lines.First(o.Rule), o.Assignment, o.Obligation.Period.Code)))], past);
    }

    internal static async Task<int> Add(WriteScope w, long plan, IReadOnlyList<DerivedObligation> arising, Func<ObligationRow, ObligationRow>? past = null)
    {
        if (arising.Count == 0) return 0;
        var first = await w.Next("obligation", arising.Count);
        var owed = arising.Select((o, i) => o.AsRow(first + i, plan));
        await AddObligations.Within(w, [.. past is null ? owed : owed.Select(past)]);
        await w.Log("obligations.derived", $"plan/{plan}", new { count = arising.Count });
        return arising.Count;
    }
}

/// <summary>Which rules are one duty: an amendment gives a rule a successor, and what was asked by the one is not asked again by the other.</summary>
sealed class RuleLines
{
    readonly Dictionary<long, long> _follows;

    RuleLines(Dictionary<long, long> follows) => _follows = follows;

    public static async Task<RuleLines> Of(Scope scope, long plan) =>
        new((await scope.All<(long Id, long Follows)>("SELECT id, follows_id FROM reporting_rule WHERE authority_id = @authority AND plan_id = @plan AND follows_id IS NOT NULL", new { plan })).ToDictionary(r => r.Id, r => r.Follows));

    /// <summary>The rule with which the duty began.</summary>
    public long First(long rule)
    {
        while (_follows.TryGetValue(rule, out var earlier)) rule = earlier;
        return rule;
    }
}
