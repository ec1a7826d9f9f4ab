using Zakhid.Operations.Files;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Terms;

namespace Zakhid.Operations.Reporting;

/// <summary>
/// Hands a draft in. What was sent never changes; the receipt number is the proof that it is on disk. The same key gives the
/// same receipt, however often the button was pressed or the answer was lost on the way.
/// </summary>
public sealed class SubmitReport(Store store)
{
    /// <param name="key">Made with the form; the same for every repeated attempt.</param>
    /// <param name="onBehalf">What it came on, where the coordinator enters it for the executor («лист від 15.09.2020 № 12»).</param>
    /// <exception cref="RuleBroken">What a report must have: see <see cref="Completed"/>; «report.already-submitted».</exception>
    public Task<Submitted> Run(Actor by, Moment at, long obligation, string key, string? onBehalf = null, CancellationToken stop = default) =>
        store.Write(by, at, w => Within(w, obligation, key, onBehalf), stop);

    internal static async Task<Submitted> Within(WriteScope w, long obligation, string key, string? onBehalf)
    {
        if (await ByKey(w, key) is { } earlier) return earlier.ObligationId == obligation ? earlier : throw new RuleBroken("report.key-of-another");

        var owed = await Owed.Find(w, obligation);
        owed.MustBeReportedBy(w.By);
        (await ReportReading.OnFile(w, owed)).History.MustTakeSubmission(new(w.By.Person, w.At.Day, w.At.At));
        owed.MustBeTaken(w.At.Day);
        if (!w.By.IsProgram && !owed.IsOf(w.By) && string.IsNullOrWhiteSpace(onBehalf)) throw new RuleBroken("report.paper-missing");

        if (owed.ReportState != "Returned" && await JoinReports.AnsweredBy(w, obligation) is { } elsewhere) throw new RuleBroken("joint.answered-there", elsewhere.Measure);

        var content = await Complete(w, owed);
        var submitted = await Keep(w, obligation, content, key, onBehalf, (int)await w.Next($"receipt-{w.At.Day.Year}"), null);
        foreach (var joined in await JoinReports.With(w, obligation)) await HandInWith(w, submitted, joined, key);
        return submitted;
    }

    static async Task<ReportContent> Complete(WriteScope w, Owed owed)
    {
        var content = Completed(await ReportReading.Draft(w, owed.Id), await ReportReading.OccasionOf(w, owed.MeasureId));
        if (content.Figures.Count == 0) await w.Do("DELETE FROM report_figure WHERE authority_id = @authority AND obligation_id = @Id", new { owed.Id });
        return content;
    }

    /// <summary>The same words under an obligation that this report answers too, with the same receipt.</summary>
    static async Task HandInWith(WriteScope w, Submitted report, long joined, string key)
    {
        var owed = await Owed.Find(w, joined);
        if (owed.LapsedDay is not null || owed.ReportState is "Submitted" or "Accepted" || owed.Closed(w.At.Day) is not null) return;
        (await ReportReading.OnFile(w, owed)).History.MustTakeSubmission(new(w.By.Person, w.At.Day, w.At.At));
        await JoinReports.Repeat(w, report.ObligationId, owed);
        await Keep(w, joined, await Complete(w, owed), $"{key}/{joined}", report.OnBehalf, report.ReceiptNumber, report.Id);
    }

    static async Task<Submitted> Keep(WriteScope w, long obligation, ReportContent content, string key, string? onBehalf, int number, long? jointWith)
    {
        var json = Json.Write(content);
        var submitted = new Submitted(await w.Next("submission"), obligation, w.At.Day.Year, number, json, onBehalf, w.At.Day, w.At.At, w.By.Person);
        await w.Do("""
            INSERT INTO submission (authority_id, id, obligation_id, receipt_year, receipt_number, key, content, content_hash, on_behalf, joint_with, day, at, person_id)
            VALUES (@authority, @Id, @ObligationId, @ReceiptYear, @ReceiptNumber, @key, @json, @hash, @OnBehalf, @jointWith, @Day, @At, @PersonId)
            """, new { submitted.Id, submitted.ObligationId, submitted.ReceiptYear, submitted.ReceiptNumber, key, json, hash = ContentHash.Of(json), submitted.OnBehalf, jointWith, submitted.Day, submitted.At, submitted.PersonId });
        // Timeliness is that of the first submission.
        await w.Do("""
            UPDATE obligation SET report_state = 'Submitted', declared_state = @DeclaredState, submitted_day = COALESCE(submitted_day, @day)
            WHERE authority_id = @authority AND id = @obligation
            """, new { obligation, content.DeclaredState, day = w.At.Day });
        await w.Log("report.submitted", $"obligation/{obligation}", new { submitted.Receipt, Content = ContentHash.Of(json), onBehalf, jointWith });
        return submitted;
    }

    /// <summary>
    /// What is handed in. «Випадків не було» is complete by itself: without a word of its own it says its sentence, and its
    /// figures, if any were begun, are none.
    /// </summary>
    /// <param name="content">The draft.</param>
    /// <param name="occasion">The condition on which the measure is carried out; null: it waits for no case.</param>
    /// <exception cref="RuleBroken">«report.empty», «report.too-long», «report.state-missing», «report.reason-missing», «report.no-occasion».</exception>
    public static ReportContent Completed(ReportContent content, string? occasion)
    {
        if (content.DeclaredState == ExecutionState.NoOccasion)
        {
            if (occasion is null) throw new RuleBroken("report.no-occasion");
            content = content with { Figures = [], Narrative = string.IsNullOrWhiteSpace(content.Narrative) ? Occasion.NoneUkrainian(occasion) : content.Narrative };
        }
        if (string.IsNullOrWhiteSpace(content.Narrative)) throw new RuleBroken("report.empty");
        if (content.Narrative.Length > ReportContent.LongestNarrative) throw new RuleBroken("report.too-long", content.Narrative.Length, ReportContent.LongestNarrative);
        if (content.DeclaredState is null) throw new RuleBroken("report.state-missing");
        if (content.DeclaredState is ExecutionState.NotDone or ExecutionState.Obsolete && string.IsNullOrWhiteSpace(content.Reason)) throw new RuleBroken("report.reason-missing");
        return content;
    }

    static async Task<Submitted?> ByKey(Scope scope, string key) => await scope.Find<Submitted>("""
        SELECT id, obligation_id, receipt_year, receipt_number, content, on_behalf, day, at, person_id FROM submission WHERE authority_id = @authority AND key = @key
        """, new { key });
}
