using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Documents.Cascade;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Cascade;

namespace Zakhid.App.Pages.Cascade;

/// All packages of the authority, and the way in for a new one.
[Access(Role.Coordinator, Role.Controller, Role.Head, Role.Administrator)]
sealed class AllModel : WorkPage
{
    public List<StoredPackage> Packages { get; private set; } = [];

    public string? Edrpou { get; private set; }
    public bool MayName => Me.Is(Role.Coordinator, Role.Administrator);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostEdrpou(string? edrpou)
    {
        if (await Try("edrpou", () => new SetEdrpou(Store).Run(Me, Now, edrpou, Stop))) return To("/packages");
        await Load();
        Edrpou = edrpou;
        return Page();
    }

    public async Task<IActionResult> OnPost(IFormFile? file)
    {
        if (file is null) { Mend.Add(("file", T("Оберіть файл пакета", "Choose the file of the package"))); await Load(); return Page(); }
        var sha256 = "";
        if (await Try("file", async () =>
        {
            if (file.Length > PackageFile.Limits.FileBytes) throw new RuleBroken("package.too-large", (int)(PackageFile.Limits.FileBytes / 1_000_000));
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, Stop);
            sha256 = await new ReceivePackage(Store).Run(Me, Now, bytes.ToArray(), Stop);
        })) return To($"/packages/check/{sha256}");
        await Load();
        return Page();
    }

    async Task Load() => (Packages, Edrpou) = await Read(async r => (await StoredPackage.All(r), (await AllAuthorities.Of(r)).Edrpou));
}
