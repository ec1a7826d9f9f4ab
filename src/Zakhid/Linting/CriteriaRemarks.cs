using Zakhid.Criteria;
using Zakhid.Text;

namespace Zakhid.Linting;

/// <summary>criterion.none, criterion.missing, criterion.no-number, criterion.no-base, criterion.uncheckable, criterion.told.</summary>
static class CriteriaRemarks
{
    public static IEnumerable<Remark> Of(LintedPlan plan)
    {
        if (!plan.Measures.Any(m => m.Criteria is not null))
        {
            // Indicators by year are criteria enough.
            if (plan.Measures.Count > 0 && plan.Measures.All(m => m.Indicators.Count == 0))
                yield return new("criterion.none", "/measures", null, $"План не називає критерію ефективності для {Plural.Count(plan.Measures.Count, "заходу", "заходів", "заходів")}.", "Внесіть критерії, де їх можна полічити, або звітуйте лише про зроблене.", Severity.Note);
            yield break;
        }
        for (var i = 0; i < plan.Measures.Count; i++)
        {
            var pointer = $"/measures/{i}/criteria";
            if (plan.Criteria[i] is not { } reading)
            {
                if (plan.Measures[i].Indicators.Count == 0)
                    yield return new("criterion.missing", pointer, null, "Критерію ефективності не названо, хоч інші заходи його мають.", "Внесіть критерій або звітуйте лише про факт виконання.", Severity.Problem);
                continue;
            }
            foreach (var remark in reading.Targets.GroupBy(CodeOf).Where(g => g.Key is not null))
                yield return Say(remark.Key!, pointer, remark.First(), reading);
        }
    }

    static string? CodeOf(Target target) => target switch
    {
        { Type: TargetType.MetricOnly } => "criterion.no-number",
        { Type: TargetType.Goal } => "criterion.uncheckable",
        { Type: TargetType.ReportedValue } => "criterion.told",
        { Type: TargetType.Change, Baseline: null or "unspecified" } => "criterion.no-base",
        _ => null,
    };

    static Remark Say(string code, string pointer, Target target, CriteriaReading reading)
    {
        var printed = LintedPlan.Short(target.Span.Length > 0 && target.Span.End <= reading.Phrase.Length ? target.Span.Of(reading.Phrase) : reading.Phrase);
        var (text, proposal) = code switch
        {
            "criterion.no-number" => ($"Критерій не називає числа, якого треба досягти: «{printed}».", "Внесіть число або звітуйте лише про показник."),
            "criterion.no-base" when target.Value is null => ($"Критерій називає лише напрям, без числа і бази: «{printed}».", "Внесіть число і рівень, від якого рахувати."),
            "criterion.no-base" => ($"Не сказано, від якого рівня рахувати зміну: «{printed}».", "Внесіть базу: показник за попередній рік або на дату акта."),
            "criterion.told" => ($"Критерій описує вже зроблене, а не вимогу: «{printed}».", "Перевірте, чи не потрапив у критерій текст звіту."),
            _ => ($"З критерію не видно, коли його досягнуто: «{printed}».", "Додайте число, частоту або подію, за якою це видно."),
        };
        return new(code, pointer, null, text, proposal, Severity.Note);
    }
}
