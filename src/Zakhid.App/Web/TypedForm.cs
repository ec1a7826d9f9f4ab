using System.Net;
using System.Text;

namespace Zakhid.App.Web;

/// What was typed into a form that storage could not take, on the page that says so: seen, and sent again with one press.
static class TypedForm
{
    const int LongestInSigns = 300_000;

    /// Null: no form was sent, it holds a password (fields of passwords are named so), or too much.
    public static async Task<string?> Again(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || !http.Request.Cookies.ContainsKey(Guard.Cookie)) return null;
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
        var fields = form.SelectMany(f => f.Value.Select(v => (Name: f.Key, Value: v ?? ""))).ToList();
        if (fields.Sum(f => f.Name.Length + f.Value.Length) > LongestInSigns || fields.Exists(f => f.Name.Contains("password", StringComparison.OrdinalIgnoreCase))) return null;

        var english = Language.IsEnglish(http);
        var html = new StringBuilder();
        if (form.Files.Any(f => f.Length > 0)) html.Append($"<div class=\"note\">{(english ? "Add the file once more afterwards." : "Файл потім додайте ще раз.")}</div>");
        if (fields.Where(f => f.Name != "csrf" && f.Value.Length > 20).Select(f => f.Value).MaxBy(v => v.Length) is { } longest) html.Append($"<blockquote class=\"said pre\">{WebUtility.HtmlEncode(longest)}</blockquote>");
        html.Append($"<form method=\"post\" action=\"{WebUtility.HtmlEncode(http.Request.Path + http.Request.QueryString)}\">");
        foreach (var (name, value) in fields) html.Append($"<input type=\"hidden\" name=\"{WebUtility.HtmlEncode(name)}\" value=\"{WebUtility.HtmlEncode(value)}\">");
        return html.Append($"<div class=\"acts\"><button class=\"btn\">{(english ? "Send again" : "Надіслати ще раз")}</button><a class=\"link\" href=\"/today\">{(english ? "My day" : "Мій день")}</a></div></form>").ToString();
    }
}
