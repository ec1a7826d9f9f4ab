namespace Zakhid.Criteria.Grammar;

/// <summary>
/// What a clause without a figure asks for: a regular deed, a comparison with an earlier level, a direction, a number to
/// be reported, a fact, or a goal that nobody can check.
/// </summary>
static class Wordless
{
    public static IEnumerable<Target> Read(Clause clause, SentenceFacts facts)
    {
        var s = clause.Sentence;
        var printed = s.Printed(clause.From, clause.To);
        var goal = new Target
        {
            Type = TargetType.Goal,
            Metric = printed,
            By = (clause.Find(Role.By) ?? s.Find(Role.By, 0, s.Pieces.Count))?.Moment?.End,
            Population = clause.Find(Role.Population)?.Text,
            Scope = clause.Find(Role.Scope)?.Text,
            Measurable = false,
            Span = s.Span(clause.From, clause.To),
        };
        var words = clause.Words.ToList();
        var head = clause.Head;
        if (words.Count > 0 ? IsNothing(words) : Regular(clause) is null) return [goal with { Doubt = true }];
        if (Absence(words, clause) is { } absent) return [goal with { Type = TargetType.Threshold, Op = Comparison.Equal, Value = 0, Unit = absent, Measurable = true }];
        if (Held(clause) is { } held) return [goal with { Type = TargetType.Threshold, Op = held, Baseline = clause.Find(Role.Baseline)!.Text, Unit = Nouns.Counted(clause), Measurable = true }];
        var metric = MetricHead(words);
        if (Change(clause, words) is { } direction)
        {
            var counted = IsCounted(clause, words);
            return [goal with { Type = counted ? TargetType.Change : TargetType.Goal, Op = direction, Baseline = clause.Find(Role.Baseline)?.Text ?? "unspecified", Unit = counted ? Nouns.Counted(clause) : null, Per = clause.Find(Role.Per)?.Per, Measurable = counted }];
        }
        if (metric is not null || clause.Find(Role.Unit) is not null)
            return Metrics.Split(clause, metric, goal with { Type = TargetType.MetricOnly, Measurable = true, Per = clause.Find(Role.Per)?.Per });
        if (Regular(clause) is { } per)
            return [goal with { Type = TargetType.Frequency, Op = Comparison.AtLeast, Value = 1, Per = per.Per, PerEvery = per.Every, Unit = (Lexicon.IsAction(head) && head is not ("проведення" or "організація") ? head : Nouns.Counted(clause)) ?? "раз", Measurable = true }];
        if (IsFact(words, head)) return [goal with { Type = TargetType.Fact, Measurable = true }];
        return [goal with { Doubt = !Lexicon.IsEffort(head) }];
    }

    static bool IsNothing(List<string> words) => (words[0] == "не" && words.Count <= 4 && words[1..] is [var verb, ..] && (verb.StartsWith("потреб", StringComparison.Ordinal) || verb.StartsWith("визнач", StringComparison.Ordinal) || verb.StartsWith("встановл", StringComparison.Ordinal)
            || verb.StartsWith("передбач", StringComparison.Ordinal) || verb.StartsWith("застосов", StringComparison.Ordinal)))
        || (words.Count == 1 && words[0] is "немає" or "відсутній" or "відсутні" or "відсутня" or "нема")
        || (words is ["за", "потреби" or "потребою" or "необхідності"]) || (words is ["у" or "в" or "за", "разі", ..] && words.Count <= 3);

    /// <summary>«Відсутність порушень» asks for none of them.</summary>
    static string? Absence(List<string> words, Clause clause)
    {
        if (words.Count < 2 || !(words[0] is "відсутність" or "відсутні" or "без" || (words[0] is "нуль" or "немає"))) return null;
        if (words[0] is "без" && (words.Count > 3 || Lexicon.KindOf(words[1]) is null)) return null;
        return Nouns.Counted(clause) ?? words[1];
    }

    /// <summary>«Не нижче рівня попереднього року», «на рівні 2019 року», «більше, ніж торік».</summary>
    static Comparison? Held(Clause clause)
    {
        if (clause.Find(Role.Baseline) is not { } baseline) return null;
        var s = clause.Sentence;
        for (var i = clause.From; i < baseline.To; i++)
            if (Comparisons.At(s.Pieces, i, out _) is { } op) return op;
        var level = s.Word(baseline.From) is "рівні" or "рівень" || s.Word(baseline.From).StartsWith("показник", StringComparison.Ordinal);
        return level && (s.Word(baseline.From - 1) is "на" or "у" or "в" || clause.Words.Any(w => w.StartsWith("збереж", StringComparison.Ordinal) || w.StartsWith("утриман", StringComparison.Ordinal))) ? Comparison.Equal : null;
    }

