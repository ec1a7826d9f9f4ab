using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>The words with which the parts of an act and its annexes name themselves.</summary>
static class Titles
{
    static readonly string[] Plans = ["план", "заход", "програм", "календар", "графік", "дорожн", "комплекс", "перелік", "завданн", "стратегі", "концепці", "медіаплан", "медіа-план"];
    static readonly string[] Others =
    [
        "склад", "кошторис", "положен", "порядок", "форма", "розрахун", "список", "паспорт", "ресурсн", "схема", "структур", "методик", "опис", "регламент", "інструкц", "статут", "обсяг", "показник", "звіт",
        "інформац", "довідк", "протокол", "пояснюв", "таблиц", "реєстр", "акт", "бланк", "зразок", "кількісн", "персональн", "бюджет", "штатн", "анкет", "критері", "аналіз", "висновок", "тариф", "розподіл", "межі", "карта", "мапа", "фінанс", "договір", "угода", "заяв",
    ];
    static readonly string[] Adjectives = ["операційн", "календарн", "комплексн", "робоч", "регіональн", "обласн", "районн", "міськ", "місцев", "річн", "орієнтовн", "детальн", "загальн", "спільн", "комунікаційн", "щорічн", "антикорупційн", "середньостроков", "перспективн", "тематичн", "організаційн", "основн", "інформаційн", "типов", "стратегічн", "зведен", "поточн", "примірн", "додатков", "галузев", "пріоритетн", "посадов", "невідкладн", "першочергов", "квартальн", "місячн", "оновлен", "уточнен"];

    /// <summary>«ПЛАН ЗАХОДІВ …», «Календарний план», «ЗАХОДИ з …», «Перелік заходів»: the title of a plan of measures.</summary>
    public static bool IsPlanTitle(string text)
    {
        var words = Words(text, 14);
        if (words.Count == 0 || text.Length > 600) return false;
        var i = 0;
        while (i < words.Count && i < 3 && (Headings.StartsAny(words[i], Adjectives) || IsAdjectiveOfPlan(words, i))) i++;
        if (i >= words.Count) return false;
        // Plans of purchases, accounts, allocations hold no measures.
        if (i + 1 < words.Count && Headings.StartsAny(words[i + 1], "закупів", "рахунк", "асигнув", "зонуван", "поверх")) return false;
        // «Напрями діяльності та заходи Програми».
        if (Headings.StartsAny(words[i], "напрям") && words.Skip(i + 1).Take(4).Any(w => w is "заходи")) return true;
        if (words[i] is "план" or "плану" or "заходи" or "план-графік" or "календар" or "дорожня" or "медіаплан" or "планом") return true;
        if (Headings.StartsAny(words[i], "перелік", "комплекс", "графік", "план", "завдання", "програма", "система")) return words.Skip(i + 1).Take(4).Any(w => Headings.StartsAny(w, "заход")) || words[i] is "програма";
        return false;
    }

    /// <summary>«Єдиний календарний план», «Зведений графік»: any adjective, where the noun behind it or the next one is a plan's.</summary>
    static bool IsAdjectiveOfPlan(List<string> words, int at) =>
        words[at].Length > 4 && (words[at].EndsWith("ий", StringComparison.Ordinal) || words[at].EndsWith("ій", StringComparison.Ordinal) || words[at].EndsWith("ні", StringComparison.Ordinal) || words[at].EndsWith("ка", StringComparison.Ordinal) || words[at].EndsWith("на", StringComparison.Ordinal))
        && words.Skip(at + 1).Take(2).Any(w => w is "план" or "заходи" or "план-графік" or "медіаплан" or "карта");

    /// <summary>«ПРОГРАМА розвитку …» without a word of measures: a text whose measures stand in an annex of it.</summary>
    public static bool IsProgramme(string text) => Words(text, 4) is var words && words.Exists(w => w is "програма") && !Words(text, 14).Exists(w => Headings.StartsAny(w, "заход"));

    /// <summary>«Заходи Програми», «План заходів Стратегії»: what of a programme holds its measures, without a word of their subject.</summary>
    public static bool NamesItsProgramme(string text) => IsPlanTitle(text) && Words(text, 5) is [.., "програми" or "стратегії" or "концепції"] and { Count: <= 3 };

    /// <summary>A title of any annex: its first word is one that titles begin with.</summary>
    public static bool IsTitle(Line line) => IsPlanTitle(line.Text) || (IsOther(line.Text) && (line.IsCapitals || line.Centred || line.Bold || line.Blanks > 0));

    public static bool IsOther(string text)
    {
        var words = Words(text, 3);
        return words.Count > 0 && (Headings.StartsAny(words[0], Others) || (words.Count > 1 && Headings.StartsAny(words[0], Adjectives) && Headings.StartsAny(words[1], Others)) || (words[0] is "перелік" or "зміни") || (words[0] is "порядок" or "стратегія" or "концепція"));
    }

