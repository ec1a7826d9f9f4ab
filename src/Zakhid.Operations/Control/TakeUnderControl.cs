using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>
/// Takes a measure under control, or back under control after it was removed: what falls due from then on is owed again.
/// A whole plan is taken under control when it is adopted.
/// </summary>
public sealed class TakeUnderControl(Store store)
{
    /// <exception cref="RuleBroken">«control.not-for-you», «control.plan-draft», «plan.closed» and those of <see cref="MeasureControl.Start"/>.</exception>
    public Task Run(Actor by, Moment at, long measure, string ground, ControlPaper? paper = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        ControlDeed.MustKeepControl(w);
        var record = await ControlRecord.Read(w, measure);
        await OpenPlan.Must(w, record.PlanId);
        if (record.Control.StartedBy is null) throw new RuleBroken("control.plan-draft");
        await ControlDeed.Keep(w, record, record.Control.Start(ControlDeed.Of(w), ground), paper);
        await w.Do("UPDATE measure SET removed_day = NULL WHERE authority_id = @authority AND id = @measure", new { measure });
        // What fell due while it was off control stays unasked; of the rest, what is asked now is owed again.
        await DeriveObligations.Within(w, record.PlanId, asOf: at.Day);
    }, stop);
}
