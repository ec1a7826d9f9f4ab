using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>The fact that a body was reminded of what it owes: the text that was copied, by whom and when.</summary>
public sealed class Remind(Store store)
{
    /// <exception cref="RuleBroken">«remind.nothing»: none of these is still owed by the body.</exception>
    public Task<long> Run(Actor by, Moment at, long body, long plan, string period, IReadOnlyList<long> obligations, string text, CancellationToken stop = default) =>
        store.Write(by, at, async w =>
        {
            if (!by.IsProgram && !by.Is(Role.Coordinator, Role.Controller)) throw new RuleBroken("remind.not-for-you");
            var owed = await w.All<long>($"""
                SELECT id FROM obligation WHERE authority_id = @authority AND body_id = @body AND plan_id = @plan AND period_code = @period
                  AND standing IN ('Expected', 'Draft', 'Returned', 'Apart') AND id {w.Dialect.Among("@obligations")} ORDER BY id
                """, new { body, plan, period, obligations });
            if (owed.Count == 0) throw new RuleBroken("remind.nothing");
            var id = await Record(w, body, plan, period, owed, text);
            await w.Log("body.reminded", $"body/{body}", new { plan, period, obligations = owed });
            return id;
        }, stop);

    internal static async Task<long> Record(WriteScope w, long body, long plan, string period, IReadOnlyList<long> owed, string text)
    {
        var id = await w.Next("reminder");
        await w.Do("""
            INSERT INTO reminder (authority_id, id, body_id, plan_id, period_code, obligations, text, day, at, person_id)
            VALUES (@authority, @id, @body, @plan, @period, @owed, @text, @day, @at, @person)
            """, new { id, body, plan, period, owed = Json.Write(owed), text, day = w.At.Day, at = w.At.At, person = w.By.Person });
        return id;
    }
}
