using System.Globalization;
using Zakhid.Clauses;
using Zakhid.Text;

namespace Zakhid.Terms;

/// <summary>
/// Printed words of a plan moved to a later year, for the next year's plan: «II квартал 2020 року» becomes «II квартал 2021
/// року». Years of other acts («рішення від 12.03.2020 № 45») stay, and so do years that are not the plan's own.
/// </summary>
public static class YearMove
{
    /// <summary>A text with its years moved.</summary>
    /// <param name="Text">As it reads now.</param>
    /// <param name="IsSure">What it means moved by exactly as many years; false: a person has to say.</param>
    public sealed record Moved(string Text, bool IsSure);

    /// <param name="text">The term as printed.</param>
    /// <param name="years">How many years later.</param>
    /// <param name="before">The plan's days and its act's date.</param>
    /// <param name="after">Those of the later plan; its act's date is not known yet.</param>
    public static Moved Term(string text, int years, TermContext before, TermContext after)
    {
        var moved = Words(text, years, year => Lies(year, before));
        var (then, now) = (TermLanguage.Read(text, TermClause.MeasureTerm, before), TermLanguage.Read(moved, TermClause.MeasureTerm, after));
        var foreign = Years(text).Any(year => !Lies(year.Year, before));
        return new(moved, !foreign && (then.Ambiguous || !now.Ambiguous) && now.Kind == then.Kind && Same(then.Start, now.Start, years, before.ActDate) && Same(then.End, now.End, years, null) && then.Then.Count == now.Then.Count);
    }

    /// <param name="text">Any printed words.</param>
    /// <param name="years">How many years later.</param>
    /// <param name="own">Which years are the plan's own.</param>
    public static string Words(string text, int years, Func<int, bool> own)
    {
        foreach (var (year, span) in Years(text).Where(y => own(y.Year)).OrderByDescending(y => y.Span.Start))
            text = text[..span.Start] + (year + years).ToString(CultureInfo.InvariantCulture) + text[span.End..];
        return text;
    }

    /// <summary>A term that opened with its act opens with the next one, whenever that is signed.</summary>
    static bool Same(DateOnly? then, DateOnly? now, int years, DateOnly? actDate) => now == then?.AddYears(years) && then is not { Month: 2, Day: 29 } || (actDate is not null && then == actDate);

    static bool Lies(int year, TermContext plan) => (plan.PlanFrom?.Year ?? plan.ActDate?.Year) is { } from && year >= from && year <= (plan.PlanTo?.Year ?? from);

    /// <summary>Years of four digits that belong to no other act.</summary>
    static IEnumerable<(int Year, Span Span)> Years(string text)
    {
        var acts = ActReferences.Found(text).Select(found => found.Span).ToList();
        foreach (var token in Token.Cut(text))
        {
            if (token.Kind != TokenKind.Number || token.Text.Length != 4 || !int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2100) continue;
            if (!acts.Exists(act => act.Start <= token.Span.Start && token.Span.End <= act.End)) yield return (year, token.Span);
        }
    }
}
