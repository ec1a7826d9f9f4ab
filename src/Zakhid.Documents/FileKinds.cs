using System.Buffers;

namespace Zakhid.Documents;

/// <summary>What the first bytes of a file say it is.</summary>
public enum FileKind { Unknown, Empty, Zip, Compound, Pdf, Rtf, Html, Xml, WebArchive, Picture, OtherPicture, Archive, Text }

/// <summary>Tells files apart by their contents.</summary>
public static class FileKinds
{
    /// <summary>Endings of the files that are read, for the window in which a person picks one; what a file is, is told by its contents.</summary>
    public const string Endings = ".docx,.docm,.doc,.odt,.fodt,.rtf,.pdf,.xlsx,.xlsm,.xls,.ods,.fods,.csv,.html,.htm,.mht,.mhtml,.txt";

    static readonly (byte[] Start, FileKind Kind)[] Signatures =
    [
        ([0x50, 0x4B, 0x03, 0x04], FileKind.Zip), ([0x50, 0x4B, 0x05, 0x06], FileKind.Archive),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileKind.Compound),
        ("%PDF-"u8.ToArray(), FileKind.Pdf), ("{\\rtf"u8.ToArray(), FileKind.Rtf),
        ([0x89, 0x50, 0x4E, 0x47], FileKind.Picture), ([0xFF, 0xD8, 0xFF], FileKind.Picture), ("GIF8"u8.ToArray(), FileKind.OtherPicture),
        ([0x49, 0x49, 0x2A, 0x00], FileKind.Picture), ([0x4D, 0x4D, 0x00, 0x2A], FileKind.Picture), ("BM"u8.ToArray(), FileKind.Unknown),
        ([0x1F, 0x8B], FileKind.Archive), ([0x37, 0x7A, 0xBC, 0xAF], FileKind.Archive), ("Rar!"u8.ToArray(), FileKind.Archive),
        ("MZ"u8.ToArray(), FileKind.Unknown), ([0x7F, 0x45, 0x4C, 0x46], FileKind.Unknown),
    ];

    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return FileKind.Empty;
        foreach (var (start, kind) in Signatures)
            if (bytes.StartsWith(start) && !(kind == FileKind.Unknown && Txt.TextEncoding.LooksLikeText(bytes))) return kind;

        if (IsOtherPicture(bytes)) return FileKind.OtherPicture;
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (!Txt.TextEncoding.LooksLikeText(bytes)) return FileKind.Unknown;
        var head = Txt.TextEncoding.Decode(bytes[..(Math.Min(bytes.Length, 8192) & ~1)]).Text.AsSpan().TrimStart("\uFEFF \r\n\t");
        return head.StartsWith("{\\rtf") ? FileKind.Rtf
            : IsHtml(head) ? FileKind.Html
            : head.StartsWith("<?xml") || head.StartsWith("<office:document") ? FileKind.Xml
            : Mht.MimePart.Begins(head) ? FileKind.WebArchive : FileKind.Text;
    }

    /// <summary>«GIF», «WebP», «HEIC»: pictures in which no office keeps its scans.</summary>
    public static string PictureOf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("GIF8"u8) ? "GIF" : bytes.StartsWith("RIFF"u8) ? "WebP" : "HEIC";

    static bool IsOtherPicture(ReadOnlySpan<byte> bytes) => bytes.Length > 12
        && (bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) || bytes[4..].StartsWith("ftyp"u8) && (bytes[8..].StartsWith("heic"u8) || bytes[8..].StartsWith("heix"u8) || bytes[8..].StartsWith("mif1"u8) || bytes[8..].StartsWith("avif"u8)));

    /// <summary>The first tag of a page, comments, declarations and an XML prologue before it passed by.</summary>
    static bool IsHtml(ReadOnlySpan<char> head)
    {
        while (head is ['<', '!' or '?', ..] && !head.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            var end = head.StartsWith("<!--") ? head.IndexOf("-->") + 2 : head.IndexOf('>');
            if (end < 2) return false;
            head = head[(end + 1)..].TrimStart();
        }
        if (head.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)) return head[9..].TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase);
        return head is ['<', ..] && FirstTags.Contains(head[1..Math.Max(1, head.IndexOfAny(AfterName))].ToString().ToLowerInvariant());
    }

    static readonly SearchValues<char> AfterName = SearchValues.Create(" >\r\n\t/");
    static readonly string[] FirstTags = ["html", "head", "body", "meta", "title", "table", "div", "p", "h1", "h2", "h3", "h4", "style", "script", "center", "font", "span", "article", "main", "section", "b", "strong", "link", "base", "ol", "ul", "dl", "pre", "hr", "br", "blockquote", "header", "nav", "form", "i", "em", "u"];
}
