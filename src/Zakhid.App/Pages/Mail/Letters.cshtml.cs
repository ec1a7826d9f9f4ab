using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Control;
using Zakhid.Operations.Control;
using Zakhid.Operations.Mail;
using Zakhid.Text;

namespace Zakhid.App.Pages.Mail;

[Access(Role.Coordinator, Role.Controller, Role.Administrator)]
sealed class LettersModel : WorkPage
{
    const int Most = 100, MostShown = 25;

    List<QueuedLetter> _kept = [];

    public bool HasServer { get; private set; }
    public bool Saved { get; private set; }
    public ReminderPolicy Policy { get; private set; } = ReminderPolicy.Default;
    /// As written in the form.
    public (string Before, string After, string Hour) Typed { get; private set; }
    /// The first of today's letters, and how many there are.
    public IReadOnlyList<MailReminder> Letters { get; private set; } = [];
    public int Today_ { get; private set; }
    public IReadOnlyList<string> Unreachable { get; private set; } = [];

    public Task OnGet(int saved) => Load(saved == 1);

    public async Task<IActionResult> OnPostPolicy(string? before, string? after, string? hour, int on, int day)
    {
        await Load(false);
        Typed = (before ?? "", after ?? "", hour ?? "");
        Policy = Policy with { IsOn = on == 1, OnTheDay = day == 1 };
        if (Days(before) is not { } early) Mend.Add(("before", Numbers));
        else if (Days(after) is not { } late) Mend.Add(("after", Numbers));
        else if (!int.TryParse(hour?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var from)) Mend.Add(("hour", RuleWords.Of(new RuleBroken("reminders.hour"), English)));
        else if (await Try(rule => rule == "reminders.hour" ? "hour" : "before", () => new SetReminderPolicy(Store).Run(Me, Now, Policy with { Before = early, After = late, FromHour = from }, Stop))) return To("/letters?saved=1");
        return Page();
    }

    public async Task<IActionResult> OnPostAgain(long letter)
    {
        if (await Try("again", () => new SendAgain(Store).Run(Me, Now, letter, Stop))) return To("/letters?saved=1");
        await Load(false);
        return Page();
    }

    string Numbers => T("Напишіть числа через кому: 5, 1", "Write numbers with commas: 5, 1");

    static List<int>? Days(string? typed)
    {
        var days = new List<int>();
        foreach (var part in (typed ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return null;
            days.Add(day);
        }
        return days;
    }

    async Task Load(bool saved)
    {
        Saved = saved;
        var server = await MailServer.Find(Store, Stop);
        HasServer = server is not null;
        await Read(async r =>
        {
            Policy = await MailReminders.Policy(r);
            var today = await MailReminders.Of(r, Today, server?.Site, MostShown);
            (Letters, Unreachable, Today_) = (today.Letters, today.Unreachable, today.Count);
            _kept = await Outbox.List(r, Most);
            return true;
        });
        Typed = (string.Join(", ", Policy.Before), string.Join(", ", Policy.After), Policy.FromHour.ToString(CultureInfo.InvariantCulture));
    }

    string Goes => (HasServer, Today_) switch { (true, 1) => "піде", (true, _) => "підуть", (false, 1) => "пішов би", _ => "пішли б" };

    public string Finding()
    {
        var (waiting, failed) = (_kept.Count(l => l.IsWaiting), _kept.Count(l => l.GivenUpAt is not null));
        var said = Today_ == 0 ? T("Нових листів на сьогодні немає", "There are no new letters for today")
            : T($"Сьогодні {Goes} {Plural.Count(Today_, "лист", "листи", "листів")}", $"{Plural.English(Today_, "letter", "letters")} {(HasServer ? Today_ == 1 ? "goes" : "go" : "would go")} today");
        if (waiting > 0) said += T($", чекає надсилання {waiting}", $", {waiting} wait to be sent");
        return said + (failed > 0 ? T($", не надіслано {failed}.", $", {failed} failed.") : ".");
    }

    public IEnumerable<(string Title, string Hint, IReadOnlyList<QueuedLetter> Rows)> Parts()
    {
        var parts = new[]
        {
            (T("Не надіслано", "Failed"), T("Усуньте причину й надішліть ще раз", "Mend the cause and send again"), _kept.FindAll(l => l.GivenUpAt is not null)),
            (T("Чекають", "Waiting"), T("Спробуємо знову самі", "Tried again by itself"), _kept.FindAll(l => l.IsWaiting)),
            (T("Надіслано", "Sent"), T("Останні", "The latest"), _kept.FindAll(l => l.SentAt is not null)),
        };
        return parts.Where(p => p.Item3.Count > 0).Select(p => (p.Item1, p.Item2, (IReadOnlyList<QueuedLetter>)p.Item3));
    }
}
