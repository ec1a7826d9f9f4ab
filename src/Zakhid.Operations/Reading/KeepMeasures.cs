using Zakhid.Criteria;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Reading;

/// <summary>Keeps measures with their criteria and executors: those of a whole plan with a few statements, an amendment's one by one.</summary>
static class KeepMeasures
{
    /// <summary>Where a measure stands in its plan, and from which day where an amendment put it there.</summary>
    internal sealed record Standing(long Plan, long Id, int Position, int? Section, string Gist, MeasureWindow Window, DateOnly? Since);

    internal static async Task Within(WriteScope w, MadePlan plan, long planId)
    {
        var actDate = plan.Act.Date ?? w.At.Day;
        var gists = Gist.Of([.. plan.Measures.Select(m => m.Printed.Text)]);
        var sections = plan.Sections.ToList();
        var first = await w.Next("measure", plan.Measures.Count);
        await Within(w, [.. plan.Measures.Select((made, i) => (made, new Standing(planId, first + i, i + 1, Section(sections, made.Printed), gists[i], MeasureWindow.Of(made.Term, plan.Days, actDate), null)))], new NamedBodies(w));
    }

    internal static int? Section(List<string> sections, Measure measure) => measure.Section is { } title && sections.IndexOf(title) is >= 0 and var at ? at + 1 : null;

    internal static async Task Within(WriteScope w, IReadOnlyList<(MadeMeasure Made, Standing At)> measures, NamedBodies bodies)
    {
        await w.DoMany("measure", measures.Select(m => new
        {
            m.At.Id,
            PlanId = m.At.Plan,
            m.At.Position,
            SectionPosition = m.At.Section,
            m.Made.Printed.Number,
            m.Made.Printed.Text,
            m.At.Gist,
            m.Made.Printed.Goal,
            m.Made.Printed.Audience,
            m.Made.Printed.Criteria,
            m.Made.Printed.Funding,
            FundingJson = Json.Write(m.Made.Printed.FundingItems),
            m.Made.Printed.TermText,
            TermJson = m.Made.Term is null ? null : Json.Write(m.Made.Term),
            m.Made.Printed.Venue,
            m.Made.Printed.ExecutorText,
            Supervisors = Json.Write(m.Made.Printed.Supervisors),
            Indicators = Json.Write(m.Made.Printed.Indicators),
            WindowFrom = m.At.Window.From,
            WindowTo = m.At.Window.To,
            SearchKey = SearchKey(m.Made.Printed),
            SinceDay = m.At.Since,
        }).ToList());
        await w.DoMany("measure_field", measures.SelectMany(m => m.Made.Places.Keys.Union(m.Made.Corrected.Keys, StringComparer.Ordinal).Select(field => new
        {
            MeasureId = m.At.Id,
            Field = field,
            Place = m.Made.Places.TryGetValue(field, out var place) ? Json.Write(place) : null,
            Printed = m.Made.Corrected.GetValueOrDefault(field)?.Printed,
            CorrectedBy = m.Made.Corrected.GetValueOrDefault(field)?.By,
            CorrectedAt = m.Made.Corrected.GetValueOrDefault(field)?.At,
        })).ToList());
        foreach (var since in measures.GroupBy(m => m.At.Since))
        {
            await Targets(w, [.. since.SelectMany(m => m.Made.Targets.Select((t, i) => (m.At.Id, i + 1, t)))], since.Key);
            await Assignments(w, [.. since.SelectMany(m => m.Made.Executors.Select((e, i) => (m.At.Id, i + 1, e)))], measures[0].At.Plan, bodies, since.Key);
        }
    }

    internal static string SearchKey(Measure measure) => Folding.Key($"{measure.Number} {measure.Text}");

    internal static async Task Targets(WriteScope w, IReadOnlyList<(long Measure, int Position, Target Target)> targets, DateOnly? since)
    {
        if (targets.Count == 0) return;
        var first = await w.Next("target", targets.Count);
        await w.DoMany("target", targets.Select((t, i) => new
        {
            Id = first + i,
            MeasureId = t.Measure,
            t.Position,
            t.Target.Type,
            t.Target.Metric,
            t.Target.Unit,
            t.Target.Value,
            t.Target.Measurable,
            Meaning = Json.Write(t.Target),
            SinceDay = since,
        }).ToList());
    }

    internal static async Task Assignments(WriteScope w, IReadOnlyList<(long Measure, int Position, MadeExecutor Made)> executors, long plan, NamedBodies bodies, DateOnly? since)
    {
        if (executors.Count == 0) return;
        await bodies.Know([.. executors.Select(e => e.Made)]);
        var first = await w.Next("assignment", executors.Count);
        await w.DoMany("assignment", executors.Select((e, i) => new
        {
            Id = first + i,
            PlanId = plan,
            MeasureId = e.Measure,
            BodyId = bodies[e.Made],
            e.Position,
            e.Made.Executor.Role,
            e.Made.Executor.ByConsent,
            Consent = e.Made.Executor.ByConsent ? "Asked" : "",
            Owes = Owes(e.Made),
            e.Made.Executor.Printed,
            e.Made.Executor.Qualifier,
            SinceDay = since,
        }).ToList());
    }

    /// <summary>Who nobody can identify owes nothing and stays in the printed list; supervisors see and owe nothing.</summary>
    internal static bool Owes(MadeExecutor made) =>
        made.Owes && made.Executor.Kind is not (ExecutorKind.Unspecified or ExecutorKind.Reference) && made.Executor.Role is ExecutorRole.Responsible or ExecutorRole.Lead or ExecutorRole.CoExecutor;
}
