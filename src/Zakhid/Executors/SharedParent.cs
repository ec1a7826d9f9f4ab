using Zakhid.Text;

namespace Zakhid.Executors;

/// <summary>
/// «Департамент фінансів, управління культури облдержадміністрації»: the authority printed once, behind the last unit of
/// a list, is that of the units before it, and each is printed with it. A semicolon, a line break without a comma or a
/// bracket behind a name closes the list. In an act of a unit the
/// others are its own parts and share nothing.
/// </summary>
static class SharedParent
{
    public static void Print(List<Executor> executors, string cellText, string? authority)
    {
        for (var last = executors.Count - 1; last > 0; last--)
        {
            if (!ExecutorLanguage.IsOfWhole(executors[last]) || Tail(executors[last].Printed) is not { } tail) continue;
            for (var i = last - 1; i >= 0 && executors[i] is { Kind: ExecutorKind.Unit, Parent: null } unit && IsOneList(cellText, unit.Span, executors[i + 1].Span); i--)
            {
                if (IsOfUnit(authority)) return;
                executors[i] = unit with { Printed = $"{unit.Printed} {tail}" };
            }
        }
    }

    static bool IsOfUnit(string? authority) => authority is not null && Splitting.HeadForm(Word.Cut(authority)) is { Noun.Sense: Sense.Unit };

    /// <summary>The authority as it is printed behind a unit.</summary>
    static string? Tail(string printed)
    {
        var words = Word.Cut(printed);
        return Parents.TailOf(words, Splitting.HeadIndex(words)) is { } tail ? Words.Print([.. words.Skip(tail)]) : null;
    }

    static bool IsOneList(string text, Span one, Span other)
    {
        if (other.Start <= one.End) return true;
        var between = text.AsSpan(one.End, other.Start - one.End).Trim();
        return between is "," or "та" or "і" or "й" or ", та";
    }
}
