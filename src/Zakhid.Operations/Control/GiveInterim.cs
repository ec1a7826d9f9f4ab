using Zakhid.Control;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>«Проміжна інформація»: what an executor has done so far. It removes nothing from control and moves no day.</summary>
public sealed class GiveInterim(Store store)
{
    /// <exception cref="RuleBroken">«interim.not-executor», «interim.paper-missing» and those of <see cref="MeasureControl.Inform"/>.</exception>
    public Task<long> Run(Actor by, Moment at, long measure, string text, ControlPaper? paper = null, long? body = null, string? onBehalf = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var informs = await ControlDeed.Executor(w, measure, body, onBehalf, "interim.not-executor", "interim.paper-missing");
        if (text.Length > Longest) throw new RuleBroken("interim.too-long", text.Length, Longest);
        var record = await ControlRecord.Read(w, measure);
        var fact = record.Control.Inform(ControlDeed.Of(w), text) with { Body = informs };
        return await ControlDeed.Keep(w, record, fact, paper);
    }, stop);

    public const int Longest = 5000;
}
