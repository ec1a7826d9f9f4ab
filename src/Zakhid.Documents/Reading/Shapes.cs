using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>What a stretch of text looks like, whatever stands around it.</summary>
static partial class Shapes
{
    static readonly string[] Bodies =
    [
        "департамент", "управлін", "відділ", "сектор", "служб", "адміністраці", "облдержадміністраці", "райдержадміністраці", "держадміністраці", "міністерств",
        "комітет", "виконком", "міськвиконком", "рад", "апарат", "секретаріат", "офіс", "центр", "агентств", "інспекці", "комісі", "груп", "підрозділ",
        "орган", "установ", "заклад", "підприємств", "організаці", "кабінет", "виконав", "співвиконав", "громад", "корпораці", "фонд", "бюро", "палат",
        "поліці", "гунп", "кнду", "цнап", "дснс", "бібліотек", "музе", "школ", "ліце", "гімназі", "лікарн", "амбулатор", "поліклінік", "диспансер",
        "університет", "інститут", "академі", "коледж", "суб'єкт", "субʼєкт", "товариств", "асоціаці", "спілк", "об'єднан", "обʼєднан", "філі", "військ", "бригад", "прокуратур",
        "пенсійн", "архів", "редакці", "старостат", "дирекці", "інституці", "філармоні", "театр", "будин", "кафедр", "факультет", "представник", "партнер", "волонтер", "уповноважен",
    ];

    static readonly string[] Posts =
    [
        "голов", "заступник", "керівник", "керуюч", "начальник", "секретар", "директор", "завідув", "староста", "старости", "радник", "помічник", "міністр", "спеціаліст", "фахівець", "фахівц",
        "ректор", "вчител", "педагог", "класн", "виховат", "депутат", "адміністратор", "відповідальн", "речник", "прес-секретар", "координатор", "методист", "бібліотекар", "психолог", "медсестр", "лікар", "інженер", "бухгалтер",
    ];

    /// <summary>
    /// Names of bodies or persons: one of the first words heads such a name, nothing is ordered, and no sentence is told.
    /// </summary>
    public static bool AreExecutors(string text)
    {
        if (text.Length is 0 or > 3000 || !(char.IsLetter(text[0]) || text[0] is '«' or '"')) return false;
        var tokens = Token.Cut(text);
        if (IsPerson(tokens, text)) return true;
        if (PersonAt(tokens, text, 0) is { } named && tokens[named].Text is "," or ";" && !Orders(tokens)) return true;
        if (SaysByConsent(tokens)) return !Orders(tokens);
        if (Orders(tokens)) return false;
        var words = 0;
        for (var i = 0; i < tokens.Count && words < 6; i++)
        {
            if (tokens[i].Kind == TokenKind.Sign && tokens[i].Text is "." && i > 0 && i + 1 < tokens.Count && tokens[i - 1].Text.Length > 2) return false;
            if (tokens[i].Kind != TokenKind.Word) continue;
            var word = tokens[i].Text;
            if (words == 0 && (IsDeed(word) || word is "за" or "до" or "з" or "із" or "в" or "у" or "на" or "після" or "під" or "для" or "про" or "щодо" or "по")) return false;
            if (IsBody(word) || IsPost(word) || words == 0 && IsAcronym(tokens, i, text)) return IsAdjective(tokens, i);
            words++;
        }
        return PersonAt(tokens, text, 0) is not null;
    }

    /// <summary>A first line of a list of bodies: it names one, or only the adjectives of one that the next line names.</summary>
    public static bool MayOpenExecutors(string line) =>
        AreExecutors(line) || line[0] is '«' or '"' || Token.Cut(line) is var tokens && (tokens.All(t => t.Kind != TokenKind.Word || HasAdjectiveEnding(t.Text) || t.Text is "та" or "і" or "в" or "у") || tokens[0].Kind == TokenKind.Word && tokens[0].Span.Length is >= 2 and <= 8 && tokens[0].Span.Of(line).All(char.IsUpper));

