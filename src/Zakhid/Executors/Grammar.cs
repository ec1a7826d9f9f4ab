namespace Zakhid.Executors;

/// <summary>Cases of a word form; a form that serves several cases («служби») has several flags.</summary>
[Flags]
enum Cases { None = 0, Nominative = 1, Genitive = 2, Dative = 4, Accusative = 8, Instrumental = 16, Locative = 32 }

enum Gender { Masculine, Feminine, Neuter }

/// <summary>What a head noun says of the body that it names.</summary>
enum Sense
{
    /// <summary>A part of an authority: департамент, управління, відділ.</summary>
    Unit,
    /// <summary>A body of power of its own: адміністрація, рада, виконком, міністерство.</summary>
    Authority,
    /// <summary>A legal person or an institution: центр, лікарня, підприємство.</summary>
    Institution,
    /// <summary>A generic word for bodies of any sort: заклади, установи, організації, органи.</summary>
    Generic,
    Post,
    /// <summary>Persons without a post: волонтери, мешканці, орендарі.</summary>
    People,
    /// <summary>State services under no local authority: поліція, прокуратура, суд.</summary>
    State,
    /// <summary>Bodies that advise: робоча група, комісія, штаб.</summary>
    Advisory,
    /// <summary>Executors named as such: виконавці, співвиконавці.</summary>
    Executor,
}

/// <summary>A noun that can head a name, with the forms that a name is brought to.</summary>
sealed record Noun(string Lemma, string Plural, Gender Gender, Sense Sense);

/// <summary>One reading of a word form as a form of <paramref name="Noun"/>.</summary>
readonly record struct NounForm(Noun Noun, bool IsPlural, Cases Cases);

/// <summary>
/// One word form as an adjective or participle: its stem and which cases it serves with nouns of either gender and number.
/// </summary>
readonly record struct AdjectiveForm(string Stem, bool IsSoft, Cases Masculine, Cases Feminine, Cases Neuter, Cases Plural)
{
    public Cases For(Gender gender, bool plural) =>
        plural ? Plural : gender switch { Gender.Masculine => Masculine, Gender.Feminine => Feminine, _ => Neuter };

    public Cases Any => Masculine | Feminine | Neuter | Plural;

    /// <summary>The dictionary ending for a noun of that gender and number.</summary>
    public string Nominative(Gender gender, bool plural) => Stem + (plural ? "і" : gender switch
    {
        Gender.Masculine => IsSoft ? "ій" : "ий",
        Gender.Feminine => IsSoft ? "я" : "а",
        _ => IsSoft ? "є" : "е",
    });
}
