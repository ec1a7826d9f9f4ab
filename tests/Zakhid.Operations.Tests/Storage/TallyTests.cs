using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Tests.Storage;

public sealed class TallyTests(PostgresCluster cluster) : StoreTest(cluster)
{
    sealed record NewObligation(long Id, string Kind, long PlanId, long RuleId, long? MeasureId, long? AssignmentId, long BodyId, string PeriodCode,
        DateOnly PeriodFrom, DateOnly PeriodTo, DateOnly Nominal, DateOnly Adjusted, string Policy, string Ground, string Consent);

    static async Task<Actor> WithObligations(Store store, int count)
    {
        var by = await NewAuthority(store, "hlukhiv");
        var body = await NewBody(store, by, "відділ освіти");
        var other = await NewBody(store, by, "відділ культури");
        await store.Write(by, At, async w =>
        {
            await w.Do("INSERT INTO act (authority_id, id, identity, text_hash, at) VALUES (@authority, 1, 'act', 'x', 'x')");
            await w.Do("INSERT INTO plan (authority_id, id, act_id, title, created_at, created_by) VALUES (@authority, 1, 1, 'план', 'x', 0)");
            await w.Do("INSERT INTO measure (authority_id, id, plan_id, position, text) VALUES (@authority, 1, 1, 1, 'захід')");
            await w.Do("INSERT INTO reporting_rule (authority_id, id, plan_id, kind) VALUES (@authority, 1, 1, 'Report')");
            await w.DoMany("assignment", Enumerable.Range(1, count).Select(i => new { Id = i, PlanId = 1, MeasureId = 1, BodyId = i % 2 == 0 ? body : other, Position = i, Role = "Responsible", Printed = "відділ" }));
            await w.DoMany("rule_body", new[] { body, other }.Select(b => new { PlanId = 1, RuleId = 1, BodyId = b }).ToList());
            await w.DoMany("obligation", Enumerable.Range(1, count).Select(i => new NewObligation(i, "Report", 1, 1, 1, i, i % 2 == 0 ? body : other, "2020-Q3",
                new(2020, 7, 1), new(2020, 9, 30), new(2020, 9, 17), new(2020, 9, 18), "Preceding", "пункт 2", i == 1 ? "Asked" : "")));
        });
        return by;
    }

    static Task<List<(string, long, long)>> Standings(Store store, Actor by, string where) => store.Read(by.Authority, r => r.All<(string, long, long)>(
        $"SELECT standing, late, sum(n) FROM tally WHERE authority_id = @authority AND n <> 0 AND {where} GROUP BY standing, late ORDER BY standing, late"));

    [Theory, OnBoth]
    public async Task The_counters_follow_the_obligations_by_themselves(Kind kind)
    {
        var store = await Open(kind);
        var by = await WithObligations(store, 10);
        const string Whole = "plan_id = 0 AND body_id = 0";

        Assert.Equal([("Apart", 0, 1), ("Expected", 0, 9)], await Standings(store, by, Whole));

        await store.Write(by, At, w => w.Do("UPDATE obligation SET report_state = 'Submitted', submitted_day = '2020-09-18' WHERE authority_id = @authority AND id IN (2, 3)"));
        await store.Write(by, At, w => w.Do("UPDATE obligation SET report_state = 'Accepted', submitted_day = '2020-09-19' WHERE authority_id = @authority AND id = 4"));
        await store.Write(by, At, w => w.Do("UPDATE obligation SET lapsed_day = '2020-09-19' WHERE authority_id = @authority AND id = 5"));
        await store.Write(by, At, w => w.Do("UPDATE obligation SET consent = 'Declined' WHERE authority_id = @authority AND id = 1"));

        (string, long, long)[] expected = [("Accepted", 1, 1), ("Declined", 0, 1), ("Expected", 0, 5), ("Lapsed", 0, 1), ("Submitted", 0, 2)];
        Assert.Equal(expected, await Standings(store, by, Whole));
        Assert.Equal(expected, await Standings(store, by, "plan_id = 1 AND body_id = 0 AND period_code = '2020-Q3'"));
        Assert.Equal(expected, await Standings(store, by, "plan_id = 1 AND body_id > 0"));
        Assert.Equal(expected, await Standings(store, by, "plan_id = 0 AND body_id > 0"));
    }

    [Theory, OnBoth]
    public async Task A_return_moves_the_day_it_is_due_and_not_the_day_it_is_judged_by(Kind kind)
    {
        var store = await Open(kind);
        var by = await WithObligations(store, 1);

        await store.Write(by, At, w => w.Do("UPDATE obligation SET report_state = 'Returned', consent = '', submitted_day = '2020-09-18', returned_due = '2020-09-23' WHERE authority_id = @authority AND id = 1"));

        Assert.Equal((new DateOnly(2020, 9, 23), false, "Returned"), await store.Read(by.Authority, r => r.One<(DateOnly, bool, string)>(
            "SELECT due_day, late, standing FROM obligation WHERE authority_id = @authority AND id = 1")));
    }

    [Theory, OnBoth]
    public async Task The_counters_wait_for_a_returned_report_by_the_day_of_its_return(Kind kind)
    {
        var store = await Open(kind);
        var by = await WithObligations(store, 3);

        await store.Write(by, At, w => w.Do("UPDATE obligation SET report_state = 'Returned', submitted_day = '2020-09-18', returned_due = '2020-09-23' WHERE authority_id = @authority AND id = 2"));

        Assert.Equal([("Apart", "2020-09-18", 1), ("Expected", "2020-09-18", 1), ("Returned", "2020-09-23", 1)], await store.Read(by.Authority, r => r.All<(string, string, long)>(
            "SELECT standing, due_day, n FROM tally WHERE authority_id = @authority AND plan_id = 0 AND body_id = 0 AND n <> 0 ORDER BY standing")));
    }

