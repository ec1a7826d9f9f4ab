using System.Globalization;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Reporting;

namespace Zakhid.App.Figures;

/// A body in the heat map. Whose reports of one period are more than squares can be looked through is told by how many stand how.
/// <param name="Squares">What the row takes of a page, in squares.</param>
sealed record HeatRow(long Body, string Name, bool IsCounted, int Squares)
{
    const int MostPeriods = 4;
    const int MostSquares = 14;
    /// Of one body and period.
    const int MostInCell = 30;
    /// A number with its letter is as wide as two squares.
    const int CountWidth = 2;

    /// The period whose reports are being gathered: the first with a day still to come, else the last.
    public static ReportingPeriod Current(IReadOnlyList<OwedReport> around, DateOnly today)
    {
        var last = around.GroupBy(r => r.Period).Select(g => (Period: g.Key, Due: g.Max(r => r.Due))).OrderBy(x => x.Period).ToList();
        return last.Find(x => x.Due >= today) is { Due.Year: > 1 } running ? running.Period : last[^1].Period;
    }

    /// Many periods do not fit a page: the running one says what is to be done, and as much of its neighbours as there is room for,
    /// what is overdue before what is to come.
    public static List<ReportingPeriod> Fitting(IReadOnlyList<OwedReport> around, DateOnly today)
    {
        var current = Current(around, today);
        var periods = around.Select(r => r.Period).Distinct().Order().ToList();
        var at = periods.IndexOf(current);
        var widths = around.GroupBy(r => (r.Period, r.Body)).GroupBy(g => g.Key.Period).ToDictionary(g => g.Key, g => g.Max(cell => Width(cell, today)));
        var overdue = around.Where(r => r is { IsCounted: true, IsIn: false } && r.DueNow < today).Select(r => r.Period).ToHashSet();
        List<ReportingPeriod> before = [.. periods.Take(at).Reverse()], after = [.. periods.Skip(at + 1)], shown = [current];
        var left = MostSquares - widths[current];
        foreach (var next in before.Where(overdue.Contains).Concat(after).Concat(before).Distinct())
        {
            if (shown.Count == MostPeriods || widths[next] > left) continue;
            shown.Add(next);
            left -= widths[next];
        }
        return [.. shown.Order()];
    }

    /// Of all bodies, the most trouble first.
    public static List<HeatRow> ByTrouble(IReadOnlyList<OwedReport> around, IReadOnlyList<ReportingPeriod> periods, DateOnly today)
    {
        var current = Current(around, today);
        return [.. around.GroupBy(r => (r.Body, r.BodyName)).OrderByDescending(g => g.Sum(r => Trouble(r, current, today))).ThenBy(g => g.Key.BodyName, StringComparer.Ordinal).Select(g =>
        {
            var cells = g.Where(r => periods.Contains(r.Period)).GroupBy(r => r.Period).ToList();
            var isCounted = cells.Exists(IsFull);
            return new HeatRow(long.Parse(g.Key.Body, CultureInfo.InvariantCulture), g.Key.BodyName, isCounted, cells.Sum(cell => isCounted ? CountWidth * States(cell, today).Count : cell.Sum(r => r.Count)));
        })];
    }

    /// How many reports of a cell stand how, the most trouble first.
    public static List<(Mark Mark, string Standing, int Count)> States(IEnumerable<OwedReport> cell, DateOnly today) =>
        [.. cell.Where(r => !r.Lapsed && r.Consent != ConsentState.Declined).GroupBy(r => (Mark: Mark.Of(r, today), Standing: r is { IsApart: false, IsIn: false } ? "owed" : r.IsApart ? "Apart" : r.State.ToString()))
            .OrderBy(g => Order.IndexOf(g.Key.Mark.Letter)).Select(g => (g.Key.Mark, g.Key.Standing, g.Sum(r => r.Count)))];

    static readonly List<string> Order = ["!", "Д", "Ч", "·", "▲", "П", "?"];

    static bool IsFull(IEnumerable<OwedReport> cell) => cell.Sum(r => r.Count) > MostInCell;

    static int Width(IEnumerable<OwedReport> cell, DateOnly today) => IsFull(cell) ? CountWidth * States(cell, today).Count : cell.Sum(r => r.Count);

    static int Trouble(OwedReport report, ReportingPeriod current, DateOnly today)
    {
        var overdue = report is { IsCounted: true, IsIn: false } && report.DueNow < today;
        if (!overdue && report.Period != current) return 0;
        return report.Count * (overdue ? 100 : report.State == ReportState.Returned ? 12 : report is { IsCounted: true, IsIn: false } ? 10 : report.State == ReportState.Submitted ? 1 : 0);
    }
}
