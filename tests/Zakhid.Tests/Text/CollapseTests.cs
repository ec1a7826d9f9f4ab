using Zakhid.Text;

namespace Zakhid.Tests.Text;

public class CollapseTests
{
    [Fact]
    public void Every_blank_of_the_standard_is_one_space_and_signs_that_are_not_printed_are_left_out()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            var expected = char.IsWhiteSpace(c) ? "а б" : c is '\u200B' or '\uFEFF' or '\u00AD' ? "аб" : $"а{c}б";
            Assert.Equal(expected, Folding.Collapse($"а{c}б"));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", "")]
    [InlineData(" а", "а")]
    [InlineData("а ", "а")]
    [InlineData("а  б", "а б")]
    [InlineData("а б", "а б")]
    public void Spaces_at_the_ends_and_doubled_ones_go(string text, string expected) => Assert.Equal(expected, Folding.Collapse(text));
}
