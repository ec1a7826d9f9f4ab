using System.Globalization;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zakhid.Obligations;
using Zakhid.Operations.People;

namespace Zakhid.App.Web;

/// What a view may say: pairs of words, days, agreed numbers, in the language of the request.
readonly struct Saying(HttpContext http)
{
    public bool English { get; } = Language.IsEnglish(http);
    public string T(string ukrainian, string english) => English ? english : ukrainian;
    public string Day(DateOnly day) => English ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : Zakhid.Text.UkrainianDate.Full(day);
    public string ShortDay(DateOnly day) => English ? day.ToString("d MMMM", CultureInfo.InvariantCulture) : Zakhid.Text.UkrainianDate.DayMonth(day);
    public string Count(long number, string one, string few, string many, string english) => English ? $"{number} {english}" : Zakhid.Text.Plural.Count(number, one, few, many);
    public string Period(ReportingPeriod period) => English ? period.English : period.Name;
    public string PeriodShort(ReportingPeriod period) => English ? period.ShortEnglish : period.ShortName;
    public static string Clock(DateTimeOffset at) => AuthorityClock.InKyiv(at).ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// Layouts and partials.
abstract class View<TModel> : RazorPage<TModel>
{
    Saying Say => new(Context);
    public Visit? Visit => Context.Features.Get<Visit>();
    public bool English => Say.English;
    public string T(string ukrainian, string english) => Say.T(ukrainian, english);
    public string Day(DateOnly day) => Say.Day(day);
    public string ShortDay(DateOnly day) => Say.ShortDay(day);
    public string Period(ReportingPeriod period) => Say.Period(period);
    public string Period(string code) => Say.Period(ReportingPeriod.Parse(code));
    public string PeriodShort(ReportingPeriod period) => Say.PeriodShort(period);
    public string Count(long number, string one, string few, string many, string english) => Say.Count(number, one, few, many, english);
    public string Style => Context.RequestServices.GetRequiredService<Styles>().Path;
}

/// Pages: Razor wants another base class for them, so the same words stand here once more.
abstract class PageView : Page
{
    Saying Say => new(HttpContext);
    public Visit? Visit => HttpContext.Features.Get<Visit>();
    public bool English => Say.English;
    public string T(string ukrainian, string english) => Say.T(ukrainian, english);
    public string Day(DateOnly day) => Say.Day(day);
    public string ShortDay(DateOnly day) => Say.ShortDay(day);
    public string Period(ReportingPeriod period) => Say.Period(period);
    public string Period(string code) => Say.Period(ReportingPeriod.Parse(code));
    public string PeriodShort(ReportingPeriod period) => Say.PeriodShort(period);
    public string Count(long number, string one, string few, string many, string english) => Say.Count(number, one, few, many, english);
    public static string Clock(DateTimeOffset at) => Saying.Clock(at);
    public string Kilobytes(long bytes) => $"{Math.Max(1, bytes / 1024)} {T("КБ", "KB")}";
    /// An instant as a day and the clock of Kyiv.
    public string SeenOn(DateTimeOffset at) => AuthorityClock.DayOf(at) is var day ? $"{ShortDay(day)} {day.Year}, {Clock(at)}" : "";
    /// A body as it is called inside the visitor's authority. A page that marks hundreds of reports names each body many times.
    public string Body(string name)
    {
        if (_bodies.TryGetValue(name, out var called)) return called;
        return _bodies[name] = Zakhid.Text.CountInWords.Capital(Visit is null ? name : Zakhid.Bodies.NameWithin.Of(name, Visit.AuthorityName));
    }

    readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal);
}
