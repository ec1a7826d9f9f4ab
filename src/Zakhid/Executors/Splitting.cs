namespace Zakhid.Executors;

/// <summary>Cuts a segment into names. Commas, «та», line breaks separate only where both sides are names of their own.</summary>
static class Splitting
{
    public static List<Item> Items(Segment segment)
    {
        var words = segment.Words;
        var mode = segment.Case == Cases.None ? Guess(words) : segment.Case;
        var items = new List<Item>();
        var current = new List<Word>();
        void Close()
        {
            var trimmed = Item.Trim(current);
            if (trimmed.Count > 0) items.Add(new Item(trimmed, segment, mode));
            current = [];
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (Person.At(words, i) is { } person && !IsNamesake(current))
            {
                if (current.Count > 0 && !Joins(current)) Close();
                current.AddRange(words.Skip(i).Take(person.End - i));
                i = person.End - 1;
                continue;
            }
            if (IsNumeral(words, i, mode))
            {
                Close();
                i++;
                continue;
            }
            if (IsSeparator(words[i]))
            {
                var end = i;
                while (end < words.Count && IsSeparator(words[end])) end++;
                var run = Enumerable.Range(i, end - i).Select(k => words[k]).ToList();
                if (end >= words.Count) break;
                if (Parts(current, run, words, end, mode)) Close();
                else current.AddRange(run);
                i = end - 1;
                continue;
            }
            if (current.Count > 0 && PartsWithoutSign(current, words, i, mode)) Close();
            current.Add(words[i]);
        }
        Close();
        ShareUnits(items, words);
        return WithTheirPosts(items);
    }

