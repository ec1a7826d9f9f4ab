using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Tests.Storage;

public enum Kind { Sqlite, Postgres }

/// <summary>
/// A test that runs on both databases: derive a class with «[Theory, OnBoth]» methods that take the kind and open a store with it.
/// </summary>
public abstract class StoreTest(PostgresCluster cluster) : IAsyncLifetime
{
    readonly List<Store> _stores = [];
    protected string Folder { get; } = Directory.CreateTempSubdirectory("zakhid-store-").FullName;
    protected PostgresCluster Cluster => cluster;
    /// <summary>Of the last opened PostgreSQL store.</summary>
    protected string? Connection { get; private set; }

    protected static Moment At { get; } = Moment.Of(new DateOnly(2020, 9, 16));

    protected async Task<Store> Open(Kind kind, Disk? disk = null)
    {
        if (kind == Kind.Postgres)
        {
            Assert.SkipWhen(cluster.Missing is not null, cluster.Missing ?? "");
            Connection = await cluster.NewDatabase();
        }
        return await Reopen(kind, disk);
    }

    /// <summary>The same data once more.</summary>
    protected async Task<Store> Reopen(Kind kind, Disk? disk = null)
    {
        var store = await Store.Open(Folder, kind == Kind.Postgres ? Connection : null, disk: disk);
        _stores.Add(store);
        return store;
    }

    /// <summary>A new authority; who writes for it.</summary>
    protected static async Task<Actor> NewAuthority(Store store, string code)
    {
        var id = await store.Write(Actor.Program(Store.Installation), At, async w =>
        {
            var id = await w.Next("authority");
            await w.Do("INSERT INTO authority (id, code, name, created_at) VALUES (@id, @code, @code, @at)", new { id, code, at = At.Machine });
            return id;
        });
        return Actor.Program(id);
    }

    /// <summary>A body of an authority; its number.</summary>
    protected static Task<long> NewBody(Store store, Actor by, string name) => store.Write(by, At, async w =>
    {
        var id = await w.Next("body");
        await w.Do("INSERT INTO body (authority_id, id, name, key, kind) VALUES (@authority, @id, @name, @name, 'Unit')", new { id, name });
        return id;
    });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var store in _stores) await store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>Runs a theory once on SQLite and once on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothAttribute() : Xunit.v3.DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(Kind.Sqlite), new TheoryDataRow(Kind.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
