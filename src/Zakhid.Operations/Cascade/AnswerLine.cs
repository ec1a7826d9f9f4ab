using Zakhid.Documents.Cascade;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.Operations.Cascade;

/// <summary>What becomes of an answer to one of our measures.</summary>
public enum AnswerFate
{
    /// <summary>Becomes a report that waits for the coordinator's decision.</summary>
    Submits,
    /// <summary>Longer than a report may be: kept as a draft to be cut.</summary>
    Drafts,
    /// <summary>The body below gave nothing for it.</summary>
    Silent,
    /// <summary>This body owes no report on it for the period.</summary>
    NotOwed,
    /// <summary>A report is handed in or accepted already, or a draft is being written: nothing is overwritten.</summary>
    Taken,
}

/// <summary>What a package answers to one measure of ours: the text and figures of all measures linked to it, with their source.</summary>
/// <param name="Position">Of our measure.</param>
/// <param name="Sources">The numbers of theirs, as printed there.</param>
public sealed record AnswerLine(int Position, string Named, string Gist, IReadOnlyList<string> Sources, long? Obligation, AnswerFate Fate, ReportContent Content, IReadOnlyList<PackageEvidence> Evidence)
{
    public static async Task<IReadOnlyList<AnswerLine>> Of(Scope scope, ExchangePackage p, long plan, long? body)
    {
        var period = p.Report!.Period;
        var measures = (await scope.All<Ours>("SELECT id, position, COALESCE(number, CAST(position AS TEXT)) AS named, gist, text FROM measure WHERE authority_id = @authority AND plan_id = @plan", new { plan })).ToDictionary(m => m.Position);
        var targets = (await scope.All<Target>("""
            SELECT t.id, t.measure_id, t.metric, t.unit FROM target t JOIN measure m ON m.authority_id = t.authority_id AND m.id = t.measure_id
            WHERE t.authority_id = @authority AND m.plan_id = @plan AND t.measurable = 1 ORDER BY t.measure_id, t.position
            """, new { plan })).ToLookup(t => t.MeasureId);
        var owed = body is null ? [] : (await scope.All<Owing>("""
            SELECT o.id, o.measure_id, o.standing, o.report_state FROM obligation o
            WHERE o.authority_id = @authority AND o.plan_id = @plan AND o.period_code = @period AND o.body_id = @body AND o.kind = 'Report' ORDER BY o.id
            """, new { plan, period, body })).GroupBy(o => o.MeasureId).ToDictionary(g => g.Key, g => g.First());
        var rows = p.Report.Rows.ToDictionary(r => r.Measure);

        var lines = new List<AnswerLine>();
        // Who answers may have an earlier edition of the plan: a measure that has moved since is known by its words.
        var byText = measures.Values.GroupBy(m => Folding.Key(m.Text), StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Position, StringComparer.Ordinal);
        int Now(PackageLink link) => measures.TryGetValue(link.Position, out var at) && Folding.Key(at.Text) == Folding.Key(link.Text) ? link.Position : byText.GetValueOrDefault(Folding.Key(link.Text), link.Position);
        foreach (var linked in p.Links.GroupBy(Now).OrderBy(g => g.Key))
        {
            if (!measures.TryGetValue(linked.Key, out var ours)) continue;
            var theirs = linked.Select(l => l.Measure).Distinct().Order().ToList();
            var answered = theirs.Where(rows.ContainsKey).Select(m => rows[m]).Where(r => r.Text.Trim().Length > 0).ToList();
            var content = Joined(p, answered, [.. targets[ours.Id]]);
            var obligation = owed.GetValueOrDefault(ours.Id);
            var fate = answered.Count == 0 ? AnswerFate.Silent
                : obligation is null || obligation.Standing is "Lapsed" or "Declined" ? AnswerFate.NotOwed
                : obligation.ReportState is not ("Expected" or "Returned") ? AnswerFate.Taken
                : content.Narrative.Length > ReportContent.LongestNarrative ? AnswerFate.Drafts : AnswerFate.Submits;
            lines.Add(new(ours.Position, ours.Named, ours.Gist, [.. theirs.Select(m => NumberOf(p, m))], obligation?.Id, fate, content, [.. p.Evidence.Where(e => theirs.Contains(e.Measure)).DistinctBy(e => e.Sha256)]));
        }
        return lines;
    }

    static string NumberOf(ExchangePackage p, int measure) => p.Measures[measure - 1].Number ?? measure.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static ReportContent Joined(ExchangePackage p, List<PackageRow> rows, List<Target> targets)
    {
        var narrative = rows.Count == 1 ? rows[0].Text.Trim() : string.Join('\n', rows.Select(r => $"Захід {NumberOf(p, r.Measure)}: {r.Text.Trim()}"));
        var state = MeasureExecution.Of([.. rows.Select(r => r.State)]) ?? ExecutionState.InProgress;
        return new()
        {
            Narrative = narrative,
            DeclaredState = state,
            Reason = state is ExecutionState.NotDone or ExecutionState.Obsolete ? $"Причину названо в тексті: {PackagePreview.GroundOf(p)}" : null,
            Figures = [.. targets.Select(target => Figure(p, rows, target, targets)).OfType<ReportedFigure>()],
        };
    }

    /// <summary>
    /// The sum of what theirs counted of the same thing, with where each part is from: the same words and unit, else the same unit
    /// where our measure has one target of it. Shares are never added up.
    /// </summary>
    static ReportedFigure? Figure(ExchangePackage p, List<PackageRow> rows, Target target, List<Target> targets)
    {
        var parts = Parts(figure => Key(figure.Metric) == Key(target.Metric));
        if (parts.Count == 0 && targets.Count(t => t.Unit == target.Unit) == 1) parts = Parts(_ => true);
        if (parts.Count == 0 || target.Unit == "%" && parts.Count > 1) return null;
        var source = string.Join(" + ", parts.Select(part => $"{Zakhid.Criteria.UnitForms.Figure(part.Value)} (захід {NumberOf(p, part.Measure)})"));
        return new(target.Id, parts.Sum(part => part.Value), $"{p.Issuer.Name}: {source}");

        List<(int Measure, decimal Value)> Parts(Func<PackageFigure, bool> same) =>
            [.. rows.SelectMany(r => r.Figures.Where(f => Key(f.Unit) == Key(target.Unit) && same(f)), (r, f) => (r.Measure, f.Value))];
    }

    static string Key(string? words) => Folding.Key(words ?? "");

    sealed record Ours(long Id, int Position, string Named, string Gist, string Text);
    sealed record Target(long Id, long MeasureId, string? Metric, string? Unit);
    sealed record Owing(long Id, long MeasureId, string Standing, string ReportState);
}
