using Zakhid.Text;

namespace Zakhid.Tests.Text;

public class NonBreakingSpaces
{
    [Theory]
    [InlineData("до 17 числа останнього місяця", "до~17~числа останнього місяця")]
    [InlineData("розпорядження № 149-ОД", "розпорядження №~149-ОД")]
    [InlineData("за III квартал 2020 року", "за~III~квартал 2020~року")]
    [InlineData("у місті Глухові", "у~місті Глухові")]
    [InlineData("залучено 1 200 осіб", "залучено 1~200~осіб")]
    [InlineData("9 вересня — «круглий стіл»", "9~вересня~— «круглий стіл»")]
    [InlineData("м. Глухів, вул. Київська", "м.~Глухів, вул.~Київська")]
    [InlineData("Управління освіти і науки", "Управління освіти і~науки")]
    [InlineData("Відділ освіти", "Відділ освіти")]
    [InlineData("(у тому числі)", "(у~тому числі)")]
    [InlineData("", "")]
    public void Words_that_belong_together_stay_on_a_line(string typed, string bound) => Assert.Equal(bound, NonBreaking.Bind(typed).Replace('\u00A0', '~'));

    [Fact]
    public void A_chain_never_grows_wider_than_a_narrow_column() =>
        Assert.All(NonBreaking.Bind(string.Concat(Enumerable.Repeat("не до 5 осіб у ", 20))).Split(' '), word => Assert.InRange(word.Length, 0, 22));
}
