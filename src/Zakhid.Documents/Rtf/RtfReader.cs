using System.Text;

namespace Zakhid.Documents.Rtf;

/// <summary>
/// Reads rich text (RTF 1.9.1) in one forward pass: the text with its tables, notes and text boxes, the numbers of lists
/// as they were printed. Pictures, binary data and embedded objects are passed by; fields give their last result.
/// </summary>
sealed partial class RtfReader
{
    readonly RtfTokens _tokens;
    readonly Findings _findings;
    readonly Budget _budget;
    readonly Limits _limits;
    readonly string _file;
    readonly RtfFonts _fonts;
    readonly List<Group> _groups = [];
    readonly byte[] _bytes = new byte[4096];
    RtfStory _story;
    RtfState _state = new() { Instead = 1 };
    int _held, _skip;
    bool _starred, _anything;
    long _western, _cyrillic;

    /// <summary>An open group: what held outside it, and what is to be done with what it held.</summary>
    readonly record struct Group(RtfState Outside, RtfStory? Story, bool IsNote, bool IsEndnote);

    RtfReader(byte[] bytes, string file, Limits limits, int? codePage)
    {
        _tokens = new(bytes);
        (_file, _limits, _findings, _budget, _fonts) = (file, limits, new(), new(limits, file), new(codePage));
        _story = new(_budget);
    }

    /// <exception cref="FileRefused">The file ends before its text does, holds no text, or more than allowed.</exception>
    public static Document Read(byte[] bytes, string file, Limits limits)
    {
        var reader = new RtfReader(bytes, file, limits, codePage: null);
        var blocks = reader.ReadAll();
        if (reader._western > 20 && reader._western > reader._cyrillic)
        {
            // Letters with accents only: Cyrillic that calls itself Western, as offices' old programs wrote it.
            reader = new(bytes, file, limits, codePage: 1251);
            blocks = reader.ReadAll();
            reader._findings.Encoding("windows-1251");
        }
        if (!reader._anything) throw Refusal.Empty(file);
        return new() { FileName = file, Format = "rtf", Blocks = Assembly.Assemble(blocks, reader._budget), Remarks = reader._findings.Remarks };
    }

    List<DraftBlock> ReadAll()
    {
        while (_tokens.Next() is var token && token != RtfToken.End)
        {
            if (token == RtfToken.Open) Open();
            else if (token == RtfToken.Close) { if (Close()) break; }
            else if (token == RtfToken.Text) Text(_tokens.Text);
            else if (token == RtfToken.Hex) Byte(_tokens.Sign);
            else if (token == RtfToken.Sign) Sign((char)_tokens.Sign);
            else Word(_tokens.Word, _tokens.Number);
        }
        if (_groups.Count > 0) throw Refusal.Damaged(_file);
        var blocks = _story.Finish(_state.Paragraph, Outline);
        blocks.AddRange(_footnotes);
        blocks.AddRange(_endnotes);
        return blocks;
    }

    void Open()
    {
        Flush();
        if (_groups.Count >= _limits.XmlDepth) throw Refusal.TooDeep(_file, _limits.XmlDepth);
        _groups.Add(new(_state, null, IsNote: false, IsEndnote: false));
        (_skip, _starred) = (0, false);
    }

    /// <summary>True at the end of the text.</summary>
    bool Close()
    {
        Flush();
        (_skip, _starred) = (0, false);
        if (_groups.Count == 0) return true;
        var group = _groups[^1];
        _groups.RemoveAt(_groups.Count - 1);
        EndPlace(group);
        _state = group.Outside;
        return _groups.Count == 0;
    }

    void Text(ReadOnlySpan<byte> text)
    {
        _starred = false;
        if (_state.Place is RtfPlace.Skip or RtfPlace.Alternatives) return;
        foreach (var code in text)
            if (code is not ((byte)'\r' or (byte)'\n' or 0)) Byte(code);
    }

    void Byte(byte code)
    {
        if (_skip > 0) { _skip--; return; }
        if (_held == _bytes.Length) Flush();
        _bytes[_held++] = code;
    }

    /// <summary>Bytes are signs only together with the font they are set in, so they wait for the next mark.</summary>
    void Flush()
    {
        if (_held == 0) return;
        var held = _bytes.AsSpan(0, _held);
        _held = 0;
        if (_fonts.IsSymbol(_state.Font) && _state.Place is RtfPlace.Text or RtfPlace.Label) { Print(Symbols.OfFont(held)); return; }
        var text = _fonts.Of(_state.Font).GetString(held);
        foreach (var sign in text)
        {
            if (sign is >= '\u00C0' and <= '\u00FF') _western++;
            else if (sign is >= '\u0400' and <= '\u04FF') _cyrillic++;
        }
        Print(text);
    }

    /// <summary><c>\u</c>: the sign itself; what follows for older readers is skipped.</summary>
    void Unicode(int number)
    {
        Flush();
        var sign = (char)(ushort)number;
        if (sign is >= '\u0400' and <= '\u04FF') _cyrillic++;
        Span<char> one = [sign is >= '\uE000' and <= '\uF8FF' && (_state.Place == RtfPlace.Label || _fonts.IsSymbol(_state.Font)) ? Symbols.Bullet(sign.ToString())[0] : sign];
        Print(one);
        _skip = _state.Instead;
    }

    void Print(ReadOnlySpan<char> text)
    {
        switch (_state.Place)
        {
            case RtfPlace.Text: PrintText(text); break;
            case RtfPlace.Label or RtfPlace.Instruction or RtfPlace.Styles: if (_aside.Length < 512) _aside.Append(text); break;
            case RtfPlace.Colours: foreach (var sign in text) if (sign == ';') EndColour(); break;
        }
    }

    void PrintText(ReadOnlySpan<char> text)
    {
        if (_state.Deleted) { _findings.Deletion(); return; }
        if (_state.Hidden) { _findings.Hidden(text.ToString()); return; }
        var blank = text.IsWhiteSpace();
        if (_state.White && !_state.Filled && !blank) _findings.White(text.ToString());
        _anything |= !blank;
        foreach (var sign in text) _story.Text.Append(sign, _state.Look);
        if (_story.Text.Length > _limits.Characters) throw Refusal.TooMany(_file, "знаків", _limits.Characters);
    }
}
