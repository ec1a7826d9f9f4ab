using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Documents.Cascade;
using Zakhid.Operations.Cascade;

namespace Zakhid.App.Pages.Cascade;

/// What a received package brings; nothing of it is written before the button.
[Access(Role.Coordinator)]
sealed class CheckModel : WorkPage
{
    public string Sha256 { get; private set; } = "";
    public PackagePreview? Preview { get; private set; }
    public List<(long Id, string Name)> Bodies { get; private set; } = [];
    public string? Typed { get; private set; }

    public Task OnGet(string sha256, long? body) => Load(sha256, body);

    public async Task<IActionResult> OnPost(string sha256, long? body, string? digest, IFormFile? signature)
    {
        Typed = digest;
        long taken = 0;
        if (await Try(rule => rule switch { "package.not-this-digest" => "digest", "package.body" or "cascade.body" => "body", "package.measures-unsure" => "same", _ => "take" }, async () =>
        {
            using var signed = new MemoryStream();
            if (signature is not null) await signature.CopyToAsync(signed, Stop);
            var file = await new ReceivePackage(Store).Bytes(Me.Authority, sha256, Stop);
            taken = (await new TakePackage(Store).Run(Me, Now, file, signed.ToArray(), digest, body, Sames(), Stop)).Id;
        })) return To($"/packages/{taken}");
        await Load(sha256, body);
        return Page();
    }

    /// Answers of the form: «same-3» is the position of the earlier measure, or nothing where it is new.
    Dictionary<int, int?> Sames()
    {
        var said = new Dictionary<int, int?>();
        foreach (var (field, value) in Request.Form)
            if (field.StartsWith("same-", StringComparison.Ordinal) && int.TryParse(field["same-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var place))
                said[place] = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var earlier) ? earlier : null;
        return said;
    }

    async Task Load(string sha256, long? body)
    {
        Sha256 = sha256;
        var file = await new ReceivePackage(Store).Bytes(Me.Authority, sha256, Stop);
        await Try("take", async () => Preview = await Read(r => PackagePreview.Of(r, PackageFile.Read(file), body)));
        if (Preview is { BodyId: null, Package.Kind: PackageKind.Answer }) Bodies = await Read(r => r.All<(long, string)>("SELECT id, name FROM body WHERE authority_id = @authority AND withdrawn_at IS NULL AND is_group = 0 ORDER BY sort_key, name LIMIT 1000"));
    }
}
