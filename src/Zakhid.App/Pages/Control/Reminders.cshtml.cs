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
    const int Most = 60;

    public List<DueReminder> All { get; private set; } = [];
    public int Done { get; private set; }
    /// Letters of the last days that were given up.
    public long NotSent { get; private set; }
    /// Whose letter was asked for.
    public (long Body, long Plan, string Period) At { get; private set; }

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

    public async Task<IActionResult> OnPostDocx(long body, long plan, string period, DateOnly? day, string? number)
    {
        At = (body, plan, period);
        await Load(0);
        var one = All.Find(w => w.BodyId == body && w.PlanId == plan && w.Period.Code == period) ?? throw new RuleBroken("remind.nothing");
        var docx = new MemoryStream();
        return await Try($"number-text-{body}-{plan}-{period}", async () => OfficialLetterDocx.Write(await Read(r => MakeLetter.Reminder(r, one, new(day, number), Visit.Post, Now)), docx))
            ? File(docx.ToArray(), SendConsolidation.DocxType, $"lyst-nahaduvannia-{body}-{period}.docx") : Page();
    }

    Task Remind(DueReminder one, string? text) => new Remind(Store).Run(Me, Now, one.BodyId, one.PlanId, one.Period.Code, one.Ids, string.IsNullOrWhiteSpace(text) ? one.Text : text.Trim(), Stop);

    async Task Load(int done)
    {
        Done = done;
        NotSent = (await Read(r => Outbox.Count(r, Now.Machine.AddDays(-14)))).GivenUp;
        All = [.. (await Read(r => DueReminders.Of(r, Today, Visit.Post))).Where(w => w.BodyId != Me.Body).Take(Most)];
    }
}
