namespace Zakhid.Criteria.Grammar;

/// <summary>
/// Tells apart the parts of a sentence whose numbers and dates are not what is counted: what a change is measured from,
/// the period, the place or event it is counted for, the deadline, the unit in brackets.
/// </summary>
static class Marking
{
    public static void Mark(Sentence s)
    {
        MarkBrackets(s);
        for (var i = 0; i < s.Pieces.Count; i++)
        {
            if (!s.IsFree(i)) continue;
            if (BaselineAt(s, i) is { } baseline) Take(baseline);
            else if (Periods.At(s.Pieces, i, out var length) is { } period && s.IsFree(i + length - 1))
                Take(new(Role.Per, i, i + length, Per: period.Per, Every: period.Every));
            else if (DurationAt(s, i) is { } duration) Take(duration);
            else if (ScopeAt(s, i) is { } scope) Take(scope);
            else if (PopulationAt(s, i) is { } population) Take(population);
            else if (DeadlineAt(s, i) is { } deadline) Take(deadline);

            void Take(Mark mark)
            {
                s.Add(mark);
                i = mark.To - 1;
            }
        }
        MarkAttributes(s);
    }

    /// <summary>«(осіб)», «(%)» are units; a baseline in brackets is one; explanations without numbers are set aside.</summary>
    static void MarkBrackets(Sentence s)
    {
        for (var open = 0; open < s.Pieces.Count; open++)
        {
            if (!s.Pieces[open].Is("(")) continue;
            var close = open + 1;
            while (close < s.Pieces.Count && !s.Pieces[close].Is(")")) close++;
            var inner = Enumerable.Range(open + 1, Math.Max(0, close - open - 1)).ToList();
            var after = Math.Min(close + 1, s.Pieces.Count);
            var counted = inner.Any(i => s.Pieces[i].Kind == PieceKind.Amount);
            var timed = inner.Any(i => s.Pieces[i].Kind == PieceKind.Moment);
            if (!counted && !timed && UnitOf(s, open + 1, close) is { } unit) s.Add(new(Role.Unit, open, after, unit));
            else if (counted && inner.Count > 1 && IsBaselineBracket(s, inner)) s.Add(new(Role.Baseline, open, after, s.Printed(open + 1, close)));
            else if (!counted && !inner.Any(i => Periods.Adverb(s.Word(i)) is not null) && !(timed && inner.Count <= 2)) s.Add(new(Role.Aside, open, after));
            open = close;
        }
        // «Рівень готовності, %»
        var last = s.Pieces.Count - 1;
        while (last > 0 && s.Pieces[last].Is(".")) last--;
        for (var comma = last; comma > 0 && comma >= last - 4; comma--)
            if (s.Pieces[comma].Is(",") && comma < last && !s.Pieces.Any(p => p.Kind == PieceKind.Amount) && UnitOf(s, comma + 1, last + 1) is { } unit && Short(s, comma + 1, last + 1))
                s.Add(new(Role.Unit, comma, last + 1, unit));

        static bool Short(Sentence s, int from, int to) => Enumerable.Range(from, to - from).All(i => s.Word(i).Length <= 4 || s.Word(i) is "одиниць" or "одиниця" or "штук" or "відсотків" or "гривень" or "гектарів" or "кілометрів");
    }

    static bool IsBaselineBracket(Sentence s, List<int> inner)
    {
        var first = s.Word(inner[0]);
        if (first.StartsWith("базов", StringComparison.Ordinal) || first.StartsWith("фактичн", StringComparison.Ordinal) || first.StartsWith("вихідн", StringComparison.Ordinal) || first is "було" or "станом" or "проти") return true;
        if (first is "у" or "в" or "за" or "на" && s.Pieces[inner[1]].Kind == PieceKind.Moment) return true;
        // «не менше 60 % (2019 рік – 55 %)»
        return s.Pieces[inner[0]].Kind == PieceKind.Moment && inner.Count(i => s.Pieces[i].Kind == PieceKind.Moment) == 1
            && s.Pieces.Take(inner[0]).Any(p => p.Kind == PieceKind.Amount) && !s.Pieces.Take(inner[0]).Any(p => p.Kind == PieceKind.Moment);
    }

