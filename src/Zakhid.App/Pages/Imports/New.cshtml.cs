using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Reading;

namespace Zakhid.App.Pages.Imports;

[Access(Role.Coordinator)]
sealed class NewModel : WorkPage
{
    /// Where the same file or act was added before.
    public string? Earlier { get; private set; }

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
        return await Try("file", async () =>
        {
            try
            {
                id = await new DropFile(Store).Run(Me, Now, Path.GetFileName(file.FileName), bytes, Stop);
            }
            catch (RuleBroken rule) when (rule.Rule is "import.same-file" or "import.same-act")
            {
                Earlier = string.Create(CultureInfo.InvariantCulture, $"/imports/{rule.Arguments[^1]}");
                throw;
            }
        }) ? To($"/imports/{id}") : Page();
    }
}
