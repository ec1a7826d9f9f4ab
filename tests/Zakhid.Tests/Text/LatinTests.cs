using Zakhid.Text;

namespace Zakhid.Tests.Text;

public sealed class LatinTests
{
    [Theory]
    [InlineData("Алушта", "alushta")]
    [InlineData("Згорани", "zghorany")]
    [InlineData("Єнакієве", "yenakiieve")]
    [InlineData("Їжакевич", "yizhakevych")]
    [InlineData("Йосипівка", "yosypivka")]
    [InlineData("Щербухи", "shcherbukhy")]
    [InlineData("Юрій Крюківка", "yurii kriukivka")]
    [InlineData("Яготин Знам’янка", "yahotyn znamianka")]
    public void Names_are_written_as_the_Cabinets_table_writes_them(string name, string latin) => Assert.Equal(latin, Latin.Of(name));

    [Theory]
    [InlineData("Глухівська міська рада", "hlukhivska-miska-rada")]
    [InlineData("  Рада № 5 «Захід»", "rada-5-zakhid")]
    public void A_code_holds_letters_digits_and_hyphens(string name, string code) => Assert.Equal(code, Latin.Code(name));
}
