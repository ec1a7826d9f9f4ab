namespace Zakhid.Criteria.Grammar;

/// <summary>What a clause with a figure asks for: a change, a frequency, a threshold, or a figure told of the past.</summary>
static class Counting
{
    /// <summary>
    /// «щомісячні зустрічі, не менше 15 осіб» asks for two things: the period is the meeting's, the people are counted
    /// at each. «Щорічне навчання 50 посадовців», with nothing between, is one.
    /// </summary>
    public static IEnumerable<Target> ReadAll(Clause clause, SentenceFacts facts)
    {
        var target = Read(clause, facts);
        var s = clause.Sentence;
        if (target.Type != TargetType.Frequency || clause.Figure!.UnitKind != UnitKind.Person || clause.Find(Role.Per) is not { } per || per.To - per.From != 1
            || per.From > clause.Figure.Start || !IsOfEvent(s, per.To) || Enumerable.Range(per.To, Math.Max(0, clause.Figure.At - per.To)).All(i => s.Pieces[i].IsWord && Comparisons.At(s.Pieces, i, out _) is null)) return [target];
        return [target with { Op = Comparison.AtLeast, Value = 1, ValueTo = null, Unit = s.Noun(per.To), Metric = s.Printed(clause.From, clause.Figure.Start) }, target with { Type = TargetType.Threshold, Per = null }];
    }

    static bool IsOfEvent(Sentence s, int at)
    {
        while (Lexicon.IsAdjective(s.Word(at))) at++;
        return s.IsFree(at) && Lexicon.KindOf(s.Word(at)) == UnitKind.Happening;
    }

    static Target Read(Clause clause, SentenceFacts facts)
    {
        var figure = clause.Figure!;
        var s = clause.Sentence;
        var per = Period(clause, facts);
        var by = clause.Find(Role.By)?.Moment ?? facts.LeadingDeadline;
        var change = ChangeOf(clause, figure);
        var target = new Target
        {
            Type = TargetType.Threshold,
            Metric = MetricOf(clause, figure),
            Op = OpOf(clause, figure),
            Value = figure.Amount.Value,
            ValueTo = figure.Amount.To,
            Unit = UnitOf(clause, figure),
            ValueIs = KindOf(clause, figure),
            Per = per?.Per,
            PerEvery = per?.Every ?? 1,
            Baseline = clause.Find(Role.Baseline)?.Text,
            By = by?.End,
            Population = clause.Find(Role.Population)?.Text ?? ShareOf(clause, figure),
            Scope = clause.Find(Role.Scope)?.Text,
            Measurable = true,
            Span = s.Span(clause.From, clause.To),
        };
        target = Bounds(target, figure);

        if (change is { } direction)
        {
            var step = figure.Lead is not ("до") && figure.From is null;
            var multiple = figure.Amount.Kind == ValueKind.Multiple || (figure.Amount.Times && figure.Lead is "у" or "в" or "");
            target = target with
            {
                Type = facts.IsPast(clause) && ToldChange(clause, figure) ? TargetType.ReportedValue : TargetType.Change,
                Op = direction,
                ValueIs = multiple ? ValueKind.Multiple : target.ValueIs,
                Value = figure.Amount.Value,
                ValueTo = figure.Amount.To,
                ValueFrom = figure.From?.Value,
                Baseline = target.Baseline ?? (figure.From is { } from ? $"{from.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}{(target.Unit is { } u ? " " + u : "")}" : "unspecified"),
                IsLevel = !step || figure.Lead == "до",
            };
            return target;
        }
        if (facts.IsTold(clause)) return target with { Type = TargetType.ReportedValue, By = null, Per = facts.ToldPeriod ?? target.Per };
        return target.Per is not null ? target with { Type = TargetType.Frequency } : target;
    }

    /// <summary>«від A до B» and «A-B» are a stretch; «не нижче 5 місця» allows the numbers below.</summary>
    static Target Bounds(Target target, Figure figure)
    {
        if (figure.From is { } from && figure.Op == Comparison.Between) return target with { Op = Comparison.Between, Value = from.Value, ValueTo = figure.Amount.Value };
        if (figure.From is { } low && figure.Lead is "з") return target with { ValueFrom = low.Value };
        if (target.ValueTo is null) return target;
        return target.Op switch
        {
            Comparison.AtLeast or Comparison.MoreThan => target with { ValueTo = null },
            Comparison.AtMost => target with { Value = target.ValueTo, ValueTo = null },
            _ => target with { Op = Comparison.Between },
        };
    }

