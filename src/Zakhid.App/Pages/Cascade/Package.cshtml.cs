using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Documents.Cascade;
using Zakhid.Operations.Cascade;

namespace Zakhid.App.Pages.Cascade;

/// A package that was made or taken: its digest, its file, what it brought.
[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class PackageModel : WorkPage
{
    public StoredPackage Stored { get; private set; } = null!;
    public TakenPackage? Brought { get; private set; }
    public string Digest => PackageFile.Shown(Stored.Digest);

    public async Task OnGet(long id) => await Read(async r =>
    {
        Stored = await StoredPackage.Find(r, id);
        if (Stored.IsTaken) Brought = await TakePackage.Outcome(r, id);
        return true;
    });

    public async Task<IActionResult> OnGetFile(long id)
    {
        await OnGet(id);
        return File(Store.Files.Open(Stored.Sha256), MakePackage.ZipType, $"zakhid-paket-{Stored.Number}.zip");
    }

    public async Task<IActionResult> OnGetSignature(long id)
    {
        await OnGet(id);
        return Stored.SignatureSha256 is { } signature ? File(Store.Files.Open(signature), "application/pkcs7-signature", $"zakhid-paket-{Stored.Number}.p7s") : NotFound();
    }
}
