using Zakhid.Obligations;

namespace Zakhid.Tests.Obligations;

public sealed class SupervisionTests
{
    [Theory]
    [InlineData("Заступник міського голови Слюсар Ю.В.", "Заступник міського голови", null, null, true)]
    [InlineData("Слюсар Ю.В.", "спеціаліст", "Юрій СЛЮСАР", null, true)]
    [InlineData("Управління освіти", "начальник", null, "Управління освіти Коломийської міської ради", true)]
    [InlineData("Слюсар Ю.В.", "спеціаліст", "Юрій ТКАЧ", "Відділ культури", false)]
    [InlineData("Заступник міського голови", "Начальник відділу культури", null, "Відділ культури", false)]
    public void A_printed_supervisor_is_known_by_name_post_or_unit(string printed, string post, string? name, string? unit, bool expected) =>
        Assert.Equal(expected, Supervision.Is(printed, post, name, unit));
}
