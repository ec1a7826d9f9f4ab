using Zakhid.Criteria;
using Zakhid.Text;

namespace Zakhid.Terms;

/// <summary>What a term means, said to a person: what was understood, when it is due, and what is unsure.</summary>
public static class TermWords
{
    /// <summary>How many due dates are named before «…».</summary>
    const int DatesShown = 12;

    /// <summary>Sentences, the meaning first; none is empty.</summary>
    public static IReadOnlyList<string> Explain(Term term, TermContext context)
    {
        var lines = new List<string> { Meaning(term) };
        if (term.Rules.Count > 0) lines.Add(Capital($"{RecurrenceWords.List(term.Rules.Select(RecurrenceWords.Of))}."));
        if (Dates(term, context) is { } dates) lines.Add(dates);
        if (term.Quota is { } quota) lines.Add($"Кількість: {Times(quota)}.");
        if (term.ReportsOn is { } reports) lines.Add(reports == ReportsOn.CurrentPeriod ? "Звіт про період, що триває." : "Звіт про період, що минув.");
        if (term is { YearFrom: YearSource.Context, Relative: null or { Amount: 0 } }) lines.Add("Рік у фразі не названо: його взято з плану або дати акта.");
        foreach (var stage in term.Then)
        {
            lines.Add($"{Role(stage.Role)}: {LowerFirst(Meaning(stage))}");
            if (stage.Rules.Count > 0) lines.Add(Capital($"{RecurrenceWords.List(stage.Rules.Select(RecurrenceWords.Of))}."));
        }
        lines.AddRange(Doubts(term));
        return lines;
    }

    /// <summary>The meaning in one line, without its days: how often, by when, and what follows.</summary>
    public static string Short(Term term)
    {
        var lines = new List<string> { Meaning(term) };
        if (term.Quota is { } quota) lines.Add($"Кількість: {Times(quota)}.");
        foreach (var stage in term.Then) lines.Add($"{Role(stage.Role)}: {LowerFirst(Meaning(stage))}");
        return string.Join(" ", lines);
    }

    static string Meaning(Term term) => term.Kind switch
    {
        TermKind.Once when term.Start is { } day && term.End == day => $"Один раз: {UkrainianDate.Full(day)}, {UkrainianDate.Weekday(day)}.",
        TermKind.Once when term.End is { } end => $"Один раз: не пізніше {UkrainianDate.Full(end)}{(term.Relative is { } counted ? $" ({Counted(counted)})" : "")}.",
        TermKind.Once when term.Relative is { Amount: 0, Anchor: "act_date" } => "Один раз: одразу, день не названо.",
        TermKind.Once when term.Relative is { } relative => $"Один раз: {Counted(relative)}.",
        TermKind.Once => "Один раз: день не названо.",
        TermKind.Range => $"Проміжок: з {UkrainianDate.Full(term.Start!.Value)} до {UkrainianDate.Full(term.End!.Value)}; результат потрібен в останній день.",
        TermKind.Recurring => $"Повторюється{(term is { Period: { } period, Quota: null or { Periods: 1 } } ? $": {Each(period)}" : "")}{Bounds(term)}.",
        TermKind.Continuous => $"Постійно, власного кінцевого дня немає{Bounds(term)}{(term.Trigger is { } state ? $" ({state})" : "")}.",
        _ when term.Trigger == TermLanguage.NotStated => "Строк не зазначено.",
        _ when term.Relative is { Amount: > 0 } relative => $"За умовою: {Counted(relative)}; дати цієї події документ не називає{Bounds(term)}.",
        _ => $"За умовою: «{term.Trigger}»; дати документ не називає{Bounds(term)}.",
    };

    static string Bounds(Term term) => (term.Start, term.End) switch
    {
        ({ } start, { } end) => $", з {UkrainianDate.Full(start)} до {UkrainianDate.Full(end)}",
        ({ } start, null) => $", починаючи з {UkrainianDate.Full(start)}",
        (null, { } end) => $", до {UkrainianDate.Full(end)}",
        _ => "",
    };

    static string? Dates(Term term, TermContext context)
    {
        if (term.Rules.Count == 0 || (term.Start ?? context.PlanFrom) is not { } from || (term.End ?? context.PlanTo) is not { } to || to < from) return null;
        var dates = Recurrence.Within(term.Rules, new(from, to));
        if (dates.Count == 0) return "У межах плану жодна дата не припадає.";
        var shown = string.Join(", ", dates.Take(DatesShown).Select(UkrainianDate.Short));
        return dates.Count > DatesShown ? $"Дати: {shown} … усього {Plural.Digits(dates.Count)}." : $"Дати: {shown}.";
    }

