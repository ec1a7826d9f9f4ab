using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reading;

/// <summary>
/// Of two files of one act a person chooses: the earlier stays, or the new one takes its place while nothing runs yet. A plan
/// under control is changed by an amending act alone.
/// </summary>
public sealed class ChooseFile(Store store)
{
    /// <summary>The earlier one stays; the new file is put away. The earlier import's number.</summary>
    /// <exception cref="RuleBroken">«import.unknown», «plan.not-for-you».</exception>
    public Task<long> KeepEarlier(Actor by, Moment at, long import, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var earlier = Changed(await CorrectReading.Open(w, import));
        await WithdrawImport.Within(w, import);
        return earlier;
    }, stop);

    /// <summary>The new one takes the place of the earlier, whose corrections go with it.</summary>
    /// <exception cref="RuleBroken">«import.unknown», «plan.not-for-you», «import.runs»: the earlier is under control.</exception>
    public Task Replace(Actor by, Moment at, long import, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var earlier = Changed(await CorrectReading.Open(w, import));
        if ((await ImportSheet.Find(w, earlier)).PlanId is not null) throw new RuleBroken("import.runs");
        await WithdrawImport.Within(w, earlier);
        await w.Do("UPDATE import SET changes_import_id = NULL WHERE authority_id = @authority AND id = @import", new { import });
        await w.Log("import.replaced", $"import/{import}", new { earlier });
    }, stop);

    static long Changed(ImportSheet sheet) => sheet.Changes ?? throw new RuleBroken("import.unknown");
}

/// <summary>A file dropped by mistake is put away: out of every list, kept with all that was done to it.</summary>
public sealed class WithdrawImport(Store store)
{
    /// <exception cref="RuleBroken">«import.unknown», «import.adopted», «plan.not-for-you».</exception>
    public Task Run(Actor by, Moment at, long import, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        await CorrectReading.Open(w, import);
        await Within(w, import);
    }, stop);

    internal static async Task Within(WriteScope w, long import)
    {
        await w.Do("UPDATE import SET withdrawn_at = @at, withdrawn_by = @person WHERE authority_id = @authority AND id = @import", new { import, at = w.At.At, person = w.By.Person });
        // What was compared with it waits for a choice no more.
        await w.Do("UPDATE import SET changes_import_id = NULL WHERE authority_id = @authority AND changes_import_id = @import", new { import });
        await w.Log("import.withdrawn", $"import/{import}");
    }
}
