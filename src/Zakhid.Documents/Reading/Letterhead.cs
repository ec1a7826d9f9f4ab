using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// The body in whose name an act is issued: the lines over its kind. A unit under a council or administration is named
/// with it; of two heads of paper, the one whose head signs.
/// </summary>
static class Letterhead
{
    public static (string Issuer, Place Place)? Read(IReadOnlyList<Line> above, IReadOnlyList<Line> below, string? post)
    {
        var names = Names(above);
        if (names.Count == 0) names = Names([.. below.Where(l => IsIssuerInGenitive(l))]).ConvertAll(n => (Naming.Nominative(n.Name), n.Place));
        if (names.Count == 0) return null;

        // The community over its council issues nothing.
        if (names.Exists(n => IsCollegiate(n.Name))) names.RemoveAll(n => Token.Cut(n.Name) is [.., { Text: "громада" }]);
        var (name, place) = names[0];
        if (names.Count > 1)
        {
            // «Міністерство … / Управління освіти … / Ліцей № 4»: the institution issues, those above it only found it.
            if (names.FindLastIndex(n => IsInstitution(n.Name)) is >= 1 and var own && (post is null || Headings.StartsAny(Folding.Fold(post), "директор", "ректор", "завідув", "начальник", "головний лікар", "в.о", "т.в.о"))) return (Naming.UsualCapitals(names[own].Name), names[own].Place);
            var unit = names.FindIndex(n => IsUnit(n.Name));
            if (unit == 1 && Token.Cut(names[1].Name).Any(t => t.Text is "ради" || t.Text.EndsWith("адміністрації", StringComparison.Ordinal))) return (Naming.UsualCapitals(names[1].Name), names[1].Place);
            if (unit == 1 && !IsUnit(names[0].Name)) return ($"{Naming.UsualCapitals(names[1].Name)} {Naming.Genitive(Naming.UsualCapitals(names[0].Name))}", names[1].Place);
            if (unit == 0 && IsCollegiate(names[1].Name)) return ($"{Naming.UsualCapitals(names[0].Name)} {Naming.Genitive(Naming.UsualCapitals(names[1].Name))}", place);
            if (names.FindIndex(1, n => IsBelow(n.Name, names[0].Name)) is >= 1 and var lower) return (Naming.UsualCapitals(names[lower].Name), names[lower].Place);
            if (post is not null && names.FindIndex(n => SignsFor(post, n.Name)) is >= 0 and var signing) (name, place) = names[signing];
        }
        return (Naming.UsualCapitals(name), place);
    }

    /// <summary>Lines joined to names: a line in another case, a place or a country goes on with the name above it.</summary>
    static List<(string Name, Place Place)> Names(IReadOnlyList<Line> lines)
    {
        var names = new List<(string Name, Place Place)>();
        foreach (var line in lines)
        {
            foreach (var part in line.FromTable || line.Raw.Trim().Contains('\t') ? line.Raw.Split('\t') : [line.Text])
            {
                var text = WithoutSession(Printed.Mend(part).Trim('*', ' ', ','));
                if (!IsName(text)) continue;
                if (names.Count > 0 && (Token.Cut(text)[0].Text is var first) && (!StartsName(text) || first is "україни")) names[^1] = ($"{names[^1].Name} {Cased(text, names[^1].Name)}", names[^1].Place);
                else names.Add((text, line.Place));
            }
        }
        return names;
    }

    /// <summary>«ПАВЛИЦЬКА СЕЛИЩНА РАДА восьме скликання сорок перша сесія»: pages set in one line what follows the name.</summary>
    static string WithoutSession(string text)
    {
        var tokens = Token.Cut(text);
        var at = 0;
        while (at < tokens.Count && !Headings.StartsAny(tokens[at].Text, "скликан", "сесі")) at++;
        if (at == tokens.Count || at < 2) return text;
        while (at > 0 && (tokens[at - 1].Kind != TokenKind.Word || Folding.Roman(tokens[at - 1].Text) is not null || IsOrdinal(tokens[at - 1].Text))) at--;
        return at > 1 ? text[..tokens[at - 1].Span.End] : text;
    }

    /// <summary>A word of «сорок перша», «5-го», «позачергова».</summary>
    static bool IsOrdinal(string word) => Numerals.Ordinal(word) is not null || Numerals.Cardinal(word) is not null || Numerals.IsSuffix(word) || Headings.StartsAny(word, "позачергов", "чергов");

