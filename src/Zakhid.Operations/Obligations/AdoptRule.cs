using Zakhid.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>The coordinator sets, once, the day that an act without a reporting clause does not name.</summary>
public sealed class AdoptRule(Store store)
{
    /// <exception cref="RuleBroken">«rule.not-for-you», «rule.already»: the act or somebody has set one; «plan.closed».</exception>
    public Task<int> Run(Actor by, Moment at, long plan, PeriodLength periodicity, int day, MonthRule monthRule, CancellationToken stop = default) =>
        store.Write(by, at, w => Within(w, plan, periodicity, day, monthRule), stop);

    static async Task<int> Within(WriteScope w, long plan, PeriodLength periodicity, int day, MonthRule monthRule)
    {
        await Keep(w, plan, periodicity, day, monthRule);
        var added = await DeriveObligations.Within(w, plan);
        // The act's own summaries were owed without reports; of a period in which nobody reports there is nothing to summarise.
        await RecomputeObligations.Within(w, plan, w.At.Day, null, _ => "за цей період ніхто не звітує", null);
        return added;
    }

    /// <summary>The rule alone: what follows from it is derived after it.</summary>
    internal static async Task Keep(WriteScope w, long plan, PeriodLength periodicity, int day, MonthRule monthRule)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator)) throw new RuleBroken("rule.not-for-you");
        if (day is < 1 or > 31) throw new RuleBroken("rule.day", day);
        if (periodicity is not (PeriodLength.Month or PeriodLength.Quarter or PeriodLength.HalfYear or PeriodLength.Year) || monthRule is not (MonthRule.LastMonthOfPeriod or MonthRule.NextMonth)) throw new RuleBroken("rule.form", $"{periodicity} {monthRule}");
        await OpenPlan.Must(w, plan);
        var known = await w.One<long>("SELECT COUNT(*) FROM reporting_rule WHERE authority_id = @authority AND plan_id = @plan AND kind = 'Report' AND withdrawn_at IS NULL AND day IS NOT NULL", new { plan });
        if (known > 0) throw new RuleBroken("rule.already");
        var who = await w.Find<string>("SELECT post FROM person WHERE authority_id = @authority AND id = @person", new { person = w.By.Person }) ?? "запис програми";
        await AdoptPlan.KeepRules(w, [ReportingRule.Adopted(periodicity, day, monthRule, who, w.At.Day)], plan, adopted: true);
        await w.Log("rule.adopted", $"plan/{plan}", new { periodicity, day, monthRule });
    }
}
