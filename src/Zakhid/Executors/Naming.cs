namespace Zakhid.Executors;

/// <summary>Brings names from the case in which they stand to the nominative.</summary>
static class Naming
{
    /// <summary>The head noun, its adjectives, nouns coordinated with it and participles after it, from <paramref name="mode"/> to the nominative.</summary>
    public static List<Word> Nominative(List<Word> words, Cases mode)
    {
        if (mode is Cases.Nominative or Cases.None || words.Count == 0) return words;
        var named = new List<Word>(words);
        var (at, found) = Start.Adjectives(words, 0);
        if (at >= words.Count) return words;
        var form = FormIn(words[at], mode);
        if (form is null && words[at].Nouns.Length > 0) return words;
        if (form is { } noun)
        {
            if (found.Exists(w => (w.Adjective!.Value.Any & mode) == Cases.None && (w.Adjective!.Value.Any & (Cases.Dative | Cases.Instrumental)) == Cases.None)) return words;
            for (var i = 0; i < at; i++)
                if (found.Contains(words[i])) named[i] = Recased(words[i], words[i].Adjective!.Value.Nominative(noun.Noun.Gender, noun.IsPlural && !IsSingular(words[i])));
            named[at] = Recased(words[at], noun.IsPlural ? noun.Noun.Plural : noun.Noun.Lemma);
            Coordinated(words, named, at + 1, mode, noun);
            return named;
        }
        return WithoutNoun(words, named, at, found, mode);
    }

    /// <summary>Nouns in a row («підприємствам, установам та організаціям»), appositions, and participles that agree with the head.</summary>
    static void Coordinated(List<Word> words, List<Word> named, int from, Cases mode, NounForm head)
    {
        var joined = false;
        for (var i = from; i < words.Count; i++)
        {
            var word = words[i];
            if (word.IsSign(',') || word.IsAnd || word.IsBreak || word.IsDash) { joined = true; continue; }
            if (joined && word.Nouns.Length > 0 && FormIn(word, mode) is { } noun && (noun.Cases & Cases.Genitive) == Cases.None | mode == Cases.Accusative && noun.IsPlural == head.IsPlural)
                named[i] = Recased(word, noun.IsPlural ? noun.Noun.Plural : noun.Noun.Lemma);
            else if (joined && i > from && word.Adjective is { } adjective && (adjective.For(head.Noun.Gender, head.IsPlural) & mode) != Cases.None && word.Nouns.Length == 0)
            {
                named[i] = Recased(word, adjective.Nominative(head.Noun.Gender, head.IsPlural));
                continue;
            }
            joined = false;
        }
    }

