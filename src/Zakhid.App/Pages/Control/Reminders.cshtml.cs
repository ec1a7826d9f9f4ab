using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;

namespace Zakhid.App.Pages.Control;

[Access(Role.Coordinator, Role.Controller)]
sealed class RemindersModel : WorkPage
{
    const int DaysAhead = 14, Most = 60;

    public List<Waiting> All { get; private set; } = [];
    public int Done { get; private set; }

    public Task OnGet(int done) => Load(done);

    public async Task<IActionResult> OnPost(long body, long plan, string period, string? text)
    {
        await Load(0);
        if (All.Find(w => w.BodyId == body && w.PlanId == plan && w.Period.Code == period) is not { } one) throw new RuleBroken("remind.nothing");
        return await Try("remind", () => Remind(one, text)) ? To("/reminders?done=1") : Page();
    }

    public async Task<IActionResult> OnPostAll()
    {
        await Load(0);
        foreach (var one in All)
            if (!await Try("remind", () => Remind(one, null))) return Page();
        return To($"/reminders?done={All.Count}");
    }

    Task Remind(Waiting one, string? text) => new Remind(Store).Run(Me, Now, one.BodyId, one.PlanId, one.Period.Code, one.Ids, string.IsNullOrWhiteSpace(text) ? one.Text : text.Trim(), Stop);

    async Task Load(int done)
    {
        Done = done;
        var lines = await Read(r => ObligationLine.List(r, "o.kind = 'Report' AND o.standing IN ('Expected', 'Draft', 'Returned') AND o.due_day <= @until", new { until = Today.AddDays(DaysAhead) }, "o.due_day, o.id", 2000));
        var plans = (await Read(r => r.All<(long Id, string Title)>("SELECT id, title FROM plan WHERE authority_id = @authority"))).ToDictionary(p => p.Id, p => p.Title);
        var reminded = (await Read(r => r.All<Reminded>("SELECT body_id, plan_id, period_code, MAX(day) AS day, COUNT(*) AS times FROM reminder WHERE authority_id = @authority GROUP BY body_id, plan_id, period_code")))
            .ToDictionary(x => (x.BodyId, x.PlanId, x.PeriodCode));
        All = [.. lines.Where(l => l.BodyId != Me.Body).GroupBy(l => (l.BodyId, l.PlanId, l.PeriodCode)).Take(Most).Select(g =>
        {
            var period = ReportingPeriod.Parse(g.Key.PeriodCode);
            var items = g.OrderBy(l => l.Position).Select(l => new LetterItem(l.Measure, l.DueDay, l.Ground, l.Standing == "Returned")).ToList();
            return new Waiting(g.Key.BodyId, g.First().Body, g.Key.PlanId, plans[g.Key.PlanId], period, [.. g.Select(l => l.Id)], [.. g], Letters.Reminder(g.First().Body, plans[g.Key.PlanId], period, items, Today, Visit.Post), reminded.GetValueOrDefault(g.Key)?.Day);
        })];
    }

    public sealed record Waiting(long BodyId, string Body, long PlanId, string Plan, ReportingPeriod Period, IReadOnlyList<long> Ids, IReadOnlyList<ObligationLine> Lines, string Text, DateOnly? RemindedOn);

    sealed record Reminded(long BodyId, long PlanId, string PeriodCode, DateOnly Day, long Times);
}
