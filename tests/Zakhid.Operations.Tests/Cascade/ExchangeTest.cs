using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Consolidation;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Operations.Tests.Cascade;

/// <summary>
/// Two authorities of one installation, an oblast above a town, each with its plan under control. Nothing passes between them but
/// the bytes of a package.
/// </summary>
public abstract class ExchangeTest(PostgresCluster cluster) : StoreTest(cluster)
{
    protected const string Oblast = "Зразківська обласна державна адміністрація", Town = "Глухівська міська рада";

    protected Store Store { get; private set; } = null!;
    protected Actor Upper { get; private set; } = null!;
    protected Actor Lower { get; private set; } = null!;
    protected long UpperPlan { get; private set; }
    protected long LowerPlan { get; private set; }

    protected async Task Both(Kind kind)
    {
        Store = await Open(kind);
        (Upper, Lower) = (await NewAuthority(Store, Oblast), await NewAuthority(Store, Town));
        UpperPlan = await new AdoptPlan(Store).Run(Upper, At, OblastPlan());
        LowerPlan = await new AdoptPlan(Store).Run(Lower, At, TownPlan());
    }

    /// <summary>Its second measure is the town's alone; its act orders acts to be issued within a month.</summary>
    protected static MadePlan OblastPlan()
    {
        var act = new Act
        {
            Issuer = Oblast,
            Kind = "розпорядження",
            Number = "325-ОД",
            Date = new(2020, 7, 21),
            Title = "Про план заходів на 2020 рік",
            Clauses = [new("2", "Виконавчим комітетам міських рад у місячний строк затвердити відповідні плани заходів.", ClauseKind.Execution)],
            Reporting = [new() { Who = "виконавцям", To = "департаменту", Periodicity = PeriodLength.Quarter, Day = 25, MonthRule = MonthRule.LastMonthOfPeriod, ClauseNumber = "3" }],
        };
        return Made(act, Measure("1", "Проведення брифінгів", null, Town, "Роменська міська рада"), Measure("2", "Проведення семінарів для молоді", "Не менше 10 семінарів", Town), Measure("3", "Виготовлення буклетів", null, "Департамент культури"));
    }

    protected static MadePlan TownPlan()
    {
        var act = SmallPlan.Made().Act;
        return Made(act, Measure("1", "Проведення брифінгів", null, "Відділ культури"), Measure("2", "Семінари для молоді у школах", "Не менше 4 семінарів", "Відділ освіти"), Measure("3", "Семінари для молоді в бібліотеках", "Не менше 2 семінарів", "Відділ культури"));
    }

    static MadePlan Made(Act act, params MadeMeasure[] measures) => new()
    {
        Act = act,
        TextHash = act.Number!,
        Title = act.Title!,
        Days = PlanPeriod.Of(act.Title!, act.Date),
        Rules = ReportingRule.Of(act),
        Measures = measures,
    };

    static MadeMeasure Measure(string number, string text, string? criteria, params string[] executors) => new()
    {
        Printed = new() { Number = number, Text = text, TermText = "Протягом року", Criteria = criteria },
        Term = new() { Phrase = "Протягом року", Kind = TermKind.Range, Start = new(2020, 1, 1), End = new(2020, 12, 31) },
        Targets = criteria is null ? [] : Zakhid.Criteria.CriteriaLanguage.Read(criteria).Targets,
        Executors = [.. executors.Select(name => new MadeExecutor(new Executor { Name = name, Kind = ExecutorKind.Org, Printed = name }, Folding.Key(name), name))],
    };

    protected Task<byte[]> File(Actor of, MadePackage package) => File(of, package.Sha256);

    protected async Task<byte[]> File(Actor of, string sha256)
    {
        Assert.NotEqual(0, of.Authority);
        await using var bytes = Store.Files.Open(sha256);
        using var copy = new MemoryStream();
        await bytes.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>The oblast's plan, taken by the town and put above its own.</summary>
    protected async Task<long> TaskTaken()
    {
        var made = await new MakePackage(Store).Task(Upper, At, UpperPlan, Town);
        var taken = await new TakePackage(Store).Run(Lower, At, await File(Upper, made));
        await new PlaceAbove(Store).OverPlan(Lower, At, LowerPlan, taken.HigherId!.Value);
        return taken.HigherId.Value;
    }

    /// <summary>The town reports, consolidates and sends; figures of its second and third measure are those given.</summary>
    protected async Task Sent(decimal schools = 5, decimal libraries = 3, string first = "Проведено два брифінги.")
    {
        await Report(1, first);
        await Report(2, "Проведено семінари у школах.", schools);
        await Report(3, "Проведено семінари в бібліотеках.", libraries);
        await new SendConsolidation(Store).Run(Lower, At, LowerPlan, "2020-Q3");
    }

    protected async Task Report(int measure, string text, decimal? figure = null)
    {
        var (obligation, target) = await Store.Read(Lower.Authority, r => r.One<(long, long?)>("""
            SELECT o.id, (SELECT MIN(t.id) FROM target t WHERE t.authority_id = o.authority_id AND t.measure_id = o.measure_id) FROM obligation o JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
            WHERE o.authority_id = @authority AND o.plan_id = @LowerPlan AND o.kind = 'Report' AND o.period_code = '2020-Q3' AND m.position = @measure
            """, new { LowerPlan, measure }));
        var content = new ReportContent { Narrative = text, DeclaredState = ExecutionState.InProgress, Figures = figure is { } value ? [new(target!.Value, value)] : [] };
        await new SaveDraft(Store).Run(Lower, At, obligation, content, 0);
        await new SubmitReport(Store).Run(Lower, At, obligation, $"r-{measure}", "лист");
        await new AcceptReport(Store).Run(Lower, At, obligation, ExecutionState.InProgress);
    }

    protected static async Task<RuleBroken> Refused(Func<Task> deed) => await Assert.ThrowsAsync<RuleBroken>(deed);
}
