using Zakhid.Criteria.Grammar;
using Zakhid.Text;

namespace Zakhid.Criteria;

/// <summary>
/// The language of «критерії ефективності»: from the text of a cell to the countable things that it asks for. Reads any
/// text and throws for none. Rules and examples: docs/specs/criteria.md.
/// </summary>
public static class CriteriaLanguage
{
    /// <summary>Texts longer than this are read up to it: a criterion is never so long.</summary>
    public const int LongestText = 20_000;

    public static CriteriaReading Read(string? cellText)
    {
        var text = cellText ?? "";
        var read = text.Length > LongestText ? text[..LongestText] : text;
        var pieces = PieceReader.Read(read);
        var sentences = Sentences.Split(pieces, read).Select(p => new Sentence(read, p)).ToList();
        // «1. Кількість …. 2. …»: numbers of items.
        if (sentences.Count > 1) sentences.RemoveAll(s => s.Pieces is [{ Amount: { Kind: ValueKind.Absolute, Times: false, OrMore: false, Value: < 50 } }]);
        var targets = new List<Target>();
        var leftOver = new List<Span>();
        var parted = sentences.ConvertAll(s => (Sentence: s, Clauses: Clausing.Cut(s)));
        var cell = Told(parted);
        PeriodLength? told = null;
        foreach (var (sentence, clauses) in parted)
        {
            var facts = new SentenceFacts(sentence, clauses, cell with { ToldPeriod = told });
            told = facts.ToldPeriod;
            foreach (var clause in clauses)
                if (clause.Figure is not null) targets.AddRange(Counting.ReadAll(clause, facts));
                else targets.AddRange(Wordless.Read(clause, facts));
            leftOver.AddRange(sentence.Pieces.Where(p => p.Kind == PieceKind.Name && p.Text.Length > 0 && char.IsAsciiDigit(p.Text[0])).Select(p => p.Span));
        }
        targets = Schedules.Read(Inherit(targets));
        return new CriteriaReading(text, targets, targets.Exists(t => t.Doubt || IsOpen(t)), leftOver);
    }

    /// <summary>«3 сюжети на телебаченні та 5 на радіо», «з них 12»: a number without a noun counts what the one before it counted.</summary>
    static List<Target> Inherit(List<Target> targets)
    {
        for (var i = 1; i < targets.Count; i++)
            if (targets[i] is { Unit: null, Value: not null, ValueIs: ValueKind.Absolute } && targets[i - 1] is { Unit: not null, Value: not null, ValueIs: ValueKind.Absolute })
                targets[i] = targets[i] with { Unit = targets[i - 1].Unit };
        return targets;
    }

    /// <summary>«до 100 осіб» is a ceiling by convention; in speech it may be an aim.</summary>
    static bool IsOpen(Target target) => target is { Type: TargetType.Threshold, Op: Comparison.AtMost, ValueIs: ValueKind.Absolute, Metric: null };

    static CellFacts Told(List<(Sentence Sentence, List<Grammar.Clause> Clauses)> parted) =>
        new(parted.Exists(s => s.Clauses.Exists(c => c.Figure is { Op: not (Comparison.AtLeast or Comparison.AtMost) }) && new SentenceFacts(s.Sentence, s.Clauses, new CellFacts(false, null)).IsPastSentence), null);
}
