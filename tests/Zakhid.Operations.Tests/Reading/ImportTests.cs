using System.Runtime.CompilerServices;
using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Reading;

public sealed class ImportTests(PostgresCluster cluster) : StoreTest(cluster)
{
    const string Hlukhiv = "001_f86b5c76f6107ff5.docx", Khmelnytskyi = "000_037cd6b8dd79fcd7.docx", Zhytomyr = "004_c1c52d2aa4e1ed30.docx", Kolomyia = "003_b7bc07e3d7c28862.docx";

    [Theory, OnBoth]
    public async Task What_is_foretold_is_what_is_then_owed(Kind kind)
    {
        var store = await Open(kind);
        foreach (var (file, rule, reports, summaries) in new[] { (Hlukhiv, null, 38, 2), (Zhytomyr, null, 53, 2), (Khmelnytskyi, new ChosenRule(PeriodLength.Quarter, 25, MonthRule.LastMonthOfPeriod), 380, 0) })
        {
            var by = await NewAuthority(store, file);
            var import = await Drop(store, by, file);
            var made = MakePlan.Of((await Sheet(store, by, import)).Reading);
            var adopted = rule is null ? null : ReportingRule.Adopted(rule.Periodicity, rule.Day, rule.MonthRule, "координатор", At.Day);

            var forecast = PlanForecast.Of(made, made.Act.Date!.Value, adopted, WorkingCalendar.Ukraine, DayOffPolicy.Preceding);
            var plan = await new AdoptImport(store).Run(by, At, import, rule: rule);

            Assert.Equal((reports, summaries), (forecast.Reports, forecast.Summaries));
            var owed = await store.Read(by.Authority, r => r.All<(DateOnly, string, long)>("SELECT adjusted, period_code, COUNT(*) FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND kind = 'Report' GROUP BY adjusted, period_code ORDER BY adjusted", new { plan }));
            Assert.Equal(owed, forecast.Days.Where(d => d.Kind == ObligationKind.Report).Select(d => (d.Due.Adjusted, d.Period.Code, (long)d.Count)));
        }
    }

    [Theory, OnBoth]
    public async Task A_duty_to_report_that_was_misread_is_corrected_in_words_and_gives_the_days(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var import = await Drop(store, by, Hlukhiv);
        const string printed = "Відповідальним виконавцям — відділу з правової та внутрішньої політики міської ради: щокварталу до 17 числа останнього місяця звітного періоду (пункт 2)\n"
            + "Відділу з правової та внутрішньої політики міської ради — міського голову: щокварталу до 18 числа останнього місяця звітного періоду (пункт 3)";
        Assert.Equal(printed, (await Sheet(store, by, import)).Value("/act/reporting"));
        Assert.Equal("reading.reporting", (await Assert.ThrowsAsync<RuleBroken>(() => new CorrectReading(store).Run(by, At, import, "/act/reporting", "виконавцям: вчасно"))).Rule);

        await new CorrectReading(store).Run(by, At, import, "/act/reporting", printed.Replace("до 17 числа", "до 10 числа", StringComparison.Ordinal));
        await new AdoptImport(store).Run(by, At, import);

        Assert.Equal(
            [("2020-Q3", new DateOnly(2020, 9, 10), "до 10 вересня 2020: пункт 2 розпорядження № 149-ОД"), ("2020-Q4", new DateOnly(2020, 12, 10), "до 10 грудня 2020: пункт 2 розпорядження № 149-ОД")],
            await store.Read(by.Authority, r => r.All<(string, DateOnly, string)>("SELECT DISTINCT period_code, adjusted, ground FROM obligation WHERE authority_id = @authority AND kind = 'Report' ORDER BY period_code")));
    }

    [Theory, OnBoth]
    public async Task What_the_five_acts_say_of_reporting_is_written_in_lines_and_read_back(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        foreach (var file in new[] { Hlukhiv, Khmelnytskyi, Zhytomyr, Kolomyia })
        {
            var duties = (await Sheet(store, by, await Drop(store, by, file))).Reading.Act.Reporting;
            var again = Zakhid.Clauses.ReportingLines.Read(Zakhid.Clauses.ReportingLines.Write(duties));
            Assert.Equal(duties.Select(d => (d.Who, d.To, d.Periodicity, d.Once, d.Day, d.MonthRule, d.Year, d.ClauseNumber)), again.Select(d => (d.Who, d.To, d.Periodicity, d.Once, d.Day, d.MonthRule, d.Year, d.ClauseNumber)));
        }
    }

