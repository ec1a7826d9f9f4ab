using Zakhid.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Terms;

namespace Zakhid.Operations.Reporting;

/// <summary>A report as it is kept: the draft being written, or what was handed in.</summary>
public static class ReportReading
{
    public static async Task<ReportContent> Draft(Scope scope, long obligation)
    {
        var draft = await scope.Find<ReportContent>("SELECT narrative, declared_state, reason, expected_day FROM report WHERE authority_id = @authority AND obligation_id = @obligation", new { obligation });
        return (draft ?? new ReportContent()) with
        {
            Figures = await scope.All<ReportedFigure>("SELECT target_id, value, note FROM report_figure WHERE authority_id = @authority AND obligation_id = @obligation ORDER BY target_id", new { obligation }),
            Links = await scope.All<ReportedLink>("SELECT url, title FROM report_link WHERE authority_id = @authority AND obligation_id = @obligation ORDER BY position", new { obligation }),
            Files = await Files(scope, obligation),
        };
    }

    /// <summary>The condition on which a measure is carried out («у разі звернення»); null: it waits for no case.</summary>
    public static async Task<string?> OccasionOf(Scope scope, long? measure) =>
        await scope.Find<OccasionRow>("SELECT text, term_json FROM measure WHERE authority_id = @authority AND id = @measure", new { measure }) is { } row
            ? Occasion.Of(row.TermJson is null ? null : Json.Read<Term>(row.TermJson), row.Text) : null;

    sealed record OccasionRow(string Text, string? TermJson);

    public static Task<List<ReportedFile>> Files(Scope scope, long obligation) => scope.All<ReportedFile>("""
        SELECT e.id, e.sha256, e.name, f.size, f.media_type, f.cleaned FROM evidence e JOIN file f ON f.authority_id = e.authority_id AND f.sha256 = e.sha256
        WHERE e.authority_id = @authority AND e.obligation_id = @obligation AND e.removed_at IS NULL ORDER BY e.id
        """, new { obligation });

    /// <summary>The report as the facts about it, which say what may be done with it next, and what was handed in last.</summary>
    public static async Task<ReportOnFile> OnFile(Scope scope, Owed owed)
    {
        var rows = await scope.All<FactRow>("""
            SELECT s.id, s.receipt_year, s.receipt_number, s.content, s.on_behalf, s.day, s.at, s.person_id,
                a.confirmed_state, a.alone, a.day AS accepted_day, a.at AS accepted_at, a.person_id AS accepted_by,
                r.remarks, r.due_day, r.day AS returned_day, r.at AS returned_at, r.person_id AS returned_by
            FROM submission s
            LEFT JOIN acceptance a ON a.authority_id = s.authority_id AND a.submission_id = s.id
            LEFT JOIN report_return r ON r.authority_id = s.authority_id AND r.submission_id = s.id
            WHERE s.authority_id = @authority AND s.obligation_id = @Id ORDER BY s.id
            """, new { owed.Id });
        var facts = rows.SelectMany(row => row.Facts()).ToList();
        if (owed.LapsedDay is { } lapsed) facts.Add(new Lapse(new(0, lapsed, default), owed.LapsedGround ?? ""));
        return new(new(ReportingPeriod.Parse(owed.PeriodCode), new(owed.Nominal, owed.Adjusted, owed.Policy), facts), rows is [.., var last] ? last.Submitted(owed.Id) : null);
    }

    sealed record FactRow
    {
        public long Id { get; init; }
        public int ReceiptYear { get; init; }
        public int ReceiptNumber { get; init; }
        public string Content { get; init; } = "";
        public string? OnBehalf { get; init; }
        public DateOnly Day { get; init; }
        public DateTimeOffset At { get; init; }
        public long PersonId { get; init; }
        public ExecutionState? ConfirmedState { get; init; }
        public bool? Alone { get; init; }
        public DateOnly? AcceptedDay { get; init; }
        public DateTimeOffset? AcceptedAt { get; init; }
        public long? AcceptedBy { get; init; }
        public string? Remarks { get; init; }
        public DateOnly? DueDay { get; init; }
        public DateOnly? ReturnedDay { get; init; }
        public DateTimeOffset? ReturnedAt { get; init; }
        public long? ReturnedBy { get; init; }

