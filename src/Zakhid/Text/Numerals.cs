namespace Zakhid.Text;

/// <summary>
/// Ukrainian numerals, in digits and in words, in every case and gender: «5», «п’ять», «пʼятьох», «двадцять перше»,
/// «15-го», «два-три», and the first half of «двомісячний». Words are compared without their apostrophe, so that the
/// common «пятиденний» is read as well.
/// </summary>
public static class Numerals
{
    /// <summary>The ordinal «останній».</summary>
    public const int Last = -1;

    static readonly Dictionary<string, int> Cardinals = CardinalForms();
    static readonly Dictionary<string, int> Ordinals = OrdinalForms();
    static readonly (string Prefix, int Value)[] Prefixes = PrefixForms();

    /// <summary>A word of a phrase as the tables of forms keep it: folded, without apostrophes and stress marks.</summary>
    public static string Bare(string word) =>
        word.AsSpan().IndexOfAny('ʼ', '\u0301') < 0 ? word : word.Replace("ʼ", "", StringComparison.Ordinal).Replace("\u0301", "", StringComparison.Ordinal);

    /// <summary>The value of one cardinal word («трьох» is 3, «тисяч» is 1000), or null.</summary>
    public static int? Cardinal(string word) => Cardinals.TryGetValue(Bare(word), out var value) ? value : null;

    /// <summary>The value of one ordinal word («третього» is 3, «останньої» is <see cref="Last"/>), or null.</summary>
    public static int? Ordinal(string word) => Ordinals.TryGetValue(Bare(word), out var value) ? value : null;

    /// <summary>The number that a compound adjective begins with («двомісячний» gives 2 and «місячний»), or null.</summary>
    public static (int Value, string Remainder)? Compound(string word)
    {
        if (word.Length < 4 || word[0] is not ('о' or 'д' or 'т' or 'ч' or 'п' or 'ш' or 'с' or 'в')) return null;
        var bare = Bare(word);
        foreach (var (prefix, value) in Prefixes)
            if (bare.Length > prefix.Length && bare.StartsWith(prefix, StringComparison.Ordinal)) return (value, bare[prefix.Length..].TrimStart('-'));
        return null;
    }

    /// <summary>
    /// The cardinal that begins at <paramref name="at"/>: a run of digits, or words («двадцять пʼять», «сто двадцять»).
    /// Moves <paramref name="at"/> past it; null moves nothing. Thousands and fractions are not joined here.
    /// </summary>
    public static int? ReadCardinal(IReadOnlyList<Token> tokens, ref int at)
    {
        if (at >= tokens.Count) return null;
        if (tokens[at].Kind == TokenKind.Number)
            return tokens[at].Text.Length <= 9 ? int.Parse(tokens[at++].Text, System.Globalization.CultureInfo.InvariantCulture) : null;
        if (tokens[at].Kind != TokenKind.Word || Cardinal(tokens[at].Text) is not { } total) return null;

        at++;
        for (var smaller = total; at < tokens.Count && tokens[at].Kind == TokenKind.Word && Follows(Cardinal(tokens[at].Text), smaller); at++)
            total += smaller = Cardinal(tokens[at].Text)!.Value;
        return total;
    }

    /// <summary>
    /// The ordinal that begins at <paramref name="at"/>: «перший», «двадцять першого», «15-го», «15го». A bare run of
    /// digits is not one. Moves <paramref name="at"/> past it; null moves nothing.
    /// </summary>
    public static int? ReadOrdinal(IReadOnlyList<Token> tokens, ref int at)
    {
        if (at >= tokens.Count) return null;
        if (tokens[at].Kind == TokenKind.Number) return ReadSuffixed(tokens, ref at);
        if (tokens[at].Kind != TokenKind.Word) return null;
        if (Ordinal(tokens[at].Text) is { } one) { at++; return one; }
        if (Cardinal(tokens[at].Text) is { } tens and >= 20 && tens % 10 == 0 && at + 1 < tokens.Count
            && tokens[at + 1].Kind == TokenKind.Word && Ordinal(tokens[at + 1].Text) is { } unit and > 0 and < 10)
        {
            at += 2;
            return tens + unit;
        }
        return null;
    }

    /// <summary>Whether a word is the ending that people add to digits: «15-го», «1-а», «10-ти», «3-х».</summary>
    public static bool IsSuffix(string word) => word is "го" or "ого" or "ий" or "ій" or "й" or "а" or "я" or "ша" or "га" or "тя" or "та"
        or "е" or "є" or "ше" or "ге" or "те" or "тє" or "го" or "му" or "ому" or "ої" or "ої" or "ій" or "у" or "ю" or "им" or "ім"
        or "ти" or "и" or "х" or "ох" or "ьох" or "ми" or "ма" or "ома" or "тий" or "ший" or "гий" or "того" or "шого" or "тої" or "шої" or "ої";

    static int? ReadSuffixed(IReadOnlyList<Token> tokens, ref int at)
    {
        var next = at + 1;
        var hyphen = next < tokens.Count && tokens[next].Is("-") && tokens[next].Span.Start == tokens[at].Span.End;
        if (hyphen) next++;
        if (next >= tokens.Count || tokens[next].Kind != TokenKind.Word || tokens[next].Span.Start != tokens[next - 1].Span.End
            || !IsSuffix(tokens[next].Text) || tokens[at].Text.Length > 4) return null;

        var value = int.Parse(tokens[at].Text, System.Globalization.CultureInfo.InvariantCulture);
        at = next + 1;
        return value;
    }

    /// <summary>In «двадцять пʼять» a smaller place follows a larger one; «два три» are two numbers.</summary>
    static bool Follows(int? next, int before) => next is { } value && value < before && before >= 20
        && (before % 100 == 0 ? value < 100 : before % 10 == 0 && value < 10);

