using Zakhid.Text;

namespace Zakhid.Clauses;

/// <summary>When a report falls due, as a stretch of a clause says it: tokens <see cref="From"/> up to <see cref="To"/>.</summary>
sealed record ReportingTime(int From, int To)
{
    public PeriodLength? Periodicity { get; init; }
    public int? Day { get; init; }
    public MonthRule? Rule { get; init; }
    public IReadOnlyList<int> Months { get; init; } = [];
    public int? Year { get; init; }
    /// <summary>«станом на 1 число»: of which day the report tells; it falls due then only where no other day is named.</summary>
    public bool IsState { get; init; }

    /// <summary>Every stretch of the tokens that says when; neighbours that only a comma, a dash or «та» parts are one.</summary>
    public static IReadOnlyList<ReportingTime> All(IReadOnlyList<Token> tokens)
    {
        var times = new List<ReportingTime>();
        for (var i = 0; i < tokens.Count;)
        {
            if ((Often(tokens, i) ?? ByDay(tokens, i) ?? InMonth(tokens, i) ?? Within(tokens, i)) is not { } time) { i++; continue; }
            if (times.Count > 0 && OnlyJoints(tokens, times[^1].To, time.From)) times[^1] = times[^1].And(time);
            else times.Add(time);
            i = time.To;
        }
        return times;
    }

    /// <summary>Days and months of the first named one; a second date of the same stretch adds its month.</summary>
    ReportingTime And(ReportingTime next) => this with
    {
        To = next.To,
        Periodicity = Periodicity ?? next.Periodicity,
        Day = IsState && next.Day is not null ? next.Day : Day ?? next.Day,
        IsState = IsState && next.Day is null,
        Rule = Rule ?? next.Rule,
        Months = Rule is not null and not MonthRule.Fixed ? Months : [.. Months, .. next.Months.Where(m => !Months.Contains(m))],
        Year = Year ?? next.Year,
    };