    static Comparison? Change(Clause clause, List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Lexicon.ChangeNoun(words[i]) is { } noun) return i + 1 < words.Count && words[i + 1].StartsWith("кваліфікац", StringComparison.Ordinal) ? null : Allowed(i) ? noun : null;
            if ((Lexicon.ChangeVerb(words[i]) ?? Lexicon.ChangeInPast(words[i])) is { } verb)
                return (i > 0 && words[i - 1] == "не") || words.Exists(w => w.StartsWith("кваліфікац", StringComparison.Ordinal)) || words[i].StartsWith("дове", StringComparison.Ordinal) || !VerbOfMeasure(words) ? null : verb;
        }
        return null;

        bool Allowed(int at) => words.Take(at).All(w => Clausing.IsOpening(w) || Lexicon.IsAdjective(w) || w.EndsWith("не", StringComparison.Ordinal) || Periods.Adverb(w) is not null || Lexicon.ChangeNoun(w) is not null);
    }

    /// <summary>«підвищено обізнаність» is a direction, «розширено мережу» and «покращено умови» without a measure a goal too.</summary>
    static bool VerbOfMeasure(List<string> words) => words.Exists(w => Lexicon.ChangeVerb(w) is not null || Lexicon.ChangeInPast(w) is not null);

    /// <summary>A rise of a quantity, or of things that come in numbers («скарг», «переглядів»).</summary>
    static bool IsCounted(Clause clause, List<string> words)
    {
        if (words.Exists(w => w is "рівня" or "рівень" or "рівнів" or "якості" or "якість" or "ефективності" or "довіри" or "обізнаності")) return false;
        if (words.Exists(Lexicon.IsCounted) || clause.Find(Role.Unit) is not null || words.Exists(w => w is "кількість" or "частку" or "частка" or "чисельність")) return true;
        var after = words.SkipWhile(w => Lexicon.ChangeNoun(w) is null && Lexicon.ChangeVerb(w) is null).Skip(1).SkipWhile(w => Lexicon.IsAdjective(w)).FirstOrDefault();
        return after is not null && Lexicon.KindOf(after) is UnitKind.Person or UnitKind.Reach or UnitKind.Publication or UnitKind.Happening or UnitKind.Document && !after.StartsWith("робот", StringComparison.Ordinal);
    }

    static string? MetricHead(List<string> words)
    {
        foreach (var word in words)
        {
            if (Lexicon.IsMetricHead(word)) return word;
            if (!Clausing.IsOpening(word) && !Lexicon.IsAdjective(word)) return null;
        }
        return null;
    }

    /// <summary>«щотижневе …», «кожного місяця»; not «протягом року», which only says when.</summary>
    static Mark? Regular(Clause clause) => clause.Sentence.Marks.FirstOrDefault(m => m.Role == Role.Per && m.From >= clause.From && m.From < clause.To
        && (Periods.Adverb(clause.Sentence.Word(m.From)) is not null || Enumerable.Range(m.From, m.To - m.From).Any(i => clause.Sentence.Word(i).StartsWith("кож", StringComparison.Ordinal))));

    static bool IsFact(List<string> words, string head)
    {
        if (words.Exists(w => w is "постійно" or "систематично" or "регулярно" or "постійне" or "регулярне" or "систематичне" or "своєчасне" or "постійна" or "регулярна")) return false;
        if (words.Exists(Lexicon.IsParticiple) || words is ["так", .., "ні"]) return true;
        if (words.Count == 0) return false;
        var first = words[0];
        // «Створення умов», «створення можливостей» never end.
        if (first is "створення" or "забезпечення" && words.Count > 1 && words[1] is "умов" or "можливостей" or "передумов" || words.Count > 2 && words[0] == "створення" && words[2] == "умов") return false;
        if (first == "підвищення" && words.Exists(w => w.StartsWith("кваліфікац", StringComparison.Ordinal))) return true;
        if (words.Exists(w => w is "функціонує" or "працює" or "діє" or "функціонують" or "працюють" or "діють" or "набрало" or "набув") || words.Exists(Lexicon.IsPastVerb)) return true;
        if (Lexicon.IsDeed(first) || first == "наявність") return true;
        // A project or a plan can be carried out to its end, a policy cannot.
        if (first is "реалізація" or "здійснення" or "виконання" && words.Count > 1) return words.Take(4).Any(w => w.StartsWith("про", StringComparison.Ordinal) && Lexicon.KindOf(w) == UnitKind.Document || w.StartsWith("заход", StringComparison.Ordinal) || w.StartsWith("план", StringComparison.Ordinal) || first == "виконання");
        if (Lexicon.IsEffort(first) || Lexicon.IsEffort(head)) return false;
        if (words.Exists(Lexicon.IsDeed)) return true;
        if (Lexicon.IsAction(first) || Lexicon.IsAction(head) || words.Exists(w => IsDone(w))) return true;
        var noun = words.Find(w => !Lexicon.IsAdjective(w) && !Clausing.IsOpening(w)) ?? first;
        return Lexicon.IsDeliverable(noun) || Lexicon.IsDeliverable(first) || (noun.EndsWith("ння", StringComparison.Ordinal) || noun.EndsWith("ття", StringComparison.Ordinal));
    }

    /// <summary>«затверджений», «створена», «введені»: the deed is done.</summary>
    static bool IsDone(string word) => word.Length > 6 && (word.EndsWith("ений", StringComparison.Ordinal) || word.EndsWith("ена", StringComparison.Ordinal) || word.EndsWith("ені", StringComparison.Ordinal)
        || word.EndsWith("аний", StringComparison.Ordinal) || word.EndsWith("ана", StringComparison.Ordinal) || word.EndsWith("ані", StringComparison.Ordinal) || word.EndsWith("ене", StringComparison.Ordinal) || word.EndsWith("ане", StringComparison.Ordinal));
}

