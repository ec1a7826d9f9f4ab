using Zakhid.Obligations;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reading;

/// <summary>The rule that a coordinator sets, once, for an act that names no day of reports.</summary>
public sealed record ChosenRule(PeriodLength Periodicity, int Day, MonthRule MonthRule)
{
    public static ChosenRule Of(ReportingRule rule) => new(rule.Periodicity, rule.Day, rule.MonthRule);
}

/// <summary>
/// One button puts a checked reading under control: every question is answered, the act has its date, somebody consolidates.
/// </summary>
public sealed class AdoptImport(Store store)
{
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="import">Which reading.</param>
    /// <param name="coordinator">The name of the body that consolidates; null: as the act says.</param>
    /// <param name="rule">For an act without a reporting clause; null: none yet, nobody is asked for reports.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>The plan's number.</returns>
    /// <exception cref="RuleBroken">«import.unknown», «import.adopted», «import.to-choose», «plan.draft», «plan.questions», «rule.day», and those of <see cref="AdoptPlan"/>.</exception>
    public Task<long> Run(Actor by, Moment at, long import, string? coordinator = null, ChosenRule? rule = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await CorrectReading.Open(w, import);
        if (sheet.Changes is not null) throw new RuleBroken("import.to-choose");
        if (sheet.Reading.Act.IsDraft || sheet.Reading.Act.Date is null) throw new RuleBroken("plan.draft");
        // The program adopts what its demonstration brings along, unasked.
        if (!by.IsProgram && sheet.Open.Count > 0) throw new RuleBroken("plan.questions", sheet.Open.Count);

        var plan = await AdoptPlan.Within(w, sheet.Make(coordinator) with { TextHash = sheet.TextHash }, import, rule: rule);
        await DerivePlan.Link(w, sheet, plan);
        return plan;
    }, stop);
}
