using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.Operations.Control;

/// <summary>One thing that happened to a measure, in both languages.</summary>
/// <param name="Who">The post, or the body; empty where it is nobody in particular.</param>
/// <param name="Detail">The ground, the text; null where there is none.</param>
/// <param name="Paper">The document's requisites.</param>
/// <param name="Fact">The fact of control, where it is one: its file is behind its number.</param>
public sealed record CardEvent(DateOnly Day, DateTimeOffset At, string Ukrainian, string English, string Who, string? Detail = null, string? Paper = null, KeptFact? Fact = null);

/// <summary>Who carries the measure out now.</summary>
/// <param name="Printed">As the plan prints it; of a member of a group, the group.</param>
/// <param name="IsPrinted">The plan names it itself: it is no member of a group, and not for a part alone.</param>
public sealed record CardExecutor(long Body, string Name, string Printed, bool ByConsent, string Consent, bool Owes, bool IsPrinted)
{
    /// <summary>Members of one group are told apart by their own names.</summary>
    public string Called => IsPrinted ? Printed : Name;
}

/// <summary>The day that a day of control was until a decision about days off, and whose decision that was.</summary>
/// <param name="Until">The day of that decision.</param>
public sealed record EarlierDay(DateOnly Until, DateOnly Nominal, DateOnly Adjusted, string Ground, string Decision);

/// <summary>A day of control as the card shows it: with its ground, and whether a later decision moved it on.</summary>
public sealed record CardDay(DateOnly Nominal, DateOnly Adjusted, string Ground, DateOnly? SetDay, DateOnly? MovedDay, bool IsMoved)
{
    public bool IsExtension => SetDay is not null;
    /// <summary>What it was before, the oldest first.</summary>
    public IReadOnlyList<EarlierDay> Earlier { get; init; } = [];

    /// <summary>The day as it was at the end of an earlier day.</summary>
    public CardDay AsOf(DateOnly last) => (Earlier.FirstOrDefault(e => e.Until > last) is { } then ? this with { Nominal = then.Nominal, Adjusted = then.Adjusted, Ground = then.Ground } : this) with
    {
        IsMoved = MovedDay <= last,
        Earlier = [.. Earlier.Where(e => e.Until <= last)],
    };
}

/// <summary>
/// The control card (контрольна картка, РКК) of a measure: the act, the measure, its executors, all days old and new, and in
/// order of time every fact of control, report with its receipt, answer «за згодою» and reminder.
/// </summary>
public sealed record ControlCard
{
    public required ControlRecord Record { get; init; }
    public required Act Act { get; init; }
    public required string Text { get; init; }
    public string? TermText { get; init; }
    public ExecutionState? Confirmed { get; init; }
    public DateOnly? ConfirmedDay { get; init; }
    /// <summary>What is due by its term up to this day is confirmed done; of what recurs the next days are not.</summary>
    public DateOnly? DoneTo { get; init; }
    /// <summary>From which day an amendment took it out of the plan, and from which the plan is closed.</summary>
    public DateOnly? ExcludedDay { get; init; }
    public DateOnly? ClosedDay { get; init; }
    public required IReadOnlyList<CardExecutor> Executors { get; init; }
    public IEnumerable<CardExecutor> Printed => Executors.Where(e => e.IsPrinted);
    public required IReadOnlyList<CardDay> Days { get; init; }
    public required IReadOnlyList<ObligationLine> Reports { get; init; }
    public required IReadOnlyList<CardEvent> Events { get; init; }

    public MeasureControl Control => Record.Control;

    /// <summary>The first day that stands, is past and not confirmed done; null: nothing is overdue.</summary>
    public CardDay? Overdue(DateOnly today) => Control.State == ControlState.Removed || ClosedDay is not null ? null
        : Days.LastOrDefault(d => !d.IsMoved && d.Adjusted < today && !(d.Nominal <= DoneTo) && !(d.Adjusted >= ExcludedDay));

    /// <summary>The card as it was at the end of a day: what was recorded later had not happened.</summary>
    public ControlCard AsOf(DateOnly? day) => day is not { } last ? this : this with
    {
        Record = Record with { Control = Control with { Facts = [.. Control.Facts.Where(f => f.Deed.Day <= last)] }, Facts = [.. Record.Facts.Where(f => f.Fact.Deed.Day <= last)] },
        Events = [.. Events.Where(e => e.Day <= last)],
        Days = [.. Days.Where(d => d.SetDay is null || d.SetDay <= last).Select(d => d.AsOf(last))],
        Confirmed = ConfirmedDay <= last ? Confirmed : null,
        ConfirmedDay = ConfirmedDay <= last ? ConfirmedDay : null,
        DoneTo = ConfirmedDay <= last ? DoneTo : null,
        ExcludedDay = ExcludedDay <= last ? ExcludedDay : null,
        ClosedDay = ClosedDay <= last ? ClosedDay : null,
    };

