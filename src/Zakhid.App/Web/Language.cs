using Zakhid.Operations.People;

namespace Zakhid.App.Web;

/// Ukrainian first; English by a link. The words of signed acts are never translated.
static class Language
{
    public const string Cookie = "language";

    public static bool IsEnglish(HttpContext http) => http.Request.Query["lang"].ToString() switch
    {
        "en" => true,
        "uk" => false,
        _ => http.Request.Cookies[Cookie] is { } chosen ? chosen == "en" : http.Features.Get<Visit>()?.Language == "en",
    };
}
