using Zakhid.Documents.Cascade;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Cascade;

/// <summary>A later edition of a package, and an authority known by its code.</summary>
public sealed class LaterEditionTests(PostgresCluster cluster) : ExchangeTest(cluster)
{
    const string Code = "14360570", OtherCode = "00032129";

    Task<List<string>> Linked() => Store.Read(Lower.Authority, async r => (await r.All<(int Own, string Higher, int? Place)>("""
        SELECT m.position, h.text, h.place FROM measure_above l JOIN measure m ON m.authority_id = l.authority_id AND m.id = l.measure_id
        JOIN higher_measure h ON h.authority_id = l.authority_id AND h.higher_id = l.higher_id AND h.position = l.position WHERE l.authority_id = @authority AND l.withdrawn_at IS NULL ORDER BY m.position, h.position
        """)).ConvertAll(l => $"{l.Own} → {l.Place?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "—"} {l.Higher}"));

    async Task<long> LinkedTask()
    {
        var higher = await TaskTaken();
        var measures = await Store.Read(Lower.Authority, r => LinkedMeasure.Of(r, LowerPlan, higher));
        await new LinkMeasures(Store).Run(Lower, At, LowerPlan, higher, [(measures[0].Id, 1), (measures[1].Id, 2)]);
        return higher;
    }

    async Task<byte[]> Next(params (int Was, int Position, string Text)[] measures)
    {
        await Store.Write(Upper, At, async w =>
        {
            await w.Do("UPDATE measure SET position = position + 100, number = NULL WHERE authority_id = @authority AND plan_id = @UpperPlan", new { UpperPlan });
            foreach (var (was, position, text) in measures)
                await w.Do("UPDATE measure SET position = @position, number = @number, text = @text WHERE authority_id = @authority AND plan_id = @UpperPlan AND position = @was", new { UpperPlan, position, number = $"{position}", text, was = was + 100 });
            await w.Do("UPDATE measure SET excluded_day = @Day WHERE authority_id = @authority AND plan_id = @UpperPlan AND position > 100", new { UpperPlan, At.Day });
        });
        return await File(Upper, await new MakePackage(Store).Task(Upper, At, UpperPlan, Town));
    }

    [Theory, OnBoth]
    public async Task Measures_that_changed_places_keep_their_links_and_one_that_is_gone_is_said_to_be(Kind kind)
    {
        await Both(kind);
        await LinkedTask();
        Assert.Equal(["1 → 1 Проведення брифінгів", "2 → 2 Проведення семінарів для молоді"], await Linked());

        await new TakePackage(Store).Run(Lower, At, await Next((3, 1, "Виготовлення буклетів"), (2, 2, "Проведення семінарів для молоді")));

        Assert.Equal(["1 → — Проведення брифінгів", "2 → 2 Проведення семінарів для молоді"], await Linked());
    }

    [Theory, OnBoth]
    public async Task Where_it_is_not_sure_which_measure_is_which_a_person_says(Kind kind)
    {
        await Both(kind);
        var higher = await LinkedTask();
        var file = await Next((1, 1, "Проведення брифінгів"), (3, 2, "Виготовлення буклетів"), (2, 3, "Семінари, тренінги та інші заходи для молоді громад"));

        var preview = await Store.Read(Lower.Authority, r => PackagePreview.Of(r, PackageFile.Read(file)));
        var asked = Assert.Single(preview.Unsure);
        Assert.Equal((3, "Проведення семінарів для молоді"), (asked.Place, asked.Earlier.Text));
        Assert.Equal("package.measures-unsure", (await Refused(() => new TakePackage(Store).Run(Lower, At, file))).Rule);
        Assert.Equal(3, (await Store.Read(Lower.Authority, r => HigherMeasure.Of(r, higher))).Count);

        await new TakePackage(Store).Run(Lower, At, file, same: new Dictionary<int, int?> { [3] = asked.Earlier.Position });

        Assert.Equal(["1 → 1 Проведення брифінгів", "2 → 3 Семінари, тренінги та інші заходи для молоді громад"], await Linked());
        // The answer speaks of the places that the oblast's plan has now.
        await Sent();
        var answer = PackageFile.Read(await File(Lower, await new MakePackage(Store).Answer(Lower, At, LowerPlan, "2020-Q3", higher))).Package;
        Assert.Equal([(1, 1), (2, 3)], answer.Links.Select(l => (l.Measure, l.Position)));
    }

