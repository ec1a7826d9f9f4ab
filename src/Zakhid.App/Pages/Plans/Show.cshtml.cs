using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Criteria;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Criteria;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Publishing;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.App.Pages.Plans;

[SignedIn]
sealed class ShowModel : PastViewPage
{
    public PlanFacts Plan { get; private set; } = null!;
    /// Of the whole plan, in its order.
    public List<PlanRow> All { get; private set; } = [];
    /// What is asked for, and the stretch of it that this page shows.
    public PlanFilter Filter { get; private set; } = PlanFilter.Of(null, null, null, null);
    public List<PlanRow> Found { get; private set; } = [];
    public IReadOnlyList<PlanPart> Parts { get; private set; } = [];
    public PlanPart Part { get; private set; } = new(1, 0, 0);
    /// Reports for the running period, by measure; only of a plan in parts.
    public Dictionary<long, PeriodCount> Counts { get; private set; } = [];
    /// The measures of the stretch.
    public List<MeasureLine> Measures { get; private set; } = [];
    /// Of the running period.
    public ILookup<long?, ObligationLine> Reports { get; private set; } = Array.Empty<ObligationLine>().ToLookup(l => l.MeasureId);
    /// Days of reports on a measure in the year that the strip shows.
    public ILookup<long, DateOnly> DueDays { get; private set; } = Array.Empty<(long Measure, DateOnly Day)>().ToLookup(d => d.Measure, d => d.Day);
    public List<ReportingPeriod> Periods { get; private set; } = [];
    public List<ObligationLine> Summaries { get; private set; } = [];
    /// The period whose ladder is shown.
    public ReportingPeriod? Climbing { get; private set; }
    public IReadOnlyList<LadderConflict> Conflicts { get; private set; } = [];
    public IReadOnlyList<Rung> Rungs { get; private set; } = [];
    public List<StoredRule> Rules { get; private set; } = [];
    public IReadOnlyList<Clause> Clauses { get; private set; } = [];
    public ILookup<long, TargetProgress> Progress { get; private set; } = null!;
    /// Names of groups that their members answer for, by their assignments.
    public Dictionary<long, string> Printed { get; private set; } = [];
    public DateOnly From { get; private set; }
    public DateOnly To_ { get; private set; }
    public ReportingPeriod? Current { get; private set; }
    /// Null: the text of today.
    PlanText? _text;
    Dictionary<long, (Measure Told, string Gist)>? _wordings;
    /// Offered to executors where the act names them no day, or as it was typed.
    public ChosenRule Rule => _typed ?? ChosenRule.Of(ReportingRule.Offered(Rules.Find(r => r.Kind == ObligationKind.Consolidation)?.AsRule() ?? _above?.Rule));
    ChosenRule? _typed;
    DayAbove? _above;

    /// More measures than one page holds, or only some of them were asked for.
    public bool IsInParts => All.Count > PlanPart.Most || !Filter.AsksForNothing;
    public bool IsWhole => Part.Count == All.Count;
    /// What is said of the plan as such stands once, on its first page.
    public bool IsFirst => Filter.AsksForNothing && Part.First == 0;

    public Task OnGet(long id, string? q, string? who, int? section, string? state, string? part)
    {
        Filter = PlanFilter.Of(q, who, section, state);
        return Load(id, part);
    }

