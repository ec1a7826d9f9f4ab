using System.Globalization;
using Zakhid.App.Web;
using Zakhid.Clauses;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Publishing;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Demo;

/// Makes the demonstration by the product's own deeds: the reader reads the files, people act on their days.
sealed class FillDemo(Store store)
{
    public const string Password = "zahid-demo-2020";
    static readonly TimeZoneInfo _kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    public async Task<bool> IsEmpty(CancellationToken stop) => (await new AllAuthorities(store).List(stop)).Count == 0;

    public async Task Run(CancellationToken stop)
    {
        foreach (var town in DemoTown.All()) await Town(town, stop);
    }

    async Task Town(DemoTown town, CancellationToken stop)
    {
        var begin = At(town.Control?.AddDays(-1) ?? town.Day.ToDateTime(new TimeOnly(9, 0)));
        var authority = await new AddAuthority(store).Run(new Authority
        {
            Code = town.Code,
            Name = town.Name,
            Day = town.Day,
            IsSample = true,
            HeadPostDative = town.HeadPostDative,
            CoordinatorPost = town.CoordinatorPost,
        }, begin, stop);
        var program = Actor.Program(authority);

        await using var file = Embedded.Open($"demo/plans/{town.File}") ?? throw new InvalidOperationException($"{town.File} is missing from the program");
        var import = await new DropFile(store).Run(program, begin, town.File, file, stop);
        long plan = 0;
        if (town.Control is { } control)
        {
            plan = await new AdoptImport(store).Run(program, At(control), import, town.Coordinator, stop: stop);
            if (town.Rule is { } rule) await new AdoptRule(store).Run(program, At(rule.At), plan, rule.Periodicity, rule.Day, rule.MonthRule, stop);
            await Higher(program, At(control.AddHours(1)), plan, town.Higher, stop);
        }

        var people = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var person in town.People)
        {
            var body = person.Role == Role.Coordinator && town.Control is not null ? await Coordinator(authority, stop) : person.Body is null ? null : await Body(authority, person.Body, stop);
            var (id, _) = await new AddPerson(store).Run(program, new NewPerson(person.Login, person.Post, person.Role, body), begin, Password, stop);
            people[person.Login] = new Actor(authority, id, person.Role, body);
        }
        if (town.Control is null) return;

        var coordinator = people.Values.First(p => p.Role == Role.Coordinator);
        var controller = people.Values.FirstOrDefault(p => p.Role == Role.Controller) ?? coordinator;
        foreach (var consent in town.Consents) await Consent(coordinator, At(consent.At), await Body(authority, consent.Body, stop), consent.State, stop);
        if (town.Publish is { } publish) await new PublishPlan(store).Run(coordinator, At(publish.At), plan, stop);

