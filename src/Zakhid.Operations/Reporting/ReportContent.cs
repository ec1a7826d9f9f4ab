using Zakhid.Calendar;
using Zakhid.Documents.Pictures;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Reporting;

/// <summary>What a body writes about one measure for one period; also, with its files, what is handed in and never changes.</summary>
public sealed record ReportContent
{
    public string Narrative { get; init; } = "";
    public ExecutionState? DeclaredState { get; init; }
    /// <summary>Why it is not done or no longer needed.</summary>
    public string? Reason { get; init; }
    public DateOnly? ExpectedDay { get; init; }
    public IReadOnlyList<ReportedFigure> Figures { get; init; } = [];
    public IReadOnlyList<ReportedLink> Links { get; init; } = [];
    public IReadOnlyList<ReportedFile> Files { get; init; } = [];

    /// <summary>The limit of the text that goes into the official paper.</summary>
    public const int LongestNarrative = 5000;
    /// <summary>A draft may be longer while it is being cut.</summary>
    public const int LongestDraft = 50_000;
    public const int MostFiles = 20;
}

/// <summary>A figure for one countable target of the measure's criterion.</summary>
public sealed record ReportedFigure(long TargetId, decimal Value, string? Note = null);

public sealed record ReportedLink(string Url, string? Title = null);

public sealed record ReportedFile(long Id, string Sha256, string Name, long Size, string MediaType, TakenOut? Cleaned = null);

/// <summary>The obligation that a report answers, with what the rules ask of it.</summary>
public sealed record Owed
{
    public long Id { get; init; }
    public string Kind { get; init; } = "";
    public long PlanId { get; init; }
    public long? MeasureId { get; init; }
    public long? AssignmentId { get; init; }
    public long BodyId { get; init; }
    public string PeriodCode { get; init; } = "";
    public DateOnly Nominal { get; init; }
    public DateOnly Adjusted { get; init; }
    public DayOffPolicy Policy { get; init; }
    public DateOnly? ReturnedDue { get; init; }
    public string ReportState { get; init; } = "";
    public DateOnly? SubmittedDay { get; init; }
    public DateOnly? LapsedDay { get; init; }
    public string? LapsedGround { get; init; }
    /// <summary>How long the authority takes reports; see <see cref="ReportingWindow"/>.</summary>
    public int? WindowDays { get; init; }
    public bool WindowUntilSent { get; init; }
    public bool TransfersApply { get; init; }
    /// <summary>When the period's document was first sent.</summary>
    public DateOnly? SentDay { get; init; }
    /// <summary>The last day of the latest exception granted to the body for this period.</summary>
    public DateOnly? OpenedUntil { get; init; }

    /// <exception cref="RuleBroken">«obligation.unknown»: no such obligation in this authority.</exception>
    public static async Task<Owed> Find(Scope scope, long id) => await scope.Find<Owed>("""
        SELECT o.id, o.kind, o.plan_id, o.measure_id, o.assignment_id, o.body_id, o.period_code, o.nominal, o.adjusted, o.policy, o.returned_due, o.report_state, o.submitted_day, o.lapsed_day, o.lapsed_ground,
            a.window_days, a.window_until_sent, a.transfers_apply,
            (SELECT MIN(c.sent_day) FROM consolidation c WHERE c.authority_id = o.authority_id AND c.plan_id = o.plan_id AND c.period_code = o.period_code) AS sent_day,
            (SELECT MAX(x.until_day) FROM window_exception x WHERE x.authority_id = o.authority_id AND x.plan_id = o.plan_id AND x.period_code = o.period_code AND x.body_id = o.body_id) AS opened_until
        FROM obligation o JOIN authority a ON a.id = o.authority_id WHERE o.authority_id = @authority AND o.id = @id
        """, new { id }) ?? throw new RuleBroken("obligation.unknown");

    /// <summary>Why the report can no longer be written or handed in on a day; null: it can.</summary>
    public Closing? Closed(DateOnly day) => new ReportingWindow(WindowDays, WindowUntilSent).Closed(ReturnedDue ?? Adjusted, ReportState == "Returned", SentDay, OpenedUntil, day,
        TransfersApply ? WorkingCalendar.Ukraine : WorkingCalendar.WithoutTransfers);

    /// <exception cref="RuleBroken">«window.days-passed»: the last day, how many; «window.sent»: the day.</exception>
    public void MustBeTaken(DateOnly day)
    {
        if (Closed(day) is { } closing) throw Refusal(closing);
    }

    public static RuleBroken Refusal(Closing closing) =>
        closing.Reason == ClosingReason.Sent ? new("window.sent", closing.LastDay) : new("window.days-passed", closing.LastDay, closing.Days);

    /// <summary>An executor writes for his own body; the coordinator may enter what came on paper.</summary>
    /// <exception cref="RuleBroken">«report.not-yours».</exception>
    public void MustBeReportedBy(Actor by)
    {
        if (Kind != "Report") throw new RuleBroken("report.not-yours");
        if (!by.IsProgram && !(by.Is(Role.Executor) && by.Body == BodyId) && !by.Is(Role.Coordinator)) throw new RuleBroken("report.not-yours");
    }

    /// <summary>The draft is open to who reports until it is handed in, and again when it was returned.</summary>
    /// <exception cref="RuleBroken">«report.not-yours», «report.lapsed», «report.closed» and those of <see cref="MustBeTaken"/>.</exception>
    public void MustBeWritableBy(Actor by, DateOnly day)
    {
        MustBeReportedBy(by);
        if (LapsedDay is not null) throw new RuleBroken("report.lapsed");
        if (ReportState is "Submitted" or "Accepted") throw new RuleBroken("report.closed");
        MustBeTaken(day);
    }

    public bool IsOf(Actor by) => by.Body == BodyId;
}
