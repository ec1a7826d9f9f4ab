using Zakhid.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>The day by which an act above wants its reports: where one's own act names no day, ten days before it are offered.</summary>
/// <param name="Rule">Of several the one that falls first in a period.</param>
/// <param name="Act">The name of that act, nominative.</param>
public sealed record DayAbove(ReportingRule Rule, string Act)
{
    /// <summary>For a draft made of measures of a higher plan; null: no act above names a day.</summary>
    public static Task<DayAbove?> OfImport(Scope scope, long import) => Of(scope, "SELECT DISTINCT higher_id FROM import_above WHERE authority_id = @authority AND import_id = @of ORDER BY higher_id", import);

    /// <summary>For a plan, of the acts directly above it; null: none names a day.</summary>
    public static Task<DayAbove?> OfPlan(Scope scope, long plan) => Of(scope, "SELECT higher_id FROM plan_above WHERE authority_id = @authority AND plan_id = @of AND withdrawn_at IS NULL ORDER BY higher_id", plan);

    static async Task<DayAbove?> Of(Scope scope, string query, long of)
    {
        DayAbove? nearest = null;
        foreach (var id in await scope.All<long>(query, new { of }))
        {
            var act = await StoredHigherAct.Find(scope, id);
            foreach (var rule in ReportingRule.Of(act.Act).Where(r => r.Kind == ObligationKind.Report))
                if (nearest is null || Days(rule) < Days(nearest.Rule)) nearest = new(rule, act.Name);
        }
        return nearest;
    }

    /// <summary>Of two days the one that comes sooner after a period has begun.</summary>
    static int Days(ReportingRule rule) => rule.Day + (rule.MonthRule == MonthRule.NextMonth ? 31 : 0);
}