        // Deeds in the order of their days, as people did them.
        var deeds = new List<(DateTime At, Func<Task> Do)>();
        foreach (var report in town.Reports) deeds.AddRange(await Deeds(authority, report, people, coordinator, controller, stop));
        foreach (var reminder in town.Reminders)
        {
            var (obligation, body, period) = await Owed(authority, reminder.Measure, reminder.Body, null, stop);
            deeds.Add((reminder.At, () => new Remind(store).Run(coordinator, At(reminder.At), body, plan, period, [obligation], "Нагадуємо про строк звіту (зразок).", stop)));
        }
        foreach (var deed in deeds.OrderBy(d => d.At)) await deed.Do();
    }

    async Task<List<(DateTime, Func<Task>)>> Deeds(long authority, DemoReport report, Dictionary<string, Actor> people, Actor coordinator, Actor controller, CancellationToken stop)
    {
        var (obligation, body, _) = await Owed(authority, report.Measure, report.Body, report.Period, stop);
        var onBehalf = report.By == "onbehalf";
        var writer = onBehalf ? coordinator : people.Values.FirstOrDefault(p => p.Body == body) ?? coordinator;
        var reviewer = report.By == "controller" ? controller : coordinator;
        var targets = await store.Read(authority, r => r.All<long>("SELECT t.id FROM target t JOIN obligation o ON o.authority_id = t.authority_id AND o.measure_id = t.measure_id WHERE t.authority_id = @authority AND o.id = @obligation ORDER BY t.position", new { obligation }), stop);
        var content = new ReportContent
        {
            Narrative = report.Text,
            DeclaredState = report.State,
            Reason = report.Reason,
            Links = [.. report.Links.Select(l => new ReportedLink(l))],
            Figures = [.. report.Figures.Zip(targets, (value, target) => new ReportedFigure(target, decimal.Parse(value, CultureInfo.InvariantCulture)))],
        };
        var deeds = new List<(DateTime, Func<Task>)>();
        var first = (report.Draft ?? report.Submitted)!.Value;
        deeds.Add((first, () => new SaveDraft(store).Run(writer, At(first), obligation, content, 0, stop)));
        if (report.Submitted is { } submitted)
            deeds.Add((submitted.AddSeconds(1), () => new SubmitReport(store).Run(writer, At(submitted), obligation, $"demo-{obligation}", writer.Body == body ? null : "лист виконавця (зразок)", stop)));
        if (report.Accepted is { } accepted) deeds.Add((accepted, () => new AcceptReport(store).Run(reviewer, At(accepted), obligation, report.Confirmed ?? report.State, stop)));
        if (report.Returned is { } back)
        {
            deeds.Add((back.At, async () =>
            {
                var due = await store.Read(authority, r => r.One<DateOnly>("SELECT adjusted FROM obligation WHERE authority_id = @authority AND id = @obligation", new { obligation }), stop);
                await new ReturnReport(store).Run(reviewer, At(back.At), obligation, new Dictionary<string, string>(StringComparer.Ordinal) { [back.Field] = back.Reason }, due, stop);
            }
            ));
        }
        return deeds;
    }

    async Task<(long Obligation, long Body, string Period)> Owed(long authority, int measure, string body, string? period, CancellationToken stop) => await store.Read(authority, async r =>
    {
        var found = await r.All<(long Id, long Body, string Name, string Period)>("""
            SELECT o.id, o.body_id, b.name, o.period_code FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE o.authority_id = @authority AND m.position = @measure AND (@period IS NULL OR o.period_code = @period) ORDER BY o.period_from, o.id
            """, new { measure, period });
        var one = found.Find(f => f.Name.StartsWith(body, StringComparison.OrdinalIgnoreCase));
        return one.Id == 0 ? throw new InvalidOperationException($"Nothing is owed by «{body}» on measure {measure} for {period}; there are: {string.Join("; ", found.Select(f => f.Name))}") : (one.Id, one.Body, one.Period);
    }, stop);

    async Task Higher(Actor by, Moment at, long plan, List<DemoHigherAct> acts, CancellationToken stop)
    {
        long? lower = null;
        foreach (var act in acts)
        {
            var kept = new Act { Issuer = act.Issuer, Kind = act.Kind, Number = act.Number, Date = act.Date, Title = act.Title, Reporting = ReportingLines.Read(string.Join('\n', act.Reporting ?? [])) };
            lower = await new KeepHigherAct(store).Run(by, at, kept, lower is null ? plan : null, lower, stop);
        }
    }

    Task<long?> Coordinator(long authority, CancellationToken stop) =>
        store.Read(authority, r => r.Find<long?>("SELECT id FROM body WHERE authority_id = @authority AND is_coordinator = 1"), stop);

    async Task<long?> Body(long authority, string start, CancellationToken stop)
    {
        var bodies = await store.Read(authority, r => r.All<(long Id, string Name)>("SELECT id, name FROM body WHERE authority_id = @authority ORDER BY id"), stop);
        var body = bodies.Find(b => b.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return body.Id == 0 ? throw new InvalidOperationException($"No body «{start}» among: {string.Join("; ", bodies.Select(b => b.Name))}") : body.Id;
    }

    Task Consent(Actor by, Moment at, long? body, string state, CancellationToken stop) => new AnswerConsent(store).Run(by, at, body!.Value, state == "agreed" ? "Agreed" : "Declined", "лист (зразок)", stop: stop);

    static Moment At(DateTime local)
    {
        var at = new DateTimeOffset(local, _kyiv.GetUtcOffset(local));
        return new(at, at, DateOnly.FromDateTime(local));
    }
}
