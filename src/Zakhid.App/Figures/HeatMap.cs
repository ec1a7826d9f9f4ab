using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Reporting;

namespace Zakhid.App.Figures;

/// Bodies × periods; a square is one report: the measure's number and the letter of its state. The worst is on top.
static class HeatMap
{
    /// <param name="around">All reports about the day, like ones told together: what there is is counted by them.</param>
    /// <param name="lines">The squares: of each body and period as many as a cell holds.</param>
    /// <param name="periods">See <see cref="Fitting"/>.</param>
    public static IHtmlContent Of(IReadOnlyList<OwedReport> around, IReadOnlyList<ObligationLine> lines, IReadOnlyList<ReportingPeriod> periods, DateOnly today, bool english, Func<string, string> nameOf)
    {
        var current = Current(around, today);
        var counted = around.ToLookup(r => (r.Body, r.Period));
        var trouble = around.GroupBy(r => r.Body).ToDictionary(g => g.Key, g => g.Sum(r => Trouble(r, current, today)), StringComparer.Ordinal);
        var html = new HtmlContentBuilder();
        html.AppendHtml($"<table class=\"heat\"><caption class=\"hide\">{(english ? "Reports by bodies and periods" : "Звіти за органами і періодами")}</caption><thead><tr><th>{(english ? "Body" : "Орган")}</th>");
        foreach (var period in periods)
        {
            var due = around.First(r => r.Period == period).Due;
            html.AppendHtml($"<th{(period == current ? " class=\"now\"" : "")}><b>").Append(period.ShortName)
                .AppendHtml("</b>").Append(english ? $"due {DueWords.Of(due, due.AddDays(-9), true)}" : $"строк {DueWords.Of(due, due.AddDays(-9), false)}").AppendHtml("</th>");
        }
        html.AppendHtml($"<th class=\"sum\">{(english ? "Handed in" : "Подано")}<br>").Append(english ? $"for {current.ShortName}" : $"за {current.ShortName}").AppendHtml("</th></tr></thead><tbody>");

        foreach (var body in lines.GroupBy(l => (l.BodyId, l.Body)).OrderByDescending(g => trouble.GetValueOrDefault(Key(g.Key.BodyId))).ThenBy(g => g.Key.Body, StringComparer.Ordinal))
        {
            html.AppendHtml($"<tr><th scope=\"row\"><a href=\"/obligations?body={body.Key.BodyId}\">").Append(nameOf(body.Key.Body)).AppendHtml("</a></th>");
            foreach (var period in periods)
            {
                html.AppendHtml("<td data-l=\"").AppendHtml(HtmlEncoder.Default.Encode(period.ShortName)).AppendHtml("\">");
                var mine = body.Where(l => l.PeriodCode == period.Code).OrderBy(l => l.Position).ToList();
                if (mine.Count == 0) html.AppendHtml("<span class=\"off\">–</span>");
                else
                {
                    html.AppendHtml("<div class=\"cells\">");
                    foreach (var line in mine)
                    {
                        var mark = Mark.Of(line, today);
                        html.AppendHtml($"<a class=\"c {mark.Class}\" href=\"/reports/{line.Id}\"><span class=\"hide\">{(english ? "Measure" : "Захід")} </span><i>").Append(line.Measure)
                            .AppendHtml($"</i><b aria-hidden=\"true\">{mark.Letter}</b><span class=\"hide\">: ").Append(english ? mark.English : mark.Ukrainian).AppendHtml("</span></a>");
                    }
                    var more = counted[(Key(body.Key.BodyId), period)].Sum(r => r.Count) - mine.Count(l => l.Standing is not ("Lapsed" or "Declined"));
                    if (mine.Count == MostInCell && more > 0) html.AppendHtml("<small>").Append(english ? $"and {more} more" : $"і ще {more}").AppendHtml("</small>");
                    html.AppendHtml("</div>");
                }
                html.AppendHtml("</td>");
            }
            var now = counted[(Key(body.Key.BodyId), current)].Where(r => r.IsCounted).ToList();
            html.AppendHtml("<td class=\"sum\">").Append(now.Count == 0 ? "–" : $"{now.Where(r => r.IsIn).Sum(r => r.Count)} {(english ? "of" : "з")} {now.Sum(r => r.Count)}").AppendHtml("</td></tr>");
        }
        return html.AppendHtml("</tbody></table>");
    }

    static string Key(long body) => body.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// Many periods do not fit a page: the running one says what is to be done, and as much of its neighbours as there is room for,
    /// what is overdue before what is to come.
    public static List<ReportingPeriod> Fitting(IReadOnlyList<OwedReport> around, DateOnly today)
    {
        var current = Current(around, today);
        var periods = around.Select(r => r.Period).Distinct().Order().ToList();
        var at = periods.IndexOf(current);
        var widths = around.GroupBy(r => (r.Period, r.Body)).GroupBy(g => g.Key.Period).ToDictionary(g => g.Key, g => g.Max(body => body.Sum(r => r.Count)));
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

    const int MostPeriods = 4;
    const int MostSquares = 14;
    public const int MostInCell = 30;

    /// The period whose reports are being gathered: the first with a day still to come, else the last.
    public static ReportingPeriod Current(IReadOnlyList<OwedReport> around, DateOnly today)
    {
        var last = around.GroupBy(r => r.Period).Select(g => (Period: g.Key, Due: g.Max(r => r.Due))).OrderBy(x => x.Period).ToList();
        return last.Find(x => x.Due >= today) is { Due.Year: > 1 } running ? running.Period : last[^1].Period;
    }

    /// Bodies, the most trouble first, with how many squares each needs in these periods.
    public static IReadOnlyList<(long Body, int Squares)> ByTrouble(IReadOnlyList<OwedReport> around, IReadOnlyList<ReportingPeriod> periods, DateOnly today)
    {
        var current = Current(around, today);
        return [.. around.GroupBy(r => (r.Body, r.BodyName)).OrderByDescending(g => g.Sum(r => Trouble(r, current, today))).ThenBy(g => g.Key.BodyName, StringComparer.Ordinal)
            .Select(g => (long.Parse(g.Key.Body, System.Globalization.CultureInfo.InvariantCulture), g.Where(r => periods.Contains(r.Period)).GroupBy(r => r.Period).Sum(cell => Math.Min(MostInCell, cell.Sum(r => r.Count)))))];
    }

    /// The reports that a cell holds when it cannot hold all of its body and period, the most trouble first: a query's order, with @today.
    public const string InCell = """
        CASE WHEN o.standing IN ('Expected', 'Draft', 'Returned') AND o.due_day < @today THEN 0 WHEN o.standing = 'Returned' THEN 1 WHEN o.standing IN ('Expected', 'Draft') THEN 2
            WHEN o.standing = 'Submitted' THEN 3 WHEN o.standing = 'Accepted' THEN 4 ELSE 5 END, o.due_day, o.id
        """;

    static int Trouble(OwedReport report, ReportingPeriod current, DateOnly today)
    {
        var overdue = report is { IsCounted: true, IsIn: false } && report.DueNow < today;
        if (!overdue && report.Period != current) return 0;
        return report.Count * (overdue ? 100 : report.State == ReportState.Returned ? 12 : report is { IsCounted: true, IsIn: false } ? 10 : report.State == ReportState.Submitted ? 1 : 0);
    }
}
