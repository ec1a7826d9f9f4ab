using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;

namespace Zakhid.App.Pages;

[OpenToAll]
sealed class SetupModel(FirstStart firstStart, SignIn signIn, AuthorityClock clock) : WorkPage
{
    public FirstAuthority Typed { get; private set; } = new("", "", "", "", "");
    /// Told once, when it is done.
    public (string Login, string Password)? Administrator { get; private set; }
    public string Folder => Store.Folder;

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await firstStart.Opens(code, Stop)) return NotFound();
        // One that was added from the shell waits for its people.
        if (await new AllAuthorities(Store).List(Stop) is [var there]) Typed = Typed with { Name = there.Name, Head = there.HeadPostDative ?? "" };
        return Page();
    }

    public async Task<IActionResult> OnPost(string code, string? name, string? head, string? login, string? post, string? password)
    {
        Typed = new(name?.Trim() ?? "", head?.Trim() ?? "", login?.Trim() ?? "", post?.Trim() ?? "", password ?? "");
        if (!await firstStart.Opens(code, Stop)) return NotFound();
        foreach (var (field, rule) in FirstStart.Faults(Typed)) Mend.Add((field, RuleWords.Of(rule, English)));
        if (Mend.Count == 0 && await Try("login", async () => Administrator = await firstStart.Run(code, Typed, clock.Now(), Stop)))
            Guard.Begin(HttpContext, await signIn.Run(Typed.Login, Typed.Password, HttpContext.Connection.RemoteIpAddress, Stop));
        return Page();
    }
}
