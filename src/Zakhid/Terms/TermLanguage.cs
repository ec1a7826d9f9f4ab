using Zakhid.Terms.Grammar;
using Zakhid.Text;

namespace Zakhid.Terms;

/// <summary>
/// The language of «строк виконання»: what a phrase of an act or plan says about time. Rules, conventions and examples
/// that run: docs/specs/terms.md.
/// </summary>
public static class TermLanguage
{
    /// <summary>
    /// Reads a phrase. Never throws on any text and never guesses in silence: what no rule understood is in
    /// <see cref="Term.LeftOver"/>, and a reading that a person must confirm is <see cref="Term.Ambiguous"/>. A phrase
    /// that names no term is conditional with the trigger «строк не зазначено».
    /// </summary>
    public static Term Read(string phrase, TermClause clause, TermContext context)
    {
        var cursor = new Cursor(phrase);
        var pieces = Pieces(cursor);
        var blank = new Term { Phrase = phrase, Kind = TermKind.Conditional };
        var frame = new Frame(context, clause);

        var terms = new List<Term>();
        foreach (var stage in Stage.Cut(pieces, clause))
        {
            var term = Meaning(stage, frame, blank, terms.Count > 0 ? terms[^1] : null);
            if (term is not null) terms.Add(term);
        }
        // «у разі потреби, але не рідше двох разів на рік»: owed so often whether the need arose or not.
        if (terms is [{ Kind: TermKind.Conditional, End: null, Trigger: { } need }, { Kind: TermKind.Recurring } least, ..] && pieces.OfType<Times>().Any(t => t.Op is Criteria.Comparison.AtLeast))
            terms = [least with { Trigger = need }, .. terms[2..]];
        // «постійно, але не рідше одного разу на квартал»: what can be missed is the once a quarter.
        else if (terms is [{ Kind: TermKind.Continuous, Start: null, End: null }, { Kind: TermKind.Recurring } often, ..] && pieces.OfType<Times>().Any(t => t.Op is Criteria.Comparison.AtLeast))
            terms = [often, .. terms[2..]];
        var meaning = terms.Count > 0 ? terms[0] : blank with { Trigger = NotStated, Ambiguous = true };
        if (terms.Count > 1 && clause != TermClause.PlanTitle) meaning = meaning with { Then = terms[1..] };
        return meaning with { LeftOver = LeftOver(cursor, pieces) };
    }

    /// <summary>The trigger of a phrase that states no term.</summary>
    public const string NotStated = "строк не зазначено";

    static List<Piece> Pieces(Cursor c)
    {
        var pieces = new List<Piece>();
        while (!c.AtEnd)
        {
            var start = c.At;
            var piece = StageRules.Read(c) ?? RecurrenceRules.Read(c) ?? QuotaRules.Read(c) ?? DatesRule.Read(c) ?? RelativeRules.Read(c)
                ?? OngoingRules.Read(c) ?? ConditionRules.Read(c);
            if (piece is not null && c.At > start) pieces.Add(piece);
            else c.At = start + 1;
        }
        // «субота, 28 серпня»: the day of the week only repeats the date.
        if (pieces.OfType<Dates>().Any(dates => dates.Stretches is [{ Last: null, First: { Grain: Grain.Day, Month.Which: Which.Numbered } }]))
            pieces.RemoveAll(piece => piece is Dates { Stretches: [{ Last: null, First: { Grain: Grain.Weekday, Number: null, Which: Which.NotSaid } }] });
        var strong = pieces.Any(piece => piece is not (StageMark or Label or Ongoing { Weak: true }));
        return strong ? pieces.Where(piece => piece is not Ongoing { Weak: true }).ToList() : pieces;
    }

