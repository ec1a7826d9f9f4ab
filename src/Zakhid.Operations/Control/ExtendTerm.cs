using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Control;

/// <summary>
/// An executor's request to move a day of control, and the decision on it by who set the day; or a day moved without a
/// request, by the authority's own decision or by a document of the body above. The old day stays in the record.
/// </summary>
public sealed class ExtendTerm(Store store)
{
    /// <param name="by">An executor of the measure, or the coordinator for one.</param>
    /// <param name="at">When.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="of">The day that is to be moved, nominal, as it stands.</param>
    /// <param name="to">The day asked for.</param>
    /// <param name="ground">Why.</param>
    /// <param name="paper">The document it stands on.</param>
    /// <param name="body">For whom the coordinator enters it; an executor asks for his own body.</param>
    /// <param name="onBehalf">The paper that the request came on, where the coordinator enters it.</param>
    /// <exception cref="RuleBroken">«extension.not-executor», «extension.paper-missing», «plan.closed» and those of <see cref="MeasureControl.Ask"/>.</exception>
    public Task<long> Ask(Actor by, Moment at, long measure, DateOnly of, DateOnly to, string ground, ControlPaper? paper = null, long? body = null, string? onBehalf = null, CancellationToken stop = default) =>
        store.Write(by, at, async w =>
        {
            await MustBeOpen(w, measure);
            var asks = await ControlDeed.Executor(w, measure, body, onBehalf, "extension.not-executor", "extension.paper-missing");
            var record = await ControlRecord.Read(w, measure);
            var fact = record.Control.Ask(ControlDeed.Of(w), of, record.Due(to), ground, record.Calendar, w.By.Body == asks ? null : onBehalf) with { Body = asks };
            return await ControlDeed.Keep(w, record, fact, paper);
        }, stop);

    /// <exception cref="RuleBroken">«extension.not-for-you», «plan.closed» and those of <see cref="MeasureControl.Grant"/>.</exception>
    public Task Grant(Actor by, Moment at, long measure, long request, DateOnly to, string ground, ControlPaper? paper = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        MustDecide(w);
        await MustBeOpen(w, measure);
        var record = await ControlRecord.Read(w, measure);
        await Move(w, record, Named(record, () => record.Control.Grant(ControlDeed.Of(w), request, record.Due(to), ground)), paper);
    }, stop);

    /// <exception cref="RuleBroken">«extension.not-for-you» and those of <see cref="MeasureControl.Decline"/>.</exception>
    public Task Decline(Actor by, Moment at, long measure, long request, string ground, ControlPaper? paper = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        MustDecide(w);
        var record = await ControlRecord.Read(w, measure);
        await ControlDeed.Keep(w, record, record.Control.Decline(ControlDeed.Of(w), request, ground), paper);
    }, stop);

    /// <param name="by">Who enters it.</param>
    /// <param name="at">When.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="of">The day as it stands, nominal.</param>
    /// <param name="to">The new day.</param>
    /// <param name="ground">Why.</param>
    /// <param name="byHigher">The document is of the body above, which may move any day.</param>
    /// <param name="paper">The document it stands on.</param>
    /// <exception cref="RuleBroken">«extension.not-for-you», «extension.requisites», «plan.closed» and those of <see cref="MeasureControl.Extend"/>.</exception>
    public Task Run(Actor by, Moment at, long measure, DateOnly of, DateOnly to, string ground, bool byHigher = false, ControlPaper? paper = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        MustDecide(w);
        if (byHigher && paper?.Document is not { Issuer.Length: > 0 }) throw new RuleBroken("extension.requisites");
        await MustBeOpen(w, measure);
        var record = await ControlRecord.Read(w, measure);
        await Move(w, record, Named(record, () => record.Control.Extend(ControlDeed.Of(w), of, record.Due(to), ground, byHigher ? paper!.Document : null)), paper);
    }, stop);

    static async Task Move(WriteScope w, ControlRecord record, Extension moved, ControlPaper? paper)
    {
        var fact = await ControlDeed.Keep(w, record, moved, paper);
        var last = await w.One<int>("SELECT MAX(position) FROM control_date WHERE authority_id = @authority AND measure_id = @MeasureId", new { record.MeasureId });
        await w.Do("UPDATE control_date SET moved_by = @fact WHERE authority_id = @authority AND measure_id = @MeasureId AND nominal = @Of AND moved_by IS NULL", new { fact, record.MeasureId, moved.Of });
        await w.Do("""
            INSERT INTO control_date (authority_id, measure_id, position, plan_id, nominal, adjusted, policy, ground, fact_id)
            VALUES (@authority, @MeasureId, @position, @PlanId, @Nominal, @Adjusted, @Policy, @ground, @fact)
            """, new { record.MeasureId, position = last + 1, record.PlanId, moved.To.Nominal, moved.To.Adjusted, moved.To.Policy, ground = moved.To.Explain($"рішення про продовження з {UkrainianDate.WithYear(moved.Of)} ({moved.Document?.Cited ?? paper?.Document?.Cited ?? moved.Ground})", record.Calendar), fact });
        await ControlDates.Settle(w, [record.MeasureId]);
        await w.Do("UPDATE measure SET extended_to = (SELECT MAX(nominal) FROM control_date WHERE authority_id = @authority AND measure_id = @MeasureId AND moved_by IS NULL) WHERE authority_id = @authority AND id = @MeasureId", new { record.MeasureId });
        await DeriveObligations.Within(w, record.PlanId, asOf: w.At.Day);
    }

    /// <summary>The refusal of a day that is not one's own says whose it is.</summary>
    static Extension Named(ControlRecord record, Func<Extension> move)
    {
        try
        {
            return move();
        }
        catch (RuleBroken broken) when (broken.Rule == "extension.higher-date")
        {
            var moved = record.Control.Facts.OfType<Extension>().LastOrDefault(e => e.SetBy == DateSetter.HigherAct)?.Document?.Cited;
            throw new RuleBroken("extension.higher-date", moved ?? $"{record.Act}, {record.HigherIssuer}");
        }
    }

    /// <exception cref="RuleBroken">«plan.closed».</exception>
    static async Task MustBeOpen(WriteScope w, long measure) => await OpenPlan.Must(w, await w.Find<long?>("SELECT plan_id FROM measure WHERE authority_id = @authority AND id = @measure", new { measure }) ?? throw new RuleBroken("measure.unknown"));

    static void MustDecide(WriteScope w)
    {
        if (!ControlDeed.KeepsControl(w.By)) throw new RuleBroken("extension.not-for-you");
    }
}