    static IEnumerable<string> Doubts(Term term)
    {
        if (term.Trigger == TermLanguage.NotStated) yield return "Уточніть строк: фраза його не називає.";
        else if (term.Ambiguous) yield return "Перевірте прочитане: фразу можна зрозуміти інакше.";
        foreach (var other in term.Alternatives)
        {
            var said = other.Rules.Count > 0 ? Capital(RecurrenceWords.List(other.Rules.Select(RecurrenceWords.Of))) + "." : Meaning(other);
            yield return $"Інше прочитання: {LowerFirst(said)}";
        }
        if (term.LeftOver.Count > 0) yield return $"Не належить до строку або не зрозуміло: {string.Join("; ", term.LeftOver.Select(span => $"«{span.Of(term.Phrase)}»"))}.";
    }

    static string Counted(RelativeTerm relative)
    {
        if (relative.Amount == 0) return $"{(relative.Direction == "before" ? "до" : "від")} {Anchor(relative.Anchor)}";
        var amount = relative.WorkingDays
            ? Plural.Count(relative.Amount, "робочий день", "робочі дні", "робочих днів")
            : Plural.Count(relative.Amount, One(relative.Unit), Few(relative.Unit), Many(relative.Unit));
        return relative.Direction == "before" ? $"за {amount} до {Anchor(relative.Anchor)}" : $"{amount} від {Anchor(relative.Anchor)}";
    }

    static string Anchor(string anchor) => anchor switch
    {
        "act_date" => "дати акта",
        "act_entry_into_force" => "набрання актом чинності",
        "receipt_date" => "дня отримання",
        "previous_stage_due" => "дня попереднього етапу",
        "date" => "названої дати",
        "event:school_year_start" => "початку навчального року",
        _ when Feasts.ByKey(anchor["event:".Length..]) is { } feast => $"події «{feast.Name}»",
        _ => $"події «{anchor["event:".Length..]}»",
    };

    static string Times(Quota quota)
    {
        var limit = quota.Op switch { Comparison.AtLeast => "не менше ніж ", Comparison.AtMost => "не більше ніж ", Comparison.MoreThan => "більше ніж ", _ => "" };
        var per = quota.Periods == 1 ? One(quota.Per) : Plural.Count(quota.Periods, One(quota.Per), Few(quota.Per), Many(quota.Per));
        return $"{limit}{Plural.Count(quota.Times, "раз", "рази", "разів")} на {(quota is { Periods: 1, Per: PeriodLength.Decade } ? "декаду" : per)}";
    }

    static string Role(StageRole? role) => role switch
    {
        StageRole.ConsolidatedReport => "Узагальнений звіт",
        StageRole.Report => "Звіт",
        _ => "Далі",
    };

    static string Each(PeriodLength period) => period switch
    {
        PeriodLength.Day => "щодня",
        PeriodLength.Week => "щотижня",
        PeriodLength.Decade => "щодекади",
        PeriodLength.Month => "щомісяця",
        PeriodLength.Quarter => "щокварталу",
        PeriodLength.HalfYear => "щопівроку",
        _ => "щороку",
    };

    static string One(PeriodLength unit) => unit switch
    {
        PeriodLength.Day => "день",
        PeriodLength.Week => "тиждень",
        PeriodLength.Decade => "декада",
        PeriodLength.Month => "місяць",
        PeriodLength.Quarter => "квартал",
        PeriodLength.HalfYear => "півріччя",
        _ => "рік",
    };

    static string Few(PeriodLength unit) => unit switch
    {
        PeriodLength.Day => "дні",
        PeriodLength.Week => "тижні",
        PeriodLength.Decade => "декади",
        PeriodLength.Month => "місяці",
        PeriodLength.Quarter => "квартали",
        PeriodLength.HalfYear => "півріччя",
        _ => "роки",
    };

    static string Many(PeriodLength unit) => unit switch
    {
        PeriodLength.Day => "днів",
        PeriodLength.Week => "тижнів",
        PeriodLength.Decade => "декад",
        PeriodLength.Month => "місяців",
        PeriodLength.Quarter => "кварталів",
        PeriodLength.HalfYear => "півріч",
        _ => "років",
    };

    static string Capital(string sentence) => CountInWords.Capital(sentence);

    static string LowerFirst(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
