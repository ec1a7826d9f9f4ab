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
        if (term is not { Kind: TermKind.Once, End: { } due } || !IsReport(plan.Measures[measure].Text)) return null;
        var rules = ReportingRule.Of(plan.Act);
        var data = rules.FirstOrDefault(r => r is { Kind: ObligationKind.Report, Once: false });
        if (data is null) return null;

        var period = ReportingPeriod.Of(data.Length, due);
        var given = data.DueDay(period);
        // A report made well after the last data of an earlier period is about that period.
        if (given < due || due < period.Start.AddMonths(1)) return null;

        var when = given == due ? "того самого дня" : $"лише {UkrainianDate.Beside(given, due)}";
        var summary = rules.FirstOrDefault(r => r is { Kind: ObligationKind.Consolidation, Once: false })?.DueDay(period);
        var proposal = summary > due ? $"Перенесіть строк на день після узагальнення, {UkrainianDate.Full(summary.Value)}, або зберіть дані раніше." : "Перенесіть строк або зберіть дані раніше.";
        return new("term.before-data", $"/measures/{measure}/term_text", null,
            $"Звіт має бути {UkrainianDate.Full(due)}, а дані виконавців за {period.ShortName} надходять {when}.", proposal, Severity.Problem);
    }

    /// <summary>«річний звіт про виконання плану», «узагальнена інформація про хід реалізації»: a report on what the plan does, not a theme.</summary>
    static bool IsReport(string text)
    {
        var words = Token.Cut(text).Where(t => t.Kind == TokenKind.Word).Select(t => t.Text).ToList();
        var makes = words.Take(12).Any(w => w.StartsWith("підготов", StringComparison.Ordinal) || w.StartsWith("підготув", StringComparison.Ordinal) || w.StartsWith("оприлюдн", StringComparison.Ordinal)
            || w.StartsWith("подан", StringComparison.Ordinal) || w.StartsWith("подат", StringComparison.Ordinal) || w.StartsWith("надан", StringComparison.Ordinal) || w.StartsWith("узагальн", StringComparison.Ordinal)
            || w.StartsWith("складан", StringComparison.Ordinal) || w.StartsWith("публікац", StringComparison.Ordinal) || w.StartsWith("формуван", StringComparison.Ordinal));
        var report = words.FindIndex(w => w.StartsWith("звіт", StringComparison.Ordinal) && !w.StartsWith("звітн", StringComparison.Ordinal) || w.StartsWith("узагальнен", StringComparison.Ordinal));
        var of = words.Skip(report + 1).Take(5).Any(w => w.StartsWith("викон", StringComparison.Ordinal) || w.StartsWith("реаліз", StringComparison.Ordinal) || w is "хід" or "стан");
        var yearly = report > 0 && (words[report - 1].StartsWith("річн", StringComparison.Ordinal) || words[report - 1].StartsWith("щорічн", StringComparison.Ordinal) || words[report - 1].StartsWith("підсумков", StringComparison.Ordinal));
        return makes && report >= 0 && (of || yearly);
    }
}
