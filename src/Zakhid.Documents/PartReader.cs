using System.Buffers;
using System.Text;
using System.Xml;

namespace Zakhid.Documents;

/// <summary>
/// XML of a hostile package, read forward: no document type, no entities, no network, no more depth than allowed. Each
/// reading method is called on a start element and leaves behind its end.
/// </summary>
sealed class PartReader : IDisposable
{
    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    readonly XmlReader _xml;
    readonly string _file;
    readonly int _depth, _characters;

    public PartReader(Stream part, string file, Limits limits)
    {
        _xml = XmlReader.Create(part, Settings);
        (_file, _depth, _characters) = (file, limits.XmlDepth, limits.Characters);
    }

    public string Name => _xml.LocalName;
    public string Namespace => _xml.NamespaceURI;
    public string Text => _xml.Value;
    public bool IsElement => _xml.NodeType == XmlNodeType.Element;
    public bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA;
    public int Depth => _xml.Depth;

    /// <summary>Goes to the root element; false for a part without one.</summary>
    public bool Start()
    {
        while (Read()) if (IsElement) return true;
        return false;
    }

    /// <summary>To the next node. False only at the end of the part.</summary>
    public bool Read()
    {
        if (!_xml.Read()) return false;
        if (_xml.Depth > _depth) throw Refusal.TooDeep(_file, _depth);
        return true;
    }

    /// <summary>
    /// Steps into the element: true while it stands on a child (an element or text) that the caller must consume by
    /// <see cref="Skip"/>, <see cref="Next"/> or a method of its own; false when the end tag has been passed. Start with
    /// <c>var inside = Enter();</c>.
    /// </summary>
    public int Enter()
    {
        if (_xml.IsEmptyElement) { Read(); return -1; }
        var depth = _xml.Depth;
        Read();
        return depth;
    }

    public bool Inside(int entered)
    {
        if (entered < 0) return false;
        while (_xml.Depth > entered)
        {
            if (IsElement || IsText) return true;
            Read();
        }
        Read();
        return false;
    }

    /// <summary>Passes the element or text it stands on, with all that is in it.</summary>
    public void Skip()
    {
        if (!IsElement || _xml.IsEmptyElement) { Read(); return; }
        var depth = _xml.Depth;
        Read();
        while (_xml.Depth > depth) Read();
        Read();
    }

    /// <summary>
    /// The text of the element it stands on, that of the elements inside it left out, piece by piece: a text longer than
    /// all texts of a document may be is refused before it is whole in memory.
    /// </summary>
    public string Content()
    {
        var text = new StringBuilder();
        var inside = Enter();
        while (Inside(inside))
        {
            if (IsElement) { Skip(); continue; }
            AppendTo(text);
        }
        return text.ToString();
    }

    /// <summary>Adds the text it stands on and passes it.</summary>
    public void AppendTo(StringBuilder text)
    {
        var chunk = ArrayPool<char>.Shared.Rent(4096);
        try
        {
            for (int read; (read = _xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
            {
                text.Append(chunk, 0, read);
                if (text.Length > _characters) throw Refusal.TooMany(_file, "знаків", _characters);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chunk);
        }
        Read();
    }

    public string? Attribute(string name) => _xml.GetAttribute(name);
    public string? Attribute(string name, string ns) => _xml.GetAttribute(name, ns);

    /// <summary>Reads what is left, so that the size and the checksum of the whole part are checked.</summary>
    public void Finish() { while (Read()) { } }

    public void Dispose() => _xml.Dispose();
}
