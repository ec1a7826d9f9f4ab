using Zakhid.App.Web;
using Zakhid.Operations.Control;
using Zakhid.Operations.Criteria;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Terms;

namespace Zakhid.App.Pages.Plans;

[SignedIn]
sealed class MeasurePageModel : PastViewPage
{
    public MeasureFacts Measure { get; private set; } = null!;
    public List<(string Printed, bool ByConsent, string Consent)> Executors { get; private set; } = [];
    public List<ObligationLine> Reports { get; private set; } = [];
    public Dictionary<long, string> Printed { get; private set; } = [];
    public List<FieldFact> Fields { get; private set; } = [];
    public IReadOnlyList<MeasurePart> Parts { get; private set; } = [];
    public bool MayDivide { get; private set; }
    public string[] Supervisors { get; private set; } = [];
    public IReadOnlyList<PlanEvent> Awaited { get; private set; } = [];
    public IReadOnlyList<QuotaSlot> Slots { get; private set; } = [];
    public List<(Measure Wording, DateOnly Until)> Earlier { get; private set; } = [];
    public ILookup<long, DayBefore> DaysBefore { get; private set; } = null!;
    public IReadOnlyList<TargetProgress> Progress { get; private set; } = [];

    public async Task OnGet(long id, int position) => await Read(async r =>
    {
        Measure = await r.Find<MeasureFacts>("""
            SELECT m.id, m.plan_id, m.position, m.number, m.text, m.goal, m.audience, m.criteria, m.funding, m.term_text, m.window_from, m.window_to, m.confirmed_state, m.confirmed_day, m.excluded_day, m.excluded_ground, p.title
            FROM measure m JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id WHERE m.authority_id = @authority AND m.plan_id = @id AND m.position = @position
            """, new { id, position }) ?? throw new RuleBroken("measure.unknown");
        // On an earlier day: who had the measure then, and what he had answered by it.
        Executors = Past is { } then ? (await r.All<(string Printed, bool ByConsent, string? Consent)>("""
            SELECT s.printed, s.by_consent, (SELECT c.state FROM consent_fact c WHERE c.authority_id = s.authority_id AND c.assignment_id = s.id AND c.day <= @then ORDER BY c.id DESC LIMIT 1) FROM assignment s
            WHERE s.authority_id = @authority AND s.measure_id = @Id AND s.member_of IS NULL AND s.part_id IS NULL AND COALESCE(s.since_day, '') <= @then AND COALESCE(s.left_day, '9999') > @then ORDER BY s.position
            """, new { Measure.Id, then })).ConvertAll(e => (e.Printed, e.ByConsent, e.Consent ?? ""))
            : await r.All<(string, bool, string)>("SELECT printed, by_consent, consent FROM assignment WHERE authority_id = @authority AND measure_id = @Id AND member_of IS NULL AND left_day IS NULL AND part_id IS NULL ORDER BY position", new { Measure.Id });
        Reports = GroupLines.Standing(await Then(r, id, await ObligationLine.List(r, "o.measure_id = @Id", new { Measure.Id }, "o.period_from, o.id")));
        Printed = await GroupLines.Names(r, Reports);
        Parts = await DivideMeasure.Parts(r, Measure.Id, Past);
        MayDivide = !IsPast && Me.Is(Role.Coordinator) && (Parts.Count > 0 || Executors.Count > 0) && Reports.TrueForAll(line => line.ReportState == "Expected" || line.Standing == "Lapsed");
        var (termJson, supervisors) = await r.One<(string?, string)>("SELECT term_json, supervisors FROM measure WHERE authority_id = @authority AND id = @Id", new { Measure.Id });
        Supervisors = Json.Read<string[]>(supervisors);
        if (termJson is not null && Json.Read<Term>(termJson) is var term)
        {
            var keys = AwaitedEvent.All(term).Select(awaited => awaited.Key).ToHashSet(StringComparer.Ordinal);
            if (keys.Count > 0) Awaited = [.. (await (await PlanEvents.Of(r, Measure.PlanId)).Awaited(r, Measure.PlanId)).Where(awaited => keys.Contains(awaited.Awaited.Key))];
            if (Measure is { WindowFrom: { } from, WindowTo: { } to } && from <= to) Slots = QuotaSlots.Of(term, new(from, to));
        }
        Earlier = [.. (await r.All<(string, DateOnly)>("SELECT wording, until_day FROM measure_wording WHERE authority_id = @authority AND measure_id = @Id ORDER BY until_version DESC", new { Measure.Id })).Select(w => (Json.Read<Measure>(w.Item1), w.Item2))];
        if (Past is { } day) LookBack(day);
        DaysBefore = (await r.All<DayBefore>("SELECT c.obligation_id AS obligation, c.adjusted AS day, c.ground FROM obligation_change c JOIN obligation o ON o.authority_id = c.authority_id AND o.id = c.obligation_id WHERE c.authority_id = @authority AND o.measure_id = @Id AND c.kind = 'Moved' ORDER BY c.amendment_id", new { Measure.Id }))
            .Concat(await r.All<DayBefore>("SELECT d.obligation_id AS obligation, d.adjusted AS day, d.ground FROM obligation_day d JOIN obligation o ON o.authority_id = d.authority_id AND o.id = d.obligation_id WHERE d.authority_id = @authority AND o.measure_id = @Id ORDER BY d.change_id", new { Measure.Id })).ToLookup(d => d.Obligation);
        Progress = await MeasureProgress.OfMeasure(r, Measure.Id, Seen);
        Fields = await r.All<FieldFact>("""
            SELECT f.field, f.place, f.printed, f.corrected_at, p.post FROM measure_field f LEFT JOIN person p ON p.authority_id = f.authority_id AND p.id = f.corrected_by
            WHERE f.authority_id = @authority AND f.measure_id = @Id ORDER BY f.field
            """, new { Measure.Id });
        return true;
    });

