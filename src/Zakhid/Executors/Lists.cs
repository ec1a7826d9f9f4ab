namespace Zakhid.Executors;

/// <summary>Takes apart names that share a head, an adjective or an authority: «Департаменти А, Б облдержадміністрації».</summary>
static class Lists
{
    public static IEnumerable<Item> Expand(Item item) =>
        TheirApparatus(item) ?? Adjectives(item) ?? SharedAuthority(item) ?? Quoted(item) ?? Numbered(item) ?? Units(item) ?? Sectors(item) ?? [item];

    /// <summary>«структурні підрозділи облдержадміністрації та її апарату»: the authority is the apparatus's too.</summary>
    static IEnumerable<Item>? TheirApparatus(Item item)
    {
        var words = item.Words;
        var their = words.FindIndex(w => w.IsAny("її", "його", "їх"));
        if (their < 2 || their + 1 >= words.Count || !words[their + 1].Starts("апарат") || !words[their - 1].IsAnd) return null;
        var first = words.GetRange(0, their - 1);
        if (Tail(first) is not { } tail) return null;
        var rest = words.GetRange(their + 2, words.Count - their - 2);
        List<Word> second = [.. first.Take(tail), words[their + 1].As("апарату"), .. first.Skip(tail), .. rest];
        return [item.Split([.. first, .. rest]), item.Split(second)];
    }

    /// <summary>Where the last genitive authority begins, in a unit's name or in that of a post over units.</summary>
    static int? Tail(List<Word> words)
    {
        var head = Splitting.HeadIndex(words);
        return Parents.TailOf(words, head);
    }

    /// <summary>
    /// «обласні, Київська міська держадміністрація», «центральним і місцевим органам»: adjectives before one head, each a
    /// body or class of its own. Ranks of communities («міські, селищні, сільські ради») name one circle and stay together.
    /// </summary>
    static IEnumerable<Item>? Adjectives(Item item)
    {
        var words = item.Words;
        var (head, _) = Start.Adjectives(words, 0);
        if (head >= words.Count || words[head].Nouns.Length == 0) return null;
        var groups = Groups(words, 0, head);
        // «сільські, селищна ради»: an adjective in the singular names one body of its own.
        var alone = groups.Exists(g => g[0].Adjective!.Value.Plural == Cases.None) && words[head].Nouns.Any(n => n.IsPlural && n.Noun.Sense == Sense.Authority);
        if (groups.Count < 2 || !alone && IsOneCircle(groups, words[head])) return null;

        var mode = item.Mode;
        var form = Naming.FormIn(words[head], mode) ?? Naming.FormIn(words[head], Cases.Nominative) ?? words[head].Nouns[0];
        var shared = Shared(groups[^1]);
        var rank = groups[^1].Skip(1).Where(w => w.Adjective is not { Plural: Cases.None }).ToList();
        var rest = words.GetRange(head + 1, words.Count - head - 1);
        return [.. groups.Select((group, i) =>
        {
            var adjectives = i == groups.Count - 1 ? group : [.. group, .. group[0].Adjective!.Value.Plural == Cases.None && groups[^1][0].Adjective!.Value.Plural == Cases.None ? rank : shared];
            var single = group[0].Adjective!.Value.Plural == Cases.None;
            var named = single || !form.IsPlural
                ? Alone([.. adjectives, words[head]], form.Noun, mode)
                : Naming.Nominative([.. adjectives, words[head]], mode);
            var tail = rest.Select(w => w.IsBracket && mode != Cases.Nominative | single ? Naming.NominativeBracket(w, mode, single) : w);
            var part = item.Split([.. named, .. tail]);
            part.Mode = Cases.Nominative;
            return part;
        })];
    }

    static List<Word> Alone(List<Word> words, Noun noun, Cases mode) =>
        [.. words.Select((w, i) => i == words.Count - 1
            ? Naming.Recased(w, noun.Lemma)
            : w.IsBracket ? AloneBracket(w, noun, mode)
            : w.Adjective is { } a ? Naming.Recased(w, a.Nominative(noun.Gender, plural: false)) : w)];

    /// <summary>«(військові)» beside one administration: «(військова)».</summary>
    static Word AloneBracket(Word bracket, Noun noun, Cases mode) => bracket.Inner.All(w => w.IsAdjective)
        ? bracket.As("(" + Words.Print([.. bracket.Inner.Select(w => Naming.Recased(w, w.Adjective!.Value.Nominative(noun.Gender, plural: false)))]) + ")")
        : Naming.NominativeBracket(bracket, mode, singular: true);

