using Zakhid.Amendments.Grammar;
using Zakhid.Clauses;

namespace Zakhid.Amendments;

/// <summary>An item of an amending act or of its annex of changes: its number («1.», «2)», «а)»), its text, and whether a new wording follows it.</summary>
public sealed record AmendingItem(string? Number, string Text, Place? Place = null)
{
    public bool HasWording { get; init; }
}

/// <summary>What one item orders: the act and plan that it changes, and the alterations in their order.</summary>
public sealed record AmendingStep(AmendingItem Item, ActReference? Act, string? Plan, IReadOnlyList<Alteration> Alterations);

/// <summary>
/// The language of acts about acts: «пункт 3 викласти в такій редакції», «у пункті 5 слова «…» замінити словами «…»»,
/// «доповнити пунктом 7¹ такого змісту». Items stand under one another, and what an upper one names (the act, the plan,
/// the annex, the point) holds for those below it. The rules are those of docs/specs/amendments.md.
/// </summary>
public static class AmendmentLanguage
{
    /// <summary>The alterations that one phrase orders; for a phrase that stands alone.</summary>
    public static IReadOnlyList<Alteration> Read(string phrase) => [.. Steps([new(null, phrase)]).SelectMany(step => step.Alterations)];

    /// <summary>The act that a title or clause names as the one to be changed: «Про внесення змін до рішення від 18.01.2024 № 17».</summary>
    public static ActReference? ActOf(string text) => ActReferences.In(text) is [var first, ..] ? first : null;

    /// <summary>The steps of the items in their order; items that alter nothing give none.</summary>
    public static IReadOnlyList<AmendingStep> Steps(IReadOnlyList<AmendingItem> items)
    {
        var frames = new Stack<Frame>();
        var steps = new List<AmendingStep>();
        foreach (var item in items)
        {
            var style = Style(item.Number);
            if (frames.Any(f => f.Style == style && style.Length > 0)) while (frames.Pop().Style != style) { }
            var around = frames.TryPeek(out var upper) ? upper : Frame.Outermost;
            var (act, plan, part) = (around.Act, around.Plan, around.Part);
            var alterations = new List<Alteration>();
            var opens = false;
            foreach (var sentence in ClauseLanguage.Sentences(item.Text))
            {
                foreach (var (deed, segment) in Phrase.Read(sentence))
                {
                    act = segment.Act ?? act;
                    if (segment.Plan is { } named && (plan is null || named.Split(' ').Length > 2)) plan = named;
                    var whole = segment.Act is not null && segment.Plan is null && deed is null ? new AlteredPart { Whole = AlteredWhole.Act } : part;
                    var read = deed is { } said ? Alterations(said, segment, whole, sentence, item).Where(a => AltersSomething(a, segment, item)) : [];
                    alterations.AddRange(read);
                    opens |= deed is null && (sentence.TrimEnd().EndsWith(':') && segment.Parts[^1].Lowest is not null || Announces(sentence));
                    // What the next phrase of the item leaves unsaid is said by this one.
                    if (segment.Parts[^1] is { IsWhole: false } last && (deed is not null || opens) || segment.Parts[^1].Whole != AlteredWhole.Unknown)
                        part = segment.Parts[^1].Within(around.Part);
                }
            }
            if (alterations.Count > 0) steps.Add(new(item, act, plan, alterations));
            if (style.Length == 0 && !opens) continue;
            if (!opens && !(item.Text.TrimEnd().EndsWith(':') && !item.HasWording)) continue;
            if (style.Length == 0) while (frames.TryPeek(out var before) && before.Style.Length == 0 && Rank(before.Part) >= Rank(part)) frames.Pop();
            frames.Push(new(style, act, plan, alterations.Count > 0 ? around.Part.Whole == AlteredWhole.Unknown ? part.Above(AlteredLevel.Annex) : around.Part : part));
        }
        return steps;
    }

    /// <summary>What holds for the items under one.</summary>
    sealed record Frame(string Style, ActReference? Act, string? Plan, AlteredPart Part)
    {
        public static readonly Frame Outermost = new("", null, null, new());
    }

    static int Rank(AlteredPart part) => part.Lowest is { } lowest ? (int)lowest + 1 : 0;

    /// <summary>«внести такі зміни», «зміни, що додаються»: items with the changes follow, here or in an annex.</summary>
    static bool Announces(string sentence)
    {
        var elements = Element.Cut(sentence);
        return elements.Any(e => e.IsWord("внест", "унест", "внося", "внесен")) && elements.Any(e => e.Text is "зміни" or "зміну" or "змін");
    }

    /// <summary>«1.» and «2.» are of one style, «1.1.», «1)», «а)» and «–» of others.</summary>
    static string Style(string? number)
    {
        if (string.IsNullOrEmpty(number)) return "";
        var text = number.Trim();
        var bracket = text.EndsWith(')') ? ")" : "";
        if (char.IsAsciiDigit(text[0])) return string.Concat(text.TrimEnd('.', ')').Split('.').Select(_ => "1.")) + bracket;
        return char.IsLetter(text[0]) ? "а" + bracket : "-";
    }