    /// What was confirmed, excluded or worded otherwise later is not so yet.
    void LookBack(DateOnly day)
    {
        if (Measure.ConfirmedDay > day) Measure = Measure with { ConfirmedDay = null, ConfirmedState = null };
        if (Measure.ExcludedDay > day) Measure = Measure with { ExcludedDay = null, ExcludedGround = null };
        // The newest stands first: of those that ended after the day, the oldest held on it.
        if (Earlier.FindLast(e => e.Until > day) is { Wording: { } then }) Measure = Measure with { Text = then.Text, Goal = then.Goal, Audience = then.Audience, Criteria = then.Criteria, Funding = then.Funding, TermText = then.TermText };
        Earlier = Earlier.FindAll(e => e.Until <= day);
    }

    /// Owed no more, and nothing was ever handed in for it.
    public bool IsDropped(ObligationLine line) => line is { Standing: "Lapsed", SubmittedDay: null };

    /// Of a measure with many reports, those whose period has not begun are folded: years of them would hide what is asked now.
    public bool IsAhead(ObligationLine line) => Reports.Count > MostInSight && !IsDropped(line) && line.PeriodFrom > Seen && line.ReportState == "Expected";
    const int MostInSight = 12;

    public string? WhereRead(string field)
    {
        if (Fields.FirstOrDefault(f => f.Field == field)?.Place is not { } json) return null;
        return PlaceWords.Of(Json.Read<Place>(json), English);
    }
}

sealed record MeasureFacts(long Id, long PlanId, int Position, string? Number, string Text, string? Goal, string? Audience, string? Criteria, string? Funding, string? TermText, DateOnly? WindowFrom, DateOnly? WindowTo, ExecutionState? ConfirmedState, DateOnly? ConfirmedDay, DateOnly? ExcludedDay, string? ExcludedGround, string Title);

/// The due day that a report had before an amendment.
sealed record DayBefore(long Obligation, DateOnly Day, string Ground);

sealed record FieldFact(string Field, string? Place, string? Printed, DateTimeOffset? CorrectedAt, string? Post);