    /// <summary>Runs of adjectives between commas and «та» in words <paramref name="from"/>–<paramref name="to"/>.</summary>
    static List<List<Word>> Groups(List<Word> words, int from, int to)
    {
        List<List<Word>> groups = [[]];
        for (var i = from; i < to; i++)
        {
            if (words[i].IsSign(',') || words[i].IsAnd) { if (groups[^1].Count > 0) groups.Add([]); }
            else if (!words[i].IsBreak) groups[^1].Add(words[i]);
        }
        groups.RemoveAll(g => g.Count == 0 || g[0].Adjective is null);
        // «усі обласні та районні ради»: what stands before the first kind stands before each.
        return groups;
    }

    /// <summary>Adjectives that belong to the noun and not to a member of the list: «державні», «військові».</summary>
    static List<Word> Shared(List<Word> last)
    {
        var at = last.FindIndex(1, w => w.Starts("державн", "військов", "територіальн", "навчальн", "громадськ"));
        return at < 0 ? [] : last.GetRange(at, last.Count - at);
    }

    static bool IsOneCircle(List<List<Word>> groups, Word head)
    {
        if (!groups.TrueForAll(g => g[0].Starts("міськ", "селищн", "сільськ", "районн", "поселков") && !g[0].IsCapital || g == groups[0] && g[0].Starts("міськ", "селищн", "сільськ", "усі", "всі", "виконавч", "інш")))
            return groups.TrueForAll(g => g[0].Starts("інш", "зацікавлен", "заінтересован", "усі", "всі", "відповідн")) || groups.Exists(g => g[0].Starts("інш") && g.Count == 1 && groups.Count == 2 && groups[1][0].Starts("зацікавл", "заінтерес"));
        var ranks = groups.Exists(g => g.Exists(w => w.Starts("селищн", "сільськ")));
        return ranks || head.Nouns.Any(n => n.Noun.Sense is Sense.Post);
    }

    /// <summary>
    /// «управління освіти обласних, Київської, Севастопольської міських державних адміністрацій»: one head serving like
    /// units of several authorities; it stays in the name of each.
    /// </summary>
    static IEnumerable<Item>? SharedAuthority(Item item)
    {
        var words = item.Words;
        var head = Splitting.HeadIndex(words);
        if (head < 0) return null;
        for (var end = words.Count - 1; end > head + 1; end--)
        {
            var noun = words[end].Nouns.FirstOrDefault(n => n.IsPlural && (n.Cases & Cases.Genitive) != Cases.None && n.Noun.Sense == Sense.Authority).Noun;
            if (noun is null) continue;
            var from = end;
            while (from - 1 > head && (words[from - 1].IsAdjective && words[from - 1].Adjective!.Value.Plural.HasFlag(Cases.Genitive) | words[from - 1].Adjective?.Feminine.HasFlag(Cases.Genitive) == true || words[from - 1].IsSign(',') || words[from - 1].IsAnd || words[from - 1].IsBreak)) from--;
            var groups = Groups(words, from, end);
            if (groups.Count < 2 || !groups.Exists(g => g[0].IsCapital && g[0].Adjective!.Value.Plural == Cases.None)) return null;
            var shared = Shared(groups[^1]);
            var rank = groups[^1].Skip(1).Where(w => w.Adjective is not { Plural: Cases.None }).ToList();
            var before = words.GetRange(0, from);
            var rest = words.GetRange(end + 1, words.Count - end - 1);
            return [.. groups.Select(group =>
            {
                var single = group[0].Adjective!.Value.Plural == Cases.None;
                List<Word> all = [.. group, .. group == groups[^1] ? [] : single ? rank : shared];
                IEnumerable<Word> authority = single
                    ? [.. all.Select(w => w.Adjective is { } a ? Naming.Recased(w, a.Stem + "ої") : w), Naming.Recased(words[end], Genitive(noun))]
                    : [.. all, words[end]];
                var named = Naming.Nominative(before, item.Mode);
                var part = item.Split([.. single ? Naming.Singular(named) : named, .. authority, .. rest]);
                part.KeepsAuthority = true;
                part.Mode = Cases.Nominative;
                return part;
            })];
        }
        return null;
    }

