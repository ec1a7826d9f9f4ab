using Zakhid.Clauses;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>The act itself: letterhead, kind, requisites, title, preamble, numbered clauses, signature.</summary>
sealed class ActPart
{
    readonly List<Piece> _pieces;
    readonly List<Line> _lines;
    readonly ReadingNotes _notes;

    int _kind = -1;
    int _title = -1;

    public ActPart(List<Piece> pieces, ReadingNotes notes)
    {
        (_pieces, _notes) = (pieces, notes);
        _lines = [.. pieces.OfType<LinePiece>().Select(p => p.Line)];
        _kind = _lines.FindIndex(0, Math.Min(_lines.Count, 30), l => Titles.ActKind(l) is not null);
    }

    /// <summary>A line names the kind of the act, or clauses approve something.</summary>
    public bool IsAct => _kind >= 0;

    public Signature? Signature { get; private set; }
    /// <summary>Stretches of new wording that amending clauses quote.</summary>
    public List<NewWording> Wordings { get; } = [];
    public IReadOnlyList<Line> Lines => _lines;
    /// <summary>From the first item to the last line before the signature.</summary>
    public IReadOnlyList<Piece> ClausePieces => _pieces;
    public (int First, int End) ClauseRange { get; private set; }

    public Act Read()
    {
        var kind = Titles.ActKind(_lines[_kind]);
        _notes.At("/act/kind", _lines[_kind].Place);
        _title = FindTitle();
        var titleEnd = _title < 0 ? _kind + 1 : TitleEnd();
        var title = _title < 0 ? null : Unquoted(Pieces.Join(_lines.Skip(_title).Take(titleEnd - _title)).TrimEnd('.'));
        if (title is not null) _notes.At("/act/title", _lines[_title].Place);

        var body = Math.Max(titleEnd, _kind + 1);
        var clauses = Clauses(body, out var afterClauses);
        Signature = Signature.Find(_lines, afterClauses) ?? Signature.Last(_lines, body);
        if (Signature is not null) _notes.At("/act/signatory", Signature.Place);

        var issuer = Letterhead.Read(_lines[..(_title >= 0 ? Math.Min(_title, _kind) : _kind)], _lines[(_kind + 1)..Math.Max(_kind + 1, _title < _kind ? Math.Min(_lines.Count, _kind + 4) : _title)], Signature?.Post);
        if (issuer is { } named) _notes.At("/act/authority", named.Place);

        var requisites = FindRequisites(titleEnd);
        if (requisites.DatePlace is not null) _notes.At("/act/date", requisites.DatePlace);
        if (requisites.NumberPlace is not null) _notes.At("/act/number", requisites.NumberPlace);
        var draft = IsMarkedDraft(_lines, _kind + 1) || (requisites.Number is null && requisites.BlankNumber) || (requisites.Date is null && requisites.BlankDate);

        var reading = ClauseLanguage.Read(clauses, Signature?.Name);
        NoteClauses(reading);
        return new()
        {
            Issuer = issuer?.Issuer,
            Kind = kind,
            Number = requisites.Number,
            Date = requisites.Date,
            Title = title,
            Signatory = Signature?.Name,
            IsDraft = draft,
            Clauses = reading.Clauses,
            Supersedes = reading.Supersedes,
            Amends = reading.Amends,
            Control = [.. reading.Control.Select(c => c ?? Signature?.Post ?? "залишаю за собою")],
            Reporting = reading.Reporting,
        };
    }

    /// <summary>«Проєкт», «ПРОЄКТ РІШЕННЯ», «Проєкт внесено …» over or beside the kind of the act.</summary>
    public static bool IsMarkedDraft(IReadOnlyList<Line> lines, int until) =>
        lines.Take(Math.Min(lines.Count, until)).Any(l => l.Tokens.Count is > 0 and <= 12 && (Headings.StartsAny(l.Tokens[0].Text, "проєкт", "проект") && l.Tokens[0].Text.Length <= 7 || l.Tokens.Count <= 3 && Headings.StartsAny(l.Tokens[^1].Text, "проєкт", "проект")));

    /// <summary>Requisites stand between the kind and the title, over the kind, under the title, or behind the signature.</summary>
    Requisites FindRequisites(int titleEnd)
    {
        var near = Requisites.In(_title >= 0 && _title < _kind ? _lines.Skip(_kind).Take(5) : _lines.Take(_title < 0 ? Math.Min(_lines.Count, _kind + 5) : _title));
        if (!near.IsEmpty || near.BlankDate || near.BlankNumber) return near;
        var under = Requisites.In(_lines.Skip(titleEnd).Take(3).TakeWhile(l => l.Text.Length < 80));
        if (!under.IsEmpty) return under;
        if (Signature is null) return near;
        var behind = Requisites.In(_lines.Skip(Signature.After).Take(6));
        return behind.IsEmpty ? near : behind;
    }

