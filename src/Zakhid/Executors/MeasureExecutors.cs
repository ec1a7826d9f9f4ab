using Zakhid.Text;

namespace Zakhid.Executors;

/// <summary>Who carries a measure out.</summary>
public static class MeasureExecutors
{
    /// <summary>
    /// What the whole cell says of each listed name: its role and whose it is. The list of names, their consent and role are
    /// those of the measure, so a person's corrections win; a name that the cell does not have is read for itself.
    /// </summary>
    /// <param name="measure">As read or corrected.</param>
    /// <param name="issuer">Whose act it is.</param>
    public static IReadOnlyList<Executor> Of(Measure measure, string? issuer) => Of(measure, text => ExecutorLanguage.Read(text, issuer).Executors);

    /// <summary>Of all measures of a plan, in their order.</summary>
    public static IReadOnlyList<IReadOnlyList<Executor>> Of(IReadOnlyList<Measure> measures, string? issuer)
    {
        var read = Once.Of(measures.Select(m => m.ExecutorText), text => ExecutorLanguage.Read(text, issuer).Executors);
        return [.. measures.Select(m => Of(m, read))];
    }

    static List<Executor> Of(Measure measure, Func<string, IReadOnlyList<Executor>> read)
    {
        var cell = measure.ExecutorText is null ? [] : read(measure.ExecutorText).ToList();
        var all = new List<Executor>();
        foreach (var printed in measure.Executors)
        {
            var said = cell.Find(e => e.Printed == printed.Name);
            if (said is not null) cell.Remove(said);
            var executor = said ?? Alone(printed.Name, read(printed.Name), cell.Find(e => e.Head == printed.Name)?.Role);
            all.Add(executor with { Printed = printed.Name, ByConsent = printed.ByConsent, Role = printed.Role ?? executor.Role });
        }
        return all;
    }

    /// <summary>A name that means several bodies by itself stays one: the cell is cut already. A person beside a body has the body's role.</summary>
    static Executor Alone(string name, IReadOnlyList<Executor> read, ExecutorRole? besides)
    {
        var one = read.Count == 1 ? read[0] : new Executor { Name = name, Printed = name, Kind = read.Count > 0 ? read[0].Kind : ExecutorKind.Unit };
        return besides is { } role ? one with { Role = role } : one;
    }
}
