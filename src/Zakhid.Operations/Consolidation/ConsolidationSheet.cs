using System.Text.Json.Serialization;
using Zakhid.Calendar;
using Zakhid.Consolidation;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Consolidation;

/// <summary>A row of a period's document: the measure as the act prints it, and what its executors did.</summary>
public sealed record ConsolidationRow
{
    public required long MeasureId { get; init; }
    public required int Position { get; init; }
    public string? Number { get; init; }
    public string? Section { get; init; }
    public required string Text { get; init; }
    public string? TermText { get; init; }
    public string? Criteria { get; init; }
    public required IReadOnlyList<string> Executors { get; init; }
    /// <summary>The accepted reports, in the order of executors.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }
    /// <summary>Who owes and gave nothing, or was returned what he gave: «інформації не надано».</summary>
    public required IReadOnlyList<string> Silent { get; init; }
    /// <summary>Whose report is handed in and waits for the coordinator's decision: not silent, and not yet in the text.</summary>
    public required IReadOnlyList<string> UnderReview { get; init; }
    /// <summary>The reports behind <see cref="Silent"/> and <see cref="UnderReview"/>.</summary>
    public required IReadOnlyList<OpenReport> Open { get; init; }
    /// <summary>Asked «за згодою» without an answer: in a line of their own, no fault of theirs.</summary>
    public required IReadOnlyList<string> Apart { get; init; }
    /// <summary>The text of the document: as edited, else as it starts.</summary>
    public required string Summary { get; init; }
    public required bool IsEdited { get; init; }
    public long Version { get; init; }
    public ExecutionState? State { get; init; }
    public required IReadOnlyList<string> Figures { get; init; }

    [JsonIgnore]
    public IReadOnlyList<TracedSentence> Traced => Sentences.Trace(Summary, Sources);

    /// <summary>Accepted reports of which no sentence stands in the text: accepted after it was edited, or left out.</summary>
    /// <param name="traced">The sentences of the text, see <see cref="Traced"/>.</param>
    public IReadOnlyList<Source> Unused(IReadOnlyList<TracedSentence> traced)
    {
        var used = traced.Select(t => t.Source?.Receipt).ToHashSet();
        return [.. Sources.Where(s => !used.Contains(s.Receipt))];
    }
}

/// <summary>A report of the period that is not accepted; <see cref="DueDay"/> of a returned one is the day set by the return.</summary>
public sealed record OpenReport(long Id, string Body, string ReportState, DateOnly DueDay);

/// <summary>What the document of a period is made of, at this moment or, once sent, as it was sent.</summary>
public sealed record ConsolidationSheet
{
    public required long Id { get; init; }
    public required long PlanId { get; init; }
    /// <summary>1: the period's document; from 2 on a supplement to what was sent.</summary>
    public int Edition { get; init; } = 1;
    public required ReportingPeriod Period { get; init; }
    public DateOnly? SentDay { get; init; }
    public string? DocxSha256 { get; init; }
    public required IReadOnlyList<ConsolidationRow> Rows { get; init; }
    public required int Owed { get; init; }
    public required int Accepted { get; init; }
    public required IReadOnlyList<string> Bodies { get; init; }
    public required IReadOnlyList<string> SilentBodies { get; init; }