    static Comparison OpOf(Clause clause, Figure figure)
    {
        var op = figure.Op ?? (figure.Lead == "до" ? Comparison.AtMost : figure.Lead == "від" && figure.Amount.To is null ? Comparison.AtLeast : Comparison.Equal);
        if (clause.Sentence.Word(figure.Start) == "у" && clause.Sentence.Word(figure.Start + 1) == "межах" && figure.Op is null && figure.Amount.To is null) op = Comparison.AtMost;
        if (figure.Op is null && figure.UnitKind == UnitKind.Time && clause.Sentence.Word(figure.Start - 1) is "протягом" or "упродовж" or "впродовж" or "строк") op = Comparison.AtMost;
        if (!IsRank(clause, figure)) return op;
        return op switch { Comparison.AtLeast => Comparison.AtMost, Comparison.AtMost => Comparison.AtLeast, Comparison.Equal when clause.Words.Any(w => w is "топ" or "до" || w.StartsWith("вход", StringComparison.Ordinal) || w.StartsWith("увійти", StringComparison.Ordinal)) => Comparison.AtMost, _ => op };
    }

    /// <summary>A rank is better the smaller it is.</summary>
    static bool IsRank(Clause clause, Figure figure) => figure.Amount.Kind == ValueKind.Absolute && !clause.Words.Any(w => w.StartsWith("робоч", StringComparison.Ordinal) || w.StartsWith("посадков", StringComparison.Ordinal))
        && (figure.Unit is { } unit && (unit.StartsWith("місц", StringComparison.Ordinal) && unit is "місця" or "місце" || unit.StartsWith("позиці", StringComparison.Ordinal))
            || clause.Words.Any(w => w is "топ" or "місце" or "позиція" or "позиції"));

    static ValueKind KindOf(Clause clause, Figure figure)
    {
        if (figure.Amount.Kind != ValueKind.Absolute || figure.Unit is not null) return figure.Unit == "%" ? ValueKind.Percent : figure.Amount.Kind;
        return IsShare(clause) ? ValueKind.Percent : ValueKind.Absolute;
    }

    static bool IsShare(Clause clause) => clause.Head is "частка" or "відсоток" or "питома" || clause.Words.Any(w => w is "частки" or "відсотка" or "питомої")
        || clause.Find(Role.Unit)?.Text is { } unit && unit.Contains('%');

    static string? UnitOf(Clause clause, Figure figure)
    {
        if (IsRank(clause, figure)) return "місце";
        if (figure.Unit is not null) return figure.Unit;
        if (clause.Find(Role.Unit)?.Text is { } bracket) return bracket;
        if (IsShare(clause)) return "%";
        return Nouns.Counted(clause);
    }

    /// <summary>The genitive after a share: «75 % учасників».</summary>
    static string? ShareOf(Clause clause, Figure figure)
    {
        var s = clause.Sentence;
        if (figure.Amount.Kind != ValueKind.Percent || figure.End >= clause.To || !s.IsFree(figure.End) || !s.Pieces[figure.End].IsWord) return null;
        var to = figure.End;
        while (to < clause.To && s.IsFree(to) && s.Pieces[to].IsWord && !Lexicon.IsPastVerb(s.Word(to)) && !Lexicon.IsParticiple(s.Word(to)) && s.Word(to) is not ("на" or "у" or "в" or "за" or "та" or "до" or "повинні" or "мають")) to++;
        return Lexicon.KindOf(s.Word(figure.End)) is not null || Lexicon.IsAdjective(s.Word(figure.End)) ? s.Printed(figure.End, to) : null;
    }

    static string? MetricOf(Clause clause, Figure figure)
    {
        var s = clause.Sentence;
        var left = s.Printed(clause.From, Math.Max(clause.From, figure.Start));
        if (left.Length > 2 && clause.Free.Any(i => i < figure.Start && s.Pieces[i].IsWord && !Clausing.IsOpening(s.Word(i)))) return left;
        var right = s.Printed(Math.Min(figure.At + 1, clause.To), clause.To);
        return right.Length > 2 ? right : null;
    }

    static Mark? Period(Clause clause, SentenceFacts facts)
    {
        if (clause.Find(Role.Per) is { } own) return own;
        // «протягом 2024 року» is a period, «у 2024 році» a deadline.
        if (clause.Find(Role.By) is { Text: "протягом" or "упродовж" or "впродовж", Moment.Length: { } length } during) return during with { Per = length };
        return facts.SharedPeriod(clause);
    }

