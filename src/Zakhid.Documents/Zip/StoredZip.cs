using System.Buffers.Binary;
using System.Text;

namespace Zakhid.Documents.Zip;

/// <summary>
/// A ZIP archive in the one form that equal parts always have: nothing compressed, no clock, no platform, names in ASCII, entries
/// in the given order. <c>ZipArchive</c> writes down the system that it ran on. Layout: APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12, 4.3.16.
/// </summary>
static class StoredZip
{
    /// <summary>1 January 1980: the earliest day that ZIP can say.</summary>
    const ushort Epoch = 0x21;
    static readonly byte[] _none = new byte[10];

    public static byte[] Write(IReadOnlyList<(string Name, byte[] Bytes)> parts)
    {
        using var zip = new MemoryStream(parts.Sum(p => p.Bytes.Length + 128));
        using var directory = new MemoryStream();
        foreach (var (name, bytes) in parts)
        {
            var crc = Crc32.Append(0, bytes);
            var header = (uint)zip.Position;
            Field(zip, 0x04034B50u);
            Entry(zip, name, bytes, crc);
            zip.Write(Encoding.ASCII.GetBytes(name));
            zip.Write(bytes);

            Field(directory, 0x02014B50u);
            Field(directory, (ushort)10);
            Entry(directory, name, bytes, crc);
            // No comment, first disk, no attributes.
            directory.Write(_none);
            Field(directory, header);
            directory.Write(Encoding.ASCII.GetBytes(name));
        }
        var start = (uint)zip.Position;
        directory.WriteTo(zip);
        Field(zip, 0x06054B50u);
        Field(zip, 0u);
        Field(zip, (ushort)parts.Count);
        Field(zip, (ushort)parts.Count);
        Field(zip, (uint)directory.Length);
        Field(zip, start);
        Field(zip, (ushort)0);
        return zip.ToArray();
    }

    /// <summary>What the header of an entry and its line in the directory share: version, flags, method, time, checksum, sizes, lengths.</summary>
    static void Entry(Stream into, string name, byte[] bytes, uint crc)
    {
        Field(into, (ushort)10);
        Field(into, (ushort)0);
        Field(into, (ushort)0);
        Field(into, (ushort)0);
        Field(into, Epoch);
        Field(into, crc);
        Field(into, (uint)bytes.Length);
        Field(into, (uint)bytes.Length);
        Field(into, (ushort)name.Length);
        Field(into, (ushort)0);
    }

    static void Field(Stream into, uint value)
    {
        Span<byte> field = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        into.Write(field);
    }

    static void Field(Stream into, ushort value)
    {
        Span<byte> field = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(field, value);
        into.Write(field);
    }
}
