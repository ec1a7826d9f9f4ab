using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>A plan of this authority as it is told to another one: the act with its clauses and the days in force, the measures as printed.</summary>
sealed record PlanContents(long Id, string Identity, Act Act, string Title, IReadOnlyList<string> Sections, IReadOnlyList<(long Id, Measure Measure)> Measures)
{
    /// <param name="scope">Of the authority.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="excluded">Also measures that an amendment took out, behind all others: a report of an earlier period speaks of them.</param>
    /// <exception cref="RuleBroken">«plan.unknown», «plan.draft».</exception>
    public static async Task<PlanContents> Of(Scope scope, long plan, bool excluded = false)
    {
        var head = await scope.Find<Head>("""
            SELECT p.title, p.act_id, p.control_day, a.identity, a.issuer, a.kind, a.number, a.date, a.title AS act_title FROM plan p
            JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @plan
            """, new { plan }) ?? throw new RuleBroken("plan.unknown");
        if (head.ControlDay is null || head.Number is null || head.Date is null) throw new RuleBroken("plan.draft");
        var clauses = (await scope.All<(string? Number, string Text, ClauseKind Kind)>("SELECT number, text, kind FROM clause WHERE authority_id = @authority AND act_id = @ActId ORDER BY position", new { head.ActId })).ConvertAll(c => new Clause(c.Number, c.Text, c.Kind));
        var executors = (await scope.All<(long Measure, string Name, bool ByConsent)>("SELECT measure_id, printed, by_consent FROM assignment WHERE authority_id = @authority AND plan_id = @plan AND member_of IS NULL AND left_day IS NULL AND part_id IS NULL ORDER BY measure_id, position", new { plan }))
            .ToLookup(e => e.Measure, e => new PrintedExecutor(e.Name, e.ByConsent));
        var measures = await scope.All<MeasureRow>($"""
            SELECT m.id, m.number, m.text, m.goal, m.audience, m.criteria, m.funding, m.term_text, m.venue, m.executor_text, s.title AS section FROM measure m
            LEFT JOIN section s ON s.authority_id = m.authority_id AND s.plan_id = m.plan_id AND s.position = m.section_position
            WHERE m.authority_id = @authority AND m.plan_id = @plan{(excluded ? "" : " AND m.excluded_day IS NULL")} ORDER BY m.position
            """, new { plan });
        var act = new Act
        {
            // A plan under «ЗАТВЕРДЖУЮ» may print no issuer: it is this authority's own.
            Issuer = head.Issuer ?? (await Authorities.AllAuthorities.Of(scope)).Name,
            Kind = head.Kind,
            Number = head.Number,
            Date = head.Date,
            Title = head.ActTitle,
            Clauses = clauses,
            Reporting = [.. (await StoredRule.All(scope, plan)).Select(ClauseOf)],
        };
        var sections = await scope.All<string>("SELECT title FROM section WHERE authority_id = @authority AND plan_id = @plan ORDER BY position", new { plan });
        return new(plan, head.Identity, act, head.Title, sections, [.. measures.Select(m => (m.Id, m.Printed([.. executors[m.Id]])))]);
    }

    static ReportingClause ClauseOf(StoredRule rule) => new()
    {
        Who = rule.Who,
        To = rule.ToWhom,
        Periodicity = rule.Periodicity,
        Once = rule.Once,
        Day = rule.Day,
        MonthRule = rule.MonthRule,
        Months = Json.Read<int[]>(rule.Months),
        Year = rule.Year,
        Text = rule.Text,
        ClauseNumber = rule.ClauseNumber,
    };

    sealed record Head(string Title, long ActId, DateOnly? ControlDay, string Identity, string? Issuer, string? Kind, string? Number, DateOnly? Date, string? ActTitle);

    sealed record MeasureRow(long Id, string? Number, string Text, string? Goal, string? Audience, string? Criteria, string? Funding, string? TermText, string? Venue, string? ExecutorText, string? Section)
    {
        public Measure Printed(IReadOnlyList<PrintedExecutor> executors) => new()
        {
            Number = Number,
            Section = Section,
            Text = Text,
            Goal = Goal,
            Audience = Audience,
            Criteria = Criteria,
            Funding = Funding,
            TermText = TermText,
            Venue = Venue,
            ExecutorText = ExecutorText,
            Executors = executors,
        };
    }
}
