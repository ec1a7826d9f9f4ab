using System.Diagnostics.CodeAnalysis;

namespace Zakhid.Executors;

/// <summary>
/// Adjectives and participles by their endings: any stem declines, so no list of words is needed. An ending that nouns
/// share («-а», «-і», «-у») is taken only after the suffixes that make adjectives.
/// </summary>
static class Adjectives
{
    const Cases O = Cases.None, N = Cases.Nominative, G = Cases.Genitive, D = Cases.Dative, A = Cases.Accusative, I = Cases.Instrumental, L = Cases.Locative;

    readonly record struct Ending(string Text, bool Certain, Cases Masculine, Cases Feminine, Cases Neuter, Cases Plural);

    /// <summary>Longest first.</summary>
    static readonly Ending[] s_endings =
    [
        new("ього", true, G | A, O, G, O), new("ьому", true, D | L, O, D | L, O),
        new("ого", true, G | A, O, G, O), new("ому", true, D | L, O, D | L, O),
        new("ими", true, O, O, O, I), new("іми", true, O, O, O, I), new("ьої", true, O, G, O, O), new("ьою", true, O, I, O, O),
        new("ий", true, N | A, O, O, O), new("их", true, O, O, O, G | A | L), new("іх", true, O, O, O, G | A | L),
        new("им", true, I, O, I, D), new("ім", false, I | L, O, I | L, D), new("ої", true, O, G, O, O), new("ою", false, O, I, O, O),
        new("ій", false, O, D | L, O, O),
        new("а", false, O, N, O, O), new("я", false, O, N, O, O), new("е", false, O, O, N | A, O), new("є", false, O, O, N | A, O),
        new("і", false, O, O, O, N | A), new("ї", false, O, O, O, N | A), new("у", false, O, A, O, O), new("ю", false, O, A, O, O),
    ];

    static readonly string[] s_suffixes =
        ["ськ", "цьк", "зьк", "ьн", "нн", "чн", "вн", "тн", "рн", "сн", "йн", "дн", "мн", "зн", "шн", "щн", "жн", "пн", "бн", "кн", "лен", "щен", "чен", "ован", "ден", "нен", "ан", "ен", "ов", "ев", "єв", "юч", "уч", "яч", "оч", "вч", "рч", "інш", "рш", "вищ", "нижч", "чуж"];

    static readonly string[] s_soft = ["середн", "внутрішн", "зовнішн", "освітн", "останн", "сусідн", "майбутн", "домашн", "трудосв"];

    static readonly Dictionary<string, AdjectiveForm> s_pronouns = new(StringComparer.Ordinal)
    {
        ["усі"] = new("ус", false, O, O, O, N | A),
        ["всі"] = new("вс", false, O, O, O, N | A),
        ["усім"] = new("ус", false, O, O, O, D),
        ["всім"] = new("вс", false, O, O, O, D),
        ["усіх"] = new("ус", false, O, O, O, G | A),
        ["всіх"] = new("вс", false, O, O, O, G | A),
        ["усіма"] = new("ус", false, O, O, O, I),
        ["всіма"] = new("вс", false, O, O, O, I),
    };

    public static bool TryRead(string word, [NotNullWhen(true)] out AdjectiveForm? form)
    {
        form = null;
        if (s_pronouns.TryGetValue(word, out var pronoun)) { form = pronoun; return true; }
        if (word.Length < 4) return false;
        foreach (var ending in s_endings)
        {
            if (!word.EndsWith(ending.Text, StringComparison.Ordinal)) continue;
            var stem = word[..^ending.Text.Length];
            if (stem.Length < 3 || !(ending.Certain ? EndsInConsonant(stem) : HasSuffix(stem, ending.Text))) return false;
            var soft = s_soft.Any(s => stem.EndsWith(s, StringComparison.Ordinal));
            form = ending.Text is "ій" && soft
                ? new AdjectiveForm(stem, true, N | A, D | L, O, O)
                : new AdjectiveForm(stem, soft, ending.Masculine, ending.Feminine, ending.Neuter, ending.Plural);
            return true;
        }
        return false;
    }

    static bool EndsInConsonant(string stem) => !"аеєиіїоуюяьй".Contains(stem[^1], StringComparison.Ordinal);

    static bool HasSuffix(string stem, string ending)
    {
        // «безпека», «освіта», «школа» are no adjectives; «державна», «міська», «інші» are.
        foreach (var suffix in s_suffixes)
            if (stem.EndsWith(suffix, StringComparison.Ordinal))
                return ending is not ("я" or "ю" or "є") || s_soft.Any(s => stem.EndsWith(s, StringComparison.Ordinal));
        return false;
    }
}
