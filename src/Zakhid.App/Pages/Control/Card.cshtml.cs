using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Control;
using Zakhid.Documents.Writing;
using Zakhid.Operations.Control;
using Zakhid.Reporting;

namespace Zakhid.App.Pages.Control;

[SignedIn]
sealed class CardModel : ControlPage
{
    public ControlCard Card { get; private set; } = null!;
    public List<EscalationDraft> Late { get; private set; } = [];
    public MeasureControl Control => Card.Control;
    public string Here => $"/plans/{Card.Record.PlanId}/measures/{Card.Record.Position}/control";
    public bool IsExecutor => Me.Is(Role.Executor);
    public bool IsOn => Control.State is ControlState.OnControl or ControlState.Extended;
    /// Days that may still be moved: of the past only by who keeps control.
    public List<ControlTerm> Movable => [.. Control.Terms.Where(t => Keeps || t.Now.Adjusted >= Today)];
    public bool MayRemove { get; private set; }

    public Task OnGet(long id, int position) => Load(id, position);

    public async Task<IActionResult> OnGetDocx(long id, int position)
    {
        await Load(id, position);
        var paper = await Read(r => ControlCardPaper.Of(r, Card, Now));
        return File(OfficialDocx.Of(paper), OfficialDocx.MediaType, $"kontrolna-kartka-{Card.Record.PlanId}-{Card.Record.Position}.docx");
    }

    public async Task<IActionResult> OnGetFile(long id, int position, long fact)
    {
        await Load(id, position);
        return Card.Record.Facts.FirstOrDefault(f => f.Fact.Id == fact) is { Sha256: { } sha256, FileName: { } name } ? Download(sha256, name) : NotFound();
    }

    public Task<IActionResult> OnPostAsk(long id, int position) => Done(id, position, "ask", async paper =>
        await new ExtendTerm(Store).Ask(Me, Now, Card.Record.MeasureId, Of(), To(), Said("ground"), paper, Body(), Said("paper"), Stop));

    public Task<IActionResult> OnPostGrant(long id, int position, long request) => Done(id, position, $"decide-{request}", async paper =>
    {
        if (Said("decision") == "no") await new ExtendTerm(Store).Decline(Me, Now, Card.Record.MeasureId, request, Said("ground"), paper, Stop);
        else await new ExtendTerm(Store).Grant(Me, Now, Card.Record.MeasureId, request, To(), Said("ground"), paper, Stop);
    });

    public Task<IActionResult> OnPostExtend(long id, int position) => Done(id, position, "extend", async paper =>
        await new ExtendTerm(Store).Run(Me, Now, Card.Record.MeasureId, Of(), To(), Said("ground"), Said("higher") == "yes", paper, Stop));

    public Task<IActionResult> OnPostInform(long id, int position) => Done(id, position, "inform", async paper =>
        await new GiveInterim(Store).Run(Me, Now, Card.Record.MeasureId, Said("ground"), paper, Body(), Said("paper"), Stop));

    public Task<IActionResult> OnPostEscalate(long id, int position, long body) => Done(id, position, $"escalate-{body}", async paper =>
        await new Escalate(Store).Run(Me, Now, Card.Record.MeasureId, body, Said("ground"), Visit.Post, paper, Stop));

    public Task<IActionResult> OnPostRemove(long id, int position) => Done(id, position, "remove", async paper =>
        await new RemoveFromControl(Store).Run(Me, Now, Card.Record.MeasureId, Said("ground"), paper, Stop));

    public Task<IActionResult> OnPostReturn(long id, int position) => Done(id, position, "return", async paper =>
        await new TakeUnderControl(Store).Run(Me, Now, Card.Record.MeasureId, Said("ground"), paper, Stop));

    async Task<IActionResult> Done(long id, int position, string deed, Func<ControlPaper, Task> act)
    {
        await Load(id, position);
        if (await Do(deed, act)) return To($"{Here}?done={deed.Split('-')[0]}");
        return Page();
    }

    DateOnly Of() => Day("of") ?? throw new RuleBroken("control.day-missing");
    DateOnly To() => Day("to") ?? throw new RuleBroken("control.day-missing");
    long? Body() => long.TryParse(Said("body"), out var body) ? body : null;

    async Task Load(long id, int position) => await Read(async r =>
    {
        Card = await ControlCard.Read(r, id, position);
        if (IsExecutor && !Card.Executors.Any(e => e.Body == Me.Body)) throw new RuleBroken("report.not-yours");
        if (!Keeps || !IsOn) return true;
        MayRemove = await RemoveFromControl.StandsFor(r, Me, Today, Control.StartedBy ?? 0);
        foreach (var executor in Card.Executors.Where(e => e.Owes).DistinctBy(e => e.Body))
            if (await EscalationDraft.Of(r, Card.Record, executor.Body, Today, Visit.Post) is { } draft) Late.Add(draft);
        return true;
    });

    public string State => English ? StateWords.English(Control.State) : StateWords.Ukrainian(Control.State);

    /// What a person has to know of the measure's control, before anything else.
    public string Finding()
    {
        var state = char.ToUpper(State[0], System.Globalization.CultureInfo.InvariantCulture) + State[1..];
        if (Control.State == ControlState.Removed) return T($"Знято з контролю {Said(Control.RemovedOn!.Value)}.", $"Removed from control on {Said(Control.RemovedOn!.Value)}.");
        if (Card.Overdue(Today) is { } late) return T($"{state}. Строк минув {Said(late.Adjusted)}, виконання не підтверджено.", $"{state}. The term passed on {Said(late.Adjusted)}; nobody has confirmed it done.");
        if (Card.Confirmed == ExecutionState.Done) return T($"{state}. Виконання підтверджено.", $"{state}. Confirmed done.");
        var next = Card.Days.Where(d => !d.IsMoved && d.Adjusted >= Today).Select(d => (DateOnly?)d.Adjusted).FirstOrDefault();
        return next is { } day ? T($"{state}. Найближчий строк — {Said(day)}.", $"{state}. The next term is {Said(day)}.") : T($"{state}. Строку з днем захід не має.", $"{state}. The measure has no dated term.");
    }

    string Said(DateOnly day) => English ? Text.EnglishDate.Full(day) : Text.UkrainianDate.Full(day);
}
