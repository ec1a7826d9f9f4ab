using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Operations.Reporting;
using Zakhid.Reporting;

namespace Zakhid.App.Pages.Reports;

[Access(Role.Coordinator, Role.Controller, Role.Administrator)]
sealed class WindowModel : WorkPage
{
    public ReportingWindow Window { get; private set; } = ReportingWindow.Unlimited;
    public string Days { get; private set; } = "";
    public List<GrantedWindow> Granted { get; private set; } = [];
    /// Bodies that ask to hand in after the window has closed, for who decides.
    public List<AskedWindow> Asked { get; private set; } = [];
    public bool MaySet => Me.Is(Role.Coordinator, Role.Administrator);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string? days, string? sent)
    {
        await Load();
        Days = days?.Trim() ?? "";
        Window = Window with { UntilSent = sent == "yes" };
        return await Try("days", async () =>
        {
            int? said = Days.Length == 0 ? null : int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new RuleBroken("window.days", SetReportingWindow.MostDays);
            await new SetReportingWindow(Store).Run(Me, Now, new(said, sent == "yes"), Stop);
        }) ? To("/window?done=1") : Page();
    }

    async Task Load() => await Read(async r =>
    {
        Window = await SetReportingWindow.Of(r);
        Days = Window.Days?.ToString(CultureInfo.InvariantCulture) ?? "";
        if (Me.Is(Role.Coordinator, Role.Controller)) Asked = await AskedWindow.Waiting(r);
        Granted = await GrantedWindow.All(r);
        return true;
    });
}
