using Zakhid.Executors;
using Zakhid.Text;

namespace Zakhid.Bodies;

/// <summary>A body that an authority knows: its number, the key of its name, the name itself.</summary>
public sealed record KnownBody(long Id, string Key, string Name, bool IsGroup = false, bool IsPerson = false);

/// <summary>
/// The bodies that an authority knows, for telling who is meant by a name in a plan. A name is a body's by its key or by what was once
/// said of it; a name that only resembles a known one is asked about, never taken for it in silence.
/// </summary>
public sealed class BodyRegister
{
    public static BodyRegister Empty { get; } = new([]);

    const int MostAlike = 3;
    const string OfClass = "class ";

    readonly Dictionary<string, KnownBody> _byKey;
    readonly IReadOnlyDictionary<string, string> _aliases;
    /// <summary>The words of each name, and of the name without its parent, as its key has it.</summary>
    readonly Lazy<List<(KnownBody Body, NameWords Full, NameWords Bare)>> _words;

    /// <param name="bodies">Each with a key of its own.</param>
    /// <param name="aliases">Names in one writing (<see cref="Folding.Key"/>), or other keys, that lead to a body's key.</param>
    public BodyRegister(IReadOnlyCollection<KnownBody> bodies, IReadOnlyDictionary<string, string>? aliases = null)
    {
        _byKey = bodies.ToDictionary(b => b.Key, StringComparer.Ordinal);
        _aliases = aliases ?? new Dictionary<string, string>(StringComparer.Ordinal);
        _words = new(() => [.. bodies.Select(b => (b, new NameWords(b.Name), new NameWords(b.Key.StartsWith(OfClass, StringComparison.Ordinal) ? b.Name : b.Key)))]);
    }

    public int Count => _byKey.Count;
    public IEnumerable<KnownBody> All => _byKey.Values;

    /// <summary>The body that a name in a plan is; null: the register has none of that name.</summary>
    /// <param name="named">As the plan's names tell it.</param>
    /// <param name="printed">As the plan prints it.</param>
    public KnownBody? Find(NamedBody named, string printed) =>
        _byKey.GetValueOrDefault(named.Key)
        ?? (_aliases.TryGetValue(named.Key, out var key) || _aliases.TryGetValue(Folding.Key(printed), out key) ? _byKey.GetValueOrDefault(key) : null);

    /// <summary>Bodies that a new name may mean, the likeliest first: named more fully or less, abbreviated, mistyped. Groups are like groups only.</summary>
    public List<KnownBody> Alike(NamedBody named, Executor executor)
    {
        if (executor.Kind == ExecutorKind.Person) return [.. All.Where(b => b.IsPerson && IsOnePerson(b.Name, named.Name)).Take(MostAlike)];
        var words = new NameWords(named.Name);
        var bare = new NameWords(executor.Name);
        var alike = new List<(KnownBody Body, int More)>();
        foreach (var (body, known, own) in _words.Value)
        {
            if (body.IsGroup != executor.IsGroup || body.IsPerson) continue;
            if (Mistyped(named.Key, body.Key) is { } letters) alike.Add((body, letters));
            else if ((NameWords.MoreSaid(words, known) ?? NameWords.MoreSaid(bare, known) ?? NameWords.MoreSaid(bare, own)) is { } more) alike.Add((body, MostAlike + more));
        }
        return [.. alike.OrderBy(a => a.More).ThenBy(a => a.Body.Name, StringComparer.Ordinal).Take(MostAlike).Select(a => a.Body)];
    }

    /// <summary>Differs by no more than a letter in eight; null: it is another name. «Ліцей № 3» and «Ліцей № 5» are no misprint of each other.</summary>
    static int? Mistyped(string key, string known)
    {
        var allowed = (key.Length / 8) + 1;
        if (known.StartsWith(OfClass, StringComparison.Ordinal) || Math.Abs(known.Length - key.Length) >= allowed || DigitsOf(known) != DigitsOf(key)) return null;
        return EditDistance.Between(known, key, allowed) is var distance && distance < allowed ? distance : null;
    }

    /// <summary>One surname, and no name or initial that contradicts: «Петренко І. І.» and «Іван Петренко».</summary>
    static bool IsOnePerson(string a, string b)
    {
        var (x, y) = (Parts(a), Parts(b));
        var surnames = x.Where(w => w.Length > 1 && y.Contains(w)).ToList();
        return surnames.Count > 0 && (Others(x, surnames), Others(y, surnames)) is var (one, other) && one.Count > 0 && other.Count > 0 && one.Any(i => other.Contains(i));
    }

    static List<string> Parts(string name) => [.. Folding.Key(name.Replace('.', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    static List<char> Others(List<string> parts, List<string> surnames) => [.. parts.Where(p => !surnames.Contains(p)).Select(p => p[0])];

    static string DigitsOf(string key) => string.Concat(key.Where(char.IsAsciiDigit));
}