        public Submitted Submitted(long obligation) => new(Id, obligation, ReceiptYear, ReceiptNumber, Content, OnBehalf, Day, At, PersonId);

        public IEnumerable<ReportFact> Facts()
        {
            yield return new Submission(new(PersonId, Day, At), Receipt.Text(ReceiptYear, ReceiptNumber), Json.Read<ReportContent>(Content).DeclaredState ?? ExecutionState.InProgress, OnBehalf);
            if (ConfirmedState is { } confirmed) yield return new Acceptance(new(AcceptedBy!.Value, AcceptedDay!.Value, AcceptedAt!.Value), confirmed, Alone == true);
            if (Remarks is { } remarks) yield return new Return(new(ReturnedBy!.Value, ReturnedDay!.Value, ReturnedAt!.Value), Json.Read<Dictionary<string, string>>(remarks), DueDay!.Value);
        }
    }

    /// <summary>The newest submission, or null.</summary>
    /// <param name="asOf">The newest by the end of that day; null: of all.</param>
    public static async Task<Submitted?> Last(Scope scope, long obligation, DateOnly? asOf = null) => await scope.Find<Submitted>("""
        SELECT id, obligation_id, receipt_year, receipt_number, content, on_behalf, day, at, person_id FROM submission
        WHERE authority_id = @authority AND obligation_id = @obligation AND day <= @upTo ORDER BY id DESC LIMIT 1
        """, new { obligation, upTo = asOf ?? DateOnly.MaxValue });

    /// <summary>The newest submission of every report of a plan's period that has one, by the obligation.</summary>
    /// <param name="asOf">The newest by the end of that day; null: of all.</param>
    public static async Task<Dictionary<long, Submitted>> LastOfPeriod(Scope scope, long plan, string period, DateOnly? asOf = null)
    {
        // From the period's reports to what was handed in: CROSS JOIN keeps SQLite from walking all that ever was. The newest comes last.
        var all = await scope.All<Submitted>("""
            SELECT f.id, f.obligation_id, f.receipt_year, f.receipt_number, f.content, f.on_behalf, f.day, f.at, f.person_id FROM obligation o CROSS JOIN submission f
            WHERE o.authority_id = @authority AND o.plan_id = @plan AND o.period_code = @period AND o.kind = 'Report' AND f.authority_id = o.authority_id AND f.obligation_id = o.id AND f.day <= @upTo
            ORDER BY f.id
            """, new { plan, period, upTo = asOf ?? DateOnly.MaxValue });
        var last = new Dictionary<long, Submitted>();
        foreach (var one in all) last[one.ObligationId] = one;
        return last;
    }
}

/// <summary>A report's history, and its newest submission where there is one.</summary>
public sealed record ReportOnFile(ReportHistory History, Submitted? Last);

/// <summary>The fact that a report was handed in, with all that it said.</summary>
public sealed record Submitted(long Id, long ObligationId, int ReceiptYear, int ReceiptNumber, string Content, string? OnBehalf, DateOnly Day, DateTimeOffset At, long PersonId)
{
    /// <summary>«2020-0417».</summary>
    public string Receipt => Zakhid.Operations.Reporting.Receipt.Text(ReceiptYear, ReceiptNumber);

    ReportContent? _said;
    public ReportContent Said => _said ??= Json.Read<ReportContent>(Content);
}

/// <summary>The number that a person is given: year of the authority's day and a number in that year, never reused.</summary>
public static class Receipt
{
    public static string Text(int year, int number) => $"{year:D4}-{number:D4}";
}
