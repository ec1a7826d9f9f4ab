using Zakhid.Text;

namespace Zakhid.Clauses;

/// <summary>
/// Finds the duties to report in one sentence of an act. A sentence holds stages: each has a head («інформувати»,
/// «подавати … звіт», «для подальшого інформування»), an addressee, and a time. What a later stage does not say it
/// takes from the earlier one: its body is whom the earlier stage informed, its periodicity that of the earlier stage.
/// </summary>
sealed class ReportingGrammar
{
    readonly string _text;
    readonly IReadOnlyList<Token> _tokens;
    readonly IReadOnlyList<ReportingTime> _times;

    ReportingGrammar(string text)
    {
        _text = text;
        _tokens = Token.Cut(text);
        _times = ReportingTime.All(_tokens);
    }

    /// <summary>The duties of a sentence, and who is meant by it, for the sentences that follow without naming anybody.</summary>
    public static (IReadOnlyList<ReportingClause> Duties, string? Who) Read(string sentence, string? whoBefore)
    {
        var grammar = new ReportingGrammar(sentence);
        var (who, afterWho) = grammar.Who();
        return (grammar.Duties(who ?? whoBefore, afterWho), who ?? whoBefore);
    }

    /// <summary>The time alone: how often and by which day; null where the words name neither.</summary>
    public static ReportingClause? Time(string words)
    {
        var grammar = new ReportingGrammar(words);
        return grammar.TimeIn(0, grammar._tokens.Count) is { } time ? grammar.Duty(null, null, time, null) : null;
    }

    IReadOnlyList<ReportingClause> Duties(string? who, int afterWho)
    {
        if (!IsAboutExecution()) return [];
        var heads = Heads(afterWho);
        var duties = new List<ReportingClause>();
        for (var i = 0; i < heads.Count; i++)
        {
            var from = i == 0 ? afterWho : StageStart(heads[i], heads[i - 1]);
            var to = i + 1 < heads.Count ? StageStart(heads[i + 1], heads[i]) : _tokens.Count;
            var addressee = Addressee(heads[i], from, to);
            if (addressee is null && i == 0 && who is not null && _times.Any(t => t.From == 0) && !IsTelling(heads[i])) (who, addressee) = (null, who);
            if (addressee is not null && IsForThePublic(addressee)) continue;
            var time = TimeIn(i == 0 ? 0 : from, to);
            if (addressee is null && time is null) continue;
            if (duties.Count == 0) duties.Add(Duty(who, addressee, time, null));
            else if (addressee is null && duties[^1].Day is null && time is not null) duties[^1] = Duty(duties[^1].Who, duties[^1].To, time, null);
            // «…, а після закінчення строку – до 1 березня подати підсумковий звіт»: the same tell the same at another time.
            else if (addressee is null && time?.Day is not null && _tokens[from].Is("а")) duties.Add(Duty(duties[^1].Who, duties[^1].To, time, null));
            else if (addressee is null) continue;
            else duties.Add(Later(Duty(StageWho(from, heads[i]) ?? duties[^1].To ?? who, addressee, time, duties[^1].Once ? null : duties[^1].Periodicity), duties[^1]));
        }
        return duties;
    }

    ReportingClause Duty(string? who, string? to, ReportingTime? time, PeriodLength? periodicityBefore)
    {
        var periodicity = time?.Periodicity ?? ByMonths(time) ?? periodicityBefore;
        var once = periodicity is null && time?.Rule == MonthRule.Fixed;
        return new()
        {
            Who = who,
            To = to,
            Text = _text,
            Once = once,
            Periodicity = periodicity,
            Day = time?.Day,
            MonthRule = time?.Rule ?? (time?.Day is not null && periodicity == PeriodLength.Month ? MonthRule.SameMonth : null),
            Months = time?.Rule == MonthRule.Fixed ? time.Months : [],
            Year = once ? time?.Year : null,
        };
    }

    /// <summary>«…, для подання голові до 7 числа»: a later day without a month is of the month of the earlier one.</summary>
    static ReportingClause Later(ReportingClause duty, ReportingClause before) =>
        duty.MonthRule is null && duty.Day > before.Day && duty.Periodicity == before.Periodicity && before.MonthRule is MonthRule.NextMonth or MonthRule.LastMonthOfPeriod ? duty with { MonthRule = before.MonthRule } : duty;

