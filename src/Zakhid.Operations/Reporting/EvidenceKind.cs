using System.IO.Compression;
using Zakhid.Documents;
using Zakhid.Documents.Pictures;
using Zakhid.Operations.Files;

namespace Zakhid.Operations.Reporting;

/// <summary>
/// Which files may prove a report: by what they are, not by how they are called. An executor's machine is assumed infected,
/// so a name that says one thing over bytes that say another is refused, and so is anything with macros. A photograph is
/// kept without the place where it was taken: what came is never on disk.
/// </summary>
public static class EvidenceKind
{
    static readonly Dictionary<string, (string MediaType, byte[][] Beginnings)> _kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", ["%PDF-"u8.ToArray()]),
        [".jpg"] = ("image/jpeg", [[0xFF, 0xD8, 0xFF]]),
        [".jpeg"] = ("image/jpeg", [[0xFF, 0xD8, 0xFF]]),
        [".png"] = ("image/png", [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]]),
        [".webp"] = ("image/webp", ["RIFF"u8.ToArray()]),
        [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["PK\x03\x04"u8.ToArray()]),
        [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["PK\x03\x04"u8.ToArray()]),
        [".odt"] = ("application/vnd.oasis.opendocument.text", ["PK\x03\x04"u8.ToArray()]),
        [".p7s"] = ("application/pkcs7-signature", [[0x30]]),
    };

    /// <exception cref="FileRefused">With the sentence for the person.</exception>
    public static async Task<KeptFile> Keep(FileShelf shelf, Stream content, string name, CancellationToken stop)
    {
        var ending = Path.GetExtension(name);
        if (ending.Equals(".docm", StringComparison.OrdinalIgnoreCase) || ending.Equals(".xlsm", StringComparison.OrdinalIgnoreCase)) throw Macros(name);
        if (_unclean.Contains(ending)) throw new FileRefused(RefusalCode.UnknownFormat, $"Файл «{name}» зберігає місце зйомки так, що його не вилучити. Збережіть фото як JPG і додайте ще раз.");
        if (!_kinds.TryGetValue(ending, out var kind))
            throw new FileRefused(RefusalCode.UnknownFormat, $"Файл «{name}» не підходить. Додайте PDF, DOCX, XLSX, ODT, JPG, PNG або P7S.");
        if (kind.MediaType.StartsWith("image/", StringComparison.Ordinal)) return await KeepClean(shelf, content, name, kind, stop);

        var kept = await shelf.Keep(content, name, kind.MediaType, stop: stop);
        await using var bytes = shelf.Open(kept.Sha256);
        var head = new byte[16];
        var length = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop);
        if (!kind.Beginnings.Any(b => head.AsSpan(0, length).StartsWith(b)))
            throw NotWhatItSays(name);
        if (kind.MediaType.StartsWith("application/vnd.", StringComparison.Ordinal) && HasMacros(bytes)) throw Macros(name);
        return kept;
    }

    /// <summary>Photographs of telephones whose data cannot be parted from the picture here.</summary>
    static readonly HashSet<string> _unclean = new(StringComparer.OrdinalIgnoreCase) { ".heic", ".heif", ".avif" };

    static async Task<KeptFile> KeepClean(FileShelf shelf, Stream content, string name, (string MediaType, byte[][] Beginnings) kind, CancellationToken stop)
    {
        using var picture = new MemoryStream();
        var chunk = new byte[81920];
        for (int count; (count = await content.ReadAsync(chunk, stop)) > 0;)
        {
            picture.Write(chunk, 0, count);
            if (picture.Length > FileShelf.DefaultLimit) throw FileShelf.TooLarge(name, FileShelf.DefaultLimit);
        }
        var bytes = picture.ToArray();
        if (bytes.Length > 0 && !kind.Beginnings.Any(b => bytes.AsSpan().StartsWith(b))) throw NotWhatItSays(name);
        if (bytes.Length == 0) return await shelf.Keep(Stream.Null, name, kind.MediaType, stop: stop);
        var clean = CleanPicture.Of(bytes, name);
        return (await shelf.Keep(new MemoryStream(clean.Bytes), name, kind.MediaType, stop: stop)) with { Cleaned = clean.Taken };
    }

    static FileRefused NotWhatItSays(string name) => new(RefusalCode.Damaged, $"У файлі «{name}» — не те, що каже назва. Відкрийте файл, збережіть ще раз і додайте.");

    static bool HasMacros(Stream bytes)
    {
        try
        {
            bytes.Position = 0;
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException cause)
        {
            throw new FileRefused(RefusalCode.Damaged, "Файл пошкоджено. Відкрийте його, збережіть ще раз і додайте.", cause);
        }
    }

    static FileRefused Macros(string name) => new(RefusalCode.Macros, $"У файлі «{name}» є макроси. Збережіть його без макросів і додайте ще раз.");
}
