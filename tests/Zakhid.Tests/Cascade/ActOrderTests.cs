using Zakhid.Cascade;

namespace Zakhid.Tests.Cascade;

public class ActOrderTests
{
    static readonly (string, string)[] Known = [("hlukhiv", "sumy"), ("sumy", "cabinet"), ("zhytomyr", "cabinet")];

    static string? Refused(string lower, string upper)
    {
        try { ActOrder.MustHold(lower, upper, Known, upper); return null; }
        catch (RuleBroken rule) { return rule.Rule; }
    }

    [Fact]
    public void An_act_is_not_above_itself() => Assert.Equal("cascade.above-itself", Refused("sumy", "sumy"));

    [Theory]
    [InlineData("sumy", "hlukhiv")]
    [InlineData("cabinet", "hlukhiv")]
    [InlineData("cabinet", "sumy")]
    public void An_act_is_not_above_what_stands_above_it_directly_or_through_others(string lower, string upper) => Assert.Equal("cascade.circle", Refused(lower, upper));

    [Theory]
    [InlineData("hlukhiv", "cabinet")]
    [InlineData("hlukhiv", "zhytomyr")]
    [InlineData("cabinet", "president")]
    public void Several_acts_may_stand_above_one(string lower, string upper) => Assert.Null(Refused(lower, upper));
}
