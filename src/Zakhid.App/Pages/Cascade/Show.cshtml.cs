using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Figures;
using Zakhid.App.Web;
using Zakhid.Obligations;
using Zakhid.Operations.Cascade;
using Zakhid.Text;

namespace Zakhid.App.Pages.Cascade;

/// The acts above a plan, and the bodies below it.
[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class ShowModel : WorkPage
{
    public PlanRow Plan { get; private set; } = null!;
    public IReadOnlyList<StoredHigherAct> Acts { get; private set; } = [];
    /// The acts that were placed above the plan itself: those above them go with them.
    public HashSet<long> Direct { get; private set; } = [];
    public LadderView? Ladder { get; private set; }
    public ReportingPeriod? Period { get; private set; }
    public HigherActForm Form { get; private set; } = new();

    /// The acts that something may be placed above: the plan's own («») and those above it.
    public IEnumerable<(string Value, string Name)> Lower => Acts.Select(a => (a.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{a.Name}, {a.Issuer}")).Prepend(("", T("план цього органу", "this authority's plan")));

    public Task OnGet(long id) => Load(id);

    public async Task<IActionResult> OnPostAdd(long id, string? issuer, string? kind, string? number, string? date, string? title, string? reporting, long? lower)
    {
        Form = new(issuer, kind, number, date, title, reporting, lower);
        return await Done(id, rule => rule switch { "reading.reporting" or "cascade.no-day" => "reporting", "cascade.requisites" => "issuer", _ => "add" },
            () => new KeepHigherAct(Store).Run(Me, Now, Form.Act(), lower is null ? id : null, lower, Stop));
    }

    public async Task<IActionResult> OnPostFile(long id, IFormFile? file)
    {
        if (file is null) { Mend.Add(("file", T("Оберіть файл вищого акта", "Choose the file of the higher act"))); await Load(id); return Page(); }
        await using var bytes = file.OpenReadStream();
        return await Done(id, _ => "file", () => new KeepHigherAct(Store).FromFile(Me, Now, Path.GetFileName(file.FileName), bytes, id, Stop));
    }

    public Task<IActionResult> OnPostRemove(long id, long act) => Done(id, _ => "add", () => new PlaceAbove(Store).Remove(Me, Now, id, act, Stop));

    async Task<IActionResult> Done(long id, Func<string, string> field, Func<Task> deed)
    {
        if (await Try(field, deed)) return To($"/plans/{id}/cascade");
        await Load(id);
        return Page();
    }

    async Task Load(long id) => await Read(async r =>
    {
        Plan = await PlanRow.Find(r, id);
        Acts = await StoredHigherAct.Above(r, id);
        Direct = [.. await r.All<long>("SELECT higher_id FROM plan_above WHERE authority_id = @authority AND plan_id = @id AND withdrawn_at IS NULL", new { id })];
        (Period, Ladder) = await PlanRow.LadderOf(r, id, Today);
        return true;
    });
}

/// What was typed of a higher act.
sealed record HigherActForm(string? Issuer = null, string? Kind = null, string? Number = null, string? Date = null, string? Title = null, string? Reporting = null, long? Lower = null)
{
    public Act Act() => new()
    {
        Issuer = Issuer,
        Kind = Kind,
        Number = Number?.TrimStart('№', ' '),
        Date = PrintedDate.All(Token.Cut(Date ?? "")).Select(d => d.Date).FirstOrDefault(d => d is not null),
        Title = Title?.Trim('«', '»', ' '),
        Reporting = Clauses.ReportingLines.Read(Reporting),
    };
}
