using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Synthetic;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Obligations;

public sealed class OwedAroundTests(PostgresCluster cluster) : StoreTest(cluster)
{
    [Theory, OnBoth]
    public async Task The_counters_come_to_the_same_figures_as_the_reports_one_by_one(Kind kind)
    {
        await using var store = await Open(kind);
        foreach (var (code, rows) in (IEnumerable<(string, int)>)[("few", 60), ("many", 3000)])
        {
            var authority = await new GenerateAuthority(store).Run(code, code, new Scale(rows, 12, 2, 2, 7), null, TestContext.Current.CancellationToken);
            foreach (var day in (DateOnly[])[Scale.Day, Scale.Day.AddDays(20), Scale.Day.AddMonths(-4)])
            {
                var (told, oneByOne, ofPlan, ofPlanOneByOne) = await store.Read(authority, async r =>
                {
                    var lines = await ObligationLine.List(r, "o.kind = 'Report' AND o.period_from BETWEEN @from AND @to", new { from = day.AddMonths(-6), to = day.AddMonths(6) });
                    return (await OwedAround.Of(r, day), lines.ConvertAll(l => l.AsOwed()), await OwedAround.Of(r, day, 1), lines.FindAll(l => l.PlanId == 1).ConvertAll(l => l.AsOwed()));
                });
                Assert.Equal(Figures(oneByOne, day), Figures(told, day));
                Assert.Equal(Figures(ofPlanOneByOne, day), Figures(ofPlan, day));
                var each = await store.Read(authority, r => OwedAround.OfEach(r, day, [1, 2]));
                Assert.Equal(Figures(ofPlanOneByOne, day), Figures(each[1], day));
                Assert.Equal(oneByOne.Count(o => !o.Lapsed && o.Consent != ConsentState.Declined), each[1].Sum(o => o.Count) + each[2].Sum(o => o.Count));
                Assert.True(rows < 100 || told.Count < oneByOne.Count / 2, $"{told.Count} rows for {oneByOne.Count} reports");
            }
        }
    }

    static (string, int, int, int, int, int, int, int) Figures(IReadOnlyList<OwedReport> reports, DateOnly day)
    {
        var all = Standing.Of(reports, day, WorkingCalendar.Ukraine);
        return (Finding.Ukrainian(all), all.Owed, all.In, all.Accepted, all.Returned, all.Overdue, all.Bodies, all.OwedApart);
    }
}
