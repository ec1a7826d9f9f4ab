using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reporting;

/// <summary>
/// Sends a report back with what to mend, at the field. Until it comes again it counts as not handed in; its lateness stays
/// that of the first submission.
/// </summary>
public sealed class ReturnReport(Store store)
{
    /// <param name="remarks">Field («narrative», «figures», «files», «state») → what to mend.</param>
    /// <param name="due">Never before the adjusted due date; proposed as the later of it and three working days on.</param>
    /// <exception cref="RuleBroken">«return.empty», «return.too-early», «report.not-submitted», «report.not-for-you».</exception>
    public Task Run(Actor by, Moment at, long obligation, IReadOnlyDictionary<string, string> remarks, DateOnly due, CancellationToken stop = default) =>
        store.Write(by, at, w => Within(w, obligation, remarks, due), stop);

    internal static async Task Within(WriteScope w, long obligation, IReadOnlyDictionary<string, string> remarks, DateOnly due)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator, Role.Controller)) throw new RuleBroken("report.not-for-you");
        var (history, last) = await ReportReading.OnFile(w, await Owed.Find(w, obligation));
        var returned = history.SendBack(new(w.By.Person, w.At.Day, w.At.At), remarks, due);
        var submitted = last!; // returned is only what was handed in

        await w.Do("""
            INSERT INTO report_return (authority_id, submission_id, obligation_id, remarks, due_day, day, at, person_id)
            VALUES (@authority, @Id, @obligation, @remarks, @Due, @day, @at, @person)
            """, new { submitted.Id, obligation, remarks = Json.Write(returned.Reasons), returned.Due, day = w.At.Day, at = w.At.At, person = w.By.Person });
        await w.Do("UPDATE obligation SET report_state = 'Returned', returned_due = @due WHERE authority_id = @authority AND id = @obligation", new { obligation, due });
        await w.Log("report.returned", $"obligation/{obligation}", new { submitted.Receipt, remarks, due });
    }
}
