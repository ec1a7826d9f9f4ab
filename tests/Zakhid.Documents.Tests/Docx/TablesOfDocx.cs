using static Zakhid.Documents.Tests.Docx.DocxFile;

namespace Zakhid.Documents.Tests.Docx;

public class TablesOfDocx
{
    static Table TableOf(params string[] rows) => Read(Tbl(rows)).Tables.Single();

    static string[] Texts(Table table) => [.. table.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text)))];

    [Fact]
    public void Cells_stand_in_their_grid_columns_without_a_grid_being_declared()
    {
        var table = TableOf(Row("№", "Захід", "Строк"), Row("1", "Навчання", "Постійно"));
        Assert.Equal((3, 2), (table.Columns, table.Rows.Count));
        Assert.Equal(new Place(Table: 1, Row: 2, Cell: 3), table.At(1, 2)!.Place);
        Assert.Equal("Постійно", table.At(1, 2)!.Text);
    }

    [Fact]
    public void A_cell_merged_down_stands_once_and_covers_its_rows()
    {
        var table = TableOf(
            Row(Cell("Ціль", "<w:vMerge w:val=\"restart\"/>"), "1"),
            Row(Cell("", "<w:vMerge/>"), "2"),
            Row(Cell("", "<w:vMerge w:val=\"continue\"/>"), "3"),
            Row("Інша", "4"));
        Assert.Equal(["Ціль|1", "2", "3", "Інша|4"], Texts(table));
        Assert.Equal(3, table.At(0, 0)!.RowSpan);
        Assert.Same(table.At(0, 0), table.At(2, 0));
        Assert.Equal("Інша", table.At(3, 0)!.Text);
    }

    [Fact]
    public void A_section_row_spans_the_grid()
    {
        var table = TableOf(Row("1", "2", "3"), Row(Cell("Розділ I", "<w:gridSpan w:val=\"3\"/>")), Row("4", "5", "6"));
        Assert.Equal(3, table.Rows[1].Cells.Single().ColumnSpan);
        Assert.Equal("Розділ I", table.At(1, 2)!.Text);
    }

    [Fact]
    public void Merging_across_in_the_old_way_is_a_span_too()
    {
        var table = TableOf(Row(Cell("Розділ", "<w:hMerge w:val=\"restart\"/>"), Cell("", "<w:hMerge/>")), Row("1", "2"));
        Assert.Equal(2, table.Rows[0].Cells.Single().ColumnSpan);
    }

    [Fact]
    public void Columns_left_out_before_a_row_shift_it()
    {
        var table = TableOf(Row("1", "2", "3"), "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>Б</w:t></w:r></w:p></w:tc></w:tr>");
        Assert.Equal("Б", table.At(1, 1)!.Text);
        Assert.Null(table.At(1, 0));
    }

    [Fact]
    public void A_row_repeated_on_each_page_is_a_header() =>
        Assert.Equal([true, false], TableOf("<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc></w:tr>", Row("1")).Rows.Select(r => r.IsHeader));

    [Fact]
    public void Paragraphs_of_a_cell_are_kept_apart_and_empty_ones_left_out_of_its_text()
    {
        var cell = TableOf($"<w:tr><w:tc>{P("Токарчук О.В.")}{P("")}{P("Григорук В.Р.")}</w:tc></w:tr>").Rows[0].Cells[0];
        Assert.Equal("Токарчук О.В.\nГригорук В.Р.", cell.Text);
        Assert.Equal(3, cell.Paragraphs.Count);
    }

    [Fact]
    public void A_small_nested_table_is_read_into_its_cell() =>
        Assert.Equal(["1|До\nа\nб\nПісля", "2|х", "3|у"], Texts(TableOf(Row("1", $"<w:tc>{P("До")}{Tbl(Row("а", "б"))}{P("Після")}</w:tc>"), Row("2", "х"), Row("3", "у"))));

    [Fact]
    public void A_table_that_only_frames_the_page_is_dissolved()
    {
        var read = Read(Tbl($"<w:tr><w:tc>{P("ПЛАН")}{Tbl(Row("1", "а"), Row("2", "б"))}{P("Підпис")}</w:tc></w:tr>"));
        Assert.Equal(["ПЛАН", "Підпис"], read.Paragraphs.Select(p => p.Text));
        Assert.Equal(["1|а", "2|б"], Texts(read.Tables.Single()));
    }

    [Fact]
    public void Rows_and_cells_inside_content_controls_are_read() =>
        Assert.Equal(["1|2"], Texts(TableOf($"<w:sdt><w:sdtContent><w:tr><w:tc>{P("1")}</w:tc><w:sdt><w:sdtContent><w:tc>{P("2")}</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>")));

    [Fact]
    public void A_row_deleted_under_tracking_is_dropped() =>
        Assert.Equal(["1", "3"], Texts(TableOf(Row("1"), $"<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>{P("2")}</w:tc></w:tr>", Row("3"))));

    [Fact]
    public void Paragraphs_in_tables_are_not_counted_among_the_paragraphs()
    {
        var read = Read(P("а") + Tbl(Row("б", "в")) + P("г") + Tbl(Row("ґ")));
        Assert.Equal([new Place(Paragraph: 1), new Place(Table: 1), new Place(Paragraph: 2), new Place(Table: 2)], read.Blocks.Select(b => b.Place));
        Assert.Equal(new Place(Table: 1, Row: 1, Cell: 2), read.Tables.First().Rows[0].Cells[1].Paragraphs[0].Place);
    }
}
