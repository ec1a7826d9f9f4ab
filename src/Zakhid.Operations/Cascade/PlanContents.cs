using Zakhid.Operations.Amendments;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>A plan of this authority as it is told to another one: the act with its clauses and the days in force, the measures as printed.</summary>
sealed record PlanContents(long Id, string Identity, Act Act, string Title, IReadOnlyList<string> Sections, IReadOnlyList<(long Id, Measure Measure)> Measures)
{
    /// <param name="scope">Of the authority.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="excluded">Also measures that an amendment took out, behind all others: a report of an earlier period speaks of them.</param>
    /// <exception cref="RuleBroken">«plan.unknown», «plan.draft».</exception>
    public static async Task<PlanContents> Of(Scope scope, long plan, bool excluded = false)
    {
        var head = await scope.Find<Head>("""
            SELECT p.control_day, a.identity FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            WHERE p.authority_id = @authority AND p.id = @plan
            """, new { plan }) ?? throw new RuleBroken("plan.unknown");
        var text = await PlanText.Of(scope, plan);
        var act = text.Reading.Act;
        if (head.ControlDay is null || act.Number is null || act.Date is null) throw new RuleBroken("plan.draft");
        // A plan under «ЗАТВЕРДЖУЮ» may print no issuer: it is this authority's own.
        if (act.Issuer is null) act = act with { Issuer = (await Authorities.AllAuthorities.Of(scope)).Name };
        var gone = excluded ? await PlanText.Excluded(scope, plan) : [];
        return new(plan, head.Identity, act, text.Reading.PlanTitle ?? "", text.Reading.Sections, [.. text.Measures.Zip(text.Reading.Measures), .. gone]);
    }

    sealed record Head(DateOnly? ControlDay, string Identity);
}
