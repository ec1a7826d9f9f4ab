using System.Text.Json;

namespace Zakhid.App.Tests.Commands;

/// A real plan and a made-up act that changes it, from the shell.
public sealed class AmendTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-amend-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static readonly string _plan = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans"), "004*.docx").Single();

    string Act(string number, params string[] items)
    {
        var path = Path.Combine(_folder, "зміни.txt");
        File.WriteAllLines(path, ["ЗРАЗКОВА ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ", "РОЗПОРЯДЖЕННЯ ГОЛОВИ", "01.12.2020 № 900", "Про внесення змін до плану заходів",
            $"1. Внести до плану заходів, затвердженого розпорядженням голови обласної державної адміністрації {number}, такі зміни:", .. items, "2. Контроль за виконанням розпорядження залишаю за собою.", "Голова адміністрації\tОлена ЗРАЗОК"]);
        return path;
    }

    [Fact]
    public void An_act_about_a_plan_is_carried_out_on_it()
    {
        var read = JsonDocument.Parse(ZakhidProcess.Run("", "read", _plan, "--json").Said).RootElement;
        var own = read.GetProperty("act");
        var act = Act($"від {DateOnly.Parse(own.GetProperty("date").GetString()!, System.Globalization.CultureInfo.InvariantCulture):dd.MM.yyyy} № {own.GetProperty("number").GetString()}",
            "1) пункт 2 виключити;", "2) строк виконання пункту 3 перенести на 1 березня 2021 року;", "3) у пункті 77 слова «так» замінити словами «ні».");

        var (status, said, failed) = ZakhidProcess.Run("", "amend", _plan, act);
        var amended = JsonDocument.Parse(ZakhidProcess.Run("", "amend", _plan, act, "--json").Said).RootElement;

        Assert.Equal((0, ""), (status, failed));
        Assert.Contains("  1) пункт 2 виключити;\n    − пункт 2, ", said, StringComparison.Ordinal);
        Assert.Contains("    пункт 3, строк: «", said, StringComparison.Ordinal);
        Assert.Contains("» → «до 1 березня 2021 року»", said, StringComparison.Ordinal);
        Assert.Contains("  ? Пункту 77 у плані немає: зміну не внесено. Перевірте номер або додайте пункт.", said, StringComparison.Ordinal);
        var measures = amended.GetProperty("measures").EnumerateArray().ToList();
        Assert.Equal(read.GetProperty("measures").GetArrayLength() - 1, measures.Count);
        Assert.Equal("до 1 березня 2021 року", measures.Single(m => m.GetProperty("no").GetString() == "3").GetProperty("term_text").GetString());
    }

    [Fact]
    public void An_act_about_another_plan_changes_nothing_and_says_so()
    {
        var (status, said, _) = ZakhidProcess.Run("", "amend", _plan, Act("від 01.01.2019 № 1", "1) пункт 2 виключити."));

        Assert.Equal(1, status);
        Assert.Contains("? Акт не змінює цього плану: він називає інші документи. Виберіть план, затверджений актом, який названо у змінах.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_act_changes_is_read_as_JSON()
    {
        var reading = JsonDocument.Parse(ZakhidProcess.Run("", "read", Act("від 01.01.2019 № 1", "1) пункти 2–4 виключити;", "2) пункт 7¹ викласти в такій редакції:", "«7¹. Провести нараду.", "Відділ освіти міської ради.", "До 1 липня 2021 року.»."), "--json").Said).RootElement;

        var amendment = Assert.Single(reading.GetProperty("amendments").EnumerateArray());
        Assert.Equal("1 2019-01-01", $"{amendment.GetProperty("act").GetProperty("number")} {amendment.GetProperty("act").GetProperty("date")}");
        var operations = amendment.GetProperty("operations").EnumerateArray().ToList();
        Assert.Equal(["remove", "restate"], operations.Select(o => o.GetProperty("kind").GetString()));
        Assert.Equal(["2", "3", "4"], operations[0].GetProperty("part").GetProperty("points").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal("/measures/0", Assert.Single(operations[1].GetProperty("measures").EnumerateArray()).GetString());
        Assert.Equal("7-1", reading.GetProperty("measures")[0].GetProperty("no").GetString());
        Assert.True(operations[1].GetProperty("sure").GetBoolean());
    }
}
