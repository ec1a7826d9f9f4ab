using System.Globalization;
using System.Text;
using static Zakhid.Documents.Sheets.OdsStyles;

namespace Zakhid.Documents.Odt;

/// <summary>
/// The text of a document (OpenDocument, part 3, chapters 5 to 7): paragraphs, lists and tables, in the body, in cells,
/// text boxes and notes. Deleted text stands apart in this format and is passed by.
/// </summary>
sealed partial class OdtBody(PartReader xml, OdtStyles styles, OdtLists lists, Findings findings, Budget budget)
{
    const int MostBlanks = 1000;
    const string DrawWords = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", XlinkWords = "http://www.w3.org/1999/xlink";

    readonly StringBuilder _chunk = new();
    bool _newPage, _space, _anything;
    int _footnotes, _endnotes;

    public List<DraftBlock> Footnotes { get; } = [];
    public List<DraftBlock> Endnotes { get; } = [];

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
            case "p" or "h": ReadParagraph(into, label: null); break;
            case "list": ReadList(into, lists.Start(xml), level: 0); break;
            case "numbered-paragraph": ReadNumbered(into); break;
            case "table" when xml.Namespace == TableWords: ReadTable(into); break;
            case "section" when xml.Attribute("display", TextWords) == "none": SkipHidden(); break;
            case "section" or "index-body" or "index-title" or "table-of-content" or "alphabetical-index" or "table-index" or "illustration-index" or "object-index" or "user-index" or "bibliography":
                ReadBlocks(into);
                break;
            case "tracked-changes": ReadChanges(); break;
            case "frame" or "g" or "custom-shape" or "rect" or "text-box" or "ellipse" or "a" when xml.Namespace == DrawWords: ReadDrawing(into); break;
            default: xml.Skip(); break;
        }
    }

    void ReadParagraph(List<DraftBlock> into, string? label)
    {
        var style = styles.Paragraph(xml.Attribute("style-name", TextWords));
        int? level = xml.Name == "h" ? OdtStyles.Level(xml.Attribute("outline-level", TextWords)) ?? 1 : style.OutlineLevel;
        if (xml.Name == "h" && label is null && xml.Attribute("is-list-header", TextWords) != "true")
            label = lists.NextHeading(level ?? 1, Number("start-value"));
        _newPage |= style.PageBefore == true && _anything;

        var text = new ParagraphText();
        var space = _space;
        _space = true;
        ReadInlines(text, style, into);
        _space = space;

        budget.Paragraph(text.Length);
        var printed = text.ToString().TrimEnd('\n', ' ');
        var paragraph = new Paragraph(Assembly.Nowhere, printed)
        {
            ListLabel = label,
            OutlineLevel = level,
            Alignment = style.Alignment ?? Alignment.Start,
            Bold = text.Bold,
        };
        if (_newPage && !paragraph.IsBlank) { paragraph = paragraph with { PageBreakBefore = true }; _newPage = false; }
        into.Add(new DraftParagraph(paragraph));
        _anything = true;
        _newPage |= style.PageAfter == true;
    }

    int? Number(string attribute) =>
        int.TryParse(xml.Attribute(attribute, TextWords), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An item is numbered once, at its first paragraph.</summary>
    void ReadList(List<DraftBlock> into, OdtList list, int level)
    {
        if (level < OdtLists.Levels && xml.Attribute("style-name", TextWords) is { } style) list.Styles[level] = style;
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name is not ("list-item" or "list-header")) { xml.Skip(); continue; }
            var (numbered, startAt) = (xml.Name == "list-item", Number("start-value"));
            var item = xml.Enter();
            while (xml.Inside(item))
            {
                if (xml.Name == "list") ReadList(into, list, level + 1);
                else if (xml.Name is "p" or "h" && numbered) { numbered = false; ReadParagraph(into, lists.Next(list, level, startAt)); }
                else ReadBlock(into);
            }
        }
    }

    void ReadNumbered(List<DraftBlock> into)
    {
        var (list, level, startAt) = (lists.OfParagraph(xml), (Number("level") ?? 1) - 1, Number("start-value"));
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.Name is "p" or "h") ReadParagraph(into, lists.Next(list, level, startAt));
            else xml.Skip();
        }
    }

    /// <summary>What was deleted is kept here, away from the text; what was inserted stands in the text.</summary>
    void ReadChanges()
    {
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            var region = xml.Enter();
            while (xml.Inside(region))
            {
                if (xml.Name == "deletion") findings.Deletion();
                xml.Skip();
            }
        }
    }

    /// <summary>Text boxes stand before the paragraph they are anchored in: that is how an approval stamp is set.</summary>
    void ReadDrawing(List<DraftBlock> into)
    {
        if (xml.Name is "object" or "object-ole") findings.EmbeddedDocument();
        if (xml.Name == "image" && xml.Attribute("href", XlinkWords)?.Contains("://", StringComparison.Ordinal) == true) findings.External("image");
        var inside = xml.Enter();
        while (xml.Inside(inside))
        {
            if (xml.IsElement && xml.Namespace == DrawWords) ReadDrawing(into);
            else ReadBlock(into);
        }
    }

    void SkipHidden()
    {
        var text = new ParagraphText();
        ReadInlines(text, new() { Hidden = true }, []);
    }
}
