using Zakhid.Documents.Converters;
using Zakhid.Documents.Odt;
using Zakhid.Documents.Zip;

namespace Zakhid.Documents.Doc;

/// <summary>
/// Reads the binary format of Word up to 2003 through LibreOffice, which makes an ODT of it; from there on it is read as
/// any ODT. What the head of the file tells ([MS-DOC] 2.5.2) is looked at before a process is started.
/// </summary>
static class DocReader
{
    const int FirstSector = 512, Step = 64, Encrypted = 0x0100;

    /// <exception cref="FileRefused">The file is damaged or locked; the program is absent, failed, or took longer than allowed.</exception>
    public static Document Read(byte[] bytes, string file, Limits limits)
    {
        var head = Head(bytes);
        if (head < 0) throw Refusal.Damaged(file);
        if ((bytes[head + 11] << 8 & Encrypted) != 0) throw Refusal.Encrypted(file);

        var text = OfficeProgram.Converted(bytes, file, "doc", "odt", "MS Word 97", limits.ProgramTime);
        var document = OdtReader.Read(ZipFile.Open(text, file, limits), file, limits);
        var findings = new Findings();
        if (CompoundFile.Holds(bytes, "_VBA_PROJECT")) findings.Macros();
        return document with { Format = "doc", Remarks = [.. findings.Remarks.Concat(document.Remarks).DistinctBy(r => r.Code)] };
    }

    /// <summary>
    /// Where the file information block begins: its mark (Word 97 and later; Word 6 and 95) and the number of its version.
    /// A short text stands in the small sectors of the container, 64 bytes each.
    /// </summary>
    static int Head(byte[] bytes)
    {
        for (var at = FirstSector; at + 12 <= bytes.Length; at += Step)
            if (bytes[at] is 0xEC or 0xDC && bytes[at + 1] == 0xA5 && (bytes[at + 2] | bytes[at + 3] << 8) is > 0x20 and < 0x200) return at;
        return -1;
    }
}
