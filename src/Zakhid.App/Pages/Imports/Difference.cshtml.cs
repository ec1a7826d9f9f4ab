using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Reading;

namespace Zakhid.App.Pages.Imports;

/// «Змінений файл»: the same act with another text, field by field; a person chooses which one stays.
[Access(Role.Coordinator)]
sealed class DifferenceModel : ImportPage
{
    public ImportSheet Earlier { get; private set; } = null!;
    public ReadingDifference Difference { get; private set; } = null!;

    public async Task<IActionResult> OnGet(long id) => await Load(id) ? Page() : To($"/imports/{id}");

    public async Task<IActionResult> OnPost(long id, string? choice)
    {
        if (!await Load(id)) return To($"/imports/{id}");
        if (choice is not ("keep" or "replace"))
        {
            Mend.Add(("choice", T("Оберіть, який файл лишити", "Choose which file stays")));
            return Page();
        }
        var chosen = id;
        if (!await Try("choice", async () =>
        {
            if (choice == "replace") await new ChooseFile(Store).Replace(Me, Now, id, Stop);
            else chosen = await new ChooseFile(Store).KeepEarlier(Me, Now, id, Stop);
        })) return Page();
        return To($"/imports/{chosen}");
    }

    async Task<bool> Load(long id)
    {
        await LoadSheet(id);
        if (Sheet.Changes is not { } earlier) return false;
        Earlier = await Read(r => ImportSheet.Find(r, earlier));
        Difference = ReadingDifference.Of(Earlier.Read, Sheet.Read);
        return true;
    }
}
