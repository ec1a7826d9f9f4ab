using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Reporting;

namespace Zakhid.App.Figures;

/// Bodies × periods; a square is one report: the measure's number and the letter of its state. The worst is on top.
static class HeatMap
{
    public static IHtmlContent Of(IReadOnlyList<ObligationLine> lines, DateOnly today, bool english, Func<string, string> nameOf)
    {
        var periods = lines.Select(l => ReportingPeriod.Parse(l.PeriodCode)).Distinct().Order().ToList();
        var current = Current([.. lines.Select(l => l.AsOwed())], today);
        periods = Fitting(lines, periods, current, today);
        var html = new HtmlContentBuilder();
        html.AppendHtml($"<table class=\"heat\"><caption class=\"hide\">{(english ? "Reports by bodies and periods" : "Звіти за органами і періодами")}</caption><thead><tr><th>{(english ? "Body" : "Орган")}</th>");
        foreach (var period in periods)
        {
            var due = lines.First(l => l.PeriodCode == period.Code).Adjusted;
            html.AppendHtml($"<th{(period == current ? " class=\"now\"" : "")}><b>").Append(period.ShortName)
                .AppendHtml("</b>").Append(english ? $"due {DueWords.Of(due, due.AddDays(-9), true)}" : $"строк {DueWords.Of(due, due.AddDays(-9), false)}").AppendHtml("</th>");
        }
        html.AppendHtml($"<th class=\"sum\">{(english ? "Handed in" : "Подано")}<br>").Append(english ? $"for {current.ShortName}" : $"за {current.ShortName}").AppendHtml("</th></tr></thead><tbody>");

        foreach (var body in lines.GroupBy(l => (l.BodyId, l.Body)).OrderByDescending(g => g.Sum(l => Trouble(l.AsOwed(), current, today))).ThenBy(g => g.Key.Body, StringComparer.Ordinal))
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
                    foreach (var line in mine.Count <= MostInCell ? mine : [.. mine.OrderByDescending(l => Trouble(l.AsOwed(), current, today)).Take(MostInCell)])
                    {
                        var mark = Mark.Of(line, today);
                        html.AppendHtml($"<a class=\"c {mark.Class}\" href=\"/reports/{line.Id}\"><span class=\"hide\">{(english ? "Measure" : "Захід")} </span><i>").Append(line.Measure)
                            .AppendHtml($"</i><b aria-hidden=\"true\">{mark.Letter}</b><span class=\"hide\">: ").Append(english ? mark.English : mark.Ukrainian).AppendHtml("</span></a>");
                    }
                    if (mine.Count > MostInCell) html.AppendHtml("<small>").Append(english ? $"and {mine.Count - MostInCell} more" : $"і ще {mine.Count - MostInCell}").AppendHtml("</small>");
                    html.AppendHtml("</div>");
                }
                html.AppendHtml("</td>");
            }
            var now = body.Where(l => l.PeriodCode == current.Code && l.Standing is not ("Lapsed" or "Declined" or "Apart")).ToList();
            html.AppendHtml("<td class=\"sum\">").Append(now.Count == 0 ? "–" : $"{now.Count(l => l.ReportState is "Submitted" or "Accepted")} {(english ? "of" : "з")} {now.Count}").AppendHtml("</td></tr>");
        }
        return html.AppendHtml("</tbody></table>");
    }

    /// Many periods do not fit a page: the running one says what is to be done, and as much of its neighbours as there is room for,
    /// what is overdue before what is to come.
    static List<ReportingPeriod> Fitting(IReadOnlyList<ObligationLine> lines, List<ReportingPeriod> periods, ReportingPeriod current, DateOnly today)
    {
        var at = periods.IndexOf(current);
        if (at < 0) return periods;
        int Width(ReportingPeriod period) => lines.Where(l => l.PeriodCode == period.Code).GroupBy(l => l.BodyId).Max(g => g.Count());
        List<ReportingPeriod> before = [.. periods.Take(at).Reverse()], after = [.. periods.Skip(at + 1)], shown = [current];
        var left = MostSquares - Width(current);
        foreach (var next in before.Where(p => lines.Any(l => l.PeriodCode == p.Code && l.IsOverdue(today))).Concat(after).Concat(before).Distinct())
        {
            if (shown.Count == MostPeriods || Width(next) > left) continue;
            shown.Add(next);
            left -= Width(next);
        }
        return [.. shown.Order()];
    }

    const int MostPeriods = 4;
    const int MostSquares = 14;
    const int MostInCell = 60;

    /// The period whose reports are being gathered: the first with a day still to come, else the last.
    public static ReportingPeriod Current(IReadOnlyList<OwedReport> around, DateOnly today)
    {
        var last = around.GroupBy(r => r.Period).Select(g => (Period: g.Key, Due: g.Max(r => r.Due))).OrderBy(x => x.Period).ToList();
        return last.Find(x => x.Due >= today) is { Due.Year: > 1 } running ? running.Period : last[^1].Period;
    }

    /// Bodies, the most trouble first, with how many squares each needs.
    public static IReadOnlyList<(long Body, int Squares)> ByTrouble(IReadOnlyList<OwedReport> around, DateOnly today)
    {
        var current = Current(around, today);
        return [.. around.GroupBy(r => (r.Body, r.BodyName)).OrderByDescending(g => g.Sum(r => Trouble(r, current, today))).ThenBy(g => g.Key.BodyName, StringComparer.Ordinal)
            .Select(g => (long.Parse(g.Key.Body, System.Globalization.CultureInfo.InvariantCulture), g.Sum(r => r.Count)))];
    }

    static int Trouble(OwedReport report, ReportingPeriod current, DateOnly today)
    {
        var overdue = report is { IsCounted: true, IsIn: false } && report.DueNow < today;
        if (!overdue && report.Period != current) return 0;
        return report.Count * (overdue ? 100 : report.State == ReportState.Returned ? 12 : report is { IsCounted: true, IsIn: false } ? 10 : report.State == ReportState.Submitted ? 1 : 0);
    }
}
