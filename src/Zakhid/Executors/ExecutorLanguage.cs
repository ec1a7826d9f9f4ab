using Zakhid.Text;

namespace Zakhid.Executors;

/// <summary>
/// Reads an executor cell of a plan, or the clause of an act that names executors: who they are, in which role, whether
/// by consent. Rules and examples: docs/specs/executors.md.
/// </summary>
public static class ExecutorLanguage
{
    /// <summary>
    /// Never throws: what cannot be understood is kept as a name and told in <see cref="ExecutorReading.LeftOver"/>.
    /// <paramref name="authority"/>: whose act it is («Глухівська міська рада»), told to know the parent that units leave out.
    /// </summary>
    public static ExecutorReading Read(string cellText, string? authority)
    {
        var words = Word.Cut(Bracketed(Calm(cellText)));
        var executors = new List<Executor>();
        var leftOver = new List<Span>();
        var explicitCo = false;
        var guessed = false;
        foreach (var segment in Segment.Of(words))
        {
            var from = executors.Count;
            if (segment.IsSelf)
            {
                var head = AuthorityName.Read(authority)?.Head ?? "керівник органу";
                executors.Add(new() { Name = head, Kind = ExecutorKind.OfficeHolder, Role = segment.Role, Printed = head, Span = new(0, cellText.Length) });
                continue;
            }
            foreach (var item in Splitting.Items(segment))
            {
                Add(item, executors, leftOver, authority);
                guessed |= item.IsGuess;
                // «… (усі – за згодою)» speaks of the whole list.
                if (item.ConsentOfAll)
                    for (var i = from; i < executors.Count; i++) executors[i] = executors[i] with { ByConsent = true };
            }
            if (segment.JoinsLead && from is > 0 and <= 2)
                for (var i = 0; i < from; i++)
                    if (executors[i].Role == ExecutorRole.Responsible) executors[i] = executors[i] with { Role = ExecutorRole.Lead };
            explicitCo |= segment is { IsSaid: true, Role: ExecutorRole.CoExecutor, JoinsLead: false };
        }
        SharedParent.Print(executors, cellText, authority);
        Parent(executors, authority);
        var settled = Settle(executors, explicitCo);
        return new(cellText, settled, guessed || settled.Exists(e => e is { Kind: ExecutorKind.Unspecified, ClassKey: null }), [], leftOver);
    }

    /// <summary>A word that heads the names of bodies or people, in any of its forms: «відділ», «управління», «старости».</summary>
    /// <param name="folded">One word, folded.</param>
    public static bool IsHeadNoun(string folded) => Nouns.Read(folded).Length > 0;

