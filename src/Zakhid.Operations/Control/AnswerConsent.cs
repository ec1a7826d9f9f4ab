using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>
/// What a body that was asked «за згодою» answered: agreed, its obligations become ordinary; declined, they lapse; silent, it
/// was asked and gave no answer, and stays apart. The answer is a fact with who, when and the letter it came in.
/// </summary>
public sealed class AnswerConsent(Store store)
{
    /// <param name="state">Agreed, Declined or Silent.</param>
    /// <param name="plan">The plan that the answer is about; null: every plan that names the body. What a body promised for one plan says nothing of another.</param>
    /// <exception cref="RuleBroken">«consent.not-for-you», «consent.nothing»: nobody asked this body.</exception>
    public Task Run(Actor by, Moment at, long body, string state, string note, long? plan = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("consent.not-for-you");
        if (state is not ("Agreed" or "Declined" or "Silent")) throw new ArgumentOutOfRangeException(nameof(state), state, "Agreed, Declined or Silent");
        // Silence says nothing of what was answered before.
        var asked = await w.All<long>($"SELECT id FROM assignment WHERE authority_id = @authority AND body_id = @body AND by_consent = 1 {(plan is null ? "" : "AND plan_id = @plan")} {(state == "Silent" ? "AND consent IN ('Asked', 'Silent')" : "")} ORDER BY id", new { body, plan });
        if (asked.Count == 0) throw new RuleBroken("consent.nothing");
        await Record(w, asked, state, note);
        await w.Log("consent.answered", $"body/{body}", new { state, note, plan });
    }, stop);

    internal static async Task Record(WriteScope w, IReadOnlyList<long> assignments, string state, string note)
    {
        foreach (var assignment in assignments)
        {
            await w.Do("INSERT INTO consent_fact (authority_id, id, assignment_id, state, note, day, at, person_id) VALUES (@authority, @id, @assignment, @state, @note, @day, @at, @person)",
                new { id = await w.Next("consent_fact"), assignment, state, note, day = w.At.Day, at = w.At.At, person = w.By.Person });
        }
        await w.Do($"UPDATE assignment SET consent = @state WHERE authority_id = @authority AND id {w.Dialect.Among("@assignments")}", new { state, assignments });
        // What is handed in stays handed in: who declines owes no more from then on.
        await w.Do($"UPDATE obligation SET consent = @state WHERE authority_id = @authority AND assignment_id {w.Dialect.Among("@assignments")} AND (@state <> 'Declined' OR report_state NOT IN ('Submitted', 'Accepted'))", new { state, assignments });
    }
}
