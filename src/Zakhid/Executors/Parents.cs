namespace Zakhid.Executors;

/// <summary>The authority that a unit belongs to: its genitive at the end of the name, or what the act's own authority implies.</summary>
static class Parents
{
    /// <summary>After these words the authority is what the unit deals with, not whose unit it is.</summary>
    static readonly string[] s_about = ["діяльност", "робот", "голов", "секретар", "депутат", "керівник", "засідан", "сесі", "заступник", "начальник", "рішен", "при", "пресслужб", "повноваж"];

    /// <summary>Where the genitive of the authority begins in a unit's name whose head is at <paramref name="head"/>; null: not named.</summary>
    public static int? TailOf(IReadOnlyList<Word> words, int head)
    {
        if (head < 0) return null;
        for (var p = head + 1; p < words.Count; p++)
        {
            if (words[p].IsBreak || !words[p].IsWord) continue;
            if (!IsAuthorityAt(words, p) || words[Math.Max(0, p - 1)].Starts(s_about) && p - 1 > head && !words[p - 2].IsAdjective) continue;
            if (words[p - 1].IsAnd || words[p - 1].IsSign(',') || (words[p - 1].IsAny("з", "у", "в", "із", "при", "до") && !words[p - 1].IsCapital)) continue;
            // Adjectives of the theme never precede those of the authority directly: take the whole run.
            return p;
        }
        return null;
    }

    /// <summary>A genitive authority from <paramref name="p"/> to the end of the words.</summary>
    static bool IsAuthorityAt(IReadOnlyList<Word> words, int p)
    {
        var k = p;
        var executive = false;
        while (k < words.Count && (words[k].IsBreak || (words[k].IsBracket && k > p) || (words[k].IsAdjective && (words[k].Adjective!.Value.Any & Cases.Genitive) != Cases.None && words[k].Adjective!.Value.Plural == Cases.None)))
        {
            executive |= words[k].Starts("виконавч");
            k++;
            if (k < words.Count && words[k].IsAny("в", "у") && k + 2 < words.Count && words[k + 1].IsAny("місті", "м")) k += words[k + 2].IsSign('.') ? 4 : 3;
        }
        if (k >= words.Count) return false;
        if (Abbreviations.IsAuthority(words[k])) return Rest(words, k + 1);
        var bare = k == p;
        foreach (var form in words[k].Nouns)
        {
            if (form.IsPlural || (form.Cases & Cases.Genitive) == Cases.None) continue;
            var lemma = form.Noun.Lemma;
            var authority = lemma.EndsWith("адміністрація", StringComparison.Ordinal) || lemma.EndsWith("виконком", StringComparison.Ordinal) || lemma is "апарат" or "секретаріат" or "міністерство" or "агентство"
                || (lemma.EndsWith("рада", StringComparison.Ordinal) && (!bare || lemma != "рада" || k == words.Count - 1))
                || ((lemma is "комітет" or "орган") && executive);
            if (authority) return lemma is "міністерство" or "агентство" || Rest(words, k + 1);
            if (lemma is "департамент" || (lemma is "управління" && !Start.IsAction(words, k) && k + 1 < words.Count && p > 0 && !words[p - 1].IsAny("питань", "системи", "органів"))) return true;
            if (lemma is "громада" && !bare) return Rest(words, k + 1);
        }
        return false;
    }

    /// <summary>What may follow the authority's noun: a further authority, its place, a bracket.</summary>
    static bool Rest(IReadOnlyList<Word> words, int k)
    {
        for (; k < words.Count; k++)
        {
            var word = words[k];
            if (word.IsBreak || word.IsBracket || word.IsQuote) continue;
            if (word.IsSign('.') && words[k - 1].Text.Length < 4) continue;
            if (word.IsAny("області", "району", "міста", "україни", "громади", "м", "обл", "селища", "села", "ради", "міської", "територіальної") || Abbreviations.IsAuthority(word)) continue;
            if (word.IsAdjective && (word.Adjective!.Value.Any & Cases.Genitive) != Cases.None) continue;
            if (word.IsCapital && words[k - 1].IsAny("міста", "м", ".", "селища", "села")) continue;
            if (word.Nouns.Any(n => n.Noun.Sense == Sense.Authority && !n.IsPlural && (n.Cases & Cases.Genitive) != Cases.None)) continue;
            return false;
        }
        return true;
    }

    /// <summary>The genitive of an authority brought to the nominative, brackets too.</summary>
    public static string Nominative(IReadOnlyList<Word> words)
    {
        var named = Naming.Nominative([.. words.Where(w => !w.IsBreak)], Cases.Genitive);
        return Words.Print([.. named.Select(w => w.IsBracket ? Naming.NominativeBracket(w, Cases.Genitive, null) : w)]);
    }