    static Dictionary<string, int> CardinalForms()
    {
        var forms = new Dictionary<string, int>(StringComparer.Ordinal);
        void Add(int value, string words) { foreach (var word in words.Split(' ')) forms[word] = value; }

        Add(1, "один одного одному одним однім одна однієї одної одній одну однією одною одне одно одні одних одними");
        Add(2, "два дві двох двом двома двоє обидва обидві обох");
        Add(3, "три трьох трьом трьома троє");
        Add(4, "чотири чотирьох чотирьом чотирма четверо");
        (int, string, string)[] soft =
        [
            (5, "пят", "пят"), (6, "шіст", "шест"), (9, "девят", "девят"), (10, "десят", "десят"), (11, "одинадцят", "одинадцят"),
            (12, "дванадцят", "дванадцят"), (13, "тринадцят", "тринадцят"), (14, "чотирнадцят", "чотирнадцят"), (15, "пятнадцят", "пятнадцят"),
            (16, "шістнадцят", "шістнадцят"), (17, "сімнадцят", "сімнадцят"), (18, "вісімнадцят", "вісімнадцят"), (19, "девятнадцят", "девятнадцят"),
            (20, "двадцят", "двадцят"), (30, "тридцят", "тридцят"),
        ];
        foreach (var (value, direct, oblique) in soft)
            Add(value, $"{direct}ь {oblique}и {direct}ьох {direct}ьом {direct}ьома {direct}ю");
        Add(7, "сім семи сімох сімом сьома сімома");
        Add(8, "вісім восьми вісьмох вісьмом вісьма вісьмома");
        Add(40, "сорок сорока");
        (int, string)[] tens = [(50, "пят"), (60, "шіст"), (70, "сім"), (80, "вісім")];
        foreach (var (value, stem) in tens) Add(value, $"{stem}десят {stem}десяти {stem}десятьох {stem}десятьом {stem}десятьма");
        Add(90, "девяносто девяноста");
        Add(100, "сто ста сотня сотні");
        Add(200, "двісті двохсот двомстам двомастами");
        Add(300, "триста трьохсот трьомстам трьомастами");
        Add(400, "чотириста чотирьохсот чотирьомстам");
        (int, string, string)[] hundreds = [(500, "пят", "пяти"), (600, "шіст", "шести"), (700, "сім", "семи"), (800, "вісім", "восьми"), (900, "девят", "девяти")];
        foreach (var (value, direct, oblique) in hundreds) Add(value, $"{direct}сот {oblique}сот {oblique}стам");
        Add(1000, "тисяча тисячі тисячу тисячею тисяч тисячам тисячами тисячах");
        Add(1_000_000, "мільйон мільйона мільйону мільйоном мільйони мільйонів мільйонам мільйонами мільйонах");
        Add(1_000_000_000, "мільярд мільярда мільярду мільярдом мільярди мільярдів мільярдам мільярдами мільярдах");
        return forms;
    }

    static Dictionary<string, int> OrdinalForms()
    {
        string[] hard = ["ий", "ого", "ому", "им", "ім", "а", "ої", "ій", "у", "ою", "е", "і", "их", "ими"];
        string[] soft = ["ій", "ього", "ьому", "ім", "я", "ьої", "ю", "ьою", "є", "і", "іх", "іми"];
        (int, string)[] stems =
        [
            (1, "перш"), (2, "друг"), (4, "четверт"), (5, "пят"), (6, "шост"), (7, "сьом"), (8, "восьм"), (9, "девят"), (10, "десят"),
            (11, "одинадцят"), (12, "дванадцят"), (13, "тринадцят"), (14, "чотирнадцят"), (15, "пятнадцят"), (16, "шістнадцят"),
            (17, "сімнадцят"), (18, "вісімнадцят"), (19, "девятнадцят"), (20, "двадцят"), (30, "тридцят"), (40, "сороков"),
            (50, "пятдесят"), (60, "шістдесят"), (70, "сімдесят"), (80, "вісімдесят"), (90, "девяност"), (100, "сот"),
        ];
        var forms = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (value, stem) in stems)
            foreach (var ending in hard) forms[stem + ending] = value;
        foreach (var ending in soft)
        {
            forms["трет" + ending] = 3;
            forms["останн" + ending] = Last;
            forms["передостанн" + ending] = Last - 1;
        }
        return forms;
    }

    /// <summary>Longest first, so that «двадцяти…» is not read as «два…».</summary>
    static (string, int)[] PrefixForms()
    {
        (string, int)[] forms =
        [
            ("одно", 1), ("дво", 2), ("двох", 2), ("двух", 2), ("три", 3), ("трьох", 3), ("трех", 3), ("чотири", 4), ("чотирьох", 4), ("чотирьо", 4),
            ("пяти", 5), ("шести", 6), ("семи", 7), ("восьми", 8), ("девяти", 9), ("десяти", 10), ("одинадцяти", 11), ("дванадцяти", 12),
            ("тринадцяти", 13), ("чотирнадцяти", 14), ("пятнадцяти", 15), ("шістнадцяти", 16), ("сімнадцяти", 17), ("вісімнадцяти", 18),
            ("девятнадцяти", 19), ("двадцяти", 20), ("двадцятипяти", 25), ("тридцяти", 30), ("сорока", 40), ("сорокапяти", 45), ("пятдесяти", 50),
            ("шістдесяти", 60), ("семидесяти", 70), ("вісімдесяти", 80), ("девяносто", 90), ("сто", 100),
        ];
        return forms.OrderByDescending(form => form.Item1.Length).ToArray();
    }
}
