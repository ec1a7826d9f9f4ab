using Zakhid.Text;

namespace Zakhid.Documents.Reading;

enum ColumnRole
{
    Unknown, Number, Measure, Task, Goal, Audience, Criteria, Funding, FundingSum, Indicator, Term, TermStart, TermEnd, TermMark,
    Executor, Supervisor, Venue, Quantity, Remark,
    /// <summary>«Відповідальні, термін»: who and when in one cell.</summary>
    WhoAndWhen,
    /// <summary>A column that no plan has: names of people, prices.</summary>
    Foreign,
}

/// <summary>What stands in a column, told by its heading or, where <see cref="Sure"/> is false, by what its cells look like.</summary>
/// <param name="Answers">Its cells say who and when by labels («Термін: …») on lines of their own, because no column does.</param>
/// <param name="Year">The year over a column of sums that is headed by its source.</param>
sealed record Column(int Index, ColumnRole Role, string Heading, string? Key = null, bool Sure = true, string? Year = null, bool Answers = false);

/// <summary>The classes of words that head the columns of a plan, in the order in which they decide.</summary>
static class Headings
{
    static readonly string Kpi = Folding.Fold("KPI");

    public static ColumnRole RoleOf(string heading) => RoleOf(Token.Cut(heading));

    public static ColumnRole RoleOf(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0 || tokens.Count > 26) return ColumnRole.Unknown;
        if (IsNumbering(tokens)) return ColumnRole.Number;

        bool Has(params ReadOnlySpan<string> stems) { foreach (var t in tokens) if (t.Kind == TokenKind.Word && StartsAny(t.Text, stems)) return true; return false; }
        bool Word(string word) { foreach (var t in tokens) if (t.Is(word)) return true; return false; }

