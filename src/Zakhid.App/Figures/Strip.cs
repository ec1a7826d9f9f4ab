using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Zakhid.App.Figures;

/// A measure's year as a strip: the bar is its term, a tick the day of a report, the dotted line today.
static class Strip
{
    public static IHtmlContent Of(DateOnly? from, DateOnly? to, IEnumerable<DateOnly> reports, DateOnly actDate, DateOnly today, DateOnly yearStart, DateOnly yearEnd, string described)
    {
        var days = yearEnd.DayNumber - yearStart.DayNumber + 1;
        string At(DateOnly day) => (Math.Clamp(day.DayNumber - yearStart.DayNumber, 0, days) * 100.0 / days).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        string Wide(DateOnly a, DateOnly b) => (Math.Max(0, Math.Min(b.DayNumber, yearEnd.DayNumber) - Math.Max(a.DayNumber, yearStart.DayNumber)) * 100.0 / days).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        var (start, end) = (from ?? yearStart, to ?? yearEnd);
        if (start < yearStart) start = yearStart;
        var opened = actDate > start ? actDate : start;
        var html = new HtmlContentBuilder();
        html.AppendHtml("<svg role=\"img\" aria-label=\"").Append(described).AppendHtml("\">");
        for (var quarter = 0; quarter < 4; quarter++) html.AppendHtml($"<line class=\"gr\" x1=\"{At(yearStart.AddMonths(quarter * 3))}\" x2=\"{At(yearStart.AddMonths(quarter * 3))}\" y1=\"0\" y2=\"100%\"/>");
        if (start < opened) html.AppendHtml($"<rect class=\"past\" x=\"{At(start)}\" width=\"{Wide(start, opened)}\" y=\"50%\" height=\"4\"/>");
        var middle = today < opened ? opened : today > end ? end : today;
        html.AppendHtml($"<rect class=\"run\" x=\"{At(opened)}\" width=\"{Wide(opened, middle)}\" y=\"50%\" height=\"10\"/>");
        if (middle < end) html.AppendHtml($"<rect class=\"todo\" x=\"{At(middle)}\" width=\"{Wide(middle, end.AddDays(1))}\" y=\"50%\" height=\"10\"/>");
        foreach (var day in reports.Where(d => d >= yearStart && d <= yearEnd).Distinct()) html.AppendHtml($"<rect class=\"tick\" x=\"{At(day)}\" width=\"2\" y=\"50%\" height=\"18\"/>");
        if (today >= yearStart && today <= yearEnd) html.AppendHtml($"<line class=\"today\" x1=\"{At(today)}\" x2=\"{At(today)}\" y1=\"0\" y2=\"100%\"/>");
        return html.AppendHtml("</svg>");
    }
}
