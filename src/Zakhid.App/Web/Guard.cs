using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;

namespace Zakhid.App.Web;

/// Finds the visit, checks the endpoint's rule, and that a form comes from our own page.
sealed partial class Guard(RequestDelegate next, Sessions sessions, KeptForms kept, NewDay newDay, ILogger<Guard> log)
{
    public const string Cookie = "zakhid";

    /// What a signed-in person may send: more than any file may have, so that one too large is told so and not cut off.
    public const long LongestBody = 110_000_000;

    /// The browser carries the session from here on.
    public static void Begin(HttpContext http, SessionStart start) =>
        http.Response.Cookies.Append(Cookie, start.Token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", Expires = start.EndsAt });

    public async Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint is null) { await Refuse(http, 404); return; }

        var open = endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is not null;
        var visit = http.Request.Cookies[Cookie] is { Length: > 0 } token ? await sessions.Find(token, http.RequestAborted) : null;
        if (visit is not null)
        {
            http.Features.Set(visit);
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LongestBody;
        }

        if (!open)
        {
            var roles = endpoint.Metadata.GetMetadata<AccessAttribute>()?.Roles;
            if (roles is null && endpoint.Metadata.GetMetadata<SignedInAttribute>() is null) { await Refuse(http, 404); return; }
            if (visit is null) { await AskToSignIn(http); return; }
            if (visit.MustChoosePassword && http.Request.Path.Value is not ("/password" or "/sign-out")) { http.Response.Redirect("/password"); return; }
            if (roles is not null && !roles.Contains(visit.Actor.Role)) { await Refuse(http, 403); return; }
        }
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !await IsOurs(http, visit)) { await Refuse(http, 400); return; }
        // The first visitor of a day waits for it a little, not for as long as a very large authority takes.
        if (visit is not null && Reach(visit) is { IsCompleted: false } reaching) await Task.WhenAny(reaching, Task.Delay(LongestWait, http.RequestAborted));
        await next(http);
    }

    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// What the new day brings is no reason to keep anybody from his page: it is tried again with the next one.
    async Task Reach(Visit visit)
    {
        try
        {
            await newDay.Reach(visit.Actor.Authority, visit.Now);
        }
        catch (Exception failed)
        {
            DayNotReached(log, visit.Actor.Authority, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The new day of authority {Authority} was not reached")]
    private static partial void DayNotReached(ILogger log, long authority, Exception failed);

    /// A session that ended in the middle of a form: what was typed is kept for the same person.
    async Task AskToSignIn(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method)) { http.Response.Redirect("/sign-in"); return; }
        var login = http.Request.Cookies[Cookie] is { Length: > 0 } token ? await sessions.FormerLogin(token, http.RequestAborted) : null;
        if (http.Request.Headers.Accept == "application/json")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await http.Response.WriteAsJsonAsync(new { said = Language.IsEnglish(http) ? "Your session is over. Press “Save draft” and sign in: the text stays." : "Минув час роботи. Натисніть «Зберегти чернетку» й увійдіть: текст лишиться." }, http.RequestAborted);
            return;
        }
        var id = login is not null && http.Request.HasFormContentType ? kept.Keep(login, http.Request.Path + http.Request.QueryString, await http.Request.ReadFormAsync(http.RequestAborted)) : null;
        http.Response.Redirect(id is null ? "/sign-in?over=1" : $"/sign-in?over=1&kept={id}");
    }

    /// A form of a signed-in person repeats the token of the session; one without a session has to come from this origin.
    static async Task<bool> IsOurs(HttpContext http, Visit? visit)
    {
        if (visit is null) return http.Request.Headers.Origin.ToString() is "" or "null" || SameOrigin(http);
        if (!http.Request.HasFormContentType) return false;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(form["csrf"].ToString()), Encoding.UTF8.GetBytes(visit.Csrf));
    }

    static bool SameOrigin(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == http.Request.Host.Value;

    static Task Refuse(HttpContext http, int status) => Troubles.Answer(http, status);
}