    static Term? Meaning(Stage stage, Frame frame, Term blank, Term? previous)
    {
        var term = Compose(stage, frame, blank, previous);
        if (term is null) return null;
        if (stage.For == StageRole.Next && previous?.End is { } before && term is { Kind: TermKind.Recurring, Start: null }) term = term with { Start = before.AddDays(1) };
        if (frame.Clause == TermClause.ReportClause && term is { Kind: TermKind.Once, End: { } end, ReportsOn: null } && frame.PlanTo is { } closes && end > closes)
            term = term with { ReportsOn = ReportsOn.PreviousPeriod };
        // Dates that contradict each other («з 2026 року … до 2025 року») are not chosen between in silence.
        if (term is { Start: { } opens, End: { } ends } && opens > ends) term = term with { Start = null, Ambiguous = true };
        if (stage.For is not null && term.Ambiguous is false && previous?.ReportsOn is { } same && term.ReportsOn is not null) term = term with { ReportsOn = same };
        return term with { Role = stage.For };
    }

    static Term? Compose(Stage stage, Frame frame, Term blank, Term? previous)
    {
        if (stage.Pieces.Count == 0) return null;
        if (stage.Ongoing is { } ongoing) return Continuous(ongoing, stage, frame, blank);
        if (RecurringTerms.Is(stage, frame) || (previous?.Kind == TermKind.Recurring && stage.For is not null && stage.Counted is null && stage.Dates.Any(dates => dates.Role == DateRole.Until)))
            return RecurringTerms.Of(stage, frame, blank, previous);
        if (stage.Counted is { Amount: 0, Anchor: Anchor.Act } && frame.ActDate is { } act && DatedTerms.Of(stage, frame, blank) is { Kind: TermKind.Once, Start: null, End: { } last } until && last >= act)
            return until with { Kind = TermKind.Range, Start = act };
        if (stage.Counted is { } counted) return RelativeTerms.Of(counted, stage, frame, blank, previous);
        if (DatedTerms.Of(stage, frame, blank) is { } dated)
            return stage.Condition is not { } also ? dated
                : dated.Kind == TermKind.Once && dated.End is not null ? dated with { Trigger = also.Words }
                : dated with { Kind = TermKind.Conditional, Trigger = also.Words, Relative = also.Relative };
        if (stage.Condition is { } condition) return blank with { Trigger = condition.Words, Ambiguous = condition.Ambiguous, Relative = condition.Relative };
        if (stage.Summing is { Periods: [.., var summed] } && frame.Resolve(summed) is { } over) return blank with { Kind = TermKind.Once, End = over.End, YearFrom = YearSource.Phrase, Ambiguous = true };
        if (stage.Pieces.Any(piece => piece is OneOff)) return blank with { Kind = TermKind.Once, Ambiguous = true };
        return stage.AtOnce ? RelativeTerms.AtOnce(blank) : null;
    }

    static Term Continuous(Ongoing ongoing, Stage stage, Frame frame, Term blank)
    {
        var bounds = DatedTerms.Of(stage, frame, blank);
        if (stage.Counted is { Amount: 0 } from && bounds is null) bounds = blank with { Start = from.Anchor == Anchor.Act ? frame.ActDate : null, YearFrom = YearSource.Context };
        return blank with
        {
            Kind = TermKind.Continuous,
            Start = bounds?.Start,
            End = bounds?.End,
            YearFrom = bounds?.YearFrom,
            Trigger = ongoing.Words,
            Ambiguous = bounds?.Ambiguous ?? false,
        };
    }

    /// <summary>Runs of words outside every piece; signs alone are nobody's meaning.</summary>
    static List<Span> LeftOver(Cursor c, List<Piece> pieces)
    {
        var spans = new List<Span>();
        Span? open = null;
        for (var i = 0; i < c.Tokens.Count; i++)
        {
            var token = c.Tokens[i];
            if (pieces.Any(piece => piece.From <= i && i < piece.To))
            {
                if (open is { } closed) spans.Add(closed);
                open = null;
            }
            else if (token.Kind is TokenKind.Word or TokenKind.Number) open = open?.To(token.Span) ?? token.Span;
        }
        if (open is { } last) spans.Add(last);
        spans.RemoveAll(span => span.Length <= 2 || span.Of(c.Phrase).ToLowerInvariant() is "але" or "або" or "також" or "при");
        return spans;
    }
}