    static PeriodLength? ByMonths(ReportingTime? time) =>
        time is { Rule: MonthRule.Fixed } && (time.Year is null || time.Months.Count == 2 && Math.Abs(time.Months[0] - time.Months[1]) == 6) ? time.Months.Count switch { 2 => PeriodLength.HalfYear, 4 => PeriodLength.Quarter, 12 => PeriodLength.Month, _ => null } : null;

    bool IsAboutExecution()
    {
        foreach (var token in _tokens)
            if (Stems.Starts(token.Text, "виконан", "реалізац", "хід", "ході", "стан", "здійснен", "впроваджен", "упроваджен", "результат", "узагальн", "зведен", "звіт", "проведен", "викона", "роботу", "вжит") && !Stems.Starts(token.Text, "виконавч")) return true;
        return TellsWithoutTopic();
    }

    /// <summary>«інформувати департамент щороку до 10 грудня»: what else than of the plan, where no topic is said.</summary>
    bool TellsWithoutTopic()
    {
        var tells = false;
        var thing = _tokens.Any(t => Stems.IsThing(t.Text));
        foreach (var token in _tokens)
        {
            if (token.Text is "про" or "щодо" or "стосовно" && !_times.Any(t => t.Periodicity is not null)) return false;
            tells |= Stems.IsTelling(token.Text) || thing && Stems.IsInfinitive(token.Text) && (Stems.IsHanding(token.Text) || Stems.Starts(token.Text, "готува", "підготува"));
        }
        return tells && _times.Any(t => t.Day is not null || t.Periodicity is not null);
    }

    /// <summary>Where the stages are headed: verbs of reporting, or their nouns where something is to be handed on.</summary>
    List<int> Heads(int from)
    {
        var heads = new List<int>();
        var thing = false;
        for (var i = 0; i < _tokens.Count; i++) thing |= Stems.IsThing(_tokens[i].Text) || IsOutcome(i);
        for (var i = from; i < _tokens.Count; i++)
        {
            if (Elided(i, heads) is { } elided) { heads.Add(elided); continue; }
            if (_tokens[i].Kind != TokenKind.Word) continue;
            var word = _tokens[i].Text;
            if (i > 0 && _tokens[i - 1].Text == "шляхом") continue;
            if (thing && Stems.Starts(word, "готува", "підготува") && Stems.IsInfinitive(word) && Dative(i + 1, _tokens.Count) is not null) heads.Add(i);
            else if (Stems.IsTelling(word) || Stems.IsTellingNoun(word) || heads.Count > 0 && Stems.IsHandingNoun(word) && IsPurpose(i, heads[^1]) || thing && (Stems.IsHanding(word) || Stems.IsHandingNoun(word))) heads.Add(i);
        }
        return heads;
    }

    /// <summary>«результати аналізу надавати»: what came out is handed over; not «про результати», «за результати».</summary>
    bool IsOutcome(int at) => _tokens[at].Text == "результати" && (at == 0 || _tokens[at - 1].Text is not ("про" or "за" or "на"));

    /// <summary>«інформувати … для узагальнення і подання»: what was told is handed on.</summary>
    bool IsPurpose(int at, int head)
    {
        for (var i = at - 1; i > head && i > at - 6; i--) if (_tokens[i].Text is "для" or "метою") return true;
        return false;
    }

    /// <summary>«…, а департаменту – узагальнену інформацію голові»: a stage whose verb was said before; the thing handed over.</summary>
    int? Elided(int dash, List<int> heads)
    {
        if (!_tokens[dash].Is("-") || heads.Count == 0) return null;
        var opens = dash - 1;
        while (opens > heads[^1] && !_tokens[opens].Is("а")) opens--;
        if (opens <= heads[^1] || !HasBody(opens + 1, dash)) return null;
        for (var i = dash + 1; i < _tokens.Count && i < dash + 5 && _tokens[i].Kind == TokenKind.Word; i++)
            if (Stems.IsThing(_tokens[i].Text)) return i;
        return null;
    }

    /// <summary>A later stage begins at the «для», «з метою», «а», «та» before its head, or at the head.</summary>
    int StageStart(int head, int before)
    {
        for (var i = head - 1; i > before; i--)
            if (_tokens[i].Text is "для" or "мета" or "метою" or "який" or "яка" or "якому" or "якій" or "яким" or "а" || (_tokens[i].Is(";"))) return i;
        for (var i = head - 1; i > before && i > head - 4; i--)
            if (_tokens[i].Text is "та" or "і" or ",") return i;
        return head;
    }