    /// <summary>The body whose unit a unit without parent is, in the act of that authority.</summary>
    public static string? Implied(string? authority) => AuthorityName.Read(authority) is { } name ? name.Generic ?? authority : null;
}

/// <summary>What an authority's name tells: its rank, the proper name in it, and the common name that its acts use.</summary>
sealed record AuthorityName(string Rank, string? Proper, string? Generic, string Head)
{
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, AuthorityName> s_known = new(StringComparer.Ordinal);

    static readonly (string Rank, string[] Marks, string Generic, string Head)[] s_ranks =
    [
        ("kyiv", ["кмда", "кмва", "київської міської державної", "київська міська державна", "київська міська військова", "виконавчий орган київської", "виконавчого органу київської"], "виконавчий орган Київської міської ради (Київська міська державна адміністрація)", "Київський міський голова"),
        ("oblast-military", ["обласна військова", "обласної військової", "ова"], "обласна військова адміністрація", "начальник обласної військової адміністрації"),
        ("oblast", ["обласна державна", "обласної державної", "облдержадміністраці", "ода"], "облдержадміністрація", "голова обласної державної адміністрації"),
        ("raion-military", ["районна військова", "районної військової", "рва"], "районна військова адміністрація", "начальник районної військової адміністрації"),
        ("raion", ["районна державна", "районної державної", "райдержадміністраці", "рда"], "райдержадміністрація", "голова районної державної адміністрації"),
        ("city", ["міська рада", "міської ради", "міськрад", "міськвиконком", "міський голова", "міського голови", "міська територіальна", "міської територіальної", "виконком"], "міська рада", "міський голова"),
        ("settlement", ["селищна рада", "селищної ради", "селищний голова", "селищна територіальна"], "селищна рада", "селищний голова"),
        ("village", ["сільська рада", "сільської ради", "сільський голова", "сільська територіальна"], "сільська рада", "сільський голова"),
        ("raion-council", ["районна рада", "районної ради", "райрад"], "районна рада", "голова районної ради"),
        ("oblast-council", ["обласна рада", "обласної ради", "облрад"], "обласна рада", "голова обласної ради"),
        ("cabinet", ["кму", "кабінет міністрів"], "Кабінет Міністрів України", "Прем’єр-міністр України"),
    ];

    /// <summary>Reads a name in any case; null where nothing is said.</summary>
    public static AuthorityName? Read(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        // A plan asks for the same few names in every cell.
        if (s_known.TryGetValue(name, out var known)) return known;
        var read = ReadName(name);
        if (s_known.Count < 1000 && name.Length < 300) s_known.TryAdd(name, read);
        return read;
    }

    static AuthorityName ReadName(string name)
    {
        var words = Word.Cut(name).Where(w => w.IsWord).ToList();
        var folded = string.Join(' ', words.Select(w => w.Text));
        foreach (var (rank, marks, generic, head) in s_ranks)
        {
            if (!marks.Any(m => m.Length <= 4 ? words.Any(w => w.Is(m)) : folded.Contains(m, StringComparison.Ordinal))) continue;
            return new(rank, ProperOf(words), generic, head);
        }
        return new(folded, ProperOf(words), null, words.Exists(w => w.Starts("заклад", "школ", "ліце", "гімназ")) ? "директор закладу" : "керівник органу");
    }

    /// <summary>The adjective of a place («Житомирська» → житомирськ), by which two bodies of one rank differ.</summary>
    static string? ProperOf(List<Word> words)
    {
        foreach (var word in words)
            if (word.Adjective is { } adjective && (adjective.Stem.EndsWith("ськ", StringComparison.Ordinal) || adjective.Stem.EndsWith("цьк", StringComparison.Ordinal) || adjective.Stem.EndsWith("зьк", StringComparison.Ordinal))
                && !adjective.Stem.StartsWith("міськ", StringComparison.Ordinal) && !adjective.Stem.StartsWith("сільськ", StringComparison.Ordinal) && !adjective.Stem.StartsWith("військ", StringComparison.Ordinal) && !adjective.Stem.StartsWith("громадськ", StringComparison.Ordinal))
                return adjective.Stem;
        return null;
    }

    /// <summary>One and the same authority: equal in rank (a military administration acts for the state one) and not of different places.</summary>
    public bool IsSame(AuthorityName other) =>
        Civil(Rank) == Civil(other.Rank) && (Proper is null || other.Proper is null || Proper == other.Proper);

    static string Civil(string rank) => rank.Replace("-military", "", StringComparison.Ordinal);
}
