namespace Zakhid.Tests.Specs;

public sealed class SpecTests
{
    [Fact]
    public void A_row_is_read_by_the_names_of_its_columns()
    {
        var row = Spec.Read("README.md").Single(r => r.Has("Позначка"));

        Assert.Equal("Як пишуться таблиці", row.Heading);
        Assert.Equal("a | b\nдругий рядок", row["Позначка"]);
        Assert.Equal("", row["Порожня"]);
        Assert.Null(row.Find("Порожня"));
        Assert.Null(row.Find("Немає такої"));
    }

    [Fact]
    public void A_spec_without_the_asked_table_is_a_failure()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Spec.Rows("README.md", "Немає такої"));

        Assert.Equal("docs/specs/README.md has no table with the columns Немає такої", failure.Message);
    }
}
