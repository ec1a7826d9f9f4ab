using Zakhid.Documents;
using Zakhid.Documents.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reading;

/// <summary>
/// A file is dropped: it is kept as it is, read, and waits for a person. Nothing of it runs until the plan is put under
/// control.
/// </summary>
public sealed class DropFile(Store store)
{
    /// <exception cref="FileRefused">With the sentence for the person; nothing is kept.</exception>
    /// <exception cref="RuleBroken">«plan.not-for-you», «plan.no-measures» with what the file seems to be, «plan.same-act», «plan.changed-file».</exception>
    public async Task<long> Run(Actor by, Moment at, string name, Stream content, CancellationToken stop = default)
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("plan.not-for-you");
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, stop);
        var document = DocumentFile.Open(bytes.ToArray(), name);
        var reading = Linted.Of(PlanReader.Read(document));
        if (reading.Measures.Count == 0) throw new RuleBroken(reading.LooksLike is null ? "plan.no-measures" : "plan.looks-like", reading.LooksLike ?? "");

        bytes.Position = 0;
        var kept = await store.Files.Keep(bytes, name, "application/octet-stream", stop: stop);
        return await store.Write(by, at, async w =>
        {
            var made = MakePlan.Of(reading);
            await AdoptPlan.MustBeNew(w, made);
            await kept.Record(w);
            var id = await w.Next("import");
            await w.Do("""
                INSERT INTO import (authority_id, id, sha256, file_name, reading, title, measures, questions, day, at, person_id)
                VALUES (@authority, @id, @Sha256, @name, @reading, @Title, @measures, @questions, @day, @at, @person)
                """, new
            {
                id,
                kept.Sha256,
                name,
                reading = Json.Write(reading),
                made.Title,
                measures = reading.Measures.Count,
                questions = reading.Unsure.Count + reading.Remarks.Count(r => r.Severity == Severity.Question),
                day = at.Day,
                at = at.At,
                person = by.Person,
            });
            await w.Log("plan.read", $"import/{id}", new { name, kept.Sha256, measures = reading.Measures.Count });
            return id;
        }, stop);
    }
}
