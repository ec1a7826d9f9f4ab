using System.Text;
using Zakhid.Bodies;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Amendments;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Amendments;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Obligations;

/// <summary>Whatever people do to a plan and in whatever order: nothing is owed twice, every counter is a recount, every day follows from its own policy.</summary>
public sealed class WholeLifeTests(PostgresCluster cluster) : StoreTest(cluster)
{
    const int Deeds = 60;

    static readonly string Plan = SamplePlan.Text.Replace("Відділ кадрів міської ради\nПротягом року", "Райдержадміністрації\nЩокварталу", StringComparison.Ordinal)
        .Replace("Відділ молоді міської ради\nIV квартал", "Відділ молоді міської ради (за згодою)\nIV квартал", StringComparison.Ordinal)
        + "\n5. Оновити програму.\nВідділ кадрів міської ради\nПротягом 10 днів після затвердження бюджету\n";

    [Theory, InlineData(Kind.Sqlite, 9, 3), InlineData(Kind.Sqlite, 52, 1), InlineData(Kind.Sqlite, 72, 1), InlineData(Kind.Postgres, 34, 1)]
    public async Task Whatever_happens_nothing_is_owed_twice_and_every_counter_is_a_recount(Kind kind, int first, int lives)
    {
        var store = await Open(kind);
        for (var seed = first; seed < first + lives; seed++)
        {
            var life = await Life.Begin(store, seed);
            for (var i = 0; i < Deeds; i++)
            {
                await life.Deed();
                await life.Check();
            }
            Assert.True(life.Done > Deeds / 4, $"seed {seed}: only {life.Done} deeds were taken");
        }
    }

    sealed class Life
    {
        readonly Store _store;
        readonly Random _random;
        readonly List<string> _told = [];
        readonly int _seed;
        Actor _by = null!;
        long _plan;
        Moment _at = Moment.Of(new DateOnly(2021, 2, 15));
        int _acts = 100;

        public int Done { get; private set; }

        Life(Store store, int seed) => (_store, _random, _seed) = (store, new(seed), seed);

        public static async Task<Life> Begin(Store store, int seed)
        {
            var life = new Life(store, seed) { _by = await NewAuthority(store, $"zrazkiv-{seed}") };
            await store.Write(life._by, life._at, w => w.Do("UPDATE authority SET name = 'Зразківська міська рада' WHERE id = @authority"));
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(Plan));
            var import = (await new DropFile(store).Take(life._by, life._at, "план.txt", bytes)).Import!.Value;
            life._plan = await new AdoptImport(store).Run(life._by, life._at, import, "Відділ праці міської ради");
            for (var i = 1; i <= 3; i++) await new AddBody(store).Run(life._by, life._at, new() { Name = $"Зразківська-{i} районна державна адміністрація" });
            return life;
        }

        Task<List<T>> All<T>(string sql) => _store.Read(_by.Authority, r => r.All<T>(sql));

        async Task<long> Any(string ids) => await All<long>(ids) is { Count: > 0 } all ? all[_random.Next(all.Count)] : throw new RuleBroken("nothing");

        DateOnly Near(int before, int after) => _at.Day.AddDays(_random.Next(-before, after));

        public async Task Deed()
        {
            _at = _at with { At = _at.At.AddSeconds(1) };
            try
            {
                await (_random.Next(17) switch
                {
                    0 or 1 or 2 => Pass(),
                    3 or 4 => Report(),
                    5 or 6 => Decide(),
                    7 => Told("consent", async () => await new AnswerConsent(_store).Run(_by, _at, await Any("SELECT DISTINCT body_id FROM assignment WHERE authority_id = @authority AND by_consent = 1"), _random.GetItems(["Agreed", "Declined", "Silent"], 1)[0], "лист")),
                    8 or 9 => Members(),
                    10 => Extend(),
                    11 => Told("remove", async () => await new RemoveFromControl(_store).Run(_by, _at, await Any("SELECT id FROM measure WHERE authority_id = @authority"), "доповідна")),
                    12 => Told("back", async () => await new TakeUnderControl(_store).Run(_by, _at, await Any("SELECT id FROM measure WHERE authority_id = @authority AND removed_day IS NOT NULL"), "доручення")),
                    13 => DaysOff(),
                    14 => Told("event", async () => await new EnterEventDay(_store).Run(_by, _at, _plan, "затвердження бюджету", Near(20, 60), null, "рішення")),
                    15 => Divide(),
                    _ => Amend(),
                });
                Done++;
            }
            catch (RuleBroken broken)
            {
                _told[^1] += $": {broken.Rule}";
            }
            catch (Exception wrong) when (wrong is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException(Said, wrong);
            }
        }

