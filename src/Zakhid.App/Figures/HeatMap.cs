using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;

namespace Zakhid.App.Figures;

/// Bodies × periods; a square is one report: the measure's number and the letter of its state. The worst is on top.
static class HeatMap
{
    public static IHtmlContent Of(IReadOnlyList<ObligationLine> lines, DateOnly today, bool english, Func<string, string> nameOf)
    {
        var periods = lines.Select(l => ReportingPeriod.Parse(l.PeriodCode)).Distinct().Order().ToList();
        var current = Current(lines, periods, today);
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

        foreach (var body in lines.GroupBy(l => (l.BodyId, l.Body)).OrderByDescending(g => Trouble(g, current, today)).ThenBy(g => g.Key.Body, StringComparer.Ordinal))
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

    /// The period whose reports are being gathered: the first with a day still to come, else the last.
    public static ReportingPeriod Current(IReadOnlyList<ObligationLine> lines, IReadOnlyList<ReportingPeriod> periods, DateOnly today) =>
        periods.FirstOrDefault(p => lines.Any(l => l.PeriodCode == p.Code && l.Adjusted >= today), periods.Count > 0 ? periods[^1] : default);

    static int Trouble(IEnumerable<ObligationLine> lines, ReportingPeriod current, DateOnly today) => lines.Where(l => l.PeriodCode == current.Code || l.IsOverdue(today))
        .Sum(l => l.IsOverdue(today) ? 100 : l.Standing == "Returned" ? 12 : l.IsOwed ? 10 : l.Standing == "Submitted" ? 1 : 0);
}
