namespace Zakhid;

/// <summary>
/// The signed document: order, decision, decree; or a plan under «ЗАТВЕРДЖУЮ» without one. All texts are as printed,
/// blanks collapsed, letters of the right alphabet. Null: the file does not say.
/// </summary>
public sealed record Act
{
    /// <summary>The body named in the letterhead or the approval mark, nominative.</summary>
    public string? Issuer { get; init; }
    /// <summary>«розпорядження», «рішення», «наказ», «постанова», «план заходів».</summary>
    public string? Kind { get; init; }
    /// <summary>Registration number without «№».</summary>
    public string? Number { get; init; }
    public DateOnly? Date { get; init; }
    public string? Title { get; init; }
    /// <summary>Name of who signed the act, as printed, without the post.</summary>
    public string? Signatory { get; init; }
    /// <summary>The word «проєкт», or blanks instead of date and number.</summary>
    public bool IsDraft { get; init; }
    public IReadOnlyList<Clause> Clauses { get; init; } = [];
    /// <summary>Acts declared to have lost force.</summary>
    public IReadOnlyList<ActReference> Supersedes { get; init; } = [];
    public IReadOnlyList<ActReference> Amends { get; init; } = [];
    /// <summary>Who controls the execution, as printed (accusative); the signatory's name for «залишаю за собою».</summary>
    public IReadOnlyList<string> Control { get; init; } = [];
    public IReadOnlyList<ReportingClause> Reporting { get; init; } = [];
}

/// <summary>Another act that this one names.</summary>
public sealed record ActReference(string? Kind, string? Number, DateOnly? Date, string? Title = null);

public enum ClauseKind { Other, Approval, Reporting, Supersession, Amendment, Control, Recommendation, Execution }

/// <summary>A numbered item of an act («2. Відповідальним виконавцям надавати інформацію …»).</summary>
public sealed record Clause(string? Number, string Text, ClauseKind Kind, Place? Place = null);

/// <summary>
/// One duty to report on the plan: who informs whom, how often and by which day. Two steps of one sentence are two.
/// <see cref="Who"/> and <see cref="To"/> are as printed in their case.
/// </summary>
public sealed record ReportingClause
{
    public string? Who { get; init; }
    public string? To { get; init; }
    public PeriodLength? Periodicity { get; init; }
    /// <summary>A single report by one date.</summary>
    public bool Once { get; init; }
    public int? Day { get; init; }
    public MonthRule? MonthRule { get; init; }
    /// <summary>1–12, for <see cref="Zakhid.MonthRule.Fixed"/> in the order printed.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];
    /// <summary>The year of a single date, where it is named.</summary>
    public int? Year { get; init; }
    public string Text { get; init; } = "";
    /// <summary>Number of the clause that sets the duty («2»).</summary>
    public string? ClauseNumber { get; init; }
    public Place? Place { get; init; }
}

/// <summary>In which month the day of a reporting clause lies, relative to the period reported on.</summary>
public enum MonthRule
{
    /// <summary>«останнього місяця звітного періоду / кварталу»</summary>
    LastMonthOfPeriod,
    /// <summary>«наступного за звітним періодом»</summary>
    NextMonth,
    /// <summary>«щомісяця до N числа» without more</summary>
    SameMonth,
    /// <summary>Months are named («до 5 липня та до 5 січня»).</summary>
    Fixed,
}
