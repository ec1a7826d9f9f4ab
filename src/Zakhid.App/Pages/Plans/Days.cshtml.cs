using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.App.Pages.Plans;

/// What follows from a plan's terms, what a person has to tell for it to follow, and what does not fit.
[SignedIn]
sealed class DaysModel : WorkPage
{
    public long PlanId { get; private set; }
    public string Title { get; private set; } = "";
    public IReadOnlyList<PlanEvent> Events { get; private set; } = [];
    public IReadOnlyList<LadderConflict> Conflicts { get; private set; } = [];
    public string Period { get; private set; } = "";
    public List<(string Measure, string Term, IReadOnlyList<QuotaSlot> Slots)> Slots { get; } = [];
    public List<(string Measure, DateOnly Nominal, DateOnly Adjusted, string Ground)> Dates { get; private set; } = [];
    public DayOffPolicy? Own { get; private set; }
    public DayOffPolicy OfAuthority { get; private set; }
    public string? Ground { get; private set; }
    public string? Typed { get; private set; }
    public string TypedFrom { get; private set; } = "";
    public string TypedDocument { get; private set; } = "";
    public string? Changed { get; private set; }

    public async Task OnGet(long id, int? moved, int? added, int? lapsed, int? dates)
    {
        await Load(id);
        if (moved is not null) Changed = T($"Зсунуто {moved}, додано {added}, більше не належить {lapsed}.", $"Moved {moved}, added {added}, owed no more {lapsed}.") + (dates is null ? "" : T($" Контрольних строків перенесено: {dates}.", $" Days of control moved: {dates}."));
    }

    public async Task<IActionResult> OnPostEvent(long id, string? key, DateOnly? from, DateOnly? to, string? document)
    {
        (Typed, TypedFrom, TypedDocument) = (key, from?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "", document ?? "");
        List<ChangedObligation>? revised = null;
        if (from is null) Mend.Add(("from", T("Впишіть день події", "Enter the day of the event")));
        else if (await Try(rule => rule == "event.document-missing" ? "document" : "from", async () => revised = await new EnterEventDay(Store).Run(Me, Now, id, key ?? "", from.Value, to, document ?? "", Stop))) return Done(id, revised!);
        await Load(id);
        return Page();
    }

    public async Task<IActionResult> OnPostPolicy(long id, DayOffPolicy? policy, string? ground, string? confirm)
    {
        Recounted? revised = null;
        if (confirm == "yes" && await Try("ground", async () => revised = await new ChoosePolicy(Store).Run(Me, Now, id, policy, ground ?? "", Stop))) return Done(id, revised!.Reports, revised.Dates.Count);
        await Load(id);
        (Own, Ground) = (policy, ground);
        if (Mend.Count == 0) await Try("ground", async () =>
        {
            if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("policy.ground-missing");
            Effect = [new(id, Title, await new ChoosePolicy(Store).Rehearse(Me, Now, id, policy, Stop))];
        });
        return Page();
    }

    /// What another way with days off would do to the plan; null: nothing is asked.
    public IReadOnlyList<CountedPlan>? Effect { get; private set; }
    public IReadOnlyList<DayOffChange> DayOffChanges { get; private set; } = [];

    RedirectResult Done(long id, IReadOnlyList<ChangedObligation> revised, int dates = 0)
    {
        int Many(ObligationChange kind) => revised.Count(change => change.Change == kind);
        return To($"/plans/{id}/days?moved={Many(ObligationChange.Moved)}&added={Many(ObligationChange.Arisen)}&lapsed={Many(ObligationChange.Lapsed)}{(dates > 0 ? $"&dates={dates}" : "")}");
    }

    Task<bool> Load(long id) => Read(async r =>
    {
        PlanId = id;
        (Title, Own, Ground) = await r.Find<PolicyRow>("SELECT p.title, a.day_off_policy, a.policy_ground FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @id", new { id }) ?? throw new RuleBroken("plan.unknown");
        OfAuthority = (await AuthorityCalendar.Of(r)).Policy;
        DayOffChanges = await DayOffChange.All(r, id);
        Events = await (await PlanEvents.Of(r, id)).Awaited(r, id);
        Dates = await r.All<(string, DateOnly, DateOnly, string)>("""
            SELECT COALESCE(m.number, CAST(m.position AS TEXT)), c.nominal, c.adjusted, c.ground FROM control_date c JOIN measure m ON m.authority_id = c.authority_id AND m.id = c.measure_id
            WHERE c.authority_id = @authority AND c.plan_id = @id AND c.moved_by IS NULL AND m.excluded_day IS NULL AND (m.removed_day IS NULL OR m.removed_day > c.adjusted) ORDER BY c.adjusted, m.position LIMIT 200
            """, new { id });
        foreach (var (number, text, json, from, to) in await r.All<QuotaRow>("SELECT COALESCE(number, CAST(position AS TEXT)) AS number, term_text, term_json, window_from, window_to FROM measure WHERE authority_id = @authority AND plan_id = @id AND term_json LIKE '%\"quota\":{%' ORDER BY position", new { id }))
            if (from is { } first && to is { } last && first <= last && QuotaSlots.Of(Json.Read<Term>(json), new(first, last)) is { Count: > 0 } slots) Slots.Add((number, text, slots));
        var period = await PlanConflicts.CurrentPeriod(r, id, Today);
        if (period is not null)
        {
            Conflicts = await PlanConflicts.Of(r, id, period.Value);
            Period = English ? period.Value.English : period.Value.Name;
        }
        return true;
    });

    sealed record PolicyRow(string Title, DayOffPolicy? DayOffPolicy, string? PolicyGround);
    sealed record QuotaRow(string Number, string TermText, string TermJson, DateOnly? WindowFrom, DateOnly? WindowTo);

    public string Finding()
    {
        var open = Events.Count(e => e.Known is null);
        var asked = open == 0 ? "" : T($"{CountInWords.Capital(CountInWords.Of(open, Gender.Feminine))} {Plural.Of(open, "подія чекає", "події чекають", "подій чекають")} на день.", $"{CountInWords.Capital(Plural.English(open, "event waits", "events wait"))} for a day.");
        var clash = Conflicts.Count == 0 ? T("Строки не суперечать один одному.", "The days do not contradict each other.")
            : T($"{CountInWords.Capital(CountInWords.Of(Conflicts.Count, Gender.Feminine))} {Plural.Of(Conflicts.Count, "суперечність", "суперечності", "суперечностей")} у строках.", $"{CountInWords.Capital(Plural.English(Conflicts.Count, "conflict", "conflicts"))} among the days.");
        return $"{asked} {clash}".Trim();
    }

    public string PolicyWords() => Own is { } own
        ? T($"За цим актом строк {Does(own)}. Підстава: {Ground}.", $"By this act {Name(own, true).ToLowerInvariant()}. Ground: {Ground}.")
        : T($"Як в органі: строк {Does(OfAuthority)}.", $"As the authority does: {Name(OfAuthority, true).ToLowerInvariant()}.");

    public static string Does(DayOffPolicy policy) => policy switch { DayOffPolicy.Preceding => "переходить на попередній робочий день", DayOffPolicy.Following => "переходить на наступний робочий день", _ => "не переходить" };

    public static string Name(DayOffPolicy policy, bool english) => policy switch
    {
        DayOffPolicy.Preceding => english ? "The working day before" : "Попередній робочий день",
        DayOffPolicy.Following => english ? "The working day after" : "Наступний робочий день",
        _ => english ? "The day stays" : "День не переноситься",
    };
}
