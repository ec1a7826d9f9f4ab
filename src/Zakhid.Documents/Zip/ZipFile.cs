using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Zakhid.Documents.Zip;

/// <summary>
/// A ZIP archive of an uploaded file, read with suspicion: the central directory is the only source of truth, every
/// entry must agree with it, lie apart from the others and stay within the limits. Nothing is ever written to disk.
/// Layout: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14–16, 4.5.3.
/// </summary>
/// <exception cref="FileRefused">From every member, for an archive that is damaged, encrypted, forged or too large.</exception>
sealed class ZipFile
{
    const uint LocalHeader = 0x04034B50, CentralHeader = 0x02014B50, End = 0x06054B50, End64 = 0x06064B50, End64Locator = 0x07064B50;

    readonly byte[] _bytes;
    readonly string _file;
    readonly Limits _limits;
    readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    sealed record Entry(string Name, int Method, uint Crc, long Packed, long Unpacked, long Header);

    ZipFile(byte[] bytes, string file, Limits limits) => (_bytes, _file, _limits) = (bytes, file, limits);

    public static ZipFile Open(byte[] bytes, string file, Limits limits)
    {
        var zip = new ZipFile(bytes, file, limits);
        zip.ReadDirectory();
        zip.RefuseOverlaps();
        return zip;
    }

    public IEnumerable<string> Names => _entries.Keys;

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>The unpacked entry as a stream that must be read to its end to be trusted; null when there is none.</summary>
    public Stream? Read(string name)
    {
        if (!_entries.TryGetValue(name, out var entry)) return null;
        var packed = new MemoryStream(_bytes, (int)DataStart(entry), (int)entry.Packed, writable: false);
        Stream unpacking = entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
        return new CheckedEntry(unpacking, entry.Unpacked, entry.Crc, _file);
    }

    void ReadDirectory()
    {
        var (count, offset, end) = FindDirectory();
        if (count > _limits.Entries) throw Refusal.TooMany(_file, "частин", _limits.Entries);
        if (offset < 0 || offset > end) throw Damaged();

        var total = 0L;
        var at = offset;
        for (var i = 0; i < count; i++)
        {
            if (at + 46 > end || U32(at) != CentralHeader) throw Damaged();
            int nameLength = U16(at + 28), extraLength = U16(at + 30), commentLength = U16(at + 32);
            if (at + 46 + nameLength + extraLength + commentLength > end) throw Damaged();

            var entry = ReadEntry(at, nameLength, extraLength);
            at += 46 + nameLength + extraLength + commentLength;
            if (entry.Name.EndsWith('/') && entry.Unpacked == 0) continue;

            total += entry.Unpacked;
            if (total > _limits.UnpackedBytes) throw Refusal.Bomb(_file);
            if (entry.Unpacked > _limits.RatioFromBytes && entry.Unpacked > _limits.Ratio * Math.Max(entry.Packed, 1)) throw Refusal.Bomb(_file);
            if (!_entries.TryAdd(entry.Name, entry)) throw Refusal.Harmful(_file);
        }
    }

    Entry ReadEntry(long at, int nameLength, int extraLength)
    {
        int flags = U16(at + 8), method = U16(at + 10);
        if ((flags & 0x2041) != 0) throw Refusal.Encrypted(_file);
        if (method is not (0 or 8)) throw Damaged();

        var name = NameAt(at + 46, nameLength, flags);
        if (IsUnsafe(name)) throw Refusal.Harmful(_file);

        long packed = U32(at + 20), unpacked = U32(at + 24), header = U32(at + 42);
        ReadZip64(at + 46 + nameLength, extraLength, ref unpacked, ref packed, ref header);
        if (packed < 0 || unpacked < 0 || header < 0 || header + 30 > _bytes.Length) throw Damaged();
        if (method == 0 && packed != unpacked) throw Refusal.ForgedSize(_file);
        return new(name, method, U32(at + 16), packed, unpacked, header);
    }

    void ReadZip64(long at, int length, ref long unpacked, ref long packed, ref long header)
    {
        for (var end = at + length; at + 4 <= end;)
        {
            int kind = U16(at), size = U16(at + 2);
            at += 4;
            if (at + size > end) return;
            if (kind == 1)
            {
                var field = at;
                var fieldEnd = at + size;
                if (unpacked == uint.MaxValue && field + 8 <= fieldEnd) { unpacked = I64(field); field += 8; }
                if (packed == uint.MaxValue && field + 8 <= fieldEnd) { packed = I64(field); field += 8; }
                if (header == uint.MaxValue && field + 8 <= fieldEnd) header = I64(field);
            }
            at += size;
        }
    }

    (long Count, long Offset, long End) FindDirectory()
    {
        var lowest = Math.Max(0, _bytes.Length - 22 - ushort.MaxValue);
        for (long at = _bytes.Length - 22; at >= lowest; at--)
        {
            if (U32(at) != End) continue;
            long count = U16(at + 10), offset = U32(at + 16), end = at;
            if (count != U16(at + 8)) throw Damaged();
            if ((count == ushort.MaxValue || offset == uint.MaxValue) && at >= 20 && U32(at - 20) == End64Locator)
            {
                end = I64(at - 12);
                if (end < 0 || end + 56 > _bytes.Length || U32(end) != End64) throw Damaged();
                (count, offset) = (I64(end + 32), I64(end + 48));
            }
            return (count, offset, end);
        }
        throw Damaged();
    }

    /// <summary>Entries that share bytes are how a small file unpacks to petabytes (D. Fifield, 2019).</summary>
    void RefuseOverlaps()
    {
        var free = 0L;
        foreach (var entry in _entries.Values.OrderBy(e => e.Header))
        {
            if (entry.Header < free) throw Refusal.Harmful(_file);
            free = DataStart(entry) + entry.Packed;
        }
    }

    long DataStart(Entry entry)
    {
        var at = entry.Header;
        if (U32(at) != LocalHeader) throw Damaged();
        int nameLength = U16(at + 26), extraLength = U16(at + 28);
        var start = at + 30 + nameLength + extraLength;
        if (start + entry.Packed > _bytes.Length) throw Damaged();
        if (!NameAt(at + 30, nameLength, U16(at + 6)).Equals(entry.Name, StringComparison.Ordinal)) throw Refusal.Harmful(_file);
        return start;
    }

    string NameAt(long at, int length, int flags) =>
        at + length > _bytes.Length ? throw Damaged()
        : ((flags & 0x800) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(_bytes, (int)at, length);

    static bool IsUnsafe(string name) =>
        name.Length == 0 || name[0] == '/' || name.AsSpan().ContainsAny('\\', ':', '\0') || name.Split('/').Any(step => step is ".." or ".");

    FileRefused Damaged() => Refusal.Damaged(_file);
    ushort U16(long at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan((int)at, 2));
    uint U32(long at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan((int)at, 4));
    long I64(long at) => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan((int)at, 8));
}
