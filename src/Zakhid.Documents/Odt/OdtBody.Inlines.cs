using static Zakhid.Documents.Sheets.OdsStyles;

namespace Zakhid.Documents.Odt;

sealed partial class OdtBody
{
    void ReadInlines(ParagraphText text, OdtStyle style, List<DraftBlock> into)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsText) Print(text, style);
            else ReadInline(text, style, into);
        }
    }

    void ReadInline(ParagraphText text, OdtStyle style, List<DraftBlock> into)
    {
        if (xml.Namespace == DrawWords) { ReadDrawing(into); return; }
        if (xml.Namespace != TextWords) { xml.Skip(); return; }
        switch (xml.Name)
        {
            case "span": ReadInlines(text, style.With(styles.Text(xml.Attribute("style-name", TextWords))), into); break;
            case "s": Repeat(' ', Number("c") ?? 1, text, style); break;
            case "tab": Repeat('\t', 1, text, style); break;
            case "line-break": Repeat('\n', 1, text, style); break;
            case "note": ReadNote(); break;
            case "hidden-text" or "hidden-paragraph": ReadInlines(text, style with { Hidden = true }, into); break;
            case "ruby-text" or "script" or "tracked-changes" or "soft-page-break" or "execute-macro" or "dde-connection": ReportField(); xml.Skip(); break;
            default: ReadInlines(text, style, into); break;
        }
    }

    void ReportField()
    {
        if (xml.Name == "dde-connection") findings.Field("DDE");
        else if (xml.Name == "execute-macro") findings.Field("MACROBUTTON");
    }

    /// <summary>Blanks, tabs and line ends of the source are one blank, and none at the start (6.1.2).</summary>
    void Print(ParagraphText text, OdtStyle style)
    {
        _chunk.Clear();
        xml.AppendTo(_chunk);
        if (style.Hidden == true) { findings.Hidden(_chunk.ToString()); return; }
        if (style.White == true && style.Filled != true && HasLetters()) findings.White(_chunk.ToString());
        var look = style.Look;
        foreach (var part in _chunk.GetChunks())
            foreach (var sign in part.Span)
            {
                if (sign is ' ' or '\t' or '\n' or '\r')
                {
                    if (!_space) text.Append(' ', look);
                    _space = true;
                    continue;
                }
                text.Append(sign, look);
                _space = false;
            }
    }

    bool HasLetters()
    {
        foreach (var part in _chunk.GetChunks()) if (!part.Span.IsWhiteSpace()) return true;
        return false;
    }

    void Repeat(char sign, int times, ParagraphText text, OdtStyle style)
    {
        if (style.Hidden != true)
            for (times = Math.Clamp(times, 1, MostBlanks); times > 0; times--) text.Append(sign, style.Look);
        _space = sign == '\n';
        xml.Skip();
    }

    /// <summary>The mark in the text is left out: it would read as a digit of the number beside it.</summary>
    void ReadNote()
    {
        var isEndnote = xml.Attribute("note-class", TextWords) == "endnote";
        var number = isEndnote ? ++_endnotes : ++_footnotes;
        var blocks = new List<DraftBlock>();
        var (space, newPage) = (_space, _newPage);
        _newPage = false;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "note-body") ReadBlocks(blocks);
            else xml.Skip();
        }
        (_space, _newPage) = (space, newPage);
        (isEndnote ? Endnotes : Footnotes).AddRange(Assembly.Labelled(blocks, number));
    }
}
