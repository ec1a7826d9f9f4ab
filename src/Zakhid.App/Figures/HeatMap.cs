using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.App.Figures;

/// Bodies × periods; a square is one report: the measure's number and the letter of its state. The worst is on top.
static class HeatMap
{
    /// <param name="around">All reports about the day, like ones told together: what there is is counted by them.</param>
    /// <param name="rows">The bodies to show; see <see cref="HeatRow.ByTrouble"/>.</param>
    /// <param name="lines">The squares of those rows that are not told by counts.</param>
    /// <param name="periods">See <see cref="HeatRow.Fitting"/>.</param>
    public static IHtmlContent Of(IReadOnlyList<OwedReport> around, IReadOnlyList<HeatRow> rows, IReadOnlyList<ObligationLine> lines, IReadOnlyList<ReportingPeriod> periods, DateOnly today, bool english, Func<string, string> nameOf)
    {
        var current = HeatRow.Current(around, today);
        var counted = around.ToLookup(r => (r.Body, r.Period));
        var squares = lines.ToLookup(l => (l.BodyId, l.PeriodCode));
        var html = new HtmlContentBuilder();
        html.AppendHtml($"<table class=\"heat\"><caption class=\"hide\">{(english ? "Reports by bodies and periods" : "Звіти за органами і періодами")}</caption><thead><tr><th>{(english ? "Body" : "Орган")}</th>");
        foreach (var period in periods)
        {
            var due = around.First(r => r.Period == period).Due;
            html.AppendHtml($"<th{(period == current ? " class=\"now\"" : "")}><b>").Append(english ? period.ShortEnglish : period.ShortName)
                .AppendHtml("</b>").Append(english ? $"due {DueWords.Of(due, due.AddDays(-9), true)}" : $"строк {DueWords.Of(due, due.AddDays(-9), false)}").AppendHtml("</th>");
        }
        html.AppendHtml($"<th class=\"sum\">{(english ? "Handed in" : "Подано")}<br>").Append(english ? $"for {current.ShortEnglish}" : $"за {current.ShortName}").AppendHtml("</th></tr></thead><tbody>");

        foreach (var row in rows)
        {
            var key = row.Body.ToString(CultureInfo.InvariantCulture);
            html.AppendHtml($"<tr><th scope=\"row\"><a href=\"/obligations?body={key}\">").Append(nameOf(row.Name)).AppendHtml("</a></th>");
            foreach (var period in periods)
            {
                html.AppendHtml("<td data-l=\"").AppendHtml(HtmlEncoder.Default.Encode(english ? period.ShortEnglish : period.ShortName)).AppendHtml("\">");
                if (row.IsCounted) Counts(html, key, period, HeatRow.States(counted[(key, period)], today), english);
                else Squares(html, [.. squares[(row.Body, period.Code)].OrderBy(l => l.Position)], today, english);
                html.AppendHtml("</td>");
            }
            var now = counted[(key, current)].Where(r => r.IsCounted).ToList();
            html.AppendHtml("<td class=\"sum\">").Append(now.Count == 0 ? "–" : $"{Plural.Digits(now.Where(r => r.IsIn).Sum(r => r.Count))} {(english ? "of" : "з")} {Plural.Digits(now.Sum(r => r.Count))}").AppendHtml("</td></tr>");
        }
        return html.AppendHtml("</tbody></table>");
    }

    static void Squares(HtmlContentBuilder html, List<ObligationLine> lines, DateOnly today, bool english)
    {
        if (lines.Count == 0) { None(html); return; }
        html.AppendHtml("<div class=\"cells\">");
        foreach (var line in lines)
        {
            var mark = Mark.Of(line, today);
            html.AppendHtml($"<a class=\"c {mark.Class}\" href=\"/reports/{line.Id}\"><span class=\"hide\">{(english ? "Measure" : "Захід")} </span><i>").Append(line.Measure)
                .AppendHtml($"</i><b aria-hidden=\"true\">{mark.Letter}</b><span class=\"hide\">: ").Append(english ? mark.English : mark.Ukrainian).AppendHtml("</span></a>");
        }
        html.AppendHtml("</div>");
    }

    static void Counts(HtmlContentBuilder html, string body, ReportingPeriod period, List<(Mark Mark, string Standing, int Count)> states, bool english)
    {
        if (states.Count == 0) { None(html); return; }
        html.AppendHtml("<div class=\"cells\">");
        foreach (var (mark, standing, count) in states)
            html.AppendHtml($"<a class=\"tag n {mark.Class}\" href=\"/obligations?body={body}&amp;period={period.Code}&amp;standing={standing}\"><span class=\"mk\" aria-hidden=\"true\">{mark.Letter}</span><span class=\"hide\">")
                .Append(english ? mark.English : mark.Ukrainian).AppendHtml(": </span>").Append(Plural.Digits(count)).AppendHtml("</a>");
        html.AppendHtml("</div>");
    }

    static void None(HtmlContentBuilder html) => html.AppendHtml("<span class=\"off\">–</span>");
}
