namespace Zakhid.Executors;

/// <summary>
/// Cuts the list after a plural head into names. A name may hold commas: its list ends with «та», so «культури,
/// національностей та релігій» is one, and what follows the next comma begins another.
/// </summary>
static class Themes
{
    /// <summary>Themes that usually begin a unit's name.</summary>
    static readonly string[] s_openers =
    [
        "освіт", "охорон", "фінанс", "соціальн", "економік", "економічн", "містобуд", "житлов", "цивільн", "агропром", "екологі", "юридич", "правов", "капітальн", "праці",
        "комунальн", "транспорт", "цифров", "внутрішн", "зовнішн", "міжнародн", "інфраструкт", "будівництв", "регіональн", "земельн", "дорожн", "захист", "кадр", "персонал",
        "бухгалтер", "благоустр", "діловодств", "оборонн", "мобілізац", "управлінн", "організаційн", "документальн", "інвестиц", "ветеран", "запобіган", "архіт", "держав", "загальн", "контрол", "господар",
    ];

    /// <summary>Themes complete in themselves: nothing is joined to them by a comma.</summary>
    static readonly string[] s_closed = ["фінанс", "здоровʼя", "здоровя", "населення", "захисту", "розвитку", "господарства", "економіки"];

    /// <param name="theme">The words after the head, the authority taken away.</param>
    /// <param name="certain">The head is surely plural, so there are at least two names.</param>
    public static List<List<Word>> Part(List<Word> theme, bool certain)
    {
        var names = new List<List<Word>>();
        if (theme.Exists(w => w.IsSign(';'))) return Cut(theme, w => w.IsSign(';'));

        var pieces = Cut(theme, w => w.IsSign(',') || w.IsSign('/'));
        if (!certain && (pieces.Count < 2 || pieces.Exists(p => p.Exists(w => w.IsAnd)))) return [theme];
        var group = new List<List<Word>>();
        void Flush(bool joined)
        {
            if (joined && group.Count > 0) names.Add(Join(group, theme));
            else names.AddRange(group);
            group.Clear();
        }
        foreach (var piece in pieces)
        {
            if (group.Count > 0 && (Opens(piece) || Closes(group[^1]))) Flush(joined: false);
            group.Add(piece);
            if (piece.Exists(w => w.IsAnd)) Flush(joined: true);
        }
        Flush(joined: false);
        names = [.. names.SelectMany(SplitPair)];
        if (names.Count == 1 && certain) names = pieces.Count > 1 ? pieces : Cut(theme, w => w.IsAnd);
        return names;
    }

    /// <summary>«охорони здоров'я та соціального захисту»: both sides begin names of their own.</summary>
    static IEnumerable<List<Word>> SplitPair(List<Word> name)
    {
        var and = name.FindLastIndex(w => w.IsAnd);
        if (and <= 0 || and + 1 >= name.Count) return [name];
        var left = name.GetRange(0, and);
        var right = name.GetRange(and + 1, name.Count - and - 1);
        return Opens(right) && Opens(left) && Closes(left) && !left.Exists(w => w.IsSign(',')) ? [left, right] : [name];
    }

    static bool Opens(List<Word> piece)
    {
        var first = piece.Find(w => w.IsWord);
        return first is not null && (first.IsCapital || first.IsAny("з", "із", "зі", "у", "в", "по") || first.Starts(s_openers) || first.Nouns.Any(n => n.Noun.Sense == Sense.Unit));
    }

    static bool Closes(List<Word> piece) => piece.FindLast(w => w.IsWord) is { } last && (last.Starts(s_closed) || (last.IsCapital && last == piece.Find(w => w.IsWord)));

    static List<List<Word>> Cut(List<Word> words, Predicate<Word> at)
    {
        var cut = new List<List<Word>> { new() };
        foreach (var word in words)
        {
            if (at(word)) cut.Add([]);
            else cut[^1].Add(word);
        }
        return [.. cut.Select(Item.Trim).Where(c => c.Count > 0)];
    }

    /// <summary>The pieces with the commas that stood between them.</summary>
    static List<Word> Join(List<List<Word>> group, List<Word> theme)
    {
        var from = theme.IndexOf(group[0][0]);
        var to = theme.IndexOf(group[^1][^1]);
        return theme.GetRange(from, to - from + 1);
    }
}
