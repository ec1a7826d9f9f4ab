using Zakhid.Text;

namespace Zakhid.Tests.Text;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("культури", "культури", 0)]
    [InlineData("культри", "культури", 1)]
    [InlineData("освіти", "освти", 1)]
    [InlineData("", "рік", 3)]
    [InlineData("кіт", "рік", 2)]
    public void Letters_added_left_out_and_changed_are_counted(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(a, b, 10));
        Assert.Equal(distance, EditDistance.Between(b, a, 10));
    }

    [Fact]
    public void The_search_ends_at_its_limit() => Assert.Equal(2, EditDistance.Between("департамент освіти", "управління культури", 2));
}
