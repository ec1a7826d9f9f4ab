using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Pages.Plans;

/// A page that may be looked at as of an earlier day: read only, by the facts recorded up to it.
abstract class PastViewPage : WorkPage
{
    [BindProperty(Name = "as-of", SupportsGet = true)]
    public string? AsOf { get; set; }

    /// The earlier day that is asked for; null: the page is of today, also where no day is understood.
    public DateOnly? Past => _past ??= DateOnly.TryParseExact(AsOf, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < Today && day.Year > 1990 ? day : null;

    DateOnly? _past;

    /// The day that everything on the page is told of.
    public DateOnly Seen => Past ?? Today;

    public bool IsPast => Past is not null;

    /// What was typed is no earlier day.
    public bool IsNoDay => !string.IsNullOrWhiteSpace(AsOf) && !IsPast && AsOf != Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// Kept in links from a past page to another.
    public string Kept => Past is { } day ? day.ToString("'?as-of='yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    /// The lines as they stood on the day; those of members entered later are left out.
    protected async Task<List<ObligationLine>> Then(Scope r, long plan, List<ObligationLine> lines, string? period = null)
    {
        if (Past is not { } day || lines.Count == 0) return lines;
        var then = await StandingOn.Of(r, plan, day, period);
        return [.. lines.Where(line => !then[line.Id].IsToCome).Select(line => then[line.Id].Of(line))];
    }

    /// What the banner and the form for another day need.
    public PastView View => new(Past, Today, Request.Path, IsNoDay ? AsOf : null);
}

sealed record PastView(DateOnly? Past, DateOnly Today, string Path, string? NoDay);