    public async Task<IActionResult> OnPostRule(long id, PeriodLength periodicity, int day, MonthRule month)
    {
        _typed = new(periodicity, day, month);
        if (await Try("day", () => new AdoptRule(Store).Run(Me, Now, id, periodicity, day, month, Stop))) return To($"/plans/{id}");
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

    async Task Load(long id, string? part = null) => await Read(async r =>
    {
        Plan = await r.Find<PlanFacts>("""
            SELECT p.id, p.title, p.from_day, p.to_day, p.control_day, p.closed_day, p.closed_ground, a.issuer, a.kind, a.number, a.date, a.signatory, a.control,
                (SELECT MAX(v.version) FROM amendment v WHERE v.authority_id = p.authority_id AND v.plan_id = p.id AND v.applied_day IS NOT NULL AND v.withdrawn_at IS NULL) AS version,
                (SELECT r.from_day FROM repeal_ahead r WHERE r.authority_id = p.authority_id AND r.plan_id = p.id AND r.done_at IS NULL AND r.withdrawn_at IS NULL) AS closes_day,
                (SELECT COUNT(*) FROM publishing g WHERE g.authority_id = p.authority_id AND g.plan_id = p.id AND g.withdrawn_at IS NULL) AS published
            FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @id
            """, new { id }) ?? throw new RuleBroken("plan.unknown");
        // What an amendment changed later reads as it did.
        _text = Past is { } day ? await PlanText.On(r, id, day) : null;
        if (_text is { } past) Plan = Plan with { Title = past.Reading.PlanTitle ?? Plan.Title, Control = Json.Write(past.Reading.Act.Control), Version = past.Version };
        All = await r.All<PlanRow>("""
            SELECT m.id, m.position, m.number, m.section_position, s.title AS section, m.window_from, m.window_to FROM measure m
            LEFT JOIN section s ON s.authority_id = m.authority_id AND s.plan_id = m.plan_id AND s.position = m.section_position WHERE m.authority_id = @authority AND m.plan_id = @id AND (m.excluded_day IS NULL OR m.excluded_day > @Seen) ORDER BY m.position
            """, new { id, Seen });
        _wordings = _text?.Measures.Zip(_text.Reading.Measures, Gist.Of([.. _text.Reading.Measures.Select(m => m.Text)])).ToDictionary(m => m.First, m => (m.Second, m.Third));
        if (_wordings is { } then) All = All.FindAll(m => then.ContainsKey(m.Id));
        // The strip shows one year: the running one.
        var year = Math.Clamp(Seen.Year, Plan.FromDay?.Year ?? Seen.Year, Plan.ToDay?.Year ?? Seen.Year);
        (From, To_) = (new(year, 1, 1), new(year, 12, 31));
        await ReadPeriods(r, id);
        await Choose(r, id, part);
        await ReadMeasures(r, id);
        if (!IsFirst) return true;
        Summaries = await Then(r, id, await ObligationLine.List(r, "o.measure_id IS NULL AND o.plan_id = @id AND o.kind = 'Consolidation'", new { id }));
        Rules = Past is { } seen ? await StoredRule.On(r, id, seen) : await StoredRule.All(r, id);
        if (!Rules.Exists(rule => rule.Kind == ObligationKind.Report)) _above = await DayAbove.OfPlan(r, id);
        Clauses = _text is { } text ? text.Reading.Act.Clauses : await PlanText.Clauses(r, id);
        // Until its document has gone up, a period stays on the ladder, though the reports of the next are gathered already.
        Climbing = await PlanConflicts.CurrentPeriod(r, id, Seen);
        if (Climbing is not { } running) return true;
        Rungs = await PlanLadder.Of(r, id, running, Past);
        Conflicts = await PlanConflicts.Of(r, id, running, Rungs);
        return true;
    });

    async Task ReadPeriods(Scope r, long id)
    {
        var periods = (await r.All<(string Code, DateOnly Due)>("""
            SELECT period_code, MAX(adjusted) FROM tally WHERE authority_id = @authority AND plan_id = @id AND body_id = 0 AND kind = 'Report' AND n > 0 GROUP BY period_code
            """, new { id })).ConvertAll(p => (Period: ReportingPeriod.Parse(p.Code), p.Due));
        Periods = [.. periods.Select(p => p.Period).Order()];
        // The period whose reports are being gathered: the first with a day still to come, else the last.
        if (periods.Count > 0) Current = periods.Where(p => p.Due >= Seen).Select(p => p.Period).DefaultIfEmpty(Periods[^1]).Min();
    }

    /// What was asked for, and the page of it.
    async Task Choose(Scope r, long id, string? part)
    {
        if (IsInParts && Current is { } period) Counts = Past is null ? await PeriodCount.OfPlan(r, id, period.Code, Seen)
            : PeriodCount.Of(await Then(r, id, await ObligationLine.Brief(r, "o.plan_id = @id AND o.kind = 'Report' AND o.period_code = @Code", new { id, period.Code }), period.Code), Seen);
        var named = await Filter.Named(r, id);
        Found = All.FindAll(m => named?.Contains(m.Id) != false && Filter.Takes(m, Counts.GetValueOrDefault(m.Id)));
        Parts = PlanPart.Of(Found.ConvertAll(m => m.SectionPosition));
        Part = PlanPart.Asked(Parts, part);
    }

    async Task ReadMeasures(Scope r, long id)
    {
        var ids = Found.GetRange(Part.First, Part.Count).ConvertAll(m => m.Id);
        Measures = await r.All<MeasureLine>($"""
            SELECT m.id, m.position, m.number, m.gist, m.term_text, m.window_from, m.window_to, m.criteria, m.confirmed_state, m.section_position, s.title AS section FROM measure m
            LEFT JOIN section s ON s.authority_id = m.authority_id AND s.plan_id = m.plan_id AND s.position = m.section_position WHERE m.authority_id = @authority AND m.id {r.Dialect.Among("@ids")} ORDER BY m.position
            """, new { ids });
        var executors = (await r.All<(long Measure, string Printed, bool ByConsent)>($"SELECT measure_id, printed, by_consent FROM assignment WHERE authority_id = @authority AND measure_id {r.Dialect.Among("@ids")} AND member_of IS NULL AND left_day IS NULL AND part_id IS NULL ORDER BY measure_id, position", new { ids })).ToLookup(e => e.Measure);
        Measures = [.. Measures.Select(m => m with { Executors = Joined(executors[m.Id].Select(e => (e.Printed, e.ByConsent))) })];
        if (_wordings is { } then)
            Measures = Measures.ConvertAll(m => then[m.Id] is var (told, gist) ? m with { Number = told.Number, Gist = gist, TermText = told.TermText, Criteria = told.Criteria, Executors = Joined(told.Executors.Select(e => (e.Name, e.ByConsent))) } : m);
        Progress = await MeasureProgress.Of(r, ids, Seen);
        if (Current is not { } running) return;
        var lines = GroupLines.Standing(await Then(r, id, await ObligationLine.Brief(r, $"o.measure_id {r.Dialect.Among("@ids")} AND o.kind = 'Report' AND o.period_code = @Code", new { ids, running.Code }), running.Code));
        Reports = lines.ToLookup(l => l.MeasureId);
        Printed = await GroupLines.Names(r, lines);
        DueDays = (await r.All<(long Measure, DateOnly Day)>($"SELECT DISTINCT measure_id, adjusted FROM obligation WHERE authority_id = @authority AND measure_id {r.Dialect.Among("@ids")} AND kind = 'Report' AND adjusted BETWEEN @from AND @to",
            new { ids, from = From, to = To_ })).ToLookup(d => d.Measure, d => d.Day);
    }

    string Joined(IEnumerable<(string Name, bool ByConsent)> executors) => string.Join("; ", executors.Select(e => Zakhid.Bodies.NameWithin.Of(e.Name, Visit.AuthorityName) + (e.ByConsent ? T(" (за згодою)", " (by consent)") : "")));

    /// Sections, or where there are none the parts themselves, each with the part that it begins in.
    public IReadOnlyList<ContentsEntry> Contents => _contents ??= All.Exists(m => m.SectionPosition is not null)
        ? [.. All.Select((m, i) => (Row: m, At: i)).GroupBy(m => m.Row.SectionPosition).Select(g => Entry(g.Key, g.Key is null ? T("Поза розділами", "Outside sections") : g.First().Row.Section, g.First().At, [.. g.Select(m => m.Row)]))]
        : [.. PlanPart.Of(All.ConvertAll(m => m.SectionPosition)).Select(part => Entry(null, null, part.First, All.GetRange(part.First, part.Count)))];

    IReadOnlyList<ContentsEntry>? _contents;

    ContentsEntry Entry(int? section, string? title, int at, List<PlanRow> rows)
    {
        var part = Filter.AsksForNothing ? Parts.LastOrDefault(p => p.First <= at)?.Number ?? 1 : 1;
        return new(section, title, part, rows[0].Shown, rows[^1].Shown, rows.Count, rows.Aggregate(PeriodCount.None, (sum, row) => sum + Counts.GetValueOrDefault(row.Id, PeriodCount.None)));
    }

    /// How the reports of the running period stand, of the whole plan.
    public string PeriodFinding()
    {
        var (all, period) = (Counts.Values.Aggregate(PeriodCount.None, (sum, one) => sum + one), English ? Current!.Value.ShortEnglish : Current!.Value.ShortName);
        if (all.Owed == 0) return T($"За {period} звітів не належить.", $"No reports are owed for {period}.");
        var late = all.Overdue == 0 ? T("прострочених немає", "none is overdue") : T($"прострочено {all.Overdue}", $"{all.Overdue} overdue");
        return T($"За {period} подано {Plural.OutOf(all.In, all.Owed, "звіту", "звітів")}, на розгляді {all.UnderReview}, {late}.", $"{all.In} of {Plural.English(all.Owed, "report", "reports")} for {period} are in, {all.UnderReview} under review, {late}.");
    }

    /// Which stretch of the plan, or of what was asked for, the page shows.
    public string Shown()
    {
        if (Found.Count == 0) return T("Таких заходів у плані немає. Зніміть одну з умов.", "The plan has no such measures. Take off a condition.");
        var found = Filter.AsksForNothing ? "" : T($"Знайдено {Plural.Count(Found.Count, "захід", "заходи", "заходів")} із {All.Count}. ", $"{Plural.English(Found.Count, "measure", "measures")} of {All.Count} found. ");
        if (Part.Count == Found.Count) return found.TrimEnd();
        var (from, to) = (Part.First + 1, Part.First + Part.Count);
        return found + T($"На цій сторінці — заходи {from}–{to} із {Found.Count}.", $"This page shows measures {from}–{to} of {Found.Count}.");
    }

    /// Another page of the same.
    public string Link(string part) => $"/plans/{Plan.Id}?{(Past is { } day ? $"as-of={day:yyyy-MM-dd}&" : "")}{Filter.Query}part={part}#measures";

    /// How many of the measures run all year, and how many times it is reported.
    public string Finding()
    {
        var whole = All.Count(m => (m.WindowFrom is null || m.WindowFrom <= From) && (m.WindowTo is null || m.WindowTo >= To_));
        var part = All.Count - whole;
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

/// <param name="Section">Its place in the plan; null: a part of a plan without sections.</param>
sealed record ContentsEntry(int? Section, string? Title, int Part, string First, string Last, int Count, PeriodCount Reports);

sealed record PlanFacts(long Id, string Title, DateOnly? FromDay, DateOnly? ToDay, DateOnly? ControlDay, DateOnly? ClosedDay, string? ClosedGround, DateOnly? ClosesDay, string? Issuer, string? Kind, string? Number, DateOnly? Date, string? Signatory, string Control, long? Version, long Published)
{
    public string[] Controllers => Json.Read<string[]>(Control);
}

sealed record MeasureLine(long Id, int Position, string? Number, string Gist, string? TermText, DateOnly? WindowFrom, DateOnly? WindowTo, string? Criteria, ExecutionState? ConfirmedState, int? SectionPosition, string? Section, string Executors = "");
