using Zakhid.Bodies;
using Zakhid.Executors;

namespace Zakhid.Tests.Bodies;

public sealed class BodyRegisterTests
{
    const string Council = "Зразківська міська рада", Oblast = "Зразківська обласна державна адміністрація";

    /// <summary>A name in a plan that is a body of the register whatever its case, its parent and its abbreviation of a class.</summary>
    [Theory]
    [InlineData("Відділ культури міської ради", "Відділ культури")]
    [InlineData("відділ культури", "Відділ культури Зразківської міської ради")]
    [InlineData("райдержадміністрації", "Районні державні адміністрації")]
    [InlineData("РДА", "Районні державні адміністрації")]
    [InlineData("М. Ю. Зразок", "Зразок М.Ю.")]
    public void One_body_is_known_however_a_plan_prints_it(string printed, string known)
    {
        var (register, named, executor) = Of(printed, known);

        Assert.Equal(known, register.Find(named, executor.Printed)?.Name);
    }

    /// <summary>Named more fully or less, abbreviated, clipped, mistyped: may be the same, so it is asked.</summary>
    [Theory]
    [InlineData("Департамент культури", "Департамент культури, молоді та спорту")]
    [InlineData("Департамент освіти і науки, молоді та спорту облдержадміністрації", "Департамент освіти і науки облдержадміністрації")]
    [InlineData("ЦНАП", "Центр надання адміністративних послуг")]
    [InlineData("Центр надання адміністративних послуг виконавчого комітету", "ЦНАП")]
    [InlineData("УСЗН", "Управління соціального захисту населення")]
    [InlineData("Міськвиконком", "Міський виконавчий комітет")]
    [InlineData("Відділ культри", "Відділ культури")]
    [InlineData("Управління житлово-комунального господарства", "Управління житлово-комунального господарства та містобудування")]
    [InlineData("Сектор взаємодії з громадскістю", "Сектор взаємодії з громадськістю апарату")]
    [InlineData("Петренко Зразок Іванович", "Петренко З.")]
    public void A_name_that_may_be_a_known_bodys_is_asked_about(string printed, string known)
    {
        var (register, named, executor) = Of(printed, known);

        Assert.Null(register.Find(named, executor.Printed));
        Assert.Equal([known], register.Alike(named, executor).Select(b => b.Name));
    }

    /// <summary>Each says something of its own, or begins with another noun, or has another number: another body, nobody is asked.</summary>
    [Theory]
    [InlineData("Відділ культури", "Відділ освіти")]
    [InlineData("Відділ культури", "Управління культури")]
    [InlineData("Відділ культури і туризму", "Відділ культури і спорту")]
    [InlineData("Департамент фінансів", "Департамент охорони здоров’я")]
    [InlineData("Ліцей № 3", "Ліцей № 5")]
    [InlineData("Ліцей № 3", "Ліцей № 13")]
    [InlineData("Шосткинська районна державна адміністрація", "Сумська районна державна адміністрація")]
    [InlineData("Управління освіти", "Начальник управління освіти")]
    [InlineData("ЦНАП", "Центр зайнятості")]
    [InlineData("Петренко З.", "Петренко А.")]
    public void Another_body_is_no_question(string printed, string known)
    {
        var (register, named, executor) = Of(printed, known);

        Assert.Empty(register.Alike(named, executor));
    }

    [Fact]
    public void A_group_is_like_groups_only_and_the_likeliest_stands_first()
    {
        var register = new BodyRegister([Known(1, "Заклади культури", isGroup: true), Known(2, "Заклад культури «Зразок»"), Known(3, "Департамент культури"), Known(4, "Департамент культури, національностей та релігій")]);
        var executor = Read("Департамент культури та туризму");

        Assert.Equal(["Департамент культури"], register.Alike(BodyNames.Of([executor])[executor], executor).Select(b => b.Name));
        var less = Read("Департамент культур");
        Assert.Equal(["Департамент культури", "Департамент культури, національностей та релігій"], register.Alike(BodyNames.Of([less])[less], less).Select(b => b.Name));
    }

    [Fact]
    public void What_was_once_said_of_a_name_is_remembered()
    {
        var register = new BodyRegister([Known(1, "Центр надання адміністративних послуг")], new Dictionary<string, string> { ["цнап"] = BodyName.Key("Центр надання адміністративних послуг", null) });
        var executor = Read("ЦНАП");

        Assert.Equal(1, register.Find(BodyNames.Of([executor])[executor], "ЦНАП")?.Id);
    }

    static (BodyRegister Register, NamedBody Named, Executor Executor) Of(string printed, string known)
    {
        var executor = Read(printed);
        return (new BodyRegister([Known(1, known)]), BodyNames.Of([executor])[executor], executor);
    }

    static KnownBody Known(long id, string name, bool isGroup = false)
    {
        var executor = Read(name);
        return new(id, BodyNames.Of([executor])[executor].Key, name, isGroup || executor.IsGroup, executor.Kind == ExecutorKind.Person);
    }

    static Executor Read(string name) => Assert.Single(ExecutorLanguage.Read(name, name.Contains("обл", StringComparison.Ordinal) ? Oblast : Council).Executors);
}
