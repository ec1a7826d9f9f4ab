using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>The ladder of one plan in one period, by its rules in force and the way with days off of its act or authority.</summary>
public static class PlanLadder
{
    /// <param name="scope">The authority.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="period">The one that is reported.</param>
    /// <param name="asOf">As it stood at the end of an earlier day; null: as it stands.</param>
    public static async Task<IReadOnlyList<Rung>> Of(Scope scope, long plan, ReportingPeriod period, DateOnly? asOf = null)
    {
        var working = await AuthorityCalendar.Of(scope, plan, asOf);
        var rules = asOf is { } day ? await StoredRule.On(scope, plan, day) : await StoredRule.All(scope, plan);
        return Ladder.Of(period, [.. rules.Select(r => r.AsRule())], await Higher(scope, plan, period, asOf), working.Calendar, working.Policy);
    }

    /// <summary>The rungs above the plan's own act; nearest first, only what stands on a document.</summary>
    static async Task<IReadOnlyList<HigherRung>> Higher(Scope scope, long plan, ReportingPeriod period, DateOnly? asOf)
    {
        var acts = await StoredHigherAct.Above(scope, plan, asOf);
        if (acts.Count == 0) return [];
        var below = (await AllAuthorities.Of(scope)).Name;
        var rungs = new List<HigherRung>();
        foreach (var act in acts)
        {
            rungs.AddRange(act.AsAct().Rungs(period, below));
            below = act.Issuer;
        }
        return rungs;
    }
}
