using Zakhid.Operations.Files;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reporting;

/// <summary>Adds a file to a draft, or takes it out again; the bytes of what was once added stay.</summary>
public sealed class KeepEvidence(Store store)
{
    /// <exception cref="RuleBroken">«evidence.too-many» and the refusals of a draft.</exception>
    /// <exception cref="Documents.FileRefused">Empty, too large, of a kind that is not taken, with macros.</exception>
    public async Task<long> Add(Actor by, Moment at, long obligation, string name, Stream content, CancellationToken stop = default)
    {
        await store.Read(by.Authority, async scope =>
        {
            (await Owed.Find(scope, obligation)).MustBeWritableBy(by, at.Day);
            return true;
        }, stop);
        var kept = await EvidenceKind.Keep(store.Files, content, name, stop);
        return await store.Write(by, at, async w =>
        {
            var owed = await Owed.Find(w, obligation);
            owed.MustBeWritableBy(by, at.Day);
            if ((await ReportReading.Files(w, obligation)).Count >= ReportContent.MostFiles) throw new RuleBroken("evidence.too-many", ReportContent.MostFiles);
            await kept.Record(w);
            var id = await w.Next("evidence");
            await w.Do("INSERT INTO evidence (authority_id, id, obligation_id, sha256, name, added_at, added_by) VALUES (@authority, @id, @obligation, @Sha256, @name, @at, @person)",
                new { id, obligation, kept.Sha256, name, at = at.At, person = by.Person });
            await w.Log("evidence.added", $"obligation/{obligation}", new { id, name, kept.Sha256, kept.Cleaned });
            return id;
        }, stop);
    }

    public Task Remove(Actor by, Moment at, long obligation, long evidence, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        (await Owed.Find(w, obligation)).MustBeWritableBy(by, at.Day);
        var touched = await w.Do("UPDATE evidence SET removed_at = @at WHERE authority_id = @authority AND id = @evidence AND obligation_id = @obligation AND removed_at IS NULL",
            new { evidence, obligation, at = at.At });
        if (touched > 0) await w.Log("evidence.removed", $"obligation/{obligation}", new { evidence });
    }, stop);
}
