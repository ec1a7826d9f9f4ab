using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>The fact that a body was reminded of what it owes: the text that was copied, by whom and when.</summary>
public sealed class Remind(Store store)
{
    /// <summary>Of all that a reminder speaks of.</summary>
    /// <param name="text">As it was sent; null or empty: the reminder's own.</param>
    /// <exception cref="RuleBroken">«remind.nothing», «remind.not-for-you».</exception>
    public Task<long> Run(Actor by, Moment at, DueReminder one, string? text = null, CancellationToken stop = default)
    {
        var said = string.IsNullOrWhiteSpace(text) ? one.Text : text.Trim();
        return one.Period is { } period ? Run(by, at, one.BodyId, one.PlanId, period.Code, one.Ids, said, stop) : OfActs(by, at, one.BodyId, one.PlanId, one.DutyIds, said, stop);
    }

    /// <exception cref="RuleBroken">«remind.nothing»: none of these is still owed by the body.</exception>
    public Task<long> Run(Actor by, Moment at, long body, long plan, string period, IReadOnlyList<long> obligations, string text, CancellationToken stop = default) =>
        store.Write(by, at, async w =>
        {
            Check(by);
            var owed = await w.All<long>($"""
                SELECT id FROM obligation WHERE authority_id = @authority AND body_id = @body AND plan_id = @plan AND period_code = @period
                  AND standing IN ('Expected', 'Draft', 'Returned', 'Apart') AND id {w.Dialect.Among("@obligations")} ORDER BY id
                """, new { body, plan, period, obligations });
            if (owed.Count == 0) throw new RuleBroken("remind.nothing");
            var id = await Record(w, body, plan, period, owed, text);
            await w.Log("body.reminded", $"body/{body}", new { plan, period, obligations = owed });
            return id;
        }, stop);

    /// <summary>Of acts that the body was ordered to issue on the plan.</summary>
    /// <exception cref="RuleBroken">«remind.nothing»: all of these are issued.</exception>
    Task<long> OfActs(Actor by, Moment at, long body, long plan, IReadOnlyList<long> duties, string text, CancellationToken stop) =>
        store.Write(by, at, async w =>
        {
            Check(by);
            var open = await w.All<long>($"SELECT id FROM act_duty WHERE authority_id = @authority AND body_id = @body AND plan_id = @plan AND issued_date IS NULL AND ended_day IS NULL AND id {w.Dialect.Among("@duties")} ORDER BY id", new { body, plan, duties });
            if (open.Count == 0) throw new RuleBroken("remind.nothing");
            var id = await Record(w, body, plan, "", [], text, open);
            await w.Log("body.reminded", $"body/{body}", new { plan, acts = open });
            return id;
        }, stop);

    static void Check(Actor by)
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator, Role.Controller)) throw new RuleBroken("remind.not-for-you");
    }

    internal static async Task<long> Record(WriteScope w, long body, long plan, string period, IReadOnlyList<long> owed, string text, IReadOnlyList<long>? duties = null)
    {
        var id = await w.Next("reminder");
        await w.Do("""
            INSERT INTO reminder (authority_id, id, body_id, plan_id, period_code, obligations, duties, text, day, at, person_id)
            VALUES (@authority, @id, @body, @plan, @period, @owed, @acts, @text, @day, @at, @person)
            """, new { id, body, plan, period, owed = Json.Write(owed), acts = Json.Write(duties ?? []), text, day = w.At.Day, at = w.At.At, person = w.By.Person });
        return id;
    }
}
