using Zakhid.Bodies;

namespace Zakhid.Tests.Bodies;

public sealed class DatedMembershipTests
{
    static readonly DateOnly Entered = new(2020, 9, 16);

    [Fact]
    public void A_group_never_contains_itself() => Assert.Equal("member.itself", Refused(new([]), 1, 1).Rule);

    [Fact]
    public void A_group_never_contains_itself_through_others_and_the_way_is_named()
    {
        var broken = Refused(new([Member(1, 2), Member(2, 3), Member(3, 4)]), 4, 1);

        Assert.Equal(("member.circular", "орган 4", "«орган 4» → «орган 1» → «орган 2» → «орган 3» → «орган 4»"), (broken.Rule, broken.Arguments[0], broken.Arguments[1]));
    }

    [Fact]
    public void Two_groups_may_change_places_on_different_days()
    {
        var membership = new DatedMembership([Member(1, 2, new(2020, 1, 1), new(2020, 12, 31))]);

        membership.Add(Member(2, 1, new(2021, 1, 1)), Name);

        Assert.Single(membership.Of(2));
        Assert.Equal("member.circular", Refused(new([Member(1, 2, new(2020, 1, 1), new(2021, 1, 1))]), 2, 1, new(2021, 1, 1)).Rule);
    }

    [Fact]
    public void One_body_is_in_a_group_once_on_a_day()
    {
        var membership = new DatedMembership([Member(1, 2, new(2020, 1, 1), new(2020, 6, 30))]);

        var broken = Refused(membership, 1, 2, new(2020, 6, 30));
        membership.Add(Member(1, 2, new(2020, 7, 1)), Name);

        Assert.Equal(("member.overlap", "орган 2", new DateOnly(2020, 1, 1), new DateOnly(2020, 6, 30)), (broken.Rule, broken.Arguments[0], broken.Arguments[1], broken.Arguments[2]));
        Assert.Equal("member.overlap-open", Refused(membership, 1, 2, new(2022, 1, 1)).Rule);
    }

    [Fact]
    public void A_membership_does_not_end_before_it_begins() => Assert.Equal("member.order", Assert.Throws<RuleBroken>(() => new DatedMembership([]).Add(Member(1, 2, new(2020, 2, 1), new(2020, 1, 31)), Name)).Rule);

    [Fact]
    public void Who_answers_for_a_group_is_found_through_the_groups_in_it_on_the_days_of_the_whole_way()
    {
        var membership = new DatedMembership([Member(1, 2, new(2020, 3, 1), new(2020, 8, 31)), Member(1, 9), Member(2, 5, new(2020, 1, 1), new(2020, 5, 31)), Member(2, 6, new(2020, 8, 1)), Member(2, 7, new(2021, 1, 1))]);

        Assert.Equal(
            [(9, new(new(2020, 1, 1), null)), (5, new(new(2020, 3, 1), new(2020, 5, 31))), (6, new(new(2020, 8, 1), new(2020, 8, 31)))],
            membership.Answering(1).Select(m => (m.Body, m.Days)));
        Assert.Equal([1, 2], membership.GroupsOver(6).Order());
    }

    static RuleBroken Refused(DatedMembership membership, long group, long body, DateOnly? from = null) => Assert.Throws<RuleBroken>(() => membership.Add(Member(group, body, from), Name));

    static DatedMember Member(long group, long body, DateOnly? from = null, DateOnly? to = null) => new(group, body, new(from ?? new(2020, 1, 1), to), Entered);

    static string Name(long body) => $"орган {body}";
}