    static bool OnlyJoints(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens[i].Text is not ("," or "-" or "та" or "і" or "й" or "а" or "також" or "(" or ")" or "але" or "\n" or "далі")) return false;
        return true;
    }

    /// <summary>«щокварталу», «кожного місяця», «раз на півріччя», «двічі на рік», «за підсумками кварталу».</summary>
    static ReportingTime? Often(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Kind != TokenKind.Word) return null;
        var word = tokens[at].Text;
        if (word.StartsWith("що", StringComparison.Ordinal) && PeriodOf(word[2..]) is { } every)
        {
            // «щорічно у грудні».
            if (every == PeriodLength.Year && at + 2 < tokens.Count && tokens[at + 1].Text is "у" or "в" && PrintedDate.MonthOf(tokens[at + 2].Text) is { } month) return new(at, at + 3) { Periodicity = every, Months = [month], Rule = MonthRule.Fixed };
            return new(at, at + 1) { Periodicity = every };
        }
        // «щоп'ятниці», «щосереди».
        if (word.Length > 6 && word.StartsWith("що", StringComparison.Ordinal) && Terms.CalendarWords.Weekday(word[2..]) is not null) return new(at, at + 1) { Periodicity = PeriodLength.Week };
        if (word.StartsWith("по", StringComparison.Ordinal) && word.EndsWith("ьно", StringComparison.Ordinal) && PeriodOf(word[2..]) is { } each) return new(at, at + 1) { Periodicity = each };
        if (word is "кожного" or "кожен" or "кожне" or "кожний" && at + 1 < tokens.Count && PeriodOf(tokens[at + 1].Text) is { } period) return new(at, at + 2) { Periodicity = period };
        if (word is "раз" or "разу" or "рази" or "разів" or "двічі" or "тричі" && at + 2 < tokens.Count && tokens[at + 1].Text is "на" or "у" or "в" && PeriodOf(tokens[at + 2].Text) is { } per)
        {
            var times = word == "двічі" ? 2 : word == "тричі" ? 3 : at > 0 && tokens[at - 1].Kind == TokenKind.Number ? int.Parse(tokens[at - 1].Text) : 1;
            return new(at, at + 3) { Periodicity = (per, times) switch { (PeriodLength.Year, 2) => PeriodLength.HalfYear, (PeriodLength.Year, 4) => PeriodLength.Quarter, _ => per } };
        }
        if (word == "за" && at + 2 < tokens.Count && tokens[at + 1].Text is "підсумками" or "результатами")
        {
            var next = at + 2;
            while (next < tokens.Count && (tokens[next].Text is "кожного" or "звітного" || Folding.Roman(tokens[next].Text) is not null)) next++;
            if (next < tokens.Count && PeriodOf(tokens[next].Text) is { } summed) return new(at, next + 1) { Periodicity = summed };
        }
        return null;
    }

    static PeriodLength? PeriodOf(string word) =>
        Stems.Starts(word, "кварт") ? PeriodLength.Quarter : Stems.Starts(word, "півр", "піврок") ? PeriodLength.HalfYear
        : Stems.Starts(word, "місяц", "місячн") ? PeriodLength.Month : word is "рік" or "року" or "роки" || Stems.Starts(word, "річно", "річн") ? PeriodLength.Year
        : Stems.Starts(word, "тиж") ? PeriodLength.Week : Stems.Starts(word, "декад") ? PeriodLength.Decade
        : word is "дня" or "денно" or "день" ? PeriodLength.Day : null;

    /// <summary>«до 17 числа останнього місяця …», «не пізніше 5-го числа», «до 10 січня», «1 вересня».</summary>
    static ReportingTime? ByDay(IReadOnlyList<Token> tokens, int at)
    {
        var i = at;
        if (tokens[i].Text == "не" && i + 1 < tokens.Count && tokens[i + 1].Text is "пізніше" or "пізніш") { i += 2; if (i < tokens.Count && tokens[i].Text is "ніж" or "як") i++; }
        if (i < tokens.Count && tokens[i].Text is "до" or "станом") i++;
        if (i < tokens.Count && tokens[i].Text == "на" && i > at) i++;
        if (i >= tokens.Count) return null;

        if (PrintedDate.At(tokens, i) is { } date) return YearTail(tokens, new(at, date.Next) { Day = date.Day, Months = [date.Month], Rule = MonthRule.Fixed, Year = date.Year, IsState = tokens[at].Text == "станом" });
        if (tokens[i].Kind != TokenKind.Number || tokens[i].Text.Length > 2 || int.Parse(tokens[i].Text) is not (>= 1 and <= 31 and var day)) return null;
        i++;
        if (i + 1 < tokens.Count && tokens[i].Is("-") && tokens[i + 1].Text is "го" or "ого" or "е") i += 2;
        // «до 5, 15 та 25 числа»: the first day is the clause's.
        while (i + 1 < tokens.Count && tokens[i].Text is "," or "та" or "і" && tokens[i + 1].Kind == TokenKind.Number && tokens[i + 1].Text.Length <= 2) i += 2;
        if (i >= tokens.Count || tokens[i].Text is not ("числа" or "число" or "дня")) return null;
        return MonthTail(tokens, new(at, i + 1) { Day = day, IsState = tokens[at].Text == "станом" });
    }

    /// <summary>«у червні 2019 року»: a month with its year, without a day.</summary>
    static ReportingTime? InMonth(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Text is not ("у" or "в") || at + 2 >= tokens.Count || PrintedDate.MonthOf(tokens[at + 1].Text) is not { } month) return null;
        if (tokens[at + 2].Kind != TokenKind.Number || !int.TryParse(tokens[at + 2].Text, out var year) || year is < 1990 or > 2100) return null;
        return new(at, at + (at + 3 < tokens.Count && tokens[at + 3].Text is "року" or "р" ? 4 : 3)) { Months = [month], Rule = MonthRule.Fixed, Year = year };
    }

    /// <summary>«у двотижневий строк», «протягом 5 днів»: says when, but names no day.</summary>
    static ReportingTime? Within(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Text is "у" or "в")
            for (var i = at + 1; i < tokens.Count && i < at + 5; i++)
                if (tokens[i].Text is "строк" or "термін") return new(at, i + 1);
        if (tokens[at].Text is "протягом" && at + 2 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number) return new(at, at + 3);
        return null;
    }

    static ReportingTime YearTail(IReadOnlyList<Token> tokens, ReportingTime time)
    {
        var i = time.To;
        if (i + 1 < tokens.Count && tokens[i].Text == "кожного" && tokens[i + 1].Text == "року") return time with { To = i + 2, Periodicity = PeriodLength.Year };
        while (i < tokens.Count && tokens[i].Text is "року" or "," or "що" or "наступного" or "настає" or "йде" or "за" or "звітним" or "звітного" or "поточного" or "цього" or "відповідного" or "включно" or "періодом" or "роком") i++;
        while (i > time.To && tokens[i - 1].Text is "," or "за" or "що") i--;
        return time with { To = i };
    }

    /// <summary>What follows «числа»: the words that place the month. The longest run of known words is taken.</summary>
    static ReportingTime MonthTail(IReadOnlyList<Token> tokens, ReportingTime time)
    {
        bool last = false, next = false, same = false, each = false;
        PeriodLength? period = null;
        var i = time.To;
        for (; i < tokens.Count; i++)
        {
            var word = tokens[i].Text;
            if (word is "останнього" or "третього") last = true;
            else if (word is "наступного" or "настає" or "наступає" or "слідує" or "йде" or "наступному" or "після" or "наступним") next = true;
            else if (word is "кожного" or "щомісяця") each = true;
            else if (word is "поточного" or "звітного" or "цього" or "відповідного") same = true;
            else if (PeriodOf(word) is { } unit) { if (unit != PeriodLength.Month || period is null) period = unit; }
            else if (word is "періоду" or "періодом" or "першого" or "що" or "за" or "який" or "звітним" or "," or "закінчення" or "завершення" or "його" or "числа") { }
            else break;
        }
        while (i > time.To && tokens[i - 1].Text is "," or "за" or "що" or "який" or "після") i--;
        if (i > time.To && Stems.Starts(tokens[i - 1].Text, "щокварт", "щоміс")) i--;

        MonthRule? rule = next ? MonthRule.NextMonth : last ? MonthRule.LastMonthOfPeriod : each && period == PeriodLength.Month ? MonthRule.SameMonth
            : same && period == PeriodLength.Month ? MonthRule.SameMonth : null;
        return time with { To = i, Rule = rule, Periodicity = each || rule is not null && period is PeriodLength.Quarter or PeriodLength.HalfYear ? period : null };
    }
}
