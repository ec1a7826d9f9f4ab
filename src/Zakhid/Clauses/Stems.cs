using Zakhid.Text;

namespace Zakhid.Clauses;

/// <summary>
/// The classes of words that clauses are built of, by their stems: kinds of acts, verbs of reporting, nouns that head
/// the name of a body or a post. Words are given folded.
/// </summary>
static class Stems
{
    static readonly string[] Acts = ["розпорядж", "рішен", "наказ", "постанов", "указ", "доручен"];
    static readonly string[] ActNames = ["розпорядження", "рішення", "наказ", "постанова", "указ", "доручення"];

    static readonly string[] Telling = ["інформува", "поінформува", "проінформува", "звітува", "прозвітува", "відзвітува", "доповіда", "доповісти", "повідомля", "повідоми"];
    static readonly string[] Handing = ["подава", "подат", "надава", "надат", "надсила", "надісла", "направля", "направит", "скеровува", "передава", "внести", "внос"];
    static readonly string[] Things = ["інформаці", "звіт", "матеріал", "довідк", "відомост", "дан"];
    static readonly string[] ThingEndings = ["", "я", "ї", "ю", "єю", "и", "у", "і", "ів", "ами", "ей", "их", "ом", "ою"];
    static readonly string[] Public = ["громадськ", "громадян", "населен", "мешкан", "жител", "молод", "учн", "суспільств"];

    static readonly string[] NounsInTy = ["освіт", "результат", "депутат", "кандидат", "інститут", "адвокат", "атрибут", "маршрут", "статут", "формат", "дати", "виплат", "оплат", "сертифікат", "мандат", "здобут", "чверт", "акти", "субсид", "пріорит", "еліт", "моменти", "кредит", "аудит", "візит", "сайти", "ліміт", "апарат", "плакат", "палати", "затрат", "втрати"];

    static readonly string[] Bodies =
    [
        "департамент", "управлін", "відділ", "сектор", "служб", "адміністраці", "облдержадміністраці", "райдержадміністраці", "держадміністраці",
        "міністерств", "мінкульт", "комітет", "виконком", "міськвиконком", "рад", "апарат", "секретаріат", "офіс", "центр", "агентств", "інспекці",
        "комісі", "груп", "підрозділ", "орган", "установ", "заклад", "підприємств", "організаці", "кабінет", "держкомтелерадіо", "виконавц", "співвиконавц",
        "відповідальн", "громад", "інститут", "академі", "університет", "бібліотек", "лікарн", "школ", "ліце", "музе", "архів", "коледж", "корпораці", "фонд", "бюро", "палат", "поліці", "мінвет", "мінкул", "мінек", "мінсоц", "мінциф", "мінос", "мінфін", "мінрег", "мінроз", "мінстр", "міноборон", "мінюст", "мкіп",
    ];

    static readonly string[] Posts =
    [
        "голов", "заступник", "керівник", "керуюч", "начальник", "секретар", "директор", "завідувач", "завідуюч", "старост", "радник", "помічник", "міністр", "президент", "губернатор", "прем", "спеціаліст", "староста", "ректор", "особ", "уповноважен", "фахівц", "лікар", "інженер", "методист", "координатор", "бухгалтер",
    ];

    /// <summary>«розпорядження», «рішення», … in the nominative, or null where the word names no kind of act.</summary>
    public static string? Act(string word)
    {
        for (var i = 0; i < Acts.Length; i++)
            if (word.StartsWith(Acts[i], StringComparison.Ordinal) && word.Length <= Acts[i].Length + 5 && !IsInfinitive(word)) return ActNames[i];
        return null;
    }

    /// <summary>«інформувати», «звітувати»: tells somebody something.</summary>
    public static bool IsTelling(string word) => Starts(word, Telling) && IsInfinitive(word);

    /// <summary>«подавати», «надсилати»: hands something over; needs a thing handed.</summary>
    public static bool IsHanding(string word) => Starts(word, Handing) && IsInfinitive(word);

    /// <summary>«інформування», «звітування» as a later stage of a clause.</summary>
    public static bool IsTellingNoun(string word) => word is "інформування" or "поінформування" or "звітування" or "інформуванням";

    public static bool IsHandingNoun(string word) => word is "подання" or "надання" or "надсилання" or "направлення" or "поданням" or "наданням";

    /// <summary>«інформацію», «звіт», «довідки»: what is handed over; not «інформаційний», «звітного».</summary>
    public static bool IsThing(string word)
    {
        foreach (var stem in Things)
            if (word.StartsWith(stem, StringComparison.Ordinal) && Array.IndexOf(ThingEndings, word[stem.Length..]) >= 0) return word != "дан";
        return false;
    }

    public static bool IsPublic(string word) => Starts(word, Public);
    /// <summary>By its ending; nouns that end alike («освіти», «результати», «інститути») are told by their stems.</summary>
    public static bool IsInfinitive(string word)
    {
        var bare = word.EndsWith("ся", StringComparison.Ordinal) || word.EndsWith("сь", StringComparison.Ordinal) ? word[..^2] : word;
        if (bare.Length < 5 || !bare.EndsWith("ти", StringComparison.Ordinal) || Starts(bare, NounsInTy)) return false;
        return bare[^3] switch
        {
            'а' or 'я' or 'и' or 'і' or 'ї' or 'у' or 'ю' => true,
            'с' => bare[^4] is 'е' or 'а' or 'о' or 'я' || bare is "доповісти",
            'й' => true,
            _ => false,
        };
    }
    public static bool IsBody(string word) => Starts(word, Bodies);
    public static bool IsPost(string word) => Starts(word, Posts);

    public static bool Starts(string word, params ReadOnlySpan<string> stems)
    {
        foreach (var stem in stems)
            if (word.StartsWith(stem, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool IsWord(IReadOnlyList<Token> tokens, int at, params ReadOnlySpan<string> stems) =>
        at >= 0 && at < tokens.Count && tokens[at].Kind == TokenKind.Word && Starts(tokens[at].Text, stems);
}
