using Zakhid.Documents;
using Zakhid.Documents.Reading;
using Zakhid.Executors;
using Zakhid.Operations.Reading;

namespace Zakhid.Operations.Tests.Reading;

/// <summary>Who leads and who helps is said by the whole cell, not by each name of it.</summary>
public sealed class ExecutorRolesTests
{
    [Theory]
    [InlineData("Відділ освіти (відповідальний виконавець), відділ культури, поліція – співвиконавці", "Відділ освіти Lead owes; відділ культури CoExecutor owes; поліція CoExecutor owes")]
    [InlineData("Відповідальний: відділ освіти; співвиконавці: відділ культури, ЦНАП (за згодою)", "відділ освіти Lead owes; відділ культури CoExecutor owes; ЦНАП CoExecutor consent owes")]
    [InlineData("Відділ культури разом із закладами культури", "Відділ культури Lead owes; заклади культури CoExecutor owes")]
    [InlineData("Відділ культури (із залученням громадських організацій)", "Відділ культури Responsible owes; громадські організації Participant")]
    [InlineData("Відділ освіти, відділ культури, ЦНАП", "Відділ освіти Responsible owes; відділ культури Responsible owes; ЦНАП Responsible owes")]
    public void The_roles_that_a_cell_prints_are_kept(string cell, string expected) => Assert.Equal(expected, Roles(MakePlan.Of(Act(cell))));

    [Fact]
    public void Labels_of_a_list_without_a_table_say_who_leads()
    {
        var reading = Read([.. Lines, "1. Провести тренінг для вчителів.", "Відповідальний виконавець: відділ освіти. Співвиконавці: відділ культури, ЦНАП", "Строк: протягом року"]);

        Assert.Equal("відділ освіти Lead owes; відділ культури CoExecutor owes; ЦНАП CoExecutor owes", Roles(MakePlan.Of(reading)));
    }

    [Fact]
    public void What_a_person_corrected_wins_over_the_cell()
    {
        var reading = Act("Відповідальний: відділ освіти; співвиконавці: відділ культури, ЦНАП");
        var measure = reading.Measures[0] with { Executors = [new("відділ культури", true), new("Відділ туризму", false), new("ЦНАП", false) { Role = ExecutorRole.Lead }] };

        Assert.Equal("відділ культури CoExecutor consent owes; Відділ туризму Responsible owes; ЦНАП Lead owes", Roles(MakePlan.Of(reading with { Measures = [measure] })));
    }

    static string Roles(MadePlan plan) =>
        string.Join("; ", Assert.Single(plan.Measures).Executors.Select(e => $"{e.BodyName} {e.Executor.Role}{(e.Executor.ByConsent ? " consent" : "")}{(e.Owes ? " owes" : "")}"));

    static readonly string[] Lines =
    [
        "ЗРАЗКІВСЬКА МІСЬКА РАДА", "РОЗПОРЯДЖЕННЯ", "12 лютого 2021 року    м. Зразків    № 34", "Про затвердження плану заходів на 2021 рік",
        "1. Затвердити план заходів на 2021 рік (додається).", "2. Контроль за виконанням цього розпорядження залишаю за собою.", "Міський голова\tПетро ЗРАЗОК",
        "ЗАТВЕРДЖЕНО\nрозпорядження міського голови\n12 лютого 2021 року № 34", "ПЛАН ЗАХОДІВ на 2021 рік",
    ];

    static PlanReading Act(string executors)
    {
        var rows = new[] { Row(1, "№", "Захід", "Строк виконання", "Відповідальні за виконання"), Row(2, "1", "Провести тренінг для вчителів", "Протягом року", executors) };
        var reading = Read(Lines, new Table(new(Table: 1), 4, rows));
        Assert.Equal(executors, Assert.Single(reading.Measures).ExecutorText);
        return reading;
    }

    static PlanReading Read(string[] lines, params Block[] then) =>
        PlanReader.Read(new() { FileName = "акт.docx", Format = "docx", Blocks = [.. lines.Select((l, i) => new Paragraph(new(Paragraph: i + 1), l)), .. then] });

    static Row Row(int row, params string[] cells) => new(new(Table: 1, Row: row), [.. cells.Select((text, i) =>
    {
        var place = new Place(Table: 1, Row: row, Cell: i + 1);
        return new Cell(place, i, 1, 1, [new Paragraph(place, text)]);
    })], IsHeader: row == 1);
}
