using Zakhid.Operations.Control;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Control;

public sealed class DueRemindersTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    static Task<IReadOnlyList<DueReminder>> Due(Store store, Actor by, DateOnly today, string? period = null) => store.Read(by.Authority, r => DueReminders.Of(r, today, period: period));

    [Theory, OnBoth]
    public async Task Who_owes_within_five_working_days_is_reminded_in_one_text_a_period(Kind kind)
    {
        var (store, by, _) = await Running(kind);

        Assert.Empty(await Due(store, by, new(2020, 9, 10)));
        var due = await Due(store, by, new(2020, 9, 11));

        Assert.Equal([("Відділ з правової політики", 1), ("Відділ культури", 2)], due.Select(d => (d.Name, d.Obligations.Count)));
        Assert.Equal("""
            Відділ культури
            Нагадуємо про 2 звіти за III квартал 2020 року.
            План: Про план заходів у 2020 році (розпорядження від 03.08.2020 № 149-ОД).
            Подайте до 17 вересня 2020 року:
            — захід 1: Проведення брифінгів
            — захід 2: Семінар
            """, due[1].Text);
    }

    [Theory, OnBoth]
    public async Task After_the_day_the_text_says_that_it_is_past_and_what_is_handed_in_is_left_out(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SaveDraft(store).Run(by, At, obligation, Full, 0);
        await new SubmitReport(store).Run(by, At, obligation, "ключ-1");

        var due = (await Due(store, by, new(2020, 9, 21)))[1];

        Assert.EndsWith("Строк минув 17 вересня 2020 року, подайте сьогодні:\n— захід 2: Семінар", due.Text, StringComparison.Ordinal);
        Assert.StartsWith("Відділ культури\nНагадуємо про 1 звіт за", due.Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_returned_report_is_asked_for_by_the_day_of_its_return(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        await new SaveDraft(store).Run(by, At, obligation, Full, 0);
        await new SubmitReport(store).Run(by, At, obligation, "ключ-1");
        await new ReturnReport(store).Run(by, At, obligation, new Dictionary<string, string> { ["narrative"] = "Додайте дати" }, new(2020, 9, 21));

        Assert.Contains("Доопрацюйте до 21 вересня 2020 року:\n— захід 1: Проведення брифінгів", (await Due(store, by, new(2020, 9, 17)))[1].Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_same_day_nobody_is_reminded_twice_and_the_next_day_the_last_time_is_known(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        foreach (var one in await Due(store, by, At.Day)) await new Remind(store).Run(by, At, one.Body, one.Plan, one.Period, one.Obligations, one.Text);

        Assert.All(await Due(store, by, At.Day), d => Assert.True(d.Done));
        Assert.All(await Due(store, by, At.Day.AddDays(1)), d => Assert.Equal((false, At.Day), (d.Done, d.Reminded)));
    }

    [Theory, OnBoth]
    public async Task A_period_that_is_asked_for_is_told_however_far_its_day_is(Kind kind)
    {
        var (store, by, _) = await Running(kind);

        Assert.Equal(2, (await Due(store, by, new(2020, 9, 1), "2020-Q4")).Count);
    }
}
