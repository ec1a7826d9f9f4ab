namespace Zakhid.Amendments.Grammar;

/// <summary>The verbs by which an amending act alters.</summary>
enum Deed { Restate, Supplement, Exclude, Replace, Consider, LoseForce, Move }

static class Deeds
{
    /// <summary>The deed that a word says, or null; «внести зміни» only announces deeds.</summary>
    public static Deed? At(IReadOnlyList<Element> elements, int at)
    {
        var e = elements[at];
        if (e.Kind != ElementKind.Word) return null;
        if (e.IsWord("виклас", "виклад", "виклавш") && IsVerb(e.Text)) return Deed.Restate;
        if (e.IsWord("доповни", "доповню")) return Deed.Supplement;
        if (e.IsWord("виключ", "вилуч", "викресл", "скасува", "анулюва", "видали")) return Deed.Exclude;
        if (e.IsWord("замін") && IsVerb(e.Text)) return Deed.Replace;
        if (e.IsWord("вважа")) return Deed.Consider;
        if (e.IsWord("втрат", "утрат") && at + 1 < elements.Count && elements[at + 1].IsWord("чинн")) return Deed.LoseForce;
        if (e.IsWord("чинн") && at + 1 < elements.Count && elements[at + 1].IsWord("втрат", "утрат")) return Deed.LoseForce;
        if (e.IsWord("перенес", "перенос", "продовж", "подовж", "пролонг") && IsVerb(e.Text)) return Deed.Move;
        if (e.IsWord("установи", "встанови", "визначи", "змінит", "змінивш") && IsVerb(e.Text) && elements.Any(x => x.IsWord("строк", "термін"))) return Deed.Move;
        return null;
    }

    /// <summary>«замінити», «замінивши», «замінюються», «замінено»; not «заміна».</summary>
    static bool IsVerb(string word) => word.EndsWith("ти", StringComparison.Ordinal) || word.EndsWith("ши", StringComparison.Ordinal) || word.EndsWith("ться", StringComparison.Ordinal) || word.EndsWith("но", StringComparison.Ordinal) || word.EndsWith("вши", StringComparison.Ordinal) || word.EndsWith("ено", StringComparison.Ordinal) || word.EndsWith("сти", StringComparison.Ordinal);
}
