using Zakhid.Control;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Control;

/// <summary>What every deed of control shares: the record is read, the rule gives a fact, the fact is kept and logged.</summary>
static class ControlDeed
{
    public static Deed Of(WriteScope w) => new(w.By.Person, w.At.Day, w.At.At);

    /// <exception cref="RuleBroken">«control.not-for-you».</exception>
    public static void MustKeepControl(WriteScope w)
    {
        if (!KeepsControl(w.By)) throw new RuleBroken("control.not-for-you");
    }

    /// <summary>The coordinator, the controller and the head keep control; an executor asks and informs.</summary>
    public static bool KeepsControl(Actor by) => by.IsProgram || by.Is(Role.Coordinator, Role.Controller, Role.Head);

    /// <summary>The executor that a deed is of: the person's own body, or the one that the coordinator enters a paper for.</summary>
    /// <exception cref="RuleBroken"><paramref name="notHis"/>: the body carries the measure out no part; <paramref name="paperMissing"/>.</exception>
    public static async Task<long> Executor(WriteScope w, long measure, long? body, string? onBehalf, string notHis, string paperMissing)
    {
        var keeps = w.By.IsProgram || w.By.Is(Role.Coordinator);
        var his = keeps ? body ?? w.By.Body : w.By.Is(Role.Executor) ? w.By.Body : null;
        var owes = his is null ? null : await w.Find<long?>("SELECT id FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND body_id = @his AND owes = 1 AND left_day IS NULL AND consent <> 'Declined' LIMIT 1", new { measure, his });
        if (owes is null) throw new RuleBroken(notHis);
        if (!w.By.IsProgram && w.By.Body != his && string.IsNullOrWhiteSpace(onBehalf)) throw new RuleBroken(paperMissing);
        return his!.Value;
    }

    public static async Task<long> Keep(WriteScope w, ControlRecord record, ControlFact fact, ControlPaper? paper)
    {
        var id = await ControlFacts.Keep(w, record.MeasureId, fact, paper ?? ControlPaper.None);
        await w.Log($"control.{Name(fact)}", $"plan/{record.PlanId}/measure/{record.Position}", new { fact = id, fact.Ground, of = (fact as Extension)?.Of ?? (fact as ExtensionRequest)?.Of, to = (fact as Extension)?.To.Nominal ?? (fact as ExtensionRequest)?.To.Nominal });
        return id;
    }

    static string Name(ControlFact fact) => fact switch
    {
        ControlStart => "started",
        ReturnToControl => "returned",
        ExtensionRequest => "extension-asked",
        Extension => "extended",
        ExtensionDeclined => "extension-declined",
        InterimInformation => "informed",
        Escalation => "escalated",
        _ => "removed",
    };
}
