using Zakhid.Text;

namespace Zakhid.Terms;

/// <summary>
/// A condition that may arise many times or never: «у разі звернення», «за потреби», «протягом п’яти днів з дня
/// надходження запиту»; in the term, or in the words of the measure («Сприяння організаціям у разі їх звернення»). «Випадків
/// не було» is then a lawful report, complete without figures.
/// </summary>
public static class Occasion
{
    /// <summary>Nouns of a list of days kept elsewhere: its days can be entered, it is no case that arises.</summary>
    static readonly string[] Schedules = ["графік", "розклад", "план", "програм", "сезон", "період", "кампан", "канікул", "строк", "термін", "порядк"];

    /// <summary>«у разі …», «в випадку …», «за умови …», «у міру …».</summary>
    static readonly (string[] First, string Second)[] Openings = [(["у", "в"], "разі"), (["у", "в"], "випадку"), (["у", "в"], "випадках"), (["у", "в"], "міру"), (["за"], "умови")];

    /// <summary>«за потреби», «за наявності», «на вимогу», «за зверненням»: one word names the case.</summary>
    static readonly string[] Cases = ["потреб", "необхідн", "наявн", "зверненн", "запит", "заяв", "вимог", "клопотан", "скарг"];

    /// <summary>Also of «постійно, за потреби»: what is always on hand and done when asked for.</summary>
    public static bool Is(Term? term) => IsCase(term) || term is { Kind: TermKind.Continuous } && term.Then.Any(IsCase);

    static bool IsCase(Term? term)
    {
        if (term is not { Kind: TermKind.Conditional, Trigger: { } trigger } || trigger == TermLanguage.NotStated) return false;
        if (term.Relative is { } relative) return relative.Anchor == "receipt_date";
        return !Token.Cut(trigger).Any(token => Array.Exists(Schedules, noun => token.Text.StartsWith(noun, StringComparison.Ordinal)));
    }

    /// <summary>The words of the condition, from the term or from the measure; null: the measure waits for no case.</summary>
    public static string? Of(Term? term, string measure) => Is(term) ? term!.Phrase : In(measure);

    /// <summary>The condition within the words of a measure, to its end or to the next comma.</summary>
    static string? In(string measure)
    {
        var tokens = Token.Cut(measure);
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var (word, next) = (tokens[i].Text, tokens[i + 1].Text);
            var opens = Array.Exists(Openings, opening => Array.IndexOf(opening.First, word) >= 0 && next == opening.Second);
            var names = word is "за" or "на" or "при" && Array.Exists(Cases, one => next.StartsWith(one, StringComparison.Ordinal) && next.Length - one.Length <= 3);
            if (!opens && !names) continue;
            var end = i + 2;
            while (end < tokens.Count && end < i + LongestCondition && tokens[end].Kind == TokenKind.Word && (opens || end == i + 1)) end++;
            return measure[tokens[i].Span.Start..tokens[end - 1].Span.End];
        }
        return null;
    }

    /// <summary>In words: what follows is no longer the condition but what is done.</summary>
    const int LongestCondition = 4;

    /// <summary>The sentence that such a report says, where its writer adds nothing.</summary>
    public static string NoneUkrainian(string condition) => $"Випадків, на які розраховано захід («{condition}»), у звітному періоді не було.";
}
