namespace Zakhid.Criteria.Grammar;

/// <summary>A part of a sentence that asks for one thing: its pieces and, where it counts, its figure.</summary>
sealed record Clause(Sentence Sentence, int From, int To, Figure? Figure)
{
    public IEnumerable<int> Free => Enumerable.Range(From, To - From).Where(Sentence.IsFree);

    /// <summary>Words of the clause that no role has taken.</summary>
    public IEnumerable<string> Words => Free.Where(i => Sentence.Pieces[i].IsWord).Select(Sentence.Word);

    /// <summary>The first word that tells what the clause is about, after qualifiers.</summary>
    public string Head => Words.FirstOrDefault(w => !Clausing.IsOpening(w)) ?? "";

    public Mark? Find(Role role) => Sentence.Find(role, From, To);
}

/// <summary>Cuts a sentence into clauses, each with at most one figure.</summary>
static class Clausing
{
    public static List<Clause> Cut(Sentence s)
    {
        var figures = Figures.Find(s);
        figures.RemoveAll(f => Describes(s, figures, f));
        var clauses = new List<Clause>();
        var from = 0;
        foreach (var to in Coarse(s, figures).Append(s.Pieces.Count))
        {
            var own = figures.Where(f => f.At >= from && f.At < to).ToList();
            if (own.Count == 0) Add(from, to, null);
            for (var i = 0; i < own.Count; i++)
            {
                var end = i + 1 < own.Count ? Boundary(s, own[i], own[i + 1]) : to;
                Add(from, end, own[i]);
                from = end;
            }
            from = to;
        }
        return clauses;

        void Add(int start, int end, Figure? figure)
        {
            var clause = new Clause(s, start, end, figure);
            // Only signs, or only what qualifies the others («Щомісяця:», «у 2024 році,»).
            if (figure is not null || clause.Words.Any() || Enumerable.Range(start, end - start).Any(i => s.RoleAt(i) is Role.Per or Role.Baseline or Role.Unit)) clauses.Add(clause);
        }
    }

    /// <summary>«85 % учасників оцінили захід на 4 бали»: the second number tells what the counted ones did.</summary>
    static bool Describes(Sentence s, List<Figure> figures, Figure figure)
    {
        var index = figures.IndexOf(figure);
        if (index < 1 || figures[index - 1] is not { Amount.Kind: ValueKind.Percent } share || figure.Amount.Kind == ValueKind.Percent) return false;
        var between = Enumerable.Range(share.End, Math.Max(0, figure.Start - share.End)).ToList();
        return between.Exists(i => Lexicon.IsPastVerb(s.Word(i))) && !between.Exists(i => s.Word(i) is "," or ";" or "та" or "і" or "(");
    }

    /// <summary>Words before the head: «загальна кількість», «очікується зростання».</summary>
    public static bool IsOpening(string word) => word is "загальна" or "загальний" or "загальне" or "очікувана" or "очікуване" or "очікується" or "орієнтовна" or "щорічне" or "значне" or "суттєве" or "досягнення" or "також" or "та" or "і"
        or "а" or "не" or "їх" or "її" or "його" or "забезпечення" or "забезпечити" or "забезпечено" or "поступове" or "подальше" or "у" or "в" or "за" or "на" or "зокрема" or "тому" or "числі" or "них" or "із" or "з" or "яких" or "відбулося" or "відбудеться" or "буде" or "досягнуто"
        or "середньорічне" or "річне" or "щомісячне" or "планується" or "передбачається" or "показник";

    static List<int> Coarse(Sentence s, List<Figure> figures)
    {
        var cuts = new List<int>();
        var from = 0;
        for (var i = 1; i < s.Pieces.Count; i++)
        {
            if (!s.IsFree(i) && !s.Pieces[i].Is(",")) continue;
            var word = s.Word(i);
            if (!(word is "," or "(" or "-" or ":" or ";" or "та" or "і" or "й" or "а" or ".") || !Sentences.Starts(s.Pieces, i + 1)) continue;
            if (s.RoleAt(i + 1) is Role.Baseline or Role.Attribute or Role.Aside || figures.Exists(f => f.Start < i && i < f.End)) continue;
            var next = i + 1;
            while (next < s.Pieces.Count && s.Word(next) is "та" or "і" or "також" or "а" or "-" or "загальна" or "середня") next++;
            if (Splits(s, figures, from, i, next, word)) { cuts.Add(i); from = i; }
        }
        return cuts;
    }

