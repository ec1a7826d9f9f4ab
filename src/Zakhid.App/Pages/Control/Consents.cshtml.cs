using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Control;
using Zakhid.Documents.Control;
using Zakhid.Operations.Consolidation;
using Zakhid.Operations.Control;

namespace Zakhid.App.Pages.Control;

[Access(Role.Coordinator, Role.Controller, Role.Head)]
sealed class ConsentsModel : WorkPage
{
    const int PageSize = 20;

    public List<ConsentAsked> All { get; private set; } = [];
    int _number = 1;
    public int Pages => Math.Max(1, (All.Count + PageSize - 1) / PageSize);
    /// The page that stands open: the one asked for, or that of the form that was sent.
    public int Number => All.FindIndex(a => (a.BodyId, a.PlanId) == At) is >= 0 and var place ? place / PageSize + 1 : Math.Clamp(_number, 1, Pages);
    public IEnumerable<ConsentAsked> Shown => All.Skip((Number - 1) * PageSize).Take(PageSize);
    /// Whose form was sent, and what was typed in it.
    public (long Body, long Plan) At { get; private set; }
    public bool Asks { get; private set; }
    public string Note { get; private set; } = "";
    public LetterMark Mark { get; private set; } = new();

    public Task OnGet(int p = 1)
    {
        _number = p;
        return Load();
    }

    public async Task<IActionResult> OnPost(long body, long plan, string? answer, string? note, int p = 1)
    {
        (At, Note) = ((body, plan), note?.Trim() ?? "");
        if (answer is not ("Agreed" or "Declined" or "Silent")) Mend.Add(("answer", T("Оберіть відповідь: погоджено, відмовлено чи без відповіді", "Choose the answer: agreed, declined or none")));
        else if (await Try("answer", () => new AnswerConsent(Store).Run(Me, Now, body, answer, Note, plan, Stop))) return To($"/consents?p={p}");
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostAsk(long body, long plan, DateOnly? day, string? number, int p = 1)
    {
        (At, Asks, Mark) = ((body, plan), true, new(day, number));
        if (await Try($"number-{body}-{plan}", () => new AskForConsent(Store).Run(Me, Now, body, plan, Mark with { Day = day ?? Today }, Stop))) return To($"/consents?p={p}#b-{body}-{plan}");
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostDocx(long body, long plan, DateOnly? day, string? number)
    {
        (At, Asks, Mark) = ((body, plan), true, new(day, number));
        await Load();
        var one = All.Find(a => a.BodyId == body && a.PlanId == plan && a.IsOpen) ?? throw new RuleBroken("consent.nothing");
        var docx = new MemoryStream();
        return await Try($"number-{body}-{plan}", async () => OfficialLetterDocx.Write(await Read(r => MakeLetter.Consent(r, one, Mark, Visit.Post, Now)), docx))
            ? File(docx.ToArray(), SendConsolidation.DocxType, $"lyst-zhoda-{body}.docx") : Page();
    }

    async Task Load() => await Read(async r =>
    {
        All = await ConsentsAsked.Of(r, Today);
        foreach (var one in Shown.Where(o => o.IsOpen)) _asked[one] = await ConsentsAsked.Measures(r, one);
        return true;
    });

    /// What those are asked for whose letters the page shows.
    readonly Dictionary<ConsentAsked, IReadOnlyList<AskedMeasure>> _asked = [];

    public string Letter(ConsentAsked one) => Letters.Consent(one.Body, one.Plan, one.Act, _asked[one], one.AnswerBy, Visit.Post);

    public string Said(ConsentAsked one) => one.State switch
    {
        "Agreed" => T("погоджено", "agreed"),
        "Declined" => T("відмовлено", "declined"),
        "Silent" => T("без відповіді", "no answer"),
        _ => one.IsWritten ? T("лист надіслано, відповіді немає", "written to, no answer") : T("ще не запитано листом", "not written to yet"),
    };
}
