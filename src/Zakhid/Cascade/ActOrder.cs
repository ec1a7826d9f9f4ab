namespace Zakhid.Cascade;

/// <summary>Which act stands above which. The order has no circles: no act is above itself, directly or through others.</summary>
public static class ActOrder
{
    /// <summary>Refuses an act above another that would close a circle.</summary>
    /// <param name="lower">Identity of the act below.</param>
    /// <param name="upper">Identity of the act that is to stand above it.</param>
    /// <param name="known">The pairs known so far, lower first; several acts may be above one.</param>
    /// <param name="name">How the upper act is called in the sentence.</param>
    /// <exception cref="RuleBroken">«cascade.above-itself», «cascade.circle».</exception>
    public static void MustHold(string lower, string upper, IEnumerable<(string Lower, string Upper)> known, string name)
    {
        if (lower == upper) throw new RuleBroken("cascade.above-itself", name);
        var above = known.ToLookup(pair => pair.Lower, pair => pair.Upper, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([upper]);
        while (open.TryPop(out var act))
        {
            if (act == lower) throw new RuleBroken("cascade.circle", name);
            if (seen.Add(act)) foreach (var next in above[act]) open.Push(next);
        }
    }
}