    /// <summary>Reads the sheet of a plan's period; one that nobody opened yet has <see cref="Id"/> 0.</summary>
    /// <param name="edition">Null: the last one.</param>
    /// <param name="asOf">By the facts recorded up to the end of that day; null: up to now.</param>
    public static async Task<ConsolidationSheet> Read(Scope scope, long plan, string period, int? edition = null, DateOnly? asOf = null)
    {
        var day = asOf ?? DateOnly.MaxValue;
        var opened = await scope.Find<Opened>("""
            SELECT id, edition, sent_day, docx_sha256, rows FROM consolidation
            WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND edition <= @upTo AND started_day <= @day ORDER BY edition DESC LIMIT 1
            """, new { plan, period, upTo = edition ?? int.MaxValue, day });
        if (opened?.Rows is { } frozen && opened.SentDay <= day) return Json.Read<ConsolidationSheet>(frozen) with { Id = opened.Id, Edition = opened.Edition, SentDay = opened.SentDay, DocxSha256 = opened.DocxSha256 };

        var owed = await Owing(scope, plan, period, asOf);
        var measures = await scope.All<MeasureRow>("""
            SELECT m.id, m.position, m.number, m.text, m.term_text, m.criteria, s.title AS section, m.since_day, m.excluded_day FROM measure m
            LEFT JOIN section s ON s.authority_id = m.authority_id AND s.plan_id = m.plan_id AND s.position = m.section_position
            WHERE m.authority_id = @authority AND m.plan_id = @plan ORDER BY m.position
            """, new { plan });
        // A period is told in the words, and of the measures and executors, that held at its end.
        var end = ReportingPeriod.Parse(period).End;
        var then = await EarlierWording.OfPlan(scope, plan, end);
        var executors = (await scope.All<(long Measure, string Printed)>("""
            SELECT measure_id, printed FROM assignment WHERE authority_id = @authority AND plan_id = @plan AND member_of IS NULL AND part_id IS NULL AND COALESCE(since_day, '') <= @end AND COALESCE(left_day, '9999') > @end ORDER BY measure_id, position
            """, new { plan, end })).ToLookup(e => e.Measure, e => e.Printed);
        var edited = (await scope.All<EditedText>("SELECT measure_id, text, version FROM consolidation_text WHERE authority_id = @authority AND consolidation_id = @id AND edited_at < @until", new { id = opened?.Id ?? 0, until = asOf is null ? DateTimeOffset.MaxValue : KyivTime.StartOf(day.AddDays(1)) })).ToDictionary(t => t.MeasureId);
        var accepted = owed.Where(o => o.ReportState == "Accepted").Select(o => o.Id).ToHashSet();
        var figures = (await scope.All<(long Obligation, long Measure, string? Unit, string? Metric, decimal Value)>($"""
            SELECT o.id, t.measure_id, t.unit, t.metric, {scope.Dialect.Number("f.value")} FROM report_figure f
            JOIN target t ON t.authority_id = f.authority_id AND t.id = f.target_id
            JOIN obligation o ON o.authority_id = f.authority_id AND o.id = f.obligation_id
            WHERE f.authority_id = @authority AND o.plan_id = @plan AND o.period_code = @period AND o.report_state = 'Accepted' ORDER BY t.measure_id, t.position
            """, new { plan, period })).Where(f => accepted.Contains(f.Obligation)).ToLookup(f => f.Measure);

        var said = await ReportReading.LastOfPeriod(scope, plan, period, asOf);
        var ofMeasure = owed.ToLookup(o => o.MeasureId);
        var rows = new List<ConsolidationRow>(measures.Count);
        foreach (var m in measures)
        {
            var mine = ofMeasure[m.Id].ToList();
            var read = then.GetValueOrDefault(m.Id);
            if (mine.Count == 0 && (m.ExcludedDay <= end || (m.SinceDay > end && read is null))) continue;
            List<Source> sources = [.. mine.Where(o => o.ReportState == "Accepted" && said.ContainsKey(o.Id)).Select(o => new Source(said[o.Id].Receipt, o.Body, said[o.Id].Said.Narrative))];
            var text = edited.GetValueOrDefault(m.Id);
            rows.Add(new()
            {
                MeasureId = m.Id,
                Position = m.Position,
                Number = read is null ? m.Number : read.Number,
                Section = read is null ? m.Section : read.Section,
                Text = read is null ? m.Text : read.Text,
                TermText = read is null ? m.TermText : read.TermText,
                Criteria = read is null ? m.Criteria : read.Criteria,
                Executors = [.. executors[m.Id]],
                Sources = sources,
                Silent = [.. mine.Where(o => o.IsSilent).Select(o => o.Named)],
                UnderReview = [.. mine.Where(o => o.ReportState == "Submitted").Select(o => o.Named)],
                Open = [.. mine.Where(o => o.IsSilent || o.ReportState == "Submitted").Select(o => new OpenReport(o.Id, o.Named, o.ReportState, o.DueDay))],
                Apart = [.. mine.Where(o => o.Standing == "Apart").Select(o => o.Named)],
                Summary = text?.Text ?? Sentences.Draft(sources),
                IsEdited = text is not null,
                Version = text?.Version ?? 0,
                State = MeasureExecution.Of([.. mine.Where(o => o.Standing != "Apart").Select(o => o.ConfirmedState)]),
                Figures = [.. figures[m.Id].GroupBy(f => (f.Metric, f.Unit)).SelectMany(g => FigureWords.Together(g.Key.Unit, [.. g.Select(f => f.Value)]))],
            });
        }

        var counted = owed.Where(o => o.Standing != "Apart").ToList();
        return new()
        {
            Id = opened?.Id ?? 0,
            PlanId = plan,
            Edition = opened?.Edition ?? 1,
            Period = ReportingPeriod.Parse(period),
            Rows = rows,
            Owed = counted.Count,
            Accepted = counted.Count(o => o.ReportState == "Accepted"),
            Bodies = [.. counted.Select(o => o.Body).Distinct(StringComparer.Ordinal)],
            SilentBodies = [.. counted.GroupBy(o => o.Body, StringComparer.Ordinal).Where(g => g.All(o => o.IsSilent)).Select(g => g.Key)],
        };
    }