/// <summary>«кількість A, B» counts two things; kinds of one thing («семінарів, тренінгів») are counted together.</summary>
static class Metrics
{
    public static IEnumerable<Target> Split(Clause clause, string? head, Target metric)
    {
        var s = clause.Sentence;
        var unit = clause.Find(Role.Unit)?.Text ?? (head is "частка" or "відсоток" or "питома" ? "%" : Nouns.Counted(clause));
        metric = metric with { Unit = unit, ValueIs = unit is not null && (unit.Contains('%') || unit.StartsWith("відсотк", StringComparison.Ordinal)) ? ValueKind.Percent : ValueKind.Absolute };
        // «відсоток охоплення, кількість заходів»: each head of a metric behind a comma is a figure of its own.
        if (Heads(clause) is { Count: > 1 } heads) return heads.Select((from, i) => OfHead(s, metric, from, i + 1 < heads.Count ? heads[i + 1] : clause.To));
        if (head is not ("кількість" or "чисельність" or "число") || clause.Find(Role.Unit) is not null) return [metric];

        var nouns = Listed(clause, head);
        var kinds = nouns.Select(n => Lexicon.KindOf(s.Word(n))).Distinct().ToList();
        // «Кількість: звернень, консультацій, виїздів» names each thing counted by itself.
        if (nouns.Count > 1 && s.Word(nouns[0] - 1) == ":") return nouns.Select(n => metric with { Metric = $"{head} {s.Printed(n, n + 1)}", Unit = s.Noun(n) });
        if (nouns.Count < 2 || kinds.Count < 2) return [metric];
        return nouns.DistinctBy(n => Lexicon.KindOf(s.Word(n))).Select(n => metric with { Metric = $"{head} {s.Printed(n, n + 1)}", Unit = s.Noun(n) });
    }

    static List<int> Heads(Clause clause) =>
        [.. clause.Free.Where(i => Lexicon.IsMetricHead(clause.Sentence.Word(i)) && clause.Sentence.Word(i) is "кількість" or "чисельність" or "частка" or "відсоток" or "рівень" or "обсяг" && (i == clause.From || clause.Sentence.Word(i - 1) is "," or "/" && i > clause.From))];

    static Target OfHead(Sentence s, Target metric, int from, int to)
    {
        var share = s.Word(from) is "частка" or "відсоток";
        return metric with { Metric = s.Printed(from, to).TrimEnd(',', ' '), Unit = share ? "%" : Lexicon.KindOf(s.Word(from + 1)) is not null ? s.Noun(from + 1) : null, ValueIs = share ? ValueKind.Percent : ValueKind.Absolute };
    }

    /// <summary>The nouns counted, up to the first attribute: after «кількість» and after each comma or «та» before a noun of a known kind.</summary>
    static List<int> Listed(Clause clause, string head)
    {
        var s = clause.Sentence;
        var nouns = new List<int>();
        var expect = false;
        foreach (var i in clause.Free)
        {
            var word = s.Word(i);
            if (nouns.Count == 0 && !expect) { expect = word == head; continue; }
            if (word == ":" && nouns.Count == 0) continue;
            if (word == "," || (word is "та" or "і" or "й" or "або" && i == nouns.LastOrDefault(-2) + 1)) { expect = true; continue; }
            if (!s.Pieces[i].IsWord) break;
            if (!expect) { if (Ends(word)) break; continue; }
            if (Lexicon.KindOf(word) is not null) { nouns.Add(i); expect = false; }
            else if (!Lexicon.IsAdjective(word) || (nouns.Count > 0 && IsParticipleOf(word) && !IsCountedNoun(s.Word(i + 1)))) break;
        }
        return nouns;
    }

    static bool IsParticipleOf(string word) => word.EndsWith("ених", StringComparison.Ordinal) || word.EndsWith("аних", StringComparison.Ordinal);

    /// <summary>«створених груп» counts groups; «охоплених послугою» says by what those before it are reached.</summary>
    static bool IsCountedNoun(string word) => Lexicon.KindOf(word) is not null && (word.EndsWith("ів", StringComparison.Ordinal) || word.EndsWith("їв", StringComparison.Ordinal) || word.EndsWith("ей", StringComparison.Ordinal) || word[^1] is not ('а' or 'о' or 'у' or 'и' or 'і' or 'е' or 'ю' or 'я' or 'ї' or 'є' or 'м'));

    static bool Ends(string word) => word.EndsWith("ених", StringComparison.Ordinal) || word.EndsWith("аних", StringComparison.Ordinal) || word is "що" or "які" or "яких" or "для" or "щодо" or "з" or "про" or "у" or "в" or "на" or "за" or "до" or "від" or "серед" or "із";
}
