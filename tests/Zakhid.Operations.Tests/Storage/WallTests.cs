using Npgsql;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Tests.Storage;

public sealed class WallTests(PostgresCluster cluster) : StoreTest(cluster)
{
    [Theory, OnBoth]
    public async Task Two_authorities_never_meet(Kind kind)
    {
        var store = await Open(kind);
        var hlukhiv = await NewAuthority(store, "hlukhiv");
        var zhytomyr = await NewAuthority(store, "zhytomyr");
        await NewBody(store, hlukhiv, "відділ освіти Глухова");
        await NewBody(store, zhytomyr, "управління культури Житомира");
        const string Names = "SELECT name FROM body WHERE authority_id = @authority";

        Assert.Equal(["відділ освіти Глухова"], await store.Read(hlukhiv.Authority, r => r.All<string>(Names)));
        Assert.Equal(["управління культури Житомира"], await store.Read(zhytomyr.Authority, r => r.All<string>(Names)));
    }

    [Theory, OnBoth]
    public async Task A_row_cannot_refer_to_another_authority(Kind kind)
    {
        var store = await Open(kind);
        var hlukhiv = await NewAuthority(store, "hlukhiv");
        var zhytomyr = await NewAuthority(store, "zhytomyr");
        var body = await NewBody(store, hlukhiv, "відділ освіти");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.Write(zhytomyr, At, w =>
            w.Do("INSERT INTO body_alias (authority_id, key, body_id, printed) VALUES (@authority, 'x', @body, 'x')", new { body })));
    }

    [Fact]
    public async Task On_PostgreSQL_a_query_without_its_condition_still_finds_only_its_own()
    {
        var store = await Open(Kind.Postgres);
        var hlukhiv = await NewAuthority(store, "hlukhiv");
        var zhytomyr = await NewAuthority(store, "zhytomyr");
        await NewBody(store, hlukhiv, "відділ освіти Глухова");
        await NewBody(store, zhytomyr, "управління культури Житомира");
        // @authority is named, so the first wall lets it pass, and bound to nothing that would narrow the rows.
        const string Forgotten = "SELECT name FROM body WHERE @authority > 0";

        Assert.Equal(["відділ освіти Глухова"], await store.Read(hlukhiv.Authority, r => r.All<string>(Forgotten)));
        Assert.Equal(0, await store.Write(hlukhiv, At, w => w.Do("UPDATE body SET name = 'чуже' WHERE authority_id <> @authority")));
        await Assert.ThrowsAsync<PostgresException>(() => store.Write(hlukhiv, At, w =>
            w.Do("INSERT INTO body (authority_id, id, name, key, kind) VALUES (@authority + 1, 99, 'x', 'x', 'Unit')")));
    }

    [Fact]
    public async Task On_PostgreSQL_a_connection_that_names_no_authority_finds_nothing()
    {
        var store = await Open(Kind.Postgres);
        await NewBody(store, await NewAuthority(store, "hlukhiv"), "відділ освіти");

        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand("SELECT count(*) FROM body", connection);

        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task On_PostgreSQL_every_table_with_an_authority_stands_behind_the_wall()
    {
        var store = await Open(Kind.Postgres);

        var open = await store.Read(Store.Installation, r => r.All<string>("""
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'authority_id'
            WHERE c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1
            """));

        Assert.Equal(["job", "login", "sequence", "session"], open);
    }

    [Fact]
    public async Task A_superuser_is_refused_because_policies_do_not_hold_him()
    {
        Assert.SkipWhen(Cluster.Missing is not null, Cluster.Missing ?? "");
        var database = new NpgsqlConnectionStringBuilder(await Cluster.NewDatabase()).Database!;

        var refused = await Assert.ThrowsAsync<StorageFailed>(() => Store.Open(Folder, Cluster.Connection(database, "postgres")));

        Assert.Equal("Роль PostgreSQL «postgres» обходить поділ даних між органами. Вкажіть у підключенні звичайну роль, не суперкористувача.", refused.Message);
    }

    [Fact]
    public async Task On_PostgreSQL_the_short_queries_of_pages_are_neither_compiled_nor_shared_among_processes()
    {
        var store = await Open(Kind.Postgres);

        Assert.Equal(("off", "0"), await store.Read(Store.Installation, r => r.One<(string, string)>("SELECT current_setting('jit'), current_setting('max_parallel_workers_per_gather')")));
    }
}
