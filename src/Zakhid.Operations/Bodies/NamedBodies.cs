using Zakhid.Executors;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Bodies;

/// <summary>
/// Finds the bodies that a plan names, and adds those that are new: a name with and without its parent is one body, a name that was
/// once said to be another's leads to that other.
/// </summary>
sealed class NamedBodies(WriteScope w)
{
    readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

    public async Task<long> Of(MadeExecutor made)
    {
        var id = await Of(made.BodyKey, made.BodyName, made.Executor);
        if (made.NamedKey is { } key) await Remember(w, id, made.Executor.Printed, key);
        return id;
    }

    public async Task<long> Of(string key, string name, Executor? executor = null)
    {
        if (!_known.TryGetValue(key, out var id))
        {
            id = await Find(key) ?? await Add(key, name, executor);
            _known[key] = id;
        }
        if (executor is not null) await Remember(w, id, executor.Printed);
        return id;
    }

    /// <summary>What was printed leads to the body from now on; a name that leads to one already is left.</summary>
    internal static async Task Remember(WriteScope w, long id, string printed, string? key = null)
    {
        if ((key ?? Folding.Key(printed)) is not { Length: > 0 } alias) return;
        await w.Do("""
            INSERT INTO body_alias (authority_id, key, body_id, printed) VALUES (@authority, @alias, @id, @printed)
            ON CONFLICT (authority_id, key) DO NOTHING
            """, new { alias, id, printed });
    }

    async Task<long?> Find(string key)
    {
        var found = await w.Find<Known>("SELECT id, merged_into, withdrawn_at FROM body WHERE authority_id = @authority AND key = @key", new { key })
            ?? await w.Find<Known>("SELECT b.id, b.merged_into, b.withdrawn_at FROM body_alias a JOIN body b ON b.authority_id = a.authority_id AND b.id = a.body_id WHERE a.authority_id = @authority AND a.key = @key", new { key });
        if (found is null) return null;
        if (found.MergedInto is { } other) return other;
        if (found.WithdrawnAt is not null)
        {
            // A plan names it: it is there.
            await w.Do("UPDATE body SET withdrawn_at = NULL, withdrawn_ground = NULL WHERE authority_id = @authority AND id = @Id", new { found.Id });
            await w.Log("body.restored", $"body/{found.Id}");
        }
        return found.Id;
    }

    async Task<long> Add(string key, string name, Executor? executor)
    {
        var id = await w.Next("body");
        await w.DoMany("body", [new
        {
            Id = id, Name = name, Key = key, Kind = executor?.Kind ?? ExecutorKind.Unit, executor?.ClassKey,
            IsGroup = executor?.Kind == ExecutorKind.Class, Identifiable = executor?.Kind is not (ExecutorKind.Unspecified or ExecutorKind.Reference),
            IsOutside = executor?.ByConsent == true || executor?.Kind == ExecutorKind.ExternalStateBody,
            SearchKey = Folding.Key(name), SortKey = SortKey.Of(name),
        }]);
        return id;
    }

    sealed record Known(long Id, long? MergedInto, DateTimeOffset? WithdrawnAt);
}