    [Theory, OnBoth]
    public async Task An_authority_is_known_by_its_code_whatever_it_is_called(Kind kind)
    {
        await Both(kind);
        await new SetEdrpou(Store).Run(Lower, At, Code);
        await new AddBody(Store).Run(Upper, At, new() { Name = "Глухівська громада", Edrpou = Code });
        var file = await File(Upper, await new MakePackage(Store).Task(Upper, At, UpperPlan, Code));
        Assert.Equal(new("Глухівська громада", Code), PackageFile.Read(file).Package.Addressee);

        Assert.NotNull((await new TakePackage(Store).Run(Lower, At, file)).HigherId);

        // A name is nobody's own: with another code it is another authority.
        await new SetEdrpou(Store).Run(Lower, At, OtherCode);
        Assert.Equal("package.for-another", (await Refused(() => new TakePackage(Store).Run(Lower, At, file))).Rule);
        var town = await Store.Write(Upper, At, async w => { await w.Do("UPDATE body SET edrpou = NULL WHERE authority_id = @authority AND edrpou = @Code", new { Code }); return await w.Do("UPDATE body SET edrpou = @Code WHERE authority_id = @authority AND name = @Town", new { Code, Town }); });
        Assert.Equal(1, town);
        var again = await File(Upper, await new MakePackage(Store).Task(Upper, At, UpperPlan, Town));
        var other = await Refused(() => new TakePackage(Store).Run(Lower, At, again));
        Assert.Equal(("package.for-another-code", Town), (other.Rule, other.Arguments[0]));
    }

    [Theory, OnBoth]
    public async Task The_issuer_of_an_answer_is_the_body_of_its_code_and_two_of_one_name_are_asked(Kind kind)
    {
        await Both(kind);
        await LinkedTask();
        await Sent();
        await new SetEdrpou(Store).Run(Lower, At, Code);
        var higher = await Store.Read(Lower.Authority, r => r.One<long>("SELECT id FROM higher_act WHERE authority_id = @authority"));
        var answer = PackageFile.Read(await File(Lower, await new MakePackage(Store).Answer(Lower, At, LowerPlan, "2020-Q3", higher)));
        Task<PackagePreview> Preview() => Store.Read(Upper.Authority, r => PackagePreview.Of(r, answer));

        var byName = await Preview();
        Assert.Equal((Town, false), (byName.BodyName, byName.BodyByCode));
        await Store.Write(Upper, At, w => w.Do("UPDATE body SET edrpou = @Code WHERE authority_id = @authority AND name = @Town", new { Code, Town }));
        Assert.True((await Preview()).BodyByCode);
        await Store.Write(Upper, At, w => w.Do("UPDATE body SET edrpou = @OtherCode WHERE authority_id = @authority AND name = @Town", new { OtherCode, Town }));
        Assert.Null((await Preview()).BodyId);
    }

    [Theory, OnBoth]
    public async Task A_code_with_a_wrong_digit_is_not_kept(Kind kind)
    {
        await Both(kind);

        Assert.Equal("body.edrpou-digit", (await Refused(() => new SetEdrpou(Store).Run(Lower, At, "14360571"))).Rule);
        Assert.Equal("authority.edrpou-not-for-you", (await Refused(() => new SetEdrpou(Store).Run(Lower with { Role = Role.Executor, Person = 7 }, At, Code))).Rule);
        Assert.Equal(Code, await new SetEdrpou(Store).Run(Lower, At, " 14360570 "));
    }
}
