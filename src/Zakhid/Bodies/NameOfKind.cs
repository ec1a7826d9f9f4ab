using Zakhid.Executors;

namespace Zakhid.Bodies;

/// <summary>
/// Tells by names which bodies are of a kind that a plan or a clause names as one: «районні державні адміністрації» are
/// «Глухівська районна державна адміністрація» and its likes, «виконавчі комітети міських, селищних рад» the committee of every city
/// and every settlement. A likeness: a person confirms it, and what no name tells («органи місцевого самоврядування») the register's groups do.
/// </summary>
public sealed class NameOfKind
{
    readonly List<NameWords> _names;

    /// <param name="kind">Nominative plural, as <see cref="Executor.Name"/> gives it.</param>
    public NameOfKind(string kind)
    {
        var words = Word.Cut(kind).Where(w => !w.IsBreak && !w.Starts("усі", "всі", "відповідн", "кожн")).ToList();
        // «Інші» than those named before: nobody is known by that.
        _names = words.Exists(w => w.Starts("інш", "зацікавлен", "заінтересован")) ? [] : [.. Each(words).Select(name => new NameWords(Words.Print(name)))];
    }

    /// <summary>The name says all that the kind's name says, and whose the body is besides.</summary>
    public bool Has(string body) => new NameWords(body) is var words && _names.Exists(name => NameWords.IsSaidBy(name, words));

    /// <summary>One name for each of the adjectives that stand side by side: «міських рад», «селищних рад».</summary>
    static IEnumerable<List<Word>> Each(List<Word> words)
    {
        for (var from = 0; from < words.Count; from++)
        {
            if (!words[from].IsAdjective) continue;
            List<int> beside = [from];
            var next = from + 1;
            while (next + 1 < words.Count && (words[next].IsSign(',') || words[next].IsAnd || words[next].IsAny("або", "чи")) && words[next + 1].IsAdjective) { beside.Add(next + 1); next += 2; }
            if (beside.Count < 2) continue;
            return beside.SelectMany(one => Each([.. words.Take(from), words[one], .. words.Skip(next)]));
        }
        return [words];
    }
}
