using System.Text;

namespace Zakhid.Documents;

/// <summary>
/// The container of Word and Excel before 2007, and of today's files behind a password: told apart by the names of the
/// streams inside ([MS-CFB] 2.6, [MS-OFFCRYPTO] 2.3.4.4).
/// </summary>
static class CompoundFile
{
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => Holds(bytes, "Workbook") && !Holds(bytes, "EncryptedPackage") && !Holds(bytes, "WordDocument");

    public static bool IsText(ReadOnlySpan<byte> bytes) => Holds(bytes, "WordDocument") && !Holds(bytes, "EncryptedPackage");

    public static FileRefused Refuse(ReadOnlySpan<byte> bytes, string file) =>
        Holds(bytes, "EncryptedPackage") ? Refusal.Encrypted(file)
        : Holds(bytes, "Workbook") || Holds(bytes, "Book") ? Refusal.OldOffice(file, "XLS")
        : Holds(bytes, "PowerPoint Document") ? Refusal.OldOffice(file, "PPT")
        : Refusal.NotADocument(file);

    public static bool Holds(ReadOnlySpan<byte> bytes, string stream) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream + "\0")) >= 0;
}
