using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zakhid.Amendments;
using Zakhid.App.Pages.Imports;
using Zakhid.App.Web;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;

namespace Zakhid.App.Pages.Amendments;

/// An amendment before it is confirmed: old and new wording side by side, what becomes of the reports, one button.
[Access(Role.Coordinator)]
sealed class ShowModel : WorkPage
{
    public AmendmentSheet Sheet { get; private set; } = null!;
    public PlanHead? Plan { get; private set; }
    public List<PlanHead> Plans { get; private set; } = [];
    public AmendmentEffect? Effect { get; private set; }
    /// Why it cannot be rehearsed yet; shown instead of the effect.
    public string? Stopped { get; private set; }
    public ReadingDifference? Difference { get; private set; }
    public Dictionary<string, string?> Typed { get; } = new(StringComparer.Ordinal);
    public string Here => string.Create(CultureInfo.InvariantCulture, $"/amendments/{Sheet.Id}");
    /// The acts that the file names as changed.
    public IEnumerable<ActReference> Targets => (Sheet.Amending?.Amendments ?? []).Select(a => a.Act).OfType<ActReference>().Distinct();

    public async Task<IActionResult> OnGet(long id)
    {
        await Load(id);
        if (Sheet.PlanId is { } plan)
        {
            if (Sheet.AppliedDay is not null) return To(Sheet.Version is { } version ? $"/plans/{plan}/versions/{version}" : $"/plans/{plan}/changes");
            if (Sheet.IsOpen && Sheet.Amended.IsRepealed) return To(string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}/repeal?amendment={id}"));
        }
        return Page();
    }

    public Task<IActionResult> OnPostPlan(long id, long? plan) => Done(id, "plan", () => new AmendmentDrafts(Store).ChoosePlan(Me, Now, id, plan ?? throw new RuleBroken("amendment.no-plan"), Stop));

    public Task<IActionResult> OnPostName(long id, string? kind, string? number, string? date, string? effective)
    {
        (Typed["kind"], Typed["number"], Typed["date"], Typed["effective"]) = (kind, number, date, effective);
        return Done(id, "date", () => new AmendmentDrafts(Store).Name(Me, Now, id, kind, number, date, effective, Stop));
    }

    public Task<IActionResult> OnPostAnswer(long id, string? question) => Done(id, "questions", () => new EditAmendment(Store).Answer(Me, Now, id, question ?? "", Stop));

    public Task<IActionResult> OnPostExclude(long id, int measure) => Done(id, "measures", () => new EditAmendment(Store).Exclude(Me, Now, id, measure, stop: Stop));

    public Task<IActionResult> OnPostRestore(long id, int measure) => Done(id, "measures", () => new EditAmendment(Store).Exclude(Me, Now, id, measure, exclude: false, stop: Stop));

    public Task<IActionResult> OnPostPlanText(long id, string? title, string? control, string? reporting)
    {
        (Typed["title"], Typed["control"], Typed["reporting"]) = (title, control, reporting);
        return Done(id, "reporting", () => new EditAmendment(Store).Change(Me, Now, id, new Dictionary<string, string?>(StringComparer.Ordinal) { ["/plan/title"] = title, ["/act/control"] = control, ["/act/reporting"] = reporting }, Stop));
    }

    public Task<IActionResult> OnPostRenew(long id) => Done(id, "renew", () => new AmendmentDrafts(Store).Renew(Me, Now, id, Stop));

    public async Task<IActionResult> OnPostWithdraw(long id)
    {
        await Load(id);
        return await Try("withdraw", () => new AmendmentDrafts(Store).Withdraw(Me, Now, id, Stop)) ? To(Sheet.PlanId is { } plan ? $"/plans/{plan}/changes" : "/plans") : Page();
    }

    public async Task<IActionResult> OnPostConfirm(long id)
    {
        if (!await Try("confirm", () => new AmendPlan(Store).Run(Me, Now, id, Stop)))
        {
            await Load(id);
            return Page();
        }
        await Load(id);
        return To(Sheet.AppliedDay is null ? $"/plans/{Sheet.PlanId}/changes" : $"/plans/{Sheet.PlanId}/versions/{Sheet.Version}");
    }

    async Task<IActionResult> Done(long id, string field, Func<Task> deed)
    {
        if (await Try(field, deed)) return To(string.Create(CultureInfo.InvariantCulture, $"/amendments/{id}#{field}"));
        await Load(id);
        return Page();
    }

    async Task Load(long id)
    {
        (Sheet, Plan, Plans) = await Read(async r =>
        {
            var sheet = await AmendmentSheet.Find(r, id);
            var plans = sheet.IsOpen ? await r.All<PlanHead>("""
                SELECT p.id, p.title, a.kind, a.number, a.date, p.control_day, p.closed_day, p.closed_ground, p.to_day FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
                WHERE p.authority_id = @authority AND p.control_day IS NOT NULL AND p.closed_day IS NULL ORDER BY p.id DESC
                """) : [];
            return (sheet, sheet.PlanId is { } plan ? await PlanHead.Of(r, plan) : null, plans);
        });
        if (Sheet.Base is null || Sheet.AppliedDay is not null) return;
        Difference = Sheet.Difference;
        if (!Sheet.IsOpen || Sheet.Amended.IsRepealed) return;
        try
        {
            Effect = await new AmendPlan(Store).Rehearse(Me, Now, id, Stop);
        }
        catch (RuleBroken rule)
        {
            Stopped = RuleWords.Of(rule, English);
        }
    }

    public string Name(string field) => FieldNames.Of(field, English);

    public string Called(Measure m) => m.Number is { } number ? T($"Захід {number}", $"Measure {number}") : T("Захід без номера", "Measure without a number");

    /// The key of a measure of the amended plan, for its form; null: it is in the plan before only.
    public int? KeyOf(MeasureDifference difference) => difference.After is null ? null : Sheet.Corrected.Measures.FirstOrDefault(m => ReferenceEquals(m.Measure, difference.After))?.Key;

    public string? ValueOf(string name, string? value) => Typed.TryGetValue(name, out var typed) ? typed : value;

    /// What becomes of the reports, by body.
    public IEnumerable<(string Body, int Arisen, int Moved, int Lapsed)> ByBody => Effect!.Obligations.GroupBy(o => o.Body, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.CurrentCulture)
        .Select(g => (g.Key, g.Count(o => o.Change == ObligationChange.Arisen), g.Count(o => o.Change == ObligationChange.Moved), g.Count(o => o.Change == ObligationChange.Lapsed)));

    public string PeriodOf(ChangedObligation change) => ReportingPeriod.Parse(change.Period) is var period && English ? period.English : period.Name;

    /// The day that the act tells, where it tells one.
    public bool TellsDay => Sheet.Amending is not { } act || EffectiveDay.Of(act.Act) is not null;
}
