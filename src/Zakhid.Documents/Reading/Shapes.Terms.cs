using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>What looks like «строк виконання».</summary>
static partial class Shapes
{
    static readonly HashSet<string> TermWords = new(StringComparer.Ordinal)
    {
        "до", "з", "із", "зі", "по", "у", "в", "на", "від", "не", "пізніше", "пізніш", "ніж", "як", "за", "та", "і", "й", "або", "далі", "в", "протягом", "впродовж", "упродовж", "починаючи", "кінця", "кінець", "початку",
        "початок", "включно", "постійно", "систематично", "періодично", "регулярно", "щоразу", "один", "одного", "два", "двох", "двічі", "тричі", "три", "трьох", "раз", "рази", "разів", "разу", "рідше", "менше", "менш", "більше",
        "усього", "всього", "весь", "увесь", "цілий", "цього", "поточного", "наступного", "кожного", "кожен", "кожний", "кожної", "кожну", "кожне", "першого", "другого", "третього", "четвертого", "останнього", "остання", "перша", "друга", "третя", "перший", "другий", "третій", "четвертий", "останній", "перше", "друге",
        "число", "числа", "термін", "строк", "терміну", "строку", "дії", "дія", "воєнного", "стану", "стан", "навчального", "навчальний", "н", "опалювального", "опалювальний", "купального", "сезону", "сезон", "необхідності", "необхідність", "потреби", "потребою", "потребі", "потреба", "разі", "міру", "мірі", "надходження", "коштів", "окремим",
        "планом", "графіком", "графіку", "плану", "згідно", "відповідно", "постійній", "основі", "період", "періоду", "реалізації", "виконання", "плані", "року", "рік", "років", "роки", "роках", "році", "року", "р", "рр", "год", "година", "години", "дня", "день", "днів", "дні", "дату", "свят", "після", "затвердження", "дати", "прийняття", "місячний", "двотижневий",
        "тижневий", "невідкладно", "терміново", "негайно", "цілодобово", "відкриття", "завершення", "закінчення", "зимовий", "літній", "осінній", "весняний", "усе", "час", "часу", "напередодні", "окремому", "можливості", "залежно", "раніше", "наприкінці", "через", "перед", "для", "міркою", "узгодженням", "звітного", "звітним", "періодом", "проведення", "заходу", "заходів", "бюджету", "фінансування", "обласного", "місцевого",
        "о", "об", "пів", "звіт", "нового", "поточний", "поточному", "початком", "міру", "державних", "звітність", "орієнтовно", "щонайменше", "ш", "іу", "узгоджується", "щойно", "окремими", "планами", "графіками", "період", "дня", "святкових", "упродовж", "строки", "терміни", "часів", "першій", "другій", "половині", "половина", "половини",
    };

    static readonly HashSet<string> StrongTermWords = new(StringComparer.Ordinal)
    {
        "осінь", "весна", "літо", "зима", "влітку", "восени", "взимку", "навесні",
        "протягом", "впродовж", "упродовж", "постійно", "систематично", "періодично", "регулярно", "невідкладно", "терміново", "негайно", "потреби", "потребою", "потреба", "необхідності", "строк", "термін", "рік", "року", "роки", "років", "роках", "р", "рр", "двічі", "раз", "рази", "разу", "цілодобово", "сезону", "графіком", "постійній", "період", "графіку", "окремим", "напередодні", "міру", "пів", "графіками", "планами",
    };

    /// <summary>Words with which a term may begin that no table of words can list to its end.</summary>
    static readonly HashSet<string> TermBeginnings = new(StringComparer.Ordinal)
    {
        "до", "з", "із", "після", "протягом", "впродовж", "упродовж", "згідно", "відповідно", "за", "у", "в", "на", "під", "напередодні", "перед", "по", "не", "починаючи", "раз", "один", "одразу", "відразу", "щойно", "при", "через", "кожного", "кожної", "кожні", "перший", "перша", "друга", "друге", "останній", "остання",
    };

    /// <summary>
    /// A whole text that says when: every word of it is a word of time, at least one of them strong, or a date. Short by
    /// nature: up to thirty words.
    /// </summary>
    public static bool IsTerm(IReadOnlyList<Token> tokens) => IsPlainTerm(tokens) || IsUnderstood(tokens);

