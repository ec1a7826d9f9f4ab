namespace Zakhid.Terms.Grammar;

/// <summary>What a preposition makes of a date: «у травні», «до 1 травня», «з 1 травня», «після 1 травня».</summary>
enum DateRole
{
    At,
    During,
    Until,
    Since,
    After,
    /// <summary>«між 1 та 15 вересня»; once read, such dates are <see cref="During"/>.</summary>
    Between,
}

/// <summary>A stretch of a phrase that one rule understood: tokens from <see cref="From"/> to <see cref="To"/>, exclusive.</summary>
abstract record Piece
{
    public int From { get; init; }
    public int To { get; init; }
}

/// <summary>«до 15 березня та 15 вересня», «у ІІ–IV кварталах 2021 року», «з 1 по 10 червня».</summary>
sealed record Dates(DateRole Role, IReadOnlyList<Stretch> Stretches) : Piece
{
    /// <summary>«на період до 2025 року»: not a deadline but a stretch that the date closes.</summary>
    public bool OpensWithAct { get; init; }
    /// <summary>«травень або червень»: the parts are a choice.</summary>
    public bool Choice { get; init; }
}

/// <summary>«щокварталу», «кожні два тижні», «поквартально», «щорічного».</summary>
sealed record Every(PeriodLength Unit, int Interval = 1) : Piece
{
    public bool WorkingDays { get; init; }
    /// <summary>Saturdays and Sundays.</summary>
    public bool DaysOff { get; init; }
}

/// <summary>«двічі на рік», «не рідше одного разу на квартал», «раз на два роки». Without a period: «двічі».</summary>
sealed record Times(int Count, Criteria.Comparison Op, PeriodLength? Per, int Periods = 1) : Piece;

enum Anchor { NotSaid, Act, EntryIntoForce, Receipt, Event, PeriodEnd, Date }

/// <summary>«у п’ятиденний строк з дня підписання», «не пізніше ніж за 10 днів до проведення заходу».</summary>
sealed record Counted(int Amount, PeriodLength Unit) : Piece
{
    public bool WorkingDays { get; init; }
    public bool Before { get; init; }
    public Anchor Anchor { get; init; }
    /// <summary>The printed words of an event.</summary>
    public string? Event { get; init; }
    /// <summary>For <see cref="Anchor.PeriodEnd"/>: the period after or before whose end the days are counted.</summary>
    public PeriodLength? Period { get; init; }
    public CalendarPart? Date { get; init; }
    /// <summary>«після їх затвердження»: the act of the plan, or an event of its own.</summary>
    public bool Doubtful { get; init; }
}

/// <summary>«за потреби», «після затвердження бюджету», «за окремим графіком», «протягом опалювального сезону».</summary>
sealed record Condition(string Words) : Piece
{
    public bool Ambiguous { get; init; }
    public bool Missing { get; init; }
    /// <summary>«напередодні», «після», «до» of an event: how the term is counted from it.</summary>
    public RelativeTerm? Relative { get; init; }
}

/// <summary>«постійно», «на постійній основі», and what a state of the country bounds: «на період дії воєнного стану».</summary>
sealed record Ongoing(string? Words = null) : Piece
{
    /// <summary>An adjective that may belong to a noun beside it; counts only where nothing else speaks of time.</summary>
    public bool Weak { get; init; }
}

/// <summary>«терміново», «негайно», «у найкоротший строк».</summary>
sealed record Immediately : Piece;

/// <summary>«одноразово»: once, within whatever dates stand beside it.</summary>
sealed record OneOff : Piece;

/// <summary>«за підсумками I півріччя та року».</summary>
sealed record Summing(IReadOnlyList<CalendarPart> Periods) : Piece;

/// <summary>«за IV квартал – до 10 грудня»: one period with a day of its own.</summary>
sealed record OwnDay(CalendarPart Of, CalendarPart Day) : Piece;

/// <summary>«на наступний календарний рік»: what is made is next year's, so the duty returns every year.</summary>
sealed record ForNextYear : Piece;

/// <summary>Words about the term that are not the term: «Строк виконання:», an hour of the day.</summary>
sealed record Label : Piece;

/// <summary>Words after which another stage begins: «далі –», «для узагальнення», «звіт».</summary>
sealed record StageMark(StageRole Role) : Piece;
