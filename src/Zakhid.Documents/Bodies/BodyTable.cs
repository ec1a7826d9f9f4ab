using Zakhid.Documents.Sheets;
using Zakhid.Documents.Templates;
using Zakhid.Documents.Txt;
using Zakhid.Text;

namespace Zakhid.Documents.Bodies;

/// <summary>What a column of a table of bodies holds.</summary>
public enum BodyColumn { Name, Parent, IsGroup, IsOutside, Edrpou, Katottg, Email, Phone, Address, Group, From, To, Genitive, Dative }

/// <summary>A line of a table of bodies: what it says of the columns that it has, as written; cells left empty are not there.</summary>
/// <param name="Number">As the table counts its rows, from one, the heading among them.</param>
/// <param name="Cells">In the order of no matter.</param>
/// <param name="IsHeading">One cell over all columns: a heading inside the table, no body.</param>
public sealed record BodyTableRow(int Number, IReadOnlyDictionary<BodyColumn, string> Cells, bool IsHeading = false)
{
    public string? this[BodyColumn column] => Cells.GetValueOrDefault(column);
}

/// <summary>
/// A table of bodies as people keep them: a CSV or spreadsheet file, or cells pasted into a page. Columns are told by their headings,
/// in any order; those that say nothing of a body are left out and named.
/// </summary>
public sealed record BodyTable(IReadOnlyList<BodyTableRow> Rows, IReadOnlyList<BodyColumn> Columns, IReadOnlyList<string> Unknown)
{
    /// <summary>Headings in the order of an exported table.</summary>
    public static readonly IReadOnlyList<(BodyColumn Column, string Heading, int Width)> Headings =
    [
        (BodyColumn.Name, "Назва", 48), (BodyColumn.Parent, "Підпорядкований", 32), (BodyColumn.IsGroup, "Це група", 10), (BodyColumn.IsOutside, "Не підпорядкований (за згодою)", 16), (BodyColumn.Edrpou, "ЄДРПОУ", 12),
        (BodyColumn.Katottg, "КАТОТТГ", 24), (BodyColumn.Email, "Електронна пошта", 28), (BodyColumn.Phone, "Телефон", 20), (BodyColumn.Address, "Адреса", 36), (BodyColumn.Group, "Входить до групи", 32), (BodyColumn.From, "З дня", 13),
        (BodyColumn.To, "До дня", 13), (BodyColumn.Genitive, "Назва в родовому відмінку", 32), (BodyColumn.Dative, "Назва в давальному відмінку", 32),
    ];

    /// <summary>Stems by which a heading is known; the first column whose stems all stand in it is meant.</summary>
    static readonly (BodyColumn Column, string[][] Any)[] Known =
    [
        (BodyColumn.Katottg, [["катоттг"], ["кодифікатор"]]), (BodyColumn.Edrpou, [["єдрпоу"], ["едрпоу"], ["ідентифікаційний код"]]), (BodyColumn.Email, [["пошт"], ["mail"], ["емейл"], ["імейл"]]), (BodyColumn.Phone, [["телефон"], ["тел"]]),
        (BodyColumn.Genitive, [["родов"]]), (BodyColumn.Dative, [["давальн"]]), (BodyColumn.IsOutside, [["не підпоряд"], ["за згодою"], ["сторонн"]]), (BodyColumn.Group, [["вход", "груп"], ["член", "груп"], ["склад", "груп"]]),
        (BodyColumn.Parent, [["підпоряд"], ["вищ", "орган"], ["належ"]]), (BodyColumn.IsGroup, [["груп"]]), (BodyColumn.Address, [["адрес"], ["місцезнаходж"]]), (BodyColumn.From, [["з дня"], ["з дати"], ["початок"]]), (BodyColumn.To, [["до дня"], ["по дату"], ["до дати"], ["кінець"]]),
        (BodyColumn.Name, [["назв"], ["наймен"], ["орган"], ["установ"], ["організац"], ["підрозділ"], ["виконав"], ["громад"]]),
    ];

