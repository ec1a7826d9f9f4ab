using System.Text;
using Zakhid.Documents.Tests.Hostile;

namespace Zakhid.Documents.Tests.Odt;

/// <summary>An ODT written part by part for a test.</summary>
static class OdtFile
{
    public const string Namespaces = """xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" """;

    const string Manifest = """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>""";

    public static byte[] Of(string body, string automatic = "", string styles = "", params (string Name, string Text)[] more)
    {
        var zip = new RawZip()
            .Add(new("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()) { Method = 0 })
            .Add(new("styles.xml", Encoding.UTF8.GetBytes($"<office:document-styles {Namespaces} office:version=\"1.3\"><office:styles>{styles}</office:styles></office:document-styles>")))
            .Add(new("content.xml", Encoding.UTF8.GetBytes($"<office:document-content {Namespaces} office:version=\"1.3\"><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>")));
        foreach (var (name, text) in more) zip.Add(name, text);
        if (more.All(m => m.Name != "META-INF/manifest.xml")) zip.Add("META-INF/manifest.xml", Manifest);
        return zip.Bytes();
    }

    /// <summary>The same as one XML file.</summary>
    public static byte[] Flat(string body, string automatic = "", string styles = "", string scripts = "", string mime = "application/vnd.oasis.opendocument.text") => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document {Namespaces} office:version=\"1.3\" office:mimetype=\"{mime}\">{scripts}<office:styles>{styles}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>");

    public static Document Read(string body, string automatic = "", string styles = "", params (string Name, string Text)[] more) =>
        DocumentFile.Open(Of(body, automatic, styles, more), "акт.odt");

    public static string P(string text, string style = "Standard") => $"<text:p text:style-name=\"{style}\">{text}</text:p>";

    public static string Style(string name, string properties, string family = "paragraph", string parent = "Standard", string attributes = "") =>
        $"<style:style style:name=\"{name}\" style:family=\"{family}\" style:parent-style-name=\"{parent}\" {attributes}>{properties}</style:style>";
}
