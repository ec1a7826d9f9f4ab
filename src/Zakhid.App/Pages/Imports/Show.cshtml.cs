using Zakhid.Operations.Obligations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Documents;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Reading;
using Zakhid.Terms;

namespace Zakhid.App.Pages.Imports;

[Access(Role.Coordinator)]
sealed class ShowModel : ImportPage
{
    Dictionary<int, IReadOnlyList<Executor>> _executors = [];
    bool _asText;

    public SourcePane Pane { get; private set; } = null!;
    public MadePlan Plan { get; private set; } = null!;
    public PlanForecast Forecast { get; private set; } = null!;
    /// The one that is asked now.
    public Doubt? Asked { get; private set; }
    /// What the form had when a rule was broken.
    public Dictionary<string, string?> Typed { get; } = new(StringComparer.Ordinal);
    /// Who may consolidate, the proposal first.
    public List<string> Coordinators { get; private set; } = [];
    public string? Coordinator { get; private set; }
    /// As chosen, else as offered: ten days before the act's own summary where it names one.
    public ChosenRule Rule
    {
        get
        {
            var offered = ChosenRule.Of(ReportingRule.Offered(Plan.Rules.FirstOrDefault(r => r.Kind == ObligationKind.Consolidation) ?? Above?.Rule));
            return new(_typed.Length ?? offered.Periodicity, _typed.Day ?? offered.Day, _typed.Month ?? offered.MonthRule);
        }
    }

    (PeriodLength? Length, int? Day, MonthRule? Month) _typed;
    /// False: nobody is asked for reports until a rule is set on the plan's page.
    public bool RuleIsSet { get; private set; } = true;
    public bool IsDraft => Sheet.Reading.Act.IsDraft || Sheet.Reading.Act.Date is null;
    /// The day of the act above that a derived draft carries out; null: none is known.
    public DayAbove? Above { get; private set; }
    /// No measure names anybody who would report.
    public bool NobodyReports => Plan.Measures.All(m => m.Executors.Count == 0);
    public bool NeedsRule => !Plan.Rules.Any(r => r.Kind == ObligationKind.Report);

    public async Task<IActionResult> OnGet(long id, string? doubt, string? coordinator, string? periodicity, int? day, string? month, string? view = null)
    {
        _asText = view == "text";
        await LoadSheet(id);
        if (Sheet.PlanId is { } plan) return To($"/plans/{plan}");
        if (Sheet.Changes is not null) return To($"{Here}/difference");
        ReadRule(periodicity, day, month);
        await Load(doubt, coordinator);
        return Page();
    }

    public async Task<IActionResult> OnGetFile(long id)
    {
        await LoadSheet(id);
        try
        {
            return File(Store.Files.Open(Sheet.Sha256), "application/octet-stream", Refusal.Shown(Sheet.FileName));
        }
        catch (IOException)
        {
            throw new RuleBroken("file.unknown");
        }
    }

    /// The picture of a page of the file.
    public async Task<IActionResult> OnGetPage(long id, int number)
    {
        await LoadSheet(id);
        try
        {
            var source = await SourceDocuments.Of(Store, Sheet.Sha256, Sheet.FileName);
            if (number < 1 || number > source.Pages.Count) throw new RuleBroken("file.unknown");
            var picture = await SourceDocuments.Picture(Store, Sheet.Sha256, Sheet.FileName, number, Stop);
            // The file of an import never changes.
            Response.Headers.CacheControl = "private, max-age=86400, immutable";
            return File(picture, "image/png");
        }
        catch (Exception absent) when (absent is IOException or FileRefused)
        {
            throw new RuleBroken("file.unknown");
        }
    }

    public async Task<IActionResult> OnPostCorrect(long id, string? doubt, long? version)
    {
        await LoadSheet(id);
        if (Sheet.Doubts.FirstOrDefault(d => d.Pointer == doubt) is not { } asked) return To(Here);
        foreach (var pointer in Asks(asked)) Typed[pointer] = Sent(FieldNames.FieldOf(pointer));
        var values = new Dictionary<string, string?>(Typed, StringComparer.Ordinal);
        if (IsSameBody(asked)) values[asked.Pointer] = Request.Form["same"];
        if (values.Count == 0) values[asked.Pointer] = null;
        if (await Try(IsSameBody(asked) ? "same" : FieldNames.FieldOf(values.Keys.First()), () => new CorrectReading(Store).Run(Me, Now, id, values, [.. values.Keys, asked.Pointer], version, Stop))) return To($"{Here}#doubt");
        await Load(doubt, null);
        return Page();
    }

    public async Task<IActionResult> OnPostAdopt(long id, string? coordinator, string? periodicity, int? day, string? month)
    {
        await LoadSheet(id);
        ReadRule(periodicity, day, month);
        await Load(null, coordinator ?? "");
        long plan = 0;
        return await Try("adopt", async () =>
        {
            if (Coordinator is null) throw new RuleBroken("plan.coordinator-missing");
            plan = await new AdoptImport(Store).Run(Me, Now, id, Coordinator, NeedsRule && RuleIsSet ? Rule : null, Stop);
        }) ? To($"/plans/{plan}") : Page();
    }

