using System.Text.Json;
using Zakhid.Executors;
using Zakhid.Text;

namespace Zakhid.Tests.Executors;

public sealed class BodyNameTests
{
    [Theory]
    [InlineData("001", 10, 9)]
    [InlineData("000", 6, 6)]
    [InlineData("002", 13, 13)]
    [InlineData("003", 6, 6)]
    [InlineData("004", 10, 10)]
    public void The_printed_names_of_a_plan_are_so_many_bodies(string plan, int printed, int bodies)
    {
        var file = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "gold"), plan + "*.json").Single();
        using var gold = JsonDocument.Parse(File.ReadAllText(file));
        var authority = gold.RootElement.GetProperty("act").GetProperty("authority").GetString();
        var names = gold.RootElement.GetProperty("measures").EnumerateArray()
            .SelectMany(m => m.GetProperty("executors").EnumerateArray()).Select(e => e.GetProperty("name").GetString()!).ToList();

        Assert.Equal(printed, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(bodies, names.Select(n => BodyName.Key(n, authority)).Distinct(StringComparer.Ordinal).Count());
        Assert.All(names.Distinct(StringComparer.Ordinal), n => Assert.Equal(Folding.Key(n), Folding.Key(Assert.Single(ExecutorLanguage.Read(n, authority).Listed).Name)));
    }

    [Theory]
    [InlineData("Департамент А, Департамент Б")]
    [InlineData("")]
    public void Text_that_is_no_single_name_is_its_own_key(string printed) =>
        Assert.Equal(Folding.Key(printed), BodyName.Key(printed, "Роменська міська рада"));

    [Fact]
    public void A_group_and_nobody_in_particular_are_told_from_a_body()
    {
        var executors = ExecutorLanguage.Read("відділ освіти, старости, зацікавлені представники ГО, Коваль М.І.", "Роменська міська рада").Executors;

        Assert.Equal([false, true, false, false], executors.Select(e => e.IsGroup));
        Assert.Equal([true, true, false, true], executors.Select(e => e.IsIdentifiable));
        Assert.Equal([false, false, false, true], executors.Select(e => e.Kind == ExecutorKind.Person));
    }
}
