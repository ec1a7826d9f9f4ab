using Zakhid.Criteria;

namespace Zakhid.Operations.Reporting;

/// <summary>Figures of accepted reports as papers and pages say them.</summary>
public static class FigureWords
{
    /// <summary>What several executors counted is added up; shares are not, each stays: «4 рази», «38,5 %», «40 %».</summary>
    public static IEnumerable<string> Together(string? unit, IReadOnlyList<decimal> values) => unit == "%"
        ? values.Distinct().Select(v => $"{UnitForms.Figure(v)} %")
        : [UnitForms.Of(unit)?.Count(values.Sum()) ?? $"{UnitForms.Figure(values.Sum())} {unit}".TrimEnd()];
}
