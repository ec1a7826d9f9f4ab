using Zakhid.Text;

namespace Zakhid.Obligations;

public enum ObligationKind
{
    /// <summary>An executor informs the coordinator on one measure.</summary>
    Report,
    /// <summary>The coordinator summarises the period and informs the head.</summary>
    Consolidation,
}

/// <summary>
/// Who owes by which day of which period: read from a clause of the act, or adopted once by the coordinator where the act
/// names no day.
/// </summary>
public sealed record ReportingRule
{
    public required ObligationKind Kind { get; init; }
    public string? Who { get; init; }
    public string? To { get; init; }
    public PeriodLength Periodicity { get; init; } = PeriodLength.Quarter;
    public bool Once { get; init; }
    /// <summary>Day of the month; a month that is shorter gives its last day.</summary>
    public required int Day { get; init; }
    public required MonthRule MonthRule { get; init; }
    /// <summary>For <see cref="MonthRule.Fixed"/>.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];
    public int? Year { get; init; }
    public string? ClauseNumber { get; init; }
    public string Text { get; init; } = "";
    /// <summary>«пункт 2 розпорядження № 149-ОД», or who adopted the rule and when.</summary>
    public required string Ground { get; init; }

    /// <summary>Rules of an act, in the order of its clauses. A duty whose bearer another duty informs is the summary.</summary>
    public static IReadOnlyList<ReportingRule> Of(Act act)
    {
        var named = act.Reporting.Where(r => r.Day is not null && (r.Periodicity is PeriodLength.Month or PeriodLength.Quarter or PeriodLength.HalfYear or PeriodLength.Year || r.Once)).ToList();
        return [.. named.Select(clause => new ReportingRule
        {
            Kind = named.Exists(other => other != clause && SameBody(other.To, clause.Who)) ? ObligationKind.Consolidation : ObligationKind.Report,
            Who = clause.Who,
            To = clause.To,
            Periodicity = clause.Periodicity ?? PeriodLength.Year,
            Once = clause.Once,
            Day = clause.Day!.Value,
            // «щокварталу до 5 числа» names no month: an early day lies after the period, a late one in it.
            MonthRule = clause.MonthRule ?? (clause.Day <= 15 ? MonthRule.NextMonth : MonthRule.LastMonthOfPeriod),
            Months = clause.Months,
            Year = clause.Year,
            ClauseNumber = clause.ClauseNumber,
            Text = clause.Text,
            Ground = GroundOf(act, clause.ClauseNumber),
        })];
    }

    /// <summary>A rule that the coordinator sets because the act names no day; the ground says so.</summary>
    public static ReportingRule Adopted(PeriodLength periodicity, int day, MonthRule monthRule, string byWhom, DateOnly on) => new()
    {
        Kind = ObligationKind.Report, Periodicity = periodicity, Day = day, MonthRule = monthRule,
        Ground = $"правило, яке {UkrainianDate.Full(on)} встановив координатор ({byWhom}), бо акт дня не називає,",
    };

    /// <summary>«пункт 2 розпорядження № 149-ОД».</summary>
    public static string GroundOf(Act act, string? clause)
    {
        var kind = (act.Kind ?? "").Split(' ')[0].ToLowerInvariant() switch
        {
            "наказ" => "наказу", "постанова" => "постанови", "рішення" => "рішення", "план" => "плану заходів", _ => "розпорядження",
        };
        var number = act.Number is null ? "" : $" № {act.Number}";
        return clause is null ? $"текст {kind}{number}" : $"пункт {clause.TrimEnd('.')} {kind}{number}";
    }

    /// <summary>The nominal due day of a period. Of named months, the day nearest to the period's end.</summary>
    public DateOnly DueDay(ReportingPeriod period) => MonthRule switch
    {
        MonthRule.NextMonth => In(period.End.AddDays(1)),
        MonthRule.Fixed when Months.Count > 0 => Months.SelectMany(month => Enumerable.Range(period.Start.Year, 3).Select(year => In(new(year, month, 1))))
            .MinBy(day => Math.Abs(day.DayNumber - period.End.DayNumber)),
        MonthRule.SameMonth when Day <= 15 => In(period.End.AddDays(1)),
        _ => In(new(period.End.Year, period.End.Month, 1)),
    };

    DateOnly In(DateOnly month) => new(month.Year, month.Month, Math.Min(Day, DateTime.DaysInMonth(month.Year, month.Month)));

    /// <summary>«відділ з правової…» and «відділу з правової…» are one up to case endings.</summary>
    static bool SameBody(string? a, string? b)
    {
        if (a is null || b is null) return false;
        string[] x = [.. Stems(a)], y = [.. Stems(b)];
        return x.Length > 0 && x.SequenceEqual(y);
    }

    static IEnumerable<string> Stems(string name) =>
        Token.Cut(name).Where(t => t.Kind == TokenKind.Word && t.Text.Length > 3).Select(t => t.Text[..Math.Max(4, t.Text.Length - 3)]);
}
