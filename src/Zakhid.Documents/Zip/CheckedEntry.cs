namespace Zakhid.Documents.Zip;

/// <summary>
/// The unpacked bytes of one entry, held against what the archive declares: a byte more or less, or another checksum,
/// refuses the file. <c>ZipArchive</c> cuts at the declared size without a word, so a forged size would hide text.
/// </summary>
sealed class CheckedEntry(Stream unpacking, long declared, uint crc, string file) : Stream
{
    long _count;
    uint _crc;
    bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        var read = unpacking.Read(buffer);
        _count += read;
        if (_count > declared) throw Refusal.ForgedSize(file);
        if (read > 0) { _crc = Crc32.Append(_crc, buffer[..read]); return read; }

        _ended = true;
        if (_count != declared) throw Refusal.ForgedSize(file);
        if (_crc != crc) throw Refusal.Damaged(file);
        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacking.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => declared;
    public override long Position { get => _count; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
