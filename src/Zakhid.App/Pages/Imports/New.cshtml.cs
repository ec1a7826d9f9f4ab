using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Reading;

namespace Zakhid.App.Pages.Imports;

[Access(Role.Coordinator)]
sealed class NewModel : WorkPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost(IFormFile? file)
    {
        if (file is null)
        {
            Mend.Add(("file", T("Оберіть файл розпорядження або рішення", "Choose the file of an order or decision")));
            return Page();
        }
        long id = 0;
        await using var bytes = file.OpenReadStream();
        return await Try("file", async () => id = await new DropFile(Store).Run(Me, Now, Path.GetFileName(file.FileName), bytes, Stop)) ? To($"/imports/{id}") : Page();
    }
}