        async Task Told(string what, Func<Task> deed)
        {
            _told.Add($"{_at.Day:yyyy-MM-dd} {what}");
            await deed();
        }

        string Said => $"seed {_seed}\n{string.Join('\n', _told)}";

        Task Pass() => Told("day", async () =>
        {
            _at = Moment.Of(_at.Day.AddDays(_random.Next(1, 45)));
            await new NewDay(_store).Reach(_by.Authority, _at);
        });

        Task Report() => Told("report", async () =>
        {
            var report = await Any("SELECT id FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND standing IN ('Expected', 'Draft', 'Returned', 'Apart')");
            var version = await _store.Read(_by.Authority, r => r.Find<long?>("SELECT version FROM report WHERE authority_id = @authority AND obligation_id = @report", new { report })) ?? 0;
            await new SaveDraft(_store).Run(_by, _at, report, new() { Narrative = "Проведено дві зустрічі.", DeclaredState = _random.Next(2) == 0 ? ExecutionState.Done : ExecutionState.InProgress }, version);
            if (_random.Next(4) > 0) await new SubmitReport(_store).Run(_by, _at, report, $"к{_told.Count}", "лист");
        });

        Task Decide() => Told("decide", async () =>
        {
            var report = await Any("SELECT id FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND standing = 'Submitted'");
            if (_random.Next(3) > 0) await new AcceptReport(_store).Run(_by, _at, report, _random.Next(2) == 0 ? ExecutionState.Done : ExecutionState.InProgress);
            else await new ReturnReport(_store).Run(_by, _at, report, new Dictionary<string, string> { ["narrative"] = "Додайте." }, _at.Day.AddDays(90));
        });

        Task Members() => Told("members", async () =>
        {
            var group = await Any("SELECT id FROM body WHERE authority_id = @authority AND is_group = 1");
            var members = await All<(long Body, DateOnly From)>("SELECT body_id, from_day FROM body_member WHERE authority_id = @authority AND withdrawn_at IS NULL");
            if (members.Count == 0 || _random.Next(2) == 0)
                await new Members(_store).Add(_by, _at, group, [await Any("SELECT id FROM body WHERE authority_id = @authority AND name LIKE 'Зразківська-%'")], Near(120, 60), _random.Next(3) == 0 ? Near(0, 120).AddDays(60) : null);
            else if (members[_random.Next(members.Count)] is var (body, from) && _random.Next(4) > 0)
                await new Members(_store).End(_by, _at, group, body, from, _random.Next(3) == 0 ? null : Near(60, 60));
            else await new Members(_store).Withdraw(_by, _at, group, body, from);
        });

        Task Extend() => Told("extend", async () =>
        {
            var (measure, of) = (await All<(long, DateOnly)>("SELECT measure_id, nominal FROM control_date WHERE authority_id = @authority AND moved_by IS NULL")) is { Count: > 0 } all ? all[_random.Next(all.Count)] : throw new RuleBroken("nothing");
            await new ExtendTerm(_store).Run(_by, _at, measure, of, of.AddDays(_random.Next(1, 200)), "рішення");
        });

        Task DaysOff() => Told("days off", async () =>
        {
            var (policy, transfers) = (_random.GetItems(Enum.GetValues<DayOffPolicy>(), 1)[0], _random.Next(2) == 0);
            if (_random.Next(3) == 0) { await new ChoosePolicy(_store).Run(_by, _at, _plan, policy, "пункт"); return; }
            var foretold = await new SetDayOffPolicy(_store).Rehearse(_by, _at, policy, transfers);
            var done = await new SetDayOffPolicy(_store).Run(_by, _at, policy, transfers, "розпорядження");
            Assert.Equal(Json.Write(foretold), Json.Write(done));
        });