    /// <summary>«Управління праці /Зразок І.І./»: slashes that stand for brackets.</summary>
    static string Bracketed(string text)
    {
        var open = text.IndexOf(" /", StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('/', open + 2);
        if (close < 0 || close - open > 40 || close + 1 < text.Length && text[close + 1] is not (',' or ';' or ' ' or '\n' or '.') || Person.At(Word.Cut(text[(open + 2)..close]), 0) is null) return text;
        return $"{text[..(open + 1)]}({text[(open + 2)..close]}){Bracketed(text[(close + 1)..])}";
    }

    /// <summary>A cell typed in capitals throughout tells abbreviations from words no more: all but known ones are lowered.</summary>
    static string Calm(string text)
    {
        if (text.Length < 12 || text.Any(char.IsLower)) return text;
        var words = Token.Cut(text).Where(t => t.Kind == TokenKind.Word).ToList();
        if (words.Count < 2 || !words.Exists(w => Nouns.Read(w.Text).Length > 0)) return text;
        var calm = text.ToCharArray();
        for (var w = 0; w < words.Count; w++)
        {
            var beside = (w > 0 && words[w - 1].Text.Length == 1 && words[w - 1].Span.End + 1 == words[w].Span.Start) || (w + 1 < words.Count && words[w + 1].Text.Length == 1 && words[w + 1].Text[0] is not ('і' or 'i' or 'й' or 'з' or 'у' or 'в'));
            if (beside || words[w].Text.Length == 1 || (words[w].Text.Length < 6 && Abbreviations.IsKnown(words[w].Text))) continue;
            for (var i = words[w].Span.Start + (w == 0 ? 1 : 0); i < words[w].Span.End; i++) calm[i] = char.ToLowerInvariant(calm[i]);
        }
        return new(calm);
    }

    static void Add(Item item, List<Executor> executors, List<Span> leftOver, string? authority)
    {
        Attributes.Read(item);
        if (item.Words.Count == 0)
        {
            // «…, за згодою» and «…\n(за згодою)» belong to the name before.
            if (executors.Count > 0) executors[^1] = executors[^1] with { ByConsent = executors[^1].ByConsent | item.Consent, Head = executors[^1].Head ?? item.Head, Role = item.Role ?? executors[^1].Role };
            else if (item.Head is { } head) executors.Add(OfPerson(head, item, default));
            return;
        }
        if (!item.Words.Exists(w => w.IsWord && w.Text.Length > 1 || w.IsQuote)) { leftOver.Add(item.Words[0].Span.To(item.Words[^1].Span)); return; }
        if (item.Words.TrueForAll(w => w.IsAny("тощо", "інше", "також"))) return;
        if (Person.At(item.Words, 0) is { } person && person.End >= item.Words.Count)
        {
            executors.Add(OfPerson(person.Nominative(item.Mode), item, item.Words[0].Span.To(item.Words[^1].Span), person.Printed));
            return;
        }
        if (item.Words[^1].Is("тощо")) item.Words = Item.Trim(item.Words.GetRange(0, item.Words.Count - 1));
        item.IsGuess = IsDoubtful(item.Words);
        var before = executors.Count;
        foreach (var part in Lists.Expand(item)) executors.Add(Make(part, authority));
        item.IsGuess |= executors.Count > before + 1 && executors.Skip(before).Any(e => e.Name.Contains(',', StringComparison.Ordinal) || e.Name.Contains(" та ", StringComparison.Ordinal));
    }

    /// <summary>«… соціальних служб служби …», «…, обласні, Краєва»: two names may stand here that nothing parts for certain.</summary>
    static bool IsDoubtful(List<Word> words)
    {
        var head = Splitting.HeadIndex(words);
        for (var i = Math.Max(1, head + 1); i < words.Count - 1; i++)
        {
            if (IsRepeated(words[i], words[i + 1])) return true;
            if (words[i].IsSign(',') && words[i + 1] is { IsAdjective: true, Adjective: { } next } && (next.Any & Cases.Genitive) == Cases.None && (next.Any & Cases.Nominative) != Cases.None) return true;
        }
        return false;
    }

    /// <summary>The same noun twice, in other cases: «служб служби».</summary>
    static bool IsRepeated(Word one, Word other)
    {
        foreach (var noun in one.Nouns)
            foreach (var again in other.Nouns)
                if (noun.Noun == again.Noun && noun.Cases != again.Cases) return true;
        return false;
    }

    static Executor OfPerson(string name, Item item, Span span, string? printed = null) => new()
    {
        Name = name,
        Kind = ExecutorKind.Person,
        Role = item.Role ?? item.Segment.Role,
        ByConsent = item.Consent,
        Printed = printed ?? name,
        Span = span,
        Qualifier = item.Qualifiers.Count > 0 ? string.Join("; ", item.Qualifiers) : null,
    };

    static Executor Make(Item item, string? authority)
    {
        var words = Naming.Nominative(item.NameWords, item.Mode);
        if (words.Count == 0) words = item.Words;
        var bracketed = item.Mode is Cases.Nominative or Cases.None ? words : [.. words.Select(w => w.IsBracket ? Naming.NominativeBracket(w, item.Mode, null) : w)];
        var head = Splitting.HeadIndex(bracketed);
        if (head < 0 && Abbreviations.IsUnit(bracketed[0])) head = 0;
        var tail = IsUnit(bracketed, head) ? Parents.TailOf(bracketed, head) : null;
        var (kind, key) = Kinds.Of(bracketed, tail is not null, authority);
        // «Режисер Бузина І.»: one word that no lexicon knows, right before a person, is that person's post.
        if (kind == ExecutorKind.Org && item.WithPerson is { Count: > 1 } beside && bracketed is [{ IsWord: true, IsAllCapitals: false } post] && post.Nouns.Length == 0 && Person.At(beside, 1) is not null) kind = ExecutorKind.OfficeHolder;
        string? parent = null;
        var named = bracketed;
        if (tail is { } t && kind is ExecutorKind.Unit or ExecutorKind.Class && (kind == ExecutorKind.Unit || key!.StartsWith("structural_units", StringComparison.Ordinal)))
        {
            parent = Parents.Nominative(bracketed.GetRange(t, bracketed.Count - t));
            if (!item.KeepsAuthority) named = Item.Trim(bracketed.GetRange(0, t));
        }
        if (named.Count == 0) named = bracketed;
        var span = item.Words[0].Span;
        foreach (var word in item.Words) if (word.Span.Length > 0) span = span.To(word.Span);
        return new()
        {
            Name = Words.Print(named),
            Kind = kind,
            ClassKey = key,
            Parent = parent,
            Role = item.Role ?? item.Segment.Role,
            ByConsent = item.Consent,
            Head = item.Head,
            Qualifier = item.Qualifiers.Count > 0 ? string.Join("; ", item.Qualifiers) : null,
            Printed = Words.Print(kind == ExecutorKind.OfficeHolder && item.WithPerson is { } whole ? whole : item.Words),
            Span = span,
        };
    }

    static bool IsUnit(List<Word> words, int head)
    {
        if (head >= 0 && words[head].Nouns.Any(n => n.Noun.Sense is Sense.Unit)) return true;
        return words[0].IsWord && Abbreviations.IsUnit(words[0]);
    }

    /// <summary>A unit named without its parent has that of the next unit, else of the one before, else the act's authority.</summary>
    static void Parent(List<Executor> executors, string? authority)
    {
        for (var i = 0; i < executors.Count; i++)
        {
            if (executors[i].Parent is not null) continue;
            if (executors[i].Kind == ExecutorKind.Org && executors[i].Name.Length > 2 && Abbreviations.IsLegalForm(Word.Cut(executors[i].Name)[0]) && executors[i].Name.StartsWith('К'))
            {
                executors[i] = executors[i] with { Parent = Parents.Implied(authority) };
                continue;
            }
            if (executors[i].Kind != ExecutorKind.Unit && executors[i].ClassKey != "structural_units_of_parent") continue;
            var near = executors.Skip(i + 1).FirstOrDefault(IsOfWhole)?.Parent ?? executors.Take(i).LastOrDefault(IsOfWhole)?.Parent;
            executors[i] = executors[i] with { Parent = near ?? Parents.Implied(authority) };
        }
    }

    /// <summary>A unit of a whole authority, not of its apparatus or of a larger unit.</summary>
    internal static bool IsOfWhole(Executor executor) =>
        executor is { Parent: { } parent, Kind: ExecutorKind.Unit } && !parent.StartsWith("апарат", StringComparison.OrdinalIgnoreCase) && AuthorityName.Read(parent) is { Generic: not null };

    /// <summary>Roles that follow from other roles: beside a named lead the rest are co-executors; a body named twice keeps its first role.</summary>
    static List<Executor> Settle(List<Executor> executors, bool explicitCo)
    {
        var labelled = executors.Exists(e => e.Role == ExecutorRole.Lead);
        var others = executors.Exists(e => e.Role is not (ExecutorRole.Lead or ExecutorRole.Controller or ExecutorRole.Supervisor or ExecutorRole.Consolidator));
        var settled = new List<Executor>();
        var names = new List<string>();
        foreach (var executor in executors)
        {
            var role = executor.Role;
            if (role == ExecutorRole.Responsible && explicitCo) role = labelled ? ExecutorRole.CoExecutor : ExecutorRole.Lead;
            else if (role == ExecutorRole.Responsible && labelled && others) role = ExecutorRole.CoExecutor;
            if (executor.ClassKey is "co_executors_of_this_act") role = ExecutorRole.CoExecutor;
            if (role == ExecutorRole.Responsible && executor.ClassKey is "deputy_heads" or "deputy_mayors" && executor.Qualifier is { } q && Folding.Fold(q).Contains("розподіл", StringComparison.Ordinal)) role = ExecutorRole.Supervisor;
            var name = Folding.Key(executor.Name);
            var same = names.IndexOf(name);
            if (same >= 0 && !IsSame(settled[same], executor)) same = -1;
            if (same < 0)
            {
                settled.Add(executor with { Role = role });
                names.Add(name);
            }
            else settled[same] = settled[same] with { ByConsent = settled[same].ByConsent || executor.ByConsent };
        }
        return settled;
    }

    static bool IsSame(Executor one, Executor other) =>
        one.Head == other.Head && (one.Parent is null || other.Parent is null || Folding.Key(one.Parent) == Folding.Key(other.Parent));
}
