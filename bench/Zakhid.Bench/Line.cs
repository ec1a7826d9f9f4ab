using System.Globalization;

namespace Zakhid.Bench;

/// One line of the table: what was measured, the figure, the goal where there is one.
sealed record Line(string What, double Value, string Unit, double? AtMost = null, double? AtLeast = null)
{
    public bool? Reached => AtMost is { } most ? Value <= most : AtLeast is { } least ? Value >= least : null;

    public override string ToString()
    {
        var goal = AtMost is { } most ? $"goal ≤ {Format(most)}" : AtLeast is { } least ? $"goal ≥ {Format(least)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{What,-76} {Format(Value),9} {Unit,-3} {goal}{(Reached == false ? "  NOT REACHED" : "")}").TrimEnd();
    }

    static string Format(double value) => value.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
