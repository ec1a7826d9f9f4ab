using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// Tables that a text file holds as lines: one cell a line behind a tab, or cells parted by bars. Where its rows begin is
/// told by the heading: as many cells as it has make a row. Gives blocks in which they are tables.
/// </summary>
static class TextTables
{
    /// <summary>How many times the length of a file may be looked through in vain.</summary>
    const int Patience = 20;

    public static Document Rebuild(Document document)
    {
        if (document.Format != "txt") return document;
        var blocks = new List<Block>();
        var tables = document.Tables.Count();
        var (i, looked) = (0, 0);
        while (i < document.Blocks.Count)
        {
            // Lines that look like a heading and lead to no table would have the rest of the file looked through for each.
            if (looked > Patience * document.Blocks.Count) { blocks.AddRange(document.Blocks.Skip(i)); break; }
            if (Tabbed(document.Blocks, i, tables + 1, ref looked) is { } found) { blocks.Add(found.Table); tables++; i = found.After; }
            else if (Barred(document.Blocks, i, tables + 1) is { } barred) { blocks.Add(barred.Table); tables++; i = barred.After; }
            else if (FixedWidth.At(document.Blocks, i, tables + 1, ref looked) is { } wide) { blocks.Add(wide.Table); tables++; i = wide.After; }
            else if (Plain(document.Blocks, i, tables + 1, ref looked) is { } plain) { blocks.Add(plain.Table); tables++; i = plain.After; }
            else blocks.Add(document.Blocks[i++]);
        }
        return document with { Blocks = blocks };
    }

    static bool IsCell(Block block) => block is Paragraph { IsBlank: false } p && p.Text.TrimStart(' ', '\u00A0') is ['\t', ..] text && text.Trim().Length > 0 && !text.TrimStart('\t').Contains('\t');

    /// <summary>A run of cells whose first ones are headings of columns; empty lines part its rows, or else their number does.</summary>
    static (Table Table, int After)? Tabbed(IReadOnlyList<Block> blocks, int start, int number, ref int looked)
    {
        if (!IsCell(blocks[start])) return null;
        var (groups, after) = Cells(blocks, start);
        looked += after - start;
        var said = groups.SelectMany(g => g).Where(c => c.Count > 0).ToList();
        // Lone cells above the headings are a title or say what the measures are for.
        var lead = groups.TakeWhile(g => g.Count == 1).Count();
        if (lead < Math.Min(3, groups.Count) && ByGroups(groups[lead..]) is { } rows) return (TableOf([.. groups[..lead], .. rows], rows[0].Count, number), after);
        var columns = HeadingLength(said);
        if (columns < 2 || groups.Count > 1 && groups[0].Count == 1) return null;
        if (said.Count < 2 * columns) return null;
        // The last row must be whole; a cell or two too many is text that only looked like one.
        return (TableOf([.. Enumerable.Range(0, said.Count / columns).Select(r => said.Slice(r * columns, columns))], columns, number), after);
    }

    /// <summary>Rows as empty lines part them, where the heading and most rows have the same number of cells; a lone cell is a heading.</summary>
    static List<List<List<Paragraph>>>? ByGroups(List<List<List<Paragraph>>> groups)
    {
        var columns = groups[0].Count;
        if (groups.Count < 2 || KnownHeadings(groups[0]) < Math.Min(columns, 3) || groups.Count(g => g.Count == columns) * 3 < groups.Count(g => g.Count > 1) * 2 + 1 || groups.Exists(g => g.Count > columns)) return null;
        return groups;
    }

    static int KnownHeadings(List<List<Paragraph>> cells)
    {
        var roles = cells.Select(c => Headings.RoleOf(Printed.Mend(string.Join(' ', c.Select(p => p.Text))))).Where(r => r != ColumnRole.Unknown).ToList();
        return roles.Distinct().Count() < 2 || roles.Count * 2 < cells.Count ? 0 : roles.Count;
    }

    static Table TableOf(List<List<List<Paragraph>>> rows, int columns, int number)
    {
        var laid = new List<Row>();
        foreach (var cells in rows)
        {
            var row = new List<Cell>();
            for (var c = 0; c < cells.Count; c++)
            {
                var at = new Place(Table: number, Row: laid.Count + 1, Cell: c + 1);
                row.Add(new(at, c, cells.Count == 1 ? columns : 1, 1, [.. cells[c].Select(p => p with { Text = p.Text.Trim(), Place = at })]));
            }
            laid.Add(new(new(Table: number, Row: laid.Count + 1), row, laid.Count == 0));
        }
        return new(new(Table: number), columns, laid);
    }

    static bool IsEmptyCell(Paragraph paragraph) => paragraph.Text is "\t";