    /// <summary>«23 серпня 2024 року, 09.00, площа Незалежності»: a line that begins with a day and its month and orders nothing.</summary>
    public static bool IsDated(IReadOnlyList<Token> tokens) =>
        tokens.Count is > 1 and < 24 && tokens[0].Kind == TokenKind.Number && (PrintedDate.At(tokens, 0) is not null || tokens.Count > 2 && tokens[1].Is("-") && PrintedDate.At(tokens, 2) is not null) && !Orders(tokens);

    /// <summary>The same by words of time alone.</summary>
    public static bool IsPlainTerm(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count is 0 or > 45) return false;
        // «ІІ. Проведення»: a numbered heading.
        if (tokens.Count > 2 && tokens[1].Is(".") && tokens[2].Kind == TokenKind.Word && Folding.Roman(tokens[0].Text) is not null && !IsPeriodWord(tokens[2].Text)) return false;
        int strong = 0, unknown = 0, words = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Number)
            {
                if (PrintedDate.At(tokens, i) is { } date) { strong++; i = date.Next - 1; }
                else if (token.Text.Length == 4 && token.Text[0] is '1' or '2') strong++;
                else if (IsDayAndMonth(tokens, i)) { strong++; i += 2; }
                else if (i + 1 < tokens.Count && tokens[i + 1].Text is "дні" or "днів" or "день" or "дня") strong++;
                else if (token.Text.Length > 4) return false;
                continue;
            }
            if (token.Kind != TokenKind.Word) { if (token.Text is not ("," or "." or "-" or "(" or ")" or ";" or "/" or ":" or "\"" or "'" or "+" or "*")) return false; continue; }
            words++;
            var word = token.Text;
            if (PrintedDate.MonthOf(word) is not null || AreMonths(word) || IsPeriodWord(word) || StrongTermWords.Contains(word) || (Folding.Roman(word) is not null && i + 1 < tokens.Count)) strong++;
            else if (!TermWords.Contains(word) && !(word is "го" or "ого" or "те" or "ий") && Folding.Roman(word) is null)
            {
                // «старости, II–III квартали»: who, and then when.
                if (IsBody(word) || IsPost(word) || i == 0 && i + 1 < tokens.Count && tokens[1].Is(",")) return false;
                if (++unknown > 1) return false;
            }
        }
        return strong > 0 && (unknown == 0 || (unknown == 1 && words >= 5 && strong >= 2));
    }

    /// <summary>«15.08» without a year.</summary>
    static bool IsDayAndMonth(IReadOnlyList<Token> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at].Text.Length <= 2 && tokens[at + 1].Is(".") && tokens[at + 2].Kind == TokenKind.Number && tokens[at + 2].Text.Length == 2 && int.Parse(tokens[at + 2].Text) is >= 1 and <= 12 && int.Parse(tokens[at].Text) is >= 1 and <= 31;

    /// <summary>«вересень-листопад», one word for the eye.</summary>
    static bool AreMonths(string word) => word.Contains('-') && Array.TrueForAll(word.Split('-'), part => PrintedDate.MonthOf(part) is not null);

    /// <summary>«щокварталу», «квартал», «півріччя», «щороку», «місяця», «тиждень», «декада» and their kin.</summary>
    static bool IsPeriodWord(string word)
    {
        var stem = word.StartsWith("що", StringComparison.Ordinal) ? word[2..] : word;
        if (Headings.StartsAny(stem, "кварт", "півріч", "піврок", "декад", "тижн", "тижд", "тиждень")) return true;
        if (word != stem && Headings.StartsAny(stem, "міся", "рок", "річ", "дня", "ден", "рік", "серед", "понед", "вівт", "четв", "пʼятн", "субот", "неділ")) return true;
        return word is "місяць" or "місяця" or "місяці" or "місяців" or "кв" or "понеділок" or "вівторок" or "середа" or "середи" or "четвер" or "четверга" or "пʼятниця" or "пʼятниці" or "субота" or "суботи" or "неділя" or "неділі" or "понеділка" or "вівторка" or "суботу" or "неділю";
    }

    /// <summary>
    /// Short words that begin as terms do and that the language of terms understands to the last: «до Дня Незалежності
    /// України», «згідно з планами роботи», «після завершення воєнного стану».
    /// </summary>
    static bool IsUnderstood(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count is 0 or > 12 || tokens[0].Kind != TokenKind.Word || !TermBeginnings.Contains(tokens[0].Text) || Orders(tokens)) return false;
        var term = TermLanguage.Read(string.Join(' ', tokens.Select(t => t.Text)), TermClause.MeasureTerm, new());
        return term.LeftOver.Count == 0 && term.Trigger != TermLanguage.NotStated;
    }
}
