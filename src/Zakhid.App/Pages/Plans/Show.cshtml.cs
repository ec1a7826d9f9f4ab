using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Criteria;
using Zakhid.Obligations;
using Zakhid.Operations.Criteria;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Publishing;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.App.Pages.Plans;

[SignedIn]
sealed class ShowModel : WorkPage
{
    public PlanFacts Plan { get; private set; } = null!;
    public List<MeasureLine> Measures { get; private set; } = [];
    /// Of the running period.
    public ILookup<long?, ObligationLine> Reports { get; private set; } = Array.Empty<ObligationLine>().ToLookup(l => l.MeasureId);
    /// Days of reports on a measure in the year that the strip shows.
    public ILookup<long, DateOnly> DueDays { get; private set; } = Array.Empty<(long Measure, DateOnly Day)>().ToLookup(d => d.Measure, d => d.Day);
    public List<ReportingPeriod> Periods { get; private set; } = [];
    public List<ObligationLine> Summaries { get; private set; } = [];
    public IReadOnlyList<LadderConflict> Conflicts { get; private set; } = [];
    public IReadOnlyList<Rung> Rungs { get; private set; } = [];
    public List<StoredRule> Rules { get; private set; } = [];
    public List<(string? Number, string Text)> Clauses { get; private set; } = [];
    public ILookup<long, TargetProgress> Progress { get; private set; } = null!;
    /// Names of groups that their members answer for, by their assignments.
    public Dictionary<long, string> Printed { get; private set; } = [];
    public DateOnly From { get; private set; }
    public DateOnly To_ { get; private set; }
    public ReportingPeriod? Current { get; private set; }
    public int RuleDay { get; private set; } = 25;

    public Task OnGet(long id) => Load(id);

    public async Task<IActionResult> OnPostRule(long id, int day)
    {
        RuleDay = day;
        if (await Try("day", () => new AdoptRule(Store).Run(Me, Now, id, PeriodLength.Quarter, day, MonthRule.LastMonthOfPeriod, Stop))) return To($"/plans/{id}");
        await Load(id);
        return Page();
    }

    public async Task<IActionResult> OnPostPublish(long id) => await Done(id, () => new PublishPlan(Store).Run(Me, Now, id, Stop));

    public async Task<IActionResult> OnPostWithdraw(long id, string? reason) => await Done(id, () => new PublishPlan(Store).Withdraw(Me, Now, id, reason ?? "", Stop));

    async Task<IActionResult> Done(long id, Func<Task> deed)
    {
        if (await Try("publishing", deed)) return To($"/plans/{id}");
        await Load(id);
        return Page();
    }

    async Task Load(long id) => await Read(async r =>
    {
        Plan = await r.Find<PlanFacts>("""
            SELECT p.id, p.title, p.from_day, p.to_day, p.control_day, p.closed_day, p.closed_ground, a.issuer, a.kind, a.number, a.date, a.signatory, a.control,
                (SELECT MAX(v.version) FROM amendment v WHERE v.authority_id = p.authority_id AND v.plan_id = p.id AND v.applied_day IS NOT NULL AND v.withdrawn_at IS NULL) AS version,
                (SELECT COUNT(*) FROM publishing g WHERE g.authority_id = p.authority_id AND g.plan_id = p.id AND g.withdrawn_at IS NULL) AS published
            FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @id
            """, new { id }) ?? throw new RuleBroken("plan.unknown");
        Measures = await r.All<MeasureLine>("""
            SELECT m.id, m.position, m.number, m.gist, m.term_text, m.window_from, m.window_to, m.criteria, m.confirmed_state, s.title AS section FROM measure m
            LEFT JOIN section s ON s.authority_id = m.authority_id AND s.plan_id = m.plan_id AND s.position = m.section_position WHERE m.authority_id = @authority AND m.plan_id = @id AND m.excluded_day IS NULL ORDER BY m.position
            """, new { id });
        var executors = (await r.All<(long Measure, string Printed, bool ByConsent)>("SELECT measure_id, printed, by_consent FROM assignment WHERE authority_id = @authority AND plan_id = @id AND member_of IS NULL AND left_day IS NULL AND part_id IS NULL ORDER BY measure_id, position", new { id })).ToLookup(e => e.Measure);
        Measures = [.. Measures.Select(m => m with { Executors = string.Join("; ", executors[m.Id].Select(e => Zakhid.Bodies.NameWithin.Of(e.Printed, Visit.AuthorityName) + (e.ByConsent ? T(" (за згодою)", " (by consent)") : ""))) })];
        Summaries = await ObligationLine.List(r, "o.plan_id = @id AND o.kind = 'Consolidation'", new { id });
        Progress = await MeasureProgress.OfPlan(r, id, Today);
        Rules = await StoredRule.All(r, id);
        Clauses = await r.All<(string?, string)>("SELECT c.number, c.text FROM clause c JOIN plan p ON p.authority_id = c.authority_id AND p.act_id = c.act_id WHERE c.authority_id = @authority AND p.id = @id ORDER BY c.position", new { id });
        // The strip shows one year: the running one.
        var year = Math.Clamp(Today.Year, Plan.FromDay?.Year ?? Today.Year, Plan.ToDay?.Year ?? Today.Year);
        (From, To_) = (new(year, 1, 1), new(year, 12, 31));
        await ReadReports(r, id);
        return true;
    });

