using Zakhid.Clauses;
using Zakhid.Documents.Reading;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Amendments;

/// <summary>What a plan says in one of its versions, as a reading would give it.</summary>
/// <param name="Version">1: as adopted.</param>
/// <param name="Reading">Act, sections, measures in their order.</param>
/// <param name="Measures">The measures' numbers, in the same order.</param>
public sealed record PlanText(int Version, PlanReading Reading, IReadOnlyList<long> Measures)
{
    /// <param name="scope">The authority.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="version">Null: as it stands.</param>
    /// <exception cref="RuleBroken">«plan.unknown», «version.unknown».</exception>
    public static async Task<PlanText> Of(Scope scope, long plan, int? version = null)
    {
        var now = await Now(scope, plan);
        if (version is null || version == now.Version) return now;
        if (version < 1 || version > now.Version) throw new RuleBroken("version.unknown", version.Value);

        var before = Json.Read<VersionBefore>(await scope.One<string>("SELECT before FROM amendment WHERE authority_id = @authority AND plan_id = @plan AND version = @next AND withdrawn_at IS NULL", new { plan, next = version.Value + 1 }));
        var all = await Kept(scope, plan);
        foreach (var (measure, wording) in await scope.All<(long, string)>("""
            SELECT w.measure_id, w.wording FROM measure_wording w JOIN measure m ON m.authority_id = w.authority_id AND m.id = w.measure_id
            WHERE w.authority_id = @authority AND m.plan_id = @plan AND w.until_version >= @version ORDER BY w.until_version DESC
            """, new { plan, version = version.Value })) all[measure] = Json.Read<Measure>(wording);
        return new(version.Value, now.Reading with
        {
            PlanTitle = before.Title,
            Sections = before.Sections,
            Measures = [.. before.Measures.Select(id => all[id])],
            Act = now.Reading.Act with { Reporting = ReportingLines.Read(before.Reporting), Clauses = before.Clauses ?? now.Reading.Act.Clauses, Control = before.Control ?? now.Reading.Act.Control },
        }, before.Measures);
    }

    /// <summary>The measures that amendments took out, as they read last, in the order of the plan.</summary>
    internal static async Task<List<(long Id, Measure Measure)>> Excluded(Scope scope, long plan)
    {
        var order = await scope.All<long>("SELECT id FROM measure WHERE authority_id = @authority AND plan_id = @plan AND excluded_day IS NOT NULL ORDER BY position", new { plan });
        if (order.Count == 0) return [];
        var all = await Kept(scope, plan);
        return order.ConvertAll(id => (id, all[id]));
    }

    /// <summary>What it said at the end of an earlier day; null: the same version as now.</summary>
    /// <exception cref="RuleBroken">«plan.unknown».</exception>
    public static async Task<PlanText?> On(Scope scope, long plan, DateOnly day)
    {
        if (await scope.One<long>("SELECT COUNT(*) FROM amendment WHERE authority_id = @authority AND plan_id = @plan AND applied_day > @day AND withdrawn_at IS NULL", new { plan, day }) == 0) return null;
        return await Of(scope, plan, await scope.Find<int?>("SELECT MAX(version) FROM amendment WHERE authority_id = @authority AND plan_id = @plan AND applied_day <= @day AND withdrawn_at IS NULL", new { plan, day }) ?? 1);
    }

    /// <summary>The clauses of the plan's act as they read now, in their order.</summary>
    public static async Task<IReadOnlyList<Clause>> Clauses(Scope scope, long plan) => (await scope.All<(string? Number, string Text, ClauseKind Kind)>("""
        SELECT c.number, c.text, c.kind FROM clause c JOIN plan p ON p.authority_id = c.authority_id AND p.act_id = c.act_id WHERE c.authority_id = @authority AND p.id = @plan ORDER BY c.position
        """, new { plan })).ConvertAll(c => new Clause(c.Number, c.Text, c.Kind));

