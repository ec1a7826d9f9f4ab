using Zakhid.Documents.Writing;

namespace Zakhid.Documents.Templates;

/// <summary>Styles of the sheet of a plan by their place in <c>cellXfs</c>.</summary>
enum SheetLook { Plain, Hint, Title, Label, Value, Day, Heading, Text, Number, Example, ExampleNumber, Term, Prose }

static class PlanSheetStyles
{
    /// <summary>Words of the act in serif, words of the form in grey; places to fill in are faintly tinted. Cells are text: «1.10» and «до 25.12» stay as typed.</summary>
    public static void Write(Package package)
    {
        using var xml = package.Part("xl/styles.xml");
        xml.Raw("""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/></numFmts>"""u8);
        xml.Raw("""<fonts count="5"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font><font><sz val="10"/><color rgb="FF5B6570"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="14"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="12"/><name val="Times New Roman"/><family val="1"/></font><font><i/><sz val="12"/><color rgb="FF5B6570"/><name val="Times New Roman"/><family val="1"/></font></fonts>"""u8);
        xml.Raw("""<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3F6F9"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EDF1"/></patternFill></fill></fills>"""u8);
        xml.Raw("""<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FF9AA5B1"/></left><right style="thin"><color rgb="FF9AA5B1"/></right><top style="thin"><color rgb="FF9AA5B1"/></top><bottom style="thin"><color rgb="FF9AA5B1"/></bottom><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF9AA5B1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="13">"""u8);
        foreach (var (format, font, fill, border, across, down) in (ReadOnlySpan<(int, int, int, int, string, string)>)
        [
            (49, 0, 0, 0, "left", "top"), (49, 1, 0, 0, "left", "center"), (49, 2, 0, 0, "center", "center"), (49, 1, 0, 0, "right", "center"), (49, 0, 2, 2, "left", "center"), (164, 0, 2, 2, "left", "center"), (49, 3, 3, 1, "center", "center"),
            (49, 0, 0, 1, "left", "top"), (49, 0, 0, 1, "center", "top"), (49, 4, 0, 1, "left", "top"), (49, 4, 0, 1, "center", "top"), (49, 3, 0, 0, "left", "top"), (49, 0, 0, 0, "left", "top"),
        ])
        {
            xml.Raw("<xf numFmtId=\""u8).Number(format).Raw("\" fontId=\""u8).Number(font).Raw("\" fillId=\""u8).Number(fill).Raw("\" borderId=\""u8).Number(border)
                .Raw("\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\""u8).Text(across).Raw("\" vertical=\""u8).Text(down).Raw("\" wrapText=\"1\"/></xf>"u8);
        }
        xml.Raw("</cellXfs></styleSheet>"u8);
    }
}
