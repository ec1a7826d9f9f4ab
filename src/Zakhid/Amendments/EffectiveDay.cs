using Zakhid.Clauses;
using Zakhid.Text;

namespace Zakhid.Amendments;

/// <summary>
/// From which day an act holds, by its own words: «набирає чинності з 1 жовтня 2020 року», «з дня підписання». An act that
/// says nothing holds from its date; one that holds from its publication has a day that its text does not tell.
/// </summary>
public static class EffectiveDay
{
    /// <returns>Null: the act does not tell the day, so a person is asked.</returns>
    public static DateOnly? Of(Act act)
    {
        foreach (var sentence in act.Clauses.SelectMany(clause => ClauseLanguage.Sentences(clause.Text)))
        {
            var tokens = Token.Cut(sentence);
            for (var i = 0; i < tokens.Count; i++)
            {
                if (!IsForce(tokens, i)) continue;
                var after = tokens.Skip(i).ToList();
                if (PrintedDate.All(after) is [{ Date: { } day }, ..]) return day;
                return after.Exists(t => t.Text.StartsWith("оприлюдн", StringComparison.Ordinal) || t.Text.StartsWith("опублік", StringComparison.Ordinal) || t.Text.StartsWith("реєстрац", StringComparison.Ordinal)) ? null : act.Date;
            }
        }
        return act.Date;
    }

    /// <summary>«набирає чинності», «набуває чинності», «вводиться в дію», «діє з»; «втратив чинність» is another matter.</summary>
    static bool IsForce(IReadOnlyList<Token> tokens, int at)
    {
        var next = at + 1 < tokens.Count ? tokens[at + 1].Text : "";
        return (tokens[at].Text is "набирає" or "набуває" or "набере" or "набуде" or "набрання" && next.StartsWith("чинн", StringComparison.Ordinal))
            || (tokens[at].Text is "вводиться" or "увести" or "ввести" && tokens.Skip(at + 1).Take(2).Any(t => t.Text == "дію"))
            || (tokens[at].Text is "діє" or "діють" && next is "з" or "із");
    }
}
