using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Amendments;
using Zakhid.Text;

namespace Zakhid.App.Pages.Amendments;

/// A plan that lost force is closed: the clerk sees what each choice does to the open reports before deciding.
[Access(Role.Coordinator)]
sealed class RepealModel : WorkPage
{
    public PlanHead Plan { get; private set; } = null!;
    public string? Ground { get; private set; }
    public string? DayText { get; private set; }
    public OpenReports? Open { get; private set; }
    /// The dropped file that repeals the plan; null: none.
    public long? Amendment { get; private set; }
    public RepealEffect Lapse { get; private set; } = null!;
    public RepealEffect Owe { get; private set; } = null!;
    /// Decided already, and its day has not come.
    public RepealAhead? Ahead { get; private set; }
    DateOnly _day;

    public async Task OnGet(long id, long? amendment, long? by)
    {
        await Load(id, amendment, null, null);
        if (amendment is { } file && await Read(r => AmendmentSheet.Find(r, file)) is { } sheet)
        {
            Ground = RepealPlan.GroundOf(sheet.Act, sheet.PlanId == id ? RepealPlan.ClauseOf(sheet) : null);
            await Count(id, sheet.EffectiveDay);
        }
        else if (by is { } other)
        {
            var (act, clause) = await Read(async r => ((await PlanHead.Of(r, other)).Act, (await RepealPlan.By(r, other)).FirstOrDefault(p => p.Id == id)?.Clause));
            Ground = RepealPlan.GroundOf(act, clause);
            await Count(id, act.Date);
        }
    }

    public async Task<IActionResult> OnPost(long id, long? amendment, string? ground, string? day, OpenReports? open)
    {
        (Ground, Open) = (ground, open);
        await Load(id, amendment, day, ground);
        var typed = PrintedDate.All(Token.Cut(day ?? "")).Select(d => d.Date).OfType<DateOnly>().ToList();
        if (typed.Count == 0)
        {
            Mend.Add(("day", RuleWords.Of(new("reading.date"), English)));
            return Page();
        }
        _day = typed[0];
        return await Try(rule => rule switch { "repeal.ground-missing" => "ground", "repeal.choice-missing" => "open", _ => "day" },
            () => new RepealPlan(Store).Run(Me, Now, id, new(ground ?? "", _day, open), amendment, Stop)) ? To($"/plans/{id}/changes") : Page();
    }

    public async Task<IActionResult> OnPostWithdraw(long id)
    {
        if (await Try("ahead", () => new RepealPlan(Store).Withdraw(Me, Now, id, Stop))) return To($"/plans/{id}/changes");
        await Load(id, null, null, null);
        return Page();
    }

    async Task Load(long id, long? amendment, string? day, string? ground)
    {
        (Amendment, DayText) = (amendment, day);
        (Plan, Ahead) = await Read(async r => (await PlanHead.Of(r, id), await RepealAhead.Of(r, id)));
        await Count(id, Ahead?.FromDay ?? PrintedDate.All(Token.Cut(day ?? "")).Select(d => d.Date).FirstOrDefault() ?? Today);
        DayText = day ?? DayText;
    }

    async Task Count(long id, DateOnly? day)
    {
        _day = day ?? Today;
        DayText = UkrainianDate.Full(_day);
        (Lapse, Owe) = await Read(async r => (await RepealPlan.Effect(r, id, _day, OpenReports.Lapse), await RepealPlan.Effect(r, id, _day, OpenReports.OweEnded)));
    }
}
