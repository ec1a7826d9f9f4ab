using Zakhid.Documents.Reading;
using Zakhid.Operations.Reading;

namespace Zakhid.Operations.Tests.Reading;

public sealed class CorrectedReadingTests
{
    static readonly PlanReading Read = new()
    {
        FileName = "акт.docx",
        Act = new() { Title = "Про план", Number = "1", Date = new(2021, 2, 1) },
        Sections = ["Розділ I"],
        Measures = [Measure("1"), Measure("2"), Measure("3")],
        Places = new Dictionary<string, Place> { ["/measures/0/text"] = new(Table: 1, Row: 2, Cell: 2), ["/measures/2/text"] = new(Table: 1, Row: 4, Cell: 2), ["/act/number"] = new(Paragraph: 3) },
        Unsure = ["/measures/1/text", "/measures/2/text"],
    };

    [Fact]
    public void Measures_are_added_and_removed_and_every_correction_finds_its_own()
    {
        var corrected = new CorrectedReading(Read,
        [
            By("/measures/1", CorrectedReading.Removed), By("/measures/3", $"{CorrectedReading.AddedAfter} 0"), By("/measures/3/text", "доданий"),
            By("/measures/2/no", "33"), By("/measures/2/section", "Розділ II"), By("/act/number", "77"),
        ]);

        Assert.Equal(["Захід 1", "доданий", "Захід 3"], corrected.Reading.Measures.Select(m => m.Text));
        Assert.Equal("33", corrected.Reading.Measures[2].Number);
        Assert.Equal(["Розділ I", "Розділ II"], corrected.Reading.Sections);
        Assert.Equal("77", corrected.Reading.Act.Number);
        Assert.Equal([0, 3, 1, 2], corrected.Measures.Select(m => m.Key));
        Assert.True(corrected.Measures[1].IsAdded && corrected.Measures[2].IsRemoved);
    }

    [Fact]
    public void Places_and_doubts_follow_their_measures()
    {
        var corrected = new CorrectedReading(Read, [By("/measures/1", CorrectedReading.Removed)]);

        Assert.Equal(new Place(Table: 1, Row: 4, Cell: 2), corrected.Reading.Places["/measures/1/text"]);
        Assert.Equal(new Place(Paragraph: 3), corrected.Reading.Places["/act/number"]);
        Assert.Equal(["/measures/1/text"], corrected.Reading.Unsure);
        Assert.Equal("/measures/2/text", corrected.ToKey("/measures/1/text"));
        Assert.Null(corrected.ToPosition("/measures/1/text"));
    }

    [Fact]
    public void What_was_removed_can_be_put_back_as_it_was() =>
        Assert.Equal(Read.Measures, new CorrectedReading(Read, [By("/measures/0", CorrectedReading.Removed), By("/measures/0", CorrectedReading.Kept)]).Reading.Measures);

    [Fact]
    public void A_draft_stays_one_until_it_has_both_number_and_date()
    {
        var draft = Read with { Act = Read.Act with { IsDraft = true, Number = null, Date = null } };

        Assert.True(new CorrectedReading(draft, [By("/act/number", "77")]).Reading.Act.IsDraft);
        Assert.False(new CorrectedReading(draft, [By("/act/number", "77"), By("/act/date", "2021-02-01")]).Reading.Act.IsDraft);
    }

    [Fact]
    public void A_plan_approved_by_a_mark_has_no_number_and_waits_for_its_date_alone()
    {
        var draft = Read with { Act = new() { Kind = "план заходів", IsDraft = true } };

        Assert.False(new CorrectedReading(draft, [By("/act/date", "2019-03-29")]).Reading.Act.IsDraft);
    }

    static Measure Measure(string number) => new() { Number = number, Text = $"Захід {number}", Section = "Розділ I" };
    static Correction By(string pointer, string? value) => new(pointer, value, null, 1, default, default, "координатор");
}
