using Zakhid.Operations.Amendments;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Amendments;

public sealed class AmendmentRefusalTests(PostgresCluster cluster) : AmendedPlanTest(cluster)
{
    static readonly Moment Later = Moment.Of(new DateOnly(2021, 10, 2));

    [Theory, OnBoth]
    public async Task A_point_that_does_not_exist_is_asked_and_nothing_is_confirmed_until_it_is_answered(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var amendment = (await Drop(store, by, "88.txt", Act("88", "20.09.2021", "1) пункт 12 виключити;", "2) пункт 3 виключити."))).Amendment!.Value;

        var asked = Assert.Single((await Sheet(store, by, amendment)).Open);
        Assert.Equal("Пункту 12 у плані немає: зміну не внесено.", asked.Remarks.Single().Text);
        Assert.Equal("amendment.questions", await Broken(() => new AmendPlan(store).Run(by, Today, amendment)));
        await new EditAmendment(store).Answer(by, Today, amendment, asked.Pointer);

        Assert.Equal(2, await new AmendPlan(store).Run(by, Today, amendment));
        Assert.Equal(["1", "2", "4"], (await Text(store, by, plan)).Reading.Measures.Select(m => m.Number));
    }

    [Theory, OnBoth]
    public async Task The_same_file_or_the_same_act_is_not_carried_out_twice(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        await Amend(store, by, "88", "20.09.2021", "1) пункт 3 виключити.");

        Assert.Equal("amendment.same-file", await Broken(() => Drop(store, by, "ще раз.txt", Act("88", "20.09.2021", "1) пункт 3 виключити."))));
        var again = (await Drop(store, by, "інший.txt", Act("88", "20.09.2021", "1) пункт 4 виключити."))).Amendment!.Value;
        Assert.Equal("amendment.same-act", await Broken(() => new AmendPlan(store).Run(by, Today, again)));
        Assert.Equal("amendment.done", await Broken(async () => await new AmendPlan(store).Run(by, Today, 1)));
        Assert.Equal(2, (await Text(store, by, plan)).Version);
    }

    [Theory, OnBoth]
    public async Task Days_before_the_plan_or_its_last_version_are_refused(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var early = (await Drop(store, by, "5.txt", Act("5", "10.02.2021", "1) пункт 3 виключити."))).Amendment!.Value;
        Assert.Equal("amendment.before-act", await Broken(() => new AmendPlan(store).Run(by, Today, early)));
        await Amend(store, by, "88", "15.09.2021", "1) пункт 3 виключити.");

        var between = (await Drop(store, by, "70.txt", Act("70", "01.07.2021", "1) пункт 4 виключити."))).Amendment!.Value;
        Assert.Equal("amendment.before-version", await Broken(() => new AmendPlan(store).Run(by, Today, between)));
        await new AmendmentDrafts(store).Name(by, Today, between, "розпорядження", "70", "01.07.2021", "");
        Assert.Equal("amendment.day-missing", await Broken(() => new AmendPlan(store).Run(by, Today, between)));
        await new AmendmentDrafts(store).Name(by, Today, between, "розпорядження", " ", "01.07.2021", "20.09.2021");
        Assert.Equal("amendment.requisites", await Broken(() => new AmendPlan(store).Run(by, Today, between)));
    }

