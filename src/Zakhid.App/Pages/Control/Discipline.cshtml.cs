using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Control;
using Zakhid.Documents.Writing;
using Zakhid.Obligations;
using Zakhid.Operations.Control;

namespace Zakhid.App.Pages.Control;

[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class DisciplineModel : WorkPage
{
    public DisciplineTable? Table { get; private set; }
    public List<ReportingPeriod> Periods { get; private set; } = [];
    public List<(long Id, string Title)> Plans { get; private set; } = [];
    public long? Plan { get; private set; }

    public string Link(string handler) => $"/discipline?handler={handler}&period={Table!.Period.Code}{(Plan is { } plan ? $"&plan={plan}" : "")}";

    public Task OnGet(string? period, long? plan) => Load(period, plan);

    public async Task<IActionResult> OnGetDocx(string? period, long? plan) => await Paper(period, plan) is { } paper ? File(OfficialDocx.Of(paper), OfficialDocx.MediaType, $"{Name}.docx") : NotFound();

    public async Task<IActionResult> OnGetXlsx(string? period, long? plan) => await Paper(period, plan) is { } paper ? File(OfficialXlsx.Of(paper, "Виконавська дисципліна"), OfficialXlsx.MediaType, $"{Name}.xlsx") : NotFound();

    public async Task<IActionResult> OnGetCsv(string? period, long? plan)
    {
        await Load(period, plan);
        return Table is null ? NotFound() : File(DisciplineCsv.Of(Table.Discipline), "text/csv; charset=utf-8", $"{Name}.csv");
    }

    string Name => $"vykonavska-dystsyplina-{Table!.Period.Code}";

    async Task<OfficialPaper?> Paper(string? period, long? plan)
    {
        await Load(period, plan);
        return Table is null ? null : await Read(r => Table.Paper(r, Now));
    }

    async Task Load(string? period, long? plan) => await Read(async r =>
    {
        Plan = plan;
        var known = await DisciplineTable.Periods(r);
        // A year says what its quarters say together.
        Periods = [.. known.Concat(known.Select(p => ReportingPeriod.Of(PeriodLength.Year, p.Start))).Distinct().OrderDescending()];
        Plans = await r.All<(long, string)>("SELECT id, title FROM plan WHERE authority_id = @authority AND control_day IS NOT NULL ORDER BY id");
        if (Periods.Count == 0) return true;
        var asked = ReportingPeriod.TryParse(period, out var said) ? said : known.Where(p => p.Start <= Today).DefaultIfEmpty(known[^1]).First();
        Table = await DisciplineTable.Read(r, asked, Today, plan);
        return true;
    });

    public string Finding() => !English ? Table!.Finding : Table!.Discipline.Total is { Owed: > 0 } t
        ? $"Of {t.Owed} reports {t.InTime} came in time, {t.Late} late, {t.Overdue} are missing, {t.Returned} returned, {t.Waiting} not yet due." : "No reports are owed for this period.";
}

static class DisciplineCsv
{
    static readonly string[] Columns = ["body", "owed", "in_time", "late", "not_handed_in", "returned", "not_yet_due", "percent_in_time", "mean_delay_working_days", "by_consent_no_answer"];

    public static byte[] Of(ExecutionDiscipline table) => Csv.Of(Columns, table.Lines.Append(table.Total).Select(l =>
        (object?[])[l.Name, l.Owed, l.InTime, l.Late, l.Overdue, l.Returned, l.Waiting, l.Percent, l.MeanDelay?.ToString("0.#", CultureInfo.InvariantCulture), l.Apart]));
}
