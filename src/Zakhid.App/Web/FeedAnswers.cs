using Microsoft.Net.Http.Headers;
using Zakhid.Operations.Feeds;

namespace Zakhid.App.Web;

/// A calendar at its secret address: a program that has the newest is told so in one line.
static class FeedAnswers
{
    public const string Ending = ".ics";

    public static async Task<IResult> Answer(string name, CalendarFeed feed, HttpContext http)
    {
        if (!name.EndsWith(Ending, StringComparison.Ordinal) || await feed.Find(name[..^Ending.Length], http.RequestAborted) is not { } answer) return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(answer.Bytes, "text/calendar; charset=utf-8", "zakhid.ics", entityTag: new EntityTagHeaderValue(answer.Mark));
    }

    public static string Address(string origin, string token) => $"{origin}/feeds/{token}{Ending}";
}
