using Zakhid.Executors;
using Zakhid.Text;

namespace Zakhid.Bodies;

/// <summary>
/// A body as plans name it. <see cref="Key"/> is equal for every printed form of it; <see cref="Name"/> is the fullest
/// form met.
/// </summary>
public sealed record NamedBody(string Key, string Name);

/// <summary>
/// Tells which executors are one body. A unit named with and without its parent is one («Відділ культури міської ради»,
/// «Відділ культури»); units of one name under two parents are two, and the bare name is then a third that nobody can
/// tell. Printed forms are kept with the executors.
/// </summary>
public sealed class BodyNames
{
    // Name without its parent → parent (folded, "" for none) → the fullest name.
    readonly Dictionary<string, SortedDictionary<string, string>> _parents = new(StringComparer.Ordinal);

    /// <param name="executors">All executors of a plan, with those of the register where there is one.</param>
    public static BodyNames Of(IEnumerable<Executor> executors)
    {
        var names = new BodyNames();
        foreach (var executor in executors) names.Add(executor);
        return names;
    }

    /// <exception cref="ArgumentException">The executor was not among those that the names were made of.</exception>
    public NamedBody this[Executor executor]
    {
        get
        {
            var key = KeyOf(executor);
            if (!_parents.TryGetValue(key, out var parents)) throw new ArgumentException($"«{executor.Name}» is not among the bodies", nameof(executor));
            var named = parents.Keys.Where(parent => parent.Length > 0).ToList();
            if (named.Count <= 1) return new(key, parents[named.Count == 1 ? named[0] : ""]);
            var own = ParentOf(executor);
            return own.Length == 0 ? new(key, parents[""]) : new($"{key} {own}", parents[own]);
        }
    }

    void Add(Executor executor)
    {
        var key = KeyOf(executor);
        if (!_parents.TryGetValue(key, out var parents)) _parents[key] = parents = new(StringComparer.Ordinal);
        var (parent, name) = (ParentOf(executor), Folding.Collapse(executor.Printed));
        // A post is told by its name, not by who holds it; the printed form of a person has more than the name; a name printed
        // in another case («разом із закладами культури») is no name for a list.
        if (executor.Kind is ExecutorKind.Person or ExecutorKind.OfficeHolder || !IsNominative(name, executor.Name)) name = executor.Name;
        if (!parents.TryGetValue(parent, out var kept) || name.Length > kept.Length) parents[parent] = name;
    }

    static bool IsNominative(string printed, string name) => printed.Length > 0 && Folding.Key(printed).StartsWith(Folding.Key(name), StringComparison.Ordinal);

    /// <summary>Without the parent: a person is one whichever way the initials stand, a class however it is abbreviated.</summary>
    static string KeyOf(Executor executor) => BodyName.Key(executor with { Parent = null }, authority: null);

    static string ParentOf(Executor executor) => executor.Parent is null ? "" : Folding.Key(executor.Parent);
}