    static string Genitive(Noun noun) => noun.Lemma[^1] switch
    {
        'я' => noun.Lemma[..^1] + "ї",
        'а' => noun.Lemma[..^1] + "и",
        'о' => noun.Lemma[..^1] + "а",
        _ => noun.Lemma + "у",
    };

    /// <summary>«комунальні підприємства «А», «Б»»: the kind is given to each quoted name.</summary>
    static IEnumerable<Item>? Quoted(Item item)
    {
        var words = item.Words;
        var quotes = words.Count(w => w.IsQuote);
        var first = words.FindIndex(w => w.IsQuote);
        if (quotes < 2 || first < 1 || words.Skip(first).Any(w => w.IsWord && !w.IsAnd && w.Nouns.Length > 0 && (w.Nouns[0].Cases & Cases.Genitive) == Cases.None)) return null;
        if (!words.GetRange(first, words.Count - first).Exists(w => w.IsSign(',') || w.IsAnd || w.IsSign(';') || w.IsBreak)) return null;
        var kind = Naming.Singular(Naming.Nominative(Item.Trim(words.GetRange(0, first)), item.Mode));
        var parts = new List<Item>();
        for (var i = first; i < words.Count;)
        {
            var next = words.FindIndex(i + 1, w => w.IsQuote);
            if (next < 0) next = words.Count;
            var part = item.Split([.. kind, .. Item.Trim(words.GetRange(i, next - i))]);
            part.Mode = Cases.Nominative;
            parts.Add(part);
            i = next;
        }
        return parts;
    }

    /// <summary>«ліцеї № 1, № 2 та 5».</summary>
    static IEnumerable<Item>? Numbered(Item item)
    {
        var words = item.Words;
        var mark = words.FindIndex(w => w.IsSign('№'));
        if (mark < 1) return null;
        var numbers = new List<(int From, int To)>();
        for (var i = mark; i < words.Count; i++)
        {
            if (words[i].IsSign('№') || words[i].IsSign(',') || words[i].IsAnd || words[i].IsBreak) continue;
            if (words[i].Kind != WordKind.Number) return null;
            numbers.Add((i, i + 1));
        }
        if (numbers.Count < 2) return null;
        var kind = Naming.Singular(Naming.Nominative(Item.Trim(words.GetRange(0, mark)), item.Mode));
        return [.. numbers.Select(n =>
        {
            var part = item.Split([.. kind, words[mark].With(new(0, 0)), words[n.From].With(new(2, 0))]);
            part.Mode = Cases.Nominative;
            return part;
        })];
    }

    /// <summary>Plural heads of units: «Відділи: А, Б», «Департаменти А, Б облдержадміністрації», «Управління облдержадміністрації: А, Б».</summary>
    static IEnumerable<Item>? Units(Item item)
    {
        var words = item.Words;
        var head = Splitting.HeadIndex(words);
        if (head < 0 || !words[head].Nouns.Any(n => n.IsPlural && n.Noun.Sense is Sense.Unit) && !words.Exists(w => w.IsSign(':'))) return null;
        if (words[head].Starts("підрозділ") && words.Exists(w => w.Starts("структурн", "апарат", "інших"))) return null;
        var colon = words.FindIndex(w => w.IsSign(':'));
        var begin = colon >= 0 ? colon + 1 : head + 1;
        var kind = words.GetRange(0, head + 1);
        var named = colon > head + 1 ? words.GetRange(head + 1, colon - head - 1) : [];
        var theme = Item.Trim(words.GetRange(begin, words.Count - begin));
        if (theme.Count == 0) return null;
        List<Word> parent = [];
        var tail = Parents.TailOf([.. kind, .. theme], kind.Count - 1);
        var many = tail is null ? PluralAuthority(theme) : null;
        if (tail is { } t)
        {
            parent = theme.GetRange(t - kind.Count, theme.Count - t + kind.Count);
            theme = Item.Trim(theme.GetRange(0, t - kind.Count));
        }
        else if (many is { } m)
        {
            parent = theme.GetRange(m, theme.Count - m);
            theme = Item.Trim(theme.GetRange(0, m));
        }
        if (theme.Count == 0 || theme.TrueForAll(w => w.IsSign(',') || w.IsAnd || w.IsBreak || w.Nouns.Any(n => n.IsPlural && n.Noun.Sense == Sense.Unit))) return null;
        var certain = colon >= 0 || IsSurelyPlural(words, head) || !words[head].Nouns.Any(n => !n.IsPlural && (n.Cases & item.Mode) != Cases.None);
        var names = Themes.Part(theme, certain);
        GivePlace(names);
        if (names.Count < 2 && (colon < 0 || many is not null)) return null;
        // A theme of its own authority keeps it: «Відділи: освіти ради, культури ради».
        var singular = many is null ? Naming.Singular(Naming.Nominative(kind, item.Mode)) : Naming.Nominative(kind, item.Mode);
        return [.. names.Select(name =>
        {
            var own = Parents.TailOf([.. singular, .. name], singular.Count - 1) is not null;
            var part = item.Split([.. singular, .. name, .. own ? [] : parent.Count > 0 ? parent : named]);
            part.Mode = Cases.Nominative;
            return part;
        })];
    }