        Task Divide() => Told("divide", async () =>
        {
            var measure = await Any("SELECT id FROM measure WHERE authority_id = @authority AND excluded_day IS NULL");
            if ((await _store.Read(_by.Authority, r => DivideMeasure.Parts(r, measure))).Count > 0) { await new DivideMeasure(_store).Undo(_by, _at, measure); return; }
            var given = await _store.Read(_by.Authority, r => r.All<long>("SELECT id FROM assignment WHERE authority_id = @authority AND measure_id = @measure AND owes = 1 AND part_id IS NULL AND member_of IS NULL AND left_day IS NULL", new { measure }));
            await new DivideMeasure(_store).Run(_by, _at, measure, [new("Перша частина", null, given), new("Друга частина", null, given)]);
        });

        Task Amend() => Told("amend", async () =>
        {
            var amendment = await new AmendmentDrafts(_store).Begin(_by, _at, _plan);
            try
            {
                await new AmendmentDrafts(_store).Name(_by, _at, amendment, "розпорядження", $"{++_acts}", $"{_at.Day:dd.MM.yyyy}", $"{Near(30, 30):dd.MM.yyyy}");
                var sheet = await _store.Read(_by.Authority, r => AmendmentSheet.Find(r, amendment));
                var measure = _random.Next(sheet.After.Measures.Count);
                (string Pointer, string Value) change = _random.Next(6) switch
                {
                    0 => ($"/measures/{measure}/term_text", _random.GetItems(["Щокварталу", "До 1 грудня 2021 року", "Протягом року", "Постійно"], 1)[0]),
                    1 or 2 => ($"/measures/{measure}/executors", _random.GetItems(["Відділ культури міської ради", "Райдержадміністрації", "Відділ праці міської ради; відділ освіти міської ради", "Відділ молоді міської ради (за згодою)"], 1)[0]),
                    3 => ("/act/reporting", $"виконавцям — відділу праці міської ради: щокварталу до {_random.Next(1, 29)} числа {(_random.Next(2) == 0 ? "останнього місяця звітного періоду" : "місяця, що настає за звітним періодом")} (пункт 2)"),
                    4 => ("/plan/title", $"щодо підтримки ветеранів на 2021-{_random.Next(2022, 2024)} роки"),
                    _ => ("", ""),
                };
                _told[^1] += $" {amendment} {change}";
                if (change.Pointer.Length > 0) await new EditAmendment(_store).Change(_by, _at, amendment, new Dictionary<string, string?>(StringComparer.Ordinal) { [change.Pointer] = change.Value });
                else await new EditAmendment(_store).Exclude(_by, _at, amendment, measure);
                await new AmendPlan(_store).Rehearse(_by, _at, amendment);
                await new AmendPlan(_store).Run(_by, _at, amendment);
            }
            catch (RuleBroken)
            {
                await new AmendmentDrafts(_store).Withdraw(_by, _at, amendment);
                throw;
            }
        });

