using Zakhid.Bodies;
using Zakhid.Executors;
using Zakhid.Text;

namespace Zakhid.Linting;

/// <summary>
/// executor.new, executor.alike: bodies that the register does not have. One that differs from a known one by a few letters is
/// asked about, for it would become a second body that nobody reports for.
/// </summary>
static class RegisterRemarks
{
    public static IEnumerable<Remark> Of(LintedPlan plan)
    {
        if (plan.Register.Count == 0) yield break;
        var bodies = BodyNames.Of(plan.Executors.SelectMany(e => e));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var added = new List<(string Name, int Measure)>();
        for (var i = 0; i < plan.Measures.Count; i++)
            foreach (var executor in plan.Executors[i])
            {
                var body = bodies[executor];
                if (!executor.IsIdentifiable || plan.Register.ContainsKey(body.Key) || !seen.Add(body.Key)) continue;
                if (Alike(plan.Register, body.Key) is { } known)
                    yield return new("executor.alike", $"/measures/{i}/executors", null, $"Органу «{LintedPlan.Short(body.Name)}» у реєстрі немає; схожий — «{LintedPlan.Short(known)}».", "Виправте назву, якщо це той самий орган, або підтвердьте, що це інший.", Severity.Question);
                else added.Add((LintedPlan.Short(body.Name), i));
            }
        if (added.Count == 0) yield break;
        const int named = 3;
        var rest = added.Count > named ? $" та ще {added.Count - named}" : "";
        yield return new("executor.new", added.Count == 1 ? $"/measures/{added[0].Measure}/executors" : "/measures", null, $"У реєстрі ще немає: {string.Join(", ", added.Take(named).Select(a => $"«{a.Name}»"))}{rest}.", "Перевірте назви: узявши план на контроль, додамо їх до реєстру.", Severity.Note);
    }

    /// <summary>The known body whose name differs by no more than a letter in eight; of several the nearest.</summary>
    static string? Alike(IReadOnlyDictionary<string, string> register, string key)
    {
        string? best = null;
        var allowed = (key.Length / 8) + 1;
        foreach (var (known, name) in register)
        {
            if (known.StartsWith("class ", StringComparison.Ordinal) || Math.Abs(known.Length - key.Length) >= allowed || DigitsOf(known) != DigitsOf(key)) continue;
            var distance = EditDistance.Between(known, key, allowed);
            if (distance >= allowed) continue;
            (best, allowed) = (name, distance);
        }
        return best;
    }

    /// <summary>«Ліцей № 3» and «Ліцей № 5» are no misprint of each other.</summary>
    static string DigitsOf(string key) => string.Concat(key.Where(char.IsAsciiDigit));
}
