namespace Zakhid.Executors;

/// <summary>
/// A stretch of a cell whose names stand in one role and one case: «співвиконавці: …», «разом з …», «покласти на …».
/// <see cref="Case"/> None: to be told by the first name.
/// </summary>
sealed record Segment(IReadOnlyList<Word> Words, ExecutorRole Role, Cases Case)
{
    /// <summary>The role was said in words, by a label («Відповідальні:») or otherwise.</summary>
    public bool IsSaid { get; init; }
    public bool Consent { get; init; }
    /// <summary>Joined to the segment before by «разом з», which makes that one the lead.</summary>
    public bool JoinsLead { get; init; }
    /// <summary>«залишаю за собою»: the head of the authority, whom nobody names.</summary>
    public bool IsSelf { get; init; }

    public static IReadOnlyList<Segment> Of(IReadOnlyList<Word> words)
    {
        words = Flatten(words);
        var segments = new List<Segment>();
        var current = new List<Word>();
        var state = new Segment([], ExecutorRole.Responsible, Cases.None);
        void Close()
        {
            if (current.Count > 0 && current.Exists(w => w.Kind is WordKind.Word or WordKind.Quote or WordKind.Bracket or WordKind.Number)) segments.Add(state with { Words = current });
            current = [];
        }

        if (Columns(words) is { } columns) return columns;
        for (var i = 0; i < words.Count; i++)
        {
            var fresh = i == 0 || words[i - 1].Kind is WordKind.Break || words[i - 1].IsSign(';') || words[i - 1].IsSign(',') || words[i - 1].IsSign('/') || words[i - 1].IsSign('.');
            if (Order(words, i) is { } order)
            {
                // What stood before the verb is what is ordered, not who; before a dash names stand that the verb above spoke of.
                if (state.Case != Cases.Accusative || !words[i + 1].IsDash) current.Clear();
                Close();
                state = order.State;
                i = order.End - 1;
                if (state.IsSelf) { segments.Add(state with { Words = [] }); state = new([], ExecutorRole.Responsible, Cases.None); }
            }
            else if (Modal(words, i) is { } modal)
            {
                if (current.Count > 0 && current[^1].IsAnd) current.RemoveAt(current.Count - 1);
                Close();
                state = modal;
            }
            else if (fresh && Roles.LabelAt(words, i) is { } label)
            {
                Close();
                state = new([], label.Role, Cases.None) { IsSaid = true, Consent = label.Consent };
                i = label.End - 1;
            }
            else if (Roles.Connective(words, i) is { } joined && (current.Count > 0 || i == 0))
            {
                Close();
                state = new([], joined.Role, joined.Case) { IsSaid = true, JoinsLead = joined.Role == ExecutorRole.CoExecutor };
                i = joined.End - 1;
            }
            // «за участю молодіжної ради: відділ молоді».
            else if (words[i].IsSign(':') && state is { IsSaid: true, Case: Cases.Genitive or Cases.Instrumental } && current.Count > 0 && Start.At(words, i + 1, Cases.Nominative) is { Sure: Beginning.Strong, Noun: not null })
            {
                Close();
                state = new([], ExecutorRole.Responsible, Cases.None);
            }
            else if (Deed(words, i, current) is { } deed)
            {
                if (deed.Consolidates) state = state with { Role = ExecutorRole.Consolidator, IsSaid = true };
                Close();
                state = new([], ExecutorRole.Responsible, Cases.None);
                i = deed.End - 1;
            }
            else if (words[i].IsSign(';') && state.Case is Cases.Instrumental or Cases.Genitive && state.JoinsLead)
            {
                Close();
                state = new([], ExecutorRole.Responsible, Cases.None);
            }
            else current.Add(words[i]);
        }
        Close();
        return segments;
    }

