using System.CommandLine;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid obligations PLAN`: who owes what by when, and on what ground.
static class ObligationsCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("plan") { Description = CommandLine.Say("план, як його називає zakhid plans", "the plan, as zakhid plans calls it") };
        var command = new Command("obligations", CommandLine.Say("Хто, що й до якого дня винен за планом", "Who owes what by when")) { name };
        var data = new DataOptions(command);
        var period = new Option<string?>("--period") { Description = CommandLine.Say("період: 2020-Q3, 2020-H1, 2020-09, 2020", "period: 2020-Q3, 2020-H1, 2020-09, 2020"), HelpName = "P" };
        var json = new Option<bool>("--json") { Description = "JSON" };
        command.Options.Add(period);
        command.Options.Add(json);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            await using var store = await data.OpenToRead(parsed);
            var plan = await PlanName.Find(store, parsed.GetValue(name)!, stop);
            if (parsed.GetValue(period) is { } code && !ReportingPeriod.TryParse(code, out _)) throw new RuleBroken("period.form", code);
            var today = data.AsOf(parsed) ?? plan.Authority.Day ?? DataOptions.Now.Day;
            var rows = await store.Read(plan.Authority.Id, r => Rows(r, plan.Id, parsed.GetValue(period), data.AsOf(parsed)), stop);

            if (parsed.GetValue(json)) JsonOut.Write(rows.Select(row => row.AsJson(today)));
            else foreach (var row in rows) Console.WriteLine(row.AsLine());
            if (rows.Count == 0) Console.Error.WriteLine(plan.ControlDay is null
                ? CommandLine.Say("План — проєкт: зобов’язань немає, доки його не взято на контроль.", "The plan is a draft: nothing is owed until it is under control.")
                : CommandLine.Say("Зобов’язань немає: акт не називає дня, до якого звітують виконавці, встановіть правило на сторінці плану або zakhid import --rule.", "Nothing is owed: the act names no reporting day; set the rule on the plan's page or with zakhid import --rule."));
            return 0;
        }));
        return command;
    }

    static async Task<IReadOnlyList<Row>> Rows(Scope scope, long plan, string? period, DateOnly? asOf)
    {
        var rows = await scope.All<Row>("""
            SELECT o.id, m.number, m.position, t.letter AS part, m.text, b.name AS executor, s.role, s.by_consent, o.consent, o.period_code, o.nominal, o.adjusted, o.policy, o.ground, o.kind, o.standing, o.submitted_day, o.due_day
            FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            LEFT JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            LEFT JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id
            LEFT JOIN part t ON t.authority_id = s.authority_id AND t.id = s.part_id
            WHERE o.authority_id = @authority AND o.plan_id = @plan AND (@period IS NULL OR o.period_code = @period)
            ORDER BY o.adjusted, o.kind DESC, m.position, s.position, o.id
            """, new { plan, period });
        if (asOf is not { } day) return rows;
        var then = await StandingOn.Of(scope, plan, day, period);
        return [.. rows.Where(row => !then[row.Id].IsToCome).Select(row => row.Then(then[row.Id]))];
    }

    sealed record Row(long Id, string? Number, int? Position, string? Part, string? Text, string Executor, string? Role, bool? ByConsent, string Consent, string PeriodCode, DateOnly Nominal, DateOnly Adjusted, string Policy, string Ground, ObligationKind Kind, string Standing, DateOnly? SubmittedDay, DateOnly DueDay)
    {
        public Row Then(StandingOn day) => this with { Standing = day.Standing, Consent = day.Consent, SubmittedDay = day.SubmittedDay, DueDay = day.DueDay, Adjusted = day.Adjusted };

        public object AsJson(DateOnly today) => new
        {
            Measure = Position is null ? null : new { Number, Position, Part },
            Executor,
            Role = Role?.ToLowerInvariant(),
            Consent = ByConsent == true ? (Consent.Length == 0 ? "asked" : Consent.ToLowerInvariant()) : null,
            Period = PeriodCode,
            Nominal,
            Adjusted,
            Policy = Policy.ToLowerInvariant(),
            Ground,
            Kind,
            Standing = Standing.ToLowerInvariant(),
            Overdue = Standing is "Expected" or "Draft" or "Returned" && DueDay < today,
        };

        string Shown => Part is null ? Number ?? $"{Position}" : $"{(Number ?? $"{Position}").TrimEnd('.')}.{Part}";

        public string AsLine() => $"{UkrainianDate.Short(Adjusted)}{(Nominal == Adjusted ? "" : CommandLine.Say($" (названо {UkrainianDate.Short(Nominal)})", $" (named {UkrainianDate.Short(Nominal)})"))}  {PeriodCode,-8}  {(Position is null ? CommandLine.Say("зведення", "summary") : Shown),-8}  {Executor}{(ByConsent == true ? CommandLine.Say(" (за згодою)", " (by consent)") : "")}  — {Ground}{(Standing == "Lapsed" ? CommandLine.Say("; звітувати вже не треба", "; owed no more") : "")}";
    }
}
