using System.CommandLine;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// `zakhid explain "щокварталу до 17 числа …"`: what the phrase means, for a person.
static class ExplainCommand
{
    public static Command Create()
    {
        var phrase = new Argument<string>("phrase") { Description = CommandLine.Say("фраза строку виконання", "a phrase of term") };
        var from = DayOption.Create("--from", "перший день плану, РРРР-ММ-ДД", "first day of the plan, YYYY-MM-DD");
        var to = DayOption.Create("--to", "останній день плану", "last day of the plan");
        var act = DayOption.Create("--act-date", "дата акта", "date of the act");
        var clause = new Option<string>("--clause") { Description = CommandLine.Say("де стоїть фраза", "where the phrase stands"), DefaultValueFactory = _ => "measure_term" };
        clause.AcceptOnlyFromAmong("measure_term", "report_clause", "act_task", "plan_title");
        var happened = DayOption.Create("--event-day", "день події, на яку чекає строк", "day of the event that the term waits for");
        var policy = new Option<string>("--policy") { Description = CommandLine.Say("якщо строк — вихідний", "if the day is off"), DefaultValueFactory = _ => "earlier" };
        policy.AcceptOnlyFromAmong("earlier", "later", "none");
        var command = new Command("explain", CommandLine.Say("Пояснити фразу строку: що зрозуміло, дати, сумніви", "Explain a phrase of term: meaning, dates, doubts")) { phrase, from, to, act, clause, happened, policy };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(from) is { } first && parsed.GetValue(to) is { } last && last < first)
            {
                Console.Error.WriteLine(CommandLine.Say("План закінчується раніше, ніж починається: виправте --from або --to.", "The plan ends before it starts: mend --from or --to."));
                return 2;
            }
            var context = new TermContext(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(act));
            var term = TermLanguage.Read(parsed.GetValue(phrase)!, Clause(parsed.GetValue(clause)!), context);
            foreach (var line in TermWords.Explain(term, context)) Console.Out.WriteLine(line);
            foreach (var line in Follows(term, context, parsed.GetValue(happened), parsed.GetValue(policy)!)) Console.Out.WriteLine(line);
            return 0;
        });
        return command;
    }

    const int DaysShown = 12;

    /// What follows from the term: the event it waits for, its slots, and each day that is off with the day it moves to.
    static IEnumerable<string> Follows(Term term, TermContext context, DateOnly? happened, string policy)
    {
        var move = policy switch { "later" => DayOffPolicy.Following, "none" => DayOffPolicy.None, _ => DayOffPolicy.Preceding };
        if (AwaitedEvent.Of(term) is { } awaited)
        {
            if (happened is null) yield return CommandLine.Say($"Чекає на подію «{awaited.Words}»: до неї дат немає. Додайте --event-day.", $"Waits for the event “{awaited.Words}”: until then there are no dates. Add --event-day.");
            else
            {
                term = AwaitedEvent.Dated(term, _ => new(happened.Value), WorkingCalendar.Ukraine);
                yield return (term.Start, term.End) switch
                {
                    ({ } start, { } end) => CommandLine.Say($"Від події: з {UkrainianDate.Full(start)} до {UkrainianDate.Full(end)}.", $"From the event: {EnglishDate.Full(start)} to {EnglishDate.Full(end)}."),
                    (null, { } end) => CommandLine.Say($"Від події: до {UkrainianDate.Full(end)}.", $"From the event: by {EnglishDate.Full(end)}."),
                    ({ } start, _) => CommandLine.Say($"Від події: з {UkrainianDate.Full(start)}, кінцевого дня немає.", $"From the event: from {EnglishDate.Full(start)} on, without a last day."),
                    _ => "",
                };
            }
        }
        if (Occasion.Is(term)) yield return CommandLine.Say("Якщо випадків не було, так і звітують: опису й чисел не треба.", "If no case arose, that is the report: no text and no figures are needed.");
        if ((context.ActDate ?? context.PlanFrom) is not { } act) yield break;
        if ((term.Start ?? context.PlanFrom) is { } from && (term.End ?? context.PlanTo) is { } to && from <= to)
            foreach (var slot in QuotaSlots.Of(term, new(from, to)).Take(DaysShown)) yield return CountInWords.Capital(CommandLine.Say(slot.Ukrainian, slot.English)) + ".";
        foreach (var date in ControlDate.Of(term, new(context.PlanFrom, context.PlanTo), act, WorkingCalendar.Ukraine, move).Where(date => date.Due.IsMoved || WorkingCalendar.Ukraine.WhyOff(date.Due.Nominal) is not null).Take(DaysShown))
            yield return CountInWords.Capital(date.Due.Explain("строк", WorkingCalendar.Ukraine)) + ".";
    }

    static TermClause Clause(string name) => name switch
    {
        "report_clause" => TermClause.ReportClause,
        "act_task" => TermClause.ActTask,
        "plan_title" => TermClause.PlanTitle,
        _ => TermClause.MeasureTerm,
    };
}