    /// <summary>«МОЗ», «МКІП», «ДСНС» before a comma or the end: a body by its initials.</summary>
    static bool IsAcronym(IReadOnlyList<Token> tokens, int at, string text) => tokens[at].Span.Length is >= 2 and <= 8 && tokens[at].Span.Of(text).All(char.IsUpper)
        && (at + 1 == tokens.Count || tokens[at + 1].Text is "," or ";" or "." or "(" or "\n") && Folding.Roman(tokens[at].Text) is null;

    public static bool IsBody(string word) => IsShortenedBody(word) || (word.Length <= 3
        ? word is "отг" or "тг" or "кнп" or "кп" or "кз" or "ку" or "го" or "рда" or "ода" or "ова" or "рва" or "мва" or "дсз" or "рад" or "зсу" or "сбу" or "тцк"
        : Headings.StartsAny(word, Bodies) && !Headings.StartsAny(word, "радіо", "радник", "організаційн", "організації та", "органічн", "громадян", "громадськост", "центральн", "службов", "установч", "групов", "фондов", "військово-патр"));

    /// <summary>«Мінекономіки», «Держстат», «Укравтодор», «Нацполіція»: central bodies by their shortened names.</summary>
    static bool IsShortenedBody(string word) => word.Length >= 5 && (
        word.StartsWith("мін", StringComparison.Ordinal) && !Headings.StartsAny(word, "мінім", "мінут", "міні", "мінер", "міну", "мінов", "мінн")
        || word.StartsWith("держ", StringComparison.Ordinal) && !Headings.StartsAny(word, "держав", "держат")
        || Headings.StartsAny(word, "міськрад", "облрад", "райрад", "сільрад", "селищрад") || word.Contains("агентств", StringComparison.Ordinal) || word.Contains("адміністраці", StringComparison.Ordinal) || word.Contains("інспекці", StringComparison.Ordinal) || word.Contains("поліці", StringComparison.Ordinal) || word.Contains("виконком", StringComparison.Ordinal)
        || word.StartsWith("нацпол", StringComparison.Ordinal) || word.StartsWith("нацсоц", StringComparison.Ordinal) || word.StartsWith("укр", StringComparison.Ordinal) && !Headings.StartsAny(word, "украї", "украш", "украд", "украс", "укрит", "укріп", "укруп"));

    public static bool IsPost(string word) => word is "тво" or "во" || Headings.StartsAny(word, Posts) && word is not ("головне" or "головні" or "головних" or "головна" or "головної") && !word.StartsWith("відповідно", StringComparison.Ordinal);

    /// <summary>The words before the head are its adjectives: «Київський міський центр», «обласні військові адміністрації».</summary>
    static bool IsAdjective(IReadOnlyList<Token> tokens, int head)
    {
        for (var i = 0; i < head; i++)
            if (tokens[i].Kind == TokenKind.Word && !HasAdjectiveEnding(tokens[i].Text) && tokens[i].Text is not ("та" or "і" or "в" or "у" or "місті" or "з" or "усі" or "всі" or "інші")) return false;
        return true;
    }

    static bool HasAdjectiveEnding(string word) => word.Length > 4 && (word.EndsWith("ий", StringComparison.Ordinal) || word.EndsWith("ій", StringComparison.Ordinal) || word.EndsWith("ні", StringComparison.Ordinal) || word.EndsWith("кі", StringComparison.Ordinal)
        || word.EndsWith("ві", StringComparison.Ordinal) || word.EndsWith("на", StringComparison.Ordinal) || word.EndsWith("ка", StringComparison.Ordinal) || word.EndsWith("ва", StringComparison.Ordinal) || word.EndsWith("не", StringComparison.Ordinal) || word.EndsWith("ке", StringComparison.Ordinal) || word.EndsWith("ве", StringComparison.Ordinal) || word.EndsWith("ані", StringComparison.Ordinal));

