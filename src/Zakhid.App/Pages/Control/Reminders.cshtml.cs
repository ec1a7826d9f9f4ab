using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Documents.Control;
using Zakhid.Operations.Consolidation;
using Zakhid.Operations.Control;
using Zakhid.Operations.Mail;

namespace Zakhid.App.Pages.Control;

[Access(Role.Coordinator, Role.Controller)]
sealed class RemindersModel : WorkPage
{
    public const int PageSize = 25;

    /// Who owes of what, but the visitor's own body.
    public List<DueGroup> Groups { get; private set; } = [];
    /// Those of the page.
    public IReadOnlyList<DueReminder> All { get; private set; } = [];
    public bool HasActs => Groups.Exists(g => g.PeriodCode.Length == 0);
    public bool HasReports => Groups.Exists(g => g.PeriodCode.Length > 0);
    public int At_ { get; private set; } = 1;
    public int Bodies => Groups.DistinctBy(g => g.BodyId).Count();
    public int Pages => Math.Max(1, (Groups.Count + PageSize - 1) / PageSize);
    public int Done { get; private set; }
    /// Letters of the last days that were given up.
    public long NotSent { get; private set; }
    /// Whose letter was asked for.
    public (long Body, long Plan, string Period) At { get; private set; }

    public Task OnGet(int done, int p = 1) => Load(done, p);

    public async Task<IActionResult> OnPost(long body, long plan, string? period, string? text, int p = 1)
    {
        await Load(0, p);
        var one = await One(body, plan, period ?? "");
        return await Try("remind", () => Remind(one, text)) ? To($"/reminders?done=1&p={At_}") : Page();
    }

    /// All that the page shows.
    public async Task<IActionResult> OnPostAll(int p = 1)
    {
        await Load(0, p);
        foreach (var one in All)
            if (!await Try("remind", () => Remind(one, null))) return Page();
        return To($"/reminders?done={All.Count}&p={At_}");
    }

    public async Task<IActionResult> OnPostDocx(long body, long plan, string? period, DateOnly? day, string? number, int p = 1)
    {
        At = (body, plan, period ?? "");
        await Load(0, p);
        var one = await One(body, plan, period ?? "");
        var docx = new MemoryStream();
        return await Try($"number-text-{body}-{plan}-{period}", async () => OfficialLetterDocx.Write(await Read(r => MakeLetter.Reminder(r, one, new(day, number), Visit.Post, Now)), docx))
            ? File(docx.ToArray(), SendConsolidation.DocxType, $"lyst-nahaduvannia-{body}-{period ?? "akt"}.docx") : Page();
    }

    /// The one that a form names, on whatever page it stands by now.
    async Task<DueReminder> One(long body, long plan, string period) =>
        (await Read(r => DueReminders.Of(r, Today, Visit.Post, Groups.FindAll(g => g.BodyId == body && g.PlanId == plan && g.PeriodCode == period)))) is [var one, ..] ? one : throw new RuleBroken("remind.nothing");

    Task Remind(DueReminder one, string? text) => new Remind(Store).Run(Me, Now, one, text, Stop);

    async Task Load(int done, int p)
    {
        Done = done;
        await Read(async r =>
        {
            NotSent = (await Outbox.Count(r, Now.Machine.AddDays(-14))).GivenUp;
            Groups = [.. (await DueReminders.Groups(r, Today)).Where(g => g.BodyId != Me.Body)];
            At_ = Math.Clamp(p, 1, Pages);
            All = await DueReminders.Of(r, Today, Visit.Post, Groups.Skip((At_ - 1) * PageSize).Take(PageSize).ToList());
            return true;
        });
    }
}
