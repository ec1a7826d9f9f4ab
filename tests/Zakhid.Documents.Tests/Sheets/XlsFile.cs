using System.Text;

namespace Zakhid.Documents.Tests.Sheets;

/// <summary>A workbook as Excel 97 to 2003 wrote it: BIFF8 records in the one stream of a compound file, texts long enough to cross records.</summary>
static class XlsFile
{
    const int Longest = 8224;

    public static byte[] Of(IReadOnlyList<TestSheet> sheets, bool from1904)
    {
        var formats = sheets.SelectMany(s => s.Cells).Select(SheetFile.FormatOf).OfType<string>().Distinct().ToList();
        var strings = sheets.SelectMany(s => s.Cells).Select(c => c.Text).OfType<string>().Distinct().ToList();
        var bodies = sheets.Select(s => Sheet(s, formats, strings, from1904)).ToList();
        byte[] Globals(uint at)
        {
            var book = new MemoryStream();
            Record(book, 0x809, W(0x0600, 0x0005, 0, 0), [.. new byte[8]]);
            Record(book, 0x22, W(from1904 ? 1 : 0));
            for (var f = 0; f < 2; f++) Record(book, 0x31, W(240, 0, 0x7FFF, f == 0 ? 400 : 700), [.. new byte[6]], [5, 0], Encoding.ASCII.GetBytes("Arial"));
            for (var f = 0; f < formats.Count; f++) Record(book, 0x41E, W(164 + f, formats[f].Length), [1], Encoding.Unicode.GetBytes(formats[f]));
            for (var f = -1; f < formats.Count; f++)
                for (var look = 0; look < 4; look++) Record(book, 0xE0, W(look & 1, f < 0 ? 0 : 164 + f, 0), [(byte)(look > 1 ? 2 : 0), .. new byte[13]]);
            foreach (var (sheet, body) in sheets.Zip(bodies))
            {
                Record(book, 0x85, D(at), [(byte)(sheet.Hidden ? 1 : 0), 0, (byte)sheet.Name.Length, 1], Encoding.Unicode.GetBytes(sheet.Name));
                at += (uint)body.Length;
            }
            Strings(book, strings);
            Record(book, 0x0A);
            return book.ToArray();
        }
        return Compound([.. Globals((uint)Globals(0).Length), .. bodies.SelectMany(b => b)]);
    }

    static byte[] Sheet(TestSheet sheet, List<string> formats, List<string> strings, bool from1904)
    {
        var xls = new MemoryStream();
        Record(xls, 0x809, W(0x0600, 0x0010, 0, 0), [.. new byte[8]]);
        foreach (var column in sheet.HiddenColumns) Record(xls, 0x7D, W(column, column, 2304, 15, 1, 0));
        foreach (var row in sheet.HiddenRows) Record(xls, 0x208, W(row, 0, 10, 255, 0, 0, 0x20, 15));
        foreach (var cell in sheet.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column))
        {
            var style = ((SheetFile.FormatOf(cell) is { } format ? formats.IndexOf(format) + 1 : 0) * 4) + (cell.Bold ? 1 : 0) + (cell.Centred ? 2 : 0);
            var number = cell.Number ?? (cell.Day is { } day ? day.ToDateTime(default).ToOADate() - (from1904 ? 1462 : 0) : null);
            if (number is not { } value) Record(xls, 0xFD, W(cell.Row, cell.Column, style), D((uint)strings.IndexOf(cell.Text!)));
            else if (value == Math.Floor(value) && Math.Abs(value) < 1 << 29) Record(xls, 0x27E, W(cell.Row, cell.Column, style), D((uint)((int)value << 2 | 2)));
            else Record(xls, 0x203, W(cell.Row, cell.Column, style), BitConverter.GetBytes(value));
        }
        var merged = sheet.Cells.Where(c => c.Across > 1 || c.Down > 1).ToList();
        foreach (var group in merged.Chunk(1000)) Record(xls, 0xE5, W(group.Length), [.. group.SelectMany(c => W(c.Row, c.Row + c.Down - 1, c.Column, c.Column + c.Across - 1))]);
        Record(xls, 0x0A);
        return xls.ToArray();
    }

    /// <summary>The table of texts; one that does not fit goes on in the next record, its flags repeated.</summary>
    static void Strings(MemoryStream book, List<string> strings)
    {
        var record = new List<byte>([.. D((uint)strings.Count), .. D((uint)strings.Count)]);
        var kind = 0xFC;
        void Flush() { Record(book, kind, [.. record]); record.Clear(); kind = 0x3C; }
        foreach (var text in strings)
        {
            if (record.Count + 3 > Longest) Flush();
            record.AddRange([.. W(text.Length), 1]);
            foreach (var sign in text)
            {
                if (record.Count + 2 > Longest) { Flush(); record.Add(1); }
                record.AddRange(W(sign));
            }
        }
        Flush();
    }

    /// <summary>A compound file of 512-byte sectors: tables of sectors, the directory, then the stream, large enough to need no small ones.</summary>
    public static byte[] Compound(byte[] workbook, string name = "Workbook")
    {
        Array.Resize(ref workbook, Math.Max(4096, (workbook.Length + 511) / 512 * 512));
        var sectors = workbook.Length / 512;
        var tables = 1;
        while (tables * 128 < sectors + tables + 1) tables++;
        var file = new MemoryStream();
        file.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], .. W(0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0), .. D(0), .. D((uint)tables), .. D((uint)tables), .. D(0), .. D(4096), .. D(0xFFFFFFFE), .. D(0), .. D(0xFFFFFFFE), .. D(0)]);
        for (var i = 0; i < 109; i++) file.Write(D(i < tables ? (uint)i : 0xFFFFFFFF));
        for (var i = 0; i < tables * 128; i++)
            file.Write(D(i < tables ? 0xFFFFFFFD : i == tables ? 0xFFFFFFFE : i - tables - 1 is var s && s < sectors ? s == sectors - 1 ? 0xFFFFFFFE : (uint)i + 1 : 0xFFFFFFFF));
        file.Write([.. Entry("Root Entry", 5, 0xFFFFFFFE, 0), .. Entry(name, 2, (uint)tables + 1, (uint)workbook.Length), .. new byte[256]]);
        file.Write(workbook);
        return file.ToArray();
    }

    static byte[] Entry(string name, byte kind, uint start, uint size)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        entry[64] = (byte)((name.Length + 1) * 2);
        entry[66] = kind;
        D(start).CopyTo(entry, 116);
        D(size).CopyTo(entry, 120);
        return entry;
    }

    static void Record(MemoryStream into, int kind, params byte[][] data)
    {
        into.Write([.. W(kind, data.Sum(d => d.Length))]);
        foreach (var part in data) into.Write(part);
    }

    static byte[] W(params int[] words) => [.. words.SelectMany(w => BitConverter.GetBytes((ushort)w))];
    static byte[] D(uint number) => BitConverter.GetBytes(number);
}
