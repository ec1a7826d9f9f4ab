using Zakhid.Text;

namespace Zakhid.Executors;

/// <summary>
/// Identity of bodies by their printed names: a unit named with and without its parent is one body, a class named
/// «РДА» or «районні державні адміністрації» is one group, a person is one whichever way the initials stand.
/// </summary>
public static class BodyName
{
    /// <summary>
    /// Key under which printed names of one body are equal. <paramref name="authority"/>: whose act prints it; a parent that
    /// is this authority says nothing new. Empty only for a name without letters.
    /// </summary>
    public static string Key(string printed, string? authority)
    {
        var executors = ExecutorLanguage.Read(printed, authority).Executors;
        return executors.Count == 1 ? Key(executors[0], authority) : Folding.Key(printed);
    }

    public static string Key(Executor executor, string? authority)
    {
        var name = Folding.Key(executor.Name);
        switch (executor.Kind)
        {
            case ExecutorKind.Person: return PersonKey(executor.Name);
            case ExecutorKind.OfficeHolder: return name;
            case ExecutorKind.Class when IsKnown(executor): return "class " + executor.ClassKey + Whose(executor.Parent, authority) + (name.Contains("інш", StringComparison.Ordinal) ? " інші" : "");
        }
        return name + Whose(executor.Parent, authority);
    }

    /// <summary>A class told by its sort, not by a transliteration of its words.</summary>
    static bool IsKnown(Executor executor) =>
        executor.ClassKey is { } key && key != Classes.Latin(Folding.Fold(executor.Name)) && !key.StartsWith("bodies_", StringComparison.Ordinal);

    /// <summary>« @ parent» where the parent is another body than the act's own authority.</summary>
    static string Whose(string? parent, string? authority)
    {
        if (parent is null || parent == Parents.Implied(authority)) return "";
        if (AuthorityName.Read(parent) is { } its && AuthorityName.Read(authority) is { } ours && its.IsSame(ours) && !parent.Contains("апарат", StringComparison.OrdinalIgnoreCase) && !HasUnit(parent)) return "";
        return " @ " + Folding.Key(parent);
    }

    static bool HasUnit(string parent) => Word.Cut(parent) is { Count: > 0 } words && words[0].Nouns.Any(n => n.Noun.Sense == Sense.Unit);

    /// <summary>Surname, then the initials in their order: «М. Ю. Качанський» and «Качанський М.Ю» are one.</summary>
    static string PersonKey(string name)
    {
        var words = Folding.Key(name.Replace('.', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', [.. words.Where(w => w.Length > 1), string.Concat(words.Where(w => w.Length == 1))]).TrimEnd();
    }
}
