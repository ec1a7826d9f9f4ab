namespace Zakhid.Criteria.Grammar;

/// <summary>
/// A number that is counted, with what stands around it: from <see cref="Start"/> (its comparison) up to
/// <see cref="End"/> (behind its unit). <see cref="At"/> is the place of the number itself.
/// </summary>
sealed record Figure(int At, int Start, int End, Amount Amount)
{
    public Comparison? Op { get; init; }
    public string? Unit { get; init; }
    public UnitKind? UnitKind { get; init; }
    /// <summary>«на», «до», «у», «з», «від» directly before the number or its comparison.</summary>
    public string Lead { get; init; } = "";
    /// <summary>The lower number of «від A до B» and «з A до B».</summary>
    public Amount? From { get; init; }
    /// <summary>«– 5», «: не менше 5»</summary>
    public bool AfterDash { get; init; }
}

/// <summary>Finds the figures of a sentence.</summary>
static class Figures
{
    public static List<Figure> Find(Sentence s)
    {
        var figures = new List<Figure>();
        for (var i = 0; i < s.Pieces.Count; i++)
            if (s.Pieces[i].Amount is { } amount && s.IsFree(i)) figures.Add(Read(s, i, amount, figures.Count > 0 ? figures[^1].End : 0));

        for (var i = 0; i + 1 < figures.Count;)
        {
            if (Join(s, figures[i], figures[i + 1]) is { } joined) { figures[i] = joined; figures.RemoveAt(i + 1); }
            else i++;
        }
        return figures;
    }

    static Figure Read(Sentence s, int at, Amount amount, int floor)
    {
        var (op, start) = Before(s, at, floor);
        var lead = "";
        var from = start;
        for (var i = at - 1; i >= Math.Max(floor, start - 1); i--)
        {
            if (s.Word(i) is "на" or "до" or "у" or "в" or "з" or "із" or "від" or "по" && s.IsFree(i) && lead.Length == 0) { lead = s.Word(i); from = Math.Min(from, i); }
            else if (!s.IsFree(i)) break;
        }
        var dash = from - 1;
        while (dash >= floor && !s.IsFree(dash)) dash--;
        var end = ReadUnit(s, at, amount, out var unit, out var kind);
        if (Comparisons.After(s.Pieces, end, out var length) is { } after) { op ??= after; end += length; }
        if (amount.OrMore) op ??= Comparison.AtLeast;
        return new Figure(at, from, end, amount) { Op = op, Unit = unit, UnitKind = kind, Lead = lead, AfterDash = dash >= floor && s.Word(dash) is "-" or ":" };
    }

    /// <summary>The nearest comparison to the left with nothing between it and the number but fillers and marked parts.</summary>
    static (Comparison? Op, int Start) Before(Sentence s, int at, int floor)
    {
        for (var i = at - 1; i >= Math.Max(floor, at - 12); i--)
        {
            if (!s.IsFree(i)) continue;
            if (Comparisons.At(s.Pieces, i, out var length) is { } op && i + length <= at)
            {
                // «не менше» is found at «менше» first; the negation may stand a verb away («не знизиться нижче»).
                for (var back = 1; back <= 2 && i - back >= floor; back++)
                    if (s.Word(i - back) == "не" && Comparisons.At(s.Pieces, i - back, out var longer) is { } negated && i - back + longer >= i + 1) return (negated, i - back);
                return (op, i);
            }
            if (!IsFiller(s.Word(i))) break;
        }
        return (null, at);
    }

    static bool IsFiller(string word) => word is "ніж" or "як" or "від" or "за" or "на" or "у" or "в" or "по" or "до" or "з" or "із" or "," or "-" or ":" or "=" or "чим" or "кількості" or "сумі" or "обсязі" or "загальною"
        or "загальній" or "кількістю" or "середньому" or "становити" or "складати" or "тиражем" or "розмірі" or "рівні" or "охопити" or "менше" or "менш" or "більше" or "більш" or "нижче" or "вище" or "рідше" or "частіше"
        or "перевищує" or "перевищуватиме" or "перевищувати" or "наступних" or "таких" or "чисельністю" or "місця" or "місце" or "позиції" or "топ" or "відмітки" or "показника" or "зі" or "відсотка" or "пізніше" or "рівня" or "довше";

