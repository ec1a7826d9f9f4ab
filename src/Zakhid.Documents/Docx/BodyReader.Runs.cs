namespace Zakhid.Documents.Docx;

sealed partial class BodyReader
{
    void ReadRun(ParagraphText text, RunProperties style, List<DraftBlock> into)
    {
        var run = style;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "rPr")
            {
                var own = RunProperties.Read(xml);
                run = (own.Style is { } named ? style.With(styles.Character(named)) : style).With(own);
            }
            else ReadRunContent(text, run, into);
        }
    }

    void ReadRunContent(ParagraphText text, RunProperties run, List<DraftBlock> into)
    {
        switch (xml.Name)
        {
            case "t": ReadText(text, run); return;
            case "tab" or "ptab": Print("\t", text, run); break;
            case "br" or "cr": ReadBreak(text, run); return;
            case "noBreakHyphen": Print("\u2011", text, run); break;
            case "sym": Print(Symbols.Of(xml.W("char")), text, run); break;
            case "fldChar": TurnField(xml.W("fldCharType")); break;
            case "instrText": ReadInstruction(); return;
            case "footnoteReference": Note("footnote", run); break;
            case "endnoteReference": Note("endnote", run); break;
            case "drawing" or "pict" or "object" or "txbxContent": ReadDrawing(into); return;
            case "AlternateContent": ReadChoice(() => ReadDrawing(into)); return;
            case "ruby": ReadRuby(text, run, into); return;
        }
        xml.Skip();
    }

    void ReadText(ParagraphText text, RunProperties run)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsText) Print(xml.Text, text, run);
            xml.Skip();
        }
    }

    void Print(string what, ParagraphText text, RunProperties run)
    {
        if (what.Length == 0 || _fields.Contains(item: true)) return;
        if (run.Hidden == true) { findings.Hidden(what); return; }
        if (run.White == true) findings.White(what);
        text.Append(what, run.Look);
    }

    void ReadBreak(ParagraphText text, RunProperties run)
    {
        var page = xml.W("type") == "page";
        xml.Skip();
        if (page && text.Length == 0) text.StartsPage = true;
        else { _pageBreak |= page; Print("\n", text, run); }
    }

    /// <summary>A field is an instruction, a separator and the result that Word printed last; only the result is text.</summary>
    void TurnField(string? turn)
    {
        if (turn == "begin") { if (_fields.Count < 64) _fields.Add(true); }
        else if (_fields.Count == 0) return;
        else if (turn == "separate") _fields[^1] = false;
        else if (turn == "end") _fields.RemoveAt(_fields.Count - 1);
    }

    void ReadInstruction()
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsText) findings.Field(xml.Text);
            xml.Skip();
        }
    }

    void Note(string kind, RunProperties run)
    {
        if (run.Hidden != true && xml.W("id") is { } id) Notes.Add((kind, id));
    }

    /// <summary>Text boxes stand before the paragraph they are anchored in: that is how an approval stamp is set.</summary>
    void ReadDrawing(List<DraftBlock> into)
    {
        if (xml.Name == "txbxContent")
        {
            var (break_, unfinished) = (_pageBreak, _unfinished);
            (_pageBreak, _unfinished) = (false, null);
            ReadBlocks(into);
            (_pageBreak, _unfinished) = (break_, unfinished);
            return;
        }
        if (xml.Name == "OLEObject") findings.EmbeddedDocument();
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "AlternateContent") ReadChoice(() => ReadDrawing(into));
            else if (xml.IsElement) ReadDrawing(into);
            else xml.Skip();
        }
    }
}
