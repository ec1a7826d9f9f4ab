using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Obligations;

/// <summary>
/// The days of a plan, told by its title: «у / на 2020 рік» the calendar year, quarters their days, «на 2023–2025 роки» the
/// years, «на період до 2025 року» from the act's date to the year's end. A title with two periods means its own, the
/// narrower: «у 2020 році Стратегії … на 2018–2021 роки» is 2020. None: from the act's date, end unknown.
/// </summary>
public sealed record PlanPeriod(DateOnly? From, DateOnly? To)
{
    public static PlanPeriod Of(string? title, DateOnly? actDate)
    {
        var tokens = Token.Cut(title ?? "").Where(t => t.Kind != TokenKind.Break).ToList();
        return Quarters(tokens) ?? OneYear(tokens) ?? Years(tokens) ?? Until(tokens, actDate) ?? new(actDate, null);
    }

    // «(на) ІІ-IV квартали 2021 року», «у III кварталі 2020 року»
    static PlanPeriod? Quarters(List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (!tokens[i].Text.StartsWith("квартал", StringComparison.Ordinal) || YearAt(tokens, i + 1) is not { } year) continue;
            if (Folding.Roman(tokens[i - 1].Text) is not { } last || last > 4) continue;
            var first = i >= 3 && tokens[i - 2].Is("-") && Folding.Roman(tokens[i - 3].Text) is { } begin && begin <= last ? begin : last;
            return new(new(year, ((first - 1) * 3) + 1, 1), new DateOnly(year, last * 3, 1).AddMonths(1).AddDays(-1));
        }
        return null;
    }

    // «у 2020 році», «на 2020 рік», «протягом 2019 року»; not «до 2025 року», not the year of a date or of a range
    static PlanPeriod? OneYear(List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
            if (YearAt(tokens, i) is { } year && IsYearWord(tokens[i + 1]) && tokens[i - 1].Text is "у" or "в" or "на" or "протягом" or "впродовж" or "упродовж")
                return new(new(year, 1, 1), new(year, 12, 31));
        return null;
    }

    // «на 2018-2021 роки»
    static PlanPeriod? Years(List<Token> tokens)
    {
        for (var i = 0; i + 3 < tokens.Count; i++)
            if (YearAt(tokens, i) is { } first && tokens[i + 1].Is("-") && YearAt(tokens, i + 2) is { } last && last >= first && IsYearWord(tokens[i + 3]))
                return new(new(first, 1, 1), new(last, 12, 31));
        return null;
    }

    // «на період до 2025 року»
    static PlanPeriod? Until(List<Token> tokens, DateOnly? actDate)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
            if (tokens[i].Is("до") && YearAt(tokens, i + 1) is { } year && tokens[i - 1].Text.StartsWith("період", StringComparison.Ordinal))
                return new(actDate, new(year, 12, 31));
        return null;
    }

    static int? YearAt(List<Token> tokens, int i) =>
        i < tokens.Count && tokens[i] is { Kind: TokenKind.Number, Text: ['1' or '2', _, _, _] } t ? int.Parse(t.Text, CultureInfo.InvariantCulture) : null;

    static bool IsYearWord(Token token) => token.Text is "рік" or "року" or "році" or "роки" or "роках" or "років" or "р" or "рр";
}
