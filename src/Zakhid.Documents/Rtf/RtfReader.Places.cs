using System.Text;

namespace Zakhid.Documents.Rtf;

/// <summary>Groups whose words are no text of the document: tables of fonts and styles, instructions of fields, notes.</summary>
sealed partial class RtfReader
{
    readonly List<DraftBlock> _footnotes = [], _endnotes = [];
    readonly StringBuilder _aside = new();
    readonly List<bool> _white = [];
    readonly Dictionary<int, int> _styleLevels = [];
    (int Red, int Green, int Blue)? _colour;
    int _style, _notes, _lastNotes;

    /// <summary>True when the word says what its group is for.</summary>
    bool StartPlace(string word, bool starred, int? number)
    {
        switch (word)
        {
            case "fonttbl": _state.Place = RtfPlace.Fonts; break;
            case "colortbl": _state.Place = RtfPlace.Colours; break;
            case "stylesheet": _state.Place = RtfPlace.Styles; break;
            case "fldinst": _state.Place = RtfPlace.Instruction; _aside.Clear(); break;
            case "listtext" or "pntext": _state.Place = RtfPlace.Label; _aside.Clear(); break;
            case "upr": _state.Place = RtfPlace.Alternatives; break;
            case "ud" when _state.Place == RtfPlace.Alternatives: _state.Place = RtfPlace.Text; break;
            case "footnote": StartStory(isNote: true); break;
            case "ftnalt" when _groups.Count > 0 && _groups[^1].IsNote: _groups[^1] = _groups[^1] with { IsEndnote = true }; break;
            case "shptxt" or "dptxbxtext": StartStory(isNote: false); break;
            case "nesttableprops": _state.Inner = true; break;
            case "object": _findings.EmbeddedDocument(); break;
            case "shpinst" or "do" or "shp" or "shpgrp" or "fldrslt" or "result": break;
            case "info" or "pict" or "header" or "headerl" or "headerr" or "headerf" or "footer" or "footerl" or "footerr" or "footerf" or "annotation" or "atnid" or "atnauthor"
                or "bkmkstart" or "bkmkend" or "xe" or "tc" or "tcn" or "pn" or "objdata" or "objclass" or "shprslt" or "nonshppict" or "nonesttables" or "sp" or "revtbl"
                or "listtable" or "listoverridetable" or "ftnsep" or "ftnsepc" or "ftncn" or "aftnsep" or "aftnsepc" or "aftncn" or "template" or "private" or "bin":
                if (word != "bin") _state.Place = RtfPlace.Skip;
                break;
            case "s" or "cs" or "ts" when _state.Place == RtfPlace.Styles: _style = word == "s" ? number ?? 0 : -1; _aside.Clear(); break;
            default: return false;
        }
        return true;
    }

    void StartStory(bool isNote)
    {
        if (_groups.Count == 0 || _groups[^1].Story is not null) return;
        _groups[^1] = _groups[^1] with { Story = _story, IsNote = isNote };
        _story = new(_budget);
        _state.Paragraph = new();
    }

    void EndPlace(Group group)
    {
        if (group.Outside.Place != _state.Place)
        {
            if (_state.Place == RtfPlace.Instruction) _findings.Field(_aside.ToString());
            else if (_state.Place == RtfPlace.Label && _aside.ToString().Trim() is { Length: > 0 } label) _story.Label = label.Length > 64 ? label[..64] : label;
        }
        else if (_state.Place == RtfPlace.Styles) EndStyle();
        if (group.Story is not { } outer) return;

        var blocks = _story.Finish(_state.Paragraph, Outline);
        _story = outer;
        if (!group.IsNote) _story.Insert(blocks, group.Outside.Paragraph);
        else if (group.IsEndnote) _endnotes.AddRange(Assembly.Labelled(blocks, ++_lastNotes));
        else _footnotes.AddRange(Assembly.Labelled(blocks, ++_notes));
    }

    /// <summary>Words inside the tables at the head of the file.</summary>
    bool Define(string word, int? number)
    {
        switch (word)
        {
            case "f" when _state.Place == RtfPlace.Fonts: _fonts.Define(number ?? 0); return true;
            case "fcharset": _fonts.CharacterSet(number); return true;
            case "cpg": _fonts.CodePage(number); return true;
            case "red": _colour = (_colour ?? default) with { Red = number ?? 0 }; return true;
            case "green": _colour = (_colour ?? default) with { Green = number ?? 0 }; return true;
            case "blue": _colour = (_colour ?? default) with { Blue = number ?? 0 }; return true;
            case "outlinelevel" when _style >= 0 && LevelOf(number) is { } level: _styleLevels[_style] = level; return true;
            default: return _state.Place != RtfPlace.Styles;
        }
    }

    void EndColour()
    {
        if (_white.Count < 4096) _white.Add(_colour is (255, 255, 255));
        _colour = null;
    }

    bool IsWhite(int? colour) => colour is { } number && number >= 0 && number < _white.Count && _white[number];

    /// <summary>The built-in styles of headings are known by their names, whatever the language of the program.</summary>
    void EndStyle()
    {
        var name = _aside.ToString().Trim().TrimEnd(';');
        _aside.Clear();
        if (_style >= 0 && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && name.Length == 9 && name[8] is >= '1' and <= '9') _styleLevels.TryAdd(_style, name[8] - '0');
        _style = -1;
    }
}