    /// <summary>«Начальник та спеціалісти відділу освіти»: whoever leads what the others work in is named with it too.</summary>
    static void ShareUnits(List<Item> items, IReadOnlyList<Word> words)
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (items[i].Words is not [{ } post] || !post.Starts("начальник", "директор", "керівник", "завідувач") || items[i + 1].Words is not { Count: > 1 } others) continue;
            var between = words.SkipWhile(w => w != post).Skip(1).TakeWhile(w => w != others[0]).ToList();
            if (between is not [{ IsAnd: true }] || !others[0].Nouns.Any(n => n is { IsPlural: true, Noun.Sense: Sense.Post or Sense.People }) || !IsGenitive(others, 1)) continue;
            items[i].Words = [post, .. others.Skip(1)];
        }
    }

    /// <summary>«Вербова О.П., начальник відділу освіти; Дуб І.І., директор»: each person with the post behind the name is one.</summary>
    static List<Item> WithTheirPosts(List<Item> items)
    {
        // One person before one post could be two executors; a row of such pairs could not.
        if (items.Count < 4 || items.Count % 2 != 0) return items;
        for (var i = 0; i < items.Count; i += 2)
            if (Person.At(items[i].Words, 0) is not { } person || person.End != items[i].Words.Count || HeadForm(items[i + 1].Words) is not { Noun.Sense: Sense.Post, IsPlural: false }
                || Enumerable.Range(0, items[i + 1].Words.Count).Any(k => Person.At(items[i + 1].Words, k) is not null)) return items;
        for (var i = 0; i < items.Count; i += 2) items[i + 1].WithPerson = [.. items[i].Words, new(WordKind.Sign, ",", ",", new(items[i].Words[^1].Span.End, 0)), .. items[i + 1].Words];
        for (var i = 0; i < items.Count; i += 2) items[i + 1].Head = Person.At(items[i].Words, 0)!.Value.Nominative(items[i].Mode);
        return [.. items.Where((_, i) => i % 2 == 1)];
    }

    /// <summary>«1. Відділ освіти 2. Відділ культури»: the number of a name in a list.</summary>
    static bool IsNumeral(IReadOnlyList<Word> words, int i, Cases mode) =>
        i + 2 < words.Count && (words[i].Kind == WordKind.Number && words[i].Text.Length < 3 && (words[i + 1].IsSign('.') || words[i + 1].IsSign(')')) || words[i].IsWord && words[i].Text.Length == 1 && words[i + 1].IsSign(')'))
        && (i == 0 || !words[i - 1].IsSign('№')) && Start.At(words, i + 2, mode).Sure != Beginning.None;

    /// <summary>The case in which a list without a verb stands: that of its first name.</summary>
    static Cases Guess(IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsWord && !words[i].IsQuote) continue;
            var start = Start.At(words, i, Cases.None);
            if (start.Sure == Beginning.None || start.Cases == Cases.None) return Cases.Nominative;
            if ((start.Cases & Cases.Nominative) != Cases.None) return Cases.Nominative;
            return (start.Cases & Cases.Dative) != Cases.None ? Cases.Dative : Cases.Nominative;
        }
        return Cases.Nominative;
    }

    static bool IsSeparator(Word word) => word.IsBreak || word.IsSign(',') || word.IsSign(';') || word.IsSign('/') || word.IsSign('+') || word.IsSign('•') || word.IsSign('*') || word.IsAnd;

    static bool Parts(List<Word> current, List<Word> run, IReadOnlyList<Word> words, int next, Cases mode)
    {
        if (current.Count == 0) return true;
        var start = Start.At(words, next, mode);
        var semicolon = run.Exists(w => w.IsSign(';') || w.IsSign('•'));
        var comma = run.Exists(w => w.IsSign(',') || w.IsSign('/') || w.IsSign('+'));
        var and = run.Exists(w => w.IsAnd);
        if (IsAdjectiveList(current, words, next)) return false;
        if (next < words.Count && words[next].IsBracket) return false;
        if (and && words[next].IsAny("її", "його", "їх")) return false;
        if (Qualifiers.Begins(words, next) && !semicolon) return start.Sure == Beginning.Strong && start.Noun is { Noun.Sense: not (Sense.Post or Sense.Executor) };

        if (semicolon) return start.Sure != Beginning.None || !SharesHead(current);
        if (IsOpen(current) && !comma) return false;
        if (IsSetPhrase(current, words, next, start)) return false;

        if (words[next].IsQuote && (comma || and) && current.Exists(w => w.IsQuote || w.IsSign(':')) && (Abbreviations.IsLegalForm(current[0]) || HeadForm(current) is { IsPlural: true, Noun.Sense: Sense.Generic or Sense.Institution })) return false;
        if (start is { Sure: Beginning.Weak, Noun.Noun.Sense: Sense.State } && HeadForm(current) is { IsPlural: true, Noun.Sense: Sense.Unit } && !IsClosed(current)) return false;
        if (comma && IsOfManyBranches(current, words, start)) return false;
        if (comma)
        {
            if (start.Sure == Beginning.Strong) return true;
            // «Фінансове управління, управління майном»: a name without a theme that a second deed could belong to.
            if (start.Sure == Beginning.None && Start.IsAction(words, next) && current[0].IsAdjective && current[^1].Nouns.Length > 0) return true;
            if (start.Sure == Beginning.Weak) return !(start.Noun is null && SharesHead(current) && !IsClosed(current)) || Abbreviations.IsBody(words[start.Head]);
            return IsClosed(current) && !IsGenitive(words, next) && !SharesHead(current) && !IsTitle(words, next);
        }
        if (and)
        {
            // «взаємодії з громадськістю та ЗМІ»: both are whom it works with.
            if (start is { Noun: null, Head: >= 0 } && Abbreviations.IsClass(words[start.Head]) && current.Count > 2 && current[^2].IsAny("з", "із", "зі") && current[^1].Text[^1] is 'ю' or 'м' or 'и') return false;
            if (start.Sure == Beginning.Strong) return start.Noun is not null || Person.At(words, next) is not null || words[next].IsQuote || Abbreviations.IsBody(words[start.Head]) || IsClosed(current);
            if (start.Sure == Beginning.Weak && start.Noun is { } noun)
                return IsClosed(current) || (noun.Noun.Sense == Sense.Unit && HeadSense(current) is Sense.Unit && !noun.IsPlural);
            // «Мінфіном та Мін'юстом».
            if (start.Sure == Beginning.Weak && current is [var alone] && Abbreviations.IsClipped(alone) && Abbreviations.IsClipped(words[start.Head])) return true;
            return start.Sure == Beginning.Weak && IsClosed(current) && words[start.Head].IsAllCapitals;
        }

        // A line break alone.
        if (start.Sure == Beginning.Strong) return start.Noun is not null || words[next].IsQuote is false || IsClosed(current);
        if (start.Sure == Beginning.Weak)
        {
            if (start.Noun is not { } noun) return IsClosed(current) || !Abbreviations.IsAuthority(words[start.Head]) && HeadSense(current) is not Sense.Unit;
            if (words[next].IsCapital && !words[next].IsAllCapitals || IsClosed(current)) return noun.Noun.Sense != Sense.Authority || IsClosed(current) || words[next].IsAny("рада", "адміністрація");
            return noun.Noun.Sense is Sense.Unit && current.Count(w => w.IsWord) > 1;
        }
        return IsClosed(current) && words[next].IsCapital && !IsGenitive(words, next);
    }

    /// <summary>«Головні управління Нацполіції, ДСНС в області»: the branches of several state bodies under one plural head.</summary>
    static bool IsOfManyBranches(List<Word> current, IReadOnlyList<Word> words, Start start)
    {
        if (start.Head < 0 || !Lists.IsBranch(words[start.Head]) || IsClosed(current)) return false;
        var head = HeadIndex(current);
        return head > 0 && head + 1 < current.Count && Lists.IsBranch(current[head + 1]) && Lists.IsSurelyPlural(current, head);
    }

    /// <summary>Words and signs of a name: what is longer is prose, and is looked at no more with every word that it goes on.</summary>
    const int LongestName = 200;
    /// <summary>Words and signs of a person's name with initials, broken over lines.</summary>
    const int LongestPerson = 16;

    /// <summary>Two names with nothing between them: persons, or a capital head noun that can only begin a name.</summary>
    static bool PartsWithoutSign(List<Word> current, IReadOnlyList<Word> words, int i, Cases mode)
    {
        var last = current[^1];
        if (current.Count > LongestName || words[i].IsSign('.') || IsSeparator(last)) return false;
        // «Дія.Центр» is one name.
        if (last.IsSign('.') && last.Span.End == words[i].Span.Start && current.Count > 1 && current[^2].Span.End == last.Span.Start && current[^2].Printed.Length > 1) return false;
        if (last.IsSign('.') && current.Count > 1 && current[^2].Printed.Length > 3 && words[i].IsCapital)
            return Start.At(words, i, mode).Sure != Beginning.None;
        // «МОН Мінекономіки Державне агентство …»: a ministry's short name goes on with nothing.
        if (words[i].IsCapital && current.Count < 3 && (Abbreviations.IsMinistry(current[0]) || Abbreviations.IsClipped(current[0])) && current.Skip(1).All(w => w.IsBracket) && (words[i].IsAllCapitals && words[i].Text.Length > 1 || Start.At(words, i, mode).Sure != Beginning.None)) return true;
        // «… університет (за згодою) управління освіти»: consent ends a name.
        if (last.IsBracket && BracketReading.Of(last).Meaning == BracketMeaning.Consent && Start.At(words, i, mode) is { Sure: not Beginning.None, Noun: not null }) return true;
        if (!words[i].IsCapital) return mode == Cases.Nominative && !last.IsBreak && IsNominativeBehindName(current, words, i);
        if (last.IsSign(':') || last.IsDash || IsOpen(current) || last.IsAdjective) return false;
        if (mode == Cases.Nominative && Abbreviations.IsClippedNominative(words[i])) return true;
        if (words[i].IsAllCapitals || last.IsAny("місті", "місто", "міста", "селі", "селищі", "імені")) return false;
        if (IsPersonEnd(current)) return Start.At(words, i, mode) is { Sure: not Beginning.None, Noun: not null };
        var start = Start.At(words, i, mode);
        if (start.Noun is not { } noun || noun.Noun.Sense is Sense.People or Sense.State or Sense.Generic) return false;
        if (current.Exists(w => Abbreviations.IsLegalForm(w)) || HeadSense(current) is Sense.Generic or Sense.Post) return IsClosed(current) && start.Sure == Beginning.Strong;
        return start.Sure == Beginning.Strong || (noun.Noun.Sense == Sense.Unit && start.Head == i && IsClosed(current) && HeadSense(current) == Sense.Unit);
    }

    /// <summary>
    /// «Департамент цифрової трансформації структурні підрозділи»: what is added to a name stands in the genitive, so a
    /// nominative behind it is the next one. Kinds of institutions may stand beside each other («заклад … ліцей № 3»).
    /// </summary>
    static bool IsNominativeBehindName(List<Word> current, IReadOnlyList<Word> words, int i)
    {
        if (!MayBeNominative(words[i])) return false;
        var last = current[^1];
        // «Держкомтелерадіо громадські об'єднання»: a short name of a state body is whole.
        if (current.Count == 1 && (Abbreviations.IsClipped(last) || Abbreviations.IsMinistry(last)) && Start.At(words, i, Cases.Nominative) is { Sure: Beginning.Strong, Noun: not null }) return true;
        if (!(last.IsWord || last.IsBracket || last.IsQuote) || last.IsAnd || last.IsDash || IsOpen(current) || last.IsAdjective && last.Nouns.Length == 0 || HeadForm(current) is not { } head) return false;
        if (Start.At(words, i, Cases.Nominative) is not { Sure: Beginning.Strong, Noun: { } noun } start || start.Head != i && words[i].Adjective is null || current.Count == 1 && last.Nouns.Length > 0 && !noun.IsPlural) return false;
        return noun.Noun.Sense switch
        {
            Sense.Post or Sense.Executor or Sense.Advisory => false,
            Sense.People => IsClosed(current),
            Sense.Institution or Sense.Generic when !noun.IsPlural => head.Noun.Sense is Sense.Unit or Sense.Authority,
            _ => head.Noun.Sense is not (Sense.Post or Sense.People) || IsClosed(current),
        };
    }

    /// <summary>A head noun in the nominative, or an adjective that is no genitive: most words of a theme are neither.</summary>
    static bool MayBeNominative(Word word)
    {
        foreach (var noun in word.Nouns) if ((noun.Cases & Cases.Nominative) != Cases.None) return true;
        return word.Adjective is { } adjective && (adjective.Any & (Cases.Nominative | Cases.Genitive)) == Cases.Nominative;
    }

    /// <summary>«міські, селищні, сільські ради», «обласні, Київська міська держадміністрація»: adjectives that wait for their noun.</summary>
    static bool IsAdjectiveList(List<Word> current, IReadOnlyList<Word> words, int next)
    {
        if (!words[next].IsAdjective) return false;
        for (var k = current.Count - 1; k >= 0; k--)
        {
            var word = current[k];
            // «імені Ярослава Мудрого, громадські організації»: the adjective is somebody's name.
            if (word.IsAdjective && word.IsCapital && current.Take(k).TakeLast(3).Any(w => w.IsAny("імені", "ім"))) return false;
            if (word.IsAdjective) return (word.Adjective!.Value.Any & words[next].Adjective!.Value.Any) != Cases.None && !OfOtherGender(word.Adjective!.Value, words[next].Adjective!.Value) && !StartsQualifier(words, next);
            if (word.IsBreak || (word.IsBracket && BracketReading.Of(word).Meaning == BracketMeaning.Name) || IsSeparator(word)) continue;
            return false;
        }
        return false;
    }

    /// <summary>«державного майна, Пенсійний фонд»: both stand in the singular and nothing in them agrees.</summary>
    static bool OfOtherGender(AdjectiveForm one, AdjectiveForm other) =>
        one.Plural == Cases.None && other.Plural == Cases.None && (one.Masculine & other.Masculine) == Cases.None && (one.Feminine & other.Feminine) == Cases.None && (one.Neuter & other.Neuter) == Cases.None;

    static bool StartsQualifier(IReadOnlyList<Word> words, int next) => Qualifiers.Begins(words, next);

    /// <summary>Bare generic nouns in a row name one circle: «підприємства, установи та організації», «управління та відділи».</summary>
    static bool IsSetPhrase(List<Word> current, IReadOnlyList<Word> words, int next, Start start)
    {
        if (start.Noun is not { IsPlural: true } noun && !words[next].Nouns.Any(n => n.IsPlural)) return false;
        if (start.Head != next) return false;
        var sense = words[next].Nouns.FirstOrDefault(n => n.IsPlural).Noun?.Sense;
        if (sense is not (Sense.Generic or Sense.Unit) || words[next].Starts("субʼєкт", "засоб", "медіа", "інститут", "формуван")) return false;
        var bodies = words[next].Starts("підрозділ", "орган");
        var nouns = 0;
        foreach (var word in current)
        {
            if (IsSeparator(word) || word.IsBreak) continue;
            if (word.IsAdjective && nouns == 0) continue;
            if (word.Nouns.Any(n => n.IsPlural && n.Noun.Sense == sense) || bodies && word.Starts("підрозділ", "орган")) { nouns++; continue; }
            return false;
        }
        return nouns > 0;
    }

    static bool SharesHead(List<Word> current)
    {
        if (current.Exists(w => w.IsSign(':'))) return true;
        return HeadForm(current) is { Noun.Sense: Sense.Unit, IsPlural: true };
    }

    /// <summary>Nothing can be added to the name by a comma: it ends with its parent, a bracket, a quotation, or is a compound by itself.</summary>
    static bool IsClosed(List<Word> current)
    {
        var words = Item.Trim([.. current]);
        if (words.Count == 0) return true;
        var last = words[^1];
        if (last.IsQuote || last.IsBracket || IsPersonEnd(words)) return true;
        if (Abbreviations.IsAuthority(last) || Abbreviations.IsClass(last)) return true;
        if (words.Count == 1 && last.IsWord && (Abbreviations.MayBegin(last) || Abbreviations.IsClipped(last))) return true;
        if (Parents.TailOf(words, HeadIndex(words)) is not null) return true;
        if (last.IsAny("області", "району", "міста", "громади", "україни", "краю", "обл") || (last.IsCapital && words.Count > 2 && words[^2].IsAny("місті", "міста"))) return true;
        if (last.Nouns.Length > 0 && words.Count <= 3 && HeadIndex(words) == words.Count - 1 && HeadSense(words) is not (Sense.Unit or Sense.Generic)) return true;
        return last.Nouns.Any(n => n.Noun.Sense == Sense.Authority && n.IsPlural);
    }

    static bool IsPersonEnd(List<Word> current)
    {
        for (var i = Math.Max(0, current.Count - LongestPerson); i < current.Count; i++)
            if (Person.At(current, i) is { } person && person.End >= current.Count) return true;
        return false;
    }

    /// <summary>The name waits for more: it ends with a preposition, an adjective before its noun, or a hyphen.</summary>
    static bool IsOpen(List<Word> current)
    {
        var last = current.FindLast(w => !w.IsBreak);
        if (last is null) return false;
        if (last.IsAny("з", "із", "зі", "у", "в", "на", "до", "для", "по", "при", "від", "імені", "про", "та", "і", "справах", "питань", "№") || last.IsDash || last.IsSign('№')) return true;
        return last.IsAdjective && (last.Adjective!.Value.Any & (Cases.Nominative | Cases.Genitive | Cases.Dative | Cases.Instrumental)) != Cases.None && last.Nouns.Length == 0;
    }

    static bool IsNamesake(List<Word> current) => current.Count > 0 && (current[^1].IsAny("імені") || (current[^1].IsSign('.') && current.Count > 1 && current[^2].IsAny("ім", "вул")));

    /// <summary>A post or a dash before a person, or a person before its post, are one name.</summary>
    static bool Joins(List<Word> current)
    {
        var last = current.FindLast(w => !w.IsBreak);
        if (last is null) return false;
        if (IsPersonEnd(current)) return false;
        return !IsSeparator(current[^1]) || current[^1].IsBreak && HeadSense(current) == Sense.Post;
    }

    static bool IsGenitive(IReadOnlyList<Word> words, int i)
    {
        while (i < words.Count && words[i].IsBreak) i++;
        if (i >= words.Count) return false;
        if (words[i].Adjective is { } adjective && words[i].Nouns.Length == 0) return (adjective.Any & Cases.Genitive) != Cases.None;
        return words[i].Nouns.Length > 0 && words[i].Nouns.All(n => (n.Cases & Cases.Nominative) == Cases.None && (n.Cases & Cases.Genitive) != Cases.None);
    }

    static bool IsTitle(IReadOnlyList<Word> words, int i) => words[i].Kind == WordKind.Number || words[i].IsSign('№') || words[i].IsAny("у", "в", "на", "з", "із", "зокрема", "до");

    public static int HeadIndex(IReadOnlyList<Word> words)
    {
        var (at, _) = Start.Adjectives(words, 0);
        if (at < words.Count && words[at].Nouns.Length > 0) return at;
        for (var i = 0; i < words.Count; i++)
            if (words[i].Nouns.Length > 0 && !words[i].IsAdjective) return i;
        return -1;
    }

    public static NounForm? HeadForm(IReadOnlyList<Word> words)
    {
        var at = HeadIndex(words);
        return at < 0 ? null : words[at].Nouns.OrderByDescending(n => (n.Cases & Cases.Nominative) != Cases.None).First();
    }

    static Sense? HeadSense(List<Word> current) => HeadForm(current)?.Noun.Sense;
}
