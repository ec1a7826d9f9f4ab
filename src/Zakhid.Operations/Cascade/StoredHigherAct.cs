using Zakhid.Cascade;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>Where a higher act is known from.</summary>
public enum HigherActSource { Entered, File, Package }

/// <summary>An act above this authority's own, as it is kept.</summary>
public sealed record StoredHigherAct
{
    public required long Id { get; init; }
    public required string Identity { get; init; }
    public required string Issuer { get; init; }
    public string? Kind { get; init; }
    public required string Number { get; init; }
    public required DateOnly Date { get; init; }
    public string? Title { get; init; }
    public required HigherActSource Source { get; init; }
    public string? Sha256 { get; init; }
    public string Clauses { get; init; } = "[]";
    public string Reporting { get; init; } = "[]";
    public long? ReportingBy { get; init; }
    public DateOnly? ReportingDay { get; init; }
    public long? AboveId { get; init; }
    /// <summary>How many measures of it are here.</summary>
    public long Measures { get; init; }

    const string Columns = """
        h.id, h.identity, h.issuer, h.kind, h.number, h.date, h.title, h.source, h.sha256, h.clauses, h.reporting, h.reporting_by, h.reporting_day, h.above_id,
        (SELECT COUNT(*) FROM higher_measure m WHERE m.authority_id = h.authority_id AND m.higher_id = h.id AND m.place IS NOT NULL) AS measures
        """;

    public Act Act => new()
    {
        Issuer = Issuer,
        Kind = Kind,
        Number = Number,
        Date = Date,
        Title = Title,
        Clauses = Json.Read<IReadOnlyList<Clause>>(Clauses),
        Reporting = Json.Read<IReadOnlyList<ReportingClause>>(Reporting),
    };

    public HigherAct AsAct() => new(Id, Act);

    /// <summary>«розпорядження від 25.06.2020 № 776-р».</summary>
    public string Name => HigherAct.NameOf(Act);

    public static Task<List<StoredHigherAct>> All(Scope scope) => scope.All<StoredHigherAct>($"SELECT {Columns} FROM higher_act h WHERE h.authority_id = @authority ORDER BY h.date DESC, h.id");

    /// <exception cref="RuleBroken">«cascade.unknown-act».</exception>
    public static async Task<StoredHigherAct> Find(Scope scope, long id) =>
        await scope.Find<StoredHigherAct>($"SELECT {Columns} FROM higher_act h WHERE h.authority_id = @authority AND h.id = @id", new { id }) ?? throw new RuleBroken("cascade.unknown-act");

    /// <summary>The acts above a plan, nearest first, each once: those that it was made on, and what stands above them.</summary>
    /// <param name="scope">The authority.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="asOf">Only what was known at the end of an earlier day; null: all.</param>
    public static async Task<IReadOnlyList<StoredHigherAct>> Above(Scope scope, long plan, DateOnly? asOf = null)
    {
        var direct = await scope.All<long>("""
            SELECT a.higher_id FROM plan_above a JOIN higher_act h ON h.authority_id = a.authority_id AND h.id = a.higher_id
            WHERE a.authority_id = @authority AND a.plan_id = @plan AND (@asOf IS NULL OR a.day <= @asOf) AND (a.withdrawn_day IS NULL OR a.withdrawn_day > @asOf) ORDER BY h.date DESC, h.id
            """, new { plan, asOf });
        if (direct.Count == 0) return [];
        var all = (await All(scope)).ToDictionary(h => h.Id);
        // The first entry after the day tells what held until it.
        foreach (var then in (await scope.All<Before>("SELECT higher_id, reporting, reporting_by, reporting_day, above_id FROM higher_act_before WHERE authority_id = @authority AND until_day > @asOf ORDER BY id", new { asOf })).DistinctBy(b => b.HigherId))
            all[then.HigherId] = all[then.HigherId] with { Reporting = then.Reporting, ReportingBy = then.ReportingBy, ReportingDay = then.ReportingDay, AboveId = then.AboveId };
        var chain = new List<StoredHigherAct>();
        foreach (var id in direct)
            for (long? at = id; at is { } next && chain.TrueForAll(h => h.Id != next); at = all[next].AboveId) chain.Add(all[next]);
        return chain;
    }

    /// <summary>Which act stands above which, by identity: the authority's plans under their higher acts, and these under one another.</summary>
    internal static async Task<List<(string Lower, string Upper)>> Order(Scope scope)
    {
        var pairs = await scope.All<(string Lower, string Upper)>("""
            SELECT l.identity, u.identity FROM higher_act l JOIN higher_act u ON u.authority_id = l.authority_id AND u.id = l.above_id WHERE l.authority_id = @authority
            """);
        pairs.AddRange(await scope.All<(string, string)>("""
            SELECT a.identity, u.identity FROM plan_above x JOIN plan p ON p.authority_id = x.authority_id AND p.id = x.plan_id
            JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id JOIN higher_act u ON u.authority_id = x.authority_id AND u.id = x.higher_id WHERE x.authority_id = @authority AND x.withdrawn_at IS NULL
            """));
        return pairs;
    }

    /// <summary>Before its days or its place are entered anew: what they were until today.</summary>
    internal static async Task KeepBefore(WriteScope w, long higher) => await w.Do("""
        INSERT INTO higher_act_before (authority_id, id, higher_id, until_day, reporting, reporting_by, reporting_day, above_id)
        SELECT authority_id, @id, id, @Day, reporting, reporting_by, reporting_day, above_id FROM higher_act WHERE authority_id = @authority AND id = @higher
        """, new { id = await w.Next("higher_act_before"), higher, w.At.Day });

    internal static string IdentityOf(Act act) => AdoptPlan.Identity(act, "");

    sealed record Before(long HigherId, string Reporting, long? ReportingBy, DateOnly? ReportingDay, long? AboveId);
}
