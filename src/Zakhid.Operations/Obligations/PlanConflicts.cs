using Zakhid.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Terms;

namespace Zakhid.Operations.Obligations;

/// <summary>What does not fit among a plan's days in one period: on its ladder, in its year, in measures that are themselves reports on the plan.</summary>
public static class PlanConflicts
{
    /// <param name="rungs">The ladder, where it is read already.</param>
    public static async Task<IReadOnlyList<LadderConflict>> Of(Scope scope, long plan, ReportingPeriod period, IReadOnlyList<Rung>? rungs = null)
    {
        var (calendar, policy) = await AuthorityCalendar.Of(scope, plan);
        var rules = (await StoredRule.All(scope, plan)).ConvertAll(rule => rule.AsRule());
        var conflicts = new List<LadderConflict>(LadderConflict.Of(rungs ?? await PlanLadder.Of(scope, plan, period)));
        if (period.End is { Month: 12 }) conflicts.AddRange(LadderConflict.OfYear(rules, period.Year, calendar, policy));
        // Only what speaks of a report can be one; the search key is folded.
        var reports = await scope.All<(string Number, string Text, string Term)>("""
            SELECT COALESCE(number, CAST(position AS TEXT)), text, term_json FROM measure
            WHERE authority_id = @authority AND plan_id = @plan AND excluded_day IS NULL AND term_json IS NOT NULL AND (search_key LIKE '%звіт%' OR search_key LIKE '%узагальнен%') ORDER BY position
            """, new { plan });
        foreach (var (number, text, json) in reports)
        {
            var term = Json.Read<Term>(json);
            if (term.End is { } end && period.Days.Contains(end) && LadderConflict.OfMeasure(text, number, term, rules, calendar, policy) is { } conflict) conflicts.Add(conflict);
        }
        return conflicts;
    }

    /// <summary>The first period of the plan whose day is not over on a day, else the last; null: nothing is owed.</summary>
    public static async Task<ReportingPeriod?> CurrentPeriod(Scope scope, long plan, DateOnly today)
    {
        var periods = await scope.All<(string Code, DateOnly Due)>("""
            SELECT period_code, MAX(adjusted) FROM tally WHERE authority_id = @authority AND plan_id = @plan AND body_id = 0 AND standing <> 'Lapsed' AND n > 0 GROUP BY period_code
            """, new { plan });
        var ahead = periods.FindAll(p => p.Due >= today);
        var code = ahead.Count > 0 ? ahead.MinBy(p => p.Due).Code : periods.Count > 0 ? periods.MaxBy(p => p.Due).Code : null;
        return code is null ? null : ReportingPeriod.Parse(code);
    }
}