    static int ReadUnit(Sentence s, int at, Amount amount, out string? unit, out UnitKind? kind)
    {
        (unit, kind) = (null, null);
        var next = at + 1;
        if (amount.Kind == ValueKind.Percent) unit = "%";
        else if (amount.Kind == ValueKind.PercentagePoint) unit = "в.п.";
        else if (amount.Times || amount.Kind == ValueKind.Multiple) unit = amount.Value == decimal.Truncate(amount.Value) ? Text.Plural.Of((long)amount.Value, "раз", "рази", "разів") : "раза";
        if (unit is not null)
        {
            kind = amount.Kind == ValueKind.Absolute ? null : Grammar.UnitKind.Share;
            return next;
        }
        var noun = next;
        while (noun < s.Pieces.Count && noun < next + 4 && s.IsFree(noun) && s.Pieces[noun].IsWord && (Lexicon.IsAdjective(s.Word(noun)) || Lexicon.KindOf(s.Word(noun)) == Grammar.UnitKind.Person && Lexicon.KindOf(s.Word(noun + 1)) == Grammar.UnitKind.Person || s.Word(noun) is "та" or "і" && noun > next && Lexicon.IsAdjective(s.Word(noun + 1)))) noun++;
        if (noun >= s.Pieces.Count || !s.IsFree(noun) || !s.Pieces[noun].IsWord || IsNoUnit(s.Word(noun)))
        {
            if (s.Find(Role.Unit, at, Math.Min(at + 3, s.Pieces.Count)) is { } bracket) (unit, kind) = (bracket.Text, KindOf(bracket.Text));
            else if (noun > next) unit = s.Printed(next, next + 1);
            return noun > next && unit is not null ? next + 1 : next;
        }
        var word = s.Word(noun);
        kind = Lexicon.KindOf(word);
        if (kind == Grammar.UnitKind.Money) unit = word.StartsWith("гр", StringComparison.Ordinal) ? "грн" : s.Printed(noun, noun + 1);
        else unit = s.Noun(noun);
        return noun + 1 < s.Pieces.Count && s.Pieces[noun + 1].Is(".") && word.Length <= 4 && noun + 2 < s.Pieces.Count ? noun + 2 : noun + 1;
    }

    static UnitKind? KindOf(string? unit) => unit is null ? null : Lexicon.KindOf(Text.Folding.Key(unit));

    static bool IsNoUnit(string word) => Comparisons.IsMore(word) || Comparisons.IsLess(word) || Lexicon.IsParticiple(word) || Lexicon.IsPastVerb(word)
        || word is "та" or "і" or "й" or "або" or "на" or "у" or "в" or "за" or "до" or "з" or "із" or "від" or "по" or "для" or "із" or "щодо" or "вище" or "нижче" or "не" or "серед" or "станом" or "яких" or "них" or "про" or "через" or "що"
        or "щомісяця" or "щороку" or "є" or "було" or "були" or "має" or "мають" or "повинні" or "повинно" or "при" or "під" or "також" or "а" or "чи" or "ніж" or "як" or "виконання" or "надання";

    /// <summary>«від 50 до 100», «з 28 % до 15 %», «не менше 5 та не більше 10», «5 із 10», «раз на квартал 2 заходи».</summary>
    static Figure? Join(Sentence s, Figure a, Figure b)
    {
        var gap = Enumerable.Range(a.End, Math.Max(0, b.Start - a.End)).Where(s.IsFree).ToList();
        var near = gap.TrueForAll(i => s.Word(i) is "," or "та" or "і" or "але" or "але" or "-" or "й" or "а");
        // What falls is no range from low to high: «від 2025 … до 5» are two figures.
        var rises = a.Amount.Value <= b.Amount.Value;
        if (a.Lead is "від" or "з" or "із" or "між" && (a.Lead != "від" || rises) && b.Lead == "до" && a.Op is null && gap.Count <= 3 && !gap.Exists(i => s.Word(i) is "та" or ";"))
            return b with { Start = a.Start, From = Like(a.Amount, b.Amount), Lead = a.Lead == "від" ? "від" : "з", Op = a.Lead == "від" ? Comparison.Between : b.Op };
        if (s.Word(a.At - 1) == "між" && rises && gap.Count == 1 && s.Word(gap[0]) is "та" or "і" && near)
            return b with { Start = a.At - 1, From = a.Amount, Op = Comparison.Between, Lead = "від" };
        if (a.Op == Comparison.AtLeast && b.Op == Comparison.AtMost && rises && near && (a.Unit is null || a.Unit == b.Unit || a.UnitKind == b.UnitKind))
            return b with { Start = a.Start, From = Like(a.Amount, b.Amount), Op = Comparison.Between, Lead = "від", Unit = b.Unit ?? a.Unit };
        if (b.Lead is "із" or "з" && gap.Count == 0 && b.At - a.End <= 2 && a.Amount.Kind == b.Amount.Kind && b.Op is null && b.Amount.Value >= a.Amount.Value)
            return a with { End = b.End, Unit = a.Unit ?? b.Unit, UnitKind = a.UnitKind ?? b.UnitKind };
        // «2 заходи раз на місяць» and «раз на місяць не менше 2 заходів» are one count with its period.
        if (b.Amount is { Times: true, Value: 1 } && !a.Amount.Times && gap.Count <= 1 && near && IsPeriodNext(s, b.End)) return a with { End = b.End };
        if (a.Amount is { Times: true, Value: 1 } && a.Op is null && !b.Amount.Times && b.UnitKind != Grammar.UnitKind.Person && b.Amount.Kind == ValueKind.Absolute && gap.TrueForAll(i => s.Word(i) is "," or "-" or "по") && IsPeriodNext(s, a.End)) return b with { Start = a.Start };
        return null;

        static Amount Like(Amount lower, Amount upper) => lower with { Kind = upper.Kind };
        static bool IsPeriodNext(Sentence s, int at) => at < s.Pieces.Count && s.RoleAt(at) == Role.Per;
    }
}
