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
    readonly Dictionary<string, NamedBody> _known = new(StringComparer.Ordinal), _aliases = new(StringComparer.Ordinal);

    /// <summary>Finds or adds those that many executors name, with a few statements for all.</summary>
    public async Task Know(IReadOnlyCollection<MadeExecutor> executors)
    {
        var printed = executors.Select(e => e.Executor.Printed).Distinct(StringComparer.Ordinal).ToDictionary(p => p, Folding.Key, StringComparer.Ordinal);
        var keys = executors.Select(e => e.BodyKey).Concat(executors.Select(e => e.NamedKey).OfType<string>()).Concat(printed.Values)
            .Where(k => k.Length > 0 && !(_known.ContainsKey(k) && _aliases.ContainsKey(k))).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0) return;
        foreach (var (key, found) in await Find(keys)) _known.TryAdd(key, found);

        var (added, aliases) = (new List<(string Key, NamedBody Body, MadeExecutor Made)>(), new List<(string Key, NamedBody Body, string Printed)>());
        foreach (var made in executors)
        {
            if (!_known.TryGetValue(made.BodyKey, out var body))
            {
                // An executor before may have been printed under this name.
                if (!_aliases.TryGetValue(made.BodyKey, out body)) added.Add((made.BodyKey, body = new(), made));
                _known[made.BodyKey] = body;
            }
            await Restore(body);
            foreach (var alias in (string?[])[printed[made.Executor.Printed], made.NamedKey])
                if (alias is { Length: > 0 } && _aliases.TryAdd(alias, body)) aliases.Add((alias, body, made.Executor.Printed));
        }
        if (added.Count > 0)
        {
            var first = await w.Next("body", added.Count);
            for (var i = 0; i < added.Count; i++) added[i].Body.Id = first + i;
            await w.DoMany("body", added.Select(a => Row(a.Body.Id, a.Key, a.Made.BodyName, a.Made.Executor)).ToList());
        }
        await w.DoMany("body_alias", aliases.Select(a => new { a.Key, BodyId = a.Body.Id, a.Printed }).ToList());
    }

    /// <summary>After <see cref="Know"/>.</summary>
    public long this[MadeExecutor made] => _known[made.BodyKey].Id;

    public async Task<long> Of(MadeExecutor made)
    {
        var id = await Of(made.BodyKey, made.BodyName, made.Executor);
        if (made.NamedKey is { } key && !_aliases.ContainsKey(key)) await Remember(w, id, made.Executor.Printed, key);
        return id;
    }

    public async Task<long> Of(string key, string name, Executor? executor = null)
    {
        if (!_known.TryGetValue(key, out var body))
        {
            body = (await Find([key])).GetValueOrDefault(key) ?? new() { Id = await Add(key, name, executor) };
            _known[key] = body;
        }
        await Restore(body);
        if (executor is not null && Folding.Key(executor.Printed) is var printed && _aliases.TryAdd(printed, body)) await Remember(w, body.Id, executor.Printed, printed);
        return body.Id;
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

    /// <summary>Those of the keys that lead to a body, by its own key or else by another name of it.</summary>
    async Task<Dictionary<string, NamedBody>> Find(IReadOnlyList<string> keys)
    {
        var found = (await w.All<Known>($"SELECT key, id, merged_into, withdrawn_at FROM body WHERE authority_id = @authority AND key {w.Dialect.Among("@keys")}", new { keys }))
            .ToDictionary(k => k.Key, k => k.Body, StringComparer.Ordinal);
        foreach (var one in await w.All<Known>($"SELECT a.key, b.id, b.merged_into, b.withdrawn_at FROM body_alias a JOIN body b ON b.authority_id = a.authority_id AND b.id = a.body_id WHERE a.authority_id = @authority AND a.key {w.Dialect.Among("@keys")}", new { keys }))
        {
            found.TryAdd(one.Key, one.Body);
            _aliases.TryAdd(one.Key, found[one.Key]);
        }
        return found;
    }

    /// <summary>A plan names it: it is there.</summary>
    async Task Restore(NamedBody body)
    {
        if (!body.IsWithdrawn) return;
        body.IsWithdrawn = false;
        await w.Do("UPDATE body SET withdrawn_at = NULL, withdrawn_ground = NULL WHERE authority_id = @authority AND id = @Id", new { body.Id });
        await w.Log("body.restored", $"body/{body.Id}");
    }

    async Task<long> Add(string key, string name, Executor? executor)
    {
        var id = await w.Next("body");
        await w.DoMany("body", [Row(id, key, name, executor)]);
        return id;
    }

    static NewBody Row(long id, string key, string name, Executor? executor) => new(id, name, key, executor?.Kind ?? ExecutorKind.Unit, executor?.ClassKey,
        IsGroup: executor?.Kind == ExecutorKind.Class, Identifiable: executor?.Kind is not (ExecutorKind.Unspecified or ExecutorKind.Reference),
        IsOutside: executor?.ByConsent == true || executor?.Kind == ExecutorKind.ExternalStateBody, Folding.Key(name), Storage.SortKey.Of(name));

    sealed record NewBody(long Id, string Name, string Key, ExecutorKind Kind, string? ClassKey, bool IsGroup, bool Identifiable, bool IsOutside, string SearchKey, string SortKey);

    sealed record Known(string Key, long Id, long? MergedInto, DateTimeOffset? WithdrawnAt)
    {
        public NamedBody Body => MergedInto is { } other ? new() { Id = other } : new() { Id = Id, IsWithdrawn = WithdrawnAt is not null };
    }

    sealed class NamedBody
    {
        /// <summary>0 until a new one is written.</summary>
        public long Id { get; set; }
        public bool IsWithdrawn { get; set; }
    }
}
