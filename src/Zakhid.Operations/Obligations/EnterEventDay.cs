using Zakhid.Operations.Storage;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Operations.Obligations;

/// <summary>
/// The coordinator enters, once and with its document, the day of an event that the act does not date («після затвердження
/// бюджету»). The dates of every measure of the plan that waits for it follow. A later entry corrects an earlier one; both stay.
/// </summary>
public sealed class EnterEventDay(Store store)
{
    /// <param name="plan">Which plan.</param>
    /// <param name="key">Of the event, as <see cref="PlanEvents.Awaited"/> gives it, or its words.</param>
    /// <param name="from">Its day; of a season the first.</param>
    /// <param name="to">The last day of a season, where it is known.</param>
    /// <param name="document">Where the day is said: «рішення обласної ради від 23.12.2021 № 12».</param>
    /// <returns>What it changed.</returns>
    /// <exception cref="RuleBroken">«event.not-for-you», «event.unknown», «event.document-missing», «event.ends-before», «plan.closed».</exception>
    public Task<List<ChangedObligation>> Run(Actor by, Moment at, long plan, string key, DateOnly from, DateOnly? to, string document, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator)) throw new RuleBroken("event.not-for-you");
        if (string.IsNullOrWhiteSpace(document)) throw new RuleBroken("event.document-missing");
        if (to < from) throw new RuleBroken("event.ends-before", from);
        await OpenPlan.Must(w, plan);
        var awaited = (await (await PlanEvents.Of(w, plan)).Awaited(w, plan)).FirstOrDefault(one => one.Awaited.Key == key || one.Awaited.Key == Folding.Key(key))?.Awaited ?? throw new RuleBroken("event.unknown");
        await w.Do("""
            INSERT INTO event_day (authority_id, id, plan_id, key, words, from_day, to_day, document, day, at, person_id)
            VALUES (@authority, @id, @plan, @Key, @Words, @from, @to, @document, @Day, @At, @person)
            """, new { id = await w.Next("event_day"), plan, awaited.Key, awaited.Words, from, to, document = document.Trim(), w.At.Day, w.At.At, person = w.By.Person });
        await w.Log("event.entered", $"plan/{plan}", new { awaited.Words, from, to, document });
        var waiting = (await w.All<(long Id, string Term)>("SELECT id, term_json FROM measure WHERE authority_id = @authority AND plan_id = @plan AND excluded_day IS NULL AND term_json IS NOT NULL", new { plan }))
            .Where(m => AwaitedEvent.All(Json.Read<Term>(m.Term)).Any(one => one.Key == awaited.Key)).Select(m => m.Id).ToHashSet();
        return (await RecomputeObligations.Counted(w, plan, waiting, $"{RecomputeObligations.CountedOut}: {awaited.Words} — {UkrainianDate.Full(from)}")).Reports.ToList();
    }, stop);
}
