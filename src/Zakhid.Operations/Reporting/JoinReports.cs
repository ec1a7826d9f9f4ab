using Zakhid.Criteria;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Reporting;

/// <summary>A report of the same body that can be answered by one and the same text.</summary>
/// <param name="Measure">Its number as shown.</param>
public sealed record JointCandidate(long Id, string Measure, string Gist, string PlanTitle, string PeriodCode, bool Joined);

/// <summary>The report by which an obligation is answered.</summary>
public sealed record AnsweringReport(long Id, string Measure);

/// <summary>
/// «Один звіт — два заходи»: what two measures, or two plans, ask of one body for the same time is written once. It is handed
/// in once and stands under each obligation with the same receipt; each is accepted or returned by itself.
/// </summary>
public sealed class JoinReports(Store store)
{
    /// <param name="obligation">Whose report is not written of its own.</param>
    /// <param name="with">The obligation whose report answers it too.</param>
    /// <exception cref="RuleBroken">«joint.same», «joint.other-body», «joint.other-period», «joint.already», and the refusals of a draft.</exception>
    public Task Run(Actor by, Moment at, long obligation, long with, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (obligation == with) throw new RuleBroken("joint.same");
        var (joined, report) = (await Owed.Find(w, obligation), await Owed.Find(w, with));
        joined.MustBeWritableBy(w.By, w.At.Day);
        report.MustBeWritableBy(w.By, w.At.Day);
        if (joined.BodyId != report.BodyId) throw new RuleBroken("joint.other-body");
        if (!Zakhid.Obligations.ReportingPeriod.Parse(joined.PeriodCode).Days.Meets(Zakhid.Obligations.ReportingPeriod.Parse(report.PeriodCode).Days)) throw new RuleBroken("joint.other-period");
        // A report that answers others is not itself answered elsewhere, and the other way round.
        if (await AnsweredBy(w, obligation) is not null || await AnsweredBy(w, with) is not null || (await With(w, obligation)).Count > 0) throw new RuleBroken("joint.already");
        await w.Do("INSERT INTO joint_report (authority_id, id, obligation_id, with_id, day, at, person_id) VALUES (@authority, @id, @obligation, @with, @Day, @At, @person)",
            new { id = await w.Next("joint_report"), obligation, with, w.At.Day, w.At.At, person = w.By.Person });
        await w.Log("report.joined", $"obligation/{obligation}", new { with });
    }, stop);

    /// <summary>The obligation gets a report of its own again, until the joint one is handed in.</summary>
    /// <exception cref="RuleBroken">«joint.none», and the refusals of a draft.</exception>
    public Task Part(Actor by, Moment at, long obligation, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        (await Owed.Find(w, obligation)).MustBeWritableBy(w.By, w.At.Day);
        if (await w.Do("UPDATE joint_report SET withdrawn_at = @At WHERE authority_id = @authority AND obligation_id = @obligation AND withdrawn_at IS NULL", new { obligation, w.At.At }) == 0) throw new RuleBroken("joint.none");
        await w.Log("report.parted", $"obligation/{obligation}");
    }, stop);

    /// <summary>By which report an obligation is answered; null: by its own.</summary>
    public static Task<AnsweringReport?> AnsweredBy(Scope scope, long obligation) => scope.Find<AnsweringReport>("""
        SELECT o.id, COALESCE(m.number, CAST(m.position AS TEXT), '') AS measure FROM joint_report j JOIN obligation o ON o.authority_id = j.authority_id AND o.id = j.with_id
        LEFT JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
        WHERE j.authority_id = @authority AND j.obligation_id = @obligation AND j.withdrawn_at IS NULL
        """, new { obligation });

    /// <summary>The obligations that a report answers beside its own.</summary>
    public static Task<List<long>> With(Scope scope, long obligation) =>
        scope.All<long>("SELECT obligation_id FROM joint_report WHERE authority_id = @authority AND with_id = @obligation AND withdrawn_at IS NULL ORDER BY obligation_id", new { obligation });

    /// <summary>What a report answers beside its own measure, handed in or not.</summary>
    public static async Task<IReadOnlyList<JointCandidate>> Joined(Scope scope, long obligation) => await scope.All<JointCandidate>($"""
        SELECT o.id, {Named}, p.title AS plan_title, o.period_code, 1 AS joined FROM joint_report j JOIN obligation o ON o.authority_id = j.authority_id AND o.id = j.obligation_id
        {WithMeasure}
        WHERE j.authority_id = @authority AND j.with_id = @obligation AND j.withdrawn_at IS NULL ORDER BY o.plan_id, m.position, o.id
        """, new { obligation });

    // A part of a divided measure is called «3.а», as its report is.
    const string Named = "CASE WHEN t.letter IS NULL THEN COALESCE(m.number, CAST(m.position AS TEXT)) ELSE RTRIM(COALESCE(m.number, CAST(m.position AS TEXT)), '.') || '.' || t.letter END AS measure, COALESCE(t.gist, m.gist) AS gist";
    const string WithMeasure = """
        JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id JOIN plan p ON p.authority_id = o.authority_id AND p.id = o.plan_id
        LEFT JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id LEFT JOIN part t ON t.authority_id = s.authority_id AND t.id = s.part_id
        """;

    /// <summary>Open reports of the same body for the same time, and those already joined.</summary>
    public static async Task<IReadOnlyList<JointCandidate>> Candidates(Scope scope, long obligation)
    {
        var rows = await scope.All<JointCandidate>($"""
            SELECT o.id, {Named}, p.title AS plan_title, o.period_code,
                EXISTS (SELECT 1 FROM joint_report j WHERE j.authority_id = o.authority_id AND j.obligation_id = o.id AND j.with_id = @obligation AND j.withdrawn_at IS NULL) AS joined
            FROM obligation me JOIN obligation o ON o.authority_id = me.authority_id AND o.body_id = me.body_id AND o.kind = 'Report' AND o.id <> me.id
                AND o.period_from <= me.period_to AND o.period_to >= me.period_from AND o.standing IN ('Expected', 'Draft', 'Returned', 'Apart')
            {WithMeasure}
            WHERE o.authority_id = @authority AND me.id = @obligation
              AND NOT EXISTS (SELECT 1 FROM joint_report j WHERE j.authority_id = o.authority_id AND j.obligation_id = o.id AND j.with_id <> @obligation AND j.withdrawn_at IS NULL)
            ORDER BY o.plan_id, m.position, o.id LIMIT 30
            """, new { obligation });
        return rows;
    }

    /// <summary>
    /// Puts what one report says into the draft of another: its words, state, evidence, and the figures of like targets. A
    /// figure under another measure is marked shared; under the same measure it stands once.
    /// </summary>
    internal static async Task Repeat(WriteScope w, long report, Owed joined)
    {
        var said = await ReportReading.Draft(w, report);
        await w.Do("""
            INSERT INTO report (authority_id, obligation_id, narrative, declared_state, reason, expected_day, version, edited_by, edited_at)
            VALUES (@authority, @Id, @Narrative, @DeclaredState, @Reason, @ExpectedDay, 1, @person, @at)
            ON CONFLICT (authority_id, obligation_id) DO UPDATE SET narrative = @Narrative, declared_state = @DeclaredState, reason = @Reason, expected_day = @ExpectedDay,
                version = report.version + 1, edited_by = @person, edited_at = @at
            """, new { joined.Id, said.Narrative, said.DeclaredState, said.Reason, said.ExpectedDay, person = w.By.Person, at = w.At.At });
        await RepeatFigures(w, report, joined, said.Figures);
        await w.Do("DELETE FROM report_link WHERE authority_id = @authority AND obligation_id = @Id", new { joined.Id });
        await w.DoMany("report_link", said.Links.Select((link, i) => new { ObligationId = joined.Id, Position = i + 1, link.Url, link.Title }).ToList());
        var known = (await ReportReading.Files(w, joined.Id)).Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal);
        foreach (var file in said.Files.Where(file => known.Add(file.Sha256)))
            await w.Do("INSERT INTO evidence (authority_id, id, obligation_id, sha256, name, added_at, added_by) VALUES (@authority, @id, @obligation, @Sha256, @Name, @at, @person)",
                new { id = await w.Next("evidence"), obligation = joined.Id, file.Sha256, file.Name, at = w.At.At, person = w.By.Person });
    }

    static async Task RepeatFigures(WriteScope w, long report, Owed joined, IReadOnlyList<ReportedFigure> figures)
    {
        await w.Do("DELETE FROM report_figure WHERE authority_id = @authority AND obligation_id = @Id", new { joined.Id });
        if (figures.Count == 0) return;
        var measure = (await Owed.Find(w, report)).MeasureId;
        if (measure == joined.MeasureId) return;
        var asked = await Targets(w, joined.MeasureId);
        var given = (await Targets(w, measure)).ToDictionary(target => target.Id);
        foreach (var (figure, like) in figures.Select(figure => (Figure: figure, Like: given.TryGetValue(figure.TargetId, out var from) ? asked.Find(target => target.IsLike(from)) : null)))
        {
            if (like is null) continue;
            await w.Do("INSERT INTO report_figure (authority_id, obligation_id, target_id, value, note, shared) VALUES (@authority, @Joined, @Target, @Value, @Note, 1) ON CONFLICT DO NOTHING",
                new { Joined = joined.Id, Target = like.Id, figure.Value, figure.Note });
        }
    }

    static Task<List<TargetRow>> Targets(Scope scope, long? measure) =>
        scope.All<TargetRow>("SELECT id, type, metric, unit FROM target WHERE authority_id = @authority AND measure_id = @measure ORDER BY position", new { measure });

    sealed record TargetRow(long Id, TargetType Type, string? Metric, string? Unit)
    {
        /// <summary>Asks for the same number: the same thing counted in the same unit.</summary>
        public bool IsLike(TargetRow other) => Folding.Key(Unit ?? "") == Folding.Key(other.Unit ?? "") && Folding.Key(Metric ?? "") == Folding.Key(other.Metric ?? "");
    }
}