    static List<Word> WithoutNoun(List<Word> words, List<Word> named, int at, List<Word> found, Cases mode)
    {
        var head = words[at];
        if (!head.IsWord) return words;
        // «разом з Мінфіном»: a clipped name of a central body declines as a noun does.
        if (found.Count == 0 && Abbreviations.IsClipped(head) && mode == Cases.Instrumental && head.Text.EndsWith("ом", StringComparison.Ordinal)) named[at] = head.As(head.Printed[..^2]);
        if (head.IsAllCapitals)
        {
            // «Харківської ОВА»: the abbreviation stands, its adjectives tell their own gender.
            foreach (var word in found)
            {
                var own = word.Adjective!.Value;
                var its = own.Feminine.HasFlag(mode) ? Gender.Feminine : own.Masculine.HasFlag(mode) ? Gender.Masculine : Gender.Neuter;
                named[words.IndexOf(word)] = Recased(word, own.Nominative(its, own.Plural.HasFlag(mode) && !own.Feminine.HasFlag(mode)));
            }
            return named;
        }
        if (found.Count == 0)
        {
            if (mode == Cases.Dative && head.Text.EndsWith("ам", StringComparison.Ordinal)) named[at] = head.As(head.Printed[..^2] + "и");
            else if (mode == Cases.Dative && head.Text.EndsWith("ям", StringComparison.Ordinal)) named[at] = head.As(head.Printed[..^2] + (head.Text[^3] is 'і' or 'а' or 'о' ? "ї" : "і"));
            return named;
        }
        // «першого у …»: a preposition is no noun to decline.
        if (head.Text.Length < 3) return named;
        var adjective = found[^1].Adjective!.Value;
        var plural = (adjective.Plural & mode) != Cases.None && head.Text.Length > 3 && head.Text[^1] is 'м' or 'х' or 'и';
        var gender = (adjective.Feminine & mode) != Cases.None && (adjective.Masculine & mode) == Cases.None ? Gender.Feminine : Gender.Masculine;
        for (var i = 0; i < at; i++)
            if (found.Contains(words[i])) named[i] = Recased(words[i], words[i].Adjective!.Value.Nominative(gender, plural));
        var t = head.Printed;
        named[at] = head.As((plural, gender, mode) switch
        {
            (true, _, Cases.Dative) when t.Length > 3 => t[..^2] + (head.Text.EndsWith("ям", StringComparison.Ordinal) ? "і" : "и"),
            (false, Gender.Masculine, Cases.Dative or Cases.Genitive or Cases.Accusative) when head.Text[^1] is 'у' or 'а' => t[..^1],
            (false, Gender.Masculine, Cases.Instrumental) when head.Text.EndsWith("ом", StringComparison.Ordinal) => t[..^2],
            (false, Gender.Feminine, Cases.Dative) when head.Text[^1] is 'і' => t[..^1] + "а",
            (false, Gender.Feminine, Cases.Accusative) when head.Text[^1] is 'у' => t[..^1] + "а",
            (false, Gender.Feminine, Cases.Genitive or Cases.Dative) when head.Text.EndsWith("ості", StringComparison.Ordinal) => t[..^4] + "ість",
            (false, Gender.Feminine, Cases.Genitive) when head.Text[^1] is 'и' => t[..^1] + "а",
            _ => t,
        });
        return named;
    }

    /// <summary>A word's reading as a head noun in a case; in datives plural first, as orders address many.</summary>
    public static NounForm? FormIn(Word word, Cases mode)
    {
        NounForm? found = null;
        foreach (var form in word.Nouns)
            if ((form.Cases & mode) != Cases.None && (found is null || (form.IsPlural && mode == Cases.Dative))) found = form;
        return found;
    }

    /// <summary>The head noun and its adjectives in the nominative singular: «Відділи» → «Відділ», «районних» → «районний».</summary>
    public static List<Word> Singular(List<Word> words)
    {
        var named = new List<Word>(words);
        var (at, found) = Start.Adjectives(words, 0);
        if (at >= words.Count || words[at].Nouns.Length == 0) return words;
        var noun = words[at].Nouns.OrderByDescending(n => n.IsPlural).First().Noun;
        for (var i = 0; i < at; i++)
            if (found.Contains(words[i])) named[i] = Recased(words[i], words[i].Adjective!.Value.Nominative(noun.Gender, plural: false));
        named[at] = Recased(words[at], noun.Lemma);
        return named;
    }

    /// <summary>A bracket with an alias («(військовим адміністраціям)») in the nominative, singular where asked.</summary>
    public static Word NominativeBracket(Word bracket, Cases mode, bool? singular)
    {
        var inner = Nominative([.. bracket.Inner], mode);
        if (singular == true) inner = Singular(inner);
        return bracket.As("(" + Words.Print(inner) + ")");
    }

    static bool IsSingular(Word word)
    {
        var form = word.Adjective!.Value;
        return form.Plural == Cases.None;
    }

    /// <summary>The new form with the capitals of the old.</summary>
    public static Word Recased(Word word, string form)
    {
        // Folding turned the apostrophe of «обʼєднання» into one sign; the printed one is kept.
        var mark = word.Printed.FirstOrDefault(c => c is '’' or '\'' or '‘' or '`');
        if (mark != default) form = form.Replace('ʼ', mark);
        if (word.IsAllCapitals) return word.As(form.ToUpperInvariant());
        return word.As(word.IsCapital ? char.ToUpperInvariant(form[0]) + form[1..] : form);
    }
}
