using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>
/// What a body that was asked «за згодою» answered: agreed, its obligations become ordinary; declined, they lapse. The answer
/// is a fact with who, when and the letter it came in.
/// </summary>
public sealed class AnswerConsent(Store store)
{
    /// <param name="state">Agreed or Declined.</param>
    /// <exception cref="RuleBroken">«consent.not-for-you», «consent.nothing»: nobody asked this body.</exception>
    public Task Run(Actor by, Moment at, long body, string state, string note, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("consent.not-for-you");
        var asked = await w.All<long>("SELECT id FROM assignment WHERE authority_id = @authority AND body_id = @body AND by_consent = 1", new { body });
        if (asked.Count == 0) throw new RuleBroken("consent.nothing");
        foreach (var assignment in asked)
        {
            await w.Do("INSERT INTO consent_fact (authority_id, id, assignment_id, state, note, day, at, person_id) VALUES (@authority, @id, @assignment, @state, @note, @day, @at, @person)",
                new { id = await w.Next("consent_fact"), assignment, state, note, day = at.Day, at = at.At, person = by.Person });
        }
        await w.Do("UPDATE assignment SET consent = @state WHERE authority_id = @authority AND body_id = @body AND by_consent = 1", new { body, state });
        await w.Do($"UPDATE obligation SET consent = @state WHERE authority_id = @authority AND assignment_id {w.Dialect.Among("@asked")}", new { state, asked });
        await w.Log("consent.answered", $"body/{body}", new { state, note });
    }, stop);
}
