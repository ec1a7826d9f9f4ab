using System.Text;

namespace Zakhid.Documents;

/// <summary>What the first bytes of a file say it is.</summary>
public enum FileKind { Unknown, Empty, Zip, Compound, Pdf, Rtf, Html, Picture, Archive, Text }

/// <summary>Tells files apart by their contents.</summary>
public static class FileKinds
{
    static readonly (byte[] Start, FileKind Kind)[] Signatures =
    [
        ([0x50, 0x4B, 0x03, 0x04], FileKind.Zip), ([0x50, 0x4B, 0x05, 0x06], FileKind.Archive),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileKind.Compound),
        ("%PDF-"u8.ToArray(), FileKind.Pdf), ("{\\rtf"u8.ToArray(), FileKind.Rtf),
        ([0x89, 0x50, 0x4E, 0x47], FileKind.Picture), ([0xFF, 0xD8, 0xFF], FileKind.Picture), ("GIF8"u8.ToArray(), FileKind.Picture),
        ([0x49, 0x49, 0x2A, 0x00], FileKind.Picture), ([0x4D, 0x4D, 0x00, 0x2A], FileKind.Picture), ("BM"u8.ToArray(), FileKind.Unknown),
        ([0x1F, 0x8B], FileKind.Archive), ([0x37, 0x7A, 0xBC, 0xAF], FileKind.Archive), ("Rar!"u8.ToArray(), FileKind.Archive),
        ("MZ"u8.ToArray(), FileKind.Unknown), ([0x7F, 0x45, 0x4C, 0x46], FileKind.Unknown),
    ];

    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return FileKind.Empty;
        foreach (var (start, kind) in Signatures)
            if (bytes.StartsWith(start) && !(kind == FileKind.Unknown && Txt.TextEncoding.LooksLikeText(bytes))) return kind;

        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (!Txt.TextEncoding.LooksLikeText(bytes)) return FileKind.Unknown;
        return IsHtml(bytes) ? FileKind.Html : FileKind.Text;
    }

    static bool IsHtml(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