    /// <param name="text">What stands in the text field.</param>
    /// <param name="html">The same with its cells, where the browser gave it.</param>
    /// <exception cref="RuleBroken">«table.none», «table.no-name».</exception>
    /// <exception cref="FileRefused">More than a document may hold.</exception>
    public static BodyTable OfPasted(string text, string? html, string name) =>
        Of((string.IsNullOrWhiteSpace(html) ? null : PastedTable.Read("", html, name)) ?? Lines(text, name) ?? throw new RuleBroken("table.none"));

    /// <summary>A file of any kind that holds a table; of several the one that has a column of names.</summary>
    /// <exception cref="RuleBroken">«table.none», «table.no-name».</exception>
    /// <exception cref="FileRefused">The file is not read.</exception>
    public static BodyTable OfFile(byte[] bytes, string name)
    {
        if (FileKinds.Of(bytes) == FileKind.Text && bytes.Length <= Limits.Default.FileBytes) return Of(Lines(TextEncoding.Decode(bytes).Text, name) ?? throw new RuleBroken("table.none"));
        var tables = DocumentFile.Open(bytes, name).Tables.Where(t => t.Columns > 1).ToList();
        return Of(tables.OrderByDescending(t => HeadingRow(t) is not null).ThenByDescending(t => t.Rows.Count).FirstOrDefault() ?? throw new RuleBroken("table.none"));
    }

    /// <summary>Cells parted by a sign; a single column is a table of bodies where its first line is a heading of names.</summary>
    static Table? Lines(string text, string name) => DelimitedText.Read(text, name) ?? (DelimitedText.Read(text, name, 1) is { } single && HeadingRow(single) == 0 ? single : null);

    static BodyTable Of(Table table)
    {
        if (HeadingRow(table) is not { } heading) throw new RuleBroken("table.no-name");
        var (columns, unknown) = (new Dictionary<int, BodyColumn>(), new List<string>());
        for (var c = 0; c < table.Columns; c++)
        {
            if (table.At(heading, c) is not { } cell || cell.Collapsed.Length == 0) continue;
            // A heading over two columns names the first; a column that comes again is not taken twice.
            if (cell.Column == c && ColumnOf(cell.Collapsed) is { } column && !columns.ContainsValue(column)) columns[c] = column;
            else if (cell.Column == c) unknown.Add(cell.Collapsed);
        }
        var rows = new List<BodyTableRow>();
        for (var r = heading + 1; r < table.Rows.Count; r++)
        {
            var cells = new Dictionary<BodyColumn, string>();
            foreach (var (c, column) in columns)
                // A cell merged over several rows speaks for each of them.
                if (table.At(r, c) is { } cell && cell.Column == c && Value(cell.Collapsed) is { Length: > 0 } value) cells[column] = value;
            if (cells.Count == 0) continue;
            var isHeading = table.Rows[r].Cells is [{ ColumnSpan: > 1 }] || table.Rows[r].Cells.FirstOrDefault(cell => cell.Collapsed.Length > 0) is { ColumnSpan: > 1 } only && only.ColumnSpan >= table.Columns;
            rows.Add(new(r + 1, cells, isHeading));
        }
        return new(rows, [.. columns.Values], unknown);
    }

    /// <summary>The first row with a column of names and, where the table has more than one, one column more.</summary>
    static int? HeadingRow(Table table)
    {
        const int lookedAt = 15;
        for (var r = 0; r < Math.Min(table.Rows.Count, lookedAt); r++)
        {
            var found = table.Rows[r].Cells.Select(c => ColumnOf(c.Collapsed)).Where(c => c is not null).Distinct().ToList();
            if (found.Contains(BodyColumn.Name) && (found.Count > 1 || (table.Columns == 1 && r == 0 && table.Rows.Count > 1))) return r;
        }
        return null;
    }

    static BodyColumn? ColumnOf(string heading)
    {
        const int longest = 80;
        if (heading.Length is 0 or > longest) return null;
        var folded = Folding.Fold(heading);
        foreach (var (column, any) in Known)
            if (any.Any(all => all.All(stem => folded.Contains(stem, StringComparison.Ordinal)))) return column;
        return null;
    }

    /// <summary>The apostrophe before a cell that would begin a formula is the exporter's, not the text's.</summary>
    static string Value(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell is "—" or "-" or "–" ? "" : cell;
}
