using System.Globalization;
using Zakhid.Amendments;
using Zakhid.Text;

namespace Zakhid.Documents.Amendments;

/// <summary>Whole points: in a new wording, added, removed, with another number.</summary>
sealed partial class Rewriting
{
    void Restate(Alteration a, string pointer)
    {
        var part = a.Part;
        if (part.Column is { } column) { RestateField(a, column, pointer); return; }
        if (part.Whole == AlteredWhole.Title && a.NewWords is { } title) { SetTitle(title); return; }
        if (part.Lowest is AlteredLevel.SubPoint or AlteredLevel.Paragraph or AlteredLevel.Sentence) { ByHand(a, pointer); return; }
        if (a.Measures.Count == 0) { Say("amendment.wording-missing", pointer, a, $"Нової редакції в акті не знайдено: {Named(part)}.", "Змініть потрібне вручну за текстом акта."); return; }
        if (part.Points.Count == 0) { RestateAll(a, pointer); return; }

        var left = a.Measures.ToList();
        foreach (var row in Points(a, pointer))
        {
            var now = left.Find(m => Row.Bare(m.Number) == row.Number) ?? (left.Count == 1 && part.Points.Count == 1 ? left[0] : null);
            if (now is null) { Say("amendment.wording-missing", pointer, a, $"Нової редакції пункту {row.Number} в акті немає.", "Змініть пункт вручну за текстом акта."); continue; }
            left.Remove(now);
            Rewrite(row, now, a, pointer);
        }
        foreach (var more in left.Where(m => !part.Points.Contains(Row.Bare(m.Number) ?? ""))) Insert(more, a, pointer);
    }

    /// <summary>Every field as the new wording says; a heading and a merged goal stand outside the point and stay.</summary>
    void Rewrite(Row row, Measure now, Alteration a, string pointer)
    {
        foreach (var field in PlanField.All)
        {
            var text = field.Of(now);
            if (text is null && field.Name is "goal") continue;
            if (text is null && field.Of(row.Measure) is not null && field.Name is "term_text" or "executors") Say("amendment.field-lost", pointer, a, $"У новій редакції пункту {row.Number} немає {(field.Name == "executors" ? "виконавців" : "строку виконання")}, а в плані вони були.", "Перевірте, чи так і має бути.");
            Set(row, field, text);
        }
        row.Measure = row.Measure with { FundingItems = now.FundingItems, Indicators = now.Indicators };
    }

    void RestateAll(Alteration a, string pointer)
    {
        var rows = Scope(a, pointer);
        if (rows.Count == 0) return;
        var at = _rows.IndexOf(rows[0]);
        var section = a.Part.Section is null ? null : rows[0].Measure.Section;
        foreach (var row in rows)
        {
            _rows.Remove(row);
            _changes.Add(new(row.Number, "measure", row.Measure.Text, null));
        }
        foreach (var measure in a.Measures) _changes.Add(new(measure.Number, "measure", null, measure.Text));
        _rows.InsertRange(at, a.Measures.Select(m => new Row(m with { Section = section ?? m.Section }, null)));
        if (section is not null) return;
        _sections.Clear();
        _sections.AddRange(a.Measures.Select(m => m.Section).OfType<string>().Distinct(StringComparer.Ordinal));
    }

    void RestateField(Alteration a, string column, string pointer)
    {
        if (PlanField.Under(column) is not { } field) { Say("amendment.column-unknown", pointer, a, $"Не зрозуміло, що в плані названо графою «{column}».", "Змініть потрібне поле вручну."); return; }
        if (a.NewWords is not { } words) { Say("amendment.wording-missing", pointer, a, $"Нової редакції в акті не знайдено: {Named(a.Part)}.", "Змініть потрібне вручну за текстом акта."); return; }
        foreach (var row in Scope(a, pointer)) Set(row, field, words);
    }

