using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Publishing;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.App.Pages.Progress;

[OpenToAll]
sealed class ShowModel(AuthorityClock clock) : WorkPage
{
    static readonly string[] _roman = ["I", "II", "III", "IV"];

    public Authority Authority { get; private set; } = null!;
    public PublishedPlan Plan { get; private set; } = null!;
    public List<PublicMeasure> Measures { get; private set; } = [];
    public List<(string Name, string Months, string Said, bool IsNow)> Quarters { get; private set; } = [];
    public DateOnly? NextUpdate { get; private set; }
    public DateOnly Day { get; private set; }
    public int Done => Measures.Count(m => m.ConfirmedState == ExecutionState.Done);
    public int Running => Measures.Count(m => m.ConfirmedState is not null and not ExecutionState.Done);
    public int Unconfirmed => Measures.Count - Done - Running;

    public async Task<IActionResult> OnGet(string code, long plan)
    {
        await Load(code, plan);
        return Page();
    }

    public async Task<IActionResult> OnGetCsv(string code, long plan)
    {
        await Load(code, plan);
        return File(OpenData.Csv(Measures), "text/csv; charset=utf-8", $"{code}-{plan}.csv");
    }

    public async Task<IActionResult> OnGetJson(string code, long plan)
    {
        await Load(code, plan);
        return File(OpenData.Json(Authority.Name, Plan, Day, Measures), "application/json; charset=utf-8", $"{code}-{plan}.json");
    }

    /// In a sentence: what is confirmed, what is not.
    public string Finding()
    {
        var review = Measures.Count(m => m.ConfirmedState is null && m.UnderReview > 0);
        var nothing = Unconfirmed - review;
        if (English) return $"Of {Measures.Count} measures {Done} are done and {Running} in progress: that is confirmed. {(review > 0 ? $"On {review} a report is under review. " : "")}{(nothing > 0 ? $"On {nothing} there is no report yet." : "")}".TrimEnd();
        var confirmed = $"{(Measures.Count is 4 or 6 or 7 or > 11 ? "Із" : "З")} {Plural.Count(Measures.Count, "заходу", "заходів", "заходів")} виконано {CountInWords.Of(Done)}, {(Plural.EndsInOne(Running) ? "виконується" : "виконуються")} {CountInWords.Of(Running)} — це підтверджено.";
        return confirmed + (review > 0 ? $" Про {CountInWords.Of(review)} звіт на розгляді." : "") + (nothing > 0 ? $" Про {CountInWords.Of(nothing)} звіту ще немає." : "");
    }

    async Task Load(string code, long plan)
    {
        if (await new AllAuthorities(Store).ByCode(code, Stop) is not { } authority) throw new RuleBroken("plan.unknown");
        var progress = new PublicProgress(Store);
        Plan = (await progress.Plans(authority.Id, Stop)).Find(p => p.Id == plan) ?? throw new RuleBroken("plan.unknown");
        (Authority, Measures, Day) = (authority, await progress.Measures(authority.Id, plan, Stop), clock.Now(authority.Day).Day);
        var periods = await progress.Periods(authority.Id, plan, Stop);
        NextUpdate = periods.Where(p => p.SentDay is null && p.DueDay >= Day).Select(p => (DateOnly?)p.DueDay).FirstOrDefault();
        if (periods.Count > 0 && periods.All(p => ReportingPeriod.Parse(p.PeriodCode).Length == PeriodLength.Quarter)) Quarters = [.. Year(periods)];
    }

    IEnumerable<(string, string, string, bool)> Year(List<PublicPeriod> periods)
    {
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var period = ReportingPeriod.Parse($"{Day.Year}-Q{quarter}");
            var months = $"{Month(period.Start)}–{Month(period.End)}";
            var said = periods.Find(p => p.PeriodCode == period.Code) switch
            {
                null => Plan.ActDate > period.End ? T("Акт ще не діяв", "The act was not in force") : "—",
                { SentDay: { } sent } => T("Зведений звіт надіслано ", "Consolidated report sent on ") + Short(sent),
                var p when p.DueDay < Day => T("Зведеного звіту ще немає", "No consolidated report yet"),
                var p => T("Зведений звіт — ", "Consolidated report: ") + Short(p.DueDay),
            };
            yield return (_roman[quarter - 1], months, said, Day >= period.Start && Day <= period.End);
        }
    }

    string Month(DateOnly day) => English ? day.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture) : UkrainianDate.Month(day.Month);

    string Short(DateOnly day) => English ? EnglishDate.DayMonth(day) : UkrainianDate.DayMonth(day);
}