    static string? UnitOf(Sentence s, int from, int to)
    {
        if (from >= to || to - from > 4) return null;
        var words = 0;
        for (var i = from; i < to; i++)
        {
            var word = s.Word(i);
            if (word is "%" or "." or "/" or "тис" or "млн" or "млрд" or "од" or "раз" or "разів") { words++; continue; }
            if (s.Pieces[i].IsWord && words == 0 && (word is "в" or "у")) continue;
            if (!s.Pieces[i].IsWord || (Lexicon.KindOf(word) is null && words == 0 && !word.StartsWith("відсотк", StringComparison.Ordinal))) return null;
            words++;
        }
        if (words == 0 || (to - from > 2 && !Enumerable.Range(from, to - from).Any(i => s.Word(i) is "." or "%" or "тис" or "млн" or "у" or "в" or "/"))) return null;
        return s.Printed(from, to) is { Length: > 0 } printed ? printed.TrimEnd('.') is "од" or "шт" or "екз" or "прим" or "чол" ? printed.TrimEnd('.') + "." : printed : "%";
    }

    static Mark? BaselineAt(Sentence s, int i)
    {
        var word = s.Word(i);
        var length = word switch
        {
            "порівняно" or "зіставно" => 1,
            "у" or "в" when s.Word(i + 1) is "порівнянні" or "зіставленні" => 2,
            "проти" or "відносно" or "супроти" when Within(s, i + 1, 3, PieceKind.Moment) is not null || s.Pieces.ElementAtOrDefault(i + 1)?.Kind == PieceKind.Amount => 1,
            "ніж" or "аніж" or "чим" when Within(s, i + 1, 4, PieceKind.Moment) is { } m && Led(s, i + 1, m) => 1,
            _ when word.StartsWith("базов", StringComparison.Ordinal) && Within(s, i + 1, 4, PieceKind.Amount) is not null => 1,
            "з" or "із" or "від" or "до" or "проти" when IsPresent(s.Word(i + 1)) && Within(s, i + 2, 1, PieceKind.Amount) is not null => 2,
            _ => 0,
        };
        if (length > 0)
        {
            var end = i + length;
            while (end < s.Pieces.Count && end < i + 9)
            {
                var kind = s.Pieces[end++].Kind;
                if (kind is PieceKind.Moment or PieceKind.Amount) { end = WithUnit(s, end, kind); return new(Role.Baseline, i, end, Label(s, i, end)); }
                if (end < s.Pieces.Count && s.Word(end) is "," or ")" or ";") break;
            }
            return new(Role.Baseline, i, end, Label(s, i, end));
        }
        if (s.Pieces[i].Moment is not { } moment) return null;
        // «рівня 2021 року», «показника попереднього року», «на рівні торішнього»
        for (var back = 1; back <= 3 && i - back >= 0 && s.Pieces[i - back].IsWord; back++)
            if (IsLevel(s.Word(i - back)) && s.IsFree(i - back)) return new(Role.Baseline, i - back, i + 1, moment.Label);
        return moment.IsPrevious && s.Word(i - 1) is not ("у" or "в" or "за" or "протягом" or "упродовж" or "впродовж") && s.Word(i - 1) is not "" ? new(Role.Baseline, i, i + 1, moment.Label) : null;

        static bool Led(Sentence s, int from, int to) => Enumerable.Range(from, to - from).All(k => s.Pieces[k].IsWord && !Lexicon.IsParticiple(s.Word(k)));
        static int WithUnit(Sentence s, int end, PieceKind kind) =>
            kind == PieceKind.Amount && end < s.Pieces.Count && s.Pieces[end].IsWord && Lexicon.KindOf(s.Word(end)) is not null ? end + 1 : end;
    }

    static string Label(Sentence s, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
            if (s.Pieces[i].Moment is { } moment) return moment.Label;
        for (var i = from; i < to; i++)
            if (s.Pieces[i].Kind == PieceKind.Amount) return s.Printed(i, to);
        var words = Enumerable.Range(from, to - from).Select(s.Word).ToList();
        return words.Exists(w => w.StartsWith("минул", StringComparison.Ordinal) || w.StartsWith("попередн", StringComparison.Ordinal)) ? Moment.PreviousPeriod : s.Printed(from, to);
    }

    static bool IsPresent(string word) => word.StartsWith("нинішн", StringComparison.Ordinal) || word.StartsWith("теперішн", StringComparison.Ordinal)
        || word.StartsWith("поточн", StringComparison.Ordinal) || word.StartsWith("наявн", StringComparison.Ordinal) || word.StartsWith("базов", StringComparison.Ordinal);

    static bool IsLevel(string word) => word is "рівня" or "рівнем" or "рівні" or "рівень" or "показника" or "показників" or "показник" or "показникам" or "показником" or "значення" or "значень" or "даних" or "факту" or "результату" or "результатів" or "обсягу" or "обсягів";

