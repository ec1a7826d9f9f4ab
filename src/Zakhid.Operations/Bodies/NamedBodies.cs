using Zakhid.Executors;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Reading;

/// <summary>The register of bodies while a plan is being kept: a name with and without its parent is one body.</summary>
sealed class Bodies(WriteScope w)
{
    readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

    public Task<long> Of(MadeExecutor made) => Of(made.BodyKey, made.BodyName, made.Executor);

    public async Task<long> Of(string key, string name, Executor? executor = null)
    {
        if (!_known.TryGetValue(key, out var id))
        {
            id = await w.Find<long?>("SELECT id FROM body WHERE authority_id = @authority AND key = @key", new { key }) ?? await Add(key, name, executor);
            _known[key] = id;
        }
        if (executor is not null && Folding.Key(executor.Printed) is { Length: > 0 } alias)
        {
            await w.Do("""
                INSERT INTO body_alias (authority_id, key, body_id, printed) VALUES (@authority, @alias, @id, @Printed)
                ON CONFLICT (authority_id, key) DO NOTHING
                """, new { alias, id, executor.Printed });
        }
        return id;
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
}
