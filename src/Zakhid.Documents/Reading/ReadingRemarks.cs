namespace Zakhid.Documents.Reading;

/// <summary>What the reader says of a reading as a whole: requisites left blank, numbers that repeat or leave a gap.</summary>
static class ReadingRemarks
{
    public static void Add(Act act, IReadOnlyList<Measure> measures, ReadingNotes notes)
    {
        if (act.Kind is null && measures.Count == 0) return;
        if (act.IsDraft || act.Date is null && act.Number is null)
            notes.Remark("act.draft", "/act/status", null, "Акт не має дати або номера: це проєкт.", "Внесіть реквізити після підписання; доти план не ставиться на контроль.", Severity.Question);
        else if (act.Date is null) notes.Remark("act.no-date", "/act/date", null, "Дати акта не знайдено.", "Внесіть дату акта.", Severity.Question);
        else if (act.Number is null && act.Kind != "план заходів") notes.Remark("act.no-number", "/act/number", null, "Номера акта не знайдено.", "Внесіть номер акта.", Severity.Question);

        var seen = new Dictionary<(string?, string?, string), int>();
        for (var i = 0; i < measures.Count; i++)
        {
            if (measures[i].Number is not { } number) continue;
            var key = (measures[i].Section, measures[i].Goal, number);
            // A merged number stands for several rows and repeats nothing.
            if (!seen.TryAdd(key, i) && notes.Places.GetValueOrDefault($"/measures/{i}/no") != notes.Places.GetValueOrDefault($"/measures/{seen[key]}/no"))
                notes.Remark("number.repeated", $"/measures/{i}/no", notes.Places.GetValueOrDefault($"/measures/{i}/no"), $"Номер {number} повторюється: його має також захід «{PlanTable.Shorten(measures[seen[key]].Text)}».", "Залиште як надруковано або виправте номер.", Severity.Note);
        }
        AddGaps(measures, notes);
        if (measures.Count > 0 && measures.Any(m => m.Number is not null))
            for (var i = 0; i < measures.Count; i++)
                if (measures[i].Number is null) notes.Remark("number.missing", $"/measures/{i}/no", notes.Places.GetValueOrDefault($"/measures/{i}/text"), "Захід надруковано без номера.", "Внесіть номер, якщо він потрібен.", Severity.Note);
    }

    static void AddGaps(IReadOnlyList<Measure> measures, ReadingNotes notes)
    {
        for (var i = 1; i < measures.Count; i++)
        {
            if (Last(measures[i].Number) is not var (stem, number) || Last(measures[i - 1].Number) is not var (before, last) || stem != before || number <= last + 1 || number > last + 20) continue;
            notes.Remark("number.gap", $"/measures/{i}/no", notes.Places.GetValueOrDefault($"/measures/{i}/no"), $"Після номера {measures[i - 1].Number} надруковано {measures[i].Number}: номер пропущено.", "Перевірте, чи не загублено захід.", Severity.Note);
        }
    }

    static (string Stem, int Number)? Last(string? number)
    {
        if (number is null) return null;
        var dot = number.LastIndexOf('.');
        return int.TryParse(number[(dot + 1)..], out var last) ? (number[..(dot + 1)], last) : null;
    }
}
