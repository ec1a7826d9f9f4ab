using Zakhid.Amendments;
using Zakhid.Clauses;
using Zakhid.Obligations;
using Zakhid.Text;

namespace Zakhid.Documents.Amendments;

/// <summary>Items of the act itself. The duties to report and the control that an item sets follow its new words; where they stand otherwise than the item was read, a person is asked.</summary>
sealed partial class Rewriting
{
    readonly List<Clause> _clauses;
    readonly List<ReportingClause> _reporting;
    IReadOnlyList<string> _control;

    void ChangeAct(Alteration a, string pointer)
    {
        var before = _clauses.ToList();
        var isPart = a.Part.SubPoints.Count + a.Part.Paragraphs.Count + a.Part.Sentences.Count > 0;
        switch (a.Kind)
        {
            case AlterationKind.ReplaceWords or AlterationKind.RemoveWords or AlterationKind.AddWords:
                foreach (var at in Items(a, pointer)) ChangeItem(a, at, isPart, pointer);
                break;
            case AlterationKind.Restate when !isPart && a.NewWords is { } words && a.Part.Points.Count == 1:
                foreach (var at in Items(a, pointer)) SetItem(at, Unnumbered(words, a.Part.Points[0]));
                break;
            case AlterationKind.Remove when !isPart:
                foreach (var at in Items(a, pointer).OrderDescending())
                {
                    _changes.Add(new(_clauses[at].Number, Item, _clauses[at].Text, null));
                    _clauses.RemoveAt(at);
                }
                break;
            case AlterationKind.Add when a is { NewLevel: AlteredLevel.Point, NewWords: { } words, NewNumbers: [var number] }:
                var behind = a.After is { } after ? _clauses.FindIndex(c => IsNumber(c, after)) + 1 : 0;
                _clauses.Insert(behind > 0 ? behind : _clauses.Count, new(number, Unnumbered(words, number), ClauseKind.Other));
                _changes.Add(new(number, Item, null, Unnumbered(words, number)));
                break;
            default:
                Say("amendment.act-by-hand", pointer, a, $"{Capital(Named(a.Part))}: змінено текст самого акта, а не плану.", "Перевірте правила звітування й контроль; за потреби змініть їх вручну.");
                break;
        }
        if (!before.SequenceEqual(_clauses)) Reread(a, before, pointer);
    }

    const string Item = "clause";

    static bool IsNumber(Clause clause, string number) => clause.Number?.TrimEnd('.', ')') == number;

    /// <summary>Where the items stand that a part names: «пункт 2», «підпункт 2.1».</summary>
    List<int> Items(Alteration a, string pointer)
    {
        var found = new List<int>();
        foreach (var number in a.Part.Points)
        {
            var at = a.Part.SubPoints is [var sub] && _clauses.FindIndex(c => IsNumber(c, $"{number}.{sub}")) is >= 0 and var lower ? lower : _clauses.FindIndex(c => IsNumber(c, number));
            if (at >= 0) found.Add(at);
            else Say("amendment.act-point-missing", pointer, a, $"Пункту {number} в акті, яким затверджено план, немає: зміну не внесено.", "Перевірте номер; за потреби змініть правила звітування вручну.");
        }
        return found;
    }

    void ChangeItem(Alteration a, int at, bool isPart, string pointer)
    {
        var text = _clauses[at].Text;
        if ((a.OldWords ?? a.Anchor) is { } wanted && isPart && WordsWithin.Find(text, wanted, a.EveryCase).Count > 1) { Say("amendment.act-by-hand", pointer, a, $"Слова «{wanted}» у пункті {_clauses[at].Number} стоять не раз: не зрозуміло, де саме їх змінено.", "Змініть правила звітування вручну за текстом акта."); return; }
        var now = a.Kind == AlterationKind.AddWords ? a.Anchor is { } anchor ? WordsWithin.Insert(text, anchor, a.NewWords ?? "", a.BeforeAnchor) : text.TrimEnd('.', ';') + WordsWithin.Joined(a.NewWords ?? "") + text[text.TrimEnd('.', ';').Length..]
            : a.OldWords is { } old ? WordsWithin.Replace(text, old, a.NewWords ?? "", a.EveryCase) : null;
        if (now is null) Missing(a, pointer, $"У пункті {_clauses[at].Number} акта");
        else SetItem(at, now);
    }

