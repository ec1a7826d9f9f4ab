using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Terms;

namespace Zakhid.Operations.Reporting;

/// <summary>
/// The coordinator confirms what a body declared, or another state than declared. Once a measure with a single term is
/// confirmed done, this executor's later obligations on it lapse; of a recurring or continuous one they do not.
/// </summary>
public sealed class AcceptReport(Store store)
{
    /// <exception cref="RuleBroken">«report.not-submitted», «report.not-for-you», «report.no-occasion».</exception>
    public Task Run(Actor by, Moment at, long obligation, ExecutionState confirmed, CancellationToken stop = default) =>
        store.Write(by, at, w => Within(w, obligation, confirmed), stop);

    internal static async Task Within(WriteScope w, long obligation, ExecutionState confirmed)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator, Role.Controller)) throw new RuleBroken("report.not-for-you");
        var owed = await Owed.Find(w, obligation);
        if (confirmed == ExecutionState.NoOccasion && await ReportReading.OccasionOf(w, owed.MeasureId) is null) throw new RuleBroken("report.no-occasion");
        var (history, last) = await ReportReading.OnFile(w, owed);
        var accepted = history.Accept(new(w.By.Person, w.At.Day, w.At.At), confirmed);
        var submitted = last!; // accepted is only what was handed in

        await w.Do("""
            INSERT INTO acceptance (authority_id, submission_id, obligation_id, confirmed_state, alone, day, at, person_id)
            VALUES (@authority, @Id, @obligation, @confirmed, @Alone, @day, @at, @person)
            """, new { submitted.Id, obligation, confirmed, accepted.Alone, day = w.At.Day, at = w.At.At, person = w.By.Person });
        await w.Do("""
            UPDATE obligation SET report_state = 'Accepted', accepted_day = @day, confirmed_state = @confirmed WHERE authority_id = @authority AND id = @obligation
            """, new { obligation, day = w.At.Day, confirmed });
        await w.Log("report.accepted", $"obligation/{obligation}", new { submitted.Receipt, confirmed, accepted.Alone });
        await ConfirmMeasure(w, owed, confirmed);
    }

    static async Task ConfirmMeasure(WriteScope w, Owed owed, ExecutionState confirmed)
    {
        if (owed.MeasureId is not { } measure) return;
        var single = await HasSingleTerm(w, measure);
        if (confirmed == ExecutionState.Done && single)
        {
            await w.Do("""
                UPDATE obligation SET lapsed_day = @day, lapsed_ground = @ground
                WHERE authority_id = @authority AND assignment_id = @assignment AND period_from > (SELECT period_to FROM obligation WHERE authority_id = @authority AND id = @id)
                  AND lapsed_day IS NULL AND report_state IN ('Expected', 'Draft')
                """, new { day = w.At.Day, ground = "виконання підтверджено", assignment = owed.AssignmentId, id = owed.Id });
        }
        // Of each executor who is counted, what was confirmed of him last; null where nothing was.
        var states = await w.All<ExecutionState?>("""
            SELECT (SELECT o.confirmed_state FROM obligation o WHERE o.authority_id = s.authority_id AND o.assignment_id = s.id AND o.confirmed_state IS NOT NULL ORDER BY o.period_to DESC LIMIT 1)
            FROM assignment s WHERE s.authority_id = @authority AND s.measure_id = @measure AND s.owes = 1 AND s.consent NOT IN ('Asked', 'Silent', 'Declined') AND s.left_day IS NULL
              AND NOT EXISTS (SELECT 1 FROM assignment c WHERE c.authority_id = s.authority_id AND c.member_of = s.id AND c.left_day IS NULL)
            """, new { measure });
        var state = MeasureExecution.Of(states) ?? confirmed;
        var doneTo = !single ? await LastDone(w, measure) : state == ExecutionState.Done ? DateOnly.MaxValue : null;
        await w.Do("UPDATE measure SET confirmed_state = @state, confirmed_day = @day, done_to = @doneTo WHERE authority_id = @authority AND id = @measure", new { state, day = w.At.Day, measure, doneTo });
    }

    /// <summary>The end of the last period in which every executor that owes was confirmed done: what recurs is due again in the next.</summary>
    static async Task<DateOnly?> LastDone(Scope scope, long measure) => (await scope.All<(DateOnly To, ExecutionState? State)>("""
        SELECT period_to, confirmed_state FROM obligation WHERE authority_id = @authority AND measure_id = @measure AND kind = 'Report' AND standing NOT IN ('Lapsed', 'Declined', 'Apart')
        """, new { measure })).GroupBy(o => o.To, o => o.State).Where(period => MeasureExecution.Of([.. period]) == ExecutionState.Done).Select(period => (DateOnly?)period.Key).Max();

    static async Task<bool> HasSingleTerm(Scope scope, long measure) =>
        await scope.Find<string?>("SELECT term_json FROM measure WHERE authority_id = @authority AND id = @measure", new { measure }) is { } json
        && Json.Read<Term>(json).Kind is TermKind.Once or TermKind.Range;
}
