using System.IO.Compression;
using System.Text;

namespace Zakhid.Documents.Tests.Docx;

/// <summary>A DOCX written part by part for a test: what a part says is given as its XML inside the root element.</summary>
sealed class DocxFile
{
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string Namespaces = $"""xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" """;
    const string Kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    readonly List<(string Name, byte[] Bytes)> _parts = [];
    readonly StringBuilder _relationships = new();

    /// <summary>The document with this body.</summary>
    public static DocxFile Of(string body) => new DocxFile()
        .With("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
        .With("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Kind}officeDocument" Target="word/document.xml"/></Relationships>""")
        .With("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");

    public static Document Read(string body) => DocumentFile.Open(Of(body).Bytes(), "акт.docx");

    public DocxFile With(string name, string xml) => With(name, Encoding.UTF8.GetBytes(xml));

    public DocxFile With(string name, byte[] bytes) { _parts.Add((name, bytes)); return this; }

    public DocxFile Without(string name) { _parts.RemoveAll(p => p.Name == name); return this; }

    /// <summary>A part that the document is related to: «styles», «numbering», «footnotes», «settings».</summary>
    public DocxFile WithPart(string kind, string root, string xml) =>
        Related(kind, kind + ".xml").With($"word/{kind}.xml", $"<w:{root} {Namespaces}>{xml}</w:{root}>");

    public DocxFile Related(string kind, string target, bool external = false)
    {
        _relationships.Append($"""<Relationship Id="rel{_relationships.Length}" Type="{Kind}{kind}" Target="{target}"{(external ? " TargetMode=\"External\"" : "")}/>""");
        return this;
    }

    public Document Read() => DocumentFile.Open(Bytes(), "акт.docx");

    public byte[] Bytes()
    {
        var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in _parts) Add(zip, name, bytes);
            if (_relationships.Length > 0)
                Add(zip, "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{_relationships}</Relationships>"""));
        }
        return buffer.ToArray();
    }

    static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(bytes);
    }

    public static string P(string text, string properties = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{(text.StartsWith('<') ? text : $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")}</w:p>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => c.StartsWith('<') ? c : $"<w:tc>{P(c)}</w:tc>"))}</w:tr>";

    public static string Cell(string text, string properties) => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    public static string Tbl(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";
}
