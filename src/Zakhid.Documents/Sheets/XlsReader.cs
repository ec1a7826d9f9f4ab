using System.Globalization;

namespace Zakhid.Documents.Sheets;

/// <summary>
/// Reads XLS as Excel 97 to 2003 and today's programs write it ([MS-XLS], BIFF8): texts, numbers and days as they are shown.
/// Formulas are not computed, macros are never run. An older workbook (Excel 5 and 95) is refused with a sentence.
/// </summary>
static class XlsReader
{
    const int Version8 = 0x0600;

    static class Records
    {
        public const int Beginning = 0x809, End = 0x0A, Password = 0x2F, From1904 = 0x22, Font = 0x31, Format = 0x41E, Style = 0xE0, Sheet = 0x85, Strings = 0xFC;
    }

    /// <exception cref="FileRefused">The workbook is behind a password, older than 1997, or larger than allowed.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static Document Read(byte[] bytes, string file, Limits limits)
    {
        var streams = new CompoundStreams(bytes);
        var stream = streams.Read("Workbook") ?? throw Refusal.OldOffice(file, "XLS");
        var findings = new Findings();
        if (streams.Has("_VBA_PROJECT_CUR") || streams.Has("_VBA_PROJECT")) findings.Macros();
        var budget = new Budget(limits with { Cells = limits.SheetCells }, file);
        var record = new XlsRecord(stream);
        var book = ReadBook(record, file, limits, findings);

        var sheets = new List<DraftSheet>();
        foreach (var (name, offset) in book.Sheets)
        {
            if (!record.At(offset) || record.Kind != Records.Beginning) throw new InvalidDataException("no sheet where one is said to be");
            var sheet = new DraftSheet(name);
            new XlsSheetReader(record, sheet, book, findings, budget).Read();
            if (!sheet.IsEmpty) sheets.Add(sheet);
        }
        return new() { FileName = file, Format = "xls", Blocks = SheetAssembly.Assemble(sheets, findings, budget), Remarks = findings.Remarks };
    }

    static XlsBook ReadBook(XlsRecord record, string file, Limits limits, Findings findings)
    {
        var book = new XlsBook();
        if (!record.At(0) || record.Kind != Records.Beginning) throw new InvalidDataException("no workbook");
        if (record.U16() != Version8) throw Refusal.OldOffice(file, "XLS");
        while (record.Next() && record.Kind != Records.End)
        {
            switch (record.Kind)
            {
                case Records.Password: throw Refusal.Encrypted(file);
                case Records.From1904: book.From1904 = record.U16() == 1; break;
                case Records.Font: book.AddFont(record); break;
                case Records.Format: book.AddFormat(record); break;
                case Records.Style: book.AddStyle(record); break;
                case Records.Sheet: AddSheet(record, book, limits, file, findings); break;
                case Records.Strings: ReadStrings(record, book, limits, file); break;
            }
        }
        return book;
    }

    static void AddSheet(XlsRecord record, XlsBook book, Limits limits, string file, Findings findings)
    {
        var (offset, state, kind) = (record.U32(), record.U8(), record.U8());
        var name = record.Text(record.U8()).Trim();
        if (name.Length == 0) name = string.Create(CultureInfo.InvariantCulture, $"Аркуш{book.Sheets.Count + 1}");
        if (kind != 0) return;
        if ((state & 3) != 0) findings.HiddenSheet(name);
        else book.Sheets.Add((name, offset));
        if (book.Sheets.Count > limits.Entries) throw Refusal.TooMany(file, "частин", limits.Entries);
    }

    static void ReadStrings(XlsRecord record, XlsBook book, Limits limits, string file)
    {
        record.Skip(4);
        var characters = 0L;
        for (var left = record.U32(); left > 0; left--)
        {
            if (book.Strings.Count >= limits.Cells) throw Refusal.TooMany(file, "клітинок у таблицях", limits.Cells);
            var text = record.Text(record.U16());
            if ((characters += text.Length) > limits.Characters) throw Refusal.TooMany(file, "знаків", limits.Characters);
            book.Strings.Add(text);
        }
    }
}
