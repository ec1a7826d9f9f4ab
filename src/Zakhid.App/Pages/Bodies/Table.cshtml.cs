using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Documents.Bodies;
using Zakhid.Operations.Bodies;

namespace Zakhid.App.Pages.Bodies;

/// A table of bodies in and out: looked at first, row by row, then kept.
[Access(Role.Coordinator, Role.Administrator, Role.Controller, Role.Head)]
sealed class TableModel : WorkPage
{
    const string Pasted = "вставлена таблиця";
    const int LongestKept = 2_000_000;

    public string? Table { get; private set; }
    public BodyTable? Seen { get; private set; }
    public List<RowOutcome> Outcomes { get; private set; } = [];
    /// How many were kept; null: nothing was asked to be.
    public int? Kept { get; private set; }
    public bool MayChange => Me.Is(Role.Coordinator, Role.Administrator);

    public void OnGet() { }

    public async Task<IActionResult> OnGetCsv() => File(BodyFiles.Csv(await Read(r => ExportBodies.Rows(r, Today))), "text/csv; charset=utf-8", "orhany.csv");

    public async Task<IActionResult> OnGetXlsx() => File(BodyFiles.Xlsx(await Read(r => ExportBodies.Rows(r, Today))), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "orhany.xlsx");

    public async Task<IActionResult> OnPost(string? table, string? html, IFormFile? file)
    {
        Table = table;
        await Try(file is null ? "table" : "file", async () =>
        {
            Seen = await Given(table, html, file);
            // What is looked at is what is kept: the same table goes with the page.
            Table = BodyFiles.Lines(Seen);
            if (Table.Length > LongestKept) throw new RuleBroken("table.too-long");
            Outcomes = await new ImportBodies(Store).Preview(Me, Now, Seen, Stop);
        });
        return Page();
    }

    public async Task<IActionResult> OnPostKeep(string? table, bool leaveOut)
    {
        Table = table;
        await Try(rule => rule == "table.faults" ? "leaveOut" : "table", async () =>
        {
            Seen = BodyTable.OfPasted(table ?? "", null, Pasted);
            Outcomes = await new ImportBodies(Store).Run(Me, Now, Seen, leaveOut, Stop);
            var refused = Outcomes.Count(o => o.Fate == RowFate.Refused);
            if (refused > 0 && !leaveOut) throw new RuleBroken("table.faults");
            Kept = Outcomes.Count(o => o.Fate is RowFate.Added or RowFate.Changed);
        });
        return Page();
    }

    static async Task<BodyTable> Given(string? table, string? html, IFormFile? file)
    {
        if (file is not { Length: > 0 }) return BodyTable.OfPasted(table ?? "", html, Pasted);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return BodyTable.OfFile(bytes.ToArray(), Path.GetFileName(file.FileName));
    }

    public int Of(RowFate fate) => Outcomes.Count(o => o.Fate == fate);

    public string FateOf(RowOutcome one) => one.Fate switch
    {
        RowFate.Added => T("новий", "new"),
        RowFate.Changed => T("зміниться", "changes"),
        RowFate.Heading => T("заголовок, пропускаємо", "a heading, left out"),
        RowFate.Refused => string.Join(". ", one.Faults.Select(fault => RuleWords.Of(fault, English))),
        _ => T("без змін", "as it is"),
    } + (one.IsMended ? T("; код виправлено", "; its code was mended") : "");
}
