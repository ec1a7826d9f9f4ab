using System.Buffers;
using System.Text;

namespace Zakhid.Documents;

/// <summary>How letters are set, as far as it changes what is read.</summary>
readonly record struct TextLook(bool Bold, bool Raised = false, bool Capitals = false);

/// <summary>Gathers the text of one paragraph from its runs and remembers how it is set.</summary>
sealed class ParagraphText
{
    const string Digits = "0123456789", RaisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    readonly StringBuilder _text = new();
    bool _anyBold, _anyPlain, _combining;

    public int Length => _text.Length;
    public bool IsBlank => !_anyBold && !_anyPlain;
    public bool StartsPage { get; set; }
    /// <summary>Every printed letter is bold.</summary>
    public bool Bold => _anyBold && !_anyPlain;

    /// <summary>Signs that are left out, replaced or remembered; a text without them goes in whole.</summary>
    static readonly SearchValues<char> Special = SearchValues.Create([.. Signs('\0', '\b'), .. Signs('\v', '\u001F'), .. Signs('\u007F', '\u009F'), '\u00AD', .. Signs('\u0300', '\u036F'), '\u200B', '\uFEFF']);

    static char[] Signs(char first, char last)
    {
        var signs = new char[last - first + 1];
        for (var i = 0; i < signs.Length; i++) signs[i] = (char)(first + i);
        return signs;
    }

    public void Append(string text, TextLook look)
    {
        if (!look.Raised && !look.Capitals && text.AsSpan().IndexOfAny(Special) < 0)
        {
            if (!text.AsSpan().IsWhiteSpace()) { if (look.Bold) _anyBold = true; else _anyPlain = true; }
            _text.Append(text);
            return;
        }
        foreach (var sign in text) Append(sign, look);
    }

    public void Append(char sign, TextLook look)
    {
        if (sign is '\u00AD' or '\uFEFF' or '\u200B') return;
        if (char.IsControl(sign) && sign is not ('\n' or '\t')) sign = ' ';
        if (!char.IsWhiteSpace(sign))
        {
            if (look.Bold) _anyBold = true; else _anyPlain = true;
            if (look.Raised && char.IsAsciiDigit(sign)) sign = RaisedDigits[Digits.IndexOf(sign)];
            else if (look.Capitals) sign = char.ToUpperInvariant(sign);
            _combining |= sign is >= '\u0300' and <= '\u036F';
        }
        _text.Append(sign);
    }

    public override string ToString() => _combining ? _text.ToString().Normalize() : _text.ToString();
}
