using System.Buffers.Binary;
using System.Text;

namespace Zakhid.Documents;

/// <summary>
/// The streams of a compound file ([MS-CFB]): chains of sectors named by a directory. Every chain is followed at most as
/// far as the file is long; a chain that leads out of the file or in a circle damages it.
/// </summary>
/// <exception cref="InvalidDataException">From every member, for a container that is damaged.</exception>
sealed class CompoundStreams
{
    const uint EndOfChain = 0xFFFFFFFE, LastSector = 0xFFFFFFFA;

    readonly byte[] _bytes;
    readonly int _shift, _miniShift;
    readonly uint _miniBelow;
    readonly uint[] _next, _nextMini;
    readonly Dictionary<string, (uint Start, long Size)> _streams = new(StringComparer.OrdinalIgnoreCase);
    readonly byte[] _mini = [];

    public CompoundStreams(byte[] bytes)
    {
        _bytes = bytes;
        if (bytes.Length < 512) throw new InvalidDataException("no header");
        (_shift, _miniShift, _miniBelow) = (U16(30), U16(32), U32(56));
        if (_shift is not (9 or 12) || _miniShift != 6 || _miniBelow > 4096) throw new InvalidDataException("sectors of no known size");

        _next = Table(Allocation());
        _nextMini = Table(Chain(U32(60), _next, Sectors));
        var root = (Start: EndOfChain, Size: 0L);
        var directory = Join(Chain(U32(48), _next, Sectors));
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var entry = directory.AsSpan(at, 128);
            var length = Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]), 0, 64);
            var name = Encoding.Unicode.GetString(entry[..length]).TrimEnd('\0');
            var found = (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), (long)BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
            if (entry[66] == 5) root = found;
            if (entry[66] is 1 or 2) _streams.TryAdd(name, found);
        }
        if (root.Size > 0) _mini = Join(Chain(root.Start, _next, Sectors));
    }

    public bool Has(string name) => _streams.ContainsKey(name);

    /// <summary>The bytes of a stream, or null where there is none of that name.</summary>
    public byte[]? Read(string name)
    {
        if (!_streams.TryGetValue(name, out var stream)) return null;
        if (stream.Size > _bytes.Length) throw new InvalidDataException("a stream longer than its file");
        if (stream.Size == 0) return [];
        byte[] all;
        if (stream.Size >= _miniBelow) all = Join(Chain(stream.Start, _next, Sectors));
        else
        {
            var sectors = Chain(stream.Start, _nextMini, (uint)(_mini.Length >> _miniShift));
            all = new byte[sectors.Count << _miniShift];
            for (var i = 0; i < sectors.Count; i++) _mini.AsSpan((int)sectors[i] << _miniShift, 1 << _miniShift).CopyTo(all.AsSpan(i << _miniShift));
        }
        return all.Length < stream.Size ? throw new InvalidDataException("a stream cut short") : all[..(int)stream.Size];
    }

    uint Sectors => (uint)Math.Max(0, (_bytes.Length >> _shift) - 1);

    /// <summary>The sectors that hold the table of sectors: 109 in the header, more in a chain of their own.</summary>
    List<uint> Allocation()
    {
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++) if (U32(76 + (4 * i)) is var sector && sector < LastSector) sectors.Add(sector);
        var links = (1 << _shift) / 4;
        var more = U32(68);
        for (var steps = 0; more < LastSector; steps++)
        {
            if (steps > Sectors) throw new InvalidDataException("a chain in a circle");
            var at = Offset(more);
            for (var i = 0; i < links - 1; i++) if (U32(at + (4 * i)) is var sector && sector < LastSector) sectors.Add(sector);
            if (sectors.Count > Sectors) throw new InvalidDataException("more sectors than the file has");
            more = U32(at + (4 * (links - 1)));
        }
        return sectors;
    }

    uint[] Table(List<uint> sectors)
    {
        var links = (1 << _shift) / 4;
        var table = new uint[sectors.Count * links];
        for (var s = 0; s < sectors.Count; s++)
        {
            var at = Offset(sectors[s]);
            for (var i = 0; i < links; i++) table[(s * links) + i] = U32(at + (4 * i));
        }
        return table;
    }

    static List<uint> Chain(uint first, uint[] next, uint sectors)
    {
        var chain = new List<uint>();
        for (var sector = first; sector < LastSector; sector = next[sector])
        {
            if (sector >= sectors || sector >= next.Length || chain.Count > sectors) throw new InvalidDataException("a chain out of the file or in a circle");
            chain.Add(sector);
        }
        return chain;
    }

    byte[] Join(List<uint> sectors)
    {
        var all = new byte[sectors.Count << _shift];
        for (var i = 0; i < sectors.Count; i++) _bytes.AsSpan(Offset(sectors[i]), 1 << _shift).CopyTo(all.AsSpan(i << _shift));
        return all;
    }

    int Offset(uint sector) => sector < Sectors ? (int)(sector + 1) << _shift : throw new InvalidDataException("a sector out of the file");
    ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));
    uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));
}
