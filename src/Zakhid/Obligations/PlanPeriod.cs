using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Obligations;

/// <summary>
/// The days of a plan, told by its title: «у / на 2020 рік» the calendar year, quarters their days, «на 2023–2025 роки» the
/// years, «на період до 2025 року» from the act's date to the year's end. None: from the act's date, end unknown.
/// A title names the plan's own period and often that of the strategy it carries out («у 2020 році Стратегії … на 2018–2021
/// роки»): the first one is the plan's, or one that lies inside it.
/// </summary>
public sealed record PlanPeriod(DateOnly? From, DateOnly? To)
{
    public static PlanPeriod Of(string? title, DateOnly? actDate)
    {
        PlanPeriod? own = null;
        foreach (var phrase in Phrases(title ?? ""))
        {
            var term = TermLanguage.Read(phrase, TermClause.PlanTitle, new(ActDate: actDate));
            if (term.Kind is not (TermKind.Range or TermKind.Once) || term.End is not { } end) continue;
            var period = new PlanPeriod(term.Start ?? actDate, end);
            if (own is null || period.LiesInside(own)) own = period;
        }
        return own ?? new(actDate, null);
    }

    bool LiesInside(PlanPeriod other) => this != other && From >= other.From && To <= other.To;

    /// <summary>The stretches of a title that speak of time: a preposition, then words of time and numbers with a year among them.</summary>
    static IEnumerable<string> Phrases(string title)
    {
        var tokens = Token.Cut(title);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Text is not ("у" or "в" or "на" or "з" or "із" or "до" or "за" or "протягом" or "впродовж" or "упродовж")) continue;
            var end = i + 1;
            while (end < tokens.Count && IsOfTime(tokens[end]) && !(tokens[end].Text is "у" or "в" or "на" && CalendarWords.Unit(tokens[end - 1].Text) == PeriodLength.Year)) end++;
            // «на 2023 і» belongs to what follows, not to the period.
            while (end > i + 1 && tokens[end - 1].Text is "і" or "та" or "й" or "," or "-" or "з" or "до" or "по" or "на" or "у" or "в") end--;
            var hasYear = false;
            for (var t = i; t < end; t++) hasYear |= tokens[t] is { Kind: TokenKind.Number, Text: ['1' or '2', _, _, _] };
            if (!hasYear) continue;
            yield return title[tokens[i].Span.Start..tokens[end - 1].Span.End];
            i = end - 1;
        }
    }

    static bool IsOfTime(Token token) => token.Kind == TokenKind.Number
        || token.Text is "-" or "." or "," or "і" or "та" or "й" or "до" or "по" or "з" or "на" or "у" or "в" or "р" or "рр" or "кв" or "усього" or "всього" or "кінця"
        || Folding.Roman(token.Text) is not null || CalendarWords.Month(token.Text) is not null || CalendarWords.Unit(token.Text) is not null
        || token.Text.StartsWith("період", StringComparison.Ordinal) || token.Text.StartsWith("навчальн", StringComparison.Ordinal) || token.Text.StartsWith("бюджетн", StringComparison.Ordinal);
}
