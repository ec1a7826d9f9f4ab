using Zakhid.Bodies;

namespace Zakhid.Tests.Bodies;

public sealed class PostHoldersTests
{
    static readonly PostHolder Head = new(1, "Перший ЗРАЗОК", new(new(2020, 1, 1), null), Holding.Full);

    [Fact]
    public void Two_never_hold_one_post_on_one_day()
    {
        var broken = Assert.Throws<RuleBroken>(() => PostHolders.Check([Head], new(1, "Другий ЗРАЗОК", new(new(2020, 5, 1), null), Holding.Full)));

        Assert.Equal(("post.overlap-open", "Перший ЗРАЗОК", new DateOnly(2020, 1, 1)), (broken.Rule, broken.Arguments[0], broken.Arguments[1]));
        PostHolders.Check([Head with { Days = new(new(2020, 1, 1), new(2020, 4, 30)) }], new(1, "Другий ЗРАЗОК", new(new(2020, 5, 1), null), Holding.Full));
        PostHolders.Check([Head], new(2, "Другий ЗРАЗОК", new(new(2020, 5, 1), null), Holding.Full));
    }

    [Fact]
    public void Who_acts_for_the_holder_acts_beside_him_and_signs_on_those_days()
    {
        var acting = new PostHolder(1, "Другий ЗРАЗОК", new(new(2020, 8, 3), new(2020, 8, 14)), Holding.TemporarilyActing);
        PostHolders.Check([Head], acting);

        Assert.Equal(["Перший ЗРАЗОК", "т.в.о. Другий ЗРАЗОК", "т.в.о. Другий ЗРАЗОК", "Перший ЗРАЗОК"], new DateOnly[] { new(2020, 8, 2), new(2020, 8, 3), new(2020, 8, 14), new(2020, 8, 15) }
            .Select(day => PostHolders.On([Head, acting], day)).Select(h => $"{h!.Prefix} {h.Name}".Trim()));
        Assert.Null(PostHolders.On([Head], new(2019, 12, 31)));
    }

    [Fact]
    public void Two_never_act_for_one_holder_on_one_day()
    {
        var acting = new PostHolder(1, "Другий ЗРАЗОК", new(new(2020, 8, 3), new(2020, 8, 14)), Holding.TemporarilyActing);

        Assert.Equal("post.overlap", Assert.Throws<RuleBroken>(() => PostHolders.Check([Head, acting], new(1, "Третій ЗРАЗОК", new(new(2020, 8, 14), null), Holding.Acting))).Rule);
        Assert.Equal("post.order", Assert.Throws<RuleBroken>(() => PostHolders.Check([], Head with { Days = new(new(2020, 1, 2), new(2020, 1, 1)) })).Rule);
    }
}