    static bool Splits(Sentence s, List<Figure> figures, int from, int at, int next, string sign)
    {
        var left = Enumerable.Range(from, at - from).Where(i => s.IsFree(i) && s.Pieces[i].IsWord).ToList();
        var leftFigure = figures.Exists(f => f.At >= from && f.At < at);
        var rightFigure = figures.Find(f => f.At >= next);
        var start = s.Word(next);
        var own = s.Pieces[next].IsWord && (Lexicon.IsMetricHead(start) || Lexicon.IsParticiple(start) || Lexicon.ChangeNoun(start) is not null || Lexicon.IsAction(start) || start is "відсутність" or "наявність");
        if (left.Count == 0) return false;
        if (!own) return sign is "(" or "," && !leftFigure && rightFigure is not null && rightFigure.Start <= next + 1 && Aside(s, left, rightFigure);
        if (sign is "-" or ":") return false;
        if (Lexicon.IsParticiple(start)) return !Lexicon.IsParticiple(s.Word(at - 1)) && (sign is not ("та" or "і" or "й") || left.Count > 1);
        if (Lexicon.IsMetricHead(start)) return !Lexicon.IsMetricHead(s.Word(at - 1)) && (sign != "(" || rightFigure is not null) && IsNominative(s, left, start);
        if (Lexicon.ChangeNoun(start) is not null && Lexicon.ChangeNoun(s.Word(at - 1)) is null) return !IsGoverned(s, left) && (sign == "," || rightFigure is not null || Lexicon.IsCounted(s.Word(next + 1)));
        if (sign is "та" or "і" or "й") return rightFigure is not null && !leftFigure && !Lexicon.IsAction(s.Word(at - 1)) && !IsGoverned(s, left);
        if (leftFigure || start is "відсутність") return !IsGoverned(s, left);
        return !IsGoverned(s, left) && !Lexicon.IsMetricHead(Opened(s, left)) && (Lexicon.IsAction(Opened(s, left)) || Lexicon.IsParticiple(s.Word(left[0])) || Lexicon.ChangeNoun(Opened(s, left)) is not null || Lexicon.IsEffort(Opened(s, left)) || HasAdverb(s, from, at));
    }

    static bool HasAdverb(Sentence s, int from, int to) => Enumerable.Range(from, to - from).Any(i => s.RoleAt(i) == Role.Per);

    static string Opened(Sentence s, List<int> left) => left.Select(s.Word).FirstOrDefault(w => !IsOpening(w) || w is "забезпечення") ?? "";

    /// <summary>«кількість» and the like stand in the nominative only; «показник», «обсяг» also after a verb.</summary>
    static bool IsNominative(Sentence s, List<int> left, string head) => head is not ("строк" or "термін" or "час" or "місце" or "бал") && !(s.Word(left[^1]) is "на" or "у" or "в" or "за" or "про");

    /// <summary>
    /// «проведено опитування (вибірка 800 осіб)», «проведено навчання, 20 учасників»: the deed and its number are two
    /// things where the number counts what the deed does not name.
    /// </summary>
    static bool Aside(Sentence s, List<int> left, Figure figure)
    {
        if (figure.UnitKind is null || figure.Amount.Kind != ValueKind.Absolute || figure.Amount.Times) return false;
        // «документацію виготовлено, 2 об'єкти …»: the deed may stand behind what it was done to.
        var deed = Lexicon.IsParticiple(Opened(s, left)) || Lexicon.IsParticiple(s.Word(left[^1])) || Lexicon.IsAction(Opened(s, left));
        return deed && left.Count > 1 && !left.Exists(i => Lexicon.KindOf(s.Word(i)) == figure.UnitKind);
    }

    /// <summary>«шляхом проведення …, створення …»: the verbal nouns depend on a preposition before them.</summary>
    static bool IsGoverned(Sentence s, List<int> left)
    {
        for (var i = 1; i < left.Count; i++)
            if (s.Word(left[i - 1]) is "до" or "для" or "щодо" or "шляхом" or "через" or "від" or "про" or "з" or "із" or "на" or "у" or "в" or "за" or "метою" or "рахунок" or "питань" or "стосовно"
                && (s.Word(left[i]).EndsWith("ння", StringComparison.Ordinal) || s.Word(left[i]).EndsWith("ття", StringComparison.Ordinal) || Lexicon.IsAction(s.Word(left[i])))) return true;
        return false;
    }

    /// <summary>Where, between two figures, the second one's words begin.</summary>
    static int Boundary(Sentence s, Figure a, Figure b)
    {
        var free = Enumerable.Range(a.End, Math.Max(0, b.Start - a.End)).Where(s.IsFree).ToList();
        int? At(Func<int, bool> test) => free.Exists(i => test(i)) ? free.First(test) : null;
        return At(i => s.Word(i) is "," or ";" or "(" or ")" or "/") ?? At(i => s.Word(i) is "та" or "і" or "й" or "а" or "з" or "із") ?? Math.Max(a.End, Math.Min(b.Start, Trailing(s, a.End)));
    }

    /// <summary>Periods and scopes right after a figure belong to it.</summary>
    static int Trailing(Sentence s, int at)
    {
        while (at < s.Pieces.Count && !s.IsFree(at)) at++;
        return at;
    }
}