    static int? Within(Sentence s, int from, int count, PieceKind kind)
    {
        for (var i = from; i < s.Pieces.Count && i <= from + count - 1; i++)
        {
            if (s.Pieces[i].Kind == kind) return i;
            if (s.Pieces[i].Kind == PieceKind.Sign && !s.Pieces[i].Is("-")) return null;
        }
        return null;
    }

    /// <summary>«зросте на 40 % за п’ять років»: how long it takes, beside another count.</summary>
    static Mark? DurationAt(Sentence s, int i) =>
        s.Word(i) is "за" or "протягом" or "упродовж" or "впродовж" && s.Pieces.ElementAtOrDefault(i + 1)?.Amount is { Times: false, Kind: ValueKind.Absolute }
        && i + 2 < s.Pieces.Count && Lexicon.KindOf(s.Word(i + 2)) == UnitKind.Time && s.Pieces.Where((p, k) => k != i + 1 && p.Kind == PieceKind.Amount && s.IsFree(k)).Any()
            ? new(Role.Aside, i, i + 3)
            : null;

    /// <summary>«у кожному районі», «на один захід», «на 10 тис. населення», «кожного разу».</summary>
    static Mark? ScopeAt(Sentence s, int i)
    {
        var next = i;
        if (s.Word(next) is "у" or "в" or "на" or "від" or "по" or "для" or "з" or "із" or "до" or "за" or "під" or "при") next++;
        var only = i == 0 && !s.Pieces.Any(p => p.Kind == PieceKind.Amount || (p.IsWord && Lexicon.IsMetricHead(p.Text)));
        if (!only && next < s.Pieces.Count && s.Pieces[next].IsWord && s.Word(next).StartsWith("кожн", StringComparison.Ordinal) || !only && s.Word(next) is "кожен")
        {
            var end = next + 1;
            while (end < s.Pieces.Count && end < next + 5 && s.Pieces[end].Kind is PieceKind.Word or PieceKind.Name && !IsBoundary(s.Word(end)) && !Lexicon.IsParticiple(s.Word(end)) && Comparisons.At(s.Pieces, end, out _) is null && Periods.Adverb(s.Word(end)) is null && s.IsFree(end)) end++;
            return end > next + 1 ? new(Role.Scope, i, end, s.Printed(next, end)) : null;
        }
        if (s.Word(i) == "на" && s.Pieces.ElementAtOrDefault(i + 1)?.Amount is { Times: false, Kind: ValueKind.Absolute, To: null } amount && IsPowerOfTen(amount.Value)
            && i + 2 < s.Pieces.Count && Lexicon.KindOf(s.Word(i + 2)) is UnitKind.Person or UnitKind.Happening or UnitKind.Body && !HasChange(s)
            && (s.Pieces.Where((p, k) => k != i + 1 && p.Kind == PieceKind.Amount && s.IsFree(k)).Any() || s.Pieces.Any(p => p.IsWord && Lexicon.IsMetricHead(p.Text))))
            return new(Role.Scope, i, i + 3, s.Printed(i + 1, i + 3));
        // «Середні витрати на утримання одного учня»: one of those that the metric is about.
        if (s.Pieces[i].Amount is { Value: 1, Times: false, To: null, Kind: ValueKind.Absolute } && s.Word(i - 1).Length > 3 && i + 1 < s.Pieces.Count && Lexicon.KindOf(s.Word(i + 1)) is not null
            && Lexicon.IsMetricHead(s.Word(0)) && Comparisons.At(s.Pieces, i - 1, out _) is null && !s.Word(i - 1).StartsWith("станов", StringComparison.Ordinal))
            return new(Role.Scope, i, i + 2, s.Printed(i, i + 2));
        return null;

        static bool IsPowerOfTen(decimal value)
        {
            while (value >= 10 && value % 10 == 0) value /= 10;
            return value == 1;
        }
    }

    static bool IsBoundary(string word) => word is "не" or "та" or "і" or "й" or "або" or "у" or "в" or "на" or "за" or "що" or "до" or "щодо" or "з" or "по" or "для" or "проведено";

    static bool HasChange(Sentence s) => s.Pieces.Any(p => p.IsWord && (Lexicon.ChangeNoun(p.Text) ?? Lexicon.ChangeVerb(p.Text) ?? Lexicon.ChangeInPast(p.Text)) is not null);

