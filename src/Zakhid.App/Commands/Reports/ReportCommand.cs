using System.CommandLine;
using System.Globalization;
using Zakhid.Calendar;
using Zakhid.Documents;
using Zakhid.Operations.Reporting;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.App.Commands.Reports;

/// `zakhid report …`: one report as its pages show and change it: written, handed in, accepted, returned.
static class ReportCommand
{
    static readonly string[] _open = ["Expected", "Draft", "Returned"];
    static readonly string[] _handedIn = ["Submitted"];
    static readonly Dictionary<string, ExecutionState> _states = Enum.GetValues<ExecutionState>().ToDictionary(WordOf, state => state);

    public static Command Create() => new("report", CommandLine.Say("Звіт: показати, написати, подати, прийняти, повернути", "A report: show, write, hand in, accept, return"))
    {
        Show(), Save(), Attach(), Detach(), Submit(), Accept(), Return(),
    };

    static Command Show()
    {
        var json = Said.Json();
        var command = new Command("show", CommandLine.Say("Показати звіт, його показники, файли, квитанції й зауваження", "Show a report, its figures, files, receipts and remarks")) { json };
        return Handle(command, [.. _open, .. _handedIn, "Accepted"], false, (d, parsed) =>
        {
            var (s, said) = (d.Sheet, d.Sheet.Line.ReportState is "Submitted" or "Accepted" ? d.Sheet.Last?.Said ?? d.Sheet.Draft : d.Sheet.Draft);
            if (parsed.GetValue(json))
            {
                JsonOut.Write(new
                {
                    s.Line.Measure,
                    Executor = s.Line.Body,
                    Period = s.Line.PeriodCode,
                    Due = s.Line.DueDay,
                    State = Enum.Parse<ReportState>(s.Line.ReportState),
                    said.Narrative,
                    Declared = said.DeclaredState,
                    said.Reason,
                    Figures = said.Figures.Select(f => new { Criterion = s.Targets.ToList().FindIndex(t => t.Id == f.TargetId) + 1, f.Value }),
                    Links = said.Links.Select(l => l.Url),
                    Files = said.Files.Select(f => new { f.Id, f.Name, f.Sha256 }),
                    Receipts = s.Submissions.Select(x => new { x.Receipt, x.Day, x.OnBehalf }),
                    Remark = s.Open is { } open ? string.Join("; ", open.Remarks.Values) : null,
                    Confirmed = s.Acceptance?.ConfirmedState,
                });
                return Task.FromResult(0);
            }
            Console.WriteLine($"{s.Line.Measure}. {s.Line.Gist} — {s.Line.Body}, {s.Line.PeriodCode}, {UkrainianDate.Short(s.Line.DueDay)}: {(CommandLine.IsEnglish ? StateWords.English(Enum.Parse<ReportState>(s.Line.ReportState)) : StateWords.Ukrainian(Enum.Parse<ReportState>(s.Line.ReportState)))}");
            if (said.Narrative.Length > 0) Console.WriteLine(said.Narrative);
            if (said.DeclaredState is { } state) Console.WriteLine((CommandLine.IsEnglish ? StateWords.English(state) : StateWords.Ukrainian(state)) + (said.Reason is null ? "" : $": {said.Reason}"));
            for (var i = 0; i < s.Targets.Count; i++) Console.WriteLine($"  {i + 1}. {s.Targets[i].Target.Metric} ({s.Targets[i].Target.Unit}): {said.Figures.FirstOrDefault(f => f.TargetId == s.Targets[i].Id)?.Value.ToString("0.##", CultureInfo.InvariantCulture) ?? "—"}");
            foreach (var link in said.Links) Console.WriteLine($"  {link.Url}");
            foreach (var file in said.Files) Console.WriteLine(CommandLine.Say($"  файл {file.Id}: {file.Name}", $"  file {file.Id}: {file.Name}"));
            foreach (var one in s.Submissions) Console.WriteLine(CommandLine.Say($"  подано {UkrainianDate.Short(one.Day)}, № {one.Receipt}", $"  handed in {UkrainianDate.Short(one.Day)}, no. {one.Receipt}"));
            foreach (var one in s.Returns) Console.WriteLine(CommandLine.Say($"  повернуто до {UkrainianDate.Short(one.DueDay)}: {string.Join("; ", one.Remarks.Values)}", $"  returned until {UkrainianDate.Short(one.DueDay)}: {string.Join("; ", one.Remarks.Values)}"));
            return Task.FromResult(0);
        });
    }

    static Command Save()
    {
        var text = Said.Text("--text", "TEXT", "що зроблено за період", "what was done in the period");
        var state = State("стан заходу", "state of the measure");
        var reason = Said.Text("--reason", "TEXT", "чому не виконано або не потрібно", "why it is not done, or not needed");
        var figure = new Option<string[]>("--figure") { Description = CommandLine.Say("показник: номер критерію в report show і число, напр. 1=25", "a figure: the criterion's number in report show and the number, e.g. 1=25"), HelpName = "N=NUMBER" };
        var link = new Option<string[]>("--link") { Description = CommandLine.Say("посилання; усі попередні замінюються", "a link; all before are replaced"), HelpName = "URL" };
        var command = new Command("save", CommandLine.Say("Записати чернетку: чого не названо, те лишається", "Keep a draft: what is not named stays")) { text, state, reason, figure, link };
        return Handle(command, _open, true, async (d, parsed) =>
        {
            var before = d.Sheet.Draft;
            var figures = before.Figures.ToDictionary(f => f.TargetId);
            foreach (var typed in parsed.GetValue(figure) ?? []) if (Figure(d.Sheet, typed) is var (target, value)) figures[target] = new(target, value);
            var content = before with
            {
                Narrative = parsed.GetValue(text)?.Trim() ?? before.Narrative,
                DeclaredState = parsed.GetValue(state) is { } word ? _states[word] : before.DeclaredState,
                Reason = parsed.GetValue(reason)?.Trim() is { } why ? why.Length > 0 ? why : null : before.Reason,
                Figures = [.. d.Sheet.Targets.Where(t => figures.ContainsKey(t.Id)).Select(t => figures[t.Id])],
                Links = parsed.GetValue(link) is { Length: > 0 } links ? [.. links.Select(url => new ReportedLink(url.Trim()))] : before.Links,
            };
            await new SaveDraft(d.Store).Run(d.By, d.At, d.Id, content, d.Sheet.Version);
            return Said.Done("Чернетку збережено.", "The draft is kept.");
        });
    }

    static Command Attach()
    {
        var file = new Option<FileInfo>("--file") { Description = CommandLine.Say("документ, що підтверджує", "a document that proves it"), HelpName = "FILE", Required = true };
        var command = new Command("attach", CommandLine.Say("Додати файл до чернетки", "Add a file to the draft")) { file };
        return Handle(command, _open, true, async (d, parsed) =>
        {
            await using var bytes = parsed.GetValue(file)!.OpenRead();
            var id = await new KeepEvidence(d.Store).Add(d.By, d.At, d.Id, parsed.GetValue(file)!.Name, bytes);
            return Said.Done($"Додано: файл {id}.", $"Added: file {id}.");
        });
    }

    static Command Detach()
    {
        var number = new Option<long>("--file") { Description = CommandLine.Say("номер файлу: zakhid report show", "number of the file: zakhid report show"), HelpName = "N", Required = true };
        var command = new Command("detach", CommandLine.Say("Прибрати файл із чернетки", "Take a file out of the draft")) { number };
        return Handle(command, _open, true, async (d, parsed) =>
        {
            await new KeepEvidence(d.Store).Remove(d.By, d.At, d.Id, parsed.GetValue(number));
            return Said.Done("Прибрано.", "Taken out.");
        });
    }

    static Command Submit()
    {
        var paper = new Option<string>("--paper") { Description = CommandLine.Say("на чому надійшов звіт: лист, його дата й номер", "what the report came on: the letter, its date and number"), HelpName = "TEXT", Required = true };
        var command = new Command("submit", CommandLine.Say("Подати чернетку за виконавця", "Hand the draft in for the executor")) { paper };
        return Handle(command, _open, true, async (d, parsed) =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(paper))) throw new RuleBroken("report.paper-missing");
            var submitted = await new SubmitReport(d.Store).Run(d.By, d.At, d.Id, $"{d.Id}-{Guid.NewGuid():N}", parsed.GetValue(paper)!.Trim());
            return Said.Done($"Подано: № {submitted.Receipt}.", $"Handed in: no. {submitted.Receipt}.");
        });
    }

    static Command Accept()
    {
        var state = State("підтверджений стан; без нього — як заявлено", "the confirmed state; without it, as declared");
        var command = new Command("accept", CommandLine.Say("Прийняти поданий звіт", "Accept a report")) { state };
        return Handle(command, _handedIn, true, async (d, parsed) =>
        {
            var confirmed = parsed.GetValue(state) is { } word ? _states[word] : d.Sheet.Line.DeclaredState ?? ExecutionState.InProgress;
            await new AcceptReport(d.Store).Run(d.By, d.At, d.Id, confirmed);
            return Said.Done($"Прийнято: {StateWords.Ukrainian(confirmed)}.", $"Accepted: {StateWords.English(confirmed)}.");
        });
    }

    static Command Return()
    {
        var remark = new Option<string>("--remark") { Description = CommandLine.Say("що доопрацювати", "what to mend"), HelpName = "TEXT", Required = true };
        var field = new Option<string>("--field") { Description = CommandLine.Say("де: narrative, figures, files, state", "where: narrative, figures, files, state"), HelpName = "FIELD", DefaultValueFactory = _ => "narrative" };
        field.AcceptOnlyFromAmong("narrative", "figures", "files", "state");
        var due = DayOption.Create("--due", "до якого дня; без нього — пізніший зі строку й трьох робочих днів", "until which day; without it, the later of the day and three working days");
        var command = new Command("return", CommandLine.Say("Повернути звіт на доопрацювання", "Return a report with a remark")) { remark, field, due };
        return Handle(command, _handedIn, true, async (d, parsed) =>
        {
            var until = parsed.GetValue(due) ?? d.Sheet.ProposedReturn(d.At.Day, WorkingCalendar.Ukraine);
            await new ReturnReport(d.Store).Run(d.By, d.At, d.Id, new Dictionary<string, string> { [parsed.GetValue(field)!] = parsed.GetValue(remark)!.Trim() }, until);
            return Said.Done($"Повернуто до {UkrainianDate.Short(until)}.", $"Returned until {UkrainianDate.Short(until)}.");
        });
    }

    static Command Handle(Command command, IReadOnlyList<string> states, bool writes, Func<ReportDeed, ParseResult, Task<int>> deed)
    {
        var options = new ReportOptions(command);
        command.SetAction((parsed, stop) => options.Do(parsed, states, writes, d => deed(d, parsed), stop));
        return command;
    }

    static Option<string?> State(string ukrainian, string english)
    {
        var option = new Option<string?>("--state") { Description = CommandLine.Say(ukrainian, english) + ": " + string.Join(", ", _states.Keys), HelpName = "STATE" };
        option.AcceptOnlyFromAmong([.. _states.Keys]);
        return option;
    }

    /// «not-yet-due»
    static string WordOf(ExecutionState state) => string.Concat(state.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    static (long Target, decimal Value) Figure(ReportSheet sheet, string typed)
    {
        if (typed.Split('=') is not [var number, var value] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || !decimal.TryParse(value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) throw new RuleBroken("report.figure-form", typed);
        return at >= 1 && at <= sheet.Targets.Count ? (sheet.Targets[at - 1].Id, count) : throw new RuleBroken("report.figure-unknown");
    }
}
