using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Obligations;

/// <summary>How often and by which day a reporting rule asks, as pages say it: «Щокварталу до 17 числа останнього місяця».</summary>
public static class RuleInWords
{
    public static string Ukrainian(ReportingRule rule)
    {
        if (rule.MonthRule == MonthRule.Fixed && rule.Months.Count > 0)
        {
            var days = rule.Months.Select(month => $"{rule.Day} {UkrainianDate.MonthGenitive(month)}").ToList();
            return (rule.Once ? "До " : "Щороку до ") + Joined(days, " і до ") + (rule.Once && rule.Year is { } year ? $" {year} року" : "");
        }
        var often = CountInWords.Capital(PeriodWords.Ukrainian(rule.Periodicity) ?? "щоразу");
        var month = (rule.MonthRule, rule.Periodicity) switch
        {
            (_, PeriodLength.Month) when rule.MonthRule != MonthRule.NextMonth => "",
            (MonthRule.NextMonth, _) => " наступного місяця",
            _ => " останнього місяця",
        };
        return $"{often} до {rule.Day} числа{month}";
    }

    public static string English(ReportingRule rule)
    {
        if (rule.MonthRule == MonthRule.Fixed && rule.Months.Count > 0)
        {
            var days = rule.Months.Select(month => $"{rule.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)}").ToList();
            return (rule.Once ? "By " : "Every year by ") + Joined(days, " and by ") + (rule.Once && rule.Year is { } year ? $" {year}" : "");
        }
        var often = rule.Periodicity switch
        {
            PeriodLength.Week => "Every week",
            PeriodLength.Month => "Every month",
            PeriodLength.Quarter => "Every quarter",
            PeriodLength.HalfYear => "Every half-year",
            PeriodLength.Year => "Every year",
            _ => "Each time",
        };
        var month = (rule.MonthRule, rule.Periodicity) switch
        {
            (_, PeriodLength.Month) when rule.MonthRule != MonthRule.NextMonth => "",
            (MonthRule.NextMonth, _) => " of the month after",
            _ => " of its last month",
        };
        return $"{often} by day {rule.Day}{month}";
    }

    static string Joined(List<string> days, string last) => days.Count == 1 ? days[0] : string.Join(", ", days[..^1]) + last + days[^1];
}