    [Theory, OnBoth]
    public async Task The_same_file_is_refused_and_the_same_act_with_another_text_waits_for_a_choice(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var first = await Drop(store, by, Small("перший"));

        var same = await Assert.ThrowsAsync<RuleBroken>(() => Drop(store, by, Small("перший")));
        Assert.Equal(("import.same-file", first), (same.Rule, same.Arguments[^1]));
        var resaved = await Assert.ThrowsAsync<RuleBroken>(() => Drop(store, by, Small("перший") + "\n\n"));
        Assert.Equal(("import.same-act", first), (resaved.Rule, resaved.Arguments[^1]));

        var second = await Drop(store, by, Small("другий"));
        Assert.Equal(first, (await Sheet(store, by, second)).Changes);
        Assert.Equal("import.to-choose", (await Assert.ThrowsAsync<RuleBroken>(() => new AdoptImport(store).Run(by, At, second))).Rule);

        await new ChooseFile(store).Replace(by, At, second);
        Assert.Null((await Sheet(store, by, second)).Changes);
        Assert.Equal("import.unknown", (await Assert.ThrowsAsync<RuleBroken>(() => Sheet(store, by, first))).Rule);

        await new AdoptImport(store).Run(by, At, second);
        var third = await Drop(store, by, Small("третій"));
        Assert.Equal("import.runs", (await Assert.ThrowsAsync<RuleBroken>(() => new ChooseFile(store).Replace(by, At, third))).Rule);
        Assert.Equal(second, await new ChooseFile(store).KeepEarlier(by, At, third));
        Assert.Equal("import.unknown", (await Assert.ThrowsAsync<RuleBroken>(() => Sheet(store, by, third))).Rule);
    }

    [Theory, OnBoth]
    public async Task A_draft_runs_only_with_number_and_date_and_they_stay_marked(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "kolomyia");
        var import = await Drop(store, by, Kolomyia);
        Assert.Equal("plan.draft", (await Assert.ThrowsAsync<RuleBroken>(() => new AdoptImport(store).Run(by, At, import))).Rule);
        Assert.Equal("reading.date", (await Assert.ThrowsAsync<RuleBroken>(() => new CorrectReading(store).Run(by, At, import, "/act/date", "учора"))).Rule);

        await new CorrectReading(store).Run(by, At, import, "/act/number", "41");
        await new CorrectReading(store).Run(by, At, import, "/act/date", "1 квітня 2021 року");
        var plan = await new AdoptImport(store).Run(by, At, import, rule: new(PeriodLength.Quarter, 25, MonthRule.LastMonthOfPeriod));

