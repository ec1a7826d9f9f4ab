using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Linting;

/// <summary>term.none, term.missing, term.order, term.past, term.begun, term.after-plan, term.unsure, term.before-data, term.after-parent.</summary>
static class TermRemarks
{
    public static IEnumerable<Remark> Of(LintedPlan plan)
    {
        if (plan.Measures.Count > 0 && plan.Measures.All(m => m.TermText is null))
        {
            var until = plan.Days.To is { } end ? $"до {UkrainianDate.Full(end)}" : "до завершення плану";
            yield return new("term.none", "/measures", null, $"План не називає строку для {Plural.Count(plan.Measures.Count, "заходу", "заходів", "заходів")}.", $"Внесіть строки або залиште один для всіх: {until}.", Severity.Note);
            yield break;
        }
        for (var i = 0; i < plan.Measures.Count; i++)
        {
            var pointer = $"/measures/{i}/term_text";
            if (plan.Terms[i] is not { } term)
            {
                yield return new("term.missing", pointer, null, "Строку виконання не названо, хоч інші заходи його мають.", plan.Days.To is { } end ? $"Внесіть строк; без нього діє строк плану — до {UkrainianDate.Full(end)}." : "Внесіть строк.", Severity.Problem);
                continue;
            }
            // Of a term that ends before it begins no day is sure.
            var isReversed = TermOrder.IsReversed(term.Phrase, plan.Days is { From: { } first, To: { } last } && first.Year < last.Year);
            if (!isReversed) foreach (var remark in Dates(plan, term, pointer)) yield return remark;
            if (isReversed)
                yield return new("term.order", pointer, null, $"Строк «{LintedPlan.Short(term.Phrase)}» закінчується раніше, ніж починається.", "Перевірте початок і кінець, за потреби впишіть рік до кожного.", Severity.Question);
            else if (term.Ambiguous)
                yield return new("term.unsure", pointer, null, $"Строк «{LintedPlan.Short(term.Phrase)}» читається по-різному.", "Перевірте прочитану дату або внесіть її вручну.", Severity.Question);
            if (DataRemarks.Of(plan, i, term) is { } late) yield return late;
            if (AfterParent(plan, i, term) is { } after) yield return after;
        }
    }

    static IEnumerable<Remark> Dates(LintedPlan plan, Term term, string pointer)
    {
        var printed = LintedPlan.Short(term.Phrase);
        var end = term.End ?? term.Relative?.Resolved;
        if (plan.Act.Date is { } act && !plan.IsDraft)
        {
            if (end < act)
                yield return new("term.past", pointer, null, $"Строк «{printed}» минув {UkrainianDate.Beside(end.Value, act)} — ще до дати акта, {UkrainianDate.Full(act)}.", "Перевірте рік або внесіть новий строк.", Severity.Problem);
            else if (Gone(term, act) is { } gone)
                yield return new("term.begun", pointer, null, $"Строк «{printed}» охоплює {gone}, що {(gone.StartsWith("квартали", StringComparison.Ordinal) ? "минули" : "минув")} до дати акта, {UkrainianDate.Full(act)}.", "Звіти рахуються від дати акта; за потреби зазначте зроблене раніше в першому звіті.", Severity.Note);
        }
        if (plan.Days.To is { } last && end > last && term.Kind is TermKind.Once or TermKind.Range)
            yield return new("term.after-plan", pointer, null, $"Строк «{printed}» виходить за межі плану, що діє до {UkrainianDate.Full(last)}.", "Перевірте строк або продовжте план.", Severity.Note);
    }

    /// <summary>A part of a measure («2.1» of «2») that ends later than the whole.</summary>
    static Remark? AfterParent(LintedPlan plan, int measure, Term term)
    {
        if (EndOf(term) is not { } end || plan.Measures[measure].Number is not { } number || number.LastIndexOf('.') is not (> 0 and var dot)) return null;
        for (var i = measure - 1; i >= 0; i--)
        {
            if (plan.Measures[i].Number?.TrimEnd('.') != number[..dot] || plan.Measures[i].Section != plan.Measures[measure].Section) continue;
            return plan.Terms[i] is { } whole && EndOf(whole) is { } last && end > last
                ? new("term.after-parent", $"/measures/{measure}/term_text", null, $"Строк заходу {number} — до {UkrainianDate.Full(end)}, а заходу {number[..dot]}, частиною якого він є, — до {UkrainianDate.Full(last)}.", "Узгодьте строки: ціле не завершується раніше за частину.", Severity.Problem)
                : null;
        }
        return null;
    }

    static DateOnly? EndOf(Term term) => term.Kind is TermKind.Once or TermKind.Range ? term.End ?? term.Relative?.Resolved : null;

    /// <summary>
    /// Whole quarters of a term that ended before the act: «II квартал» of «ІІ–ІV квартали» in an act of August. A whole year
    /// («протягом року») is said of the plan and not of its beginning.
    /// </summary>
    static string? Gone(Term term, DateOnly act)
    {
        if (term is not { Kind: TermKind.Range, Start: { } start, End: { } end } || start >= act || (start is { Month: 1, Day: 1 } && end is { Month: 12, Day: 31 })) return null;
        var first = (start.Month + 2) / 3;
        var last = act.Year > start.Year ? 4 : ((act.Month + 2) / 3) - 1;
        if (start != new DateOnly(start.Year, ((first - 1) * 3) + 1, 1) || last < first) return null;
        string[] roman = ["I", "II", "III", "IV"];
        return first == last ? $"{roman[first - 1]} квартал" : $"квартали {roman[first - 1]}–{roman[last - 1]}";
    }
}