    /// <summary>«…, а Департаменту …, подавати»: a later stage that names its own body.</summary>
    string? StageWho(int from, int head)
    {
        if (from >= _tokens.Count || _tokens[from].Text is not ("а" or ";")) return null;
        var end = from + 1;
        while (end < head && !IsBoundary(end)) end++;
        return HasBody(from + 1, end) ? Printed(from + 1, end) : null;
    }

    ReportingTime? TimeIn(int from, int to)
    {
        ReportingTime? best = null;
        foreach (var time in _times)
        {
            if (time.From < from || time.From >= to) continue;
            if (best is null) best = time;
            else if (best.Periodicity is null && time.Periodicity is not null) best = time.Day is null ? best with { Periodicity = time.Periodicity } : time;
            else if (best.Periodicity is not null && time.Periodicity is not null && best.Periodicity != time.Periodicity) continue;
            else if (best.Day is null && time.Day is not null) best = time with { Periodicity = best.Periodicity ?? time.Periodicity };
        }
        return best;
    }

    /// <summary>The body named before the verb in the dative («Виконавцям плану заходів»), and the token after it.</summary>
    (string? Who, int Next) Who()
    {
        var start = SkipManner(0, _tokens.Count);
        if (start < _tokens.Count && Stems.Starts(_tokens[start].Text, "зобовʼязат", "доручит", "рекомендува", "запропонува", "просит", "просимо", "пропонува")) start++;
        if (start >= _tokens.Count) return (null, 0);
        if (_tokens[start].Text is "про" or "щодо" or "за" or "з" or "на" or "у" or "в" or "до" or "для" || IsBoundary(start)) return (null, 0);

        var end = start;
        while (end < _tokens.Count && !IsBoundary(end) && !(_tokens[end].Text == "до" && !IsTimeAt(end))) end++;
        if (end >= _tokens.Count || !HasBody(start, end) && !IsAddressed(start, end)) return (null, 0);
        return (Printed(start, end), end);
    }

    /// <summary>«Енергоменеджеру щорічно …»: a lone dative before a time or a verb of telling, whatever its noun.</summary>
    bool IsAddressed(int from, int to)
    {
        if (!char.IsUpper(_text[_tokens[from].Span.Start]) || !(IsTimeAt(to) || IsEvery(_tokens[to].Text) || Stems.IsTelling(_tokens[to].Text) || Stems.IsHanding(_tokens[to].Text))) return false;
        var head = from;
        while (head < to - 1 && !IsDativeEnding(_tokens[head].Text) | IsDativeAdjective(_tokens[head].Text)) head++;
        if (head - from > 2 || !IsDativeEnding(_tokens[head].Text)) return false;
        // «Соціальному педагогу ГРОМ Т.О.»: behind the post only its holder's name, perhaps in brackets.
        for (var i = head + 1; i < to; i++)
            if (_tokens[i].Kind == TokenKind.Word ? !char.IsUpper(_text[_tokens[i].Span.Start]) : _tokens[i].Text is not ("." or "(" or ")" or "-" or ",")) return false;
        return true;
    }

    static bool IsDativeEnding(string word) => word.Length > 4 && (word[^1] is 'у' or 'ю' || word.EndsWith("ові", StringComparison.Ordinal) || word.EndsWith("еві", StringComparison.Ordinal) || word.EndsWith("ам", StringComparison.Ordinal) || word.EndsWith("ям", StringComparison.Ordinal)) && !Stems.IsThing(word);

    /// <summary>«подавати енергоменеджеру звіт»: a lone dative between the verb and the thing.</summary>
    string? BeforeThing(int after, int to)
    {
        var at = SkipManner(after, to);
        return at + 1 < to && _tokens[at].Kind == TokenKind.Word && IsDativeEnding(_tokens[at].Text) && Stems.IsThing(_tokens[at + 1].Text) ? Printed(at, at + 1) : null;
    }

    /// <summary>Whom a stage informs: «до X», the words after «інформувати», or a body in the dative.</summary>
    string? Addressee(int head, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_tokens[i].Text == "до" && !IsTimeAt(i) && !IsOwned(i) && HasBody(i + 1, Math.Min(i + 8, NameEnd(i + 1, to)))) return Printed(i + 1, NameEnd(i + 1, to));

        // «подавати на розгляд сесії».
        for (var i = head + 1; i + 2 < to; i++)
            if (_tokens[i].Text == "на" && _tokens[i + 1].Text is "розгляд" or "затвердження" or "погодження" && NameEnd(i + 2, to) is var ends && ends > i + 2) return Printed(i + 2, ends);

