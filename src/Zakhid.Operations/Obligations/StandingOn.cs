using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Obligations;

/// <summary>
/// Where an obligation stood at the end of an earlier day, by the facts recorded up to it: submissions, acceptances, returns,
/// answers «за згодою», amendments. A draft has no day of its own and counts as expected. What is owed follows from the act, on
/// whatever day it was entered; what an amendment brought, from the day on which it was applied.
/// </summary>
/// <param name="Consent">As in the obligation: empty where none is needed.</param>
/// <param name="DueDay">The adjusted day, or that of the last return by then.</param>
/// <param name="SubmittedDay">Of the first submission, where it was made by then.</param>
public sealed record StandingOn(long Id, string ReportState, string Standing, string Consent, DateOnly DueDay, DateOnly? SubmittedDay, ExecutionState? ConfirmedState)
{
    /// <summary>An amendment or a division of the measure brought it later, or it is a member's whose group still answered by itself: on that day nobody knew of it.</summary>
    public bool IsToCome { get; init; }

    /// <summary>The adjusted day as it was then, before amendments moved it.</summary>
    public DateOnly Adjusted { get; init; }

    /// <summary>The line as it stood.</summary>
    public ObligationLine Of(ObligationLine line) => line with { ReportState = ReportState, Standing = Standing, Adjusted = Adjusted, DueDay = DueDay, SubmittedDay = SubmittedDay, ConfirmedState = ConfirmedState, Late = SubmittedDay > Adjusted };

    /// <summary>By the obligation's number.</summary>
    /// <param name="period">Null: all periods of the plan.</param>
    public static async Task<Dictionary<long, StandingOn>> Of(Scope scope, long plan, DateOnly day, string? period = null) => (await scope.All<Row>("""
        SELECT o.id, o.kind, COALESCE(x.adjusted, o.adjusted) AS adjusted, x.kind AS changed, CASE WHEN x.kind = 'Arisen' AND x.adjusted IS NULL THEN 1 ELSE 0 END AS is_new, o.submitted_day, o.lapsed_day, s.by_consent, f.id AS submission, a.confirmed_state, r.submission_id AS returned,
            (SELECT d.due_day FROM report_return d WHERE d.authority_id = o.authority_id AND d.obligation_id = o.id AND d.day <= @day ORDER BY d.submission_id DESC LIMIT 1) AS returned_due,
            (SELECT c.state FROM consent_fact c WHERE c.authority_id = o.authority_id AND c.assignment_id = o.assignment_id AND c.day <= @day ORDER BY c.id DESC LIMIT 1) AS answered,
            (SELECT m.applied_at FROM amendment m WHERE m.authority_id = o.authority_id AND m.id = x.amendment_id) AS changed_at,
            (SELECT y.adjusted FROM obligation_day y JOIN day_off_change d ON d.authority_id = y.authority_id AND d.id = y.change_id WHERE y.authority_id = o.authority_id AND y.obligation_id = o.id AND d.day > @day ORDER BY d.id LIMIT 1) AS counted,
            (SELECT MIN(d.at) FROM obligation_day y JOIN day_off_change d ON d.authority_id = y.authority_id AND d.id = y.change_id WHERE y.authority_id = o.authority_id AND y.obligation_id = o.id AND d.day > @day) AS counted_at,
            EXISTS (SELECT 1 FROM obligation g WHERE g.authority_id = o.authority_id AND g.assignment_id = s.member_of AND g.period_code = o.period_code AND g.lapsed_day > @day)
                OR EXISTS (SELECT 1 FROM part t WHERE t.authority_id = s.authority_id AND t.id = s.part_id AND t.day > @day) AS not_yet
        FROM obligation o
        LEFT JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id
        LEFT JOIN submission f ON f.authority_id = o.authority_id AND f.id = (
            SELECT MAX(x.id) FROM submission x WHERE x.authority_id = o.authority_id AND x.obligation_id = o.id AND x.day <= @day)
        LEFT JOIN acceptance a ON a.authority_id = o.authority_id AND a.submission_id = f.id AND a.day <= @day
        LEFT JOIN report_return r ON r.authority_id = o.authority_id AND r.submission_id = f.id AND r.day <= @day
        LEFT JOIN obligation_change x ON x.authority_id = o.authority_id AND x.obligation_id = o.id AND x.amendment_id = (
            SELECT c.amendment_id FROM obligation_change c JOIN amendment m ON m.authority_id = c.authority_id AND m.id = c.amendment_id
            WHERE c.authority_id = o.authority_id AND c.obligation_id = o.id AND m.applied_day > @day ORDER BY m.applied_day, m.id LIMIT 1)
        WHERE o.authority_id = @authority AND o.plan_id = @plan AND (@period IS NULL OR o.period_code = @period)
        """, new { plan, day, period })).ToDictionary(row => row.Id, row => row.On(day));

    sealed record Row(long Id, string Kind, DateOnly Adjusted, string? Changed, bool IsNew, DateOnly? SubmittedDay, DateOnly? LapsedDay, bool? ByConsent, long? Submission, ExecutionState? ConfirmedState, long? Returned, DateOnly? ReturnedDue, string? Answered, DateTimeOffset? ChangedAt, DateOnly? Counted, DateTimeOffset? CountedAt, bool NotYet)
    {
        // A summary has no submission: it is in from the day its document was sent.
        bool IsIn(DateOnly day) => Kind == "Consolidation" ? SubmittedDay <= day : Submission is not null;

        public StandingOn On(DateOnly day)
        {
            var state = !IsIn(day) ? "Expected" : Kind == "Consolidation" || ConfirmedState is not null ? "Accepted" : Returned is not null ? "Returned" : "Submitted";
            var consent = ByConsent == true ? Answered ?? "Asked" : "";
            // What an amendment took up again had been owed no more until then.
            var standing = LapsedDay <= day || Changed == "Arisen" || NotYet ? "Lapsed" : consent == "Declined" && state is not ("Submitted" or "Accepted") ? "Declined" : consent is "Asked" or "Silent" && state == "Expected" ? "Apart" : state;
            // Of what moved it later the first tells the day that it had.
            var adjusted = Counted is { } before && !(ChangedAt < CountedAt) ? before : Adjusted;
            return new(Id, state, standing, consent, ReturnedDue ?? adjusted, IsIn(day) ? SubmittedDay : null, ConfirmedState) { IsToCome = IsNew || NotYet, Adjusted = adjusted };
        }
    }
}