    /// <summary>
    /// The direction of a change: a verb or participle of change before the figure («збільшено на 5»), its noun at the
    /// head of the clause («зростання … до 65 %»), or «на 10 більше», «удвічі менше».
    /// </summary>
    static Comparison? ChangeOf(Clause clause, Figure figure)
    {
        var s = clause.Sentence;
        var step = figure.Lead is "на" or "до" || figure.From is not null && figure.Lead == "з" || figure.Amount.Kind is ValueKind.Multiple or ValueKind.PercentagePoint
            || (figure.Amount.Times && figure.Lead is "у" or "в");
        for (var i = Math.Min(figure.At, clause.To) - 1; i >= clause.From; i--)
        {
            if (!s.IsFree(i) || !s.Pieces[i].IsWord) continue;
            var word = s.Word(i);
            if ((Lexicon.ChangeVerb(word) ?? Lexicon.ChangeInPast(word)) is { } verb && s.Word(i - 1) != "не" && step) return Level(verb, word);
            if (Lexicon.ChangeNoun(word) is { } noun && IsHead(clause, i) && !s.Word(i + 1).StartsWith("кваліфікац", StringComparison.Ordinal)
                && (step || figure.AfterDash || figure.Op is not null && figure.Amount.Kind == ValueKind.Percent || Directly(clause, i, figure) || figure.Op is not null && Lexicon.IsCounted(s.Word(i + 1)))) return noun;
        }
        // «+10 %».
        if (figure.At > 0 && s.Word(figure.At - 1) == "+") return Comparison.Increase;
        // «на 10 % більше», «у 2 рази менше»: the direction stands behind.
        if (figure.Lead is "на" or "у" or "в" || figure.Amount.Kind == ValueKind.Multiple)
            for (var i = figure.End; i < Math.Min(figure.End + 3, s.Pieces.Count); i++)
                if (Comparisons.IsMore(s.Word(i)) || s.Word(i) is "вище" or "вища") return Comparison.Increase;
                else if (Comparisons.IsLess(s.Word(i)) || s.Word(i) is "нижче" or "нижча") return Comparison.Decrease;
                // «удвічі зменшено час очікування».
                else if (figure.Amount.Kind == ValueKind.Multiple && (Lexicon.ChangeVerb(s.Word(i)) ?? Lexicon.ChangeInPast(s.Word(i))) is { } after) return after;
        if (figure.Lead is "на" && (figure.Op is Comparison.MoreThan or Comparison.AtMost) && clause.Find(Role.Baseline) is not null && s.Word(figure.Start) is "більше" or "менше")
            return s.Word(figure.Start) == "більше" ? Comparison.Increase : Comparison.Decrease;
        return figure.Amount.Kind == ValueKind.Multiple ? Comparison.Increase : null;

        // «довести до 5» may mean either way; a level above is what plans write.
        static Comparison Level(Comparison verb, string word) => verb;
    }

    static bool Directly(Clause clause, int at, Figure figure) =>
        figure.Amount.Kind is ValueKind.Percent && Enumerable.Range(at + 1, Math.Max(0, figure.Start - at - 1)).All(i => !clause.Sentence.IsFree(i)) && figure.Start > at;

    /// <summary>Whether only qualifiers stand before a noun: in «кількість заходів з підвищення …» the change is not the head.</summary>
    static bool IsHead(Clause clause, int at) => clause.Free.Where(i => i < at && clause.Sentence.Pieces[i].IsWord).All(i =>
        Clausing.IsOpening(clause.Sentence.Word(i)) || Lexicon.IsAdjective(clause.Sentence.Word(i)) || Lexicon.ChangeNoun(clause.Sentence.Word(i)) is not null || Lexicon.IsParticiple(clause.Sentence.Word(i)) || clause.Sentence.Word(i).EndsWith("не", StringComparison.Ordinal));

    static bool ToldChange(Clause clause, Figure figure) =>
        clause.Free.Any(i => i < figure.At && Lexicon.ChangeInPast(clause.Sentence.Word(i)) is not null);
}

/// <summary>What a clause counts, by its words.</summary>
static class Nouns
{
    /// <summary>The noun that a clause without a unit counts («кількість учасників – 200» counts «учасників»), or null.</summary>
    public static string? Counted(Clause clause)
    {
        var s = clause.Sentence;
        var head = clause.Head;
        if (head is "тираж" or "наклад") return "примірників";
        if (clause.Words.Any(w => w is "бал" or "бали")) return "бал";
        if (head is "рівень" or "ступінь" or "показник" or "індекс" or "динаміка") return null;
        if (Lexicon.IsMetricHead(head))
        {
            if (clause.Words.Any(w => w is "частка" or "питома" or "відсоток")) return "%";
            var after = clause.Free.SkipWhile(i => s.Word(i) != head).Skip(1).Where(i => s.Pieces[i].IsWord).ToList();
            var noun = after.Where(i => Lexicon.KindOf(s.Word(i)) is not null).Select(i => (int?)i).FirstOrDefault() ?? after.Where(i => !Lexicon.IsAdjective(s.Word(i)) && s.Word(i).Length > 3).Select(i => (int?)i).FirstOrDefault();
            if (noun is { } at) return s.Noun(at);
        }
        var any = clause.Free.Where(i => s.Pieces[i].IsWord && Lexicon.KindOf(s.Word(i)) is not null).Select(i => (int?)i).FirstOrDefault()
            ?? clause.Free.Where(i => s.Pieces[i].IsWord && Lexicon.IsAction(s.Word(i))).Select(i => (int?)i).FirstOrDefault();
        return any is { } found ? s.Noun(found) : null;
    }

    public static UnitKind? KindOf(string? word) => word is null ? null : Lexicon.KindOf(Text.Folding.Key(word));
}
