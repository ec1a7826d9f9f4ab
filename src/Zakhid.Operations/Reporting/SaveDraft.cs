using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Reporting;

/// <summary>What became of a saved draft: kept, or somebody else saved meanwhile and both texts are to be shown.</summary>
public abstract record DraftOutcome
{
    public sealed record Kept(long Version, DateTimeOffset At) : DraftOutcome;

    /// <summary>Nothing was overwritten: <see cref="Theirs"/> is what is kept now, by whom and when.</summary>
    public sealed record Changed(ReportContent Theirs, long Version, long EditedBy, DateTimeOffset EditedAt) : DraftOutcome;
}

/// <summary>
/// Keeps a draft as it stands. Incomplete is welcome: what a report must have is asked when it is handed in. Who saves on an
/// older version than the kept one is told so and loses nothing.
/// </summary>
public sealed class SaveDraft(Store store)
{
    /// <param name="baseVersion">The version that the writer saw; 0 where there was none.</param>
    /// <exception cref="RuleBroken">Not his, lapsed, already handed in, «draft.too-long».</exception>
    public Task<DraftOutcome> Run(Actor by, Moment at, long obligation, ReportContent content, long baseVersion, CancellationToken stop = default) =>
        store.Write(by, at, w => Within(w, obligation, content, baseVersion), stop);

    internal static async Task<DraftOutcome> Within(WriteScope w, long obligation, ReportContent content, long baseVersion)
    {
        var owed = await Owed.Find(w, obligation);
        owed.MustBeWritableBy(w.By, w.At.Day);
        if (content.Narrative.Length > ReportContent.LongestDraft) throw new RuleBroken("draft.too-long", content.Narrative.Length, ReportContent.LongestDraft);

        var kept = await w.Find<KeptDraft>("SELECT version, edited_by, edited_at FROM report WHERE authority_id = @authority AND obligation_id = @obligation", new { obligation });
        if (kept is not null && kept.Version != baseVersion)
        {
            var theirs = await ReportReading.Draft(w, obligation);
            if (!Same(theirs, content)) return new DraftOutcome.Changed(theirs, kept.Version, kept.EditedBy, kept.EditedAt);
        }

        var version = (kept?.Version ?? 0) + 1;
        await w.Do("""
            INSERT INTO report (authority_id, obligation_id, narrative, declared_state, reason, expected_day, version, edited_by, edited_at)
            VALUES (@authority, @obligation, @Narrative, @DeclaredState, @Reason, @ExpectedDay, @version, @person, @at)
            ON CONFLICT (authority_id, obligation_id) DO UPDATE SET narrative = @Narrative, declared_state = @DeclaredState,
                reason = @Reason, expected_day = @ExpectedDay, version = @version, edited_by = @person, edited_at = @at
            """, new { obligation, content.Narrative, content.DeclaredState, content.Reason, content.ExpectedDay, version, person = w.By.Person, at = w.At.At });
        await KeepFigures(w, owed, content.Figures);
        await KeepLinks(w, obligation, content.Links);
        if (owed.ReportState == "Expected")
            await w.Do("UPDATE obligation SET report_state = 'Draft' WHERE authority_id = @authority AND id = @obligation", new { obligation });
        if (kept is null) await w.Log("draft.started", $"obligation/{obligation}");
        return new DraftOutcome.Kept(version, w.At.At);
    }

    static async Task KeepFigures(WriteScope w, Owed owed, IReadOnlyList<ReportedFigure> figures)
    {
        await w.Do("DELETE FROM report_figure WHERE authority_id = @authority AND obligation_id = @Id", new { owed.Id });
        foreach (var figure in figures)
        {
            // A figure answers a target of its own measure, whatever the form said.
            var known = await w.Find<long?>("SELECT id FROM target WHERE authority_id = @authority AND id = @TargetId AND measure_id = @MeasureId", new { figure.TargetId, owed.MeasureId });
            if (known is null) throw new RuleBroken("report.figure-unknown");
            await w.Do("INSERT INTO report_figure (authority_id, obligation_id, target_id, value, note) VALUES (@authority, @Id, @TargetId, @Value, @Note)",
                new { owed.Id, figure.TargetId, figure.Value, figure.Note });
        }
    }

    static async Task KeepLinks(WriteScope w, long obligation, IReadOnlyList<ReportedLink> links)
    {
        await w.Do("DELETE FROM report_link WHERE authority_id = @authority AND obligation_id = @obligation", new { obligation });
        var position = 0;
        foreach (var link in links)
        {
            if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) throw new RuleBroken("report.link", link.Url);
            await w.Do("INSERT INTO report_link (authority_id, obligation_id, position, url, title) VALUES (@authority, @obligation, @position, @Url, @Title)",
                new { obligation, position = ++position, link.Url, link.Title });
        }
    }

    static bool Same(ReportContent a, ReportContent b) =>
        a.Narrative == b.Narrative && a.DeclaredState == b.DeclaredState && (a.Reason ?? "") == (b.Reason ?? "") && a.ExpectedDay == b.ExpectedDay
        && a.Figures.SequenceEqual(b.Figures) && a.Links.SequenceEqual(b.Links);

    sealed record KeptDraft(long Version, long EditedBy, DateTimeOffset EditedAt);
}
