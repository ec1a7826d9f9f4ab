using System.Buffers.Binary;

namespace Zakhid.Documents.Zip;

/// <summary>
/// The checksum of ZIP entries (CRC-32 of ISO 3309), eight bytes a step. The framework keeps its own inside
/// <c>ZipArchive</c> and checks it nowhere on reading.
/// </summary>
static class Crc32
{
    static readonly uint[][] Tables = Build();

    /// <summary>Continues the checksum <paramref name="crc"/> (zero to start with) over the next bytes.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        var tables = Tables;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = tables[7][low & 255] ^ tables[6][(low >> 8) & 255] ^ tables[5][(low >> 16) & 255] ^ tables[4][low >> 24]
                ^ tables[3][high & 255] ^ tables[2][(high >> 8) & 255] ^ tables[1][(high >> 16) & 255] ^ tables[0][high >> 24];
            bytes = bytes[8..];
        }
        foreach (var b in bytes) crc = tables[0][(crc ^ b) & 255] ^ (crc >> 8);
        return ~crc;
    }

    static uint[][] Build()
    {
        var tables = new uint[8][];
        for (var t = 0; t < 8; t++)
        {
            tables[t] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                if (t > 0) { tables[t][i] = tables[0][tables[t - 1][i] & 255] ^ (tables[t - 1][i] >> 8); continue; }
                var crc = i;
                for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
                tables[0][i] = crc;
            }
        }
        return tables;
    }
}
