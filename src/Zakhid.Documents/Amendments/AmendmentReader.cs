using Zakhid.Amendments;
using Zakhid.Clauses;
using Zakhid.Documents.Reading;
using Zakhid.Text;

namespace Zakhid.Documents.Amendments;

/// <summary>
/// Reads what an amending act does: its items, or those of its annex of changes, with the new wordings that they quote.
/// The wordings that are points of a plan are read as measures beside it.
/// </summary>
sealed class AmendmentReader
{
    readonly Act _act;
    readonly List<(AmendingStep Step, NewWording? Wording)> _steps = [];

    AmendmentReader(Act act) => _act = act;

    public static AmendmentReader Of(Act act, ActPart part, IEnumerable<Annex> changes)
    {
        var reader = new AmendmentReader(act);
        if (!IsAmending(act)) return reader;
        var own = AmendingText.Of(part.ClausePieces, part.ClauseRange.First, part.ClauseRange.End, part.Wordings);
        reader.Add(own, []);
        foreach (var annex in changes)
            reader.Add(AmendingText.Of(annex.Body, 0, annex.Body.Count, WordingReader.All(annex.Body)), [new(null, (annex.Title ?? "").TrimEnd(':') + ":")]);
        return reader;
    }

    static bool IsAmending(Act act) => act.Amends.Count > 0 || act.Clauses.Any(c => c.Kind == ClauseKind.Amendment)
        || act.Title is { } title && Folding.Fold(title) is var folded && folded.StartsWith("про", StringComparison.Ordinal) && folded.Contains("змін", StringComparison.Ordinal) && folded.Contains("внес", StringComparison.Ordinal);

    void Add(AmendingText text, IReadOnlyList<AmendingItem> heading)
    {
        foreach (var step in AmendmentLanguage.Steps([.. heading, .. text.Items]))
        {
            var at = text.Items.ToList().FindIndex(i => ReferenceEquals(i, step.Item));
            _steps.Add((step, at < 0 ? null : text.Wordings[at]));
        }
    }

    /// <summary>The wording is that of a word, a paragraph, a title, or of a point of the order: no measure of a plan.</summary>
    public bool IsNoMeasure(NewWording wording, IReadOnlyList<MeasureDraft> read)
    {
        if (Target(wording) is not { } target) return false;
        if (target.NewLevel is AlteredLevel.Paragraph or AlteredLevel.SubPoint or AlteredLevel.Sentence or AlteredLevel.Column || target.Kind == AlterationKind.AddWords) return true;
        if (target.NewLevel is null && target.Part.Lowest is AlteredLevel.Paragraph or AlteredLevel.SubPoint or AlteredLevel.Sentence or AlteredLevel.Column) return true;
        if (target.Part.Whole is AlteredWhole.Title or AlteredWhole.Preamble or AlteredWhole.Passport) return true;
        return target.Part is { Whole: AlteredWhole.Act, Annex: null } && read.All(m => !m.Has("executors") && !m.Has("term_text"));
    }

    /// <summary>The alteration that a wording belongs to: the last of its item that waits for one.</summary>
    Alteration? Target(NewWording wording) => _steps.Where(s => ReferenceEquals(s.Wording, wording) || s.Wording?.First == wording.First && s.Wording.Last.Place == wording.Last.Place).Select(s => s.Step.Alterations.LastOrDefault(a => a.AwaitsWording)).FirstOrDefault(a => a is not null);

    /// <param name="reading">The whole reading, with the measures of all wordings.</param>
    /// <param name="measures">Which of its measures came of a wording (null: of an annex that is a plan).</param>
    public IReadOnlyList<Amendment> Read(PlanReading reading, Func<NewWording?, IReadOnlyList<int>> measures)
    {
        var amendments = new List<Amendment>();
        foreach (var (step, wording) in _steps)
        {
            var alterations = step.Alterations.Where(a => a.Kind != AlterationKind.Repeal || _act.Supersedes.Count == 0).Select(a => Filled(a, step, wording, reading, measures)).ToList();
            if (alterations.Count == 0) continue;
            var act = step.Act ?? (_act.Amends.Count == 1 ? _act.Amends[0] : _act.Title is { } title ? AmendmentLanguage.ActOf(title) : null);
            if (amendments.Count > 0 && Same(amendments[^1].Act, act)) amendments[^1] = amendments[^1] with { Plan = amendments[^1].Plan ?? step.Plan, Alterations = [.. amendments[^1].Alterations, .. alterations] };
            else amendments.Add(new() { Act = act, Plan = step.Plan, Alterations = alterations });
        }
        var clause = _act.Clauses.FirstOrDefault(c => c.Kind == ClauseKind.Supersession);
        amendments.AddRange(_act.Supersedes.Select(lost => new Amendment
        {
            Act = lost,
            Alterations = [new() { Kind = AlterationKind.Repeal, Part = new() { Whole = AlteredWhole.Act }, Text = clause?.Text ?? "", ClauseNumber = clause?.Number, Place = clause?.Place, IsSure = lost is { Number: not null, Date: not null } }],
        }));
        return amendments;
    }

    static Alteration Filled(Alteration a, AmendingStep step, NewWording? wording, PlanReading reading, Func<NewWording?, IReadOnlyList<int>> measures)
    {
        if (a.IsAttached) return a with { Measures = [.. measures(null).Select(i => reading.Measures[i])] };
        if (wording is null || !a.AwaitsWording || !ReferenceEquals(a, step.Alterations.LastOrDefault(x => x.AwaitsWording))) return a;
        var own = measures(wording);
        return own.Count > 0 ? a with { Measures = [.. own.Select(i => reading.Measures[i])] } : a with { NewWords = wording.Text };
    }

    static bool Same(ActReference? a, ActReference? b) => a is null || b is null ? a is null && b is null : a.Number == b.Number && a.Date == b.Date;

    public static void Remark(IReadOnlyList<Amendment> amendments, ReadingNotes notes)
    {
        for (var i = 0; i < amendments.Count; i++)
        {
            if (amendments[i].Act is null) notes.Remark("amendment.target-missing", $"/amendments/{i}/act", amendments[i].Alterations[0].Place, "Акт не називає документа, який змінює.", "Вкажіть номер і дату акта, яким затверджено план.", Severity.Question);
            for (var k = 0; k < amendments[i].Alterations.Count; k++)
            {
                var a = amendments[i].Alterations[k];
                var pointer = $"/amendments/{i}/operations/{k}";
                if (a.Place is { } place) notes.At(pointer, place);
                if (a.IsSure) continue;
                notes.Doubt(pointer);
                notes.Remark("amendment.unclear", pointer, a.Place, $"Зміну «{Beginning(a.Text)}» прочитано не повністю{(a.LeftOver.Count > 0 ? $": не зрозуміло «{string.Join("», «", a.LeftOver)}»" : "")}.", "Звірте її з текстом акта.", Severity.Question);
            }
        }
    }

    static string Beginning(string text)
    {
        text = text.TrimEnd(' ', ';', '.', ':');
        return text.Length <= 70 ? text : text[..text.LastIndexOf(' ', 70)] + "…";
    }
}
