using Zakhid.Executors;
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

    /// <summary>No day before this one is asked for; null: all that the act's date allows.</summary>
    public DateOnly? AskedFrom { get; init; }

    /// <summary>
    /// The length of the periods reported on: two named days a year divide it into half-years, four into quarters
    /// («щороку до 1 березня та 1 вересня»).
    /// </summary>
    public PeriodLength Length => (MonthRule, Periodicity, Months.Count) switch
    {
        (MonthRule.Fixed, PeriodLength.Year, 2) => PeriodLength.HalfYear,
        (MonthRule.Fixed, PeriodLength.Year, 4) => PeriodLength.Quarter,
        (MonthRule.Fixed, PeriodLength.Year, 12) => PeriodLength.Month,
        _ => Periodicity,
    };

    /// <summary>The bearer is «виконавці», or nobody is named: the rule is for every assignment.</summary>
    public bool IsForAll => Who is null || BodyWords.AreExecutors(Who);

    /// <summary>Whether the bearer, in any case («райдержадміністраціям, департаментам …»), names this executor.</summary>
    public bool IsFor(string executor) => Who is not null && BodyWords.Names(Who, executor);

    /// <summary>
    /// Rules of an act, in the order of its clauses; a clause without a day of a month gives none (see <see cref="Open"/>).
    /// A duty is the summary when its bearer is whom another duty informs, when it speaks of summarising and its bearer is
    /// not «виконавці», or when it binds one body by its name («відділу культури інформувати голову»): that body tells of the whole
    /// plan, and the act asks nothing of the others. Where several inform one (each with a day of his own), each reports for itself.
    /// </summary>
    /// <param name="act">The act.</param>
    /// <param name="executors">Of the plan, as printed: one alone has nobody's reports to summarise. Null: they are not known.</param>
    public static IReadOnlyList<ReportingRule> Of(Act act, IReadOnlyCollection<string>? executors = null)
    {
        var named = act.Reporting.Where(IsComputable).ToList();
        return [.. named.Select(clause => new ReportingRule
        {
            Kind = named.Exists(other => other != clause && IsSummaryOf(clause, other)) || TellsOfAll(clause, named, act.Issuer, executors) ? ObligationKind.Consolidation : ObligationKind.Report,
            Who = OneBody(clause.Who, act.Issuer) ?? clause.Who,
            To = clause.To,
            Periodicity = clause.Periodicity ?? PeriodLength.Year,
            Once = clause.Once,
            Day = clause.Day!.Value,
            // «щокварталу до 5 числа» names no month: an early day lies after the period, a late one in it.
            MonthRule = clause.MonthRule ?? (clause.Day <= LastEarlyDay ? MonthRule.NextMonth : MonthRule.LastMonthOfPeriod),
            Months = clause.Months,
            Year = clause.Year,
            ClauseNumber = clause.ClauseNumber,
            Text = clause.Text,
            Ground = ActWords.Ground(act, clause.ClauseNumber),
        })];
    }

    /// <summary>Clauses that order reports and name no day to compute from: the coordinator is asked.</summary>
    public static IReadOnlyList<ReportingClause> Open(Act act) => [.. act.Reporting.Where(clause => !IsComputable(clause))];

    /// <summary>A rule that the coordinator sets because the act names no day; the ground says so, and by whom (post or name).</summary>
    public static ReportingRule Adopted(PeriodLength periodicity, int day, MonthRule monthRule, string byWhom, DateOnly on) => new()
    {
        Kind = ObligationKind.Report,
        Periodicity = periodicity,
        Day = day,
        MonthRule = monthRule,
        Ground = $"правило координатора від {UkrainianDate.Full(on)} ({byWhom}; акт дня не називає)",
    };

    /// <summary>
    /// What is offered where the act names no day for executors: ten days before the day of whom they inform, be it the act's own
    /// summary or the higher act's report, where that is known; else quarterly by the 25th of the last month.
    /// Its ground is written when it is adopted.
    /// </summary>
    public static ReportingRule Offered(ReportingRule? higher)
    {
        var periodicity = higher?.Length ?? PeriodLength.Quarter;
        var (day, month) = higher is null ? (UsualDay, MonthRule.LastMonthOfPeriod) : Before(higher, ReportingPeriod.Of(periodicity, Midsummer));
        return new() { Kind = ObligationKind.Report, Periodicity = periodicity, Day = day, MonthRule = month, Ground = "" };
    }

    /// <summary>As a day of the period's last month or of the next one, told by one period: a rule has no other months for all of them.</summary>
    static (int Day, MonthRule Month) Before(ReportingRule higher, ReportingPeriod period)
    {
        var due = higher.DueDay(period);
        var day = due.AddDays(-DaysAhead);
        var (last, next) = (new DateOnly(period.End.Year, period.End.Month, 1), period.End.AddDays(1));
        if (day >= next.AddMonths(1)) return (UsualDay, MonthRule.NextMonth);
        if (day >= next) return (day.Day, MonthRule.NextMonth);
        if (day >= last) return (day.Day, MonthRule.LastMonthOfPeriod);
        return (due >= last ? 1 : UsualDay, MonthRule.LastMonthOfPeriod);
    }

    // In a month of thirty days, the last one of a quarter and of a half-year.
    static readonly DateOnly Midsummer = new(2023, 6, 15);

    /// <summary>«пункт 2 розпорядження № 149-ОД».</summary>
    public static string GroundOf(Act act, string? clause) => ActWords.Ground(act, clause);

    /// <summary>The nominal due day of a period. Of named months, the day nearest to the period's end.</summary>
    public DateOnly DueDay(ReportingPeriod period) => MonthRule switch
    {
        MonthRule.NextMonth => In(period.End.AddDays(1)),
        MonthRule.Fixed when Months.Count > 0 => Nearest(period.End),
        MonthRule.SameMonth when Day <= LastEarlyDay => In(period.End.AddDays(1)),
        _ => In(new(period.End.Year, period.End.Month, 1)),
    };

    const int LastEarlyDay = 15;
    const int UsualDay = 25;
    const int DaysAhead = 10;

    DateOnly Nearest(DateOnly end)
    {
        var nearest = DateOnly.MinValue;
        for (var year = end.Year - 1; year <= end.Year + 1; year++)
            foreach (var month in Months)
                if (In(new(year, month, 1)) is var day && Math.Abs(day.DayNumber - end.DayNumber) < Math.Abs(nearest.DayNumber - end.DayNumber)) nearest = day;
        return nearest;
    }

    DateOnly In(DateOnly month) => new(month.Year, month.Month, Math.Min(Day, DateTime.DaysInMonth(month.Year, month.Month)));

    static bool IsComputable(ReportingClause clause) => clause.Day is not null
        && (clause.Once || clause.Periodicity is PeriodLength.Month or PeriodLength.Quarter or PeriodLength.HalfYear or PeriodLength.Year);

    static bool TellsOfAll(ReportingClause clause, List<ReportingClause> named, string? issuer, IReadOnlyCollection<string>? executors)
    {
        if (OneBody(clause.Who, issuer) is not { } body) return false;
        if (named.Exists(other => other != clause && other.Who is { } who && !BodyWords.AreSame(who, body) && other.To is not null && clause.To is not null && BodyWords.AreSame(other.To, clause.To))) return false;
        return executors is null || executors.Count == 0 || executors.Any(executor => !BodyWords.AreSame(executor, body));
    }

    /// <summary>
    /// The words that name one body, post or person; null: they name several, a kind of bodies, or nobody in particular.
    /// «Відповідальному виконавцю програми – управлінню культури» names the body after its dash.
    /// </summary>
    static string? OneBody(string? who, string? issuer)
    {
        if (who is null) return null;
        if (BodyWords.AreExecutors(who))
        {
            var dash = who.LastIndexOfAny(['–', '—']);
            return dash > 0 && !BodyWords.AreExecutors(who[(dash + 1)..]) ? OneBody(who[(dash + 1)..].Trim(), issuer) : null;
        }
        return ExecutorLanguage.Read(who, issuer).Executors is [{ IsGroup: false, Kind: not (ExecutorKind.Unspecified or ExecutorKind.Reference) }] ? who : null;
    }

    static bool IsSummaryOf(ReportingClause clause, ReportingClause other)
    {
        if (clause.Who is null) return false;
        if (other.To is not null && BodyWords.AreSame(other.To, clause.Who)) return true;
        return clause.Text.Contains("узагальн", StringComparison.OrdinalIgnoreCase)
            && !BodyWords.AreExecutors(clause.Who) && other.Who is not null && BodyWords.AreExecutors(other.Who);
    }
}
