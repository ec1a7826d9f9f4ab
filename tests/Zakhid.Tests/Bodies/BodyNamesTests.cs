using Zakhid.Bodies;
using Zakhid.Executors;
using Zakhid.Obligations;

namespace Zakhid.Tests.Bodies;

public sealed class BodyNamesTests
{
    [Fact]
    public void A_unit_with_and_without_its_parent_is_one_body_under_its_fullest_name()
    {
        var (bare, full) = (Unit("Відділ культури"), Unit("Відділ культури", "міська рада", "Відділ культури міської ради"));
        var names = BodyNames.Of([bare, full]);

        Assert.Equal(names[full], names[bare]);
        Assert.Equal("Відділ культури міської ради", names[bare].Name);
    }

    [Fact]
    public void Units_of_one_name_under_two_parents_are_two_bodies()
    {
        var (city, raion, bare) = (Unit("Відділ освіти", "міська рада"), Unit("Відділ освіти", "райдержадміністрація"), Unit("Відділ освіти"));

        Assert.Equal(3, new[] { city, raion, bare }.Select(e => BodyNames.Of([city, raion, bare])[e].Key).Distinct().Count());
    }

    [Fact]
    public void A_person_is_one_whichever_way_the_initials_stand()
    {
        var (one, other) = (Person("Качанський М. Ю."), Person("М.Ю. Качанський"));

        Assert.Equal(BodyNames.Of([one, other])[one].Key, BodyNames.Of([one, other])[other].Key);
    }

    [Fact]
    public void Who_owes_on_a_measure_and_who_does_not()
    {
        var assignments = Assignment.Of(
        [
            [
                Unit("Департамент культури") with { Role = ExecutorRole.Lead }, Unit("Департамент освіти") with { Role = ExecutorRole.CoExecutor },
                Unit("Департамент культури") with { Role = ExecutorRole.CoExecutor }, Unit("медіа") with { Role = ExecutorRole.Participant },
                Unit("зацікавлені ГО") with { Kind = ExecutorKind.Unspecified }, Person("Токарчук О. В.") with { Role = ExecutorRole.Supervisor },
            ],
            [Unit("Департамент освіти") with { Role = ExecutorRole.CoExecutor }, Unit("райдержадміністрації") with { Kind = ExecutorKind.Class }],
        ]);

        Assert.Equal(
            [null, null, WhyNotOwing.Participant, WhyNotOwing.Unidentifiable, null, null], assignments.Select(a => a.WhyNot));
        Assert.Equal([(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1)], assignments.Select(a => (a.Measure, a.Position)));
        Assert.True(assignments[^1].IsGroup);
    }

    static Executor Unit(string name, string? parent = null, string? printed = null) => new() { Name = name, Parent = parent, Printed = printed ?? name, Kind = ExecutorKind.Unit };
    static Executor Person(string name) => new() { Name = name, Printed = name, Kind = ExecutorKind.Person };
}
