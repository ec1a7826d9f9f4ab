using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Tests.Storage;

public sealed class MigrationTests(PostgresCluster cluster) : StoreTest(cluster)
{
    [Theory, OnBoth]
    public async Task A_second_start_applies_nothing_and_keeps_what_is_there(Kind kind)
    {
        var store = await Open(kind);
        await NewAuthority(store, "hlukhiv");
        await store.DisposeAsync();

        var again = await Reopen(kind);

        Assert.Equal(["hlukhiv"], await again.Read(Store.Installation, r => r.All<string>("SELECT code FROM authority")));
        Assert.Equal(Migration.For(again.Dialect).Count, await again.Read(Store.Installation, r => r.One<int>("SELECT count(*) FROM schema_version")));
    }

    [Theory, OnBoth]
    public async Task A_step_that_was_changed_after_it_was_applied_is_refused(Kind kind)
    {
        var store = await Open(kind);
        await store.Write(Actor.Program(Store.Installation), At, w => w.Do("UPDATE schema_version SET checksum = 'other' WHERE number = 1"));
        await store.DisposeAsync();

        var refused = await Assert.ThrowsAsync<StorageFailed>(() => Reopen(kind));

        Assert.Equal("Крок оновлення бази «0001-start» відрізняється від застосованого. Поставте незмінений випуск програми.", refused.Message);
    }

    [Theory, OnBoth]
    public async Task Data_of_a_newer_program_are_refused(Kind kind)
    {
        var store = await Open(kind);
        await store.Write(Actor.Program(Store.Installation), At, w => w.Do("INSERT INTO schema_version (number, name, checksum, applied_at) VALUES (9999, '9999-future', 'x', 'x')"));
        await store.DisposeAsync();

        var refused = await Assert.ThrowsAsync<StorageFailed>(() => Reopen(kind));

        Assert.Equal("Ці дані — з новішої версії програми (схема 9999-future). Спершу оновіть програму.", refused.Message);
        Assert.Equal(StorageTrouble.NewerData, refused.Trouble);
    }

    [Fact]
    public void Line_ends_do_not_change_a_checksum()
    {
        var step = Migration.For(Dialect.Sqlite)[0];

        Assert.Equal(step.Checksum, (step with { Common = step.Common.Replace("\n", "\r\n", StringComparison.Ordinal) }).Checksum);
        Assert.NotEqual(step.Checksum, new Migration(step.Number, step.Name, step.Common + " ", step.Own).Checksum);
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_on_one_PostgreSQL_migrate_it_once()
    {
        await Open(Kind.Postgres);
        Assert.SkipWhen(Cluster.Missing is not null, Cluster.Missing ?? "");
        var empty = await Cluster.NewDatabase();

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.Open(Folder, empty)));

        Assert.Equal(1, await stores[3].Read(Store.Installation, r => r.One<long>("SELECT count(*) FROM schema_version WHERE number = 1")));
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_beside_a_server_reads_and_cannot_write()
    {
        var server = await Open(Kind.Sqlite);
        var by = await NewAuthority(server, "hlukhiv");

        await using var reader = await Store.OpenToRead(Folder);

        Assert.Equal(["hlukhiv"], await reader.Read(by.Authority, r => r.All<string>("SELECT code FROM authority WHERE id = @authority")));
        var refused = await Assert.ThrowsAsync<StorageFailed>(() => reader.Write(by, At, w => w.Next("plan")));
        Assert.Equal(StorageTrouble.Away, refused.Trouble);
    }

    [Fact]
    public async Task A_folder_is_written_by_one_process_only()
    {
        await Open(Kind.Sqlite);

        var refused = await Assert.ThrowsAsync<StorageFailed>(() => Store.Open(Folder));

        Assert.Equal($"Теку даних уже відкрила інша програма Zakhid (процес {Environment.ProcessId}). Зупиніть її або виконайте цю дію на сторінці.", refused.Message);
    }
}
