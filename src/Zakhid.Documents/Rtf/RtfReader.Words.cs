namespace Zakhid.Documents.Rtf;

sealed partial class RtfReader
{
    void Sign(char sign)
    {
        if (sign == '*') { Flush(); _starred = true; return; }
        if (_skip > 0) { _skip--; return; }
        switch (sign)
        {
            case '~': Put('\u00A0'); break;
            case '_': Put('\u2011'); break;
            case '\\' or '{' or '}': Byte((byte)sign); break;
            case '\r' or '\n': EndParagraph(); break;
            case '\t': Put('\t'); break;
        }
    }

    void Put(char sign)
    {
        Flush();
        Print([sign]);
    }

    void Word(string word, int? number)
    {
        var starred = _starred;
        _starred = false;
        if (_skip > 0 && word is not ("u" or "bin")) { _skip--; return; }
        if (_state.Place == RtfPlace.Skip) return;
        Flush();
        if (StartPlace(word, starred, number)) return;
        if (starred) { _state.Place = RtfPlace.Skip; return; }
        if (_state.Place is RtfPlace.Fonts or RtfPlace.Colours or RtfPlace.Styles && Define(word, number)) return;
        if (word == "u") Unicode(number ?? 0);
        else if (Printed(word) is { } sign) Print([sign]);
        else if (!Letters(word, number) && _state.Place == RtfPlace.Text && !Paragraphs(word, number)) Tables(word, number);
    }

    static char? Printed(string word) => word switch
    {
        "tab" => '\t',
        "line" or "lbr" => '\n',
        "emdash" => '—',
        "endash" => '–',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "bullet" => '•',
        "emspace" or "enspace" or "qmspace" => ' ',
        _ => null,
    };

    /// <summary>How letters are set from here on, and which bytes they are.</summary>
    bool Letters(string word, int? number)
    {
        var on = number != 0;
        switch (word)
        {
            case "plain": _state = _state.PlainText(_fonts.Default); break;
            case "f": _state.Font = number ?? _fonts.Default; break;
            case "uc": _state.Instead = Math.Clamp(number ?? 1, 0, 16); break;
            case "b": _state.Bold = on; break;
            case "super": _state.Raised = on; break;
            case "nosupersub" or "sub": _state.Raised = false; break;
            case "caps": _state.Capitals = on; break;
            case "v": _state.Hidden = on; break;
            case "deleted": _state.Deleted = on; break;
            case "cf": _state.White = IsWhite(number); break;
            case "highlight" or "cb" or "chcbpat": _state.Filled = number > 0 && !IsWhite(number); break;
            case "ansicpg": _fonts.Page(number); break;
            case "pc": _fonts.Page(437); break;
            case "pca": _fonts.Page(850); break;
            case "mac": _fonts.Page(10000); break;
            case "deff": _state.Font = _fonts.Default = number ?? 0; break;
            default: return false;
        }
        return true;
    }

    bool Paragraphs(string word, int? number)
    {
        var how = _state.Paragraph;
        switch (word)
        {
            case "par": EndParagraph(); return true;
            case "page": _story.StartPage(); return true;
            case "sect": EndParagraph(); _story.StartPage(); return true;
            case "sbknone": _story.NoPage(); return true;
            case "pard": how = new(); break;
            case "ql": how = how with { Alignment = Alignment.Start }; break;
            case "qc": how = how with { Alignment = Alignment.Center }; break;
            case "qr": how = how with { Alignment = Alignment.End }; break;
            case "qj" or "qd" or "qk" or "qt": how = how with { Alignment = Alignment.Justify }; break;
            case "pagebb": how = how with { NewPage = number != 0 }; break;
            case "outlinelevel": how = how with { OutlineLevel = LevelOf(number) }; break;
            case "s": how = how with { Style = number ?? 0 }; break;
            case "intbl": how = how with { InTable = number != 0, Depth = Math.Max(1, how.Depth) }; break;
            case "itap": how = how with { InTable = number > 0, Depth = Math.Clamp(number ?? 1, 0, RtfStory.DeepestTable) }; break;
            default: return false;
        }
        _state.Paragraph = how;
        return true;
    }

    void EndParagraph()
    {
        Flush();
        if (_state.Place == RtfPlace.Text) _story.EndParagraph(_state.Paragraph, Outline);
    }

    int? Outline => _state.Paragraph.OutlineLevel ?? (_styleLevels.TryGetValue(_state.Paragraph.Style, out var level) ? level : null);

    static int? LevelOf(int? number) => number is >= 0 and <= 8 ? number + 1 : null;

    /// <summary>Ends of cells and rows, and what a row says of its cells.</summary>
    void Tables(string word, int? number)
    {
        var depth = Math.Max(1, _state.Paragraph.TableDepth);
        switch (word)
        {
            case "cell": _story.EndCell(_state.Paragraph, Outline, 1); break;
            case "nestcell": _story.EndCell(_state.Paragraph, Outline, depth); break;
            case "row": _story.EndRow(1); break;
            case "nestrow": _story.EndRow(depth); break;
            case "trowd": Table.Define(); break;
            case "trleft": Table.Left(Math.Clamp(number ?? 0, -30_000, 30_000)); break;
            case "trhdr": Table.Header(); break;
            case "clmrg": Table.JoinLeft(); break;
            case "clvmrg": Table.JoinUp(); break;
            case "cellx": Table.Border(number ?? 0, _budget); break;
        }
    }

    /// <summary>Rows of an inner table are defined in a group of their own, those of an outer one before its cells.</summary>
    RtfTable Table => _story.TableAt(_state.Inner ? Math.Max(1, _state.Paragraph.TableDepth) : 1);
}
