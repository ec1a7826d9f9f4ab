using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Consolidation;

/// <summary>The coordinator's own words for a measure in the period's document, instead of the reports' as they are.</summary>
public sealed class EditConsolidation(Store store)
{
    /// <param name="baseVersion">The version that the writer saw; 0: the text as it starts.</param>
    /// <exception cref="RuleBroken">«consolidation.sent», «consolidation.changed»: somebody saved meanwhile; the argument is his text.</exception>
    public Task Run(Actor by, Moment at, long plan, string period, long measure, string text, long baseVersion, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var id = await Open(w, plan, period);
        var kept = await w.Find<Kept>("SELECT version, text FROM consolidation_text WHERE authority_id = @authority AND consolidation_id = @id AND measure_id = @measure", new { id, measure });
        if (kept is not null && kept.Version != baseVersion && kept.Text != text) throw new RuleBroken("consolidation.changed", kept.Text);
        if (await w.Find<long?>("SELECT id FROM measure WHERE authority_id = @authority AND id = @measure AND plan_id = @plan", new { measure, plan }) is null) throw new RuleBroken("measure.unknown");
        await w.Do("""
            INSERT INTO consolidation_text (authority_id, consolidation_id, measure_id, text, version, edited_by, edited_at)
            VALUES (@authority, @id, @measure, @text, @version, @person, @at)
            ON CONFLICT (authority_id, consolidation_id, measure_id) DO UPDATE SET text = @text, version = @version, edited_by = @person, edited_at = @at
            """, new { id, measure, text, version = (kept?.Version ?? 0) + 1, person = by.Person, at = at.At });
        await w.Log("consolidation.edited", $"consolidation/{id}", new { measure });
    }, stop);

    /// <summary>The period's open document, made on first use.</summary>
    internal static async Task<long> Open(WriteScope w, long plan, string period)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator)) throw new RuleBroken("consolidation.not-for-you");
        var known = await w.Find<Known>("SELECT id, sent_day FROM consolidation WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period ORDER BY edition DESC LIMIT 1", new { plan, period });
        if (known?.SentDay is { } sent) throw new RuleBroken("consolidation.sent", sent);
        if (known is not null) return known.Id;

        var obligation = await w.Find<long?>("SELECT id FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND kind = 'Consolidation'", new { plan, period });
        var id = await w.Next("consolidation");
        await w.Do("""
            INSERT INTO consolidation (authority_id, id, plan_id, period_code, obligation_id, started_day, started_at, started_by)
            VALUES (@authority, @id, @plan, @period, @obligation, @day, @at, @person)
            """, new { id, plan, period, obligation, day = w.At.Day, at = w.At.At, person = w.By.Person });
        return id;
    }

    sealed record Kept(long Version, string Text);
    sealed record Known(long Id, DateOnly? SentDay);
}