    public static bool IsAmendments(string text) => Words(text, 4) is [var first, ..] && first is "зміни" or "зміна" && Folding.Fold(text).Contains("внос", StringComparison.Ordinal);

    /// <summary>What a file without an act or plan calls itself: «звіт», «протокол», «лист», …</summary>
    public static string? KindOfOther(string text)
    {
        var words = Words(text, 3);
        if (words.Count == 0) return null;
        return words[0] switch
        {
            "звіт" or "звіти" => "звіт",
            "стан" or "хід" when words.Count > 1 && words[1] is "виконання" or "реалізації" => "звіт",
            "протокол" => "протокол",
            "інформація" => "звіт",
            "довідка" => "довідка",
            "пояснювальна" => "пояснювальна записка",
            "аналітична" or "доповідна" or "службова" => "записка",
            "договір" or "угода" => "договір",
            "оголошення" => "оголошення",
            "положення" => "положення",
            "порядок" when words.Count > 1 && words[1].StartsWith("денн", StringComparison.Ordinal) => "порядок денний",
            "порядок" => "порядок",
            "правила" => "правила",
            "запрошення" => "запрошення",
            "доповідь" or "виступ" => "доповідь",
            "анкета" => "анкета",
            "резолюція" => "резолюція",
            "стенограма" => "стенограма",
            "новини" => "новина",
            "пресреліз" or "прес-реліз" => "пресреліз",
            "список" => "список",
            "висновок" => "висновок",
            _ => null,
        };
    }

    /// <summary>«СКЛАД комісії», «КОШТОРИС …», «ФОРМА звіту»: the word by which an annex names itself.</summary>
    public static string? NameOfOther(string title) => !IsOther(title) || IsPlanTitle(title) ? null : Words(title, 2) switch { [var adjective, var noun] when Headings.StartsAny(adjective, Adjectives) => noun, ["склад", ..] => "склад комісії або групи", [var first, ..] => first, _ => null };

    static List<string> Words(string text, int count)
    {
        var words = new List<string>(count);
        foreach (var token in Token.Cut(text.Length > 200 ? text[..200] : text))
        {
            if (token.Kind == TokenKind.Word) words.Add(token.Text);
            else if (token.Kind == TokenKind.Number && words.Count == 0) return words;
            if (words.Count == count) break;
        }
        return words;
    }

    /// <summary>«розпорядження», «рішення», …: the line that names the kind of the act and hardly more.</summary>
    public static string? ActKind(Line line)
    {
        if (line.Text.Length > 120 || line.StartsLower) return null;
        var tokens = line.Tokens;
        var i = 0;
        while (i < tokens.Count && tokens[i].Kind == TokenKind.Word && Headings.StartsAny(tokens[i].Text, "проєкт", "проект", "спільн")) i++;
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Word) return null;
        var kind = tokens[i].Text switch { "розпорядження" => "розпорядження", "рішення" => "рішення", "наказ" => "наказ", "постанова" => "постанова", "указ" => "указ", "доручення" => "доручення", _ => null };
        if (kind is null) return null;
        var first = tokens[i].Span.Of(line.Text);
        var capitals = first.All(c => !char.IsLower(c));
        return capitals || tokens.Count - i <= 2 || line.Centred ? kind : null;
    }

    /// <summary>The word that begins a line, perhaps in quotation marks («ЗАТВЕРДЖУЮ»).</summary>
    public static Token? FirstWord(Line line) => line.Tokens is [{ Kind: TokenKind.Word } first, ..] ? first : line.Tokens is [{ Text: "\"" }, { Kind: TokenKind.Word } quoted, ..] ? quoted : null;

    public static bool IsStamp(Line line) => FirstWord(line)?.Text == "затверджую";

    /// <summary>«ЗАТВЕРДЖЕНО», «Додаток 2», «ЗАТВЕРДЖУЮ», «СХВАЛЕНО»: an annex begins.</summary>
    public static bool IsApprovalMark(Line line)
    {
        if (line.Text.Length > 160 || line.Tokens.Count == 0) return false;
        if (FirstWord(line) is not { } first) return false;
        if (!char.IsUpper(line.Text[first.Span.Start])) return false;
        if (first.Text is "затверджено" or "затверджена" or "затверджений" or "затверджені" or "затверджую" or "схвалено") return line.Tokens.Count <= 24;
        if (first.Text is "погоджено" or "погоджую") return line.Tokens.Count <= 8;
        return first.Text == "додаток" && (line.Tokens.Count == 1 || line.Tokens[1].Kind == TokenKind.Number || line.Tokens[1].Text is "до" or "№" || Folding.Roman(line.Tokens[1].Text) is not null || (line.Tokens[1].Kind == TokenKind.Word && line.Tokens[1].Span.Length == 1));
    }
}