    /// <summary>The reports of the period that are owed, each as it stands or stood.</summary>
    static async Task<List<OwedRow>> Owing(Scope scope, long plan, string period, DateOnly? asOf)
    {
        // Each table by itself, as the plan's: joined, every report would be looked up in all of them.
        var assignments = (await scope.All<(long Id, int Position, string? Part)>("""
            SELECT s.id, s.position, t.letter FROM assignment s LEFT JOIN part t ON t.authority_id = s.authority_id AND t.id = s.part_id WHERE s.authority_id = @authority AND s.plan_id = @plan
            """, new { plan })).ToDictionary(s => s.Id);
        var reports = await scope.All<OwedRow>("""
            SELECT id, measure_id, assignment_id, body_id, report_state, standing, due_day, confirmed_state FROM obligation
            WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND kind = 'Report'
            """, new { plan, period });
        var bodies = (await scope.All<(long Id, string Name)>($"SELECT id, name FROM body WHERE authority_id = @authority AND id {scope.Dialect.Among("@ids")}", new { ids = reports.Select(o => o.BodyId).Distinct().ToList() })).ToDictionary(b => b.Id, b => b.Name);
        List<OwedRow> owed = [.. reports.Select(o => (Row: o with { Body = bodies[o.BodyId], Part = assignments.GetValueOrDefault(o.AssignmentId ?? 0).Part }, assignments.GetValueOrDefault(o.AssignmentId ?? 0).Position))
            .OrderBy(o => o.Row.MeasureId).ThenBy(o => o.Position).ThenBy(o => o.Row.Id).Select(o => o.Row)];
        if (asOf is { } day)
        {
            var then = await StandingOn.Of(scope, plan, day, period);
            owed = [.. owed.Select(o => o.Then(then[o.Id]))];
        }
        return [.. owed.Where(o => o.Standing is not ("Lapsed" or "Declined"))];
    }

    sealed record Opened(long Id, int Edition, DateOnly? SentDay, string? DocxSha256, string? Rows);
    sealed record OwedRow(long Id, long? MeasureId, long? AssignmentId, long BodyId, string ReportState, string Standing, DateOnly DueDay, ExecutionState? ConfirmedState)
    {
        public string Body { get; init; } = "";
        public string? Part { get; init; }
        /// <summary>«Відділ культури (а)»: which part of a divided measure he owes on.</summary>
        public string Named => Part is null ? Body : $"{Body} ({Part})";
        public bool IsSilent => ReportState is not ("Accepted" or "Submitted") && Standing != "Apart";
        public OwedRow Then(StandingOn day) => this with { ReportState = day.ReportState, Standing = day.Standing, DueDay = day.DueDay, ConfirmedState = day.ConfirmedState };
    }

    sealed record MeasureRow(long Id, int Position, string? Number, string Text, string? TermText, string? Criteria, string? Section, DateOnly? SinceDay, DateOnly? ExcludedDay);
    sealed record EditedText(long MeasureId, string Text, long Version);
}
