using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Consolidation;

/// <summary>
/// Opens a dated supplement to a period's document that was sent: it starts from the texts that were sent and takes in what
/// was accepted since. The document sent before stays as it was, with its own hash.
/// </summary>
public sealed class OpenSupplement(Store store)
{
    /// <exception cref="RuleBroken">«consolidation.not-for-you», «consolidation.not-sent», «consolidation.nothing-new».</exception>
    public Task<int> Run(Actor by, Moment at, long plan, string period, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("consolidation.not-for-you");
        var last = await w.Find<Last>("SELECT id, edition, sent_day, obligation_id FROM consolidation WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period ORDER BY edition DESC LIMIT 1", new { plan, period });
        if (last?.SentDay is null) throw new RuleBroken("consolidation.not-sent");
        if (await AcceptedSince(w, await ConsolidationSheet.Read(w, plan, period)) == 0) throw new RuleBroken("consolidation.nothing-new");
        var (id, edition) = (await w.Next("consolidation"), last.Edition + 1);
        await w.Do("""
            INSERT INTO consolidation (authority_id, id, plan_id, period_code, edition, obligation_id, started_day, started_at, started_by)
            VALUES (@authority, @id, @plan, @period, @edition, @ObligationId, @day, @at, @person)
            """, new { id, plan, period, edition, last.ObligationId, day = at.Day, at = at.At, person = by.Person });
        await w.Do("""
            INSERT INTO consolidation_text (authority_id, consolidation_id, measure_id, text, version, edited_by, edited_at)
            SELECT authority_id, @id, measure_id, text, 1, edited_by, edited_at FROM consolidation_text WHERE authority_id = @authority AND consolidation_id = @before
            """, new { id, before = last.Id });
        await w.Log("consolidation.supplement", $"consolidation/{id}", new { plan, period, edition });
        return edition;
    }, stop);

    /// <summary>How many reports of the period were accepted after its document was sent; 0 where none was sent.</summary>
    public static async Task<int> AcceptedSince(Scope scope, ConsolidationSheet sheet)
    {
        if (sheet.SentDay is null) return 0;
        return await scope.One<int>("""
            SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND kind = 'Report' AND report_state = 'Accepted'
            """, new { plan = sheet.PlanId, period = sheet.Period.Code }) - sheet.Accepted;
    }

    sealed record Last(long Id, int Edition, DateOnly? SentDay, long? ObligationId);
}