    /// <summary>«серед молоді віком 14–35 років», an age.</summary>
    static Mark? PopulationAt(Sentence s, int i)
    {
        if (s.Pieces[i].Kind == PieceKind.Age)
        {
            var from = i;
            while (from > 0 && s.IsFree(from - 1) && s.Pieces[from - 1].IsWord && (Lexicon.IsAgeWord(s.Word(from - 1)) || Lexicon.KindOf(s.Word(from - 1)) == UnitKind.Person || s.Word(from - 1) is "цільової" or "аудиторії" or "у" or "в" or "від" or "осіб")) from--;
            if (from < i && Lexicon.KindOf(s.Word(from)) == UnitKind.Person && from > 0 && s.Pieces[from - 1].Kind == PieceKind.Amount) from++;
            return new(Role.Population, from, i + 1, s.Printed(from, i + 1));
        }
        if (s.Word(i) != "серед") return null;
        var end = i + 1;
        while (end < s.Pieces.Count && s.Pieces[end].Kind is PieceKind.Word or PieceKind.Name or PieceKind.Age && Comparisons.At(s.Pieces, end, out _) is null && !Lexicon.IsParticiple(s.Word(end)) && s.Word(end) is not ("на" or "до" or "становить" or "становитиме" or "складає")) end++;
        while (end > i + 1 && s.Word(end - 1) is "з" or "із" or "від" or "по") end--;
        return end == i + 1 ? null : new(Role.Population, i, end, s.Printed(i + 1, end));
    }

    /// <summary>«до 31 грудня 2025 року», «у 2024 році», «станом на 01.01.2024», a year before a dash.</summary>
    static Mark? DeadlineAt(Sentence s, int i)
    {
        var at = i;
        while (at < s.Pieces.Count && at < i + 4 && s.Pieces[at].Moment is null)
        {
            if (!(s.Word(at) is "до" or "у" or "в" or "на" or "за" or "протягом" or "упродовж" or "впродовж" or "станом" or "не" or "пізніше" or "з" or "починаючи" or "початку" or "по" or "період" or "строк" or "підсумками" or "результатами" or "кінець" or "кінці" or "закінчення" or "завершення" or "впродовж")) return null;
            at++;
        }
        return at < s.Pieces.Count && s.Pieces[at].Moment is { } moment && at < i + 4
            ? s.Word(i - 1) == "(" && s.Word(at + 1) == ")" ? new(Role.By, i - 1, at + 2, s.Word(i), Moment: moment) : new(Role.By, i, at + 1, s.Word(i), Moment: moment)
            : null;
    }

    /// <summary>
    /// A relative clause («…, які оцінили захід не нижче 4 балів») describes what is counted: its numbers are no targets,
    /// unless the sentence counts nothing else.
    /// </summary>
    static void MarkAttributes(Sentence s)
    {
        var counted = s.Pieces.Select((p, i) => (p, i)).Where(x => x.p.Kind == PieceKind.Amount && s.IsFree(x.i)).Select(x => x.i).ToList();
        for (var i = 1; i < s.Pieces.Count; i++)
        {
            if (!s.Pieces[i].IsWord || !IsRelative(s.Word(i)) || !s.IsFree(i)) continue;
            if (s.Word(i - 1) is "з" or "із" or "серед" || s.Pieces[i - 1].Is("-")) continue;
            var end = i + 1;
            while (end < s.Pieces.Count && s.Word(end) is not ("," or ";" or ")" or ":") && !(s.Word(end) == "-" && end + 1 < s.Pieces.Count && (s.Pieces[end + 1].Kind == PieceKind.Amount || Comparisons.At(s.Pieces, end + 1, out _) is not null))) end++;
            var inside = counted.Where(k => k > i && k < end).ToList();
            // «семінарів, у яких взяли участь 300 осіб» tells a figure of its own.
            var tells = inside.Count > 0 && Enumerable.Range(i, end - i).Any(k => k < inside[0] && Lexicon.IsPastVerb(s.Word(k)))
                && (s.Word(i - 1) is "у" or "в" or "на" || (Lexicon.KindOf(s.Word(inside[0] + 1)) == UnitKind.Person && !Lexicon.IsMetricHead(s.Word(0))));
            var same = inside.Count > 0 && Lexicon.KindOf(s.Word(inside[0] + 1)) is var kind
                && (kind is null ? s.Word(inside[0] + 1).Length < 3 : Enumerable.Range(0, i).Any(k => s.Pieces[k].IsWord && Lexicon.KindOf(s.Word(k)) == kind));
            if (tells || (inside.Count > 0 && inside.Count == counted.Count && same)) { i = end; continue; }
            s.Add(new(Role.Attribute, i, end));
            i = end - 1;
        }
    }

    static bool IsRelative(string word) => word is "який" or "яка" or "яке" or "які" or "яких" or "яким" or "якими" or "якої" or "якого" or "якому" or "якій" or "яку" or "якою" or "що" or "котрі" or "котрих";
}
