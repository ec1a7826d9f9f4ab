using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Obligations;

/// <summary>An obligation as lists show it.</summary>
public sealed record ObligationLine
{
    public long Id { get; init; }
    public string Kind { get; init; } = "";
    public long PlanId { get; init; }
    public long? MeasureId { get; init; }
    public long? AssignmentId { get; init; }
    /// <summary>The group's assignment that a member answers for; null: it is no member.</summary>
    public long? MemberOf { get; init; }
    public int? Position { get; init; }
    public string? Number { get; init; }
    public string? Text { get; init; }
    /// <summary>What lists call the measure.</summary>
    public string? Gist { get; init; }
    public long BodyId { get; init; }
    public string Body { get; init; } = "";
    public string PeriodCode { get; init; } = "";
    public DateOnly PeriodFrom { get; init; }
    public DateOnly PeriodTo { get; init; }
    public DateOnly? CoversFrom { get; init; }
    public DateOnly Nominal { get; init; }
    public DateOnly Adjusted { get; init; }
    public DateOnly DueDay { get; init; }
    public string Ground { get; init; } = "";
    public string ReportState { get; init; } = "";
    public string Standing { get; init; } = "";
    public bool Late { get; init; }
    public DateOnly? SubmittedDay { get; init; }
    public ExecutionState? DeclaredState { get; init; }
    public ExecutionState? ConfirmedState { get; init; }

    /// <summary>The days that its report speaks of.</summary>
    public ReportSpan Span => ReportSpan.Of(CoversFrom ?? PeriodFrom, Adjusted, PeriodTo);
    /// <summary>The letter of the part of a divided measure.</summary>
    public string? Part { get; init; }
    /// <summary>The number as printed, else the place in the plan's order; of a part «3.а».</summary>
    public string Measure => Part is null ? Shown : $"{Shown.TrimEnd('.')}.{Part}";
    string Shown => Number ?? Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
    public bool IsOwed => Standing is "Expected" or "Draft" or "Returned";
    /// <summary>It came back, and is owed by another day than the first.</summary>
    public bool IsReturnedAnew => DueDay != Adjusted;
    /// <summary>The day is past and nothing is handed in; of a returned report the day of the return counts.</summary>
    public bool IsOverdue(DateOnly today) => IsOwed && DueDay < today;
    /// <summary>The last five working days before the day, day included.</summary>
    public bool IsSoon(DateOnly today, WorkingCalendar calendar) => IsOwed && Timeliness.IsDueSoon(DueDay, today, calendar);

    public OwedReport AsOwed() => new()
    {
        Body = BodyId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        BodyName = Body,
        Measure = Measure,
        Period = ReportingPeriod.Parse(PeriodCode),
        Due = Adjusted,
        State = Enum.Parse<Zakhid.Reporting.ReportState>(ReportState),
        FirstSubmitted = SubmittedDay,
        ReturnedDue = ReportState == "Returned" ? DueDay : null,
        Consent = Standing switch { "Apart" => ConsentState.Asked, "Declined" => ConsentState.Declined, _ => null },
        Lapsed = Standing == "Lapsed",
        Id = Id,
    };

    const string Columns = """
        o.id, o.kind, o.plan_id, o.measure_id, o.assignment_id, s.member_of, m.position, m.number, COALESCE(t.text, m.text) AS text, COALESCE(t.gist, m.gist) AS gist, t.letter AS part, o.body_id, b.name AS body, o.period_code, o.period_from, o.period_to, o.covers_from, o.nominal, o.adjusted, o.due_day, o.ground,
        o.report_state, o.standing, o.late, o.submitted_day, o.declared_state, o.confirmed_state
        """;

    // Which rows is decided on the obligations alone, by their index; only what was chosen is joined. Left to choose, SQLite
    // begins with the bodies and walks all that each of them owes.
    const string Joined = """
        CROSS JOIN obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
        LEFT JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
        LEFT JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id
        LEFT JOIN part t ON t.authority_id = s.authority_id AND t.id = s.part_id
        WHERE o.authority_id = chosen.authority_id AND o.id = chosen.id
        """;

    internal static string Query(string columns, string condition, string order, int limit, int skip = 0) => $"""
        SELECT {columns} FROM (SELECT o.authority_id, o.id FROM obligation o WHERE o.authority_id = @authority AND {condition} ORDER BY {order} LIMIT {limit} OFFSET {skip}) chosen
        {Joined} ORDER BY {order}
        """;

    /// <param name="scope">The authority.</param>
    /// <param name="condition">A condition on o (obligation): a constant of the page, never typed text.</param>
    /// <param name="with">Its values.</param>
    /// <param name="order">Likewise a constant.</param>
    public static Task<List<ObligationLine>> List(Scope scope, string condition, object? with = null, string order = "o.due_day, o.id", int limit = 10_000, int skip = 0) =>
        scope.All<ObligationLine>(Query(Columns, condition, order, limit, skip), with);

    /// <summary>The same without the words of measures and grounds, for pages that show hundreds of reports as marks.</summary>
    public static Task<List<ObligationLine>> Brief(Scope scope, string condition, object? with = null, string order = "o.due_day, o.id", int limit = 10_000) =>
        scope.All<ObligationLine>(Query(Marked, condition, order, limit), with);

    const string Marked = "o.id, o.kind, o.plan_id, o.measure_id, o.assignment_id, s.member_of, m.position, m.number, t.letter AS part, o.body_id, b.name AS body, o.period_code, o.adjusted, o.due_day, o.report_state, o.standing, o.late";

    /// <exception cref="RuleBroken">«obligation.unknown».</exception>
    public static async Task<ObligationLine> One(Scope scope, long id) =>
        (await List(scope, "o.id = @id", new { id })) is [var line, ..] ? line : throw new RuleBroken("obligation.unknown");
}
