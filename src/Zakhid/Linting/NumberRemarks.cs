namespace Zakhid.Linting;

/// <summary>number.repeated, number.missing, number.gap: within one section, where the plan numbers its measures at all.</summary>
static class NumberRemarks
{
    /// <summary>A longer jump is a numbering of another kind, not lost measures.</summary>
    const int LongestGap = 20;

    public static IEnumerable<Remark> Of(LintedPlan plan)
    {
        var measures = plan.Measures;
        if (!measures.Any(m => m.Number is not null)) yield break;

        var seen = new Dictionary<(string?, string?, string), int>();
        for (var i = 0; i < measures.Count; i++)
        {
            var pointer = $"/measures/{i}/no";
            if (measures[i].Number is not { } number)
            {
                yield return new("number.missing", pointer, null, "Захід надруковано без номера.", "Внесіть номер, якщо він потрібен.", Severity.Note);
                continue;
            }
            var key = (measures[i].Section, measures[i].Goal, number);
            // A merged number stands for several rows and repeats nothing.
            if (!seen.TryAdd(key, i) && (plan.PlaceOf(pointer) is not { } place || place != plan.PlaceOf($"/measures/{seen[key]}/no")))
                yield return new("number.repeated", pointer, null, $"Номер {number} повторюється: його має також захід «{LintedPlan.Short(measures[seen[key]].Text)}».", "Залиште як надруковано або виправте номер.", Severity.Note);
            if (i > 0 && Last(number) is var (stem, last) && Last(measures[i - 1].Number) is var (before, previous) && stem == before && last > previous + 1 && last <= previous + LongestGap)
                yield return new("number.gap", pointer, null, $"Після номера {measures[i - 1].Number} надруковано {number}: номер пропущено.", "Перевірте, чи не загублено захід.", Severity.Note);
        }
    }

    /// <summary>«1.10» is stem «1.» and 10.</summary>
    static (string Stem, int Number)? Last(string? number)
    {
        if (number is null) return null;
        number = number.TrimEnd(')');
        var dot = number.LastIndexOf('.');
        return int.TryParse(number.AsSpan(dot + 1), out var last) ? (number[..(dot + 1)], last) : null;
    }
}
