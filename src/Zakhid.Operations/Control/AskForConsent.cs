using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>
/// The fact that a body was asked «за згодою» by a letter with its day and number. Its obligations stay apart as they were;
/// from here on the days for an answer are counted.
/// </summary>
public sealed class AskForConsent(Store store)
{
    /// <exception cref="RuleBroken">«consent.not-for-you»; «consent.nothing»: nothing of this plan waits for its answer; «letter.number»; «letter.later»: a letter of a day to come has not left.</exception>
    public Task Run(Actor by, Moment at, long body, long plan, LetterMark mark, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("consent.not-for-you");
        mark = mark.Checked();
        if (mark.Day > at.Day) throw new RuleBroken("letter.later", mark.Day);
        var waiting = await w.All<long>("SELECT id FROM assignment WHERE authority_id = @authority AND body_id = @body AND plan_id = @plan AND by_consent = 1 AND consent IN ('Asked', 'Silent') ORDER BY id", new { body, plan });
        if (waiting.Count == 0) throw new RuleBroken("consent.nothing");
        await AnswerConsent.Record(w, waiting, "Asked", mark.Words);
        await w.Log("consent.asked", $"body/{body}", new { plan, letter = mark.Words });
    }, stop);
}
