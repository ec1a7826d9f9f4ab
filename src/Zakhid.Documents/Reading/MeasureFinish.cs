using System.Globalization;
using Zakhid.Linting;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>Makes the reading of what was gathered: measures, places, doubts and remarks with their pointers.</summary>
static class MeasureFinish
{
    public static PlanReading Finish(string file, Act act, PlanDraft plan, ReadingNotes notes)
    {
        var measures = new List<Measure>(plan.Measures.Count);
        var cells = plan.Measures.ConvertAll(draft => draft.Lines("executors") is { } lines ? ExecutorCell.Joined(lines) : null);
        var executors = Once.Of(cells, cell =>
        {
            var named = ExecutorCell.Read(plan.StarMeansConsent ? cell.Replace("*", " (за згодою)", StringComparison.Ordinal) : cell, act.Issuer, out var doubtful);
            return (Named: named, Doubtful: doubtful);
        });
        Likeness.DoubtOdd(plan.Measures);
        var sections = plan.SectionPlaces.Where(s => s.Title is not null).DistinctBy(s => s.Title).ToDictionary(s => s.Title!, s => s.Place, StringComparer.Ordinal);
        var likeness = new Likeness();
        var answered = (Who: plan.Measures.Exists(m => m.Has("executors")), When: plan.Measures.Exists(m => m.Has("term_text")));
        for (var i = 0; i < plan.Measures.Count; i++)
        {
            var draft = plan.Measures[i];
            var (named, doubtful) = cells[i] is { } cell ? executors(cell) : ([], false);
            if (doubtful) draft.Doubts.Add("executors");
            // A paragraph that says no who or no when, where others do, may have kept it in its text.
            if (draft.FromText && (answered.Who && !draft.Has("executors") || answered.When && !draft.Has("term_text"))) draft.Doubts.Add("text");
            measures.Add(Measure(draft, cells[i], named, likeness));
            foreach (var (field, place) in draft.Places) notes.At($"/measures/{i.ToString(CultureInfo.InvariantCulture)}/{field}", place);
            if (draft.Section is not null && sections.TryGetValue(draft.Section, out var at)) notes.At($"/measures/{i}/section", at);
            foreach (var field in draft.Doubts) notes.Doubt($"/measures/{i}/{field}");
        }
        for (var i = 0; i < plan.SectionPlaces.Count; i++) notes.At($"/sections/{i}", plan.SectionPlaces[i].Place);
        notes.Remarks.AddRange(plan.Remarks);
        notes.Remarks.AddRange(PlanLinter.CheckPrinted(act, measures, pointer => notes.Places.GetValueOrDefault(pointer)));
        return new() { FileName = file, Act = act, Sections = plan.Sections, Measures = measures, Remarks = notes.Remarks, Places = notes.Places, Unsure = notes.Unsure };
    }

    static Measure Measure(MeasureDraft draft, string? executors, IReadOnlyList<PrintedExecutor> named, Likeness likeness)
    {
        likeness.Doubt(draft, named);
        return new()
        {
            Number = draft.Number,
            Section = draft.Section,
            Text = draft.Text("text")!,
            Goal = draft.Text("goal"),
            Audience = draft.Text("audience"),
            Criteria = draft.Text("criteria"),
            Funding = draft.Funding(),
            FundingItems = draft.FundingItems,
            TermText = draft.Text("term_text"),
            Venue = draft.Text("place"),
            ExecutorText = executors,
            Executors = named,
            Supervisors = draft.Lines("supervisors") is { } people ? ExecutorCell.People(people) : [],
            Indicators = draft.Indicators,
        };
    }
}