    /// <summary>A deed («Проведення», «Організація та проведення», «Забезпечити») and not a body.</summary>
    static bool IsDeed(string word) =>
        word is "організація" or "підготовка" or "розробка" or "моніторинг" or "участь" or "координація" or "реалізація" or "популяризація" or "публікація" or "співпраця" or "робота" or "надання" or "висвітлення"
        || ((word.EndsWith("ення", StringComparison.Ordinal) || word.EndsWith("ання", StringComparison.Ordinal) || word.EndsWith("яння", StringComparison.Ordinal) || word.EndsWith("іння", StringComparison.Ordinal)) && !Headings.StartsAny(word, "управлін", "обʼєднан", "об'єднан"))
        || word.EndsWith("ізація", StringComparison.Ordinal) && word != "організація" || IsInfinitive(word);

    static bool Orders(IReadOnlyList<Token> tokens)
    {
        foreach (var token in tokens) if (token.Kind == TokenKind.Word && IsInfinitive(token.Text)) return true;
        return false;
    }

    public static bool IsInfinitive(string word) =>
        word.Length > 5 && (word.EndsWith("ати", StringComparison.Ordinal) || word.EndsWith("ити", StringComparison.Ordinal) || word.EndsWith("яти", StringComparison.Ordinal) || word.EndsWith("увати", StringComparison.Ordinal) || word.EndsWith("ести", StringComparison.Ordinal) || word.EndsWith("іти", StringComparison.Ordinal) || word.EndsWith("ися", StringComparison.Ordinal))
        && !Headings.StartsAny(word, "освіт", "результат", "депутат", "кандидат", "адвокат", "формат", "виплат", "сертифік", "здобут", "кредит", "візит", "палат", "плакат", "апарат", "аудит", "чверт", "дати", "виконавці");

    /// <summary>«Зоряна ДАВИДЧУК», «В. КЛИЧКО», «Качанський М. Ю.», «І.І.Зразок»: one person's name and nothing else.</summary>
    public static bool IsPerson(string text) => IsPerson(Token.Cut(text), text);

    static bool IsPerson(IReadOnlyList<Token> tokens, string text) =>
        PersonAt(tokens, text, 0) is { } end && (end == tokens.Count || (end == tokens.Count - 1 && tokens[end].Text is "." or "," or ";"));

