using System.CommandLine;
using Zakhid.Terms;

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
        var command = new Command("explain", CommandLine.Say("Пояснити фразу строку: що зрозуміло, дати, сумніви", "Explain a phrase of term: meaning, dates, doubts")) { phrase, from, to, act, clause };
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
            return 0;
        });
        return command;
    }

    static TermClause Clause(string name) => name switch
    {
        "report_clause" => TermClause.ReportClause,
        "act_task" => TermClause.ActTask,
        "plan_title" => TermClause.PlanTitle,
        _ => TermClause.MeasureTerm,
    };
}
