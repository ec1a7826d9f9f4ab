using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Control;
using Zakhid.Operations.Control;
using Zakhid.Operations.Reporting;

namespace Zakhid.App.Pages.Control;

/// A page with forms of control: each repeats the ground and the document, and keeps what was typed where it has to be mended.
abstract class ControlPage : WorkPage
{
    /// Which form was sent.
    public string Deed { get; private set; } = "";
    public bool Keeps => Me.Is(Role.Coordinator, Role.Controller, Role.Head);

    /// What was typed in a form that came back.
    public string Typed(string deed, string field, string otherwise = "") => deed == Deed && Request.HasFormContentType && Request.Form.ContainsKey(field) ? Request.Form[field].ToString() : otherwise;

    protected string Said(string field) => Request.Form[field].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    protected DateOnly? Day(string field) => DateOnly.TryParseExact(Said(field), "yyyy-MM-dd", out var day) ? day : null;

    /// Does the deed of the form; a broken rule is shown at its ground.
    protected async Task<bool> Do(string deed, Func<ControlPaper, Task> act)
    {
        Deed = deed;
        return await Try($"{deed}-ground", async () => await act(await Paper()));
    }

    /// The document's requisites, where its number and day were given, and its file.
    async Task<ControlPaper> Paper()
    {
        var (number, day) = (Said("doc-number"), Day("doc-day"));
        if (number.Length > 0 != day is not null) throw new RuleBroken("control.requisites");
        var document = day is null ? null : new ControlDocument(Said("doc-issuer") is { Length: > 0 } issuer ? issuer : null, Said("doc-kind") is { Length: > 0 } kind ? kind : "документ", number, day.Value);
        if (Request.Form.Files["file"] is not { Length: > 0 } file) return new(document);
        await using var bytes = file.OpenReadStream();
        return new(document, await EvidenceKind.Keep(Store.Files, bytes, Path.GetFileName(file.FileName), Stop));
    }

    protected FileStreamResult Download(string sha256, string name) => File(Store.Files.Open(sha256), "application/octet-stream", name);
}

/// The ground and the document of one form.
sealed record GroundFields(ControlPage Page, string Deed, string Label, string Hint, bool Higher = false, bool Document = true);
