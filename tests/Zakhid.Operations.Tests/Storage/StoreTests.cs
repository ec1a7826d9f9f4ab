using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Tests.Storage;

public sealed class StoreTests(PostgresCluster cluster) : StoreTest(cluster)
{
    sealed record BodyRow(long Id, string Name, string? NameDative, bool IsGroup);

    [Theory, OnBoth]
    public async Task A_row_comes_back_as_it_was_written(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var id = await NewBody(store, by, "відділ освіти");

        var row = await store.Read(by.Authority, r => r.Find<BodyRow>("SELECT id, name, name_dative, is_group FROM body WHERE authority_id = @authority AND id = @id", new { id }));

        Assert.Equal(new BodyRow(id, "відділ освіти", null, false), row);
    }

    [Theory, OnBoth]
    public async Task Days_instants_and_decimals_keep_their_value_and_order(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var instant = new DateTimeOffset(2020, 9, 16, 23, 59, 59, 123, TimeSpan.FromHours(3));

        var (day, at, number) = await store.Read(by.Authority, r => r.One<(DateOnly, DateTimeOffset, decimal)>(
            "SELECT @day AS day, @instant AS at, @number AS number FROM authority WHERE id = @authority", new { day = new DateOnly(2020, 12, 31), instant, number = 10_000.50m }));

        Assert.Equal(new DateOnly(2020, 12, 31), day);
        Assert.Equal(instant, at);
        Assert.Equal(10_000.50m, number);
        Assert.True(string.CompareOrdinal(Values.Text(instant), Values.Text(instant.AddMilliseconds(1))) < 0);
    }

    [Theory, OnBoth]
    public async Task What_throws_leaves_nothing_behind(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");

        await Assert.ThrowsAsync<RuleBroken>(() => store.Write(by, At, async w =>
        {
            await w.Do("INSERT INTO body (authority_id, id, name, key, kind) VALUES (@authority, 77, 'a', 'a', 'Unit')");
            await w.Log("body.added", "body/77");
            throw new RuleBroken("test.rule");
        }));

        Assert.Equal(0, await store.Read(by.Authority, r => r.One<long>("SELECT count(*) FROM body WHERE authority_id = @authority")));
        Assert.Equal(0, (await store.Read(by.Authority, Zakhid.Operations.Audit.AuditLog.Head)).Seq);
    }

    [Theory, OnBoth]
    public async Task Numbers_are_short_and_never_used_twice(Kind kind)
    {
        var store = await Open(kind);
        var first = await NewAuthority(store, "hlukhiv");
        var second = await NewAuthority(store, "zhytomyr");

        var numbers = await store.Write(first, At, async w => new[] { await w.Next("plan"), await w.Next("plan", 10), await w.Next("plan") });
        var other = await store.Write(second, At, w => w.Next("plan"));

        Assert.Equal([1, 2, 12], numbers);
        Assert.Equal(1, other);
    }

    [Theory, OnBoth]
    public async Task Eight_threads_write_in_turn_and_lose_nothing(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, stop) =>
            await store.Write(by, At, async w =>
            {
                // Read, then write what was read plus one: overlapping writes would lose some.
                var n = await w.Find<long>("SELECT n FROM tally WHERE authority_id = @authority AND plan_id = 9");
                if (n == 0) await w.Do("INSERT INTO tally VALUES (@authority, 9, '', 0, 'Report', '2020-01-01', 'Expected', 0, '2020-01-01', 1)");
                else await w.Do("UPDATE tally SET n = @n WHERE authority_id = @authority AND plan_id = 9", new { n = n + 1 });
                await w.Log("test.counted", $"tally/{i}");
            }, stop));

        Assert.Equal(200, await store.Read(by.Authority, r => r.One<long>("SELECT n FROM tally WHERE authority_id = @authority AND plan_id = 9")));
        var verdict = await store.Read(by.Authority, r => Zakhid.Operations.Audit.AuditLog.Verify(r));
        Assert.True(verdict.IsWhole, verdict.Sentence);
        Assert.Equal(200, verdict.Entries);
    }

    [Theory, OnBoth]
    public async Task A_reader_sees_one_moment_however_long_it_reads(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        const string Count = "SELECT count(*) FROM body WHERE authority_id = @authority";

        var (before, after) = await store.Read(by.Authority, async r =>
        {
            var before = await r.One<long>(Count);
            await Task.Run(() => NewBody(store, by, "відділ культури"));
            return (before, await r.One<long>(Count));
        });

        Assert.Equal((0, 0), (before, after));
        Assert.Equal(1, await store.Read(by.Authority, r => r.One<long>(Count)));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_written_through_a_reader(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");

        await Assert.ThrowsAnyAsync<Exception>(() => store.Read(by.Authority, r => r.One<long>(
            "INSERT INTO sequence (authority_id, name, next) VALUES (@authority, 'plan', 5) RETURNING next")));

        Assert.Equal(1, await store.Write(by, At, w => w.Next("plan")));
    }

    [Theory, OnBoth]
    public async Task A_write_inside_a_write_is_a_mistake_that_shows_at_once(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(by, At, w => store.Write(by, At, x => x.Next("plan"))));

        Assert.Equal(1, await store.Write(by, At, w => w.Next("plan")));
    }

    [Theory, OnBoth]
    public async Task A_list_as_a_parameter_finds_its_members(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        foreach (var name in (string[])["а", "б", "в"]) await NewBody(store, by, name);

        var byNumber = await store.Read(by.Authority, r => r.All<string>($"SELECT name FROM body WHERE authority_id = @authority AND id {r.Dialect.Among("@ids")} ORDER BY id", new { ids = new long[] { 1, 3 } }));
        var byName = await store.Read(by.Authority, r => r.All<long>($"SELECT id FROM body WHERE authority_id = @authority AND name {r.Dialect.Among("@names")} ORDER BY id", new { names = new List<string> { "б" } }));

        Assert.Equal(["а", "в"], byNumber);
        Assert.Equal([2L], byName);
    }

    sealed record NewBodyRow(long Id, string Name, string Key, string Kind, long? ParentId, bool IsGroup);

    [Theory, OnBoth]
    public async Task Many_rows_go_in_at_once(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");

        await store.Write(by, At, w => w.DoMany("body", Enumerable.Range(1, 12_001).Select(i => new NewBodyRow(i, $"орган {i}", $"орган {i}", "Org", i == 1 ? null : 1, i % 2 == 0))));

        Assert.Equal((12_001L, 6_000L, 12_000L), await store.Read(by.Authority, r => r.One<(long, long, long)>("SELECT count(*), sum(is_group), count(parent_id) FROM body WHERE authority_id = @authority")));
    }

    [Theory, OnBoth]
    public async Task A_query_that_forgets_its_authority_is_refused(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => store.Read(by.Authority, r => r.All<string>("SELECT name FROM body")));

        Assert.StartsWith("A query has to name its authority", refused.Message);
    }

    [Theory, OnBoth]
    public async Task Parameters_that_differ_by_case_only_are_refused_on_both(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Read(by.Authority, r => r.One<long>("SELECT @authority", new { by.Authority })));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Read(by.Authority, r => r.One<long>("SELECT @authority + @day + @Day", new { day = 1, Day = 2 })));
    }
}
