using System.CommandLine;
using System.Security.Cryptography;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid import FILE --authority CODE`: reads the file, tells its remarks, makes the plan. What is unsure is asked, never guessed.
static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandLine.Say("підписаний план", "the signed plan") };
        var code = new Option<string>("--authority") { Description = CommandLine.Say("код органу", "code of the authority"), HelpName = "CODE", Required = true };
        var yes = new Option<bool>("--yes") { Description = CommandLine.Say("взяти на контроль, якщо немає відкритих питань", "put under control where no question is open") };
        var set = new Option<string[]>("--set") { Description = CommandLine.Say("відповідь на питання: поле=значення, напр. /act/number=149-ОД", "an answer: field=value, e.g. /act/number=149-ОД"), HelpName = "FIELD=VALUE" };
        var confirm = new Option<string[]>("--confirm") { Description = CommandLine.Say("прочитано правильно: поле або all — усі непевно прочитані поля", "read rightly: a field, or all for every field read with doubt"), HelpName = "FIELD" };
        var coordinator = new Option<string?>("--coordinator") { Description = CommandLine.Say("хто узагальнює звіти; без цього — як каже акт", "who consolidates the reports; without it, as the act says"), HelpName = "BODY" };
        var rule = new Option<string?>("--rule") { Description = CommandLine.Say("коли звітувати, якщо акт не каже: quarter:25, month:5:next, half-year:1, year:20", "when to report where the act names no day: quarter:25, month:5:next, half-year:1, year:20"), HelpName = "RULE" };
        var command = new Command("import", CommandLine.Say("Прочитати план і взяти його на контроль", "Read a plan and put it under control")) { file, code, yes, set, confirm, rule, coordinator };
        var data = new DataOptions(command);
        command.SetAction((parsed, stop) => DataOptions.Sentence(async () =>
        {
            var adopted = parsed.GetValue(rule) is { } text ? RuleOf(text) : null;
            if (!parsed.GetValue(file)!.Exists) throw new FileNotFoundException(CommandLine.Say($"Файлу {parsed.GetValue(file)} немає: перевірте шлях.", $"There is no file {parsed.GetValue(file)}: check the path."));
            await using var store = await data.Open(parsed);
            var authority = await new AllAuthorities(store).ByCode(parsed.GetValue(code)!, stop) ?? throw new RuleBroken("authority.unknown", parsed.GetValue(code)!);
            var (by, at) = (Actor.Program(authority.Id), new AuthorityClock(TimeProvider.System).Now(data.AsOf(parsed) ?? authority.Day));

            await using var content = parsed.GetValue(file)!.OpenRead();
            var import = await Waiting(store, authority.Id, content, stop) ?? await new DropFile(store).Run(by, at, parsed.GetValue(file)!.Name, content, stop);
            foreach (var answer in parsed.GetValue(set) ?? [])
            {
                if (answer.IndexOf('=') is not (> 0 and var equals)) throw new RuleBroken("answer.form", answer);
                await new CorrectReading(store).Run(by, at, import, answer[..equals], answer[(equals + 1)..], stop);
            }
            var sheet = await Confirmed(store, by, at, import, parsed.GetValue(confirm) ?? [], stop);
            var made = sheet.Make();
            var open = OpenQuestions(sheet, made, adopted is not null).ToList();
            Tell(sheet, made, open);
            if (open.Count > 0) return DataOptions.Fail(Waits(import, open));
            if (!parsed.GetValue(yes) && !Agreed())
            {
                Console.WriteLine(CommandLine.Say($"Прочитане чекає на сторінці /imports/{import}.", $"The reading waits at /imports/{import}."));
                return 0;
            }
            var plan = await new AdoptImport(store).Run(by, at, import, parsed.GetValue(coordinator), adopted, stop);
            Console.WriteLine(CommandLine.Say($"На контролі: {authority.Code}-{plan}", $"Under control: {authority.Code}-{plan}"));
            return 0;
        }));
        return command;
    }

    /// The same file dropped before and not yet adopted: its answers stay.
    static async Task<long?> Waiting(Store store, long authority, Stream content, CancellationToken stop)
    {
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
        content.Position = 0;
        return await store.Read(authority, r => r.Find<long?>("SELECT id FROM import WHERE authority_id = @authority AND sha256 = @sha256 AND plan_id IS NULL AND withdrawn_at IS NULL ORDER BY id DESC", new { sha256 }), stop);
    }

    static async Task<ImportSheet> Confirmed(Store store, Actor by, Moment at, long import, string[] fields, CancellationToken stop)
    {
        Task<ImportSheet> Sheet() => store.Read(by.Authority, r => ImportSheet.Find(r, import), stop);
        var sheet = await Sheet();
        // Questions have their own answers; only what was read with doubt can be confirmed as it is.
        var doubtful = sheet.Open.Where(d => d.Remarks.Count == 0).Select(d => d.Pointer).ToHashSet(StringComparer.Ordinal);
        if (fields.FirstOrDefault(f => f != "all" && !doubtful.Contains(f)) is { } unknown) throw new RuleBroken("answer.nothing-to-confirm", unknown);
        foreach (var pointer in fields.Contains("all") ? doubtful : fields.ToHashSet(StringComparer.Ordinal))
            await new CorrectReading(store).Run(by, at, import, pointer, sheet.Value(pointer), stop);
        return fields.Length > 0 ? await Sheet() : sheet;
    }

    static void Tell(ImportSheet sheet, MadePlan made, IReadOnlyList<Question> open)
    {
        Console.WriteLine($"{made.Title}: {CommandLine.Say(Plural.Count(made.Measures.Count, "захід", "заходи", "заходів"), Plural.English(made.Measures.Count, "measure", "measures"))}");
        foreach (var remark in sheet.Reading.Remarks) Console.WriteLine($"  {remark.Pointer}: {remark.Text}{(remark.Proposal is null ? "" : " " + remark.Proposal)}");
        foreach (var question in open) Console.WriteLine($"? {question.Pointer}: {question.Text}");
    }

    /// One sentence that names what is open; its text, where it is one thing.
    static string Waits(long import, IReadOnlyList<Question> open) => open is [var one]
        ? $"{one.Pointer}: {one.Text}"
        : CommandLine.Say($"Дайте відповіді на сторінці /imports/{import} або з --set, --confirm, --rule: {string.Join(", ", open.Select(q => q.Pointer))}.", $"Answer at /imports/{import} or with --set, --confirm, --rule: {string.Join(", ", open.Select(q => q.Pointer))}.");

    /// What only a person can answer: questions of the reading, fields it is unsure of, a day of reports where the act names none.
    static IEnumerable<Question> OpenQuestions(ImportSheet sheet, MadePlan made, bool ruled)
    {
        foreach (var doubt in sheet.Open)
        {
            foreach (var remark in doubt.Remarks) yield return new(doubt.Pointer, $"{remark.Text} {remark.Proposal}".TrimEnd());
            if (doubt.Remarks.Count > 0) continue;
            var value = sheet.Value(doubt.Pointer)?.Replace("\n", "; ", StringComparison.Ordinal);
            yield return new(doubt.Pointer, CommandLine.Say($"прочитано непевно: «{value}». Підтвердьте з --confirm або виправте з --set.", $"read with doubt: «{value}». Confirm with --confirm or mend with --set."));
        }
        if (!ruled && !made.Rules.Any(r => r.Kind == ObligationKind.Report))
        {
            var offered = ReportingRule.Offered(made.Rules.FirstOrDefault(r => r.Kind == ObligationKind.Consolidation));
            var form = FormOf(offered);
            yield return new("/act/reporting", CommandLine.Say($"Акт не називає дня, до якого звітують виконавці. Встановіть його: --rule {form} ({RuleInWords.Ukrainian(offered).ToLowerInvariant()}).", $"The act names no day for executors’ reports. Set it: --rule {form} ({RuleInWords.English(offered).ToLowerInvariant()})."));
        }
    }

    static bool Agreed()
    {
        if (Console.IsInputRedirected) return false;
        Console.Write(CommandLine.Say("Взяти на контроль? [т/н] ", "Put under control? [y/n] "));
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "т" or "так" or "y" or "yes";
    }

    static string FormOf(ReportingRule rule) =>
        $"{rule.Periodicity switch { PeriodLength.Month => "month", PeriodLength.HalfYear => "half-year", PeriodLength.Year => "year", _ => "quarter" }}:{rule.Day}{(rule.MonthRule == MonthRule.NextMonth ? ":next" : "")}";

    /// <exception cref="RuleBroken">rule.form.</exception>
    internal static ChosenRule RuleOf(string text)
    {
        var parts = text.Split(':');
        PeriodLength? length = parts[0] switch { "month" or "monthly" => PeriodLength.Month, "quarter" or "quarterly" => PeriodLength.Quarter, "half-year" or "half-yearly" => PeriodLength.HalfYear, "year" or "yearly" => PeriodLength.Year, _ => null };
        MonthRule? month = parts.Length < 3 ? MonthRule.LastMonthOfPeriod : parts[2] switch { "next" => MonthRule.NextMonth, "last" => MonthRule.LastMonthOfPeriod, _ => null };
        return length is { } l && month is { } m && parts.Length is 2 or 3 && int.TryParse(parts[1], out var day) && day is >= 1 and <= 31 ? new(l, day, m) : throw new RuleBroken("rule.form", text);
    }

    sealed record Question(string Pointer, string Text);
}
