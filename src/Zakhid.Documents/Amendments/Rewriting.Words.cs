using Zakhid.Amendments;
using Zakhid.Text;

namespace Zakhid.Documents.Amendments;

/// <summary>Words inside points, the title and the terms.</summary>
sealed partial class Rewriting
{
    void ChangeWords(Alteration a, string pointer)
    {
        if (a.Part.Whole == AlteredWhole.Title) { ChangeTitle(a, pointer); return; }
        var fields = a.Part.Column is { } column ? PlanField.Under(column) is { } field ? [field] : null : PlanField.All;
        if (fields is null && a.Part.Column is { } unknown && !unknown.All(char.IsAsciiDigit)) { Say("amendment.column-unknown", pointer, a, $"Не зрозуміло, що в плані названо графою «{unknown}».", "Змініть потрібне поле вручну."); return; }

        var whole = a.Part.Points.Count == 0;
        var done = 0;
        foreach (var row in Scope(a, pointer))
        {
            var changed = Change(row, a, fields ?? PlanField.All);
            done += changed;
            if (changed == 0 && !whole) Missing(a, pointer, $"У пункті {row.Number}");
        }
        if (whole && a.Part.Section is null && a.Part.Column is null && a.OldWords is not null && done + ChangeHeadings(a) == 0) Missing(a, pointer, "У плані");
        if (done > 0 && a.EveryCase) Say("amendment.endings", pointer, a, $"Слова «{a.OldWords}» замінено в усіх відмінках: закінчення слів «{a.NewWords}» не змінювалися.", "Перевірте закінчення в змінених пунктах.", Severity.Note);
    }

    void Missing(Alteration a, string pointer, string where)
    {
        if ((a.OldWords ?? a.Anchor) is { } words) Say("amendment.words-missing", pointer, a, $"{where} немає слів «{words}»: зміну не внесено.", "Звірте слова з чинним текстом плану.");
    }

    /// <summary>How many fields of the row were changed.</summary>
    int Change(Row row, Alteration a, IReadOnlyList<PlanField> fields)
    {
        if (a.Kind == AlterationKind.AddWords && a.Anchor is null)
        {
            if (a.NewWords is not { } more) return 0;
            var last = fields.Count == 1 ? fields[0] : PlanField.Fitting(more);
            Set(row, last, Extended(last, last.Of(row.Measure), more));
            return 1;
        }
        var changed = 0;
        foreach (var field in fields)
        {
            if (field.Of(row.Measure) is not { } text) continue;
            var now = a.Kind == AlterationKind.AddWords ? WordsWithin.Insert(text, a.Anchor!, a.NewWords ?? "", a.BeforeAnchor)
                : a.OldWords is { } old ? WordsWithin.Replace(text, old, a.NewWords ?? "", a.EveryCase) : null;
            if (now is null) continue;
            Set(row, field, now);
            changed++;
        }
        return changed;
    }

    static string Extended(PlanField field, string? text, string more) => text is null ? more.TrimStart(' ', ',', ';')
        : field.Name == "executors" && text.Contains('\n') ? text.TrimEnd(' ', ',', ';') + "\n" + more.TrimStart(' ', ',', ';')
        : field.Name == "executors" && char.IsLetter(more[0]) && more.Split(' ')[0] is not ("та" or "і" or "й") ? text.TrimEnd(' ', ',', ';') + ", " + more
        : text.TrimEnd('.') + WordsWithin.Joined(more) + (text.EndsWith('.') ? "." : "");

    void ChangeTitle(Alteration a, string pointer)
    {
        if (a.OldWords is not { } old) return;
        var (plan, act) = (Replaced(_title), Replaced(_actTitle));
        if (plan is null && act is null) { Missing(a, pointer, "У назві"); return; }
        if (plan is not null) SetTitle(plan);
        if (act is null) return;
        _changes.Add(new(null, "act_title", _actTitle, act));
        _actTitle = act;

        string? Replaced(string? title) => title is null ? null : WordsWithin.Replace(title, old, a.NewWords ?? "", a.EveryCase);
    }

    void SetTitle(string title)
    {
        _changes.Add(new(null, "plan_title", _title, title));
        _title = title;
    }

    int ChangeHeadings(Alteration a)
    {
        var changed = 0;
        for (var i = 0; i < _sections.Count; i++)
        {
            if (WordsWithin.Replace(_sections[i], a.OldWords!, a.NewWords ?? "", a.EveryCase) is not { } now) continue;
            foreach (var row in _rows.Where(r => r.Measure.Section == _sections[i])) row.Measure = row.Measure with { Section = now };
            _changes.Add(new(null, "section", _sections[i], now));
            _sections[i] = now;
            changed++;
        }
        return changed;
    }

    void SetTerm(Alteration a, string pointer)
    {
        if (a.NewWords is not { } term) { Say("amendment.wording-missing", pointer, a, "Нового строку в акті не знайдено.", "Впишіть строк вручну за текстом акта."); return; }
        // «перенести на 1 грудня» makes that day the last one.
        if (PrintedDate.At(Token.Cut(term), 0) is not null) term = "до " + term;
        foreach (var row in Scope(a, pointer)) Set(row, PlanField.Named("term_text"), term);
    }
}
