using System.Text;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// Names of issuers in the form in which they are spoken of: capitals of the letterhead as usual letters, the genitive of
/// an approval mark as the nominative, a unit together with its council.
/// </summary>
static class Naming
{
    /// <summary>«ЖИТОМИРСЬКА ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ» → «Житомирська обласна державна адміністрація».</summary>
    public static string UsualCapitals(string name)
    {
        if (name.Any(char.IsLower)) return name;
        var lower = name.ToLowerInvariant();
        var result = new StringBuilder(lower.Length);
        var tokens = Token.Cut(lower);
        var at = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            result.Append(lower, at, tokens[i].Span.Start - at);
            var word = tokens[i].Span.Of(lower);
            at = tokens[i].Span.End;
            var capital = tokens[i].Kind == TokenKind.Word && (i == 0 || tokens[i - 1].Is("\"") || (i + 1 < tokens.Count && (IsOfPlace(word) || tokens[i + 1].Text is "області" or "району")) || word is "україни" or "україна" or "києва" or "києві" || word == "міністрів" && i > 0 && tokens[i - 1].Text == "кабінет");
            result.Append(capital ? char.ToUpperInvariant(word[0]) + word[1..] : word);
        }
        result.Append(lower, at, lower.Length - at);
        return Folding.Collapse(result.ToString());
    }

    /// <summary>An adjective made of a place's name («Коломийської», «Сумської»), not «міської», «сільської», «військової».</summary>
    static bool IsOfPlace(string word) =>
        Headings.StartsAny(word, "міськ", "сільськ", "військ", "людськ", "громадськ", "господарськ", "сільсько") ? false
        : word.Contains("ськ", StringComparison.Ordinal) || word.Contains("цьк", StringComparison.Ordinal) || word.Contains("зьк", StringComparison.Ordinal);

    /// <summary>
    /// «голови обласної державної адміністрації» → «голова …», «виконавчого комітету міської ради» → «виконавчий комітет …»:
    /// the head noun and the adjectives before it; what depends on it stays.
    /// </summary>
    public static string Nominative(string name)
    {
        var tokens = Token.Cut(name);
        var result = new StringBuilder();
        var at = 0;
        var open = true;
        for (var i = 0; i < tokens.Count && open; i++)
        {
            if (InPlace(tokens, tokens[i])) continue;
            if (tokens[i].Kind != TokenKind.Word) { if (tokens[i].Kind == TokenKind.Sign && !tokens[i].Is("-")) break; continue; }
            var word = tokens[i].Span.Of(name);
            var (form, head) = Head(tokens[i].Text) is { } noun ? (noun, true) : (Adjective(tokens[i].Text, Feminine(tokens, i)), false);
            if (form is null) break;
            result.Append(name, at, tokens[i].Span.Start - at).Append(LikeIn(word, form));
            at = tokens[i].Span.End;
            open = !head;
        }
        return open && at < name.Length && result.Length == 0 ? name : result.Append(name, at, name.Length - at).ToString();
    }

    /// <summary>«районна у місті Києві рада»: where a body is, said inside its name, takes no other case.</summary>
    static bool InPlace(IReadOnlyList<Token> tokens, Token token) =>
        token.Text is "у" or "в" or "місті" or "м" || token.Text.EndsWith('і') && tokens.TakeWhile(t => t.Span.Start < token.Span.Start).LastOrDefault().Text is "місті" or "." && tokens.Any(t => t.Text is "місті" or "м");

    static string LikeIn(string printed, string form) => printed.All(c => !char.IsLower(c)) && printed.Length > 1 ? form.ToUpperInvariant() : char.IsUpper(printed[0]) ? char.ToUpperInvariant(form[0]) + form[1..] : form;

    /// <summary>The nominative of a noun that heads the name of a body or a post, given its genitive.</summary>
    static string? Head(string word) => word switch
    {
        "голови" => "голова",
        "начальника" => "начальник",
        "керівника" => "керівник",
        "міністра" => "міністр",
        "директора" => "директор",
        "президента" => "президент",
        "старости" => "староста",
        "заступника" => "заступник",
        "ради" => "рада",
        "комітету" => "комітет",
        "виконкому" => "виконавчий комітет",
        "міськвиконкому" => "міськвиконком",
        "департаменту" => "департамент",
        "відділу" => "відділ",
        "сектору" => "сектор",
        "управління" => "управління",
        "міністерства" => "міністерство",
        "служби" => "служба",
        "агентства" => "агентство",
        "центру" => "центр",
        "секретаріату" => "секретаріат",
        "апарату" => "апарат",
        "кабінету" => "Кабінет",
        "інспекції" => "інспекція",
        "комісії" => "комісія",
        "фонду" => "фонд",
        "секретаря" => "секретар",
        "сесії" => "сесія",
        "уряду" => "уряд",
        _ when word.Length > 6 && word.EndsWith('у') && Headings.StartsAny(word, "держ", "мін", "укр", "нац") => word[..^1],
        _ => word.EndsWith("адміністрації", StringComparison.Ordinal) ? word[..^1] + "я" : null,
    };

    static bool Feminine(IReadOnlyList<Token> tokens, int at) => tokens[at].Text.EndsWith("ої", StringComparison.Ordinal);

    static string? Adjective(string word, bool feminine) =>
        feminine && word.Length > 4 ? word[..^2] + "а" : word.EndsWith("ього", StringComparison.Ordinal) ? word[..^4] + "ій" : word.EndsWith("ого", StringComparison.Ordinal) && word.Length > 5 ? word[..^3] + "ий" : null;

    /// <summary>«Коломийська міська рада» → «Коломийської міської ради», for a unit that is named below it.</summary>
    public static string Genitive(string name)
    {
        var tokens = Token.Cut(name);
        var result = new StringBuilder();
        var at = 0;
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word) continue;
            var word = token.Span.Of(name);
            var lower = token.Text;
            if (InPlace(tokens, token)) continue;
            var form = lower switch { "рада" => "ради", "адміністрація" => "адміністрації", "комітет" => "комітету", "департамент" => "департаменту", "держадміністрація" => "держадміністрації", "облдержадміністрація" => "облдержадміністрації", "міністерство" => "міністерства", _ => null };
            var head = form is not null;
            form ??= lower.Length > 4 && lower.EndsWith('а') ? lower[..^1] + "ої" : lower.EndsWith("ий", StringComparison.Ordinal) ? lower[..^2] + "ого" : lower.EndsWith("ій", StringComparison.Ordinal) ? lower[..^2] + "ього" : null;
            if (form is null) break;
            result.Append(name, at, token.Span.Start - at).Append(LikeIn(word, form));
            at = token.Span.End;
            if (head) break;
        }
        return result.Append(name, at, name.Length - at).ToString();
    }
}
