using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;

namespace Zakhid.App.Pages.Reports;

[SignedIn]
sealed class FilesModel : ReportPage
{
    public async Task<IActionResult> OnGet(long id, long file)
    {
        await Load(id);
        // The right to a file is the right to the report it proves, and to no other.
        var found = await Read(r => r.Find<Found>("SELECT sha256, name FROM evidence WHERE authority_id = @authority AND id = @file AND obligation_id = @id", new { id, file }));
        if (found is null) return NotFound();
        // Always a download: nothing that was uploaded runs on our pages.
        return File(Store.Files.Open(found.Sha256), "application/octet-stream", found.Name);
    }

    sealed record Found(string Sha256, string Name);
}