        if (Has("приміт", "відміт", "посилан", "коментар") || (Has("стан", "хід") && Has("виконан", "реаліз") && !Has("критер", "показ"))) return ColumnRole.Remark;
        if (Word("кому") || tokens.Count <= 4 && (Word("ким") || Word("кого")) || Has("адресат", "адресован", "отримувач", "споживач")) return ColumnRole.Audience;
        if (Has("прізвищ", "посад", "заявник", "ціна", "телефон", "підпис", "адрес") && !Has("виконав", "відповід", "керівн", "місце", "захо", "захід")) return ColumnRole.Foreign;
        var names = Has("захо", "захід");
        // «Що зробити», «Хто і коли»: headings as questions.
        if (Word("хто") && Word("коли")) return ColumnRole.WhoAndWhen;
        if (Word("що") && tokens.Count <= 3) return ColumnRole.Measure;
        if (Word("коли") && tokens.Count <= 3) return ColumnRole.Term;
        if (Has("строк", "термін", "дата", "дати") && Has("відповід", "виконавець", "виконавц") && !Has("показник", "індикатор", "критер")) return ColumnRole.WhoAndWhen;
        if (Has("строк", "термін", "дата", "дати") || (Has("період", "час", "графік", "місяц", "квартал") && !Has("показник", "індикатор", "критер", "фінанс"))) return ColumnRole.Term;
        if (Has("вимір", "вимірю", "дізна", "перевір") && Word("як") || Word(Kpi)) return ColumnRole.Criteria;
        // «Початок», «Термін завершення» over days, without a common heading above them.
        if (Has("форма") && Has("заверш", "викон", "звіт", "контрол")) return ColumnRole.Criteria;
        var dated = tokens.Count == 1 || tokens.Count <= 4 && Has("строк", "термін", "дата") || tokens.Count == 2 && Has("робіт", "виконан", "реаліз");
        if (dated && Has("почат", "старт")) return ColumnRole.TermStart;
        if (dated && Has("кінец", "закінчен", "завершен", "фініш")) return ColumnRole.TermEnd;
        if ((Word("роки") || Word("рік")) && Has("реаліз", "викон", "впровадж", "упровадж")) return ColumnRole.Term;
        if (Has("місце", "місця", "локац", "адрес") || (tokens.Count <= 2 && tokens[0].Is("де"))) return ColumnRole.Venue;
        if (Has("відповід", "хто") && !Has("показник", "індикатор", "фінанс")) return ColumnRole.Executor;
        if (Has("фінанс", "джерел", "кошт", "варт", "витрат", "бюджет", "грн", "ресурс") && !Has("людськ", "кадров")) return Has("обсяг", "сума", "варт", "витрат", "грн", "орієнтовн", "прогнозн") && !Has("джерел") ? ColumnRole.FundingSum : ColumnRole.Funding;
        if (Has("кільк", "чисельн") && Has("учасн", "осіб", "аудитор") && !Has("показ", "критер", "індикатор")) return ColumnRole.Quantity;
        if (Has("критер", "індикатор", "показник", "результат", "продукт", "ефект", "очікуван")) return ColumnRole.Criteria;
        if (Has("аудитор", "учасник") || Has("цільов") && Has("груп", "катег", "населен", "осіб", "учасн") || Has("категор") && Has("груп", "населен", "осіб", "учасн", "громадян", "читац", "слухач", "глядац", "відвідувач", "користувач")) return ColumnRole.Audience;
        if (Has("керівник", "куратор", "контрол", "курує")) return ColumnRole.Supervisor;
        if (Has("виконав", "співвикон", "залуча", "залучен", "викону", "партнер", "організатор", "реалізу")) return ColumnRole.Executor;
        if (Has("обсяг", "кільк", "одиниц", "вимір")) return ColumnRole.Quantity;
        if (Has("ціл", "мета", "мету", "напрям", "пріорит", "проблем") && !(names && Has("назв", "наймен") && !Has("ціл", "напрям", "мета"))) return ColumnRole.Goal;
        if (names) return ColumnRole.Measure;
        if (Has("завдан")) return ColumnRole.Task;
        if (Has("найменув", "назв", "зміст", "дія", "дії", "перелік", "питан", "робот", "робіт", "тема", "формат", "опис")) return Has("формат", "опис") ? ColumnRole.Quantity : ColumnRole.Measure;
        // «Відп.: старости», «Викон. – відділ культури».
        return Word("викон") || Word("відп") || Word("відпов") ? ColumnRole.Executor : Word("терм") ? ColumnRole.Term : ColumnRole.Unknown;
    }

    /// <summary>«№», «№ з/п», «п/п», «N», «номер».</summary>
    static bool IsNumbering(IReadOnlyList<Token> tokens)
    {
        var said = false;
        foreach (var token in tokens)
        {
            if (token.Is("№") || token.Text is "n" or "no" || StartsAny(token.Text, "номер", "індекс", "шифр") || token.Text is "п" or "пп" or "зп" or "з") { said |= token.Text != "з"; continue; }
            if (token.Text is not ("/" or "." or "-" or "пор" or "порядк" or "\n" or "порядковий" or "заходу" or "пункту" or "°")) return false;
        }
        return said && tokens.Count <= 8;
    }

    /// <summary>«2024», «2024 рік», «2024 р.»: the year that heads a column.</summary>
    public static string? YearOf(string heading) => YearOf(Token.Cut(heading));

    public static string? YearOf(IReadOnlyList<Token> tokens)
    {
        string? year = null;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Number && token.Text.Length == 4 && token.Text[0] is '1' or '2' && year is null) year = token.Text;
            else if (token.Kind == TokenKind.Number || (token.Kind == TokenKind.Word && token.Text is not ("рік" or "року" or "р" or "роки" or "на" or "план" or "факт" or "прогноз" or "у" or "в" or "тис" or "грн" or "за"))) return null;
        }
        return year;
    }

    public static bool IsTotal(string heading) => StartsAny(Folding.Fold(heading), "всього", "усього", "разом", "загальн", "загалом");

    /// <summary>«I квартал», «січень», «I»: a part of the year that heads a column of marks.</summary>
    public static bool IsPartOfYear(string heading)
    {
        var tokens = Token.Cut(heading);
        return tokens.Count is > 0 and <= 4 && tokens.All(t => t.Kind != TokenKind.Word || Folding.Roman(t.Text) is not null || StartsAny(t.Text, "кварт", "кв", "півріч") || PrintedDate.MonthOf(t.Text) is not null)
            && tokens.Any(t => t.Kind == TokenKind.Word);
    }

    public static bool StartsAny(string word, params ReadOnlySpan<string> stems)
    {
        foreach (var stem in stems) if (word.Length > 0 && word[0] == stem[0] && word.StartsWith(stem, StringComparison.Ordinal)) return true;
        return false;
    }
}