    /// <summary>
    /// The cells from a line on, in the groups that empty lines part: a tab begins one, lines without a tab go on in it. A
    /// heading over measures, a signature, or an approval mark, and two empty lines before a line without a tab, end the
    /// table.
    /// </summary>
    static (List<List<List<Paragraph>>> Groups, int After) Cells(IReadOnlyList<Block> blocks, int start)
    {
        var groups = new List<List<List<Paragraph>>>();
        var (blanks, between) = (0, 0);
        var i = start;
        for (; i < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph paragraph) break;
            var empty = IsEmptyCell(paragraph);
            if (paragraph.IsBlank && !empty) { blanks++; continue; }
            if (empty || IsCell(paragraph))
            {
                if (groups.Count == 0 || blanks > 0) groups.Add([]);
                if (groups.Count > 1) between = Math.Max(between, blanks);
                groups[^1].Add(empty ? [] : [paragraph]);
            }
            else if (blanks > 0 && Shapes.IsNoise(Printed.Mend(paragraph.Text))) continue;
            // Rows part by one empty line: behind two begins what stands below the table.
            else if (blanks > 1 && blanks > between && groups.Count > 2) break;
            else if (paragraph.Text.Contains('\t') || blanks > 0 && Shapes.IsNote(Printed.Mend(paragraph.Text)) || Ends(blocks, i, blanks) || blanks > 0 && HeadsNext(blocks, i)) break;
            else if (groups[^1][^1].Count > 0 || blanks == 0) groups[^1][^1].Add(paragraph);
            else break;
            blanks = 0;
        }
        return (groups, i);
    }

    /// <summary>Another table begins below the line: its first cells are headings of columns.</summary>
    static bool HeadsNext(IReadOnlyList<Block> blocks, int at)
    {
        var next = at + 1;
        while (next < blocks.Count && next < at + 4 && blocks[next] is Paragraph { IsBlank: true }) next++;
        var text = Printed.Mend(((Paragraph)blocks[at]).Text);
        return next + 1 < blocks.Count && (Shapes.NumberStart(text) is not null || !text.Any(char.IsLower) && text.Length > 8) && blocks.Skip(next).Take(3).Count(b => IsCell(b) && Headings.RoleOf(Printed.Mend(((Paragraph)b).Text)) != ColumnRole.Unknown) >= 2;
    }

    static bool Ends(IReadOnlyList<Block> blocks, int at, int blanks)
    {
        var text = Printed.Mend(((Paragraph)blocks[at]).Text);
        if (blanks >= 3 || Shapes.IsSectionHeading(text)) return true;
        var lines = new List<Line>();
        for (var i = at; i < Math.Min(blocks.Count, at + 6); i++)
            if (blocks[i] is Paragraph { IsBlank: false } p && !IsCell(p)) lines.Add(new(p.Text, Printed.Mend(p.Text), p.Place));
            else if (blocks[i] is not Paragraph || IsCell(blocks[i])) break;
        return lines.Count > 0 && (Titles.IsApprovalMark(lines[0]) || Signature.Find(lines, 0) is { First: 0 } found && found.Post.Length > 8);
    }

    /// <summary>How many cells from the first on are headings of different columns; a repeated role ends the heading.</summary>
    static int HeadingLength(List<List<Paragraph>> cells)
    {
        var roles = new HashSet<ColumnRole>();
        var length = 0;
        var known = 0;
        foreach (var cell in cells.Take(14))
        {
            var text = Printed.Mend(string.Join(' ', cell.Select(p => p.Text)));
            if (text.Length > 90 || Shapes.NumberLabel(text) is not null) break;
            var role = Headings.YearOf(text) is not null ? ColumnRole.Indicator : Headings.RoleOf(text);
            if (role == ColumnRole.Unknown || (text.Length > 60 && known >= 2)) break;
            if (role != ColumnRole.Indicator && !roles.Add(role) && role is not (ColumnRole.Goal or ColumnRole.Executor)) break;
            known++;
            length++;
        }
        return roles.Count >= 2 ? length : 0;
    }

    /// <summary>Headings of columns one a line, and below them the cells one a line without a sign between.</summary>
    static (Table Table, int After)? Plain(IReadOnlyList<Block> blocks, int start, int number, ref int looked)
    {
        if (blocks[start] is not Paragraph { IsBlank: false } first || first.Text.Length > 60 || Headings.RoleOf(Printed.Mend(first.Text)) == ColumnRole.Unknown) return null;
        var roles = new List<ColumnRole>();
        var headings = new List<string>();
        var i = start;
        for (; i < blocks.Count && roles.Count < 12; i++)
        {
            if (blocks[i] is not Paragraph { IsBlank: false } p || p.Text.Trim().Length > 70 || p.Text.Contains('\t')) break;
            var text = Printed.Mend(p.Text);
            var role = Headings.YearOf(text) is not null ? ColumnRole.Indicator : Headings.RoleOf(text);
            if (role == ColumnRole.Unknown || Shapes.NumberStart(text) is not null || Shapes.IsSectionHeading(text) || Shapes.IsTerm(Token.Cut(text)) || (roles.Contains(role) && role is not (ColumnRole.Goal or ColumnRole.Indicator or ColumnRole.Executor))) break;
            // «Завдання | Заходи»: tasks are goals beside measures.
            roles.Add(role);
            headings.Add(text);
        }
        if (roles.Distinct().Count() < 3 || !roles.Exists(r => r is ColumnRole.Measure or ColumnRole.Task) || !roles.Exists(r => r is ColumnRole.Term or ColumnRole.Executor)) return null;
        var kinds = roles.Select(r => r == ColumnRole.Task ? roles.Contains(ColumnRole.Measure) ? ColumnRole.Goal : ColumnRole.Measure : r).ToArray();
        var lines = new List<string>();
        var blanks = 0;
        for (; i < blocks.Count && blocks[i] is Paragraph p; i++)
        {
            if (!p.IsBlank && Ends(blocks, i, Math.Min(blanks, 2)) && !Shapes.IsSectionHeading(Printed.Mend(p.Text))) break;
            blanks = p.IsBlank ? blanks + 1 : 0;
            lines.Add(Printed.Mend(p.Text));
        }
        looked += i - start;
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        if (LineTable.Rows(lines, kinds) is not { Count: > 0 } rows || !rows.Exists(r => r.Count > 1)) return null;

        var laid = new List<Row> { Laid(number, 1, headings) };
        foreach (var row in rows) laid.Add(Laid(number, laid.Count + 1, row, row.Count == 1 ? kinds.Length : 1));
        return (new(new(Table: number), kinds.Length, laid), i);
    }

    static Row Laid(int table, int row, List<string> cells, int across = 1) => new(new(Table: table, Row: row), [.. cells.Select((text, c) =>
    {
        var at = new Place(Table: table, Row: row, Cell: c + 1);
        return new Cell(at, c, across, 1, [.. text.Split('\n').Select(t => new Paragraph(at, t))]);
    })]);

    /// <summary>Lines of cells parted by «|» or «│»; a ruler of dashes ends a row of several lines.</summary>
    static (Table Table, int After)? Barred(IReadOnlyList<Block> blocks, int start, int number)
    {
        static string[]? Split(Block block)
        {
            if (block is not Paragraph p) return null;
            var text = p.Text.Trim();
            var bar = text.Contains('│') ? '│' : '|';
            if (text.Count(c => c == bar) < 2) return null;
            // One bar at each end frames the row; more are its empty cells.
            if (text[0] == bar) text = text[1..];
            if (text[^1] == bar) text = text[..^1];
            return text.Split(bar);
        }
        static bool IsRuler(Block block) => block is Paragraph p && p.Text.Trim() is { Length: > 4 } text && text.All(c => c is '-' or '+' or '─' or '┼' or '├' or '┤' or '┌' or '┐' or '└' or '┘' or '┬' or '┴' or '=' or '|' or '│' or ' ' or ':');

        var i = start;
        while (i < blocks.Count && IsRuler(blocks[i])) i++;
        if (i >= blocks.Count || Split(blocks[i]) is not { Length: >= 2 } first) return null;
        var ruled = Enumerable.Range(start, Math.Min(60, blocks.Count - start)).Count(k => IsRuler(blocks[k])) >= 3;
        var rows = new List<List<string>>();
        var open = false;
        for (; i < blocks.Count; i++)
        {
            if (IsRuler(blocks[i])) { open = false; continue; }
            if (blocks[i] is Paragraph { IsBlank: true }) continue;
            if (Split(blocks[i]) is not { } cells || cells.Length != first.Length) break;
            if (open && ruled) for (var c = 0; c < cells.Length; c++) rows[^1][c] = (rows[^1][c] + "\n" + cells[c].Trim()).Trim('\n');
            else rows.Add([.. cells.Select(c => c.Trim())]);
            open = true;
        }
        if (rows.Count < 2) return null;
        var table = new List<Row>();
        foreach (var row in rows)
        {
            var line = table.Count + 1;
            table.Add(new(new(Table: number, Row: line), [.. row.Select((text, c) => new Place(Table: number, Row: line, Cell: c + 1) is var at ? new Cell(at, c, 1, 1, [new Paragraph(at, text)]) : null!)]));
        }
        return (new(new(Table: number), first.Length, table), i);
    }
}