    async Task ReadReports(Scope r, long id)
    {
        var periods = (await r.All<(string Code, DateOnly Due)>("""
            SELECT period_code, MAX(adjusted) FROM tally WHERE authority_id = @authority AND plan_id = @id AND body_id = 0 AND kind = 'Report' AND n > 0 GROUP BY period_code
            """, new { id })).ConvertAll(p => (Period: ReportingPeriod.Parse(p.Code), p.Due));
        Periods = [.. periods.Select(p => p.Period).Order()];
        if (periods.Count == 0) return;
        // The period whose reports are being gathered: the first with a day still to come, else the last.
        var running = periods.Where(p => p.Due >= Today).Select(p => p.Period).DefaultIfEmpty(Periods[^1]).Min();
        Current = running;
        Rungs = await PlanLadder.Of(r, id, running);
        var lines = GroupLines.Standing(await ObligationLine.List(r, "o.plan_id = @id AND o.kind = 'Report' AND o.period_code = @code", new { id, code = running.Code }));
        Reports = lines.ToLookup(l => l.MeasureId);
        Printed = await GroupLines.Names(r, lines);
        Conflicts = await PlanConflicts.Of(r, id, running, Rungs);
        DueDays = (await r.All<(long Measure, DateOnly Day)>("SELECT DISTINCT measure_id, adjusted FROM obligation WHERE authority_id = @authority AND plan_id = @id AND kind = 'Report' AND adjusted BETWEEN @from AND @to",
            new { id, from = From, to = To_ })).ToLookup(d => d.Measure, d => d.Day);
    }

    /// How many of the measures run all year, and how many times it is reported.
    public string Finding()
    {
        var whole = Measures.Count(m => (m.WindowFrom is null || m.WindowFrom <= From) && (m.WindowTo is null || m.WindowTo >= To_));
        var part = Measures.Count - whole;
        var periods = Periods.Count;
        var measures = part == 0
            ? T($"{Many(whole)} {Plural.Of(whole, "захід триває", "заходи тривають", "заходів тривають")} увесь {From.Year} рік.", $"All {whole} measures run through {From.Year}.")
            : whole == 0
            ? T($"{Many(part)} {Plural.Of(part, "захід має", "заходи мають", "заходів мають")} свої строки.", $"{part} measures have terms of their own.")
            : T($"{Many(whole)} {Plural.Of(whole, "захід триває", "заходи тривають", "заходів тривають")} увесь {From.Year} рік, {CountInWords.Of(part)} {Plural.Of(part, "має", "мають", "мають")} свої строки.", $"{whole} measures run through {From.Year}, {part} have terms of their own.");
        return periods == 0 ? measures : measures + " " + T($"Звітувати {CountInWords.Of(periods)} {Plural.Of(periods, "раз", "рази", "разів")}.", $"Reported {Plural.English(periods, "time", "times")}.");
    }

    /// Of how many criteria the plan names the number.
    public string FiguresFinding()
    {
        var all = Progress.SelectMany(g => g).ToList();
        var without = all.Count(t => t.Progress.State is ProgressState.NoNumber or ProgressState.YesOrNo or ProgressState.Uncheckable || t.Progress.Needed is null);
        var counted = all.Count - without;
        return T($"{(counted == 0 ? "Жодного показника порівняти не можна" : $"Порівняти можна {Plural.Count(counted, "показник", "показники", "показників")} з {all.Count}")}{(without == 0 ? "." : counted == 0 ? ": план не називає чисел." : $"; для решти план не називає числа.")}", $"{counted} of {all.Count} figures can be compared{(without == 0 ? "." : "; for the rest the plan names no number.")}");
    }

    static string Many(int count) => CountInWords.Capital(CountInWords.Of(count));
}

sealed record PlanFacts(long Id, string Title, DateOnly? FromDay, DateOnly? ToDay, DateOnly? ControlDay, DateOnly? ClosedDay, string? ClosedGround, string? Issuer, string? Kind, string? Number, DateOnly? Date, string? Signatory, string Control, long? Version, long Published)
{
    public string[] Controllers => Json.Read<string[]>(Control);
}

sealed record MeasureLine(long Id, int Position, string? Number, string Gist, string? TermText, DateOnly? WindowFrom, DateOnly? WindowTo, string? Criteria, ExecutionState? ConfirmedState, string? Section, string Executors = "");
