using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reading;

/// <summary>
/// A person corrects a field of a reading, or confirms it as it is: both answer the doubt and stay marked with who and when.
/// The reading itself never changes.
/// </summary>
public sealed class CorrectReading(Store store)
{
    /// <exception cref="RuleBroken">«import.unknown», «import.adopted», «plan.not-for-you».</exception>
    public Task Run(Actor by, Moment at, long import, string pointer, string? value, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("plan.not-for-you");
        var sheet = await ImportSheet.Find(w, import);
        if (sheet.PlanId is not null) throw new RuleBroken("import.adopted");
        var before = ImportSheet.Value(sheet.Reading, pointer);
        var position = sheet.Corrections.Count + 1;
        await w.Do("""
            INSERT INTO correction (authority_id, import_id, position, pointer, value, before, day, at, person_id)
            VALUES (@authority, @import, @position, @pointer, @value, @before, @day, @at, @person)
            """, new { import, position, pointer, value, before, day = at.Day, at = at.At, person = by.Person });
        await w.Do("UPDATE import SET version = version + 1 WHERE authority_id = @authority AND id = @import", new { import });
        await w.Log(before == value ? "reading.confirmed" : "reading.corrected", $"import/{import}", new { pointer, before, value });
    }, stop);
}

/// <summary>One button puts a checked reading under control, or keeps it as the draft that it is.</summary>
public sealed class AdoptImport(Store store)
{
    /// <returns>The plan's number.</returns>
    /// <exception cref="RuleBroken">«import.unknown», «import.adopted» and those of <see cref="AdoptPlan"/>.</exception>
    public Task<long> Run(Actor by, Moment at, long import, string? coordinator = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await ImportSheet.Find(w, import);
        if (sheet.PlanId is not null) throw new RuleBroken("import.adopted");
        var corrected = sheet.Corrections.Where(c => c.Before != c.Value).GroupBy(c => c.Pointer, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new CorrectedField(g.First().Before, g.Last().PersonId, g.Last().At), StringComparer.Ordinal);
        return await AdoptPlan.Within(w, MakePlan.Of(sheet.Reading, corrected, coordinator), import);
    }, stop);
}
