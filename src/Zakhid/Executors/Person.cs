namespace Zakhid.Executors;

/// <summary>A person's name among the words of a cell: where it ends and how it is printed.</summary>
readonly struct Person
{
    readonly IReadOnlyList<Word> _words;
    readonly int _from;

    Person(IReadOnlyList<Word> words, int from, int end) => (_words, _from, End) = (words, from, end);

    /// <summary>Where the words after the name begin.</summary>
    public int End { get; }
    /// <summary>The name as printed, line breaks as blanks.</summary>
    public string Printed => Print(_words, _from, End);

    /// <summary>
    /// A person named at <paramref name="i"/>: surname and initials in either order, «Ім'я ПРІЗВИЩЕ», or all three names.
    /// A line break inside is only a wrap.
    /// </summary>
    public static Person? At(IReadOnlyList<Word> words, int i)
    {
        if (i >= words.Count || !words[i].IsCapital) return null;
        if (i > 0 && words[i - 1].IsAny("імені", "ім", "вул", "вулиця")) return null;
        if (i > 1 && words[i - 1].IsSign('.') && words[i - 2].IsAny("ім", "вул", "м", "с")) return null;

        var initials = Initials(words, i);
        if (initials > i)
        {
            var surname = SkipBreaks(words, initials);
            return surname < words.Count && IsSurname(words[surname]) ? Make(words, i, surname + 1) : null;
        }
        if (!IsSurname(words[i])) return null;
        var next = SkipBreaks(words, i + 1);
        var end = Initials(words, next);
        if (end > next) return Make(words, i, end);
        if (next >= words.Count || !words[next].IsCapital || words[next].Text.Length < 3) return null;

        if (IsPatronymic(words[next].Text) && words[next].IsCapital) return Make(words, i, next + 1);
        var third = SkipBreaks(words, next + 1);
        if (third < words.Count && words[third].IsCapital && IsPatronymic(words[third].Text) && words[next].Nouns.Length == 0) return Make(words, i, third + 1);

        var shouting = words[next].IsAllCapitals && (words[next].Text.Length > 3 || !Abbreviations.IsKnown(words[next].Text) && words[i].Adjective is null) && HasVowel(words[next].Text) && !words[i].IsAllCapitals;
        var shoutingFirst = words[i].IsAllCapitals && words[i].Text.Length > 3 && HasVowel(words[i].Text) && !words[next].IsAllCapitals && words[next].Nouns.Length == 0 && !words[next].Text.EndsWith("ий", StringComparison.Ordinal) && !words[next].Text.EndsWith("ька", StringComparison.Ordinal);
        if (shouting && words[i].Adjective is null && next == i + 1) return Make(words, i, next + 1);
        // «Олена Василенко»: two names that are no words of the field, the second ending as surnames do.
        if (next == i + 1 && words[i].Nouns.Length == 0 && words[i].Adjective is null && words[i].Text.Length > 2 && !words[i].IsAllCapitals && !words[next].IsAllCapitals && words[next].Nouns.Length == 0 && IsSurnameByEnding(words[next].Text)
            && !Abbreviations.IsClipped(words[i]) && (next + 1 == words.Count || words[next + 1].IsSign(',') || words[next + 1].IsSign(';') || words[next + 1].IsBreak || words[next + 1].IsBracket || words[next + 1].IsDash)) return Make(words, i, next + 1);
        if (next == i + 1 && Text.GivenNames.Has(words[i].Text) && words[next] is { IsAllCapitals: false, Nouns.Length: 0 } && !Abbreviations.IsClipped(words[next])
            && (next + 1 == words.Count || words[next + 1].Kind == WordKind.Sign && !words[next + 1].IsSign('.') || words[next + 1].IsBreak || words[next + 1].IsBracket)) return Make(words, i, next + 1);
        return shoutingFirst && next == i + 1 && !Abbreviations.IsClipped(words[next]) ? Make(words, i, next + 1) : null;
    }

    /// <summary>The person's names brought from <paramref name="mode"/> to the nominative.</summary>
    public string Nominative(Cases mode)
    {
        if (mode is Cases.Nominative or Cases.None) return Printed;
        var names = Printed.Split(' ');
        for (var i = 0; i < names.Length; i++)
            if (!names[i].Contains('.', StringComparison.Ordinal) && names[i].Length > 2) names[i] = PersonName.Nominative(names[i], mode);
        return string.Join(' ', names);
    }

    static Person Make(IReadOnlyList<Word> words, int from, int to) => new(words, from, to);

    static string Print(IReadOnlyList<Word> words, int from, int to)
    {
        var text = new System.Text.StringBuilder();
        for (var i = from; i < to; i++)
        {
            if (words[i].IsBreak) continue;
            if (text.Length > 0 && !words[i].IsSign('.') && words[i].Span.Start > words[i - 1].Span.End - (words[i - 1].IsBreak ? 1 : 0)) text.Append(' ');
            text.Append(words[i].Printed);
        }
        return text.ToString();
    }

    /// <summary>The end of one to three initials at <paramref name="i"/>; <paramref name="i"/> itself where there are none.</summary>
    static int Initials(IReadOnlyList<Word> words, int i)
    {
        var end = i;
        for (var n = 0; n < 3; n++)
        {
            var at = n == 0 ? end : SkipBreaks(words, end);
            if (at >= words.Count || words[at].Printed.Length != 1 || !words[at].IsCapital) break;
            if (at + 1 < words.Count && words[at + 1].IsSign('.')) end = at + 2;
            else { if (n > 0) end = at + 1; break; }
        }
        return end;
    }

    static bool IsSurname(Word word) =>
        word.IsCapital && word.Text.Length > 1 && (word.Nouns.Length == 0 || word.IsAllCapitals) && !(word.IsAllCapitals && word.Text.Length < 3)
        && !word.Text.EndsWith("ої", StringComparison.Ordinal) && !word.Text.EndsWith("их", StringComparison.Ordinal) && !Abbreviations.IsBody(word);

    static bool IsPatronymic(string word) =>
        word.Length > 5 && (word.Contains("ович", StringComparison.Ordinal) || word.Contains("йович", StringComparison.Ordinal)
            || word.Contains("івн", StringComparison.Ordinal) || word.Contains("ївн", StringComparison.Ordinal)) && !word.EndsWith("ий", StringComparison.Ordinal)
        && !word.EndsWith("ське", StringComparison.Ordinal) && !word.Contains("ськ", StringComparison.Ordinal);

    static bool IsSurnameByEnding(string word) => word.Length > 4 && (word.EndsWith("енко", StringComparison.Ordinal) || word.EndsWith("чук", StringComparison.Ordinal) || word.EndsWith("щук", StringComparison.Ordinal) || word.EndsWith("рук", StringComparison.Ordinal)
        || word.EndsWith("юк", StringComparison.Ordinal) || word.EndsWith("ський", StringComparison.Ordinal) || word.EndsWith("цький", StringComparison.Ordinal) || word.EndsWith("ська", StringComparison.Ordinal) || word.EndsWith("цька", StringComparison.Ordinal) || word.EndsWith("ович", StringComparison.Ordinal) || word.EndsWith("евич", StringComparison.Ordinal) || word.EndsWith("ишин", StringComparison.Ordinal) || word.EndsWith("шко", StringComparison.Ordinal));

    static bool HasVowel(string word) => word.Any(c => "аеєиіїоуюя".Contains(c, StringComparison.Ordinal));

    static int SkipBreaks(IReadOnlyList<Word> words, int i)
    {
        while (i < words.Count && words[i].IsBreak) i++;
        return i;
    }
}