    public async Task<IActionResult> OnPostWithdraw(long id) => await Try("withdraw", () => new WithdrawImport(Store).Run(Me, Now, id, Stop)) ? To("/plans") : await OnGet(id, null, null, null, null, null);

    public async Task<IActionResult> OnPostRestore(long id, int measure)
    {
        await new RemoveMeasure(Store).Undo(Me, Now, id, measure, Stop);
        return To($"/imports/{id}#m{measure.ToString(CultureInfo.InvariantCulture)}");
    }

    /// Fields that a doubt asks for: its own, or both requisites of a draft.
    public static IReadOnlyList<string> Asks(Doubt doubt) => doubt.Remarks.Any(r => r.Code == "act.draft") ? ["/act/number", "/act/date"]
        : doubt.Pointer.StartsWith("/remarks/", StringComparison.Ordinal) || IsSameBody(doubt) ? [] : [doubt.Pointer];

    /// A name that a body of the register may be: asked once, the answer is remembered.
    public static bool IsSameBody(Doubt doubt) => doubt.Pointer.StartsWith(ImportSheet.SameBody, StringComparison.Ordinal);

    async Task Load(string? doubt, string? coordinator)
    {
        Asked = Sheet.Doubts.FirstOrDefault(d => d.Pointer == doubt) ?? (Sheet.Open is [var first, ..] ? first : null);
        Pane = await PaneOf(Links(), asText: _asText);
        Plan = Sheet.Make();
        if (NeedsRule) Above = await Read(r => DayAbove.OfImport(r, Sheet.Id));
        await Foresee();
        var bodies = Plan.Measures.SelectMany(m => m.Executors).Where(e => e.Executor is { IsGroup: false, IsIdentifiable: true, Kind: not ExecutorKind.Person }).Select(e => e.BodyName);
        _executors = Sheet.Measures.Zip(MeasureExecutors.Of([.. Sheet.Measures.Select(m => m.Measure)], Sheet.Reading.Act.Issuer)).ToDictionary(x => x.First.Key, x => x.Second);
        Coordinators = [.. new[] { Plan.CoordinatorName }.OfType<string>().Concat(bodies).Concat(Sheet.Register.All.Select(b => b.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];
        Coordinator = coordinator is null ? Plan.CoordinatorName : coordinator.Trim() is { Length: > 0 } typed ? typed : null;
    }

    async Task Foresee()
    {
        var (calendar, policy) = await Read(AuthorityCalendar.Of);
        var rule = NeedsRule && RuleIsSet ? ReportingRule.Adopted(Rule.Periodicity, Rule.Day, Rule.MonthRule, Visit.Post, Today) : null;
        var actDate = Sheet.Reading.Act.Date ?? Today;
        // A draft's title already tells its period; its day is supposed to be today.
        var plan = IsDraft ? Sheet.Make(Sheet.Reading with { Act = Sheet.Reading.Act with { Date = actDate, IsDraft = false } }) : Plan;
        Forecast = PlanForecast.Of(plan, actDate, rule, calendar, policy, await Read(Zakhid.Operations.Bodies.Membership.ByKey));
    }

    void ReadRule(string? periodicity, int? day, string? month)
    {
        RuleIsSet = periodicity != "none";
        _typed = (Enum.TryParse<PeriodLength>(periodicity, out var chosen) && chosen is PeriodLength.Month or PeriodLength.Quarter or PeriodLength.HalfYear or PeriodLength.Year ? chosen : null,
            day is >= 1 and <= 31 ? day : null, month switch { nameof(MonthRule.NextMonth) => MonthRule.NextMonth, nameof(MonthRule.LastMonthOfPeriod) => MonthRule.LastMonthOfPeriod, _ => null });
    }

    /// From each place of the document to the field that was read there; of several the first.
    List<(Place Place, PlaceLink Link)> Links()
    {
        var links = new List<(Place, PlaceLink)>();
        foreach (var measure in Sheet.Measures)
            foreach (var field in ReadingFields.Measure)
                if (Sheet.PlaceOf(measure.Pointer(field)) is { } place) links.Add((place, new(FieldNames.Anchor(measure.Pointer(field)), $"{measure.Measure.Number ?? Called(measure)} · {Name(field)}")));
        foreach (var field in ReadingFields.Act)
            if (Sheet.PlaceOf($"/act/{field}") is { } place) links.Add((place, new(FieldNames.Anchor($"/act/{field}"), Name(field))));
        return links;
    }

    /// Fields of a measure that say something or were corrected, with what they say; number, section and text stand above them.
    public IEnumerable<(string Field, string Pointer, string? Value)> Fields(ReadMeasure measure)
    {
        foreach (var field in ReadingFields.Measure)
        {
            if (field is "text" or "section" or "no") continue;
            var pointer = measure.Pointer(field);
            var value = field != "executors" ? ReadingFields.Of(measure.Measure, field, null) : measure.Measure.Executors.Count == 0 ? null : ExecutorLines.Write(_executors[measure.Key]);
            if (value is not null || Sheet.Changed(pointer) is not null) yield return (field, pointer, value);
        }
    }

    /// What a measure's term was understood as; null where there is nothing to say.
    public string? Meaning(ReadMeasure measure) =>
        measure.Position is { } at && Plan.Measures[at].Term is { } term ? TermWords.Short(term) : null;
}
