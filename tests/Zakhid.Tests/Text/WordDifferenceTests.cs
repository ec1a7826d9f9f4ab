using Zakhid.Text;

namespace Zakhid.Tests.Text;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("до 17 числа", "до 25 числа", "до -17 +25 числа")]
    [InlineData("", "новий текст", "+новий текст")]
    [InlineData("старий текст", "", "-старий текст")]
    [InlineData("той самий", "той самий", "той самий")]
    [InlineData("один два три", "один три чотири", "один -два три +чотири")]
    public void What_is_gone_and_what_has_come_is_told_word_by_word(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordDifference.Of(before, after).Select(p => (p.Change switch { Change.Gone => "-", Change.Come => "+", _ => "" }) + p.Text.Trim())));

    [Fact]
    public void Both_texts_can_be_told_from_the_difference()
    {
        const string before = "Проведення брифінгів для молоді щокварталу", after = "Проведення двох  брифінгів\nщомісяця для всіх";
        var parts = WordDifference.Of(before, after);

        Assert.Equal(Words(before), Words(string.Concat(parts.Where(p => p.Change != Change.Come).Select(p => p.Text + " "))));
        Assert.Equal(Words(after), Words(string.Concat(parts.Where(p => p.Change != Change.Gone).Select(p => p.Text + " "))));
    }

    static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
