using Zakhid.Operations.Audit;
using Zakhid.Operations.Consolidation;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Audit;

public sealed class InspectInstallationTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    /// <summary>A report handed in and accepted, the period's document sent: a file, a submission, a sent report.</summary>
    async Task<(Store Store, Actor By)> Sent(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SaveDraft(store).Run(by, At, obligation, Full, 0);
        await new SubmitReport(store).Run(by, At, obligation, "ключ-1");
        await new AcceptReport(store).Run(by, At, obligation, ExecutionState.InProgress);
        await new SendConsolidation(store).Run(by, At, 1, "2020-Q3");
        return (store, by);
    }

    static async Task<Inspection> Inspect(Store store, Dictionary<string, Checkpoint>? marks = null) => Assert.Single(await new InspectInstallation(store).Run(marks));

    [Theory, OnBoth]
    public async Task What_nobody_touched_is_whole(Kind kind)
    {
        var (store, _) = await Sent(kind);

        var found = await Inspect(store);

        Assert.True(found.IsWhole);
        Assert.Equal((1, 1, 1), (found.Files, found.Reports, found.Sent));
        Assert.Empty(await store.Faults());
    }

    [Theory]
    [InlineData("submission", "UPDATE submission SET content = '{}' WHERE authority_id = @authority", "fault.report-changed", "2020-0001")]
    [InlineData(null, "UPDATE consolidation SET rows = '{}' WHERE authority_id = @authority", "fault.sent-changed", "2020-Q3")]
    [InlineData(null, "UPDATE tally SET n = n + 1 WHERE authority_id = @authority AND plan_id = 0 AND body_id = 0", "fault.counters", null)]
    [InlineData(null, "DELETE FROM tally WHERE authority_id = @authority AND plan_id > 0 AND body_id > 0", "fault.counters", null)]
    [InlineData(null, "UPDATE tally SET n = n + 1 WHERE authority_id = @authority AND plan_id > 0 AND body_id = 0", "fault.counters", null)]
    [InlineData(null, "UPDATE control_date SET waits = 0 WHERE authority_id = @authority", "fault.counters", null)]
    public async Task A_change_past_the_program_is_found(string? kept, string deed, string fault, string? of)
    {
        foreach (var kind in Enum.GetValues<Kind>())
        {
            if (kind == Kind.Postgres && Cluster.Missing is not null) continue;
            var (store, by) = await Sent(kind);
            await store.Write(by, At, async w =>
            {
                // Someone with the database in his hands first takes the trigger away.
                if (kept is not null) await w.Run(kind == Kind.Sqlite ? $"DROP TRIGGER {kept}_stays_update -- @authority" : $"DROP TRIGGER {kept}_stays ON {kept} -- @authority");
                await w.Do(deed);
            });

            var found = Assert.Single((await Inspect(store)).Faults);

            Assert.Equal((fault, of), (found.Rule, found.Arguments is [string name] ? name : null));
        }
    }

    [Theory]
    [InlineData(false, "fault.file-missing")]
    [InlineData(true, "fault.file-changed")]
    public async Task A_file_that_is_gone_or_changed_is_found(bool changed, string fault)
    {
        var (store, by) = await Sent(Kind.Sqlite);
        var path = store.Files.PathOf(await store.Read(by.Authority, r => r.One<string>("SELECT sha256 FROM file WHERE authority_id = @authority")));
        if (changed) await File.AppendAllTextAsync(path, " ");
        else File.Delete(path);

        var found = Assert.Single((await Inspect(store)).Faults);

        Assert.Equal((fault, "zvedenyi-zvit-2020-Q3.docx"), (found.Rule, found.Arguments[0]));
    }

    [Fact]
    public async Task A_mark_on_paper_tells_a_log_that_was_written_anew()
    {
        var (store, by) = await Sent(Kind.Sqlite);
        var head = await store.Read(by.Authority, AuditLog.Head);

        Assert.True((await Inspect(store, new() { ["hlukhiv"] = head with { Hash = head.Hash[..8] } })).IsWhole);
        Assert.False((await Inspect(store, new() { ["hlukhiv"] = head with { Hash = "7f3a91c2" } })).IsWhole);
    }
}
