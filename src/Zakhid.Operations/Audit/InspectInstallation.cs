using Zakhid.Operations.Authorities;
using Zakhid.Operations.Files;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Audit;

/// <summary>What was looked at in one authority, and each thing that does not fit.</summary>
/// <param name="Log">Whether the chain of the log is whole; its head is the mark printed in papers.</param>
/// <param name="Reports">Submissions whose text was compared with its hash.</param>
/// <param name="Sent">Consolidated reports likewise.</param>
/// <param name="Faults">Not thrown: their sentences are those of broken rules.</param>
public sealed record Inspection(Authority Authority, AuditVerdict Log, int Files, int Reports, int Sent, IReadOnlyList<RuleBroken> Faults)
{
    public bool IsWhole => Log.IsWhole && Faults.Count == 0;
}

/// <summary>
/// Compares all that an installation keeps with what it said when it was kept: the chain of each log, the bytes of each
/// file, the text of each submission and of each report that was sent, the counters. Only reads.
/// </summary>
public sealed class InspectInstallation(Store store)
{
    /// <param name="marks">Marks of logs known from outside, such as printed reports, by the authority's code.</param>
    public async Task<IReadOnlyList<Inspection>> Run(IReadOnlyDictionary<string, Checkpoint>? marks = null, CancellationToken stop = default)
    {
        var inspections = new List<Inspection>();
        foreach (var authority in await new AllAuthorities(store).List(stop))
            inspections.Add(await store.Read(authority.Id, r => Inspect(r, authority, marks?.GetValueOrDefault(authority.Code)), stop));
        return inspections;
    }

    async Task<Inspection> Inspect(Scope scope, Authority authority, Checkpoint? mark)
    {
        var faults = new List<RuleBroken>();
        var files = await Files(scope, faults);
        var reports = await Texts(scope, "SELECT CAST(receipt_year AS TEXT) AS name, receipt_number AS number, content AS text, content_hash AS hash FROM submission WHERE authority_id = @authority ORDER BY id", "fault.report-changed", faults);
        var sent = await Texts(scope, "SELECT period_code AS name, NULL AS number, rows AS text, rows_sha256 AS hash FROM consolidation WHERE authority_id = @authority AND sent_day IS NOT NULL ORDER BY id", "fault.sent-changed", faults);
        if (!await CountersAgree(scope)) faults.Add(new RuleBroken("fault.counters"));
        return new(authority, await AuditLog.Verify(scope, mark), files, reports, sent, faults);
    }

    async Task<int> Files(Scope scope, List<RuleBroken> faults)
    {
        var kept = await scope.All<(string Sha256, string Name)>("SELECT sha256, name FROM file WHERE authority_id = @authority ORDER BY kept_at, sha256");
        foreach (var (sha256, name) in kept)
        {
            var state = await store.Files.Inspect(sha256, scope.Stop);
            if (state == KeptState.Missing) faults.Add(new RuleBroken("fault.file-missing", name, sha256));
            if (state == KeptState.Changed) faults.Add(new RuleBroken("fault.file-changed", name, sha256));
        }
        return kept.Count;
    }

    static async Task<int> Texts(Scope scope, string query, string fault, List<RuleBroken> faults)
    {
        var count = 0;
        await foreach (var kept in scope.Each<KeptText>(query, stop: scope.Stop))
        {
            count++;
            if (ContentHash.Of(kept.Text) != kept.Hash) faults.Add(new RuleBroken(fault, kept.Number is { } number ? $"{kept.Name}-{number:0000}" : kept.Name));
        }
        return count;
    }

    /// <summary>The counters of every level, and which days of control wait, against a recount.</summary>
    static async Task<bool> CountersAgree(Scope scope)
    {
        const string counters = "kind, adjusted, standing, late, due_day";
        foreach (var (level, which) in new[] { ("", "plan_id = 0 AND body_id = 0 AND period_code = ''"), ("period_code, body_id, ", "plan_id = 0 AND body_id > 0"), ("plan_id, period_code, ", "plan_id > 0 AND body_id = 0"), ("plan_id, period_code, body_id, ", "plan_id > 0 AND body_id > 0") })
        {
            var counted = $"SELECT {level}{counters}, COUNT(*) AS n FROM obligation WHERE authority_id = @authority GROUP BY {level}{counters}";
            var kept = $"SELECT {level}{counters}, n FROM tally WHERE authority_id = @authority AND n <> 0 AND {which}";
            foreach (var (one, other) in new[] { (counted, kept), (kept, counted) })
                if (await scope.One<long>($"SELECT COUNT(*) FROM ({one} EXCEPT {other}) AS difference") > 0) return false;
        }
        return await scope.One<long>("""
            SELECT COUNT(*) FROM control_date d JOIN measure m ON m.authority_id = d.authority_id AND m.id = d.measure_id JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id
            WHERE d.authority_id = @authority AND d.waits <> CASE WHEN d.moved_by IS NULL AND COALESCE(m.done_to, '') < d.nominal AND (m.removed_day IS NULL OR d.adjusted <= m.removed_day)
                AND (m.excluded_day IS NULL OR d.adjusted < m.excluded_day) AND p.closed_day IS NULL THEN 1 ELSE 0 END
            """) == 0;
    }

    sealed record KeptText(string Name, long? Number, string Text, string Hash);
}
