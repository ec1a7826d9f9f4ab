namespace Zakhid.Amendments.Grammar;

/// <summary>
/// The name of a part with its numbers, as it stands in a phrase: «пунктом 7¹», «другого абзацу», «графи «Строк»». In the
/// instrumental («пунктом», «розділами») it is what is added or what something becomes.
/// </summary>
readonly record struct Address(AlteredLevel Level, IReadOnlyList<string> Numbers, bool Instrumental, int Next)
{
    static readonly (string Stem, AlteredLevel Level)[] Names =
    [
        ("підпункт", AlteredLevel.SubPoint), ("пункт", AlteredLevel.Point), ("позиці", AlteredLevel.Point), ("рядк", AlteredLevel.Point), ("рядок", AlteredLevel.Point),
        ("абзац", AlteredLevel.Paragraph), ("речен", AlteredLevel.Sentence), ("підрозділ", AlteredLevel.Section), ("розділ", AlteredLevel.Section), ("додатк", AlteredLevel.Annex), ("додаток", AlteredLevel.Annex),
        ("граф", AlteredLevel.Column), ("колон", AlteredLevel.Column), ("стовп", AlteredLevel.Column),
    ];

    /// <summary>The part that a word names, or null.</summary>
    public static AlteredLevel? LevelOf(Element element)
    {
        if (element.Kind != ElementKind.Word) return null;
        if (element.Text is "п" or "пп" or "пункти") return AlteredLevel.Point;
        if (element.Text is "абз") return AlteredLevel.Paragraph;
        if (element.Text is "розд") return AlteredLevel.Section;
        if (element.Text is "дод") return AlteredLevel.Annex;
        foreach (var (stem, level) in Names)
            if (element.Text.StartsWith(stem, StringComparison.Ordinal) && element.Text.Length <= stem.Length + 4 && !element.Text.StartsWith("графік", StringComparison.Ordinal)) return level;
        return null;
    }

    /// <summary>The address that begins at an element, its ordinals perhaps before its name.</summary>
    public static Address? At(IReadOnlyList<Element> elements, int at, string phrase)
    {
        if (elements[at].Kind == ElementKind.Word && Numbering.OrdinalsBefore(elements, at) is var (before, head) && head < elements.Count && Numbering.Heads(elements, head) && LevelOf(elements[head]) is { } named)
            return new(named, before, IsInstrumental(elements[head].Text), head + 1);
        var noun = elements[at];
        // «захід 5», «заходи 3, 4» where a number follows; «план заходів» names no part.
        var level = LevelOf(noun) ?? (noun.IsWord("захід", "заход") && at + 1 < elements.Count && elements[at + 1].Kind == ElementKind.Number && !IsYear(elements, at + 1) ? AlteredLevel.Point : (AlteredLevel?)null);
        if (level is not { } part) return null;
        var next = at + 1;
        if (next < elements.Count && elements[next].Is(".") && noun.Text.Length <= 4) next++;
        if (next + 1 < elements.Count && elements[next].Is("п") && elements[next + 1].Is(".")) next += 2;
        var plural = noun.Text is "пп" || IsPlural(noun.Text);
        var (numbers, behind) = Numbering.List(elements, next, phrase, part, plural);
        if (numbers.Count == 0 && noun.Text.Length <= 4 && noun.Text is not "граф") return null;
        if (part == AlteredLevel.Column && numbers.Count > 0 && behind < elements.Count && elements[behind].Kind == ElementKind.Quote && numbers[0].All(char.IsAsciiDigit)) (numbers, behind) = ([elements[behind].Text], behind + 1);
        return new(part, numbers, IsInstrumental(noun.Text), behind);
    }

    static bool IsYear(IReadOnlyList<Element> elements, int at) => elements[at].Text.Length == 4 || at + 1 < elements.Count && elements[at + 1].IsWord("рок", "рік");

    static bool IsInstrumental(string word) => word.EndsWith("ом", StringComparison.Ordinal) || word.EndsWith("ами", StringComparison.Ordinal) || word.EndsWith("ями", StringComparison.Ordinal) || word.EndsWith("ем", StringComparison.Ordinal) || word.EndsWith("ням", StringComparison.Ordinal) || word.EndsWith("ою", StringComparison.Ordinal) || word.EndsWith("єю", StringComparison.Ordinal) || word.EndsWith("цем", StringComparison.Ordinal);

    static bool IsPlural(string word) => word.EndsWith('и') || word.EndsWith("ів", StringComparison.Ordinal) || word.EndsWith("ах", StringComparison.Ordinal) || word.EndsWith("ам", StringComparison.Ordinal) || word.EndsWith("ами", StringComparison.Ordinal);
}
