using Zakhid.Calendar;
using Zakhid.Text;

namespace Zakhid.Terms;

/// <summary>The day, or days, on which an event happened by a document that a person named.</summary>
/// <param name="From">The day of the event, or the first of a season.</param>
/// <param name="To">The last day of a season; null: one day, or not over yet.</param>
public sealed record EventDay(DateOnly From, DateOnly? To = null);

/// <summary>
/// An event that a term is counted from and the document does not date: «після затвердження бюджету», «протягом
/// опалювального сезону», «з дня набрання чинності». Until a person enters its day no date follows from the term.
/// </summary>
/// <param name="Key">Folded words: the same event in several measures of a plan is one.</param>
/// <param name="Words">As the term has them, «затвердження бюджету».</param>
public sealed record AwaitedEvent(string Key, string Words)
{
    const string Event = "event:";
    const string Force = "act_entry_into_force";

    /// <summary>
    /// What a term waits for. Null: nothing, or a case that may arise many times and has no day of its own («у разі
    /// звернення», «з дня надходження запиту»; see <see cref="Occasion"/>).
    /// </summary>
    public static AwaitedEvent? Of(Term term)
    {
        if (term.Relative is { Resolved: null } relative)
        {
            if (relative.Anchor == Force) return new(Force, "набрання актом чинності");
            if (relative.Anchor.StartsWith(Event, StringComparison.Ordinal)) return Named(relative.Anchor[Event.Length..]);
            return null;
        }
        return term is { Kind: TermKind.Conditional, Relative: null, Trigger: { } words } && words != TermLanguage.NotStated && !Occasion.Is(term) ? Named(words) : null;
    }

    /// <summary>Of the term and of what comes after it («…, далі — щороку»), each event once.</summary>
    public static IReadOnlyList<AwaitedEvent> All(Term term) =>
        [.. term.Then.Prepend(term).Select(Of).OfType<AwaitedEvent>().DistinctBy(awaited => awaited.Key)];

    static AwaitedEvent Named(string words) => new(Folding.Key(words), words);

    /// <summary>The term with the days that follow from what is known of its events; itself where nothing is.</summary>
    /// <param name="term">As read.</param>
    /// <param name="day">By the key of an event.</param>
    /// <param name="calendar">Counts terms in working days.</param>
    public static Term Dated(Term term, Func<string, EventDay?> day, WorkingCalendar calendar)
    {
        var then = term.Then.Count == 0 ? term.Then : [.. term.Then.Select(stage => Dated(stage, day, calendar))];
        var dated = Of(term) is { } awaited && day(awaited.Key) is { } known ? At(term, known, calendar) : term;
        return then.Count == 0 ? dated : dated with { Then = then };
    }

    static Term At(Term term, EventDay day, WorkingCalendar calendar) => term.Relative switch
    {
        // «за 10 днів до»: the last day is counted back from the event.
        { Direction: "before", Amount: > 0 } back => Due(term, null, back, back.From(day.From, -1, calendar)),
        // «до затвердження»: the day of the event included, as every «до».
        { Direction: "before" } before => Due(term, null, before, day.From),
        { Amount: > 0 } after => Due(term, day.From, after, after.From(day.From, 1, calendar)),
        // «після затвердження», «з початком сезону»: from that day on; a last day only where somebody has named it.
        { } since when since.Direction == "after" || IsBeginning(term.Trigger) => Since(term, day, since),
        { } on => Due(term, day.From, on, day.To ?? day.From),
        null => Since(term, day, null),
    };

    static Term Due(Term term, DateOnly? start, RelativeTerm relative, DateOnly end) =>
        term with { Kind = TermKind.Once, Start = start, End = end, Relative = relative with { Resolved = end } };

    static Term Since(Term term, EventDay day, RelativeTerm? relative) => term with
    {
        Kind = day.To is null ? TermKind.Conditional : TermKind.Range,
        Start = day.From,
        End = day.To,
        Relative = relative is null ? null : relative with { Resolved = day.To },
        Ambiguous = false,
    };

    static bool IsBeginning(string? words) => words?.StartsWith("початк", StringComparison.OrdinalIgnoreCase) == true || words?.StartsWith("настанн", StringComparison.OrdinalIgnoreCase) == true;
}