    /// <exception cref="RuleBroken">«measure.unknown».</exception>
    public static async Task<ControlCard> Read(Scope scope, long plan, int position)
    {
        var row = await scope.Find<Row>("""
            SELECT m.id, m.text, m.term_text, m.confirmed_state, m.confirmed_day, m.done_to, m.excluded_day, p.closed_day, a.issuer, a.kind, a.number, a.date, a.title, a.signatory, a.control
            FROM measure m JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            WHERE m.authority_id = @authority AND m.plan_id = @plan AND m.position = @position
            """, new { plan, position }) ?? throw new RuleBroken("measure.unknown");
        var record = await ControlRecord.Read(scope, row.Id);
        return new()
        {
            Record = record,
            Act = new() { Issuer = row.Issuer, Kind = row.Kind, Number = row.Number, Date = row.Date, Title = row.Title, Signatory = row.Signatory, Control = Json.Read<string[]>(row.Control) },
            Text = row.Text,
            TermText = row.TermText,
            Confirmed = row.ConfirmedState,
            ConfirmedDay = row.ConfirmedDay,
            DoneTo = row.DoneTo,
            ExcludedDay = row.ExcludedDay,
            ClosedDay = row.ClosedDay,
            Executors = await scope.All<CardExecutor>("""
                SELECT s.body_id AS body, b.name, s.printed, s.by_consent, s.consent, s.owes = 1 OR s.divided_day IS NOT NULL AS owes, s.member_of IS NULL AND s.part_id IS NULL AS is_printed
                FROM assignment s JOIN body b ON b.authority_id = s.authority_id AND b.id = s.body_id WHERE s.authority_id = @authority AND s.measure_id = @Id AND s.left_day IS NULL ORDER BY s.position
                """, new { row.Id }),
            Days = await Days_(scope, row.Id),
            Reports = await ObligationLine.List(scope, "o.measure_id = @Id", new { row.Id }, "o.period_from, o.id"),
            // Of one moment the order of reading stays: a report comes before its acceptance.
            Events = [.. (await Events_(scope, record)).OrderBy(e => e.At)],
        };
    }

    static async Task<List<CardDay>> Days_(Scope scope, long measure)
    {
        var earlier = (await scope.All<(int Position, DateOnly Until, DateOnly Nominal, DateOnly Adjusted, string Ground, string Decision)>("""
            SELECT e.position, c.day, e.nominal, e.adjusted, e.ground, c.ground FROM control_day e JOIN day_off_change c ON c.authority_id = e.authority_id AND c.id = e.change_id
            WHERE e.authority_id = @authority AND e.measure_id = @measure ORDER BY c.id
            """, new { measure })).ToLookup(e => e.Position, e => new EarlierDay(e.Until, e.Nominal, e.Adjusted, e.Ground, e.Decision));
        return (await scope.All<DayRow>("""
            SELECT d.position, d.nominal, d.adjusted, d.ground, s.day AS set_day, x.day AS moved_day, d.moved_by IS NOT NULL AS is_moved FROM control_date d
            LEFT JOIN control_fact s ON s.authority_id = d.authority_id AND s.id = d.fact_id LEFT JOIN control_fact x ON x.authority_id = d.authority_id AND x.id = d.moved_by
            WHERE d.authority_id = @authority AND d.measure_id = @measure ORDER BY d.nominal, d.position
            """, new { measure })).ConvertAll(d => new CardDay(d.Nominal, d.Adjusted, d.Ground, d.SetDay, d.MovedDay, d.IsMoved) { Earlier = [.. earlier[d.Position]] });
    }