    void Add(Alteration a, string pointer)
    {
        if (a.NewLevel is AlteredLevel.Paragraph or AlteredLevel.SubPoint or AlteredLevel.Sentence && a.NewWords is { } words)
        {
            foreach (var row in Points(a, pointer)) Set(row, PlanField.Named("text"), row.Measure.Text + " " + Folding.Collapse(words));
            return;
        }
        if (a.Measures.Count == 0) { Say("amendment.wording-missing", pointer, a, "Тексту, яким доповнюють план, в акті не знайдено.", "Додайте пункт вручну за текстом акта."); return; }
        foreach (var measure in a.Measures) Insert(measure, a, pointer);
    }

    void Insert(Measure measure, Alteration a, string pointer)
    {
        var section = a.NewLevel == AlteredLevel.Section ? null : a.Part.Section;
        if (section is not null && !_rows.Exists(r => IsIn(r, section))) Say("amendment.section-missing", pointer, a, $"Розділу {section} у плані немає: пункт додано в кінець.", "Перевірте номер розділу.");
        var among = section is not null && _rows.Exists(r => IsIn(r, section)) ? _rows.Where(r => IsIn(r, section)).ToList() : _rows;
        if (Row.Bare(measure.Number) is { } number && among.Exists(r => r.Number == number)) { Say("amendment.point-exists", pointer, a, $"Пункт {number} у плані вже є: другого не додано.", "Перевірте номер або викладіть пункт у новій редакції."); return; }
        var before = a.After is { } after && a.Measures.Count > 0 && ReferenceEquals(measure, a.Measures[0]) ? among.FindLast(r => r.Number == after) : null;
        before ??= among.FindLast(r => Compare(r.Number, Row.Bare(measure.Number)) < 0);
        var own = measure with { Section = measure.Section ?? before?.Measure.Section ?? (among.Count > 0 ? among[0].Measure.Section : null) };
        if (own.Section is { } heading && !_sections.Contains(heading)) _sections.Add(heading);
        _rows.Insert(before is not null ? _rows.IndexOf(before) + 1 : among.Count > 0 && measure.Number is not null ? _rows.IndexOf(among[0]) : _rows.Count, new(own, null));
        _changes.Add(new(own.Number, "measure", null, own.Text));
    }

    /// <summary>«7» before «7-1» before «8», «2.9» before «2.10»; what has no number stands before all.</summary>
    static int Compare(string? a, string? b)
    {
        if (a is null || b is null) return a is null && b is not null ? -1 : b is null && a is not null ? -1 : 0;
        var (x, y) = (Parts(a), Parts(b));
        for (var i = 0; i < Math.Max(x.Length, y.Length); i++)
            if ((i < x.Length ? x[i] : 0).CompareTo(i < y.Length ? y[i] : 0) is not 0 and var order) return order;
        return 0;
    }

    static int[] Parts(string number) => [.. number.Split('.', '-').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)];

    void Remove(Alteration a, string pointer)
    {
        if (a.Part.Lowest is AlteredLevel.SubPoint or AlteredLevel.Paragraph or AlteredLevel.Sentence or AlteredLevel.Column) { ByHand(a, pointer); return; }
        if (a.Part.Lowest == AlteredLevel.Annex) { Say("amendment.not-plan", pointer, a, $"Виключено {Named(a.Part)}: перевірте, чи це не план.", null); return; }
        foreach (var row in Scope(a, pointer))
        {
            _rows.Remove(row);
            _changes.Add(new(row.Number, "measure", row.Measure.Text, null));
        }
        if (a.Part is { Section: { } section, Points.Count: 0 }) _sections.RemoveAll(s => IsHeading(s, section));
    }

    void Renumber(Alteration a, string pointer)
    {
        // All by their old numbers first: 8 becomes 9 while 9 becomes 10.
        var moves = a.Part.Points.Zip(a.NewNumbers).Select(m => (Rows: Points(a, pointer, [m.First]), m.Second)).ToList();
        foreach (var (rows, number) in moves)
            foreach (var row in rows)
            {
                _changes.Add(new(row.Number, "no", row.Number, number));
                row.Measure = row.Measure with { Number = row.Measure.Number is [.., ')'] ? number + ")" : number };
            }
    }

    void ByHand(Alteration a, string pointer) => Say("amendment.by-hand", pointer, a, $"{Capital(Named(a.Part))}: у прочитаному плані пункт не поділено на такі частини.", "Змініть пункт вручну за текстом акта.");
}
