using System.Globalization;
using System.Text;

namespace Zakhid.Documents.Docx;

/// <summary>Gathers the text of one paragraph from its runs and remembers how it is set.</summary>
sealed class ParagraphText
{
    const string Digits = "0123456789", RaisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    readonly StringBuilder _text = new();
    bool _anyBold, _anyPlain, _combining;

    public int Length => _text.Length;
    public bool StartsPage { get; set; }
    /// <summary>Every printed letter is bold.</summary>
    public bool Bold => _anyBold && !_anyPlain;

    public void Append(string text, RunProperties run)
    {
        foreach (var sign in text) Append(sign, run);
    }

    public void Append(char sign, RunProperties run)
    {
        if (sign is '\u00AD' or '\uFEFF' or '\u200B') return;
        if (char.IsControl(sign) && sign is not ('\n' or '\t')) sign = ' ';
        if (!char.IsWhiteSpace(sign))
        {
            if (run.Bold == true) _anyBold = true; else _anyPlain = true;
            if (run.Raised == true && char.IsAsciiDigit(sign)) sign = RaisedDigits[Digits.IndexOf(sign)];
            else if (run.Capitals == true) sign = char.ToUpper(sign, CultureInfo.InvariantCulture);
            _combining |= sign is >= '\u0300' and <= '\u036F';
        }
        _text.Append(sign);
    }

    public override string ToString() => _combining ? _text.ToString().Normalize() : _text.ToString();
}