    /// <summary>«Про …» under the kind of the act; some councils print it above.</summary>
    int FindTitle()
    {
        static bool IsTitle(Line l) => l.Tokens.Count > 1 && Titles.FirstWord(l) is { Text: "про" } first && char.IsUpper(l.Text[first.Span.Start]);
        // «Щодо затвердження …» is written as well.
        static bool Concerns(Line l) => l.Tokens.Count > 1 && l.Tokens[0].Text == "щодо" && char.IsUpper(l.Text[0]) && l.Text[^1] is not ('.' or ':');
        var below = _lines.FindIndex(_kind + 1, Math.Min(16, _lines.Count - _kind - 1), IsTitle);
        var above = _lines.FindIndex(0, _kind, IsTitle);
        if (below < 0 && above < 0 && _lines.FindIndex(_kind + 1, Math.Min(8, _lines.Count - _kind - 1), Concerns) is >= 0 and var concerning) return concerning;
        return below >= 0 || above < 0 ? below >= 0 ? below : _lines.FindIndex(_kind + 1, IsTitle) : above;
    }

    /// <summary>««Про заходи …»»: a title that is typed in quotation marks is the words between them.</summary>
    static string Unquoted(string title) =>
        title.Length > 2 && title[0] is '«' or '"' or '“' or '„' ? title[1..^(title[^1] is '»' or '"' or '”' or '“' ? 1 : 0)].Trim().TrimEnd('.') : title;

    int TitleEnd()
    {
        var i = _title + 1;
        var length = _lines[_title].Text.Length;
        for (; i < _lines.Count && i < _title + 14 && i != _kind; i++)
        {
            var line = _lines[i];
            if (IsResolution(line)) break;
            if (line.Soft && !StartsPreamble(line)) { length += line.Text.Length; continue; }
            if (StartsPreamble(line) || line.Label is not null || Shapes.NumberStart(line.Text) is not null || Requisites.In([line]) is { IsEmpty: false } && line.Text.Length < 60 && !NamesAct(line)) break;
            if (line.Text.Length > 130 || line.Text.EndsWith(':') || line.Text.EndsWith('.') && line.Text.Length > 60 || line.Text.EndsWith(',') && line.Text.Length > 90) break;
            if (line.StartsLower) { length += line.Text.Length; continue; }
            if (line.Blanks > 0 && length > 40 || line.Bold != _lines[i - 1].Bold || line.FromTable != _lines[i - 1].FromTable || length > 400 || _lines[i - 1].Text.Length > 100) break;
            length += line.Text.Length;
        }
        return i;
    }

    /// <summary>«… рішення виконавчого ⏎ комітету міської ради від 23.01.2025 № 31»: requisites of the act that the title names.</summary>
    static bool NamesAct(Line line) => line.StartsLower && line.Tokens is [{ Kind: TokenKind.Word, Text.Length: > 3 } first, ..] && first.Text is not ("село" or "місто" or "селище") && line.Tokens.Any(t => t.Text is "від" or "№");

    static bool StartsPreamble(Line line)
    {
        if (line.Tokens.Count == 0 || line.StartsLower) return false;
        var first = line.Tokens[0].Text;
        var second = line.Tokens.Count > 1 ? line.Tokens[1].Text : "";
        return Headings.StartsAny(first, "відповідно", "керуючись", "згідно", "розглянувши", "враховуючи", "заслухавши", "беручи", "виходячи", "обговоривши", "зважаючи", "розглянув", "ураховуючи", "затвердити", "вирішив", "вирішила", "наказую", "зобов", "постанов", "статт")
            || first == "на" && (Headings.StartsAny(second, "виконан", "підстав", "заміну", "реалізац")) || first == "з" && second is "метою" or "нагоди" or "урахуванням" || first == "за" && Headings.StartsAny(second, "результат", "поданням", "погодж", "участ")
            || first is "у" or "в" && Headings.StartsAny(second, "звʼязку", "звязку", "межах", "відповідності", "рамках", "цілях");
    }

