using System.Globalization;
using Zakhid.Amendments;
using Zakhid.Documents.Reading;
using Zakhid.Text;

namespace Zakhid.Documents.Amendments;

/// <summary>A plan while alterations are carried out on it, one after another.</summary>
sealed partial class Rewriting
{
    /// <summary>A measure now, where it stood in the earlier plan (null: it is new), and what its number is: printed, or by order where the plan prints none.</summary>
    sealed class Row(Measure measure, int? from, string? byOrder = null)
    {
        public Measure Measure { get; set; } = measure;
        public int? From { get; } = from;
        public string? Number => Bare(Measure.Number) ?? byOrder;

        /// <summary>«1)» is point 1.</summary>
        public static string? Bare(string? printed) => printed?.TrimEnd(')');
    }

    readonly PlanReading _earlier;
    readonly List<Row> _rows;
    readonly List<string> _sections;
    readonly List<AmendedStep> _steps = [];
    readonly Lazy<IReadOnlyList<string>> _gists;
    readonly List<Remark> _remarks = [];
    List<AmendedField> _changes = [];
    string? _title;
    string? _actTitle;
    bool _repealed;

    public Rewriting(PlanReading earlier)
    {
        (_earlier, _title, _actTitle) = (earlier, earlier.PlanTitle, earlier.Act.Title);
        var unnumbered = earlier.Measures.All(m => m.Number is null);
        _rows = [.. earlier.Measures.Select((m, i) => new Row(m, i, unnumbered ? (i + 1).ToString(CultureInfo.InvariantCulture) : null))];
        _sections = [.. earlier.Sections];
        _gists = new(() => Gist.Of([.. earlier.Measures.Select(m => m.Text)]));
        (_clauses, _reporting, _control) = ([.. earlier.Act.Clauses], [.. earlier.Act.Reporting], earlier.Act.Control);
    }

    public void Do(Alteration a, string pointer)
    {
        _changes = [];
        if (a.Part is { Whole: AlteredWhole.Act, Annex: null } && (a.Part.Lowest is not null || a is { Kind: AlterationKind.Add, NewLevel: AlteredLevel.Point, Measures: [] })) ChangeAct(a, pointer);
        else if (a.Part.Whole is AlteredWhole.Preamble or AlteredWhole.Passport) Say("amendment.not-plan", pointer, a, $"{Capital(Named(a.Part))} не є частиною заходів: план не змінено.", null, Severity.Note);
        else
            switch (a.Kind)
            {
                case AlterationKind.Restate: Restate(a, pointer); break;
                case AlterationKind.Add: Add(a, pointer); break;
                case AlterationKind.Remove: Remove(a, pointer); break;
                case AlterationKind.Renumber: Renumber(a, pointer); break;
                case AlterationKind.SetTerm: SetTerm(a, pointer); break;
                case AlterationKind.Repeal: _repealed = true; break;
                default: ChangeWords(a, pointer); break;
            }
        _steps.Add(new(a, _changes));
    }

    /// <summary>The rows of the points that a part names; a remark for each that is absent or not the only one.</summary>
    List<Row> Points(Alteration a, string pointer, IReadOnlyList<string>? numbers = null)
    {
        var rows = new List<Row>();
        foreach (var number in numbers ?? a.Part.Points)
        {
            var own = _rows.Where(r => r.Number == number && (a.Part.Section is null || IsIn(r, a.Part.Section))).ToList();
            if (own is [{ Measure.Number: null, From: var from }])
                Say("amendment.point-by-order", pointer, a, $"Заходи плану не пронумеровано: пунктом {number} вважаємо {number}-й за порядком — {_gists.Value[from ?? 0]}", "Перевірте, чи акт змінює саме цей захід.");
            if (own.Count == 1) rows.Add(own[0]);
            else if (own.Count > 1) Say("amendment.point-repeated", pointer, a, $"Пунктів {number} у плані {own.Count}: не зрозуміло, котрий змінено.", "Змініть потрібний пункт вручну.");
            else Say("amendment.point-missing", pointer, a, $"Пункту {number} у плані немає: {(a.Part.Section is { } section ? $"у розділі {section} його не знайдено" : "зміну не внесено")}.", "Перевірте номер або додайте пункт.");
        }
        return rows;
    }