/// <summary>First and last names from an oblique case to the nominative by their endings.</summary>
static class PersonName
{
    static readonly (string From, string To)[] s_accusative =
    [
        ("ського", "ський"), ("цького", "цький"), ("ого", "ий"), ("ську", "ська"), ("цьку", "цька"), ("ської", "ська"), ("ої", "а"), ("енка", "енко"), ("йла", "йло"), ("авла", "авло"),
        ("етра", "етро"), ("митра", "митро"), ("нила", "нило"), ("рила", "рило"), ("ія", "ій"), ("їя", "їй"), ("ря", "р"), ("ця", "ець"), ("я", "ь"),
        ("ія", "ій"), ("івну", "івна"), ("ію", "ія"), ("ю", "я"), ("у", "а"), ("овича", "ович"), ("а", ""),
    ];

    static readonly (string From, string To)[] s_dative =
    [
        ("ському", "ський"), ("цькому", "цький"), ("ому", "ий"), ("ській", "ська"), ("цькій", "цька"), ("ій", "а"), ("енку", "енко"), ("енкові", "енко"), ("йлу", "йло"), ("авлу", "авло"), ("етру", "етро"),
        ("митру", "митро"), ("івні", "івна"), ("ові", ""), ("ієві", "ій"), ("еві", "ь"), ("ії", "ія"), ("ію", "ій"), ("рю", "р"), ("цю", "ець"), ("ю", "ь"), ("ці", "ка"), ("у", ""), ("і", "а"),
    ];

    static readonly (string From, string To)[] s_instrumental =
        [("ським", "ський"), ("цьким", "цький"), ("им", "ий"), ("ською", "ська"), ("енком", "енко"), ("ією", "ія"), ("ою", "а"), ("ею", "я"), ("ієм", "ій"), ("ем", "ь"), ("ом", "")];

    public static string Nominative(string name, Cases mode)
    {
        var endings = mode switch { Cases.Dative => s_dative, Cases.Instrumental => s_instrumental, _ => s_accusative };
        var lower = Text.Folding.Fold(name);
        foreach (var (from, to) in endings)
        {
            if (!lower.EndsWith(from, StringComparison.Ordinal) || lower.Length - from.Length < 2) continue;
            var shouting = name.Length > 1 && char.IsUpper(name[^1]);
            return name[..^from.Length] + (shouting ? to.ToUpperInvariant() : to);
        }
        return name;
    }
}
