namespace Zakhid.Documents.Docx;

/// <summary>
/// The story of a document (17.2): paragraphs and tables, in the body, in cells, text boxes and notes. What changes the
/// text is followed (insertions, deletions, fields, hidden runs); what changes only its look is passed by.
/// </summary>
sealed partial class BodyReader(PartReader xml, Styles styles, Numbering numbering, Findings findings, Budget budget)
{
    /// <summary>Fields that are open, innermost last: true while their instruction is being given.</summary>
    readonly List<bool> _fields = [];
    bool _pageBreak;
    ParagraphText? _unfinished;

    /// <summary>Notes in the order in which the text refers to them.</summary>
    public List<(string Kind, string Id)> Notes { get; } = [];

    /// <summary>Called on the element that holds blocks; reads them all.</summary>
    public void ReadBlocks(List<DraftBlock> into)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside)) ReadBlock(into);
    }

    void ReadBlock(List<DraftBlock> into)
    {
        switch (xml.Name)
        {
            case "p": ReadParagraph(into); break;
            case "tbl": ReadTable(into); break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag": ReadBlocks(into); break;
            case "AlternateContent": ReadChoice(() => ReadBlocks(into)); break;
            case "altChunk": findings.EmbeddedDocument(); xml.Skip(); break;
            default: xml.Skip(); break;
        }
    }

    void ReadParagraph(List<DraftBlock> into)
    {
        var text = _unfinished ?? new ParagraphText();
        _unfinished = null;
        var properties = ParagraphProperties.None;
        var fromStyle = (Paragraph: ParagraphProperties.None, Run: RunProperties.None);
        var resolved = false;
        text.StartsPage |= _pageBreak;
        _pageBreak = false;

        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Name == "pPr") { properties = ParagraphProperties.Read(xml); continue; }
            if (!resolved) { fromStyle = styles.Of(properties.Style); resolved = true; }
            ReadInline(text, fromStyle.Run, into);
        }
        if (!resolved) fromStyle = styles.Of(properties.Style);
        for (var i = _fields.Count - 1; i >= 0; i--) if (_fields[i]) _fields.RemoveAt(i);

        if (properties.MarkDeleted) { _unfinished = text; return; }

        text.StartsPage |= properties.PageBreakBefore ?? fromStyle.Paragraph.PageBreakBefore ?? false;
        var paragraph = Finish(text, properties, fromStyle.Paragraph);
        into.Add(new DraftParagraph(paragraph));
        _pageBreak |= properties.EndsPage || (text.StartsPage && !paragraph.PageBreakBefore);
    }

    /// <summary>A page that starts with an empty line is said to start with the next one that is printed.</summary>
    Paragraph Finish(ParagraphText text, ParagraphProperties own, ParagraphProperties style)
    {
        budget.Paragraph(text.Length);
        var numberingId = own.NumberingId ?? style.NumberingId ?? 0;
        var label = numberingId == 0 ? null
            : numbering.Next(numberingId, own.Level ?? (own.NumberingId is null ? style.Level : null) ?? numbering.LevelOf(numberingId, own.Style));
        var paragraph = new Paragraph(Assembly.Nowhere, text.ToString().TrimEnd('\n'))
        {
            ListLabel = label,
            OutlineLevel = (own.OutlineLevel ?? style.OutlineLevel) is > 0 and var level ? level : null,
            Alignment = own.Alignment ?? style.Alignment ?? Alignment.Start,
            Bold = text.Bold,
        };
        return text.StartsPage && !paragraph.IsBlank ? paragraph with { PageBreakBefore = true } : paragraph;
    }

    /// <summary>Anything that may stand in a paragraph beside its properties.</summary>
    void ReadInline(ParagraphText text, RunProperties style, List<DraftBlock> into)
    {
        switch (xml.Name)
        {
            case "r": ReadRun(text, style, into); break;
            case "hyperlink" or "ins" or "moveTo" or "smartTag" or "sdt" or "sdtContent" or "customXml" or "fldSimple" or "dir" or "bdo"
                or "oMath" or "oMathPara":
                if (xml.Name == "fldSimple") findings.Field(xml.W("instr"));
                var inside = xml.Enter();
                while (xml.Inside(inside)) ReadInline(text, style, into);
                break;
            case "ruby": ReadRuby(text, style, into); break;
            case "AlternateContent": ReadChoice(() => ReadInlines(text, style, into)); break;
            case "del" or "moveFrom": findings.Deletion(); xml.Skip(); break;
            default: xml.Skip(); break;
        }
    }

    void ReadInlines(ParagraphText text, RunProperties style, List<DraftBlock> into)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside)) ReadInline(text, style, into);
    }

    /// <summary>The base text of a phonetic guide.</summary>
    void ReadRuby(ParagraphText text, RunProperties style, List<DraftBlock> into)
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name == "rubyBase") ReadInlines(text, style, into);
            else xml.Skip();
        }
    }

    /// <summary>Of an alternative the first choice is read, the fall-back only when there is none.</summary>
    void ReadChoice(Action read)
    {
        var chosen = false;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (!chosen && xml.Name is ("Choice" or "Fallback")) { chosen = true; read(); }
            else xml.Skip();
        }
    }
}
