using System.Globalization;
using Microsoft.AspNetCore.Html;
using Zakhid.Criteria;

namespace Zakhid.App.Figures;

/// A figure against its target: the sentence first, then a bar, or a square for each week or month. What the picture says is in words too.
static class Bullet
{
    const int MostSlots = 24;

    public static IHtmlContent Of(Progress progress, bool english)
    {
        var html = new HtmlContentBuilder();
        var said = english ? ProgressWords.English(progress) : ProgressWords.Say(progress);
        var number = said.TakeWhile(c => char.IsDigit(c) || c is ',' or '\u00a0' or ' ').Count();
        if (progress.SoFar is null || number == 0) html.AppendHtml("<p>").Append(said);
        else html.AppendHtml("<p><b>").Append(said[..number].TrimEnd()).AppendHtml("</b> ").Append(said[number..].TrimStart());
        html.AppendHtml("</p>");
        if (progress.Slots.Count is > 0 and <= MostSlots && progress.SlotsMet is not null) Slots(html, progress, english);
        else if (Share(progress) is { } percent) Bar(html, percent, progress.EvenPercent, english);
        return html;
    }

    /// How much of the bar is filled: of what is needed, or of what is allowed.
    static int? Share(Progress progress) => progress switch
    {
        { Needed: null or <= 0 } => null,
        { Percent: { } percent } => percent,
        { Target.Op: Comparison.AtMost } => (int)Math.Min(100, (progress.SoFar ?? 0) * 100 / progress.Needed.Value),
        { State: ProgressState.Silent, Target.ValueIs: ValueKind.Absolute } => 0,
        _ => null,
    };

    static void Bar(HtmlContentBuilder html, int percent, int? even, bool english)
    {
        var said = english ? $"{percent} % of the number" : $"{percent} % від числа";
        if (even is { } pace) said += english ? $"; at an even pace it would be {pace} % today" : $"; рівним кроком сьогодні було б {pace} %";
        html.AppendHtml("<svg class=\"bar-t\" role=\"img\" aria-label=\"").Append(said).AppendHtml("\"><rect class=\"all\" width=\"100%\" y=\"5\" height=\"10\"/>")
            .AppendHtml($"<rect class=\"fact\" width=\"{Math.Min(100, percent).ToString(CultureInfo.InvariantCulture)}%\" y=\"5\" height=\"10\"/>");
        if (even is { } at) html.AppendHtml($"<line class=\"even\" x1=\"{at}%\" x2=\"{at}%\" y1=\"0\" y2=\"20\"/>");
        html.AppendHtml("</svg>");
        if (even is not null) html.AppendHtml("<small>").Append(english ? "the tick: where an even pace would be today" : "риска — де треба бути сьогодні, якби йшло рівно").AppendHtml("</small>");
    }

    static void Slots(HtmlContentBuilder html, Progress progress, bool english)
    {
        var (met, ended) = (progress.Slots.Count(s => s.IsMet), progress.SlotsEnded);
        html.AppendHtml("<div class=\"weeks\" role=\"img\" aria-label=\"").Append(english ? $"{progress.Slots.Count} periods: {ended} over, {met} met" : $"Відрізків часу: {progress.Slots.Count}; минуло {ended}, виконано {met}").AppendHtml("\">");
        foreach (var slot in progress.Slots) html.AppendHtml(slot.IsMet ? "<i></i>" : slot.Ended ? "<i class=\"no\"></i>" : "<i class=\"cur\"></i>");
        html.AppendHtml("</div>");
    }
}
