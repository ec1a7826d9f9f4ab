using Zakhid.Documents.Consolidation;

namespace Zakhid.Documents.Tests.Consolidation;

static class Papers
{
    public static ConsolidatedPaper Quarter => new()
    {
        Addressee = ["Міському голові"],
        Title = ["про виконання плану заходів щодо реалізації Стратегії комунікації", "за III квартал 2020 року"],
        Introduction = ["На виконання пункту 3 розпорядження від 03.08.2020 № 149-ОД узагальнено інформацію. ГУНП в місті Глухові інформації не надало.", "З 2 заходів виконано один."],
        Columns = PaperColumn.WithFigures,
        Rows =
        [
            new PaperSection("I. Інформування громадян"),
            new PaperMeasure
            {
                Number = "1", Text = "Проведення «круглих столів» <для громад> & молоді", Term = "II–IV квартали", Executors = ["Відділ освіти міської ради", "ГУНП в місті Глухові (за згодою)"],
                Status = [new("Виконується. 12 серпня проведено брифінг."), new("ГУНП в місті Глухові: інформації не надано.", Strong: true)], Figures = ["Заходів: 2 із 2 потрібних"],
            },
            new PaperMeasure { Number = "1.8", Text = string.Concat(Enumerable.Repeat("Довга назва заходу, яку друкують повністю. ", 60)), Term = "Постійно", Executors = ["Відділ культури"], Status = [new("Виконано.")] },
        ],
        Signature = new("Начальник відділу з правової та внутрішньої політики міської ради", "Ім’я ПРІЗВИЩЕ"),
        Date = "18.09.2020",
        Checkpoint = "Мітка журналу дій: запис 1536, 7F3A 91C2 04BE D815, 18.09.2020 16:05",
        DocumentTitle = "Інформація про виконання плану заходів за III квартал 2020 року",
        Creator = "Глухівська міська рада",
        Made = new(2020, 9, 18, 16, 5, 0, TimeSpan.FromHours(3)),
    };

    public static byte[] Docx(this ConsolidatedPaper paper)
    {
        var bytes = new MemoryStream();
        ConsolidatedReportDocx.Write(paper, bytes);
        return bytes.ToArray();
    }

    public static byte[] Xlsx(this ConsolidatedPaper paper)
    {
        var bytes = new MemoryStream();
        ConsolidatedReportXlsx.Write(paper, bytes);
        return bytes.ToArray();
    }
}