    [Theory, OnBoth]
    public async Task A_closed_plan_is_not_changed_and_an_act_does_not_change_itself(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var own = await new AmendmentDrafts(store).Begin(by, Today, plan);
        await new AmendmentDrafts(store).Name(by, Today, own, "розпорядження міського голови", "9", "12.02.2021", "20.09.2021");
        await new EditAmendment(store).Exclude(by, Today, own, 2);
        await store.Write(by, Today, w => w.Do("UPDATE amendment SET kind = (SELECT kind FROM act WHERE authority_id = @authority) WHERE authority_id = @authority AND id = @own", new { own }));
        Assert.Equal("amendment.circular", await Broken(() => new AmendPlan(store).Run(by, Today, own)));
        var nothing = await new AmendmentDrafts(store).Begin(by, Today, plan);
        await new AmendmentDrafts(store).Name(by, Today, nothing, "розпорядження", "90", "20.09.2021", "20.09.2021");
        Assert.Equal("amendment.nothing", await Broken(() => new AmendPlan(store).Run(by, Today, nothing)));

        await new RepealPlan(store).Run(by, Today, plan, new("рішення від 20.09.2021 № 5", Today.Day, OpenReports.Lapse));

        Assert.Equal("amendment.plan-closed", await Broken(() => new AmendmentDrafts(store).Begin(by, Today, plan)));
        Assert.Equal("amendment.plan-closed", await Broken(() => new AmendPlan(store).Run(by, Today, nothing)));
    }

    [Theory, OnBoth]
    public async Task Of_an_unknown_plan_it_is_said_and_a_person_chooses(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var amendment = (await Drop(store, by, "88.txt", Act("88", "20.09.2021", "1) пункт 3 виключити.").Replace("12.02.2021 № 9,", "12.02.2021 № 99,", StringComparison.Ordinal))).Amendment!.Value;

        var sheet = await Sheet(store, by, amendment);
        Assert.Null(sheet.PlanId);
        Assert.Equal("99", sheet.Amending!.Amendments[0].Act!.Number);
        Assert.Equal("amendment.no-plan", await Broken(() => new AmendPlan(store).Run(by, Today, amendment)));
        await new AmendmentDrafts(store).ChoosePlan(by, Today, amendment, plan);
        Assert.Equal(["Акт не змінює цього плану: він називає інші документи."], (await Sheet(store, by, amendment)).Open.Select(d => d.Remarks[0].Text));
    }

    [Theory, OnBoth]
    public async Task A_version_of_a_later_day_waits_for_it_and_can_be_put_away_before(Kind kind)
    {
        var (store, by, plan) = await Running(kind);
        var amendment = (await Drop(store, by, "88.txt", Act("88", "20.09.2021", "1) пункт 3 виключити."))).Amendment!.Value;
        await new AmendmentDrafts(store).Name(by, Today, amendment, "розпорядження", "88", "20.09.2021", "1 жовтня 2021 року");
        await new AmendPlan(store).Run(by, Today, amendment);
        Assert.Equal(1, (await Text(store, by, plan)).Version);
        var second = await new AmendmentDrafts(store).Begin(by, Today, plan);
        await new AmendmentDrafts(store).Name(by, Today, second, "розпорядження", "90", "20.09.2021", "20.09.2021");
        Assert.Equal("amendment.version-waits", await Broken(() => new AmendPlan(store).Run(by, Today, second)));

        await new NewDay(store).Reach(by.Authority, Moment.Of(new DateOnly(2021, 9, 30)));
        Assert.Equal(1, (await Text(store, by, plan)).Version);
        await new NewDay(store).Reach(by.Authority, Moment.Of(new DateOnly(2021, 10, 1)));

        Assert.Equal(2, (await Text(store, by, plan)).Version);
        Assert.EndsWith("2021-Q4 17.12 Lapsed", (await Owed(store, by, "3"))[^1], StringComparison.Ordinal);
        Assert.Equal("amendment.before-version", await Broken(() => new AmendPlan(store).Rehearse(by, Later, second)));
        await new AmendmentDrafts(store).Name(by, Later, second, "розпорядження", "90", "02.10.2021", "02.10.2021");
        Assert.Equal("amendment.plan-moved", await Broken(() => new AmendPlan(store).Rehearse(by, Later, second)));
        await new AmendmentDrafts(store).Renew(by, Later, second);
        Assert.Equal("amendment.nothing", await Broken(() => new AmendPlan(store).Rehearse(by, Later, second)));
    }
}
