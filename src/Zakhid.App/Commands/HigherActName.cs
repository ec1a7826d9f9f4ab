using Zakhid.Operations.Cascade;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands;

/// A higher act as the shell names it: by its number; without one, the nearest above the plan.
static class HigherActName
{
    /// <exception cref="RuleBroken">«cascade.unknown-act».</exception>
    public static async Task<StoredHigherAct> Find(Scope scope, long plan, string? number)
    {
        var acts = await StoredHigherAct.Above(scope, plan);
        return acts.FirstOrDefault(a => number is null || Same(a, number)) ?? throw new RuleBroken("cascade.unknown-act");
    }

    /// <exception cref="RuleBroken">«cascade.unknown-act».</exception>
    public static async Task<StoredHigherAct> Any(Scope scope, string number) => (await StoredHigherAct.All(scope)).Find(a => Same(a, number)) ?? throw new RuleBroken("cascade.unknown-act");

    static bool Same(StoredHigherAct act, string number) => Folding.Key(act.Number) == Folding.Key(number.TrimStart('№', ' '));
}