    /// <summary>«A / B» where both sides are persons: the columns «Керівник» and «Виконавець» of one row.</summary>
    static List<Segment>? Columns(IReadOnlyList<Word> words)
    {
        var slash = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsSign('/')) continue;
            if (slash >= 0) return null;
            slash = i;
        }
        if (slash <= 0) return null;
        var left = words.Take(slash).ToList();
        var right = words.Skip(slash + 1).ToList();
        if (!OnlyPersons(left) || !OnlyPersons(right)) return null;
        return [new(left, ExecutorRole.Supervisor, Cases.Nominative) { IsSaid = true }, new(right, ExecutorRole.Responsible, Cases.Nominative) { IsSaid = true }];
    }

    static bool OnlyPersons(List<Word> words)
    {
        var found = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsBreak || words[i].IsSign(',') || words[i].IsSign(';')) continue;
            if (Person.At(words, i) is not { } person) return false;
            i = person.End - 1;
            found = true;
        }
        return found;
    }

    /// <summary>A bracket that only adds executors («(за участю …)», «(спільно з …)») is read as if it had no marks.</summary>
    static List<Word> Flatten(IReadOnlyList<Word> words)
    {
        var flat = new List<Word>();
        foreach (var word in words)
        {
            if (word.IsBracket && word.Inner.Count > 1 && Roles.Connective(word.Inner, 0) is not null) flat.AddRange(word.Inner);
            else flat.Add(word);
        }
        return flat;
    }

    /// <summary>The verb of a clause that puts a duty on somebody: «контроль … покласти на», «… доручити».</summary>
    static (Segment State, int End)? Order(IReadOnlyList<Word> words, int i)
    {
        var word = words[i];
        if (word.Starts("залишаю", "залишити", "залишаємо") && i + 2 < words.Count && words[i + 1].Is("за") && words[i + 2].Starts("соб"))
            return (new Segment([], Duty(words, i), Cases.Nominative) { IsSaid = true, IsSelf = true }, i + 3);
        if (word.Starts("поклад", "покласти", "беру", "взяти") && i + 2 < words.Count && words[i + 1].Is("на") && words[i + 2].Is("себе"))
            return (new Segment([], Duty(words, i), Cases.Nominative) { IsSaid = true, IsSelf = true }, i + 3);
        if (word.Starts("покла") || (word.Starts("поклад") && i > 0))
        {
            var on = i + 1;
            while (on < words.Count && on < i + 4 && !words[on].Is("на")) on++;
            return on < words.Count && words[on].Is("на") ? (new Segment([], Duty(words, i), Cases.Accusative) { IsSaid = true }, on + 1) : null;
        }
        // «…, контроль – на першого заступника»: the verb was said before.
        if (word.Starts("контрол", "координац", "узагальн") && i > 0 && i + 2 < words.Count && words[i + 1].IsDash && words[i + 2].Is("на"))
            return (new Segment([], Duty(words, i + 1), Cases.Accusative) { IsSaid = true }, i + 3);
        if (word.Starts("доруч") && i + 1 < words.Count && words[i + 1].Kind is WordKind.Word)
            return (new Segment([], i == 0 ? ExecutorRole.Responsible : Duty(words, i) is var r && r == ExecutorRole.Responsible ? ExecutorRole.Lead : r, Cases.Dative) { IsSaid = true }, i + 1);
        if (word.IsAny("здійснює", "здійснюють", "здійснюватиме") && i > 0 && words[0].Starts("контрол"))
            return (new Segment([], ExecutorRole.Controller, Cases.Nominative) { IsSaid = true }, i + 1);
        return null;
    }

    static ExecutorRole Duty(IReadOnlyList<Word> words, int verb)
    {
        for (var i = verb - 1; i >= 0; i--)
        {
            if (words[i].Starts("контрол")) return ExecutorRole.Controller;
            if (words[i].Starts("узагальн", "зведенн")) return ExecutorRole.Consolidator;
            if (words[i].Starts("координ", "організац")) return ExecutorRole.Lead;
        }
        return ExecutorRole.Responsible;
    }

    static Segment? Modal(IReadOnlyList<Word> words, int i)
    {
        var word = words[i];
        if (word.IsAny("зобовʼязати", "зобовʼязую", "зобов'язати")) return new([], ExecutorRole.Responsible, Cases.Accusative) { IsSaid = false };
        if (word.IsAny("рекомендувати", "рекомендую", "запропонувати", "пропонувати", "просити")) return new([], ExecutorRole.Responsible, word.Is("просити") ? Cases.Accusative : Cases.Dative);
        return null;
    }

    /// <summary>From a deed to the end of its sentence nobody else is named, only what is to be done and for whom.</summary>
    static (int End, bool Consolidates)? Deed(IReadOnlyList<Word> words, int i, List<Word> current)
    {
        if (current.Count == 0 || !(Roles.IsDeed(words[i]) || Roles.IsAside(words, i))) return null;
        var end = i;
        var consolidates = false;
        for (; end < words.Count; end++)
        {
            if (words[end].Starts("узагальн", "зведен", "звести") && (end == i || !words[end].Starts("узагальнення", "узагальнену"))) consolidates |= end - i <= 8;
            if (words[end].IsSign(';') || (words[end].IsSign('.') && end + 1 < words.Count && words[end + 1].IsCapital && words[end - 1].Text.Length > 2)) { end++; break; }
        }
        return (end, consolidates);
    }
}
