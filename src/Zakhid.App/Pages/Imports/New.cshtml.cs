using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Documents.Templates;
using Zakhid.Operations.Reading;
using Zakhid.Text;

namespace Zakhid.App.Pages.Imports;

[Access(Role.Coordinator)]
sealed class NewModel : WorkPage
{
    const string Pasted = "Вставлена таблиця.xlsx";

    /// Where the same file or act was added before.
    public string? Earlier { get; private set; }
    /// What was pasted, where it could not be taken.
    public string? Table { get; private set; }
    public SheetCard Card { get; private set; } = new();
    public bool PasteOpen { get; private set; }

    public void OnGet() { }

    public IActionResult OnGetTemplate()
    {
        var template = new MemoryStream();
        PlanSheetXlsx.WriteTemplate(template);
        return File(template.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Зразок плану заходів.xlsx");
    }

    public async Task<IActionResult> OnPost(IFormFile? file)
    {
        if (file is null)
        {
            Mend.Add(("file", T("Оберіть файл розпорядження або рішення", "Choose the file of an order or decision")));
            return Page();
        }
        await using var bytes = file.OpenReadStream();
        return await Drop("file", Path.GetFileName(file.FileName), bytes);
    }

    /// A pasted table is kept as a file of its own, then read and reviewed like any other.
    public async Task<IActionResult> OnPostPaste(string? table, string? html, string? authority, string? kind, string? number, string? date, string? title, string? signatory)
    {
        (Table, PasteOpen) = (table, true);
        Card = new(Line(authority), Line(kind), Line(number), Line(date), Line(title), Line(signatory));
        if (Card.Date is { } day && PrintedDate.All(Token.Cut(day)).All(d => d.Date is null)) Mend.Add(("date", T("Впишіть дату числами: 12.01.2025", "Enter the date in figures: 12.01.2025")));
        using var file = new MemoryStream();
        await Try("table", () =>
        {
            if (PastedTable.Read(table ?? "", html, Pasted) is { } read) PlanSheetXlsx.Write(Card, read, file);
            else Mend.Add(("table", T("Вставте таблицю: скопіюйте її у Word або Excel разом із заголовками стовпців", "Paste a table: copy it in Word or Excel with the headings of its columns")));
            return Task.CompletedTask;
        });
        if (Mend.Count > 0) return Page();
        file.Position = 0;
        return await Drop("table", Pasted, file);
    }

    static string? Line(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Folding.Collapse(typed);

    async Task<IActionResult> Drop(string field, string name, Stream bytes)
    {
        var to = "";
        return await Try(field, async () =>
        {
            try
            {
                var dropped = await new DropFile(Store).Take(Me, Now, name, bytes, Stop);
                to = string.Create(CultureInfo.InvariantCulture, $"{(dropped.Import is null ? "/amendments/" : "/imports/")}{dropped.Import ?? dropped.Amendment}");
            }
            catch (RuleBroken rule) when (rule.Rule is "import.same-file" or "import.same-act" or "amendment.same-file")
            {
                Earlier = string.Create(CultureInfo.InvariantCulture, $"{(rule.Rule == "amendment.same-file" ? "/amendments/" : "/imports/")}{rule.Arguments[^1]}");
                throw;
            }
            catch (RuleBroken rule) when (field == "table" && rule.Rule is "plan.no-measures" or "plan.looks-like")
            {
                Mend.Add((field, T("У таблиці не знайдено заходів. Скопіюйте її разом із заголовками стовпців", "No measures were found in the table. Copy it with the headings of its columns")));
            }
        }) && Mend.Count == 0 ? To(to) : Page();
    }
}