        Assert.Equal(168, await store.Read(by.Authority, r => r.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND plan_id = @plan", new { plan })));
        Assert.True(await store.Read(by.Authority, r => r.One<bool>("SELECT CASE WHEN requisites_at IS NOT NULL AND number = '41' AND date = '2021-04-01' THEN 1 ELSE 0 END FROM act WHERE authority_id = @authority")));
    }

    [Theory, OnBoth]
    public async Task A_field_that_another_person_corrected_meanwhile_is_not_overwritten(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        var import = await Drop(store, by, Small("перший"));
        var seen = (await Sheet(store, by, import)).Version;
        await new CorrectReading(store).Run(by, At, import, "/measures/0/goal", "моя ціль");

        var late = new CorrectReading(store);
        var values = new Dictionary<string, string?> { ["/measures/0/goal"] = "інша ціль" };
        Assert.Equal("reading.changed", (await Assert.ThrowsAsync<RuleBroken>(() => late.Run(by, At, import, values, [], seen))).Rule);
        await late.Run(by, At, import, values, [], seen + 1);

        Assert.Equal("інша ціль", (await Sheet(store, by, import)).Value("/measures/0/goal"));
    }

    [Theory, OnBoth]
    public async Task A_body_printed_with_a_slip_is_asked_about_once_the_register_knows_the_right_one(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptImport(store).Run(by, At, await Drop(store, by, Small("перший")));

        var second = await Sheet(store, by, await Drop(store, by, Small("перший").Replace("№ 34", "№ 35", StringComparison.Ordinal).Replace("Відділ культури", "Відділ культри", StringComparison.Ordinal)));

        var doubt = Assert.Single(second.Open);
        Assert.Equal("Органу «Відділ культри» у реєстрі немає; схожий — «Відділ культури».", Assert.Single(doubt.Remarks).Text);
        await new CorrectReading(store).Run(by, At, second.Id, doubt.Pointer, "Відділ культури");
        Assert.Empty((await Sheet(store, by, second.Id)).Open);
    }

    [Theory, OnBoth]
    public async Task Whether_it_is_the_same_body_is_asked_once_and_remembered(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");
        await new AdoptImport(store).Run(by, At, await Drop(store, by, Small("перший")));
        var known = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM body WHERE authority_id = @authority AND name = 'Відділ культури'"));
        string Act(string number, string executor) => Small("перший").Replace("№ 34", "№ " + number, StringComparison.Ordinal).Replace("Відділ культури", executor, StringComparison.Ordinal);

        var second = await Sheet(store, by, await Drop(store, by, Act("35", "Відділ культури, національностей та релігій")));
        var doubt = Assert.Single(second.Open);
        Assert.Equal([known], second.Alike(doubt.Pointer).Select(b => b.Id));
        var correct = new CorrectReading(store);
        Assert.Equal("body.choose", (await Assert.ThrowsAsync<RuleBroken>(() => correct.Run(by, At, second.Id, doubt.Pointer, null))).Rule);
        Assert.Equal("body.no-such", (await Assert.ThrowsAsync<RuleBroken>(() => correct.Run(by, At, second.Id, doubt.Pointer, "Невідомий"))).Rule);
        await correct.Run(by, At, second.Id, doubt.Pointer, $"{known}");
        var plan = await new AdoptImport(store).Run(by, At, second.Id);

        Assert.Equal([(known, "Відділ культури, національностей та релігій")], await store.Read(by.Authority, r => r.All<(long, string)>("SELECT body_id, printed FROM assignment WHERE authority_id = @authority AND plan_id = @plan", new { plan })));
        // The same name in the next plan is no question any more.
        var third = await Sheet(store, by, await Drop(store, by, Act("36", "Відділ культури, національностей та релігій")));
        Assert.Empty(third.Open);
        Assert.Equal("Відділ культури", Assert.Single(Assert.Single(third.Make().Measures).Executors).BodyName);

        // Said to be another, it is one more body.
        var fourth = await Sheet(store, by, await Drop(store, by, Act("37", "Відділ культури і туризму")));
        await correct.Run(by, At, fourth.Id, Assert.Single(fourth.Open).Pointer, ImportSheet.AnotherBody);
        await new AdoptImport(store).Run(by, At, fourth.Id);
        Assert.Equal(1, await store.Read(by.Authority, r => r.One<long>("SELECT COUNT(*) FROM body WHERE authority_id = @authority AND name = 'Відділ культури і туризму'")));
    }

    static string Small(string word) => $"""
        ЗРАЗКІВСЬКА МІСЬКА РАДА
        РОЗПОРЯДЖЕННЯ
        12 лютого 2021 року    м. Зразків    № 34
        Про затвердження плану заходів на 2021 рік
        1. Затвердити план заходів на 2021 рік (додається).
        2. Контроль за виконанням цього розпорядження залишаю за собою.
        Міський голова    Петро ЗРАЗОК

        ЗАТВЕРДЖЕНО
        розпорядження міського голови
        12 лютого 2021 року № 34

        ПЛАН ЗАХОДІВ на 2021 рік

        1. Провести {word} тренінг для вчителів.
        Відділ культури
        Протягом року
        """;

    static async Task<long> Drop(Store store, Actor by, string text)
    {
        var isFile = text.EndsWith(".docx", StringComparison.Ordinal);
        await using Stream content = isFile ? File.OpenRead(Path.Combine(Root(), "Cases", "plans", "docs", text)) : new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return await new DropFile(store).Run(by, At, isFile ? text : "акт.txt", content);
    }

    static Task<ImportSheet> Sheet(Store store, Actor by, long import) => store.Read(by.Authority, r => ImportSheet.Find(r, import));

    static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
