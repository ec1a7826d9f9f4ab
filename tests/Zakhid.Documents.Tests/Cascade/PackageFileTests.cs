using FsCheck;
using FsCheck.Fluent;
using Zakhid.Documents.Cascade;

namespace Zakhid.Documents.Tests.Cascade;

public class PackageFileTests
{
    [Fact]
    public void What_was_made_is_what_is_taken_whatever_the_texts_hold() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Two(ArbMap.Default.GeneratorFor<NonEmptyString>()).Zip(ArbMap.Default.GeneratorFor<decimal>()).ToArbitrary(), made =>
        {
            var ((text, other), value) = made;
            var package = Packages.Answer(Sound(text.Get)) with { Title = "План " + Sound(other.Get) };
            package = package with { Report = package.Report! with { Rows = [package.Report.Rows[0] with { Figures = [new(null, "осіб", value)] }] } };

            var (bytes, digest) = PackageFile.Write(package);
            var taken = PackageFile.Read(bytes);

            return taken.Digest == digest && PackageFile.Write(taken.Package).Bytes.AsSpan().SequenceEqual(bytes)
                && taken.Package.Report!.Rows[0].Text == package.Report!.Rows[0].Text && taken.Package.Report.Rows[0].Figures[0].Value == value && taken.Package.Title == package.Title;
        }));

    /// Half a character is in no file of this encoding.
    static string Sound(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);

    [Fact]
    public void Equal_contents_give_equal_bytes_and_another_word_another_digest()
    {
        Assert.Equal(PackageFile.Write(Packages.Task()).Bytes, PackageFile.Write(Packages.Task()).Bytes);
        Assert.NotEqual(PackageFile.Write(Packages.Task()).Digest, PackageFile.Write(Packages.Task(measure: "Проведення брифінгу")).Digest);
    }

    [Fact]
    public void A_task_brings_its_act_its_day_its_measures_and_what_stands_above()
    {
        var p = PackageFile.Read(Packages.Bytes(Packages.Task())).Package;

        Assert.Equal(("325-ОД", 20, "Проведення брифінгів", "776-р"), (p.Act.Number, p.Act.Reporting[0].Day, p.Measures[0].Text, p.Above[0].Number));
        Assert.True(p.Measures[0].Executors[0].ByConsent);
        Assert.Null(p.Report);
    }

    [Fact]
    public void An_answer_brings_figures_and_the_bytes_that_prove_them()
    {
        var p = PackageFile.Read(Packages.Bytes(Packages.Answer())).Package;

        Assert.Equal((2m, "зустріч"), (p.Report!.Rows[0].Figures[0].Value, p.Report.Rows[0].Figures[0].Unit));
        Assert.Equal(Packages.Proof, p.Files[Packages.ProofHash]);
    }

    [Fact]
    public void The_digest_is_told_in_groups_of_four_and_compared_whatever_the_blanks_and_the_case()
    {
        var digest = PackageFile.Write(Packages.Task()).Digest;

        Assert.Equal(64 + 15, PackageFile.Shown(digest).Length);
        Assert.True(PackageFile.IsSame(digest, PackageFile.Shown(digest)));
        Assert.False(PackageFile.IsSame(digest, PackageFile.Shown(digest)[..^1]));
    }

    [Theory]
    [InlineData("Глухівська міська рада", null, "ГЛУХІВСЬКА  міська рада", null, true)]
    [InlineData("Глухівська міська рада", "12345678", "Глухівська міськрада", "12345678", true)]
    [InlineData("Глухівська міська рада", "12345678", "Глухівська міська рада", "87654321", false)]
    [InlineData("Глухівська міська рада", "12345678", "Сумська міська рада", null, false)]
    public void An_authority_is_told_by_its_code_where_both_have_one_else_by_its_name(string name, string? code, string other, string? otherCode, bool same) =>
        Assert.Equal(same, new Party(name, code).Is(new(other, otherCode)));
}
