using Zakhid.Text;

namespace Zakhid.Criteria.Grammar;

enum PieceKind
{
    Word,
    Sign,
    Break,
    /// <summary>A number with its magnitude, percent sign and «разів».</summary>
    Amount,
    /// <summary>A day, year, quarter or «минулий рік».</summary>
    Moment,
    /// <summary>«16-25 років», «60+»: says who is counted, never how many.</summary>
    Age,
    /// <summary>A quoted name, «COVID-19», «пункт 3»: digits that count nothing.</summary>
    Name,
}

/// <summary>
/// A unit of a criterion's text that later rules need not look into. <see cref="Text"/> is folded, without apostrophes
/// inside words.
/// </summary>
sealed record Piece(PieceKind Kind, string Text, Span Span, Amount? Amount = null, Moment? Moment = null)
{
    public bool Is(string text) => Kind is PieceKind.Word or PieceKind.Sign && string.Equals(Text, text, StringComparison.Ordinal);
    public bool IsWord => Kind == PieceKind.Word;
}

/// <summary>
/// «10-12 тис.», «75 %», «два рази». <see cref="To"/>: the upper end of a range. <see cref="Times"/>: counted in times.
/// <see cref="OrMore"/>: «100+».
/// </summary>
sealed record Amount(decimal Value, decimal? To = null, ValueKind Kind = ValueKind.Absolute, bool Times = false, bool OrMore = false);

/// <summary>
/// A named time. <see cref="End"/> is its last day, ISO («2027-12-31», or «--07-01» without a year), null for a relative
/// one; <see cref="Label"/> what a baseline is called by («2019», «previous_year»); <see cref="Length"/> the period it
/// names, null for a single day.
/// </summary>
sealed record Moment(string? End, string Label, PeriodLength? Length)
{
    public const string PreviousYear = "previous_year";
    public const string PreviousPeriod = "previous_period";

    public bool IsPrevious => Label is PreviousYear or PreviousPeriod;
}
