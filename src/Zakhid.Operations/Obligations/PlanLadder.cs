using Zakhid.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>The ladder of one plan in one period, by its rules in force and the authority's own way with days off.</summary>
public static class PlanLadder
{
    public static async Task<IReadOnlyList<Rung>> Of(Scope scope, long plan, ReportingPeriod period)
    {
        var working = await AuthorityCalendar.Of(scope);
        var rules = await StoredRule.All(scope, plan);
        return Ladder.Of(period, [.. rules.Select(r => r.AsRule())], [], working.Calendar, working.Policy);
    }
}
