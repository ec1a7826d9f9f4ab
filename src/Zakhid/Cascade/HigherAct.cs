using Zakhid.Obligations;
using Zakhid.Text;

namespace Zakhid.Cascade;

/// <summary>
/// An act above a plan's own, as it is known here: entered by its requisites, read from its file, or brought by a package.
/// <see cref="Act.Reporting"/> is empty where the day is not known: it is asked then, never filled in.
/// </summary>
public sealed record HigherAct(long Id, Act Act)
{
    /// <summary>«розпорядження від 25.06.2020 № 776-р», nominative.</summary>
    public string Name => NameOf(Act);

    /// <inheritdoc cref="Name"/>
    public static string NameOf(Act act) => CountInWords.Capital(act.Kind is { Length: > 0 } kind ? kind : "акт").ToLowerInvariant()
        + (act.Date is { } date ? $" від {UkrainianDate.Short(date)}" : "") + (act.Number is { Length: > 0 } number ? $" № {number}" : "");

    /// <summary>
    /// The rungs that stand on this act in a period: one for each of its duties to report of that length; where it names no day,
    /// a single one without a day, from the body below to the act's issuer.
    /// </summary>
    /// <param name="period">The period reported on.</param>
    /// <param name="below">Who is next below: the issuer of the act under this one.</param>
    public IEnumerable<HigherRung> Rungs(ReportingPeriod period, string below)
    {
        var rules = ReportingRule.Of(Act);
        if (rules.Count == 0) return [new(below, Act.Issuer ?? Name, null, Name) { Document = Id }];
        return rules.Where(rule => !rule.Once && rule.Length == period.Length).OrderBy(rule => rule.DueDay(period))
            .Select(rule => new HigherRung(rule.Who ?? below, rule.To ?? Act.Issuer ?? Name, rule, rule.ClauseNumber is { } clause ? $"пункт {clause.TrimEnd('.', ')')}, {Name}" : Name) { Document = Id });
    }
}
