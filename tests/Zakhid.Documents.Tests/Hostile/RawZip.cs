using System.IO.Compression;
using System.Text;

namespace Zakhid.Documents.Tests.Hostile;

/// <summary>A ZIP written field by field, so that any of them can lie.</summary>
sealed class RawZip
{
    public sealed record Entry(string Name, byte[] Content)
    {
        public ushort Flags { get; init; } = 0x800;
        public ushort Method { get; init; } = 8;
        /// <summary>What the archive claims; null tells the truth.</summary>
        public uint? Size { get; init; }
        public uint? PackedSize { get; init; }
        public uint? Crc { get; init; }
        public string? LocalName { get; init; }
        /// <summary>Takes the place of another entry's data.</summary>
        public long? HeaderAt { get; init; }
        public byte[] Extra { get; init; } = [];
    }

    readonly List<Entry> _entries = [];
    public byte[] Before { get; init; } = [];
    public byte[] After { get; init; } = [];
    public ushort? Count { get; init; }
    public uint? DirectoryAt { get; init; }

    public RawZip Add(Entry entry) { _entries.Add(entry); return this; }
    public RawZip Add(string name, string text) => Add(new(name, Encoding.UTF8.GetBytes(text)));

    /// <summary>The same entry with another text.</summary>
    public RawZip With(string name, string text)
    {
        var at = _entries.FindIndex(e => e.Name == name);
        _entries[at] = _entries[at] with { Content = Encoding.UTF8.GetBytes(text) };
        return this;
    }

    public byte[] Bytes()
    {
        var file = new MemoryStream();
        file.Write(Before);
        var directory = new MemoryStream();
        foreach (var entry in _entries) Write(entry, file, directory);
        var at = (uint)file.Length;
        directory.WriteTo(file);
        using var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
        writer.Write(0x06054B50);
        writer.Write(0);
        writer.Write(Count ?? (ushort)_entries.Count);
        writer.Write(Count ?? (ushort)_entries.Count);
        writer.Write((uint)directory.Length);
        writer.Write(DirectoryAt ?? at);
        writer.Write((ushort)0);
        writer.Write(After);
        return file.ToArray();
    }

    static void Write(Entry entry, MemoryStream file, MemoryStream directory)
    {
        var packed = entry.Method == 8 ? Deflate(entry.Content) : entry.Content;
        var (crc, packedSize, size) = (entry.Crc ?? Crc(entry.Content), entry.PackedSize ?? (uint)packed.Length, entry.Size ?? (uint)entry.Content.Length);
        var header = entry.HeaderAt ?? file.Length;
        if (entry.HeaderAt is null)
        {
            using var local = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
            var name = Encoding.UTF8.GetBytes(entry.LocalName ?? entry.Name);
            local.Write(0x04034B50);
            Common(local, entry, crc, packedSize, size, name.Length);
            local.Write((ushort)0);
            local.Write(name);
            local.Write(packed);
        }
        using var central = new BinaryWriter(directory, Encoding.UTF8, leaveOpen: true);
        var shown = Encoding.UTF8.GetBytes(entry.Name);
        central.Write(0x02014B50);
        central.Write((ushort)20);
        Common(central, entry, crc, packedSize, size, shown.Length);
        central.Write((ushort)entry.Extra.Length);
        central.Write(new byte[10]);
        central.Write((uint)header);
        central.Write(shown);
        central.Write(entry.Extra);
    }

    static void Common(BinaryWriter into, Entry entry, uint crc, uint packed, uint size, int name)
    {
        into.Write((ushort)20);
        into.Write(entry.Flags);
        into.Write(entry.Method);
        into.Write(0x00210000);
        into.Write(crc);
        into.Write(packed);
        into.Write(size);
        into.Write((ushort)name);
    }

    static byte[] Deflate(byte[] content)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }

    /// <summary>The checksum as its standard writes it, a bit at a time: another way than the reader's own.</summary>
    public static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
