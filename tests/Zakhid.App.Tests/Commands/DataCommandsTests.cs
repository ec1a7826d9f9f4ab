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
        var (status, _, failed) = Run("import", Plan("000"), "--authority", "khmelnytskyi", "--yes");
        Assert.Equal(1, status);
        Assert.Contains("Акт не називає дня звіту. Встановіть його: --rule quarter:25", failed, StringComparison.Ordinal);

        var unsure = failed.Split('\n').Where(line => line.Contains("прочитано непевно", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ToList();
        Assert.NotEmpty(unsure);
        var shown = JsonDocument.Parse(ZakhidProcess.Run("", "read", Plan("000"), "--json").Said).RootElement;
        var answers = unsure.SelectMany(pointer => new[] { "--set", $"{pointer}={Executors(shown, pointer)}" });
        Assert.Equal(0, Run(["import", Plan("000"), "--authority", "khmelnytskyi", "--yes", "--rule", "quarter:25", .. answers]).Status);

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

    static string Executors(JsonElement reading, string pointer)
    {
        var index = int.Parse(pointer.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        return string.Join('\n', reading.GetProperty("measures")[index].GetProperty("executors").EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString() : e.GetProperty("name").GetString()));
    }
}
