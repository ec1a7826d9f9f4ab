using System.Text;

namespace Zakhid.Documents.Html;

/// <summary>Numbers that a program has printed into the text: of list items (Word) and of notes (Word, LibreOffice).</summary>
sealed partial class HtmlReader
{
    const int LongestMark = 16;

    readonly StringBuilder _marked = new();
    StringBuilder? _mark;
    int _markDepth = -1;

    /// <summary>A link that is itself a target is one end of a note: its mark in the text, or its number before the note.</summary>
    bool LeadsBack() => _tokens.Attribute("href") is ['#', ..] href && (_tokens.Attribute("name") ?? _tokens.Attribute("id")) is { Length: > 0 } name && href[1..] != name;

    void StartMark() => (_mark, _markDepth) = (_marked.Clear(), _open.Count);

    void Mark(string text)
    {
        _mark!.Append(text, 0, Math.Min(text.Length, 4 * LongestMark));
        if (_mark.Length > 4 * LongestMark || _mark.ToString().Trim().Length > LongestMark) PrintMark(text.Length > 4 * LongestMark ? text[(4 * LongestMark)..] : "");
    }

    /// <summary>Before a text the mark is its label; the mark of a note inside a text is left out, it would read as a digit of the number beside it.</summary>
    void EndMark()
    {
        var mark = _mark?.ToString().Trim().Trim('[', ']');
        if (mark is null) { _markDepth = -1; return; }
        var isList = Top!.Style.ListSign == true;
        if (!isList && (mark.Length == 0 || !mark.All(c => char.IsAsciiLetterOrDigit(c) || c == '*'))) { PrintMark(""); return; }
        (_mark, _markDepth) = (null, -1);
        if (!_text.IsBlank) return;
        if (mark.Length > 0) _label = mark is "o" or "§" or "·" or "Ø" or "ü" ? "•" : Symbols.Bullet(mark);
        _space = true;
    }

    void PrintMark(string rest)
    {
        var text = _mark!.ToString() + rest;
        (_mark, _markDepth) = (null, -1);
        Print(text);
    }
}