        var after = head + 1;
        if (IsTelling(head))
        {
            var name = SkipManner(after, to);
            // «доповідати на щотижневих нарадах»: how often is said within.
            if (name + 2 < to && _tokens[name].Text is "на" && IsTimeAt(name + 1) && _tokens[name + 1].Text.EndsWith("их", StringComparison.Ordinal) && NameEnd(name + 2, to) is var sitting && sitting > name + 2) return Printed(name, sitting);
            if (name < to && _tokens[name].Text is not ("про" or "щодо" or ",") && NameEnd(name, to) is var end && end > name) return Printed(name, end);
        }
        return AfterTime(head, to) ?? Dative(after, to) ?? Dative(from, head) ?? AfterTime(from, head) ?? Accusative(after, to) ?? BeforeThing(after, to);
    }

    /// <summary>«що належать до сфери управління агентства»: what the «до» hangs on is no verb of handing over.</summary>
    bool IsOwned(int at) => at > 0 && Stems.Starts(_tokens[at - 1].Text, "належ", "віднос", "віднес", "входя", "включен", "залучен");

    bool IsTelling(int head) => Stems.IsTelling(_tokens[head].Text) || Stems.IsTellingNoun(_tokens[head].Text);

    /// <summary>«письмово», «щокварталу до 5 числа» between the verb and the addressee.</summary>
    int SkipManner(int at, int to)
    {
        while (at < to)
        {
            if (_times.FirstOrDefault(t => t.From == at) is { } time) at = time.To;
            else if (_tokens[at].Text is "перед" or "письмово" or "щоразу" or "своєчасно" or "," or "-" or "(" or ")") at++;
            else break;
        }
        return at;
    }

    /// <summary>A body or post in the dative: «Департаменту …», «голові …», «Міністерству …», with its adjectives before it.</summary>
    string? Dative(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind != TokenKind.Word || !(IsDativeHead(_tokens[i].Text) || i > from && Stems.IsBody(_tokens[i].Text) && _tokens[i].Text.EndsWith('ї') && _tokens[i - 1].Text.EndsWith("ій", StringComparison.Ordinal)) || InName(i, from)) continue;
            var start = i;
            while (start > from && _tokens[start - 1].Kind == TokenKind.Word && IsDativeAdjective(_tokens[start - 1].Text)) start--;
            return Printed(start, NameEnd(start, to));
        }
        return null;
    }

    /// <summary>«плану заходів департаменту»: a head right behind «голови», «рішення» and the like belongs to their name.</summary>
    bool InName(int at, int from) => at > from && (_tokens[at - 1].Text is "про" or "з" or "із" or "до" || Stems.Act(_tokens[at - 1].Text) is not null && _tokens[at].Text is "відділу" or "апарату" or "комітету");

    static bool IsDativeHead(string word) =>
        (Stems.IsBody(word) || Stems.IsPost(word)) && (word.EndsWith('у') || word.EndsWith('ю') || word.EndsWith("ові", StringComparison.Ordinal)
            || word.EndsWith("еві", StringComparison.Ordinal) || word.EndsWith("ам", StringComparison.Ordinal) || word.EndsWith("ям", StringComparison.Ordinal) || word is "голові" or "особі" or "раді" or "комісії" or "службі" or "групі" or "палаті")
        && !word.EndsWith("цію", StringComparison.Ordinal) && word is not ("голову" or "раду" or "службу" or "групу" or "організацію");

    static bool IsDativeAdjective(string word) =>
        word.EndsWith("ому", StringComparison.Ordinal) || word.EndsWith("ьму", StringComparison.Ordinal) || word.EndsWith("ій", StringComparison.Ordinal) || word.EndsWith("им", StringComparison.Ordinal);

    /// <summary>«про виконання щокварталу до 10 числа … обласну державну адміністрацію»: a body right after the time.</summary>
    string? AfterTime(int from, int to)
    {
        foreach (var time in _times)
        {
            if (time.To <= from || time.To >= to) continue;
            var end = NameEnd(time.To, to);
            if (end > time.To && (HasBody(time.To, Math.Min(end, time.To + 4)) || char.IsUpper(_text[_tokens[time.To].Span.Start]))) return Printed(time.To, end);
        }
        return null;
    }

    /// <summary>«… про його виконання юридичний відділ»: a body in the accusative, with its adjectives before it.</summary>
    string? Accusative(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind != TokenKind.Word || !IsAccusativeHead(_tokens[i].Text)) continue;
            var start = i;
            while (start > from && _tokens[start - 1].Kind == TokenKind.Word && IsAccusativeAdjective(_tokens[start - 1].Text)) start--;
            return Printed(start, NameEnd(start, to));
        }
        return null;
    }

    static bool IsAccusativeHead(string word) => word is "голову" or "раду" or "комісію" or "службу" or "департамент" or "відділ" or "сектор" or "комітет" or "виконком" or "центр" or "апарат" or "міністерство" or "секретаріат" or "штаб" or "управління" or "інспекцію" or "агентство" || word.EndsWith("адміністрацію", StringComparison.Ordinal);

    static bool IsAccusativeAdjective(string word) => word.Length > 4 && (word[^1] is 'у' or 'ю' || word.EndsWith("го", StringComparison.Ordinal) || word.EndsWith("ий", StringComparison.Ordinal) || word.EndsWith("не", StringComparison.Ordinal)) && !Stems.IsThing(word);

    bool HasBody(int from, int to)
    {
        for (var i = from; i < to && i < _tokens.Count; i++)
            if (_tokens[i].Kind == TokenKind.Word && (Stems.IsBody(_tokens[i].Text) || Stems.IsPost(_tokens[i].Text) || _tokens[i].Text is [.., 'О', 'Д', 'А'] or "ода" or "ова" or "рда" or "кмда")) return true;
        return false;
    }

    static bool IsForThePublic(string addressee) => Token.Cut(addressee) is [var first, ..] && Stems.IsPublic(first.Text);

    bool IsTimeAt(int at) => _times.Any(t => t.From <= at && at < t.To);

    int NameEnd(int from, int to)
    {
        var end = from;
        while (end < to && !IsBoundary(end)) end++;
        return end;
    }

    /// <summary>What ends the name of a body: a time, a verb, the thing handed over, its subject, its purpose.</summary>
    bool IsBoundary(int at)
    {
        var token = _tokens[at];
        if (IsTimeAt(at)) return true;
        if (token.Kind == TokenKind.Sign) return token.Text is ";" or ":" || (token.Is(".") && !IsInitial(at - 1)) || (token.Is(",") && NextStarts(at, "який", "яка", "яке", "які", "якому", "якій", "якою", "що", "для", "про", "щодо")) || (token.Is("-") && at + 1 < _tokens.Count && Stems.IsInfinitive(_tokens[at + 1].Text));
        if (token.Kind == TokenKind.Break) return false;
        var word = token.Text;
        return IsEvery(word) || word is "про" or "щодо" or "для" or "відповідно" or "згідно" or "шляхом" or "узагальнену" or "узагальнений" or "письмову" or "відповідну" or "підсумкову" or "зведену" or "необхідну" || Stems.IsThing(word) || Stems.IsInfinitive(word)
            // «звітну інформацію», «аналітичні матеріали».
            || at + 1 < _tokens.Count && Stems.IsThing(_tokens[at + 1].Text) && Stems.Starts(word, "звітн", "детальн", "вичерпн", "щомісячн", "щоквартальн", "щорічн", "інформаційн", "аналітичн", "статистичн", "підсумков", "проміжн", "повн", "остаточн")
            || (word is "на" or "в" or "у" or "за" && NextStarts(at, "електронн", "письмов", "паперов", "установлен", "встановлен", "межах", "формою", "адрес", "визначен", "частин", "рамках"))
            || (word is "з" && NextStarts(at, "метою", "урахуванням"));
    }

    /// <summary>«щосеместрово», «щодобово»: a time that is no reporting period.</summary>
    static bool IsEvery(string word) => word.StartsWith("що", StringComparison.Ordinal) && word.EndsWith("во", StringComparison.Ordinal);

    bool IsInitial(int at) => at >= 0 && _tokens[at].Kind == TokenKind.Word && _tokens[at].Span.Length <= 2;

    bool NextStarts(int at, params ReadOnlySpan<string> stems) => at + 1 < _tokens.Count && Stems.Starts(_tokens[at + 1].Text, stems);

    string? Printed(int from, int to)
    {
        // The full stop of an initial is the name's.
        while (to > from && !(_tokens[to - 1].Is(".") && IsInitial(to - 2) && char.IsUpper(_text[_tokens[to - 2].Span.Start])) && _tokens[to - 1].Text is "," or "та" or "і" or "й" or "-" or "." or "\n" or "а" or "також") to--;
        while (from < to && _tokens[from].Text is "," or "та" or "\n" or "-") from++;
        return to > from ? Folding.Collapse(_tokens[from].Span.To(_tokens[to - 1].Span).Of(_text)) : null;
    }
}
