using System.CommandLine;
using System.Globalization;
using Zakhid.Control;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Control;

namespace Zakhid.App.Commands.Mail;

/// `zakhid mail days --authority CODE`: on which working days an authority reminds by mail; shows or sets.
static class MailDaysCommand
{
    public static Command Create()
    {
        var code = new Option<string>("--authority") { HelpName = "CODE", Description = CommandLine.Say("код органу", "code of the authority"), Required = true };
        var before = Days("--before", "за скільки робочих днів до строку: 5,1; «-» — ні за скільки", "how many working days before: 5,1; “-” for none");
        var after = Days("--after", "через скільки робочих днів після строку: 1,3,5; «-» — не нагадувати", "how many working days after: 1,3,5; “-” for none");
        var onTheDay = new Option<bool?>("--on-the-day") { HelpName = "true|false", Description = CommandLine.Say("у день строку", "on the due day") };
        var hour = new Option<int?>("--hour") { HelpName = "H", Description = CommandLine.Say("не раніше цієї години", "not before this hour") };
        var on = new Option<bool?>("--on") { HelpName = "true|false", Description = CommandLine.Say("нагадувати листами чи ні", "remind by mail or not") };
        var command = new Command("days", CommandLine.Say("Дні, у які нагадування йдуть листами", "Days on which reminders go by mail")) { code, before, onTheDay, after, hour, on };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var changes = new Option[] { before, after, onTheDay, hour, on }.Any(option => parsed.GetResult(option) is not null);
            await using var store = changes ? await data.Open(parsed) : await data.OpenToRead(parsed);
            var authority = await new AllAuthorities(store).ByCode(parsed.GetValue(code)!, stop) ?? throw new RuleBroken("authority.unknown", parsed.GetValue(code)!);
            var policy = await store.Read(authority.Id, MailReminders.Policy, stop);
            if (changes)
            {
                policy = policy with
                {
                    Before = Read(parsed.GetValue(before)) ?? policy.Before,
                    After = Read(parsed.GetValue(after)) ?? policy.After,
                    OnTheDay = parsed.GetValue(onTheDay) ?? policy.OnTheDay,
                    FromHour = parsed.GetValue(hour) ?? policy.FromHour,
                    IsOn = parsed.GetValue(on) ?? policy.IsOn,
                };
                await new SetReminderPolicy(store).Run(Actor.Program(authority.Id), DataOptions.Now, policy, stop);
                policy = await store.Read(authority.Id, MailReminders.Policy, stop);
            }
            Console.WriteLine(Words(policy));
            return 0;
        }));
        return command;
    }

    static Option<string?> Days(string name, string ukrainian, string english) => new(name) { HelpName = "N,N", Description = CommandLine.Say(ukrainian, english) };

    static List<int>? Read(string? typed) => typed is null ? null
        : [.. typed.Split([',', ' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : throw new RuleBroken("reminders.days", 60))];

    static string Words(ReminderPolicy policy)
    {
        if (!policy.IsOn) return CommandLine.Say("Нагадування листами вимкнено.", "Reminders by mail are switched off.");
        var parts = new List<string>();
        if (policy.Before.Count > 0) parts.Add(CommandLine.Say($"до строку: {string.Join(", ", policy.Before)}", $"before: {string.Join(", ", policy.Before)}"));
        if (policy.OnTheDay) parts.Add(CommandLine.Say("у день строку", "on the day"));
        if (policy.After.Count > 0) parts.Add(CommandLine.Say($"після строку: {string.Join(", ", policy.After)}", $"after: {string.Join(", ", policy.After)}"));
        return CommandLine.Say($"Робочі дні {string.Join("; ", parts)}; після {policy.FromHour}:00", $"Working days {string.Join("; ", parts)}; after {policy.FromHour}:00");
    }
}
