using Zakhid.Documents.Bodies;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Bodies;

public sealed class ImportBodiesTests(PostgresCluster cluster) : StoreTest(cluster)
{
    const string Table = """
        Назва;ЄДРПОУ;Підпорядкований;Це група;Входить до групи;З дня;Пошта
        Сумська районна державна адміністрація;14360570;;;Районні державні адміністрації;01.01.2020;sumy@rda.example
        Відділ освіти Сумської РДА;;Сумська районна державна адміністрація;;;;
        Районні державні адміністрації;;;так;;;
        """;

    [Theory, OnBoth]
    public async Task A_table_is_looked_at_then_kept_and_rows_may_name_each_other_in_any_order(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "oda");
        var import = new ImportBodies(store);
        var table = BodyTable.OfPasted(Table, null, "таблиця");

        var seen = await import.Preview(by, At, table);
        Assert.Equal([RowFate.Added, RowFate.Added, RowFate.Added], seen.Select(o => o.Fate));
        Assert.Empty(await All(store, by));
        await import.Run(by, At, table, leaveOut: false);

        var all = await All(store, by);
        Assert.Equal(["Відділ освіти Сумської РДА", "Районні державні адміністрації", "Сумська районна державна адміністрація"], all.Select(b => b.Name));
        Assert.Equal(("Сумська районна державна адміністрація", 1L, "14360570", "sumy@rda.example"), (all[0].Parent, all[1].Members, all[2].Edrpou, all[2].Email));
        Assert.Equal([RowFate.Same, RowFate.Same, RowFate.Same], (await import.Run(by, At, table, leaveOut: false)).Select(o => o.Fate));
    }

    [Theory, OnBoth]
    public async Task Rows_that_cannot_be_taken_are_told_by_number_and_nothing_is_kept_until_they_are_left_out(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "oda");
        var import = new ImportBodies(store);
        var table = BodyTable.OfPasted("""
            Назва	ЄДРПОУ	Входить до групи	Телефон
            Відділ культури	14360571
            	14360570
            Відділ освіти	20077720	Невідома група
            Відділ спорту
            Відділ архіву			12
            """, null, "таблиця");

        var outcomes = await import.Run(by, At, table, leaveOut: false);

        Assert.Equal(["2 body.edrpou-digit", "3 body.name-missing", "4 body.no-such", "5 ", "6 body.phone"], outcomes.Select(o => $"{o.Number} {string.Join(",", o.Faults.Select(f => f.Rule))}"));
        Assert.Empty(await All(store, by));
        await import.Run(by, At, table, leaveOut: true);
        Assert.Equal(["Відділ спорту"], (await All(store, by)).Select(b => b.Name));
    }

    [Theory, OnBoth]
    public async Task An_empty_cell_erases_nothing_and_the_register_comes_back_as_it_went(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "oda");
        var import = new ImportBodies(store);
        await import.Run(by, At, BodyTable.OfPasted(Table, null, "таблиця"), leaveOut: false);

        await import.Run(by, At, BodyTable.OfPasted("Назва\tТелефон\tПошта\nСумська районна державна адміністрація\t+380542000000\t", null, "таблиця"), leaveOut: false);

        var body = (await All(store, by))[2];
        Assert.Equal(("+380542000000", "sumy@rda.example"), (body.Phone, body.Email));
        using var file = new MemoryStream();
        BodySheetXlsx.Write(await store.Read(by.Authority, r => ExportBodies.Rows(r, At.Day)), file);
        Assert.All(await import.Preview(by, At, BodyTable.OfFile(file.ToArray(), "органи.xlsx")), o => Assert.Equal(RowFate.Same, o.Fate));
    }

    static Task<List<BodyLine>> All(Store store, Actor by) => store.Read(by.Authority, r => BodyLine.List(r, At.Day));
}
