using System.IO.Compression;
using System.Security;
using System.Text;

namespace Zakhid.Bench.Documents;

/// An order with a plan of five columns, as Word writes it: run properties in every run, a style in every cell.
static class SamplePlan
{
    public static byte[] Docx(int rows)
    {
        var words = new SampleWords(rows);
        var body = new StringBuilder();
        foreach (var line in (string[])["ГЛУХІВСЬКА МІСЬКА РАДА СУМСЬКОЇ ОБЛАСТІ", "РОЗПОРЯДЖЕННЯ", "МІСЬКОГО ГОЛОВИ", "03.02.2022 м. Глухів № 149-ОД", "Про план заходів щодо реалізації Стратегії комунікації у 2022 році",
            "1. Затвердити план заходів щодо реалізації Стратегії комунікації у 2022 році (додається).",
            "2. Відповідальним виконавцям надавати інформацію про виконання цього розпорядження до відділу з правової та внутрішньої політики міської ради щокварталу до 17 числа останнього місяця звітного періоду.",
            "3. Контроль за виконанням цього розпорядження залишаю за собою.", "Міський голова    Ім’я ПРІЗВИЩЕ", "ЗАТВЕРДЖЕНО", "Розпорядження міського голови", "03.02.2022 № 149-ОД", "ПЛАН заходів щодо реалізації Стратегії комунікації у 2022 році"])
            body.Append(Paragraph(line));
        body.Append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>").Insert(body.Length, "<w:gridCol w:w=\"2000\"/>", 5).Append("</w:tblGrid>");
        body.Append(Row(["Найменування заходу", "Цільова аудиторія", "Критерії ефективності", "Строк виконання", "Відповідальні за виконання"]));
        for (var i = 0; i < rows; i++) body.Append(Row([words.Measure(), words.Audience(), words.Criterion(), words.Term(), string.Join(", ", words.Executors())]));
        body.Append("</w:tbl>").Append(Paragraph("Керуючий справами виконавчого комітету міської ради"));
        return Package($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>");
    }

    static string Row(string[] cells) =>
        $"<w:tr w:rsidR=\"00A77B3E\" w14:paraId=\"1\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">{string.Concat(cells.Select(c => $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{Paragraph(c)}</w:tc>"))}</w:tr>";

    static string Paragraph(string text) =>
        $"<w:p w:rsidR=\"00A77B3E\" w:rsidRDefault=\"00A77B3E\"><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/><w:jc w:val=\"both\"/><w:rPr><w:sz w:val=\"24\"/><w:lang w:val=\"uk-UA\"/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/><w:sz w:val=\"24\"/><w:lang w:val=\"uk-UA\"/></w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>";

    static byte[] Package(string document)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Add(zip, "word/document.xml", document);
        }
        return bytes.ToArray();
    }

    static void Add(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
