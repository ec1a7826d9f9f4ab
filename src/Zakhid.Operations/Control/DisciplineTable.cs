using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Documents.Writing;
using Zakhid.Obligations;
using Zakhid.Operations.Audit;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;
using Zakhid.Text;

namespace Zakhid.Operations.Control;

/// <summary>
/// Execution discipline by body for a period, read from the counters: a row of the tally for each body, day and standing, however
/// many reports lie behind it. A longer period holds the shorter ones inside it: 2020 all quarters of the year.
/// </summary>
public sealed record DisciplineTable(ReportingPeriod Period, string? Plan, ExecutionDiscipline Discipline)
{
    /// <summary>The periods that reports are owed for, the newest first.</summary>
    public static async Task<List<ReportingPeriod>> Periods(Scope scope) => [.. (await scope.All<string>(
        "SELECT DISTINCT period_code FROM tally WHERE authority_id = @authority AND plan_id = 0 AND body_id > 0 AND period_code > '' AND kind = 'Report' AND n > 0")).Select(ReportingPeriod.Parse).OrderDescending()];

    /// <param name="plan">Null: of all plans.</param>
    public static async Task<DisciplineTable> Read(Scope scope, ReportingPeriod period, DateOnly today, long? plan = null)
    {
        var codes = (await Periods(scope)).Where(p => period.Start <= p.Start && p.End <= period.End).Select(p => p.Code).ToList();
        var of = plan ?? 0;
        var alike = codes.Count == 0 ? [] : await scope.All<Row>($"""
            SELECT t.body_id, b.name, t.standing, t.late, t.adjusted, SUM(t.n) AS n FROM tally t JOIN body b ON b.authority_id = t.authority_id AND b.id = t.body_id
            WHERE t.authority_id = @authority AND t.plan_id = @of AND t.body_id > 0 AND t.kind = 'Report' AND t.n > 0 AND t.standing NOT IN ('Lapsed', 'Declined') AND t.period_code {scope.Dialect.Among("@codes")}
            GROUP BY t.body_id, b.name, t.standing, t.late, t.adjusted
            """, new { of, codes });
        // The days of delay stand only in the reports themselves; few came late.
        var late = alike.Exists(row => row.Late) ? await scope.All<LateReport>($"""
            SELECT body_id AS body, adjusted AS due, submitted_day AS submitted FROM obligation
            WHERE authority_id = @authority AND kind = 'Report' AND late = 1 AND lapsed_day IS NULL AND consent <> 'Declined' AND (@plan IS NULL OR plan_id = @plan) AND period_code {scope.Dialect.Among("@codes")}
            """, new { plan, codes }) : [];
        var title = plan is null ? null : await scope.Find<string>("SELECT title FROM plan WHERE authority_id = @authority AND id = @plan", new { plan }) ?? throw new RuleBroken("plan.unknown");
        var (calendar, _) = await AuthorityCalendar.Of(scope);
        return new(period, title, ExecutionDiscipline.Of(alike.Select(row => row.AsReports()), late, today, calendar));
    }

    public const string Heading = "ДОВІДКА";
    static readonly string[] Columns = ["№\nз/п", "Виконавець", "Нале-\nжало", "Вчасно", "Із за-\nпізнен-\nням", "Не\nподано", "На до-\nопрацю-\nванні", "Строк\nне\nнастав", "Вчасно,\n%", "Середнє\nзапізнен-\nня, роб.\nднів", "За\nзгодою,\nбез від-\nповіді"];

    /// <summary>The table as an official paper, for DOCX and XLSX.</summary>
    public async Task<OfficialPaper> Paper(Scope scope, Moment made)
    {
        var authority = await AllAuthorities.Of(scope);
        var head = await AuditLog.Head(scope);
        var total = Discipline.Total;
        var title = $"про стан виконавської дисципліни за {Period.Name}";
        return new()
        {
            File = new($"Довідка {title}", authority.Name, authority.IsSample, made.At),
            IsWide = true,
            Heading = Heading,
            Title = [title, .. Plan is null ? [] : new[] { $"за планом «{Plan}»" }, $"станом на {UkrainianDate.Full(Discipline.AsOf)}"],
            Introduction = [Finding],
            Tables =
            [
                new()
                {
                    Headings = Columns,
                    Shares = [48, 340, 85, 92, 92, 92, 100, 92, 94, 106, 100],
                    Rows = [.. Discipline.Lines.Select((line, i) => Row_(i + 1, line, strong: false)), Row_(null, total, strong: true)],
                },
            ],
            Notes = ["Вчасність визначено за першим поданням; повернене й не подане знову не вважається поданим. Відсоток — серед тих, чий строк настав або хто вже подав. Органи «за згодою» без відповіді наведено окремо, у підсумки їх не включено."],
            Signature = authority.CoordinatorPost is { } post ? new(post, "") : null,
            Date = UkrainianDate.Short(made.Day),
            Checkpoint = $"Мітка журналу дій: запис {head.Seq}, {head.Short}",
        };
    }

    /// <summary>«Із 19 звітів вчасно подано 12 (63 %), із запізненням 2, не подано 5.»</summary>
    public string Finding => Discipline.Total is { Owed: > 0 } total
        ? $"Із {total.Owed} {Plural.Of(total.Owed, "звіту", "звітів", "звітів")} вчасно подано {total.InTime}{(total.Percent is { } percent && total.Waiting == 0 ? $" ({percent} %)" : "")}, із запізненням {total.Late}, не подано {total.Overdue}, на доопрацюванні {total.Returned}, строк не настав для {total.Waiting}."
        : "За цей період звітів не належить.";

    static IReadOnlyList<PaperCell> Row_(int? number, DisciplineLine line, bool strong)
    {
        PaperCell[] cells = [number is { } n ? (PaperCell)n : "", line.Name, line.Owed, line.InTime, line.Late, line.Overdue, line.Returned, line.Waiting, line.Percent is { } percent ? percent : PaperCell.Nothing, line.MeanDelay is { } mean ? new PaperCell(mean.ToString("0.#", System.Globalization.CultureInfo.GetCultureInfo("uk-UA")), mean) : PaperCell.Nothing, line.Apart];
        return strong ? [.. cells.Select(cell => cell with { Strong = true })] : cells;
    }

    sealed record Row(long BodyId, string Name, string Standing, bool Late, DateOnly Adjusted, long N)
    {
        public LikeReports AsReports() => new(BodyId, Name, Enum.TryParse<ReportState>(Standing, out var state) ? state : ReportState.Expected, Late, Adjusted, Standing == "Apart", (int)N);
    }
}
