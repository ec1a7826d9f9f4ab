using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Templates;

/// <summary>The sheet that clerks fill in, and what is read of it.</summary>
public class TemplateOfPlan
{
    [Fact]
    public void An_untouched_template_holds_no_measure()
    {
        var reading = PlanReader.Read(DocumentFile.Open(FilledTemplate.Empty(), "зразок.xlsx"));

        Assert.Empty(reading.Measures);
        Assert.DoesNotContain(reading.Remarks, r => r.Code == "text.leftover");
    }

    [Fact]
    public void A_filled_template_is_read_with_its_act_and_the_example_is_passed_by()
    {
        var reading = PlanReader.Read(Filled(row => row switch
        {
            1 => ["1", "Розділ 1. Молодь"],
            2 => ["2", "Провести форум молоді", "до 25.09.2025", "Відділ культури;\nГромадські організації (за згодою)", "Не менше 50 учасників", "Молодь", "Місцевий бюджет"],
            3 => ["3", "Оновити сторінку на сайті", "щокварталу", "Сектор комунікацій"],
            _ => null,
        }));

        var act = reading.Act;
        Assert.Equal("Зразківська міська рада | рішення | 15 | 12.01.2025 | Про затвердження плану заходів на 2025 рік | Олена ЗРАЗОК | False", $"{act.Issuer} | {act.Kind} | {act.Number} | {act.Date:dd.MM.yyyy} | {act.Title} | {act.Signatory} | {act.IsDraft}");
        Assert.Equal(["Розділ 1. Молодь"], reading.Sections);
        Assert.Equal(["2 Провести форум молоді до 25.09.2025 Відділ культури, Громадські організації*", "3 Оновити сторінку на сайті щокварталу Сектор комунікацій"],
            reading.Measures.Select(m => $"{m.Number} {m.Text} {m.TermText} {string.Join(", ", m.Executors.Select(e => e.Name + (e.ByConsent ? "*" : "")))}"));
        Assert.Equal(new SheetPlace("План заходів", 6, 3), reading.Places["/act/number"].Sheet);
        Assert.Equal(new SheetPlace("План заходів", 15, 2), reading.Places["/measures/0/text"].Sheet);
        Assert.Empty(reading.Unsure);
    }

    [Fact]
    public void A_template_without_number_and_date_is_a_draft()
    {
        var reading = PlanReader.Read(Filled(row => row == 1 ? ["1", "Провести форум молоді", "Постійно", "Відділ культури"] : null, number: null));

        Assert.True(reading.Act.IsDraft);
        Assert.Single(reading.Measures);
    }

    [Fact]
    public void The_template_is_sound_for_office_programs()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(FilledTemplate.Empty()), false);

        Assert.Empty(new OpenXmlValidator().Validate(package).Select(e => e.Description));
    }

    static Document Filled(Func<int, string[]?> rowOf, string? number = "15") => DocumentFile.Open(FilledTemplate.Bytes(rowOf, number), "зразок.xlsx");
}
