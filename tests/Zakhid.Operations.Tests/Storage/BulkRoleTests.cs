using Npgsql;
using Zakhid.Operations.Audit;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Synthetic;

namespace Zakhid.Operations.Tests.Storage;

public sealed class BulkRoleTests(PostgresCluster cluster) : StoreTest(cluster)
{
    const string Denied = "42501";
    static readonly Scale Small = new(603, 14, 2, 2, 5);

    string Bulk => Cluster.Connection(new NpgsqlConnectionStringBuilder(Connection).Database!, "zakhid_bulk");

    async Task<string> Refused(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync())).SqlState;
    }

    [Fact]
    public async Task A_bulk_job_writes_the_same_rows_as_people_would_and_its_counters_equal_a_recount()
    {
        var store = await Open(Kind.Postgres);
        long copied;
        await using (var bulk = await store.OpenBulk(Bulk)) copied = await new GenerateAuthority(store, bulk).Run("copied", "Зразковий орган", Small, null);
        var inserted = await new GenerateAuthority(store).Run("inserted", "Зразковий орган", Small, null);

        foreach (var (table, but) in new[]
        {
            ("obligation", ""), ("tally", ""), ("assignment", ""), ("measure", ""), ("submission", ""), ("acceptance", ""), ("body", ""), ("body_alias", ""), ("control_date", ""), ("reporting_rule", "- 'adopted_at'"),
        })
        {
            Task<List<string>> Rows(long authority) => store.Read(authority, r => r.All<string>($"SELECT (to_jsonb(t) - 'authority_id' {but})::text FROM {table} t WHERE authority_id = @authority ORDER BY 1"));
            Assert.Equal(await Rows(inserted), await Rows(copied));
        }
        Assert.All(await new InspectInstallation(store).Run(), authority => Assert.True(authority.IsWhole));
        Assert.Equal(603, await store.Read(copied, r => r.One<long>("SELECT sum(n)::bigint FROM tally WHERE authority_id = @authority AND plan_id = 0 AND body_id = 0")));
    }

    [Fact]
    public async Task A_first_job_builds_most_indexes_at_its_end_and_keeps_keys_references_and_one_index_all_along()
    {
        var store = await Open(Kind.Postgres);
        var before = await Indexes(store);
        var references = await References(store);

        await using (var bulk = await store.OpenBulk(Bulk))
        {
            await new GenerateAuthority(store, bulk).Run("copied", "Зразковий орган", Small, null);
            Assert.Equal(["obligation_by_period", "obligation_once", "obligation_pkey"], await store.Read(Store.Installation, r => r.All<string>("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = 'obligation' ORDER BY 1")));
            Assert.Equal(references, await References(store));
        }

        Assert.Equal(before, await Indexes(store));
    }

    [Fact]
    public async Task Among_obligations_that_people_report_on_a_job_puts_no_index_aside()
    {
        var store = await Open(Kind.Postgres);
        await new GenerateAuthority(store).Run("first", "Зразковий орган", Small, null);
        var before = await Indexes(store);

        await using var bulk = await store.OpenBulk(Bulk);

        Assert.Equal(before, await Indexes(store));
    }

    [Fact]
    public async Task What_a_job_that_broke_off_left_aside_is_built_when_the_data_are_next_opened()
    {
        var store = await Open(Kind.Postgres);
        var before = await Indexes(store);
        await store.Write(new Actor(Store.Installation, 0, Role.Administrator), At, async w =>
        {
            await w.Do("INSERT INTO index_aside SELECT indexname, indexdef FROM pg_indexes WHERE indexname = 'obligation_by_day'");
            await w.Do("DROP INDEX obligation_by_day");
        });

        await using var again = await Store.Open(Folder, Connection);

        Assert.Equal(before, await Indexes(again));
        Assert.Empty(await again.Read(Store.Installation, r => r.All<string>("SELECT name FROM index_aside")));
    }

    static Task<List<string>> Indexes(Store store) => store.Read(Store.Installation, r => r.All<string>("SELECT indexname || ': ' || indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1"));
    static Task<List<string>> References(Store store) => store.Read(Store.Installation, r => r.All<string>("SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND convalidated ORDER BY 1"));

    [Fact]
    public async Task A_row_that_leads_nowhere_is_refused_in_a_bulk_job_too()
    {
        var store = await Open(Kind.Postgres);
        var by = await NewAuthority(store, "hlukhiv");
        await using var bulk = await store.OpenBulk(Bulk);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => bulk.Write(by, At, w => w.DoMany("body_alias", [new { Key = "x", BodyId = 99L, Printed = "x" }])));

        Assert.Equal("23503", refused.SqlState);
    }

    [Fact]
    public async Task The_role_has_its_rights_only_while_a_job_runs_and_never_sees_people_or_sign_ins()
    {
        var store = await Open(Kind.Postgres);
        await NewBody(store, await NewAuthority(store, "hlukhiv"), "відділ освіти");
        Assert.Equal(Denied, await Refused(Bulk, "SELECT name FROM body"));

        await using (await store.OpenBulk(Bulk))
        {
            foreach (var table in new[] { "person", "login", "session", "letter", "calendar_feed", "file" }) Assert.Equal(Denied, await Refused(Bulk, $"SELECT 1 FROM {table}"));
            Assert.Equal(Denied, await Refused(Bulk, "DELETE FROM body"));
            Assert.Equal(Denied, await Refused(Bulk, "UPDATE obligation SET ground = ''"));
            Assert.Equal(Denied, await Refused(Bulk, "SET session_replication_role = replica"));
        }

        Assert.Equal(Denied, await Refused(Bulk, "SELECT name FROM body"));
    }

    [Fact]
    public async Task An_ordinary_connection_cannot_take_the_role_to_see_another_authority()
    {
        var store = await Open(Kind.Postgres);
        var hlukhiv = await NewAuthority(store, "hlukhiv");
        await NewBody(store, await NewAuthority(store, "zhytomyr"), "управління культури Житомира");
        await using var bulk = await store.OpenBulk(Bulk);

        Assert.Equal(Denied, await Refused(Connection!, "SET ROLE zakhid_bulk"));
        Assert.Equal(Denied, await Refused(Connection!, "SET SESSION AUTHORIZATION zakhid_bulk"));
        Assert.Empty(await store.Read(hlukhiv.Authority, r => r.All<string>("SELECT name FROM body WHERE @authority > 0")));
        // By a slip of the program's own the ordinary connection does not copy past the wall either.
        Assert.Equal("0A000", (await Assert.ThrowsAsync<PostgresException>(() => store.Write(hlukhiv, At, w => w.Do("COPY body (authority_id, id, name, key, kind) FROM STDIN -- @authority")))).SqlState);
    }

    [Theory, InlineData("zakhid_bulk", "zakhid_bulk"), InlineData("zakhid_kin", "zakhid_bulk")]
    public async Task Nobody_serves_with_the_role_or_with_one_that_could_become_it(string user, string named)
    {
        await Open(Kind.Postgres);

        var refused = await Assert.ThrowsAsync<StorageFailed>(() => Store.Open(Folder, Cluster.Connection(new NpgsqlConnectionStringBuilder(Connection).Database!, user)));

        Assert.Equal($"Роль PostgreSQL «{named}» обходить поділ даних між органами. Вкажіть у підключенні звичайну роль, не суперкористувача.", refused.Message);
    }

    [Fact]
    public async Task One_job_runs_at_a_time()
    {
        var store = await Open(Kind.Postgres);
        await using (await store.OpenBulk(Bulk)) Assert.Equal(StorageTrouble.Busy, (await Assert.ThrowsAsync<StorageFailed>(() => store.OpenBulk(Bulk))).Trouble);
        await using var after = await store.OpenBulk(Bulk);
    }

    [Theory]
    [InlineData("zakhid", "Роль PostgreSQL «zakhid» не для масового запису. Створіть окрему: CREATE ROLE zakhid_bulk LOGIN BYPASSRLS.")]
    [InlineData("postgres", "Роль PostgreSQL «postgres» не для масового запису. Створіть окрему: CREATE ROLE zakhid_bulk LOGIN BYPASSRLS.")]
    public async Task Another_role_is_refused(string user, string sentence)
    {
        var store = await Open(Kind.Postgres);

        var refused = await Assert.ThrowsAsync<StorageFailed>(() => store.OpenBulk(Cluster.Connection(new NpgsqlConnectionStringBuilder(Connection).Database!, user)));

        Assert.Equal(sentence, refused.Message);
    }

    [Theory, OnBoth]
    public async Task Another_database_is_refused(Kind kind)
    {
        var store = await Open(kind);
        Assert.SkipWhen(Cluster.Missing is not null, Cluster.Missing ?? "");
        var other = new NpgsqlConnectionStringBuilder(await Cluster.NewDatabase()).Database!;

        var refused = await Assert.ThrowsAsync<StorageFailed>(() => store.OpenBulk(Cluster.Connection(other, "zakhid_bulk")));

        Assert.Equal("Масовий запис підключено до іншої бази. Вкажіть у --bulk ту саму базу PostgreSQL, що й у --database.", refused.Message);
    }
}
