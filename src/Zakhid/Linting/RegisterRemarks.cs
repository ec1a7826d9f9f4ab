using Zakhid.Bodies;

namespace Zakhid.Linting;

/// <summary>
/// executor.new, executor.alike: bodies that the register does not have. One that a known one may be is asked about, once for the whole
/// plan («/bodies/» and its key), for it would become a second body that nobody reports for.
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
                if (!executor.IsIdentifiable || plan.Register.Find(body, executor.Printed) is not null || !seen.Add(body.Key)) continue;
                var name = LintedPlan.Short(body.Name);
                if (plan.Register.Alike(body, executor) is { Count: > 0 } alike)
                {
                    var like = $"{(alike.Count == 1 ? "схожий" : "схожі")} — {string.Join(", ", alike.Select(b => $"«{LintedPlan.Short(b.Name)}»"))}";
                    yield return new("executor.alike", $"/bodies/{body.Key}", plan.PlaceOf($"/measures/{i}/executors"), $"Органу «{name}» у реєстрі немає; {like}.", "Це той самий орган? Оберіть його або позначте, що це інший: відповідь запам’ятаємо.", Severity.Question);
                }
                else added.Add((name, i));
            }
        if (added.Count == 0) yield break;
        const int named = 3;
        var rest = added.Count > named ? $" та ще {added.Count - named}" : "";
        yield return new("executor.new", added.Count == 1 ? $"/measures/{added[0].Measure}/executors" : "/measures", null, $"У реєстрі ще немає: {string.Join(", ", added.Take(named).Select(a => $"«{a.Name}»"))}{rest}.", "Перевірте назви: узявши план на контроль, додамо їх до реєстру.", Severity.Note);
    }
}
