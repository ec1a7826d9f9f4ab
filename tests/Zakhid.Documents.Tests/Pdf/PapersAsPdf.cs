using Zakhid.Documents.Reading;
using Zakhid.Documents.Tests.Layouts;

namespace Zakhid.Documents.Tests.Pdf;

/// <summary>The same plan, laid out in many ways and printed on pages, is read as the same plan.</summary>
public class PapersAsPdf
{
    const int Plans = 3;


    public static TheoryData<string> Names() => [.. Layout.All.Where(l => l.LayOut(SamplePlan.Of(1)).Document.Format == "docx").Select(l => l.Name)];

    /// <summary>
    /// Names that only line breaks part cannot be told apart on paper where the line before is full: what is compared is
    /// the words and their order.
    /// </summary>
    static string AsWords(string told) => told.Replace("; ", " ").Replace("*", "").Replace("\n", " ");

    [Theory, MemberData(nameof(Names))]
    public void A_plan_is_read_from_any_layout_on_pages(string name)
    {
        Cases.SkipWithoutProgram(".pdf");
        var layout = Layout.All.Single(l => l.Name == name);
        for (var seed = 1; seed <= Plans; seed++)
        {
            var plan = SamplePlan.Of(seed);
            LayoutTests.AssertRead(layout, plan, PlanReader.Read(DocumentFile.Open(PdfPaper.Of(layout.LayOut(plan).Document, spaced: seed == 3), "зразок.pdf")), seed, AsWords);
        }
    }
}