    /// <summary>«Головні управління»: the adjective before a head that could be one says that they are many.</summary>
    public static bool IsSurelyPlural(List<Word> words, int head)
    {
        if (!words[head].Nouns.Any(n => n.IsPlural && n.Noun.Sense == Sense.Unit)) return false;
        for (var i = 0; i < head; i++)
            if (words[i].Adjective is { } adjective && (adjective.Plural & Cases.Nominative) != Cases.None && words[head].Nouns.All(n => n.IsPlural || (adjective.For(n.Noun.Gender, plural: false) & n.Cases) == Cases.None)) return true;
        return false;
    }

    /// <summary>«ДСНС», «Держпраці», «Нацполіції»: a state body that has branches.</summary>
    public static bool IsBranch(Word word) => Abbreviations.IsState(word) || Abbreviations.IsClipped(word) || word.Nouns.Any(n => n.Noun.Sense == Sense.State);

    /// <summary>«… Нацполіції, ДСНС в області»: where the last of the branches is, all of them are.</summary>
    static void GivePlace(List<List<Word>> names)
    {
        if (names.Count < 2 || !names.TrueForAll(n => n.Exists(IsBranch))) return;
        var place = names[^1].FindIndex(w => w.IsAny("в", "у"));
        if (place <= 0) return;
        foreach (var name in names.Take(names.Count - 1).Where(n => !n.Exists(w => w.IsAny("в", "у")))) name.AddRange(names[^1].Skip(place).ToList());
    }

    /// <summary>«… районних державних адміністрацій»: where the genitive of many authorities begins.</summary>
    static int? PluralAuthority(List<Word> words)
    {
        for (var i = words.Count - 1; i > 0; i--)
        {
            if (!words[i].Nouns.Any(n => n.IsPlural && n.Noun.Sense == Sense.Authority && (n.Cases & Cases.Genitive) != Cases.None)) continue;
            while (i > 0 && (words[i - 1].IsBreak || words[i - 1].Adjective is { Plural: var p } && (p & Cases.Genitive) != Cases.None || words[i - 1].Nouns.Any(n => n.IsPlural && n.Noun.Sense == Sense.Authority && n.Cases.HasFlag(Cases.Genitive)) || ((words[i - 1].IsSign(',') || words[i - 1].IsAnd) && i > 1 && words[i - 2].Nouns.Any(n => n.Noun.Sense == Sense.Authority)) || ((words[i - 1].IsSign(',') || words[i - 1].IsAnd) && i > 1 && words[i - 2].IsAdjective))) i--;
            return i;
        }
        return null;
    }

    /// <summary>«заклади освіти, культури»: institutions by sector; each sector is a class of its own.</summary>
    static IEnumerable<Item>? Sectors(Item item)
    {
        var words = item.Words;
        var head = Splitting.HeadIndex(words);
        if (head < 0 || head + 2 >= words.Count || !words[head].Starts("заклад") || !words[head].Nouns.Any(n => n.IsPlural)) return null;
        var names = new List<List<Word>> { new() };
        for (var i = head + 1; i < words.Count; i++)
        {
            if (words[i].IsSign(',') || words[i].IsAnd || words[i].IsBreak) { if (names[^1].Count > 0) names.Add([]); }
            else names[^1].Add(words[i]);
        }
        names.RemoveAll(n => n.Count == 0);
        if (names.Count < 2 || !names.TrueForAll(n => Classes.IsSector(n))) return null;
        return [.. names.Select(n => item.Split([.. words.GetRange(0, head + 1), .. n]))];
    }
}
