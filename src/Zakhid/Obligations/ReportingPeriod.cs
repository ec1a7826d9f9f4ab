using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Zakhid.Obligations;

/// <summary>
/// A month, quarter, half-year or year that is reported on. Written 2020-09, 2020-Q3, 2020-H1, 2020.
/// </summary>
public readonly record struct ReportingPeriod : IComparable<ReportingPeriod>
{
    static readonly string[] _roman = ["I", "II", "III", "IV"];

    ReportingPeriod(PeriodLength length, int year, int number) => (Length, Year, Number) = (length, year, number);

    public PeriodLength Length { get; }
    public int Year { get; }
    /// <summary>1–12, 1–4, 1–2 or 1.</summary>
    public int Number { get; }

    int Months => Length switch { PeriodLength.Month => 1, PeriodLength.Quarter => 3, PeriodLength.HalfYear => 6, _ => 12 };

    public DateOnly Start => new(Year, ((Number - 1) * Months) + 1, 1);
    public DateOnly End => Start.AddMonths(Months).AddDays(-1);
    public DateRange Days => new(Start, End);

    public ReportingPeriod Next => Of(Length, End.AddDays(1));
    public ReportingPeriod Previous => Of(Length, Start.AddDays(-1));

    /// <summary>The period that holds a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nobody reports by days, weeks or decades here.</exception>
    public static ReportingPeriod Of(PeriodLength length, DateOnly day) => length switch
    {
        PeriodLength.Month => new(length, day.Year, day.Month),
        PeriodLength.Quarter => new(length, day.Year, (day.Month + 2) / 3),
        PeriodLength.HalfYear => new(length, day.Year, (day.Month + 5) / 6),
        PeriodLength.Year => new(length, day.Year, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(length), length, "A reporting period is a month, quarter, half-year or year"),
    };

    /// <summary>All periods of one length that meet a range, in order.</summary>
    public static IEnumerable<ReportingPeriod> Meeting(PeriodLength length, DateRange range)
    {
        for (var period = Of(length, range.Start); period.Start <= range.End; period = period.Next) yield return period;
    }

    public string Code => Length switch
    {
        PeriodLength.Month => $"{Year:D4}-{Number:D2}",
        PeriodLength.Quarter => $"{Year:D4}-Q{Number}",
        PeriodLength.HalfYear => $"{Year:D4}-H{Number}",
        _ => $"{Year:D4}",
    };

    /// <summary>«III квартал 2020 року», «вересень 2020 року», «I півріччя 2020 року», «2020 рік».</summary>
    public string Name => Length == PeriodLength.Year ? $"{Year} рік" : $"{ShortName} {Year} року";

    /// <summary>«III квартал».</summary>
    public string ShortName => Length switch
    {
        PeriodLength.Month => Text.UkrainianDate.Month(Number),
        PeriodLength.Quarter => $"{_roman[Number - 1]} квартал",
        PeriodLength.HalfYear => $"{_roman[Number - 1]} півріччя",
        _ => $"{Year} рік",
    };

    /// <summary>«Q3 2020», «September 2020», «H1 2020», «2020».</summary>
    public string English => Length == PeriodLength.Year ? ShortEnglish : $"{ShortEnglish} {Year}";

    /// <summary>«Q3».</summary>
    public string ShortEnglish => Length switch
    {
        PeriodLength.Month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Number),
        PeriodLength.Quarter => $"Q{Number}",
        PeriodLength.HalfYear => $"H{Number}",
        _ => $"{Year}",
    };

    public static bool TryParse([NotNullWhen(true)] string? code, out ReportingPeriod period)
    {
        period = default;
        if (code is not { Length: 4 or 7 } || !int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2200) return false;
        if (code.Length == 4) period = new(PeriodLength.Year, year, 1);
        else if (code[4] != '-') return false;
        else if (code[5] is 'Q' && code[6] is >= '1' and <= '4') period = new(PeriodLength.Quarter, year, code[6] - '0');
        else if (code[5] is 'H' && code[6] is '1' or '2') period = new(PeriodLength.HalfYear, year, code[6] - '0');
        else if (int.TryParse(code.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12) period = new(PeriodLength.Month, year, month);
        else return false;
        return true;
    }

    /// <exception cref="FormatException">Not one of the four forms.</exception>
    public static ReportingPeriod Parse(string code) => TryParse(code, out var period) ? period : throw new FormatException($"«{code}» is no period; write 2020-Q3, 2020-H1, 2020-09 or 2020");

    public int CompareTo(ReportingPeriod other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);
    public static bool operator <(ReportingPeriod a, ReportingPeriod b) => a.CompareTo(b) < 0;
    public static bool operator >(ReportingPeriod a, ReportingPeriod b) => a.CompareTo(b) > 0;
    public static bool operator <=(ReportingPeriod a, ReportingPeriod b) => a.CompareTo(b) <= 0;
    public static bool operator >=(ReportingPeriod a, ReportingPeriod b) => a.CompareTo(b) >= 0;

    public override string ToString() => Code;
}
