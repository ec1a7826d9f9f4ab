using System.Xml;
using Zakhid.Documents.Doc;
using Zakhid.Documents.Docx;
using Zakhid.Documents.Html;
using Zakhid.Documents.Mht;
using Zakhid.Documents.Odt;
using Zakhid.Documents.Pdf;
using Zakhid.Documents.Rtf;
using Zakhid.Documents.Sheets;
using Zakhid.Documents.Txt;
using Zakhid.Documents.Zip;

namespace Zakhid.Documents;

/// <summary>
/// Opens any file that may hold an act. The format is chosen by what the file contains; its name is only shown to people.
/// A scan, in a PDF or as a picture, is refused, or recognised where that is asked for.
/// </summary>
public static class DocumentFile
{
    /// <summary>Whether the programs that take a PDF apart are installed.</summary>
    public static bool ReadsPdf => Poppler.IsInstalled;

    /// <summary>Whether scans can be recognised: tesseract with its Ukrainian data.</summary>
    public static bool RecognisesScans => ReadsPdf && Tesseract.IsInstalled;

    /// <exception cref="FileRefused">The file is not read; the reason is in the sentence.</exception>
    /// <exception cref="IOException">The path cannot be opened.</exception>
    public static Document Open(string path, Limits? limits = null, bool recognise = false)
    {
        using var stream = File.OpenRead(path);
        return Open(stream, Path.GetFileName(path), limits, recognise);
    }

    /// <exception cref="FileRefused">The file is not read; the reason is in the sentence.</exception>
    public static Document Open(Stream stream, string fileName, Limits? limits = null, bool recognise = false)
    {
        limits ??= Limits.Default;
        return Open(Bytes(stream, fileName, limits), fileName, limits, recognise);
    }

    /// <exception cref="FileRefused">The file is not read; the reason is in the sentence.</exception>
    public static Document Open(byte[] bytes, string fileName, Limits? limits = null, bool recognise = false)
    {
        limits ??= Limits.Default;
        if (bytes.Length > limits.FileBytes) throw Refusal.TooLarge(fileName, bytes.Length, limits.FileBytes);
        try
        {
            return FileKinds.Of(bytes) switch
            {
                FileKind.Empty => throw Refusal.Empty(fileName),
                FileKind.Zip => OpenPackage(bytes, fileName, limits),
                FileKind.Text => TxtReader.Read(bytes, fileName, limits),
                FileKind.Compound when CompoundFile.IsWorkbook(bytes) => XlsReader.Read(bytes, fileName, limits),
                FileKind.Compound when CompoundFile.IsText(bytes) => DocReader.Read(bytes, fileName, limits),
                FileKind.Compound => throw CompoundFile.Refuse(bytes, fileName),
                FileKind.Pdf => PdfReader.Read(bytes, fileName, limits, recognise),
                FileKind.Rtf => RtfReader.Read(bytes, fileName, limits),
                FileKind.Html => HtmlReader.Read(bytes, fileName, limits),
                FileKind.Xml => OpenXml(bytes, fileName, limits),
                FileKind.WebArchive => MhtReader.Read(bytes, fileName, limits),
                FileKind.Picture => PdfReader.ReadPicture(bytes, fileName, limits, recognise),
                FileKind.OtherPicture => throw Refusal.OtherPicture(fileName, FileKinds.PictureOf(bytes)),
                FileKind.Archive => throw Refusal.Archive(fileName),
                _ => throw Refusal.NotADocument(fileName),
            };
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException or ArgumentException)
        {
            throw Refusal.Damaged(fileName, broken);
        }
    }

    static Document OpenPackage(byte[] bytes, string file, Limits limits)
    {
        var zip = ZipFile.Open(bytes, file, limits);
        if (zip.Has("mimetype")) return OpenOpenDocument(zip, file, limits);
        var main = Relationships.Of("", part => zip.Read(part) is { } stream ? new PartReader(stream, file, limits) : null).Target("officeDocument")
            ?? (zip.Has("word/document.xml") ? "word/document.xml" : null);
        if (main is null) throw zip.Has("[Content_Types].xml") ? Refusal.Damaged(file) : Refusal.Archive(file);

        return main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) ? main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) ? throw Refusal.NotYetRead(file, "XLSB") : XlsxReader.Read(zip, main, file, limits)
            : main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) ? throw Refusal.NotYetRead(file, "PPTX")
            : DocxReader.Read(zip, main, file, limits);
    }

    static Document OpenOpenDocument(ZipFile zip, string file, Limits limits)
    {
        using var mime = new StreamReader(zip.Read("mimetype")!);
        var buffer = new char[128];
        var kind = new string(buffer, 0, mime.ReadBlock(buffer));
        return kind.StartsWith(OdsReader.Mime, StringComparison.Ordinal) ? OdsReader.Read(zip, file, limits)
            : kind.StartsWith(OdtReader.Mime, StringComparison.Ordinal) ? OdtReader.Read(zip, file, limits)
            : throw Refusal.NotYetRead(file, "OpenDocument");
    }

    /// <summary>OpenDocument in one XML file; what the root says it is, it is read as.</summary>
    static Document OpenXml(byte[] bytes, string file, Limits limits)
    {
        using var xml = new PartReader(new MemoryStream(bytes, writable: false), file, limits);
        if (!xml.Start() || xml.Name != "document" || xml.Namespace != OdsStyles.OfficeWords) throw Refusal.NotYetRead(file, "XML");
        return xml.Attribute("mimetype", OdsStyles.OfficeWords) switch
        {
            OdtReader.Mime => OdtReader.ReadFlat(xml, file, limits),
            OdsReader.Mime => OdsReader.ReadFlat(xml, file, limits),
            _ => throw Refusal.NotYetRead(file, "OpenDocument"),
        };
    }

    static byte[] Bytes(Stream stream, string file, Limits limits)
    {
        var buffer = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length - stream.Position, limits.FileBytes + 1) : 0);
        var chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > limits.FileBytes) throw stream.CanSeek ? Refusal.TooLarge(file, stream.Length, limits.FileBytes) : Refusal.TooLarge(file, limits.FileBytes);
        }
        return buffer.Length == buffer.Capacity ? buffer.GetBuffer() : buffer.ToArray();
    }
}