    static string Cased(string text, string before) => before.All(c => !char.IsLower(c)) && text.Any(char.IsLower) ? text.ToUpperInvariant() : text;

    static bool IsName(string text)
    {
        if (text.Length is < 4 or > 160 || text.Any(char.IsAsciiDigit) && !IsInstitution(text) || text.Contains('@') || text.Contains('_')) return false;
        var tokens = Token.Cut(text);
        // «КОМУНАЛЬНЕ ПІДПРИЄМСТВО⏎«СВІТАНОК»»: the quoted name stands on a line of its own.
        if (text[0] is '«' or '"' or '“' && tokens.Count > 2 && text[^1] is '»' or '"' or '”') return true;
        if (tokens[0].Kind != TokenKind.Word) return false;
        var first = tokens[0].Text;
        if (first is "україна" or "тел" or "вул" or "код" or "сайт" or "веб" or "про" or "герб" or "малий" or "зображення" || Headings.StartsAny(first, "проєкт", "проект", "сесі", "скликан", "засідан", "чергов", "позачергов", "пленарн", "адрес", "факс", "електронн", "додаток", "затвердж")) return false;
        if (tokens.Any(t => Headings.StartsAny(t.Text, "скликан", "сесі"))) return false;
        return tokens.Any(t => Shapes.IsBody(t.Text) || Shapes.IsPost(t.Text)) || text.All(c => !char.IsLower(c)) || tokens.Any(t => Headings.StartsAny(t.Text, "област", "район", "україн"));
    }

    /// <summary>A name begins with a noun or adjective in the nominative; «СУМСЬКОЇ ОБЛАСТІ», «ОБЛАСНОЇ РАДИ» go on with one.</summary>
    static bool StartsName(string text)
    {
        var first = Token.Cut(text)[0].Text;
        return !(first == "\"" || first.EndsWith("ої", StringComparison.Ordinal) || first.EndsWith("ого", StringComparison.Ordinal) || first is "області" or "району" or "та" or "і" or "з" or "із" or "у" or "в" or "громади" or "ради" or "адміністрації" || first.EndsWith("их", StringComparison.Ordinal));
    }

    static bool IsInstitution(string name) => Token.Cut(name).Take(4).Any(t => Headings.StartsAny(t.Text, "ліце", "школ", "гімназ", "заклад", "лікарн", "музе", "бібліотек", "коледж", "університет", "академі", "інститут", "будин", "центр", "підприємств", "театр"));
    static bool IsUnit(string name) => Headings.StartsAny(Token.Cut(name) is [var f, ..] ? f.Text : "", "виконавч", "виконком", "департамент", "управлін", "відділ", "сектор", "служба", "апарат");
    static bool IsCollegiate(string name) => Token.Cut(name).Any(t => t.Text is "рада" || t.Text.EndsWith("адміністрація", StringComparison.Ordinal));

    /// <summary>«Районна в місті Києві державна адміністрація» under «Київська міська державна адміністрація»: the lower one issues.</summary>
    static bool IsBelow(string name, string above) =>
        IsCollegiate(name) && IsCollegiate(above) && Level(name) is { } own && Level(above) is { } higher && own > higher;

    static int? Level(string name)
    {
        foreach (var token in Token.Cut(name))
            if (Headings.StartsAny(token.Text, "обласн")) return 1;
            else if (Headings.StartsAny(token.Text, "районн")) return 3;
            else if (Headings.StartsAny(token.Text, "міськ")) return 2;
            else if (Headings.StartsAny(token.Text, "селищн", "сільськ")) return 4;
        return null;
    }

    /// <summary>«Начальник обласної військової адміністрації» signs for the military administration, «Голова» for the other.</summary>
    static bool SignsFor(string post, string name)
    {
        var folded = Folding.Fold(post);
        var military = Folding.Fold(name).Contains("військов", StringComparison.Ordinal);
        if (folded.Contains("військов", StringComparison.Ordinal)) return military;
        return folded.StartsWith("начальник", StringComparison.Ordinal) ? military : folded.StartsWith("голова", StringComparison.Ordinal) || folded.StartsWith("перший", StringComparison.Ordinal) ? !military : false;
    }

    /// <summary>«голови обласної державної адміністрації», «МІСЬКОГО ГОЛОВИ»: the official under the kind of the act.</summary>
    static bool IsIssuerInGenitive(Line line) => line.Tokens.Count <= 10 && line.Tokens.Take(3).Any(t => t.Text is "голови" or "начальника" or "директора" or "керівника" or "міністра" or "комітету" or "ради" or "департаменту");
}
