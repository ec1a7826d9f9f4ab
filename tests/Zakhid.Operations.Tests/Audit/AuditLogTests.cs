using Zakhid.Operations.Audit;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Audit;

public sealed class AuditLogTests(PostgresCluster cluster) : StoreTest(cluster)
{
    async Task<(Store Store, Actor By)> WithEntries(Kind kind, int count = 5)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        for (var i = 1; i <= count; i++)
        {
            var n = i;
            await store.Write(by with { Person = 3 }, At, w => w.Log("report.submitted", $"obligation/{n}", new { receipt = $"2020-{n:0000}", text = "Проведено «круглий стіл»" }));
        }
        return (store, by);
    }

    // Someone with the database in his hands first takes the triggers away.
    async Task Tamper(Kind kind, Store store, Actor by, string sql)
    {
        await store.Write(by, At, async w =>
        {
            foreach (var trigger in kind == Kind.Sqlite ? (string[])["audit_entry_stays_update", "audit_entry_stays_delete"] : ["audit_entry_stays"])
                await w.Run($"DROP TRIGGER {trigger}{(kind == Kind.Postgres ? " ON audit_entry" : "")} -- @authority");
            await w.Do(sql);
        });
    }

    [Theory, OnBoth]
    public async Task A_whole_log_says_so_with_its_head(Kind kind)
    {
        var (store, by) = await WithEntries(kind);

        var verdict = await store.Read(by.Authority, r => AuditLog.Verify(r));

        Assert.True(verdict.IsWhole);
        Assert.Equal($"Журнал цілий: 5 записів, мітка «{verdict.Head.Short}».", verdict.Sentence);
        Assert.Matches("^[0-9A-F]{4} [0-9A-F]{4}$", verdict.Head.Short);
    }

    [Theory, OnBoth]
    public async Task The_same_deeds_give_the_same_chain_on_every_database(Kind kind)
    {
        var (store, by) = await WithEntries(kind, 1);

        // Computed by another program from the description of the entry: JSON, members in this order, no blanks, SHA-256.
        Assert.Equal("7f6393b93bc63261aea8ff62960637ccebc0639ac7d327353edec906703b435c", (await store.Read(by.Authority, AuditLog.Head)).Hash);
    }

    [Theory, OnBoth]
    public async Task An_entry_is_never_rewritten_by_the_program(Kind kind)
    {
        var (store, by) = await WithEntries(kind);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.Write(by, At, w => w.Do("UPDATE audit_entry SET detail = '{}' WHERE authority_id = @authority")));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.Write(by, At, w => w.Do("DELETE FROM audit_entry WHERE authority_id = @authority")));

        Assert.True((await store.Read(by.Authority, r => AuditLog.Verify(r))).IsWhole);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET detail = '{}' WHERE authority_id = @authority AND seq = 3", 3, "Запис журналу № 3 змінено після внесення.")]
    [InlineData("UPDATE audit_entry SET person_id = 4 WHERE authority_id = @authority AND seq = 1", 1, "Запис журналу № 1 змінено після внесення.")]
    [InlineData("UPDATE audit_entry SET day = '2020-09-15' WHERE authority_id = @authority AND seq = 5", 5, "Запис журналу № 5 змінено після внесення.")]
    [InlineData("DELETE FROM audit_entry WHERE authority_id = @authority AND seq = 2", 2, "У журналі бракує запису № 2.")]
    [InlineData("DELETE FROM audit_entry WHERE authority_id = @authority AND seq > 3", 4, "Журнал обірвано після запису № 3: має бути 5.")]
    [InlineData("UPDATE audit_entry SET previous = hash WHERE authority_id = @authority AND seq = 4", 4, "Запис журналу № 4 не продовжує попередній.")]
    public async Task Tampering_is_found_and_located(string deed, long brokenAt, string sentence)
    {
        foreach (var kind in Enum.GetValues<Kind>())
        {
            if (kind == Kind.Postgres && Cluster.Missing is not null) continue;
            var (store, by) = await WithEntries(kind);
            await Tamper(kind, store, by, deed);

            var verdict = await store.Read(by.Authority, r => AuditLog.Verify(r));

            Assert.Equal((brokenAt, sentence), (verdict.BrokenAt, verdict.Sentence));
            await store.DisposeAsync();
            File.Delete(Path.Combine(Folder, "zakhid.db"));
        }
    }

    [Theory, OnBoth]
    public async Task A_log_cut_together_with_its_head_is_found_by_the_mark_in_a_printed_report(Kind kind)
    {
        var (store, by) = await WithEntries(kind);
        var printed = await store.Read(by.Authority, AuditLog.Head);
        await Tamper(kind, store, by, "DELETE FROM audit_entry WHERE authority_id = @authority AND seq > 3");
        await store.Write(by, At, w => w.Do("UPDATE audit_head SET seq = 3, hash = (SELECT hash FROM audit_entry WHERE authority_id = @authority AND seq = 3) WHERE authority_id = @authority"));

        Assert.True((await store.Read(by.Authority, r => AuditLog.Verify(r))).IsWhole);
        var verdict = await store.Read(by.Authority, r => AuditLog.Verify(r, printed));

        Assert.Equal($"Журнал обірвано після запису № 3: мітка «{printed.Short}» стоїть на записі № 5.", verdict.Sentence);
    }

    [Theory, OnBoth]
    public async Task Both_times_are_kept_and_hashed(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var machine = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        var entry = await store.Write(by, At with { Machine = machine }, w => w.Log("plan.started", "plan/1"));

        Assert.Equal((machine, new DateOnly(2020, 9, 16)), (entry.MachineAt, entry.Day));
        await Tamper(kind, store, by, "UPDATE audit_entry SET machine_at = '2026-03-02T07:00:00.000Z' WHERE authority_id = @authority");
        Assert.Equal(1, (await store.Read(by.Authority, r => AuditLog.Verify(r))).BrokenAt);
    }
}
