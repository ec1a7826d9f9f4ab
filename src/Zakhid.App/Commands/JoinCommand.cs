using System.CommandLine;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Commands;

/// `zakhid join PLAN PERIOD BODY MEASURE WITH`: one report answers two measures of one body.
static class JoinCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
        var period = new Argument<string>("period") { Description = CommandLine.Say("період: 2020-Q3, 2020-H1, 2020-09, 2020", "period: 2020-Q3, 2020-H1, 2020-09, 2020") };
        var body = new Argument<string>("body") { Description = CommandLine.Say("назва органу", "name of the body") };
        var measure = new Argument<string>("measure") { Description = CommandLine.Say("захід, за яким окремого звіту не пишуть", "the measure without a report of its own") };
        var with = new Argument<string>("with") { Description = CommandLine.Say("захід, звіт за який відповідає за обидва", "the measure whose report answers both") };
        var apart = new Option<bool>("--part") { Description = CommandLine.Say("роз’єднати", "part them") };
        var command = new Command("join", CommandLine.Say("Один звіт — два заходи", "One report, two measures")) { name, period, body, measure, with, apart };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.Open(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            var (by, at) = (Actor.Program(plan.Authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? plan.Authority.Day));
            var reports = await store.Read(plan.Authority.Id, r => ObligationLine.List(r, "o.plan_id = @Id AND o.period_code = @code AND o.body_id IN (SELECT b.id FROM body b WHERE b.authority_id = o.authority_id AND b.name = @named) AND o.kind = 'Report' AND o.lapsed_day IS NULL", new { plan.Id, code = parsed.GetValue(period), named = parsed.GetValue(body) }), stop);
            long Of(string? shown) => reports.Find(line => line.Measure.TrimEnd('.') == shown?.TrimEnd('.'))?.Id ?? throw new RuleBroken("obligation.unknown");
            if (parsed.GetValue(apart)) await new JoinReports(store).Part(by, at, Of(parsed.GetValue(measure)), stop);
            else await new JoinReports(store).Run(by, at, Of(parsed.GetValue(measure)), Of(parsed.GetValue(with)), stop);
            return 0;
        }));
        return command;
    }
}
