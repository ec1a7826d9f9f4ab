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
    /// <exception cref="RuleBroken">«report.not-submitted», «report.not-for-you».</exception>
    public Task Run(Actor by, Moment at, long obligation, ExecutionState confirmed, CancellationToken stop = default) =>
        store.Write(by, at, w => Within(w, obligation, confirmed), stop);

    internal static async Task Within(WriteScope w, long obligation, ExecutionState confirmed)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator, Role.Controller)) throw new RuleBroken("report.not-for-you");
        var owed = await Owed.Find(w, obligation);
        if (owed.ReportState != "Submitted") throw new RuleBroken("report.not-submitted");
        var submitted = await ReportReading.Last(w, obligation) ?? throw new RuleBroken("report.not-submitted");
        var alone = Acceptance.Of(new Deed(w.By.Person, w.At.Day, w.At.At), submitted.PersonId, submitted.OnBehalf, confirmed).Alone;

        await w.Do("""
            INSERT INTO acceptance (authority_id, submission_id, obligation_id, confirmed_state, alone, day, at, person_id)
            VALUES (@authority, @Id, @obligation, @confirmed, @alone, @day, @at, @person)
            """, new { submitted.Id, obligation, confirmed, alone, day = w.At.Day, at = w.At.At, person = w.By.Person });
        await w.Do("""
            UPDATE obligation SET report_state = 'Accepted', accepted_day = @day, confirmed_state = @confirmed WHERE authority_id = @authority AND id = @obligation
            """, new { obligation, day = w.At.Day, confirmed });
        await w.Log("report.accepted", $"obligation/{obligation}", new { submitted.Receipt, confirmed, alone });
        await ConfirmMeasure(w, owed, confirmed);
    }

    static async Task ConfirmMeasure(WriteScope w, Owed owed, ExecutionState confirmed)
    {
        if (owed.MeasureId is not { } measure) return;
        if (confirmed == ExecutionState.Done && await HasSingleTerm(w, measure))
        {
            await w.Do("""
                UPDATE obligation SET lapsed_day = @day, lapsed_ground = @ground
                WHERE authority_id = @authority AND assignment_id = @assignment AND period_from > (SELECT period_to FROM obligation WHERE authority_id = @authority AND id = @id)
                  AND lapsed_day IS NULL AND report_state IN ('Expected', 'Draft')
                """, new { day = w.At.Day, ground = "виконання підтверджено", assignment = owed.AssignmentId, id = owed.Id });
        }
        var states = await w.All<ExecutionState>("""
            SELECT o.confirmed_state FROM obligation o
            WHERE o.authority_id = @authority AND o.measure_id = @measure AND o.confirmed_state IS NOT NULL
              AND o.period_to = (SELECT MAX(n.period_to) FROM obligation n WHERE n.authority_id = @authority AND n.assignment_id = o.assignment_id AND n.confirmed_state IS NOT NULL)
            """, new { measure });
        var executors = await w.One<long>("SELECT COUNT(*) FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND owes = 1 AND consent NOT IN ('Asked', 'Silent', 'Declined')", new { measure });
        var state = Acceptance.OfMeasure(confirmed, states, executors);
        await w.Do("UPDATE measure SET confirmed_state = @state, confirmed_day = @day WHERE authority_id = @authority AND id = @measure", new { state, day = w.At.Day, measure });
    }

    static async Task<bool> HasSingleTerm(Scope scope, long measure) =>
        await scope.Find<string?>("SELECT term_json FROM measure WHERE authority_id = @authority AND id = @measure", new { measure }) is { } json
        && Json.Read<Term>(json).Kind is TermKind.Once or TermKind.Range;
}
