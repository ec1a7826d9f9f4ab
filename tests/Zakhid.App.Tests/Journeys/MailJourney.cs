using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Zakhid.App.Tests.Web;
using Zakhid.Documents;

namespace Zakhid.App.Tests.Journeys;

[Collection(nameof(DemoSite))]
public class MailJourney(DemoSite site)
{
    [Fact]
    public async Task The_letters_of_today_are_shown_and_without_a_server_none_is_said_to_go()
    {
        using var executor = await site.SignIn("hlukhiv-soczahyst");
        await executor.Open("/me");
        Assert.Contains("Напишіть одну адресу як kultura@rada.gov.ua: «не адреса» нею не є", await executor.Post("/me?handler=Email", new() { ["email"] = "не адреса" }), StringComparison.Ordinal);
        Assert.Contains("value=\"soczahyst@hlukhiv.example\"", await executor.Post("/me?handler=Email", new() { ["email"] = " soczahyst@Hlukhiv.example " }), StringComparison.Ordinal);

        using var coordinator = await site.SignIn("hlukhiv-koordynator");
        var page = await coordinator.Open("/letters");
        Assert.Contains("Поштового сервера не задано.", page, StringComparison.Ordinal);
        Assert.Contains("Сьогодні піш", page, StringComparison.Ordinal);
        Assert.Contains("насправді нічого не надсилається", page, StringComparison.Ordinal);
        Assert.Contains("soczahyst@hlukhiv.example", page, StringComparison.Ordinal);
        Assert.Contains("Нікуди надіслати, бо немає адреси:", page, StringComparison.Ordinal);
        await executor.Post("/me?handler=Email", new() { ["email"] = "" });
    }

    [Fact]
    public async Task The_days_of_reminders_are_changed_and_a_day_that_is_no_number_is_told_at_its_field()
    {
        using var coordinator = await site.SignIn("zhytomyr-koordynator");
        await coordinator.Open("/letters");
        Dictionary<string, string> Form(string before) => new() { ["on"] = "1", ["before"] = before, ["day"] = "0", ["after"] = "2", ["hour"] = "9" };
        Assert.Contains("Напишіть числа через кому: 5, 1", await coordinator.Post("/letters?handler=Policy", Form("п’ять")), StringComparison.Ordinal);
        Assert.Contains("Напишіть до десяти чисел від 1 до 60, через кому: 5, 1", await coordinator.Post("/letters?handler=Policy", Form("90")), StringComparison.Ordinal);

        var saved = await coordinator.Post("/letters?handler=Policy", Form("3, 7"));
        Assert.Contains("Збережено.", saved, StringComparison.Ordinal);
        Assert.Contains("value=\"7, 3\"", saved, StringComparison.Ordinal);
        Assert.Contains("Після 9:00; у вихідні — ні", saved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_authorities_share_the_installation_the_page_of_mail_names_the_command()
    {
        using var admin = await site.SignIn("hlukhiv-admin");
        var page = await admin.Open("/mail");
        Assert.Contains("Сервера не задано: жоден лист не надсилається.", page, StringComparison.Ordinal);
        Assert.Contains("zakhid mail settings --host", page, StringComparison.Ordinal);
        Assert.Contains("Змінити його можна командою zakhid mail settings", await admin.Post("/mail?handler=Server", new() { ["host"] = "mail.rada.gov.ua", ["from"] = "zakhid@rada.gov.ua", ["safety"] = "Tls" }), StringComparison.Ordinal);

        using var coordinator = await site.SignIn("hlukhiv-koordynator");
        await coordinator.Open("/mail");
        Assert.Equal(HttpStatusCode.Forbidden, coordinator.Status);
    }

    [Fact]
    public async Task A_calendar_is_made_read_without_a_sign_in_kept_by_its_mark_renewed_and_withdrawn()
    {
        using var executor = await site.SignIn("khmelnytskyi-koordynator");
        await executor.Open("/me");
        var page = await executor.Post("/me?handler=Calendar", []);
        var address = Regex.Match(page, "<code class=\"secret\">(http[^<]+\\.ics)</code>").Groups[1].Value;
        Assert.StartsWith(site.Address + "/feeds/", address, StringComparison.Ordinal);
        Assert.DoesNotContain(".ics", await executor.Open("/me"), StringComparison.Ordinal);

        using var program = new HttpClient();
        using var first = await program.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Equal("text/calendar", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal("private, no-cache", string.Join(", ", first.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal).Reverse()));
        var text = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Контрольний строк", text, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var unchanged = await program.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotModified, 0), (unchanged.StatusCode, (await unchanged.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length));

        await executor.Post("/me?handler=CloseCalendar", []);
        using var gone = await program.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Official_letters_are_files_of_Word_that_read_back()
    {
        using var coordinator = await site.SignIn("zhytomyr-koordynator");
        var page = await coordinator.Open("/consents");
        var (body, plan) = (Regex.Match(page, "name=\"body\" value=\"(\\d+)\"").Groups[1].Value, Regex.Match(page, "name=\"plan\" value=\"(\\d+)\"").Groups[1].Value);
        var token = Regex.Match(page, "name=\"csrf\" value=\"([^\"]+)\"").Groups[1].Value;
        var letter = await coordinator.Fetch("/consents?handler=Docx", new() { ["csrf"] = token, ["body"] = body, ["plan"] = plan, ["number"] = "01-12/7" });
        var lines = DocumentFile.Open(letter, "лист.docx").Paragraphs.Select(p => p.Text.Replace('\u00A0', ' ')).ToList();
        Assert.Contains(lines, l => l.Contains("№ 01-12/7", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("просимо погодити участь у виконанні", StringComparison.Ordinal));

        var asked = await coordinator.Post("/consents?handler=Ask", new() { ["body"] = body, ["plan"] = plan, ["number"] = "01-12/7", ["day"] = "2020-12-21" });
        Assert.Contains("лист надіслано, відповіді немає", asked, StringComparison.Ordinal);
        Assert.Contains("лист від 21.12.2020 № 01-12/7", asked, StringComparison.Ordinal);

        using var other = await site.SignIn("hlukhiv-koordynator");
        var reminders = await other.Open("/reminders");
        var fields = new[] { "body", "plan", "period", "csrf" }.ToDictionary(n => n, n => Regex.Match(reminders, $"name=\"{n}\" value=\"([^\"]+)\"").Groups[1].Value, StringComparer.Ordinal);
        var reminder = DocumentFile.Open(await other.Fetch("/reminders?handler=Docx", fields), "лист.docx").Paragraphs.Select(p => p.Text.Replace('\u00A0', ' ')).ToList();
        Assert.Contains("Про подання інформації за III квартал 2020 року", reminder);
        Assert.Contains(reminder, l => l.StartsWith("Підстава: пункт", StringComparison.Ordinal));
        Assert.Contains(reminder, l => l.EndsWith("Власне ім’я ПРІЗВИЩЕ", StringComparison.Ordinal));
    }
}
