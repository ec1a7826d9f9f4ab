namespace Zakhid.Executors;

/// <summary>How surely the words at a place begin a new name. Weak: the same words may be an attribute («служби»: of a service, or services).</summary>
enum Beginning { None, Weak, Strong }

/// <summary>What begins a name: the head noun of the words at a place, the adjectives before it, and how sure that is.</summary>
readonly record struct Start(Beginning Sure, int Head, NounForm? Noun, Cases Cases)
{
    const Cases Anyhow = Cases.Nominative | Cases.Genitive | Cases.Dative | Cases.Accusative | Cases.Instrumental | Cases.Locative;
    static readonly Start s_none = new(Beginning.None, -1, null, Cases.None);

    /// <summary>
    /// Looks at the words from <paramref name="i"/> for a head in <paramref name="mode"/> (None: any case in which a list
    /// of executors stands).
    /// </summary>
    public static Start At(IReadOnlyList<Word> words, int i, Cases mode)
    {
        while (i < words.Count && (words[i].IsBreak || words[i].IsDash)) i++;
        if (i >= words.Count) return s_none;
        var first = words[i];
        if (first.IsQuote) return new(Beginning.Strong, i, null, Cases.Nominative);
        if (first.Kind == WordKind.Number && i + 1 < words.Count && Abbreviations.IsBody(words[i + 1])) return new(Beginning.Strong, i + 1, null, Cases.Nominative);
        if (Person.At(words, i) is not null) return new(Beginning.Strong, i, null, Cases.None);

        var (at, before) = Adjectives(words, i);
        if (at < words.Count && words[at].Nouns.Length > 0 && !IsAction(words, at))
        {
            var found = Fit(words, at, before, mode);
            if (found.Sure != Beginning.None) return found;
            if (before.Count == 0) return s_none;
        }
        return at < words.Count ? WithoutNoun(words, i, at, before, mode) : s_none;
    }

    /// <summary>The adjectives from <paramref name="i"/>, joined by commas or «та», with brackets and «в місті Києві» inside.</summary>
    public static (int Head, List<Word> Found) Adjectives(IReadOnlyList<Word> words, int i)
    {
        var found = new List<Word>();
        var k = i;
        while (k < words.Count)
        {
            var word = words[k];
            if (word.IsAdjective || IsAdjectiveOf(words, k)) { found.Add(word); k++; }
            else if (found.Count > 0 && (word.IsBreak || word.IsBracket) && k + 1 < words.Count && (words[k + 1].IsAdjective || words[k + 1].Nouns.Length > 0 || words[k + 1].IsBreak)) k++;
            else if (found.Count > 0 && (word.IsSign(',') || word.IsAnd) && Following(words, k) is var next && next < words.Count && words[next].IsAdjective) k = next;
            // «підпорядковані йому заклади».
            else if (found.Count > 0 && word.IsAny("йому", "їй", "їм", "ним", "нею", "ними") && k + 1 < words.Count && words[k + 1].Nouns.Length > 0) k++;
            else if (found.Count > 0 && word.IsAny("в", "у") && k + 2 < words.Count && words[k + 1].IsAny("місті", "містах", "м")) k = AfterPlace(words, k + 2);
            else break;
        }
        return (k, found);
    }

    /// <summary>«відповідальні виконавці», «уповноважений представник»: a noun made of an adjective, when it agrees with a noun after it.</summary>
    static bool IsAdjectiveOf(IReadOnlyList<Word> words, int k)
    {
        if (words[k].Nouns.Length == 0 || words[k].Adjective is not { } adjective || k + 1 >= words.Count) return false;
        foreach (var noun in words[k + 1].Nouns)
            if ((adjective.For(noun.Noun.Gender, noun.IsPlural) & noun.Cases) != Cases.None) return true;
        return false;
    }

    static int AfterPlace(IReadOnlyList<Word> words, int k)
    {
        if (k < words.Count && words[k].IsSign('.')) k++;
        if (k < words.Count && words[k].IsCapital && words[k].Nouns.Length == 0) k++;
        return k;
    }

    public static int Following(IReadOnlyList<Word> words, int k)
    {
        k++;
        while (k < words.Count && (words[k].IsBreak || words[k].IsAnd)) k++;
        return k;
    }

    static Start Fit(IReadOnlyList<Word> words, int at, List<Word> before, Cases mode)
    {
        var best = s_none;
        foreach (var form in words[at].Nouns)
        {
            var cases = form.Cases;
            foreach (var adjective in before) cases &= Near(adjective.Adjective!.Value.Any);
            if (cases == Cases.None && before.Count > 0 && (form.Cases & Cases.Instrumental) != Cases.None) cases = form.Cases & Cases.Instrumental;
            var allowed = cases & Allowed(mode);
            if (allowed == Cases.None) continue;
            var animate = form.Noun.Sense is Sense.Post or Sense.People or Sense.Executor;
            var genitive = (words[at].Nouns.Aggregate(Cases.None, (all, f) => all | f.Cases) & cases & Cases.Genitive) != Cases.None;
            if (!genitive)
                foreach (var other in words[at].Nouns)
                {
                    var all = other.Cases;
                    foreach (var adjective in before) all &= adjective.Adjective!.Value.Any;
                    genitive |= (all & Cases.Genitive) != Cases.None;
                }
            var sure = genitive && mode != Cases.Genitive && !(mode == Cases.Accusative && animate) ? Beginning.Weak : Beginning.Strong;
            if (sure > best.Sure || (sure == best.Sure && Better(form, best.Noun!.Value, allowed, best.Cases))) best = new(sure, at, form, allowed);
        }
        return best;
    }

    /// <summary>A plural before a singular in datives («управлінням»), the singular in nominatives («управління»).</summary>
    static bool Better(NounForm form, NounForm known, Cases cases, Cases before) =>
        (cases & Cases.Nominative) != Cases.None && (before & Cases.Nominative) == Cases.None
        || ((cases & Cases.Nominative) == Cases.None && form.IsPlural && !known.IsPlural);

    /// <summary>«комунальним підприємствами»: an adjective that fails to agree still belongs to its noun.</summary>
    static Cases Near(Cases cases) => (cases & Cases.Dative) != Cases.None && (cases & Cases.Instrumental) != Cases.None ? cases | Cases.Instrumental : cases;

    static Cases Allowed(Cases mode) => mode switch
    {
        Cases.Nominative => Cases.Nominative,
        Cases.None => Cases.Nominative | Cases.Dative,
        _ => mode | Cases.Nominative,
    };

    /// <summary>A name whose head is in no lexicon: an abbreviation, or an adjective that can only be a nominative.</summary>
    static Start WithoutNoun(IReadOnlyList<Word> words, int i, int at, List<Word> before, Cases mode)
    {
        var head = words[at];
        if (before.Count == 0)
        {
            if (Abbreviations.MayBegin(head) || Abbreviations.IsClipped(head)) return new(Abbreviations.IsBody(head) || mode == Cases.Nominative && Abbreviations.IsClippedNominative(head) ? Beginning.Strong : Beginning.Weak, at, null, Cases.Nominative);
            return s_none;
        }
        var cases = before.Aggregate(Anyhow, (all, w) => all & w.Adjective!.Value.Any);
        if ((cases & Cases.Genitive) != Cases.None || !head.IsWord || Text.Folding.IsCyrillic(head.Text[0]) && head.Text.Length < 4 && !head.IsAllCapitals) return s_none;
        var wanted = mode is Cases.Nominative or Cases.None ? Cases.Nominative : mode | Cases.Nominative;
        if ((cases & wanted) == Cases.None) return s_none;
        // «…, військова частина»: an attribute of the name before would stand in the genitive.
        var feminine = mode is Cases.Nominative or Cases.None && words[i].Text[^1] is 'а' or 'я' && head.Text[^1] is 'а' or 'я' or 'ь';
        var certain = words[i].IsCapital || feminine || (mode is Cases.Nominative or Cases.None && words[i].Text[^1] is 'е' or 'і') || Abbreviations.IsBody(head) || words[i].Text.EndsWith("ий", StringComparison.Ordinal) || mode == Cases.Dative;
        return certain ? new(Beginning.Strong, at, null, cases & wanted) : s_none;
    }

    /// <summary>«управління персоналом», «управління комунальним майном»: the deed, not a body.</summary>
    public static bool IsAction(IReadOnlyList<Word> words, int at)
    {
        if (!words[at].Is("управління") || words[at].IsCapital) return false;
        var next = at + 1;
        while (next < words.Count && words[next].IsBreak) next++;
        if (next >= words.Count || !words[next].IsWord || words[next].IsCapital) return false;
        var text = words[next].Text;
        if (words[next].Adjective is { } adjective) return (adjective.Any & Cases.Instrumental) != Cases.None && (adjective.Any & Cases.Genitive) == Cases.None;
        return text.EndsWith("ом", StringComparison.Ordinal) || text.EndsWith("ами", StringComparison.Ordinal) || text.EndsWith("ями", StringComparison.Ordinal) || text.EndsWith("ою", StringComparison.Ordinal) || text.EndsWith("ею", StringComparison.Ordinal);
    }
}
