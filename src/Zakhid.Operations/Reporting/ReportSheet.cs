using Zakhid.Criteria;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reporting;

/// <summary>Everything about one report on one page: what is owed, the draft, what was handed in, returned, said before.</summary>
public sealed record ReportSheet
{
    public required ObligationLine Line { get; init; }
    public required string PlanTitle { get; init; }
    public string? Criteria { get; init; }
    public string? TermText { get; init; }
    /// <summary>The condition on which the measure is carried out; null: it waits for no case.</summary>
    public string? Occasion { get; init; }
    /// <summary>The days that the report speaks of.</summary>
    public required ReportSpan Span { get; init; }
    /// <summary>No period follows in which this executor is asked about the measure.</summary>
    public bool IsLast { get; init; }
    public required ReportContent Draft { get; init; }
    public required long Version { get; init; }
    public DateTimeOffset? SavedAt { get; init; }
    public required IReadOnlyList<CountedTarget> Targets { get; init; }
    public required IReadOnlyList<Submitted> Submissions { get; init; }
    public required IReadOnlyList<Returned> Returns { get; init; }
    public Accepted? Acceptance { get; init; }
    /// <summary>The same executor's report on the same measure for the period before.</summary>
    public Submitted? Previous { get; init; }
    public string? PreviousPeriod { get; init; }
    public required IReadOnlyList<string> Executors { get; init; }

    public Submitted? Last => Submissions is [.., var last] ? last : null;
    /// <summary>What to mend, while the report is with its executor.</summary>
    public Returned? Open => Line.ReportState == "Returned" && Returns is [.., var last] ? last : null;

    /// <summary>By which day a report that is returned today comes again: the later of its day and three working days on.</summary>
    public DateOnly ProposedReturn(DateOnly today, Zakhid.Calendar.WorkingCalendar calendar) => calendar.Add(today, 3) is var three && three > Line.Adjusted ? three : Line.Adjusted;

    /// <exception cref="RuleBroken">«obligation.unknown».</exception>
    public static async Task<ReportSheet> Read(Scope scope, long obligation)
    {
        var line = await ObligationLine.One(scope, obligation);
        var measure = await scope.Find<MeasureRow>("SELECT m.criteria, m.term_text, p.title FROM measure m JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id WHERE m.authority_id = @authority AND m.id = @MeasureId", new { line.MeasureId });
        // A period that is past is shown in the words that held in it.
        var end = Zakhid.Obligations.ReportingPeriod.Parse(line.PeriodCode).End;
        var then = line.MeasureId is { } own ? await EarlierWording.OfMeasure(scope, own, end) : null;
        var kept = await scope.Find<DraftRow>("SELECT version, edited_at FROM report WHERE authority_id = @authority AND obligation_id = @obligation", new { obligation });
        var part = await scope.Find<long?>("SELECT s.part_id FROM obligation o JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id WHERE o.authority_id = @authority AND o.id = @obligation", new { obligation });
        var targets = await scope.All<TargetRow>("""
            SELECT id, meaning, part_id FROM target WHERE authority_id = @authority AND measure_id = @MeasureId AND (part_id IS NULL OR part_id = @part) AND COALESCE(since_day, '') <= @end AND COALESCE(left_day, '9999') > @end ORDER BY position
            """, new { line.MeasureId, part, end });
        // From this report to the others of its executor: CROSS JOIN keeps SQLite from beginning with all of them.
        var before = await scope.Find<BeforeRow>("""
            SELECT o.id, o.period_code FROM obligation me CROSS JOIN obligation o
            WHERE me.authority_id = @authority AND me.id = @obligation AND o.authority_id = me.authority_id AND o.assignment_id = me.assignment_id AND o.period_from < me.period_from AND o.submitted_day IS NOT NULL ORDER BY o.period_from DESC LIMIT 1
            """, new { obligation });
        return new()
        {
            Line = then is null ? line : line with { Number = then.Number, Text = then.Text, Gist = Gist.Of([then.Text])[0] },
            PlanTitle = measure?.Title ?? "",
            Criteria = then is null ? measure?.Criteria : then.Criteria,
            TermText = then is null ? measure?.TermText : then.TermText,
            Occasion = await ReportReading.OccasionOf(scope, line.MeasureId),
            Span = line.Span,
            IsLast = await scope.One<long>("SELECT COUNT(*) FROM obligation me CROSS JOIN obligation o WHERE me.authority_id = @authority AND me.id = @obligation AND o.authority_id = me.authority_id AND o.assignment_id = me.assignment_id AND o.period_from > me.period_from AND o.lapsed_day IS NULL", new { obligation }) == 0,
            Draft = await ReportReading.Draft(scope, obligation),
            Version = kept?.Version ?? 0,
            SavedAt = kept?.EditedAt,
            // A part with a criterion of its own is counted by that one only.
            Targets = [.. targets.Where(t => t.PartId == part || !targets.Exists(own => own.PartId is not null)).Select(t => new CountedTarget(t.Id, Json.Read<Target>(t.Meaning))).Where(t => t.Target.Type is not (TargetType.Fact or TargetType.Goal))],
            Submissions = await scope.All<Submitted>("SELECT id, obligation_id, receipt_year, receipt_number, content, on_behalf, day, at, person_id FROM submission WHERE authority_id = @authority AND obligation_id = @obligation ORDER BY id", new { obligation }),
            Returns = [.. (await scope.All<ReturnRow>("SELECT submission_id, remarks, due_day, day FROM report_return WHERE authority_id = @authority AND obligation_id = @obligation ORDER BY submission_id", new { obligation }))
                .Select(r => new Returned(r.SubmissionId, Json.Read<Dictionary<string, string>>(r.Remarks), r.DueDay, r.Day))],
            Acceptance = await scope.Find<Accepted>("SELECT confirmed_state, alone, day, person_id FROM acceptance WHERE authority_id = @authority AND obligation_id = @obligation ORDER BY submission_id DESC LIMIT 1", new { obligation }),
            Previous = before is null ? null : await ReportReading.Last(scope, before.Id),
            PreviousPeriod = before?.PeriodCode,
            Executors = await scope.All<string>("""
                SELECT printed FROM assignment WHERE authority_id = @authority AND measure_id = @MeasureId AND member_of IS NULL AND part_id IS NULL AND COALESCE(since_day, '') <= @end AND COALESCE(left_day, '9999') > @end ORDER BY position
                """, new { line.MeasureId, end }),
        };
    }

    sealed record MeasureRow(string? Criteria, string? TermText, string Title);
    sealed record DraftRow(long Version, DateTimeOffset EditedAt);
    sealed record TargetRow(long Id, string Meaning, long? PartId);
    sealed record BeforeRow(long Id, string PeriodCode);
    sealed record ReturnRow(long SubmissionId, string Remarks, DateOnly DueDay, DateOnly Day);
}

public sealed record CountedTarget(long Id, Target Target);

/// <summary>The fact of a return: field → what to mend, and by which day.</summary>
public sealed record Returned(long SubmissionId, IReadOnlyDictionary<string, string> Remarks, DateOnly DueDay, DateOnly Day);

/// <summary>The fact of an acceptance; <see cref="Alone"/>: «прийнято без другої особи».</summary>
public sealed record Accepted(Zakhid.Reporting.ExecutionState ConfirmedState, bool Alone, DateOnly Day, long PersonId);
