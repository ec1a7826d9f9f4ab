using Zakhid.Documents;
using Zakhid.Documents.Reading;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Reading;

/// <summary>
/// A file is dropped: it is kept as it is, read, and waits for a person. Nothing of it runs until the plan is put under
/// control.
/// </summary>
public sealed class DropFile(Store store)
{
    /// <returns>The import, or the amendment where the file changes a plan instead of bringing one.</returns>
    /// <exception cref="FileRefused">With the sentence for the person; nothing is kept.</exception>
    /// <exception cref="RuleBroken">As below, and «amendment.same-file».</exception>
    public async Task<Dropped> Take(Actor by, Moment at, string name, Stream content, CancellationToken stop = default)
    {
        var (reading, bytes) = await Read(by, name, content, stop);
        if (!AmendmentDrafts.IsAmending(reading)) return new(await Keep(by, at, name, reading, bytes, stop), null);
        var kept = await store.Files.Keep(bytes, name, "application/octet-stream", stop: stop);
        return new(null, await store.Write(by, at, w => AmendmentDrafts.Keep(w, reading, kept, name), stop));
    }

    /// <returns>The number of the import; where the same act is here with another text, a person chooses first (<see cref="ImportSheet.Changes"/>).</returns>
    /// <exception cref="FileRefused">With the sentence for the person; nothing is kept.</exception>
    /// <exception cref="RuleBroken">
    /// «plan.not-for-you», «plan.no-measures», «plan.looks-like» with what the file seems to be, «import.same-file» and
    /// «import.same-act» with the number of the earlier import as the last argument, «plan.same-act», «plan.changed-file».
    /// </exception>
    public async Task<long> Run(Actor by, Moment at, string name, Stream content, CancellationToken stop = default)
    {
        var (reading, bytes) = await Read(by, name, content, stop);
        return await Keep(by, at, name, reading, bytes, stop);
    }

    static async Task<(PlanReading Reading, MemoryStream Bytes)> Read(Actor by, string name, Stream content, CancellationToken stop)
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("plan.not-for-you");
        if (content.CanSeek && content.Length > Limits.Default.FileBytes) throw Refusal.TooLarge(name, content.Length, Limits.Default.FileBytes);
        var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, stop);
        var document = DocumentFile.Open(bytes.ToArray(), name);
        bytes.Position = 0;
        return (Linted.Of(PlanReader.Read(document)), bytes);
    }

    async Task<long> Keep(Actor by, Moment at, string name, PlanReading reading, MemoryStream bytes, CancellationToken stop)
    {
        if (reading.Measures.Count == 0) throw new RuleBroken(reading.LooksLike is null ? "plan.no-measures" : "plan.looks-like", reading.LooksLike ?? "");
        var kept = await store.Files.Keep(bytes, name, "application/octet-stream", stop: stop);
        return await store.Write(by, at, async w =>
        {
            var hash = MakePlan.HashOf(reading);
            var identity = AdoptPlan.Identity(reading.Act, hash);
            var changes = await Earlier(w, kept.Sha256, reading.Act, identity, hash);
            await kept.Record(w);
            var id = await w.Next("import");
            await w.Do("""
                INSERT INTO import (authority_id, id, sha256, file_name, reading, title, measures, questions, identity, text_hash, changes_import_id, day, at, person_id)
                VALUES (@authority, @id, @Sha256, @name, @reading, @title, @measures, @questions, @identity, @hash, @changes, @day, @at, @person)
                """, new
            {
                id,
                kept.Sha256,
                name,
                reading = Json.Write(reading),
                title = reading.PlanTitle ?? reading.Act.Title ?? name,
                measures = reading.Measures.Count,
                questions = 0,
                identity,
                hash,
                changes,
                day = at.Day,
                at = at.At,
                person = by.Person,
            });
            var sheet = await ImportSheet.Find(w, id);
            await w.Do("UPDATE import SET questions = @questions WHERE authority_id = @authority AND id = @id", new { id, questions = sheet.Open.Count });
            await w.Log("plan.read", $"import/{id}", new { name, kept.Sha256, measures = reading.Measures.Count, changes });
            return id;
        }, stop);
    }

    /// <summary>The import that has this act with another text; the same file or the same text is refused.</summary>
    static async Task<long?> Earlier(WriteScope w, string sha256, Act act, string identity, string hash)
    {
        var same = await w.Find<Known>("SELECT id, file_name, day, text_hash FROM import WHERE authority_id = @authority AND sha256 = @sha256 AND rolled_from_plan_id IS NULL AND withdrawn_at IS NULL ORDER BY id DESC", new { sha256 });
        if (same is not null) throw new RuleBroken("import.same-file", same.FileName, same.Day, same.Id);

        var earlier = await w.Find<Known>("SELECT id, file_name, day, text_hash FROM import WHERE authority_id = @authority AND identity = @identity AND withdrawn_at IS NULL AND changes_import_id IS NULL ORDER BY id DESC", new { identity });
        if (earlier?.TextHash == hash) throw new RuleBroken("import.same-act", act.Number ?? "б/н", act.Date is { } date ? UkrainianDate.Short(date) : "—", earlier.FileName, earlier.Id);
        if (earlier is null) await AdoptPlan.MustBeNew(w, act, identity, hash);
        return earlier?.Id;
    }

    sealed record Known(long Id, string FileName, DateOnly Day, string TextHash);
}

/// <summary>What a dropped file became; one of the two.</summary>
public sealed record Dropped(long? Import, long? Amendment);