    static async Task<PlanText> Now(Scope scope, long plan)
    {
        var row = await scope.Find<PlanRow>("""
            SELECT p.title, p.signed_by, a.issuer, a.kind, a.number, a.date, a.title AS act_title, a.signatory, a.control, a.is_draft,
                (SELECT MAX(x.version) FROM amendment x WHERE x.authority_id = p.authority_id AND x.plan_id = p.id AND x.applied_day IS NOT NULL AND x.withdrawn_at IS NULL) AS version
            FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @plan
            """, new { plan }) ?? throw new RuleBroken("plan.unknown");
        var rules = await StoredRule.All(scope, plan);
        var order = await scope.All<long>("SELECT id FROM measure WHERE authority_id = @authority AND plan_id = @plan AND excluded_day IS NULL ORDER BY position", new { plan });
        var all = await Kept(scope, plan);
        return new(row.Version ?? 1, new()
        {
            FileName = row.Title,
            Act = new()
            {
                Issuer = row.Issuer,
                Kind = row.Kind,
                Number = row.Number,
                Date = row.Date,
                Title = row.ActTitle,
                Signatory = row.Signatory,
                IsDraft = row.IsDraft,
                Control = Json.Read<string[]>(row.Control),
                Reporting = [.. rules.Select(r => r.AsClause())],
                Clauses = await Clauses(scope, plan),
            },
            PlanTitle = row.Title,
            PlanSignedBy = row.SignedBy,
            Sections = await scope.All<string>("SELECT title FROM section WHERE authority_id = @authority AND plan_id = @plan ORDER BY position", new { plan }),
            Measures = [.. order.Select(id => all[id])],
        }, order);
    }

    /// <summary>Every measure that the plan has or had, as it reads now or read last.</summary>
    static async Task<Dictionary<long, Measure>> Kept(Scope scope, long plan)
    {
        var executors = (await scope.All<ExecutorRow>("SELECT measure_id, printed, by_consent, role, left_day FROM assignment WHERE authority_id = @authority AND plan_id = @plan AND member_of IS NULL AND part_id IS NULL ORDER BY measure_id, position", new { plan })).ToLookup(e => e.MeasureId);
        return (await scope.All<MeasureRow>("""
            SELECT m.id, m.number, m.text, m.goal, m.audience, m.criteria, m.funding, m.funding_json, m.term_text, m.venue, m.executor_text, m.supervisors, m.indicators, m.excluded_day, s.title AS section FROM measure m
            LEFT JOIN section s ON s.authority_id = m.authority_id AND s.plan_id = m.plan_id AND s.position = m.section_position
            WHERE m.authority_id = @authority AND m.plan_id = @plan
            """, new { plan })).ToDictionary(m => m.Id, m => m.AsMeasure(executors[m.Id].Where(e => e.LeftDay is null || e.LeftDay == m.ExcludedDay)));
    }

    sealed record PlanRow(string Title, string? SignedBy, string? Issuer, string? Kind, string? Number, DateOnly? Date, string? ActTitle, string? Signatory, string Control, bool IsDraft, int? Version);
    sealed record ExecutorRow(long MeasureId, string Printed, bool ByConsent, ExecutorRole Role, DateOnly? LeftDay);

    sealed record MeasureRow(long Id, string? Number, string Text, string? Goal, string? Audience, string? Criteria, string? Funding, string FundingJson, string? TermText, string? Venue, string? ExecutorText, string Supervisors, string Indicators, DateOnly? ExcludedDay, string? Section)
    {
        public Measure AsMeasure(IEnumerable<ExecutorRow> executors) => new()
        {
            Number = Number,
            Section = Section,
            Text = Text,
            Goal = Goal,
            Audience = Audience,
            Criteria = Criteria,
            Funding = Funding,
            FundingItems = Json.Read<FundingItem[]>(FundingJson),
            TermText = TermText,
            Venue = Venue,
            ExecutorText = ExecutorText,
            Executors = [.. executors.Select(e => new PrintedExecutor(e.Printed, e.ByConsent) { Role = e.Role })],
            Supervisors = Json.Read<string[]>(Supervisors),
            Indicators = Json.Read<Dictionary<string, string>>(Indicators),
        };
    }
}

/// <summary>What an amendment leaves behind of the version before it, beside the wordings of its measures.</summary>
/// <param name="Reporting">Duties to report, one a line.</param>
/// <param name="Measures">In their order.</param>
/// <param name="Clauses">Items of the act, where the amendment changed them.</param>
/// <param name="Control">Who controlled the execution; null: kept before this was.</param>
sealed record VersionBefore(string Title, DateOnly? From, DateOnly? To, IReadOnlyList<string> Sections, string Reporting, IReadOnlyList<long> Measures, IReadOnlyList<Clause>? Clauses = null, IReadOnlyList<string>? Control = null);