    static async Task<List<CardEvent>> Events_(Scope scope, ControlRecord record)
    {
        var with = new { measure = record.MeasureId };
        // From the measure's reports to what was done with them: CROSS JOIN keeps SQLite from walking all that was ever handed in.
        var events = record.Facts.Select(f => new CardEvent(f.Fact.Deed.Day, f.Fact.Deed.At, ControlWords.Ukrainian(f.Fact), ControlWords.English(f.Fact), f.Body is null ? f.Who : $"{f.Body}; {f.Who}", f.Fact.Ground, f.Fact.Document?.Cited ?? (f.Fact as ExtensionRequest)?.OnBehalf, f)).ToList();
        foreach (var s in await scope.All<ReportRow>("""
            SELECT s.day, s.at, s.receipt_year, s.receipt_number, s.on_behalf, b.name AS body, o.period_code, p.post, s.day > o.adjusted AS late
            FROM obligation o CROSS JOIN submission s JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
            LEFT JOIN person p ON p.authority_id = s.authority_id AND p.id = s.person_id WHERE o.authority_id = @authority AND o.measure_id = @measure AND s.authority_id = o.authority_id AND s.obligation_id = o.id ORDER BY s.id
            """, with))
            events.Add(new(s.Day, s.At, $"Звіт за {Name(s.PeriodCode)}, № {s.Receipt}{(s.Late ? ", із запізненням" : "")}", $"Report for {ReportingPeriod.Parse(s.PeriodCode).English}, no. {s.Receipt}{(s.Late ? ", late" : "")}", s.Body, s.OnBehalf));
        foreach (var a in await scope.All<(DateOnly Day, DateTimeOffset At, ExecutionState State, string Body, string Period, string? Post)>("""
            SELECT a.day, a.at, a.confirmed_state, b.name, o.period_code, p.post FROM obligation o CROSS JOIN acceptance a
            JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id LEFT JOIN person p ON p.authority_id = a.authority_id AND p.id = a.person_id
            WHERE o.authority_id = @authority AND o.measure_id = @measure AND a.authority_id = o.authority_id AND a.obligation_id = o.id ORDER BY a.submission_id
            """, with))
            events.Add(new(a.Day, a.At, $"Прийнято звіт за {Name(a.Period)}: {StateWords.Ukrainian(a.State)}", $"Report for {ReportingPeriod.Parse(a.Period).English} accepted: {StateWords.English(a.State)}", a.Post ?? ControlFacts.Program, a.Body));
        foreach (var r in await scope.All<(DateOnly Day, DateTimeOffset At, DateOnly Due, string Remarks, string Body, string Period, string? Post)>("""
            SELECT r.day, r.at, r.due_day, r.remarks, b.name, o.period_code, p.post FROM obligation o CROSS JOIN report_return r
            JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id LEFT JOIN person p ON p.authority_id = r.authority_id AND p.id = r.person_id
            WHERE o.authority_id = @authority AND o.measure_id = @measure AND r.authority_id = o.authority_id AND r.obligation_id = o.id ORDER BY r.submission_id
            """, with))
            events.Add(new(r.Day, r.At, $"Повернено звіт за {Name(r.Period)} до {UkrainianDate.Short(r.Due)}", $"Report for {ReportingPeriod.Parse(r.Period).English} returned until {EnglishDate.Full(r.Due)}", r.Post ?? ControlFacts.Program, $"{r.Body}: {string.Join("; ", Json.Read<Dictionary<string, string>>(r.Remarks).Values)}"));
        foreach (var c in await scope.All<(DateOnly Day, DateTimeOffset At, string State, string? Note, string Body)>("""
            SELECT c.day, c.at, c.state, c.note, b.name FROM consent_fact c JOIN assignment s ON s.authority_id = c.authority_id AND s.id = c.assignment_id
            JOIN body b ON b.authority_id = s.authority_id AND b.id = s.body_id WHERE c.authority_id = @authority AND s.measure_id = @measure ORDER BY c.id
            """, with))
            events.Add(new(c.Day, c.At, $"Згода: {StateWords.Ukrainian(Enum.Parse<ConsentState>(c.State))}", $"Consent: {StateWords.English(Enum.Parse<ConsentState>(c.State))}", c.Body, c.Note));
        var mine = (await scope.All<long>("SELECT id FROM obligation WHERE authority_id = @authority AND measure_id = @measure", with)).ToHashSet();
        foreach (var r in await scope.All<(DateOnly Day, DateTimeOffset At, string Obligations, string Body, string Period, string? Post)>("""
            SELECT r.day, r.at, r.obligations, b.name, r.period_code, p.post FROM reminder r JOIN body b ON b.authority_id = r.authority_id AND b.id = r.body_id
            LEFT JOIN person p ON p.authority_id = r.authority_id AND p.id = r.person_id WHERE r.authority_id = @authority AND r.plan_id = @plan AND r.body_id IN (SELECT s.body_id FROM assignment s WHERE s.authority_id = r.authority_id AND s.measure_id = @measure) ORDER BY r.id
            """, new { plan = record.PlanId, measure = record.MeasureId }))
            if (Json.Read<List<long>>(r.Obligations).Exists(mine.Contains)) events.Add(new(r.Day, r.At, $"Нагадано про звіт за {Name(r.Period)}", $"Reminded of the report for {r.Period}", r.Post ?? ControlFacts.Program, r.Body));
        return events;
    }

    static string Name(string period) => ReportingPeriod.Parse(period).Name;

    sealed record DayRow(int Position, DateOnly Nominal, DateOnly Adjusted, string Ground, DateOnly? SetDay, DateOnly? MovedDay, bool IsMoved);

    sealed record Row(long Id, string Text, string? TermText, ExecutionState? ConfirmedState, DateOnly? ConfirmedDay, DateOnly? DoneTo, DateOnly? ExcludedDay, DateOnly? ClosedDay, string? Issuer, string? Kind, string? Number, DateOnly? Date, string? Title, string? Signatory, string Control);

    sealed record ReportRow(DateOnly Day, DateTimeOffset At, int ReceiptYear, int ReceiptNumber, string? OnBehalf, string Body, string PeriodCode, string? Post, bool Late)
    {
        public string Receipt => Reporting.Receipt.Text(ReceiptYear, ReceiptNumber);
    }
}
