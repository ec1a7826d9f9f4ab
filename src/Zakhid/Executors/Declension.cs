namespace Zakhid.Executors;

/// <summary>The forms of a Ukrainian noun from its dictionary form and, where it is irregular, a few more.</summary>
static class Declension
{
    const Cases N = Cases.Nominative, G = Cases.Genitive, D = Cases.Dative, A = Cases.Accusative, I = Cases.Instrumental, L = Cases.Locative;

    /// <summary>
    /// <paramref name="stem"/> is given where a vowel drops («садок» садк); <paramref name="genitivePlural"/> where one
    /// is added («школа» шкіл). Yields form, whether plural, and its cases; the first plural nominative is the dictionary's.
    /// </summary>
    public static IEnumerable<(string Form, bool Plural, Cases Cases)> Of(
        string lemma, Gender gender, bool animate, string? stem = null, string? genitivePlural = null)
    {
        var ending = lemma[^1];
        if (ending is 'й' && lemma.EndsWith("ий", StringComparison.Ordinal) && gender == Gender.Masculine && animate) return Adjectival(lemma[..^2]);
        if (lemma.EndsWith("ння", StringComparison.Ordinal) || lemma.EndsWith("ття", StringComparison.Ordinal)) return Verbal(lemma[..^1]);
        return ending switch
        {
            'а' => FirstHard(lemma[..^1], animate, genitivePlural),
            'я' when lemma[^2] is 'і' => FirstIya(lemma[..^1]),
            'я' => FirstSoft(lemma[..^1], genitivePlural),
            'о' => SecondNeuter(lemma[..^1], genitivePlural),
            'ь' or 'ц' => Soft(lemma, stem ?? lemma[..^1], animate),
            'й' => Iot(lemma, stem ?? lemma[..^1], animate),
            'р' when animate && stem is "soft" => Soft(lemma, lemma, animate),
            'ч' or 'ш' or 'ж' or 'щ' => Hush(lemma, animate),
            _ => Hard(lemma, stem ?? lemma, animate),
        };
    }

    static IEnumerable<(string, bool, Cases)> Hard(string lemma, string s, bool animate) =>
    [
        (lemma, false, animate ? N : N | A), (s + "у", false, animate ? D | L : G | D | L), (s + "а", false, animate ? G | A : G),
        (s + "ові", false, D | L), (s + "ом", false, I), (s + "і", false, L),
        (s + "и", true, animate ? N : N | A), (s + "ів", true, animate ? G | A : G), (s + "ам", true, D), (s + "ами", true, I), (s + "ах", true, L),
    ];

    static IEnumerable<(string, bool, Cases)> Hush(string s, bool animate) =>
    [
        (s, false, animate ? N : N | A), (s + "а", false, animate ? G | A : G), (s + "у", false, D | L), (s + "еві", false, D | L), (s + "ем", false, I),
        (s + "і", true, animate ? N : N | A), (s + "ів", true, animate ? G | A : G), (s + "ам", true, D), (s + "ами", true, I), (s + "ах", true, L),
    ];

    static IEnumerable<(string, bool, Cases)> Soft(string lemma, string s, bool animate) =>
    [
        (lemma, false, animate ? N : N | A), (s + "я", false, animate ? G | A : G), (s + "ю", false, animate ? D : G | D), (s + "еві", false, D | L), (s + "ем", false, I),
        (s + "і", true, animate ? N : N | A), (s + "ів", true, animate ? G | A : G), (s + "ям", true, D), (s + "ями", true, I), (s + "ях", true, L),
    ];

    static IEnumerable<(string, bool, Cases)> Iot(string lemma, string s, bool animate) =>
    [
        (lemma, false, N | A), (s + "ю", false, G | D), (s + "я", false, animate ? G | A : G), (s + "єві", false, D | L), (s + "єм", false, I),
        (s + "ї", true, animate ? N : N | A), (s + "їв", true, animate ? G | A : G), (s + "ям", true, D), (s + "ями", true, I), (s + "ях", true, L),
    ];

    static IEnumerable<(string, bool, Cases)> FirstHard(string s, bool animate, string? genitivePlural)
    {
        var softened = s[^1] switch { 'к' => s[..^1] + "ці", 'г' => s[..^1] + "зі", 'х' => s[..^1] + "сі", _ => s + "і" };
        var many = genitivePlural ?? s;
        return
        [
            (s + "а", false, N), (s + "и", false, G), (softened, false, D | L), (s + "у", false, A), (s + "ою", false, I),
            (s + "и", true, animate ? N : N | A), (many, true, animate ? G | A : G), (s + "ам", true, D), (s + "ами", true, I), (s + "ах", true, L),
        ];
    }

    static IEnumerable<(string, bool, Cases)> FirstIya(string s) =>
    [
        (s + "я", false, N), (s + "ї", false, G | D | L), (s + "ю", false, A), (s + "єю", false, I),
        (s + "ї", true, N | A), (s + "й", true, G), (s + "ям", true, D), (s + "ями", true, I), (s + "ях", true, L),
    ];

    static IEnumerable<(string, bool, Cases)> FirstSoft(string s, string? genitivePlural) =>
    [
        (s + "я", false, N), (s + "і", false, G | D | L), (s + "ю", false, A), (s + "ею", false, I),
        (s + "і", true, N | A), (genitivePlural ?? s + "ь", true, G), (s + "ям", true, D), (s + "ями", true, I), (s + "ях", true, L),
    ];

    static IEnumerable<(string, bool, Cases)> SecondNeuter(string s, string? genitivePlural) =>
    [
        (s + "о", false, N | A), (s + "а", false, G), (s + "у", false, D | L), (s + "ом", false, I),
        (s + "а", true, N | A), (genitivePlural ?? s, true, G), (s + "ам", true, D), (s + "ами", true, I), (s + "ах", true, L),
    ];

    static IEnumerable<(string, bool, Cases)> Verbal(string s)
    {
        var many = s[..^1] + "ь";
        return
        [
            (s + "я", false, N | G | A), (s + "ю", false, D), (s + "ям", false, I), (s + "і", false, L),
            (s + "я", true, N | A), (many, true, G), (s + "ям", true, D), (s + "ями", true, I), (s + "ях", true, L),
        ];
    }

    static IEnumerable<(string, bool, Cases)> Adjectival(string s) =>
    [
        (s + "ий", false, N), (s + "ого", false, G | A), (s + "ому", false, D | L), (s + "им", false, I),
        (s + "і", true, N), (s + "их", true, G | A | L), (s + "им", true, D), (s + "ими", true, I),
    ];
}
