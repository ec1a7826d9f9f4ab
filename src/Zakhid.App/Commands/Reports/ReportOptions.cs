using System.CommandLine;
using Zakhid.App.Commands.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands.Reports;

/// How the shell names one report: plan, measure and, where that is not enough, period and body.
sealed class ReportOptions
{
    readonly Argument<string> _plan = Said.Argument("plan", "план, як його називає zakhid plans", "the plan, as zakhid plans calls it");
    readonly Argument<string> _measure = Said.Argument("measure", "номер заходу, як надруковано, або його місце в плані", "the measure's number as printed, or its place in the plan");
    readonly Option<string?> _period = Said.Text("--period", "P", "період: 2020-Q3; без нього — єдиний, якого це стосується", "period: 2020-Q3; without it, the only one that this is about");
    readonly Option<string?> _body = Said.Text("--body", "NAME", "орган: початок назви; без нього — єдиний виконавець", "the body: the beginning of its name; without it, the only executor");
    readonly DataOptions _data;

    public ReportOptions(Command command)
    {
        command.Arguments.Add(_plan);
        command.Arguments.Add(_measure);
        command.Options.Add(_period);
        command.Options.Add(_body);
        _data = new(command);
    }

    /// Finds the report among those of the states that the deed is about, and does the deed.
    public Task<int> Do(ParseResult parsed, IReadOnlyList<string> states, bool writes, Func<ReportDeed, Task<int>> deed, CancellationToken stop) => DataOptions.Sentence(async () =>
    {
        if (writes && _data.AsOf(parsed) is not null) throw new RuleBroken("control.as-of");
        await using var store = writes ? await _data.Open(parsed) : await _data.OpenToRead(parsed);
        var plan = await PlanName.Find(store, parsed.GetValue(_plan)!, stop);
        var now = new AuthorityClock(TimeProvider.System).Now(plan.Authority.Day);
        if (writes) await new NewDay(store).Reach(plan.Authority.Id, now, stop);
        var line = await store.Read(plan.Authority.Id, r => Find(r, plan.Id, parsed, states), stop);
        return await deed(new(store, Actor.Program(plan.Authority.Id), now, await store.Read(plan.Authority.Id, r => ReportSheet.Read(r, line), stop)));
    });

    async Task<long> Find(Scope scope, long plan, ParseResult parsed, IReadOnlyList<string> states)
    {
        var (period, said) = (parsed.GetValue(_period), parsed.GetValue(_body));
        if (period is not null && !ReportingPeriod.TryParse(period, out _)) throw new RuleBroken("period.form", period);
        var position = await ControlOptions.Position(scope, plan, parsed.GetValue(_measure)!);
        var measure = await scope.One<long>("SELECT id FROM measure WHERE authority_id = @authority AND plan_id = @plan AND position = @position", new { plan, position });
        var all = await ObligationLine.List(scope, "o.measure_id = @measure AND o.kind = 'Report' AND o.lapsed_day IS NULL", new { measure }, "o.period_from, o.id", 1000);
        var meant = all.FindAll(line => (period is null || line.PeriodCode == period) && (said is null || Folding.Key(line.Body).StartsWith(Folding.Key(said), StringComparison.Ordinal)));
        if (meant.Count == 0) throw new RuleBroken("report.none-such", Shown(all));
        // What the deed cannot be about does not make the name doubtful.
        var fit = meant.FindAll(line => states.Contains(line.ReportState));
        return (fit.Count > 0 ? fit : meant) is [var one] ? one.Id : throw new RuleBroken("report.several", Shown(fit.Count > 0 ? fit : meant));
    }

    static string Shown(List<ObligationLine> lines) => lines.Count == 0 ? "—" : string.Join("; ", lines.Take(12).Select(line => $"{line.PeriodCode} {line.Body}"));
}

/// A report and what a deed on it needs.
sealed record ReportDeed(Store Store, Actor By, Moment At, ReportSheet Sheet)
{
    public long Id => Sheet.Line.Id;
}
