using Zakhid.Documents.Consolidation;
using Zakhid.Operations.Audit;
using Zakhid.Operations.Files;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Consolidation;

/// <summary>
/// Marks a period's document as sent: from here on it is frozen, the bytes of the DOCX and the canonical JSON of its rows
/// with their hashes and the checkpoint printed in it. What comes later becomes a supplement.
/// </summary>
public sealed class SendConsolidation(Store store)
{
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <exception cref="RuleBroken">«consolidation.sent», «consolidation.not-for-you».</exception>
    public async Task<long> Run(Actor by, Moment at, long plan, string period, CancellationToken stop = default)
    {
        // The file has to be durable before a row speaks of it, so the paper is made first and checked to be the same inside.
        var (bytes, rows) = await store.Read(by.Authority, r => Make(r, plan, period, at), stop);
        var kept = await store.Files.Keep(new MemoryStream(bytes), $"zvedenyi-zvit-{period}.docx", DocxType, stop: stop);
        return await store.Write(by, at, async w =>
        {
            var id = await EditConsolidation.Open(w, plan, period);
            var (_, current) = await Make(w, plan, period, at);
            if (current != rows) throw new RuleBroken("consolidation.moved-on");
            var head = await AuditLog.Head(w);
            await kept.Record(w);
            await w.Do("""
                UPDATE consolidation SET sent_day = @day, sent_at = @at, sent_by = @person, docx_sha256 = @Sha256, rows = @rows, rows_sha256 = @hash,
                    checkpoint_seq = @Seq, checkpoint = @Short WHERE authority_id = @authority AND id = @id AND sent_day IS NULL
                """, new { id, day = at.Day, at = at.At, person = by.Person, kept.Sha256, rows, hash = ContentHash.Of(rows), head.Seq, head.Short });
            await w.Do("UPDATE obligation SET report_state = 'Accepted', submitted_day = @day, accepted_day = @day WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND kind = 'Consolidation'",
                new { day = at.Day, plan, period });
            await w.Log("consolidation.sent", $"consolidation/{id}", new { plan, period, docx = kept.Sha256, rows = ContentHash.Of(rows) });
            return id;
        }, stop);
    }

    /// <summary>The paper as it would be now, for looking at and correcting.</summary>
    public static async Task<(byte[] Docx, string Rows)> Make(Scope scope, long plan, string period, Moment at)
    {
        var sheet = await ConsolidationSheet.Read(scope, plan, period);
        using var docx = new MemoryStream();
        ConsolidatedReportDocx.Write(await MakePaper.Of(scope, sheet, at), docx);
        return (docx.ToArray(), Json.Write(sheet with { Id = 0 }));
    }
}
