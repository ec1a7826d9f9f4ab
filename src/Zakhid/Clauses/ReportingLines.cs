using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Clauses;

/// <summary>
/// Duties to report as lines of text, one a line: «Виконавцям — відділу культури: щокварталу до 17 числа останнього місяця
/// (пункт 2)». So they are shown beside the act, corrected and kept; the time is read by the same grammar as in the act.
/// </summary>
public static class ReportingLines
{
    const string Dash = " — ";
    const string Clause = "пункт ";

    public static string Write(IEnumerable<ReportingClause> duties) => string.Join('\n', duties.Select(Write));

    static string Write(ReportingClause duty)
    {
        var people = duty.To is null ? duty.Who : (duty.Who ?? "Виконавцям") + Dash + duty.To;
        var said = people is null ? When(duty) : $"{people}: {When(duty)}";
        return duty.ClauseNumber is null ? said : $"{said} ({Clause}{duty.ClauseNumber})";
    }

    static string When(ReportingClause duty)
    {
        var year = duty.Year is { } named ? $" {named.ToString(CultureInfo.InvariantCulture)} року" : "";
        var often = duty.Once ? "" : PeriodWords.Ukrainian(duty.Periodicity) ?? "";
        if (duty.Day is not { } day) return often;
        var by = duty.MonthRule == MonthRule.Fixed && duty.Months.Count > 0
            ? string.Join(", ", duty.Months.Select(month => $"до {day} {UkrainianDate.MonthGenitive(month)}")) + year
            : $"до {day} числа" + duty.MonthRule switch { MonthRule.LastMonthOfPeriod => " останнього місяця звітного періоду", MonthRule.NextMonth => " місяця, наступного за звітним періодом", _ => "" };
        return $"{often} {by}".Trim();
    }

    /// <summary>Blank lines are none.</summary>
    /// <exception cref="RuleBroken">«reading.reporting»: a line from which no time can be read.</exception>
    public static IReadOnlyList<ReportingClause> Read(string? lines) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)];

    static ReportingClause Line(string line)
    {
        var (said, number) = (line.TrimEnd('.', ';'), (string?)null);
        if (said.EndsWith(')') && said.LastIndexOf('(') is > 0 and var open && said.AsSpan(open + 1).StartsWith(Clause, StringComparison.OrdinalIgnoreCase))
            (said, number) = (said[..open].TrimEnd(), said[(open + 1 + Clause.Length)..^1].Trim());
        var colon = said.LastIndexOf(": ", StringComparison.Ordinal);
        var duty = ReportingGrammar.Time(colon < 0 ? said : said[(colon + 2)..]) ?? throw new RuleBroken("reading.reporting", line);
        var people = colon < 0 ? [] : said[..colon].Split(Dash, 2, StringSplitOptions.TrimEntries);
        return duty with { Who = people.Length > 0 ? people[0] : null, To = people.Length > 1 ? people[1] : null, Text = said, ClauseNumber = number };
    }
}
