using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;

namespace Zakhid.App.Tests.Journeys;

/// <summary>A plan and a measure looked at as of an earlier day: what was recorded by then, and nothing to press.</summary>
[Collection(nameof(DemoSite))]
public sealed class PastViewJourney(DemoSite site)
{
    static int HandedIn(string page) => Regex.Count(page, "class=\"mk (sent|ok|late)");

    [Fact]
    public async Task A_plan_of_an_earlier_day_shows_what_was_recorded_by_then_and_changes_nothing()
    {
        using var coordinator = await site.SignIn("hlukhiv-koordynator");
        var now = (await coordinator.Open("/plans/1")).Replace('\u00A0', ' ');
        var then = (await coordinator.Open("/plans/1?as-of=2020-08-20")).Replace('\u00A0', ' ');

        Assert.Contains("Станом на інший день", now, StringComparison.Ordinal);
        Assert.DoesNotContain("Повернутися до сьогодні", now, StringComparison.Ordinal);
        Assert.True(HandedIn(now) > 0);
        Assert.Contains("<b>Стан на 20 серпня 2020 року.</b> Так було за фактами, записаними до кінця того дня. Змінити тут нічого не можна.", then, StringComparison.Ordinal);
        Assert.Contains("Станом на <b>20 серпня 2020 року</b>", then, StringComparison.Ordinal);
        Assert.Equal(0, HandedIn(then));
        Assert.DoesNotContain("handler=Publish", then, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Withdraw", then, StringComparison.Ordinal);
        Assert.Contains("/plans/1/measures/1?as-of=2020-08-20", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_of_an_earlier_day_shows_its_reports_as_they_stood()
    {
        using var coordinator = await site.SignIn("hlukhiv-koordynator");
        var then = (await coordinator.Open("/plans/1/measures/1?as-of=2020-08-20")).Replace('\u00A0', ' ');

        Assert.Contains("<b>Стан на 20 серпня 2020 року.</b>", then, StringComparison.Ordinal);
        Assert.Equal(0, HandedIn(then));
        Assert.DoesNotContain("/plans/1/measures/1/control", then, StringComparison.Ordinal);
        Assert.DoesNotContain("/plans/1/measures/1/divide", then, StringComparison.Ordinal);
        Assert.Contains("href=\"/plans/1?as-of=2020-08-20\"", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_is_told_as_it_had_been_answered_by_the_day()
    {
        using var coordinator = await site.SignIn("zhytomyr-koordynator");
        var (now, then) = (await coordinator.Open("/plans/1/measures/2"), await coordinator.Open("/plans/1/measures/2?as-of=2020-08-20"));

        Assert.Contains("(за згодою: погоджено)", now, StringComparison.Ordinal);
        Assert.DoesNotContain("погоджено", then, StringComparison.Ordinal);
        Assert.Contains("(за згодою)", then, StringComparison.Ordinal);
        Assert.Contains("(за згодою: погоджено)", await coordinator.Open("/plans/1/measures/2?as-of=2020-08-25"), StringComparison.Ordinal);
    }

    [Theory, InlineData("2030-01-01"), InlineData("учора")]
    public async Task A_day_that_is_not_past_is_told_and_the_page_is_of_today(string typed)
    {
        using var coordinator = await site.SignIn("hlukhiv-koordynator");
        var page = (await coordinator.Open("/plans/1?as-of=" + Uri.EscapeDataString(typed))).Replace('\u00A0', ' ');

        Assert.Contains($"«{typed}» — не минулий день. Напишіть дату до 16.09.2020: 25.12.2020", page, StringComparison.Ordinal);
        Assert.True(HandedIn(page) > 0);
    }

    [Fact]
    public async Task Reports_of_periods_to_come_are_folded_where_they_are_many()
    {
        using var coordinator = await site.SignIn("khmelnytskyi-koordynator");
        var page = (await coordinator.Open("/plans/1/measures/5")).Replace('\u00A0', ' ');
        var fold = page.IndexOf("<summary>Наступні періоди: ", StringComparison.Ordinal);
        Assert.True(fold > 0);
        Assert.Contains("II квартал 2022 року", page[..fold], StringComparison.Ordinal);
        Assert.DoesNotContain(", III квартал 2022 року", page[..fold], StringComparison.Ordinal);
        Assert.Contains(", IV квартал 2025 року", page[fold..], StringComparison.Ordinal);
    }
}
