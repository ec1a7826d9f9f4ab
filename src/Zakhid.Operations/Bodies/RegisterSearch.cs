using Zakhid.Bodies;
using Zakhid.Executors;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Bodies;

/// <summary>Finds a body by what people call it.</summary>
public static class RegisterSearch
{
    /// <summary>The body of a name in any of its writings, or of a code of the state register; null: the register has none.</summary>
    public static async Task<long?> Find(Scope scope, string said)
    {
        if (said.Length == 0) return null;
        if (said.All(char.IsAsciiDigit)) return await scope.Find<long?>("SELECT id FROM body WHERE authority_id = @authority AND edrpou = @said AND withdrawn_at IS NULL", new { said });
        var key = BodyCard.Named(said, await scope.One<string>("SELECT name FROM authority WHERE id = @authority")).Key;
        var printed = Folding.Key(said);
        // Two bodies of one name under two parents: the full name tells them.
        var found = await scope.Find<long?>("SELECT id FROM body WHERE authority_id = @authority AND name = @said AND withdrawn_at IS NULL", new { said })
            ?? await scope.Find<long?>("SELECT COALESCE(merged_into, id) FROM body WHERE authority_id = @authority AND key = @key", new { key })
            ?? await scope.Find<long?>("SELECT body_id FROM body_alias WHERE authority_id = @authority AND key IN (@key, @printed) ORDER BY body_id LIMIT 1", new { key, printed });
        return found is { } id && await scope.One<long>("SELECT COUNT(*) FROM body WHERE authority_id = @authority AND id = @id AND withdrawn_at IS NULL", new { id }) == 1 ? id : null;
    }

    /// <summary>All that the authority knows, for telling whom a plan means.</summary>
    public static async Task<BodyRegister> Known(Scope scope)
    {
        var bodies = await scope.All<Row>("SELECT id, key, name, is_group, kind, merged_into, withdrawn_at FROM body WHERE authority_id = @authority");
        var keys = bodies.ToDictionary(b => b.Id, b => b.Key);
        var aliases = (await scope.All<(string Alias, long Body)>("SELECT key, body_id FROM body_alias WHERE authority_id = @authority")).ToDictionary(a => a.Alias, a => keys[a.Body], StringComparer.Ordinal);
        foreach (var merged in bodies.Where(b => b.MergedInto is not null)) aliases[merged.Key] = keys[merged.MergedInto!.Value];
        return new([.. bodies.Where(b => b.WithdrawnAt is null).Select(b => new KnownBody(b.Id, b.Key, b.Name, b.IsGroup, b.Kind == ExecutorKind.Person))], aliases);
    }

    /// <exception cref="RuleBroken">«body.no-such»: nobody is called so.</exception>
    public static async Task<long> One(Scope scope, string said) => await Find(scope, said.Trim()) ?? throw new RuleBroken("body.no-such", said.Trim());

    sealed record Row(long Id, string Key, string Name, bool IsGroup, ExecutorKind Kind, long? MergedInto, DateTimeOffset? WithdrawnAt);
}
