using Zakhid.Executors;
using Zakhid.Text;

namespace Zakhid.Linting;

/// <summary>executor.missing, executor.all-consent, executor.outside, executor.unknown.</summary>
static class ExecutorRemarks
{
    static readonly string[] Council = ["рада", "ради", "виконком", "виконавчий комітет", "міський голова", "селищний голова", "сільський голова"];

    public static IEnumerable<Remark> Of(LintedPlan plan)
    {
        var outside = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        var unknown = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        if (!plan.Measures.Any(m => m.Executors.Count > 0)) yield break;
        for (var i = 0; i < plan.Measures.Count; i++)
        {
            var pointer = $"/measures/{i}/executors";
            var executors = plan.Executors[i].ToList();
            if (executors.Count == 0)
            {
                yield return new("executor.missing", pointer, null, "Виконавця не названо.", "Внесіть виконавця: без нього звіту ні від кого чекати.", Severity.Problem);
                continue;
            }
            if (executors.TrueForAll(e => e.ByConsent))
                yield return new("executor.all-consent", pointer, null, "Усі виконавці — «за згодою»: доручити цей захід нікому.", "Додайте виконавця, якому можна доручити, або запитайте згоду до першого звіту.", Severity.Problem);

            foreach (var executor in executors.Where(e => !e.ByConsent && IsOutside(e, plan.Act.Issuer))) Gather(outside, executor, i);
            foreach (var executor in executors.Where(e => e.Kind == ExecutorKind.Unspecified)) Gather(unknown, executor, i);
        }
        foreach (var (name, measures) in outside)
            yield return new("executor.outside", $"/measures/{measures[0]}/executors", null, $"Видавцеві акта не підпорядковано: «{name}»; слів «за згодою» немає{In(measures)}.", "Позначте «за згодою» або залиште як надруковано: звіт належатиме.", Severity.Note);
        foreach (var (name, measures) in unknown)
            yield return new("executor.unknown", $"/measures/{measures[0]}/executors", null, $"З назви «{name}» не видно, хто це{In(measures)}.", "Назвіть організації або залиште в переліку: звіту від них не буде.", Severity.Note);
    }

    /// <summary>One body is said once, with the first measure that names it.</summary>
    static void Gather(Dictionary<string, List<int>> found, Executor executor, int measure)
    {
        var name = LintedPlan.Short(executor.Printed);
        if (!found.TryGetValue(name, out var measures)) found.Add(name, measures = []);
        if (!measures.Contains(measure)) measures.Add(measure);
    }

    static string In(List<int> measures) => measures.Count == 1 ? "" : $" (так у {Plural.Count(measures.Count, "заході", "заходах", "заходах")})";

    /// <summary>
    /// A territorial body of the state obeys no local authority; local self-government does not obey a state administration,
    /// nor a state administration a council. Kyiv's administration is both, so there only bodies of the state are outside.
    /// </summary>
    static bool IsOutside(Executor executor, string? issuer)
    {
        if (executor.Kind == ExecutorKind.ExternalStateBody) return true;
        if (issuer is null || executor.Kind != ExecutorKind.Class || executor.ClassKey is not { } key) return false;
        var name = Folding.Fold(issuer);
        var administration = name.Contains("адміністрац", StringComparison.Ordinal);
        var council = Council.Any(word => name.Contains(word, StringComparison.Ordinal));
        if (administration == council || key is "all_hromada_military_administrations" or "all_kyiv_raion_administrations" || key.StartsWith("structural_units", StringComparison.Ordinal)) return false;
        var state = key.Contains("administrations", StringComparison.Ordinal) || key.Contains("ministries", StringComparison.Ordinal) || key.Contains("central", StringComparison.Ordinal);
        var local = !state && (key.Contains("hromada", StringComparison.Ordinal) || key.Contains("executive_committees", StringComparison.Ordinal) || key.Contains("councils", StringComparison.Ordinal) && key != "public_councils"
            || key.Contains("local_self_government", StringComparison.Ordinal) || key.Contains("mayors", StringComparison.Ordinal) || key.Contains("starostas", StringComparison.Ordinal));
        return administration ? local : state;
    }
}