    /// <summary>All that a part names: points, the rows of a section, or the whole plan.</summary>
    List<Row> Scope(Alteration a, string pointer)
    {
        if (a.Part.Points.Count > 0) return Points(a, pointer);
        if (a.Part.Section is not { } section) return [.. _rows];
        var rows = _rows.Where(r => IsIn(r, section)).ToList();
        if (rows.Count == 0) Say("amendment.section-missing", pointer, a, $"Розділу {section} у плані немає: зміну не внесено.", "Перевірте номер розділу.");
        return rows;
    }

    static bool IsIn(Row row, string section) => row.Measure.Section is { } heading && IsHeading(heading, section);

    /// <summary>A heading by its number («Розділ II. …», «2. …») or by its words.</summary>
    static bool IsHeading(string heading, string section)
    {
        if (!section.All(char.IsAsciiDigit)) return Folding.Key(heading).Contains(Folding.Key(section), StringComparison.Ordinal);
        foreach (var token in Token.Cut(heading).Take(4))
        {
            if (token.Kind == TokenKind.Number) return token.Text == section;
            if (token.Kind == TokenKind.Word && (Folding.Roman(token.Text) ?? (token.Text == "і" ? 1 : null)) is { } roman) return roman.ToString(CultureInfo.InvariantCulture) == section;
        }
        return false;
    }

    void Set(Row row, PlanField field, string? text)
    {
        var before = field.Of(row.Measure);
        if (before == text) return;
        row.Measure = field.With(row.Measure, text, _earlier.Act.Issuer);
        _changes.Add(new(row.Number, field.Name, before, field.Of(row.Measure)));
    }

    public void Say(string code, string pointer, Alteration? a, string text, string? proposal, Severity severity = Severity.Question) => _remarks.Add(new(code, pointer, a?.Place, text, proposal, severity));

    static string Named(AlteredPart part) => part.ToString() is { Length: > 0 } named ? named : "план";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    public AmendedPlan Finish()
    {
        var moved = new Dictionary<int, int>();
        for (var i = 0; i < _rows.Count; i++) if (_rows[i].From is { } from) moved[from] = i;
        var reading = _earlier with
        {
            PlanTitle = _title,
            Act = _earlier.Act with { Title = _actTitle, Clauses = _clauses, Reporting = _reporting, Control = _control },
            Sections = _sections,
            Measures = [.. _rows.Select(r => r.Measure)],
            Places = _earlier.Places.Select(p => (Key: Moved(p.Key, moved), p.Value)).Where(p => p.Key is not null).ToDictionary(p => p.Key!, p => p.Value, StringComparer.Ordinal),
            Unsure = [.. _earlier.Unsure.Select(p => Moved(p, moved)).OfType<string>()],
            Remarks = [.. _earlier.Remarks.Select(r => Moved(r.Pointer, moved) is { } pointer ? r with { Pointer = pointer } : null).OfType<Remark>()],
        };
        return new() { Reading = reading, Steps = _steps, Remarks = _remarks, IsRepealed = _repealed, Origins = [.. _rows.Select(r => r.From)] };
    }

    /// <summary>The pointer into the new list of measures; null where the measure is gone.</summary>
    static string? Moved(string pointer, Dictionary<int, int> moved)
    {
        const string Measures = "/measures/";
        if (!pointer.StartsWith(Measures, StringComparison.Ordinal)) return pointer;
        var end = pointer.IndexOf('/', Measures.Length);
        var number = end < 0 ? pointer[Measures.Length..] : pointer[Measures.Length..end];
        if (!int.TryParse(number, out var index) || !moved.TryGetValue(index, out var now)) return null;
        return $"{Measures}{now}{(end < 0 ? "" : pointer[end..])}";
    }
}