    static bool SaysByConsent(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++) if (tokens[i].Is("згодою") && tokens[i - 1].Is("за")) return true;
        return false;
    }

    /// <summary>The token after a person's name that begins here, or null.</summary>
    public static int? PersonAt(IReadOnlyList<Token> tokens, string text, int at)
    {
        bool Capital(int i) => i < tokens.Count && tokens[i].Kind == TokenKind.Word && char.IsUpper(text[tokens[i].Span.Start]);
        bool Initial(int i) => Capital(i) && tokens[i].Span.Length <= 2 && i + 1 < tokens.Count && tokens[i + 1].Is(".");
        bool Surname(int i) => Capital(i) && tokens[i].Span.Length >= 3 && !IsBody(tokens[i].Text) && (!IsPost(tokens[i].Text) || AllCaps(i));
        bool AllCaps(int i) => tokens[i].Span.Of(text).All(c => !char.IsLower(c));

        if (Initial(at))
        {
            var i = at + 2;
            if (Initial(i)) i += 2;
            return Surname(i) ? i + 1 : null;
        }
        if (!Capital(at) || tokens[at].Span.Length < 2) return null;
        if (Surname(at) && Initial(at + 1)) return Initial(at + 3) ? at + 5 : Capital(at + 3) && tokens[at + 3].Span.Length == 1 ? at + 4 : at + 3;
        if (Capital(at + 1) && AllCaps(at + 1) && tokens[at + 1].Span.Length >= 3 && !IsBody(tokens[at + 1].Text) && !AllCaps(at) && !IsBody(tokens[at].Text) && !IsPost(tokens[at].Text)) return at + 2;
        // «Ганна Тиха»: a first name and a word that nothing goes on behind.
        if (Text.GivenNames.Has(tokens[at].Text) && Surname(at + 1) && (at + 2 == tokens.Count || tokens[at + 2].Kind is TokenKind.Sign or TokenKind.Break && !tokens[at + 2].Is("-"))) return at + 2;
        if (Capital(at + 1) && Capital(at + 2) && AllCaps(at + 2) && tokens[at + 2].Span.Length >= 3 && !AllCaps(at) && !AllCaps(at + 1) && !IsBody(tokens[at].Text) && !IsPost(tokens[at].Text)) return at + 3;
        return null;
    }

    /// <summary>A whole text that numbers something: «1.», «1.10», «7¹», «12)», «IV.»; without the last full stop or bracket.</summary>
    public static string? NumberLabel(string text)
    {
        // A sheet shows the number 1.1 with a comma.
        if (text.Length is >= 3 and <= 5 && text.IndexOf(',') is > 0 and var comma && comma < text.Length - 1 && text.All(c => char.IsAsciiDigit(c) || c == ',') && text.Count(c => c == ',') == 1) text = text.Replace(',', '.');
        var label = NumberStart(text);
        return label is { } found && found.Length == text.Length ? found.Number : null;
    }

    /// <summary>The number that a text begins with («1.1. Провести …», «7) …») and how long it is with its stop and blanks.</summary>
    public static (string Number, int Length)? NumberStart(string text)
    {
        // «А.1.2»: numbered within a lettered goal.
        var i = text.Length > 2 && char.IsUpper(text[0]) && text[1] == '.' && char.IsAsciiDigit(text[2]) ? 2 : 0;
        var digits = 0;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || IsSuperscript(text[i]) || (text[i] is '.' or '-' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))) { if (char.IsAsciiDigit(text[i])) digits++; i++; }
        if (digits is 0 or > 9 || i > 14) return null;
        var number = text[..i];
        var stopped = false;
        while (i < text.Length && text[i] is '.' or ')') { stopped = true; i++; }
        if (i < text.Length && !char.IsWhiteSpace(text[i]) && !(stopped && (char.IsUpper(text[i]) || text[i] is '«' or '"'))) return null;
        if (!stopped && i < text.Length && !number.Contains('.')) return null;
        if (number.Split('.').Any(part => part.Length > 3 && !part.Contains('-'))) return null;
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        return (PlainNumber(number), i);
    }

    /// <summary>«-//-», «– " –», «--"--», «те саме»: the same as above.</summary>
    public static bool IsDitto(string text)
    {
        if (text.Length > 12) return false;
        var bare = text.AsSpan().Trim(" .-–—_");
        return bare is "//" or "\"" or "«" or "»" or "''" or "„" or "”" or "/ /" or "\\\\" || Folding.Fold(text).Trim('.', ' ') is "те саме" or "те ж" or "те ж саме" or "так само" or "ті самі" or "ті ж";
    }

    /// <summary>The number that a text begins with as it is printed, without the last full stop: «1)» keeps its bracket.</summary>
    public static string PrintedNumber(string text, string number)
    {
        var end = text.AsSpan().IndexOfAny(' ', '\n', '\u00A0');
        return (end < 0 ? text : text.AsSpan(0, end)).TrimEnd('.').EndsWith(")") && text.IndexOf(')') <= number.Length + 1 ? number + ")" : number;
    }

    static bool IsSuperscript(char c) => c is '¹' or '²' or '³' or (>= '⁴' and <= '⁹') or '⁰';

    /// <summary>«7¹» as «7-1».</summary>
    public static string PlainNumber(string number)
    {
        if (!number.Any(IsSuperscript)) return number.TrimEnd('.', ')');
        var plain = new System.Text.StringBuilder();
        var raised = false;
        foreach (var c in number)
        {
            if (!IsSuperscript(c)) { plain.Append(c); raised = false; continue; }
            if (!raised) plain.Append('-');
            raised = true;
            plain.Append(c switch { '¹' => '1', '²' => '2', '³' => '3', '⁰' => '0', _ => (char)('4' + (c - '⁴')) });
        }
        return plain.ToString().TrimEnd('.', ')');
    }

    /// <summary>
    /// A heading over measures: numbered in Roman («ІІ. …»), named («Розділ 3», «Стратегічна ціль 1», «Напрям 2»), or in
    /// capitals without a full stop.
    /// </summary>
    public static bool IsSectionHeading(string text)
    {
        if (text.Length is < 3 or > 400) return false;
        var tokens = Token.Cut(text);
        if (tokens.Count < 2) return false;
        if (RomanNumber(tokens, text) is { } after && after < tokens.Count) return true;
        return IsNamedHeading(tokens);
    }

    /// <summary>«Розділ І», «Стратегічна ціль 1.», «Завдання 1.1», «Напрям 2», «Блок 3», «Кампанія 1».</summary>
    public static bool IsNamedHeading(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < Math.Min(3, tokens.Count - 1); i++)
            if (tokens[i].Kind == TokenKind.Word && Headings.StartsAny(tokens[i].Text, "розділ", "підрозділ", "ціль", "ціли", "напрям", "блок", "пріорит", "завдан", "кампані", "етап", "частина", "тема", "модул")
                && (IsOrdinal(tokens[i + 1]) || (tokens[i + 1].Is("№") && i + 2 < tokens.Count))) return i == 0 || Headings.StartsAny(tokens[0].Text, "стратегічн", "операційн", "оперативн", "комунікаційн", "тактичн", "пріоритетн", "основн", "інформаційн");
        return false;
    }

    static bool IsOrdinal(Token token) => token.Kind == TokenKind.Number || Folding.Roman(token.Text) is not null;

    /// <summary>The token after a Roman number with its full stop or bracket at the start of a text.</summary>
    static int? RomanNumber(IReadOnlyList<Token> tokens, string text)
    {
        var first = tokens[0].Span.Of(text);
        if (tokens[0].Kind != TokenKind.Word || Folding.Roman(tokens[0].Text) is null && first is not ("І" or "Х") || !char.IsUpper(first[0])) return null;
        return tokens[1].Text is "." or ")" || tokens[1].Is("-") && !(tokens.Count > 2 && Folding.Roman(tokens[2].Text) is not null) || (tokens.Count > 2 && first.Length > 1 && char.IsUpper(text[tokens[1].Span.Start])) ? (tokens[1].Kind == TokenKind.Sign ? 2 : 1) : null;
    }

    /// <summary>«Усього», «Разом за розділом», «Всього по плану»: a line of sums.</summary>
    public static bool IsTotal(string text)
    {
        if (text.Length >= 120) return false;
        var folded = Folding.Fold(text).TrimStart(' ', '-', '*');
        return Headings.StartsAny(folded, "усього", "всього", "разом ", "разом:", "загалом", "підсумок", "загальний обсяг", "у тому числі", "в тому числі", "з них") || folded.TrimEnd() == "разом";
    }

    /// <summary>«Примітка. …», «* …», a page number, «Продовження додатка»: no part of the plan.</summary>
    public static bool IsNoise(string text)
    {
        var folded = Folding.Fold(text).Trim();
        if (folded.Length <= 9 && folded.All(c => char.IsAsciiDigit(c) || c is '-' or ' ') && folded.Count(char.IsAsciiDigit) <= 4) return true;
        // «CamScanner», «Scanned by …»: letters that are none of ours leave nothing to read.
        if (text.Length < 60 && text.Count(c => c < 128 && "DFGJLNQRSUVWYZbdfghjlnqrstuvwz".Contains(c, StringComparison.Ordinal)) > 2 && !text.Any(c => char.IsLetter(c) && c >= 128 && !"АВЕКМНОРСТХІаеорсухі".Contains(c, StringComparison.Ordinal))) return true;
        return Headings.StartsAny(folded, "продовження додат", "продовження табл", "закінчення додат", "тис. гр", "(тис. гр", "стор. ", "сторінка ", "____", "----", "====", "****");
    }

    /// <summary>«* за згодою», «* – виконавці за згодою» below the measures.</summary>
    public static bool IsNoteOfConsent(Line line) => line.Text.Length < 80 && line.Folded.Contains("згод", StringComparison.Ordinal) && (line.Text[0] == '*' || line.Label is ['*', ..]);

    public static bool IsNote(string text) => Headings.StartsAny(Folding.Fold(text).TrimStart('*', ' '), "примітк", "скорочення", "умовні позначення", "список скорочень", "перелік скорочень") || (text.StartsWith('*') && text.Length > 2);
}