    [Theory, OnBoth]
    public async Task Whatever_happens_to_obligations_the_counters_of_every_level_equal_a_recount(Kind kind)
    {
        const int Many = 60;
        var store = await Open(kind);
        var by = await WithObligations(store, Many);
        var random = new Random(7);
        string[] changes =
        [
            "report_state = 'Draft'", "report_state = 'Submitted', submitted_day = '2020-09-18'", "report_state = 'Submitted', submitted_day = '2020-09-21'", "report_state = 'Accepted'",
            "report_state = 'Returned', returned_due = '2020-09-24'", "returned_due = '2020-09-29'", "consent = 'Asked'", "consent = 'Agreed'", "consent = 'Declined'", "lapsed_day = '2020-09-20'", "lapsed_day = NULL",
            "adjusted = '2020-09-16'", "adjusted = '2020-09-25'", "body_id = 1", "body_id = 2", "period_code = '2020-Q4'", "period_code = '2020-Q3'", "returned_due = NULL", "report_state = 'Expected', submitted_day = NULL",
        ];

        for (var round = 0; round < 12; round++)
        {
            await store.Write(by, At, async w =>
            {
                for (var i = 0; i < 10; i++)
                {
                    var from = random.Next(1, Many + 1);
                    await w.Do($"UPDATE obligation SET {changes[random.Next(changes.Length)]} WHERE authority_id = @authority AND id BETWEEN @from AND @to", new { from, to = from + random.Next(12) });
                }
                await w.Do("DELETE FROM obligation WHERE authority_id = @authority AND id = @id", new { id = random.Next(1, Many + 1) });
            });
            foreach (var (level, group) in new[] { ("plan_id = 0 AND body_id = 0", "0, '', 0"), ("plan_id = 0 AND body_id > 0", "0, period_code, body_id"), ("plan_id > 0 AND body_id = 0", "plan_id, period_code, 0"), ("plan_id > 0 AND body_id > 0", "plan_id, period_code, body_id") })
            {
                var columns = group.Split(", ");
                var kept = await Rows(store, by, $"SELECT plan_id, period_code, body_id, kind, adjusted, standing, late, due_day, n FROM tally WHERE authority_id = @authority AND n <> 0 AND {level}");
                var counted = await Rows(store, by, $"SELECT {columns[0]} AS plan_id, {columns[1]} AS period_code, {columns[2]} AS body_id, kind, adjusted, standing, late, due_day, COUNT(*) AS n FROM obligation WHERE authority_id = @authority GROUP BY 1, 2, 3, 4, 5, 6, 7, 8");
                Assert.Equal(counted, kept);
            }
        }
    }

    sealed record Counter(long PlanId, string PeriodCode, long BodyId, string Kind, string Adjusted, string Standing, long Late, string DueDay, long N);

    static async Task<List<string>> Rows(Store store, Actor by, string sql) => [.. (await store.Read(by.Authority, r => r.All<Counter>(sql))).Select(row => row.ToString()).Order(StringComparer.Ordinal)];

    [Theory, OnBoth]
    public async Task The_same_report_is_owed_once(Kind kind)
    {
        var store = await Open(kind);
        var by = await WithObligations(store, 1);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.Write(by, At, w => w.Do("""
            INSERT INTO obligation (authority_id, id, kind, plan_id, rule_id, measure_id, assignment_id, body_id, period_code, period_from, period_to, nominal, adjusted, policy, ground)
            SELECT authority_id, 2, kind, plan_id, rule_id, measure_id, assignment_id, body_id, period_code, period_from, period_to, nominal, adjusted, policy, ground FROM obligation WHERE authority_id = @authority AND id = 1
            """)));
    }

    [Theory, OnBoth]
    public async Task An_obligation_follows_from_a_rule_of_its_plan_and_an_assignment_of_its_measure(Kind kind)
    {
        var store = await Open(kind);
        var by = await WithObligations(store, 2);
        await store.Write(by, At, async w =>
        {
            await w.Do("INSERT INTO plan (authority_id, id, act_id, title, created_at, created_by) VALUES (@authority, 2, 1, 'інший план', 'x', 0)");
            await w.Do("INSERT INTO measure (authority_id, id, plan_id, position, text) VALUES (@authority, 2, 1, 2, 'інший захід')");
            await w.Do("INSERT INTO reporting_rule (authority_id, id, plan_id, kind) VALUES (@authority, 2, 2, 'Report')");
            await w.Do("INSERT INTO rule_body SELECT authority_id, 2, 2, body_id FROM rule_body WHERE authority_id = @authority");
        });
        foreach (var (rule, body) in new[] { (2, 1), (1, 9) })
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.Write(by, At, w => w.DoMany("rule_body", [new { PlanId = 1, RuleId = rule, BodyId = body }])));

        foreach (var change in new[] { "rule_id = 2", "plan_id = 2", "measure_id = 2", "assignment_id = 9", "measure_id = NULL", "body_id = 9" })
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.Write(by, At, w => w.Do($"UPDATE obligation SET {change} WHERE authority_id = @authority AND id = 1")));
    }
}
