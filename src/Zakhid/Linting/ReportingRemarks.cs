using Zakhid.Obligations;
using Zakhid.Text;

namespace Zakhid.Linting;

/// <summary>reporting.none, reporting.no-day, reporting.order, reporting.short-slack.</summary>
static class ReportingRemarks
{
    const string Pointer = "/act/reporting";

    public static IEnumerable<Remark> Of(LintedPlan plan)
    {
        if (plan.Act.Reporting.Count == 0)
        {
            yield return new("reporting.none", Pointer, null, "Акт не називає дня, до якого виконавці звітують.", "Ухваліть правило один раз: щокварталу до 25 числа останнього місяця.", Severity.Note);
            yield break;
        }
        foreach (var open in ReportingRule.Open(plan.Act))
            yield return new("reporting.no-day", Pointer, open.Place, $"Пункт про звіт не називає дня місяця: «{LintedPlan.Short(open.Text)}».", "Назвіть день, до якого звітують.", Severity.Note);

        var rules = plan.ReportingRules;
        var reports = rules.FirstOrDefault(r => r is { Kind: ObligationKind.Report, Once: false });
        var summary = rules.FirstOrDefault(r => r is { Kind: ObligationKind.Consolidation, Once: false });
        if (rules.Count > 0 && rules.All(r => r.Kind == ObligationKind.Consolidation))
            yield return new("reporting.none", Pointer, null, $"Акт називає день лише для узагальнення ({RuleInWords.Ukrainian(rules[0])[..1].ToLowerInvariant()}{RuleInWords.Ukrainian(rules[0])[1..]}), а дня, до якого звітують виконавці, не називає.", "Ухваліть правило для виконавців один раз: за кілька днів до узагальнення.", Severity.Note);
        if (reports is null || summary is null || reports.Length != summary.Length) yield break;

        var period = ReportingPeriod.Of(reports.Length, plan.Act.Date ?? plan.Days.From ?? new DateOnly(2023, 2, 1));
        var slack = summary.DueDay(period).DayNumber - reports.DueDay(period).DayNumber;
        if (slack < 0)
            yield return new("reporting.order", Pointer, null, $"Узагальнення належить {UkrainianDate.DayMonth(summary.DueDay(period))}, раніше за звіти виконавців, {UkrainianDate.DayMonth(reports.DueDay(period))}.", "Перевірте дні в пунктах акта.", Severity.Problem);
        else if (slack <= 1)
            yield return new("reporting.short-slack", Pointer, null, $"На узагальнення лишається {(slack == 0 ? "той самий день" : "один день")}: виконавці звітують до {Genitive(reports.Day)}, узагальнення — до {Genitive(summary.Day)}.", "Просіть звіти раніше або готуйте узагальнення наперед.", Severity.Note);
    }

    static string Genitive(int day) => $"{day}-го";
}
