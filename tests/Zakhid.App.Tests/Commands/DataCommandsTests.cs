using System.IO.Compression;
using System.Text.Json;

namespace Zakhid.App.Tests.Commands;

/// From a signed file to the official paper without a page: `authority`, `import`, `plans`, `obligations`, `consolidate`.
public sealed class DataCommandsTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static string Plan(string start) => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans"), start + "*.docx").Single();

    (int Status, string Said, string Failed) Run(params string[] arguments) => ZakhidProcess.Run("", [.. arguments, "--data", _folder]);

    void Add(string code, string name) => Assert.Equal(0, Run("authority", "add", code, name, "--head", "Голові").Status);

    List<JsonElement> Obligations(string plan, params string[] more) => [.. JsonDocument.Parse(Run(["obligations", plan, "--json", .. more]).Said).RootElement.EnumerateArray()];

    [Fact]
    public void A_signed_plan_becomes_obligations_and_the_period_a_paper()
    {
        Add("hlukhiv", "Глухівська міська рада");

        var (status, said, _) = Run("import", Plan("001"), "--authority", "hlukhiv", "--yes", "--as-of", "2020-08-04");

        Assert.Equal(0, status);
        Assert.EndsWith("На контролі: hlukhiv-1", said.Trim(), StringComparison.Ordinal);
        var owed = Obligations("149-ОД");
        Assert.Equal((38, 2), (owed.Count(Is("report")), owed.Count(Is("consolidation"))));
        var first = owed[0];
        Assert.Equal(("2020-09-17", "2020-09-17", "2020-Q3"), (first.GetProperty("nominal").GetString(), first.GetProperty("adjusted").GetString(), first.GetProperty("period").GetString()));
        Assert.Equal("до 17 вересня 2020: пункт 2 розпорядження № 149-ОД", first.GetProperty("ground").GetString());
        Assert.Equal(19, Obligations("hlukhiv-1", "--period", "2020-Q3").Count(Is("report")));

        var paper = Path.Combine(_folder, "звіт.docx");
        Assert.Equal(0, Run("consolidate", "hlukhiv-1", "--period", "2020-Q3", "--out", paper, "--as-of", "2020-09-18").Status);
        using var docx = ZipFile.OpenRead(paper);
        using var text = new StreamReader(docx.GetEntry("word/document.xml")!.Open());
        Assert.Contains("за III квартал 2020 року", text.ReadToEnd().Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_asked_by_consent_is_told_apart()
    {
        Add("zhytomyr", "Житомирська обласна державна адміністрація");
        Assert.Equal(0, Run("import", Plan("004"), "--authority", "zhytomyr", "--yes").Status);

        var owed = Obligations("zhytomyr-1");

        Assert.Equal((53, 2), (owed.Count(Is("report")), owed.Count(Is("consolidation"))));
        Assert.Equal(29, owed.Count(o => o.GetProperty("consent").ValueKind == JsonValueKind.String));
    }

    [Fact]
    public void A_plan_without_a_day_of_reports_waits_until_the_day_is_said()
    {
        Add("khmelnytskyi", "Хмельницька обласна державна адміністрація");
        var (status, said, failed) = Run("import", Plan("000"), "--authority", "khmelnytskyi", "--yes");
        Assert.Equal(1, status);
        Assert.Contains("? /act/reporting: Акт не називає дня, до якого звітують виконавці. Встановіть його: --rule quarter:25", said, StringComparison.Ordinal);
        Assert.Matches("^Дайте відповіді на сторінці /imports/1 або з --set, --confirm, --rule: (/measures/\\d+/executors, )+/act/reporting\\.$", Assert.Single(failed.Split('\n', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal((0, ""), Run("import", Plan("000"), "--authority", "khmelnytskyi", "--yes", "--rule", "quarter:25", "--confirm", "all") is var done ? (done.Status, done.Failed) : default);

        Assert.Equal(380, Obligations("khmelnytskyi-1").Count(Is("report")));
        Assert.Single(JsonDocument.Parse(Run("plans", "--json").Said).RootElement.GetProperty("plans").EnumerateArray());
    }

    [Fact]
    public void A_draft_waits_for_its_requisites()
    {
        Add("kyiv", "Київська міська державна адміністрація");
        Assert.Equal(1, Run("import", Plan("002"), "--authority", "kyiv", "--yes", "--rule", "quarter:25").Status);

        var (status, _, failed) = Run("import", Plan("002"), "--authority", "kyiv", "--yes", "--rule", "quarter:25", "--set", "/act/number=100", "--set", "/act/date=2019-02-01");

        Assert.Equal((0, ""), (status, failed));
        Assert.Equal(1, Run("import", Plan("002"), "--authority", "kyiv", "--yes").Status);

        // 143 by the words of the plan, less 16 of executors whom nobody can identify.
        var owed = Obligations("kyiv-1");
        Assert.Equal((127, "2019-12-24"), (owed.Count, owed[^1].GetProperty("adjusted").GetString()));
    }

    [Fact]
    public void A_question_that_is_left_is_named_in_one_sentence()
    {
        Add("kolomyia", "Коломийська міська рада");
        string[] dated = ["import", Plan("003"), "--authority", "kolomyia", "--yes", "--set", "/act/number=41", "--set", "/act/date=2021-04-01"];

        Assert.Equal((1, "/act/reporting: Акт не називає дня, до якого звітують виконавці. Встановіть його: --rule quarter:25 (щокварталу до 25 числа останнього місяця)."), Run(dated) is var asked ? (asked.Status, asked.Failed.Trim()) : default);
        Assert.Equal(0, Run([.. dated, "--rule", "quarterly:25", "--coordinator", "Відділ комунікації"]).Status);

        Assert.Equal(["2021-06-25", "2021-09-24", "2021-12-24"], Obligations("kolomyia-1").Select(o => o.GetProperty("adjusted").GetString()).Distinct());
        Assert.Equal(168, Obligations("kolomyia-1").Count);
    }

    [Theory]
    [InlineData("plans", "немає даних Заходу")]
    [InlineData("obligations hlukhiv-1", "немає даних Заходу")]
    [InlineData("import немає.docx --authority hlukhiv", "Файлу немає.docx немає: перевірте шлях.")]
    [InlineData("consolidate hlukhiv-1 --period 2020-3 --out a.docx", "«2020-3» не є періодом")]
    [InlineData("consolidate hlukhiv-1 --period 2020-Q3 --out a.odt", "Назвіть файл із закінченням .docx, .pdf або .xlsx: «a.odt»")]
    [InlineData("generate --obligations 3", "3 зобов’язань замало для 1 планів")]
    public void What_cannot_be_done_is_said_in_one_sentence(string command, string sentence)
    {
        var (status, said, failed) = Run(command.Split(' '));

        Assert.Equal((1, ""), (status, said));
        Assert.Contains(sentence, Assert.Single(failed.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_generates_the_same_rows_in_the_number_asked_for()
    {
        string[] Rows()
        {
            Assert.Equal(0, Run("generate", "--obligations", "203", "--seed", "5", "--bodies", "12").Status);
            var rows = Run("obligations", "zrazok-5-1", "--json").Said;
            Directory.Delete(_folder, recursive: true);
            return [.. JsonDocument.Parse(rows).RootElement.EnumerateArray().Select(o => o.GetRawText())];
        }

        var first = Rows();

        Assert.Equal(203, first.Length);
        Assert.Equal(first, Rows());
        Directory.CreateDirectory(_folder);
    }

    static Func<JsonElement, bool> Is(string kind) => o => o.GetProperty("kind").GetString() == kind;
}
