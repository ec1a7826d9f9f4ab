using System.Collections.Concurrent;
using Zakhid.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>
/// What a new day of the authority brings by itself: a measure not confirmed done by its term is owed in every further period
/// until it is, an open-ended plan gets its next year, and versions and repeals whose day has come take effect. Done once a day, at the first sign of it; a day that nobody came
/// to see is made up for by the next.
/// </summary>
public sealed class NewDay(Store store)
{
    readonly ConcurrentDictionary<long, DateOnly> _reached = new();
    readonly ConcurrentDictionary<(long Authority, DateOnly Day), Task<int>> _reaching = new();

    /// <returns>How many obligations the day added.</returns>
    public async Task<int> Reach(long authority, Moment at, CancellationToken stop = default)
    {
        if (_reached.TryGetValue(authority, out var day) && day >= at.Day) return 0;
        // Who comes while it is under way waits for the same.
        var reaching = _reaching.GetOrAdd((authority, at.Day), _ => Write(authority, at, stop));
        try
        {
            return await reaching;
        }
        finally
        {
            _reaching.TryRemove((authority, at.Day), out _);
        }
    }

    async Task<int> Write(long authority, Moment at, CancellationToken stop)
    {
        var added = await Due(authority, at.Day, stop) ? await store.Write(Actor.Program(authority), at, Within, stop) : 0;
        _reached[authority] = at.Day;
        return added;
    }

    Task<bool> Due(long authority, DateOnly day, CancellationToken stop) =>
        store.Read(authority, async r => await r.Find<DateOnly?>("SELECT derived_day FROM authority WHERE id = @authority") is not { } reached || reached < day, stop);

    internal static async Task<int> Within(WriteScope w)
    {
        await Amendments.AmendPlan.Reach(w);
        await Amendments.RepealPlan.Reach(w);
        var added = 0;
        var reached = await w.Find<DateOnly?>("SELECT derived_day FROM authority WHERE id = @authority");
        foreach (var plan in await w.All<long>("SELECT id FROM plan WHERE authority_id = @authority AND control_day IS NOT NULL AND closed_day IS NULL ORDER BY id"))
            if (reached is null || await Begins(w, plan, reached.Value)) added += await DeriveObligations.Within(w, plan, asOf: w.At.Day);
        await w.Do("UPDATE authority SET derived_day = @day WHERE id = @authority", new { day = w.At.Day });
        return added;
    }

    /// <summary>Whether a period of one of the plan's rules has begun since: only then can something new be owed.</summary>
    static async Task<bool> Begins(WriteScope w, long plan, DateOnly since) =>
        since.Year != w.At.Day.Year
        || (await StoredRule.All(w, plan)).Select(rule => rule.AsRule()).Any(rule => !rule.Once && ReportingPeriod.Of(rule.Length, since) != ReportingPeriod.Of(rule.Length, w.At.Day));
}