        public async Task Check()
        {
            foreach (var (level, which) in ((string, string)[])[("0 AS plan_id, '' AS period_code, 0 AS body_id", "plan_id = 0 AND body_id = 0"), ("0 AS plan_id, period_code, body_id", "plan_id = 0 AND body_id > 0"), ("plan_id, period_code, 0 AS body_id", "plan_id > 0 AND body_id = 0"), ("plan_id, period_code, body_id", "plan_id > 0 AND body_id > 0")])
            {
                var recount = await All<Counter>($"SELECT {level}, kind, adjusted, standing, late, due_day, COUNT(*) AS n FROM obligation WHERE authority_id = @authority GROUP BY 1, 2, 3, 4, 5, 6, 7, 8");
                var kept = await All<Counter>($"SELECT plan_id, period_code, body_id, kind, adjusted, standing, late, due_day, n FROM tally WHERE authority_id = @authority AND n <> 0 AND {which}");
                Assert.True(recount.ToHashSet().SetEquals(kept), $"the counters differ at {level}\n{Said}");
            }
            await None("a report owed twice", "SELECT assignment_id || ' ' || period_code FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND lapsed_day IS NULL GROUP BY assignment_id, period_code HAVING COUNT(*) > 1");
            await None("a group and its member both owe", """
                SELECT g.id || ' ' || g.period_code FROM obligation g JOIN assignment s ON s.authority_id = g.authority_id AND s.member_of = g.assignment_id JOIN obligation m ON m.authority_id = s.authority_id AND m.assignment_id = s.id AND m.period_code = g.period_code AND m.rule_id = g.rule_id
                WHERE g.authority_id = @authority AND g.lapsed_day IS NULL AND m.lapsed_day IS NULL AND g.report_state = 'Expected' AND m.report_state IN ('Expected', 'Draft')
                """);
            await None("who left owes what is to come", $"SELECT o.id || ' ' || o.period_code FROM obligation o JOIN assignment s ON s.authority_id = o.authority_id AND s.id = o.assignment_id WHERE o.authority_id = @authority AND o.lapsed_day IS NULL AND o.report_state = 'Expected' AND s.member_of IS NULL AND o.period_from > s.left_day AND o.adjusted > s.left_day");
            await None("a day of control waits otherwise than a recount", """
                SELECT m.number || ' ' || d.nominal FROM control_date d JOIN measure m ON m.authority_id = d.authority_id AND m.id = d.measure_id JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id WHERE d.authority_id = @authority
                AND d.waits <> CASE WHEN d.moved_by IS NULL AND (m.done_to IS NULL OR m.done_to < d.nominal) AND (m.removed_day IS NULL OR d.adjusted <= m.removed_day) AND (m.excluded_day IS NULL OR d.adjusted < m.excluded_day) AND p.closed_day IS NULL THEN 1 ELSE 0 END
                """);
            foreach (var (what, nominal, adjusted, policy) in await All<(string, DateOnly, DateOnly, DayOffPolicy)>("SELECT 'obligation ' || id, nominal, adjusted, policy FROM obligation WHERE authority_id = @authority UNION ALL SELECT 'control ' || measure_id, nominal, adjusted, policy FROM control_date WHERE authority_id = @authority"))
                Assert.True(DueDate.Of(nominal, WorkingCalendar.Ukraine, policy).Adjusted == adjusted || DueDate.Of(nominal, WorkingCalendar.WithoutTransfers, policy).Adjusted == adjusted, $"{what}: {nominal} → {adjusted} by {policy}\n{Said}");
            foreach (var one in (await All<(long Assignment, DateOnly To, DateOnly From)>("SELECT assignment_id, period_to, covers_from FROM obligation WHERE authority_id = @authority AND kind = 'Report' AND lapsed_day IS NULL ORDER BY assignment_id, period_to")).GroupBy(o => o.Assignment))
                Assert.True(one.Zip(one.Skip(1)).All(pair => pair.First.From < pair.Second.From || pair.First.From == pair.Second.From), $"reports of assignment {one.Key} cover days in another order than their periods\n{Said}");
            // As of the end of this day all is as it is.
            var then = await _store.Read(_by.Authority, r => StandingOn.Of(r, _plan, _at.Day));
            foreach (var (id, standing, due) in await All<(long, string, DateOnly)>("SELECT id, standing, due_day FROM obligation WHERE authority_id = @authority"))
                Assert.True((then[id].Standing, then[id].DueDay) == (standing == "Draft" ? "Expected" : standing, due), $"obligation {id} is {standing} {due}, and as of today {then[id].Standing} {then[id].DueDay}\n{Said}");
            // What is owed is owed: counting again adds nothing.
            var (again, was) = await _store.Rehearse(_by, _at, async w =>
            {
                const string owed = "SELECT o.id || ' ' || COALESCE(m.number, '') || ' ' || b.name || ' ' || o.period_code || ' ' || o.adjusted || ' ' || o.standing || ' ' || COALESCE(o.lapsed_ground, '') || ' assignment ' || COALESCE(o.assignment_id, 0) FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id LEFT JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id WHERE o.authority_id = @authority";
                var before = await w.All<string>(owed);
                await DeriveObligations.Within(w, _plan, asOf: _at.Day);
                var after = await w.All<string>(owed);
                return (after.Except(before).ToList(), before.Except(after).ToList());
            });
            Assert.True(again.Count == 0, $"counted again it is {string.Join(", ", again)}, was {string.Join(", ", was)}\n{Said}");
        }

        sealed record Counter(long PlanId, string PeriodCode, long BodyId, string Kind, DateOnly Adjusted, string Standing, bool Late, DateOnly DueDay, long N);

        async Task None(string what, string sql)
        {
            var found = await All<string>(sql);
            Assert.True(found.Count == 0, $"{what}: {string.Join(", ", found)}\n{Said}");
        }
    }
}
