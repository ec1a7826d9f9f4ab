namespace Zakhid.Executors;

/// <summary>One name between two separators, before lists inside it are taken apart.</summary>
sealed class Item(List<Word> words, Segment segment, Cases mode)
{
    /// <summary>The name as printed, without brackets that are no part of it.</summary>
    public List<Word> Words { get; set; } = words;
    public Segment Segment { get; } = segment;
    /// <summary>The case in which the name stands.</summary>
    public Cases Mode { get; set; } = mode;
    public bool Consent { get; set; } = segment.Consent;
    /// <summary>«(усі – за згодою)»: said of every name of the list.</summary>
    public bool ConsentOfAll { get; set; }
    /// <summary>One head served units of several authorities: the authority is what tells them apart and stays in the name.</summary>
    public bool KeepsAuthority { get; set; }
    /// <summary>A list was cut where it could have been cut otherwise.</summary>
    public bool IsGuess { get; set; }
    public ExecutorRole? Role { get; set; }
    public string? Head { get; set; }
    /// <summary>The words together with the person named among them.</summary>
    public List<Word>? WithPerson { get; set; }
    public List<string> Qualifiers { get; } = [];
    /// <summary>Words of <see cref="Words"/> that only restrict: printed, but no part of the name.</summary>
    public HashSet<Word> Restricting { get; } = [];

    public Item Split(List<Word> part)
    {
        var item = new Item(part, Segment, Mode) { Consent = Consent, Role = Role, Head = Head };
        item.Qualifiers.AddRange(Qualifiers);
        item.Restricting.UnionWith(Restricting);
        return item;
    }

    /// <summary>Words without those that only restrict.</summary>
    public List<Word> NameWords => Restricting.Count == 0 ? Words : Trim([.. Words.Where(w => !Restricting.Contains(w))]);

    /// <summary>Separators and dashes at both ends away.</summary>
    public static List<Word> Trim(List<Word> words)
    {
        var from = 0;
        var to = words.Count;
        while (from < to && IsIdle(words[from], true)) from++;
        while (to > from && (IsIdle(words[to - 1], false) && !IsDotOfShortWord(words, to))) to--;
        return words.GetRange(from, to - from);
    }

    static bool IsIdle(Word word, bool first) =>
        word.IsBreak || (word.Kind == WordKind.Sign && !word.IsSign('№') && !word.IsSign('.')) || word.IsAnd || (word.IsSign('.')) || (word.Kind == WordKind.Sign && first);

    static bool IsDotOfShortWord(List<Word> words, int to) =>
        to > 1 && words[to - 1].IsSign('.') && words[to - 2].IsWord && (words[to - 2].Printed.Length == 1 || words[to - 2].IsAny("обл", "ін", "р", "м", "смт"));
}
