using System.IO.Compression;
using Zakhid.Documents.Templates;
using Zakhid.Documents.Writing;

namespace Zakhid.Documents.Bodies;

/// <summary>The register as a sheet: all cells text, so that codes keep their zeros and nothing is a formula. <see cref="BodyTable"/> reads it back.</summary>
public static class BodySheetXlsx
{
    public static void Write(IEnumerable<IReadOnlyDictionary<BodyColumn, string>> rows, Stream into)
    {
        using var package = new Package(CompressionLevel.Fastest);
        package.WriteFrame(["Органи"], 1);
        using (var xml = package.Part("xl/worksheets/sheet1.xml"))
        {
            xml.OpenSheet([.. BodyTable.Headings.Select(h => h.Width)]);
            xml.OpenRow(1, 36);
            for (var c = 0; c < BodyTable.Headings.Count; c++) xml.Cell(c, 1, BodyTable.Headings[c].Heading, (int)SheetLook.Heading);
            xml.CloseRow();
            var row = 1;
            foreach (var cells in rows)
            {
                xml.OpenRow(++row);
                for (var c = 0; c < BodyTable.Headings.Count; c++) xml.CellOrBlank(c, row, cells.GetValueOrDefault(BodyTable.Headings[c].Column) ?? "", (int)SheetLook.Text);
                xml.CloseRow();
            }
            xml.Raw("</sheetData>"u8);
            xml.CloseSheet();
        }
        PlanSheetStyles.Write(package);
        package.CopyTo(into);
    }
}
