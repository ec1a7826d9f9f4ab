namespace Zakhid.Criteria.Grammar;

/// <summary>
/// What a whole sentence says for each of its clauses: that it tells of the past, and for which period; a period or a
/// deadline named once for several figures.
/// </summary>
sealed class SentenceFacts
{
    readonly List<Clause> _clauses;
    readonly bool _past;

    public SentenceFacts(Sentence sentence, List<Clause> clauses, CellFacts cell)
    {
        _clauses = clauses;
        var verb = Enumerable.Range(0, sentence.Pieces.Count).Any(i => sentence.IsFree(i) && sentence.Pieces[i].IsWord && Lexicon.IsPastVerb(sentence.Word(i)) && !IsConditional(sentence, i));
        var named = sentence.Marks.Where(m => m.Role == Role.By && m.Text is "у" or "в" or "за" or "протягом" or "упродовж" or "впродовж" or "станом").ToList();
        var participle = Enumerable.Range(0, sentence.Pieces.Count).Any(i => sentence.IsFree(i) && Lexicon.IsParticiple(sentence.Word(i)));
        _past = verb || (named.Count > 0 && participle && clauses.Exists(c => c.Figure is not null));
        IsPastSentence = _past;
        var period = sentence.Marks.FirstOrDefault(m => m.Role == Role.By && m.Moment?.Length is not null)?.Moment?.Length
            ?? sentence.Marks.FirstOrDefault(m => m.Role == Role.By && m.Moment is { IsPrevious: true })?.Moment?.Length;
        if (period == PeriodLength.Month) period = null;
        ToldPeriod = _past ? period ?? cell.ToldPeriod : cell.ToldPeriod;
        Cell = cell;

        var firstFigure = clauses.Find(c => c.Figure is not null)?.Figure;
        LeadingDeadline = clauses.Count(c => c.Figure is not null) > 1 && firstFigure is not null
            && sentence.Marks.FirstOrDefault(m => m.Role == Role.By) is { } mark && mark.To <= firstFigure.Start && sentence.Marks.Count(m => m.Role == Role.By) == 1 ? mark.Moment : null;
    }

    CellFacts Cell { get; }
    public bool IsPastSentence { get; }
    public PeriodLength? ToldPeriod { get; }
    public Moment? LeadingDeadline { get; }

    public bool IsPast(Clause clause) => _past;

    /// <summary>A figure is told, not asked for, in a sentence about the past; a bound («не менше») is always asked for.</summary>
    public bool IsTold(Clause clause)
    {
        if (clause.Figure!.Op is Comparison.AtLeast or Comparison.AtMost || clause.Figure.Lead == "до") return false;
        if (_past) return true;
        var head = clause.Head;
        return Cell.TellsOfPast && (Lexicon.IsParticiple(head) || clause.Words.Any(Lexicon.IsParticiple) || clause.Figure.AfterDash);
    }

    /// <summary>
    /// A period named before the first figure holds for the later ones too («Щомісяця: 2 заходи та 4 публікації»); one
    /// named after the last holds for those joined to it directly («5 семінарів та 10 лекцій на рік»).
    /// </summary>
    public Mark? SharedPeriod(Clause clause)
    {
        var index = _clauses.IndexOf(clause);
        if (clause.Words.Any(w => Lexicon.IsMetricHead(w) || Lexicon.IsParticiple(w)) && index > 0) return null;
        var s = clause.Sentence;
        var first = _clauses.Find(c => c.Figure is not null || c.Find(Role.Per) is not null)!;
        if (first != clause && first.Find(Role.Per) is { } leading && (first.Figure is null || leading.From < first.Figure.Start)) return leading;
        for (var i = index; i + 1 < _clauses.Count; i++)
        {
            if (_clauses[i].Figure is not { } a || _clauses[i + 1].Figure is not { } b || b.Start - a.End > 1 || (b.Start > a.End && !(s.Word(a.End) is "," or "та" or "і" or "й")) || b.Amount.Kind != a.Amount.Kind || b.UnitKind == UnitKind.Person != (a.UnitKind == UnitKind.Person)) return null;
            if (_clauses[i + 1].Find(Role.Per) is { } trailing) return trailing;
        }
        return null;
    }

    /// <summary>«щоб … були», «якби».</summary>
    static bool IsConditional(Sentence s, int at) => Enumerable.Range(0, at).Any(i => s.Word(i) is "щоб" or "якби" or "аби") || s.Word(at + 1) is "б" or "би";
}

/// <summary>What the sentences before say for the ones after: a cell that tells of the past goes on doing so.</summary>
sealed record CellFacts(bool TellsOfPast, PeriodLength? ToldPeriod);
