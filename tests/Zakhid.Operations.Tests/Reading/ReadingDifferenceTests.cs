using Zakhid.Documents.Reading;
using Zakhid.Operations.Reading;

namespace Zakhid.Operations.Tests.Reading;

public sealed class ReadingDifferenceTests
{
    static readonly PlanReading Before = new()
    {
        FileName = "було.docx",
        Act = new() { Number = "5", Title = "Про план", Clauses = [new("1", "Затвердити план.", ClauseKind.Approval), new("2", "Звітувати до 17 числа.", ClauseKind.Reporting)] },
        Measures = [Measure("1", "Проведення брифінгів для молоді міста"), Measure("2", "Висадка дерев у парку"), Measure("3", "Семінар для вчителів історії")],
    };

    [Fact]
    public void The_same_reading_differs_in_nothing()
    {
        var same = ReadingDifference.Of(Before, Before);

        Assert.True(same.IsNothing);
        Assert.Equal(3, same.Same);
    }

    [Fact]
    public void Changed_gone_and_new_measures_are_told_apart()
    {
        var after = Before with { Measures = [Before.Measures[0] with { TermText = "До 1 липня" }, Before.Measures[2] with { Number = "2" }, Measure("3", "Випуск листівок про донорство")] };

        var difference = ReadingDifference.Of(Before, after);

        Assert.Equal((2, 1, 1, 0), (difference.Changed, difference.Gone, difference.Come, difference.Same));
        Assert.Equal([new FieldDifference("term_text", "Протягом року", "До 1 липня")], difference.Measures[0].Fields);
        Assert.Equal(["Висадка дерев у парку", null], difference.Measures.Where(m => m.Before is null || m.After is null).Select(m => m.Before?.Text));
        // Moved, not gone and come: told by its text.
        Assert.Contains(difference.Measures, m => m.Before?.Text == "Семінар для вчителів історії" && m.Fields.Single() == new FieldDifference("no", "3", "2"));
    }

    [Fact]
    public void A_reworded_measure_under_its_number_is_one_change()
    {
        var difference = ReadingDifference.Of(Before, Before with { Measures = [Before.Measures[0] with { Text = "Проведення двох брифінгів для молоді громади" }, Before.Measures[1], Before.Measures[2]] });

        Assert.Equal("text", Assert.Single(Assert.Single(difference.Measures).Fields).Field);
        Assert.Equal(2, difference.Same);
    }

    [Fact]
    public void Requisites_and_clauses_are_compared_by_name_and_number()
    {
        var after = Before with { Act = Before.Act with { Title = "Про план заходів", Clauses = [Before.Act.Clauses[0], new("2", "Звітувати до 25 числа.", ClauseKind.Reporting), new("3", "Контроль — за собою.", ClauseKind.Control)] } };

        var difference = ReadingDifference.Of(Before, after);

        Assert.Equal([new FieldDifference("title", "Про план", "Про план заходів")], difference.Act);
        Assert.Equal([new FieldDifference("2", "Звітувати до 17 числа.", "Звітувати до 25 числа."), new FieldDifference("3", null, "Контроль — за собою.")], difference.Clauses);
    }

    static Measure Measure(string number, string text) => new() { Number = number, Text = text, TermText = "Протягом року" };
}
