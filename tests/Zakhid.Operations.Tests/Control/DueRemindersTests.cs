using Zakhid.Operations.Control;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Control;

public sealed class DueRemindersTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    static Task<IReadOnlyList<DueReminder>> Due(Store store, Actor by, DateOnly today, string? period = null) => store.Read(by.Authority, r => DueReminders.Of(r, today, "координатор", period: period));

    [Theory, OnBoth]
    public async Task Who_owes_within_two_weeks_is_reminded_in_one_text_a_period(Kind kind)
    {
        var (store, by, obligation) = await Running(kind);
        Assert.Empty(await Due(store, by, new(2020, 9, 2)));
        await new SaveDraft(store).Run(by, At, obligation, Full, 0);
        await new SubmitReport(store).Run(by, At, obligation, "ключ-1");

        var due = await Due(store, by, new(2020, 9, 3));

        Assert.Equal([("Відділ з правової політики", 1), ("Відділ культури", 1)], due.Select(d => (d.Body, d.Lines.Count)).Order());
        Assert.StartsWith("Відділ культури\n\nНагадуємо: до 17 вересня 2020 року належить подати інформацію за III квартал 2020 року про виконання заходу 2 плану", due.Single(d => d.Body == "Відділ культури").Text, StringComparison.Ordinal);
        Assert.Contains("Строк минув 17 вересня 2020 року", (await Due(store, by, new(2020, 9, 18)))[0].Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_same_day_nobody_is_reminded_twice_and_the_next_day_the_last_time_is_known(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        foreach (var one in await Due(store, by, At.Day)) await new Remind(store).Run(by, At, one.BodyId, one.PlanId, one.PeriodCode, one.Ids, one.Text);

        Assert.All(await Due(store, by, At.Day), d => Assert.True(d.IsDone));
        Assert.All(await Due(store, by, At.Day.AddDays(1)), d => Assert.Equal((false, At.Day), (d.IsDone, d.RemindedOn)));
    }

    [Theory, OnBoth]
    public async Task A_period_that_is_asked_for_is_told_however_far_its_day_is(Kind kind)
    {
        var (store, by, _) = await Running(kind);

        Assert.Equal(2, (await Due(store, by, new(2020, 9, 1), "2020-Q4")).Count);
    }
}