    void SetItem(int at, string text)
    {
        if (_clauses[at].Text == text) return;
        _changes.Add(new(_clauses[at].Number, Item, _clauses[at].Text, text));
        _clauses[at] = _clauses[at] with { Text = text };
    }

    /// <summary>The wording of a whole item repeats its number: «2. Виконавцям …».</summary>
    static string Unnumbered(string words, string number)
    {
        var text = Folding.Collapse(words).Trim('«', '»', '"', '“', '”', '„', ' ');
        return text.StartsWith(number, StringComparison.Ordinal) && text[number.Length..] is ['.' or ')', .. var rest] ? rest.TrimStart() : text;
    }

    /// <summary>Duties of the changed items take the places of those that the items set before.</summary>
    void Reread(Alteration a, List<Clause> before, string pointer)
    {
        var (was, now) = (Read(before), Read(_clauses));
        for (var i = 0; i < _clauses.Count; i++) _clauses[i] = now.Clauses[i] with { Place = _clauses[i].Place };
        Control(a, was.Control, now.Control, pointer);
        foreach (var number in before.Concat(_clauses).Select(c => c.Number).Distinct().Where(n => Text(before, n) != Text(_clauses, n)).ToList())
        {
            List<ReportingClause> Of(IEnumerable<ReportingClause> duties) => [.. duties.Where(d => d.ClauseNumber == number)];
            var (set, sets, stands) = (Of(was.Reporting), Of(now.Reporting), Of(_reporting));
            if (AreSame(set, sets)) continue;
            if (!AreSame(set, stands) || stands.Count == 0 && _reporting.Exists(d => d.ClauseNumber is null))
            {
                Say("amendment.act-rule", pointer, a, $"Пункт {number} акта змінює день звіту, а правило звітування стоїть не таке, як у ньому.", "Впишіть звітування вручну за текстом акта.");
                continue;
            }
            var at = stands.Count > 0 ? _reporting.FindIndex(d => d.ClauseNumber == number) : _reporting.Count;
            _reporting.RemoveAll(d => d.ClauseNumber == number);
            _reporting.InsertRange(at, sets);
        }
    }

    /// <summary>Who controls the execution, by the item in its new words. «За собою» is whoever it stood for before.</summary>
    void Control(Alteration a, IReadOnlyList<string?> was, IReadOnlyList<string?> now, string pointer)
    {
        if (was.SequenceEqual(now)) return;
        if (was.Count != _control.Count || was.Where((name, i) => name is not null && Folding.Key(name) != Folding.Key(_control[i])).Any())
        {
            Say("amendment.act-control", pointer, a, $"Акт змінює пункт про контроль, а контроль стоїть не так, як у ньому: {string.Join("; ", _control)}.", "Впишіть, на кого покладено контроль, вручну за текстом акта.");
            return;
        }
        var self = was.Select((name, i) => name is null ? _control[i] : null).FirstOrDefault(name => name is not null) ?? Self;
        _control = [.. now.Select(name => name ?? self)];
    }

    const string Self = "залишаю за собою";

    ClauseReading Read(IEnumerable<Clause> clauses) => ClauseLanguage.Read([.. clauses.Select(c => new PrintedClause(c.Number, c.Text, c.Place))], null);

    static string Text(IEnumerable<Clause> clauses, string? number) => string.Join('\n', clauses.Where(c => c.Number == number).Select(c => c.Text));

    /// <summary>The same days; who is named may be printed otherwise where a person has corrected it.</summary>
    static bool AreSame(IReadOnlyList<ReportingClause> one, IReadOnlyList<ReportingClause> other)
    {
        var (a, b) = (Rules(one), Rules(other));
        return one.Count == other.Count && a.SequenceEqual(b);

        static List<string> Rules(IReadOnlyList<ReportingClause> duties) => [.. ReportingRule.Of(new Act { Reporting = duties }).Select(r => $"{r.Day} {r.MonthRule} {r.Periodicity} {r.Once} {string.Join(',', r.Months)} {r.Year}")];
    }
}
