using Zakhid.Obligations;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Linting;

/// <summary>
/// term.before-data: the plan asks for a report on its own execution no later than the executors hand in what the report
/// is made of.
/// </summary>
static class DataRemarks
{
    public static Remark? Of(LintedPlan plan, int measure, Term term)
    {
        if (term is not { Kind: TermKind.Once, End: { } due }) return null;
        var rules = plan.ReportingRules;
        if (DataBehind.Of(plan.Measures[measure].Text, due, rules) is not { } behind) return null;

        var when = behind.Day == due ? "того самого дня" : $"лише {UkrainianDate.Beside(behind.Day, due)}";
        var summary = rules.FirstOrDefault(r => r is { Kind: ObligationKind.Consolidation, Once: false })?.DueDay(behind.Period);
        var proposal = summary > due ? $"Перенесіть строк на день після узагальнення, {UkrainianDate.Full(summary.Value)}, або зберіть дані раніше." : "Перенесіть строк або зберіть дані раніше.";
        return new("term.before-data", $"/measures/{measure}/term_text", null,
            $"Звіт має бути {UkrainianDate.Full(due)}, а дані виконавців за {behind.Period.ShortName} надходять {when}.", proposal, Severity.Problem);
    }
}
