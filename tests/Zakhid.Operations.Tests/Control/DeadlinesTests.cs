using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Control;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Synthetic;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Control;

/// <summary>The calendar and the table of discipline say what counting every row would say.</summary>
public class DeadlinesTests(PostgresCluster cluster) : StoreTest(cluster)
{
    [Theory, OnBoth]
    public async Task The_month_counts_what_its_days_hold(Kind kind)
    {
        var (store, authority) = await Large(kind);
        var rows = await store.Read(authority, r => r.All<(string Kind, DateOnly Due, string Standing, long Body, long Plan)>("SELECT kind, due_day, standing, body_id, plan_id FROM obligation WHERE authority_id = @authority AND standing NOT IN ('Lapsed', 'Declined')"));
        var month = rows.GroupBy(r => (r.Due.Year, r.Due.Month)).MaxBy(g => g.Count())!.Key;
        var (from, to) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1));

        foreach (var body in new long?[] { null, rows[0].Body })
            foreach (var plan in new long?[] { null, rows[0].Plan })
            {
                var counts = await store.Read(authority, r => new Deadlines(new HashSet<DeadlineKind> { DeadlineKind.Report, DeadlineKind.Consolidation }, body, plan).Counts(r, from, to));
                var expected = rows.Where(r => r.Due >= from && r.Due <= to && (body is null || r.Body == body) && (plan is null || r.Plan == plan))
                    .GroupBy(r => (r.Due, r.Kind)).OrderBy(g => g.Key.Due).ThenByDescending(g => g.Key.Kind)
                    .Select(g => (g.Key.Due, g.Key.Kind, (long)g.Count(), (long)g.Count(r => r.Standing is "Expected" or "Draft" or "Returned")));
                Assert.Equal(expected, counts.Select(c => (c.Day, c.Kind.ToString(), c.Count, c.Open)));
            }
    }

    [Theory, OnBoth]
    public async Task The_table_of_discipline_is_what_a_recount_gives(Kind kind)
    {
        var (store, authority) = await Large(kind);
        var today = new DateOnly(2025, 10, 1);
        foreach (var (period, plan) in new[] { ("2025-Q3", (long?)null), ("2025", null), ("2025-Q2", 1) })
        {
            var asked = ReportingPeriod.Parse(period);
            var table = await store.Read(authority, r => DisciplineTable.Read(r, asked, today, plan));
            var rows = await store.Read(authority, r => r.All<(long Body, string Standing, bool Late, DateOnly Adjusted)>(
                "SELECT body_id, standing, late, adjusted FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND period_from >= @Start AND period_to <= @End AND (@plan IS NULL OR plan_id = @plan) AND standing NOT IN ('Lapsed', 'Declined')", new { asked.Start, asked.End, plan }));

            Assert.True(rows.Count > 0);
            foreach (var line in table.Discipline.Lines)
            {
                var mine = rows.Where(r => r.Body == line.Body).ToList();
                Assert.Equal(mine.Count(r => r.Standing != "Apart"), line.Owed);
                Assert.Equal(mine.Count(r => r.Standing is "Submitted" or "Accepted" && !r.Late), line.InTime);
                Assert.Equal(mine.Count(r => r.Standing is "Submitted" or "Accepted" && r.Late), line.Late);
                Assert.Equal(mine.Count(r => r.Standing is "Expected" or "Draft" && r.Adjusted < today), line.Overdue);
                Assert.Equal(mine.Count(r => r.Late && r.Standing != "Apart"), line.TimesLate);
            }
            Assert.Equal(rows.Select(r => r.Body).Distinct().Count(), table.Discipline.Lines.Count);
        }
    }

    [Theory, OnBoth]
    public async Task A_month_as_of_today_stands_as_it_is_read_from_the_facts(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new Operations.Reading.AdoptPlan(store).Run(by, At, Reporting.SmallPlan.Made());
        var report = await store.Read(by.Authority, r => r.One<long>("SELECT MIN(id) FROM obligation WHERE authority_id = @authority AND period_code = '2020-Q3' AND kind = 'Report'"));
        var late = Moment.Of(new(2020, 9, 22));
        await new Operations.Reporting.SaveDraft(store).Run(by, late, report, new() { Narrative = "Проведено.", DeclaredState = ExecutionState.InProgress }, 0);
        await new Operations.Reporting.SubmitReport(store).Run(by, late, report, "ключ");

        var period = ReportingPeriod.Parse("2020-Q3");
        var now = await store.Read(by.Authority, r => DisciplineTable.Read(r, period, late.Day));
        var then = await store.Read(by.Authority, r => DisciplineThen.Read(r, period, late.Day));
        var before = await store.Read(by.Authority, r => DisciplineThen.Read(r, period, new(2020, 9, 18)));

        Assert.Equal(now.Discipline.Lines, then.Discipline.Lines);
        Assert.Equal((3, 1, 3m), (now.Discipline.Total.Overdue + now.Discipline.Total.Late, now.Discipline.Total.Late, now.Discipline.Total.MeanDelay));
        Assert.Equal((3, 0), (before.Discipline.Total.Overdue, before.Discipline.Total.Late));
        Assert.Equal("Із 3 звітів вчасно подано 0 (0 %), із запізненням 1, не подано 2, на доопрацюванні 0, строк не настав для 0.", now.Finding);
    }

    async Task<(Store Store, long Authority)> Large(Kind kind)
    {
        var store = await Open(kind);
        return (store, await new GenerateAuthority(store).Run("zrazok", "Зразковий орган", new Scale(1_203, 12, 3, 2, 7), "довгий пароль зразка"));
    }
}