    static List<Alteration> Alterations(Deed deed, Segment segment, AlteredPart around, string sentence, AmendingItem item)
    {
        var alterations = new List<Alteration>();
        foreach (var own in segment.Parts)
        {
            var part = own.Within(around);
            var basis = new Alteration
            {
                Kind = Kind(deed, segment, part),
                Part = part,
                Anchor = segment.Anchor,
                BeforeAnchor = segment.Anchor is not null && segment.BeforeAnchor,
                EveryCase = segment.EveryCase,
                After = segment.After,
                NewLevel = segment.NewLevel,
                NewNumbers = segment.NewNumbers,
                IsAttached = segment.IsAttached,
                Text = sentence,
                ClauseNumber = item.Number,
                Place = item.Place,
                LeftOver = segment.LeftOver,
            };
            basis = basis with { AwaitsWording = AwaitsWording(basis, segment) };
            if (basis.Kind == AlterationKind.SetTerm) alterations.Add(basis with { NewWords = segment.Moved ?? segment.Pairs.Select(p => p.New).FirstOrDefault(), OldWords = segment.Pairs.Select(p => p.Old).FirstOrDefault() });
            else if (segment.Pairs.Count == 0) alterations.Add(basis);
            else alterations.AddRange(segment.Pairs.Select(pair => basis with { OldWords = pair.Old, NewWords = pair.New }));
        }
        return [.. alterations.Select(a => a with { IsSure = a.LeftOver.Count == 0 && IsWhole(a, item) })];
    }

    /// <summary>«Замінити вікна», «установити строк подання» order work and alter no text: they name neither part nor words.</summary>
    static bool AltersSomething(Alteration a, Segment segment, AmendingItem item) => a.Kind switch
    {
        AlterationKind.SetTerm => a.Part.Points.Count > 0 || a.Part.Section is not null,
        AlterationKind.Repeal => segment.Act is not null || a.Part.Whole != AlteredWhole.Unknown,
        AlterationKind.Restate or AlterationKind.Add => a.Part.Lowest is not null || a.Part.Whole is AlteredWhole.Title or AlteredWhole.Preamble || segment.SaysWording || segment.IsAttached || a.NewLevel is not null || item.HasWording,
        AlterationKind.Remove or AlterationKind.Renumber => a.Part.Lowest is not null,
        _ => segment.Pairs.Count > 0 || segment.Anchor is not null || a.Part.Lowest is not null,
    };

    static AlterationKind Kind(Deed deed, Segment segment, AlteredPart part) => deed switch
    {
        Deed.Restate => AlterationKind.Restate,
        Deed.Supplement => segment.HasNew || segment.NewLevel is null && segment.Anchor is not null ? AlterationKind.AddWords : AlterationKind.Add,
        Deed.Exclude when segment.HasOld => AlterationKind.RemoveWords,
        Deed.Replace when segment.HasOld => AlterationKind.ReplaceWords,
        Deed.Replace => AlterationKind.Restate,
        Deed.Consider => AlterationKind.Renumber,
        Deed.Move => AlterationKind.SetTerm,
        Deed.LoseForce or Deed.Exclude when part.IsWhole => AlterationKind.Repeal,
        _ => AlterationKind.Remove,
    };

    static bool AwaitsWording(Alteration a, Segment segment) => !a.IsAttached && a.NewWords is null && segment.Pairs.Count == 0
        && a.Kind is AlterationKind.Restate or AlterationKind.Add or AlterationKind.AddWords && (segment.SaysWording || a.Kind != AlterationKind.Restate || a.Text.TrimEnd().EndsWith(':'));

    /// <summary>Nothing that the deed needs is absent.</summary>
    static bool IsWhole(Alteration a, AmendingItem item) => a.Kind switch
    {
        AlterationKind.Restate => (a.IsAttached || a.NewWords is not null || item.HasWording) && (!a.Part.IsWhole || a.IsAttached || a.Part.Whole == AlteredWhole.Plan),
        AlterationKind.Add => a.NewLevel is not null && (item.HasWording || a.IsAttached),
        AlterationKind.Remove => true,
        AlterationKind.ReplaceWords => a is { OldWords: not null, NewWords: not null },
        AlterationKind.AddWords => a.NewWords is not null || item.HasWording,
        AlterationKind.RemoveWords => a.OldWords is not null,
        AlterationKind.Renumber => a.NewLevel is { } level && a.NewNumbers.Count > 0 && a.Part.Level(level).Count == a.NewNumbers.Count,
        AlterationKind.SetTerm => a.NewWords is not null && (a.Part.Points.Count > 0 || a.Part.Section is not null),
        _ => true,
    };
}