    /// <summary>Numbered items behind the title, with their sub-items; the quoted new wording of a clause is taken apart.</summary>
    List<PrintedClause> Clauses(int from, out int after)
    {
        var clauses = new List<PrintedClause>();
        var numbers = new HashSet<int>();
        var held = new List<Line>();
        string? number = null;
        after = from;
        var wording = new WordingReader(_pieces);
        var resolved = _lines.FindIndex(from, IsResolution);
        void Close()
        {
            if (held.Count > 0) clauses.Add(new(number, string.Join('\n', Joined(held)), held[0].Place));
            held.Clear();
        }
        var expected = 1;
        // «Внести до плану … такі зміни: 1) …»: one clause without a number.
        var single = resolved < 0 && !_lines.Skip(from).Any(l => Shapes.NumberStart(l.Label is null ? l.Text : $"{l.Label} {l.Text}") is { Number: "1" } && !(l.Label ?? l.Text).TrimStart('1').StartsWith(')'));
        for (var i = resolved >= 0 ? resolved + 1 : from; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (wording.Opens(line, held) is { } quote) { Wordings.Add(quote); i = Math.Max(i, _lines.IndexOf(quote.Last)); after = i + 1; continue; }
            var text = line.Label is null ? line.Text : $"{line.Label} {line.Text}";
            if (Signature.Find([.. _lines.Skip(i).Take(5)], 0) is { First: 0 } && clauses.Count + held.Count > 0 && Shapes.NumberStart(text) is null) break;
            if (Shapes.NumberStart(text) is { } start && Follows(start.Number, text[..start.Length], ref expected))
            {
                Close();
                number = start.Number;
                held.Add(line with { Raw = text[start.Length..], Text = text[start.Length..], Label = null });
            }
            else if (held.Count > 0) held.Add(line);
            else if ((resolved >= 0 || single && line.Tokens.Count > 3 && Shapes.IsInfinitive(line.Tokens[0].Text)) && clauses.Count == 0 && !line.StartsLower) { number = null; held.Add(line); }
            else continue;
            after = i + 1;
        }
        Close();
        AddTables();
        ClauseRange = (PieceOf(clauses.Count > 0 && clauses[0].Place is { } place ? _lines.FindIndex(from, l => l.Place == place) : from), PieceOf(after));
        return clauses;
    }

    /// <summary>Where a line stands among the pieces; behind them all for the line behind the last.</summary>
    int PieceOf(int line) => line < 0 || line >= _lines.Count ? _pieces.Count : _pieces.FindIndex(p => p is LinePiece { Line: var at } && ReferenceEquals(at, _lines[line]));

    /// <summary>A new wording that is a table by itself.</summary>
    void AddTables()
    {
        for (var i = 0; i < _pieces.Count; i++)
        {
            if (_pieces[i] is not TablePiece || Wordings.Exists(w => w.Pieces.Contains(_pieces[i]))) continue;
            var above = _pieces.Take(i).OfType<LinePiece>().Select(p => p.Line).TakeLast(3).Where(l => l.Text.Trim('«', '"', ' ').Length > 0).ToList();
            if (above.Count > 0 && WordingReader.Announces(above)) Wordings.Add(new([_pieces[i]], above[^1], i, 1));
        }
    }

    /// <summary>«1.», «2.», «2.1.»: the next item, or a sub-item of the last; «1)» and dates are lines of an item.</summary>
    static bool Follows(string number, string printed, ref int expected)
    {
        if (printed.TrimEnd().EndsWith(')')) return false;
        var parts = number.Split('.');
        if (!int.TryParse(parts[0], out var first)) return false;
        if (parts.Length > 1) return first == expected - 1 || first == expected;
        if (first != expected && first != expected + 1) return false;
        expected = first + 1;
        return true;
    }

    static bool IsResolution(Line line)
    {
        if (line.Text.Length > 60 && !line.Text.EndsWith(':')) return false;
        var last = line.Tokens.LastOrDefault(t => t.Kind == TokenKind.Word);
        return last.Text is not null && (Headings.StartsAny(last.Text, "вирішив", "вирішила", "вирішили", "наказую", "зобовʼязую", "зобов'язую", "постановляю", "постановляє", "постановив", "зобовязую") && (line.Text.EndsWith(':') || line.Tokens.Count <= 3));
    }

    /// <summary>Wrapped lines of an item joined; a sub-item keeps its own line.</summary>
    static IEnumerable<string> Joined(List<Line> lines)
    {
        var text = "";
        foreach (var line in lines)
        {
            var said = line.Label is null ? line.Text : $"{line.Label} {line.Text}";
            var sub = Shapes.NumberStart(said) is not null || said.Length > 2 && (said[0] is '-' or '–' or '•' || said[1] == ')');
            if (text.Length > 0 && sub) { yield return text; text = said; }
            else text = text.Length == 0 ? said : Printed.Mend(text + "\n" + said);
        }
        yield return text;
    }

    void NoteClauses(ClauseReading reading)
    {
        for (var i = 0; i < reading.Reporting.Count; i++)
        {
            if (reading.Reporting[i].Place is { } place) _notes.At($"/act/reporting/{i}", place);
            if (reading.Reporting[i].Day is null || (reading.Reporting[i].MonthRule is null && !reading.Reporting[i].Once)) _notes.Doubt($"/act/reporting/{i}/{(reading.Reporting[i].Day is null ? "day" : "month_rule")}");
            if (reading.Reporting[i].Who is null) _notes.Doubt($"/act/reporting/{i}/who");
            if (reading.Reporting[i].To is null) _notes.Doubt($"/act/reporting/{i}/to");
        }
        var control = reading.Clauses.FirstOrDefault(c => c.Kind == ClauseKind.Control);
        for (var i = 0; i < reading.Control.Count; i++) if (control?.Place is { } place) _notes.At($"/act/control/{i}", place);
        var repeal = reading.Clauses.FirstOrDefault(c => c.Kind == ClauseKind.Supersession);
        for (var i = 0; i < reading.Supersedes.Count; i++) if (repeal?.Place is { } place) _notes.At($"/act/supersedes/{i}", place);
    }
}
