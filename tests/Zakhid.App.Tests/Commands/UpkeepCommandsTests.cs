using System.Text.Json;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Tests.Commands;

/// `remind`, `verify`, `backup`, `restore`, `doctor`, as processes on one small installation; and how a wrong command line is answered.
public sealed class UpkeepCommandsTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string Data => Path.Combine(_folder, "data");
    (int Status, string Said, string Failed) Run(params string[] arguments) => ZakhidProcess.Run("", [.. arguments, "--data", Data]);

    void Fill() => Assert.Equal(0, Run("generate", "--obligations", "60", "--bodies", "4", "--plans", "1", "--seed", "7").Status);

    [Fact]
    public void A_backup_is_made_checked_and_restored_and_a_changed_file_is_found()
    {
        Fill();
        var archive = Path.Combine(_folder, "копія.zip");
        var made = Run("backup", "--out", archive);
        Assert.StartsWith($"Копію зроблено й перевірено: {archive}", made.Said, StringComparison.Ordinal);
        Assert.StartsWith("Копія ціла: ", Run("restore", archive, "--check").Said, StringComparison.Ordinal);
        Assert.Equal((1, "", $"Тека {Data} не порожня: відновлюйте в порожню"), Trimmed(Run("restore", archive)));

        var other = Path.Combine(_folder, "інша");
        Assert.Equal(0, ZakhidProcess.Run("", "restore", archive, "--data", other).Status);
        Assert.Equal(Run("verify").Said, ZakhidProcess.Run("", "verify", "--data", other).Said);
        Assert.Equal(Run("obligations", "zrazok-7-1", "--json").Said, ZakhidProcess.Run("", "obligations", "zrazok-7-1", "--json", "--data", other).Said);

        File.WriteAllBytes(archive, [.. File.ReadAllBytes(archive)[..^200], .. new byte[200]]);
        Assert.Equal((1, "", $"Копію {archive} пошкоджено: візьміть іншу"), Trimmed(Run("restore", archive, "--check")));
    }

    [Fact]
    public async Task Verifying_says_whole_or_what_is_not()
    {
        Fill();
        var (status, said, _) = Run("verify");
        Assert.Equal(0, status);
        Assert.Matches("^✓ zrazok-7: журнал цілий: \\d+ запис(и|ів)?, мітка «[0-9A-F]{4} [0-9A-F]{4}»; 0 файлів, \\d+ звіт", said);

        await using (var store = await Store.Open(Data, stop: TestContext.Current.CancellationToken))
            await store.Write(Actor.Program(1), Moment.Of(new(2025, 9, 16)), w => w.Do("UPDATE tally SET n = n + 1 WHERE authority_id = @authority AND plan_id = 0 AND body_id = 0"));

        (status, said, var failed) = Run("verify");
        Assert.Equal(1, status);
        Assert.Contains("✗ Лічильники не збігаються із зобов’язаннями", said, StringComparison.Ordinal);
        Assert.StartsWith("Дані змінено поза програмою або пошкоджено", failed, StringComparison.Ordinal);
        Assert.Equal((1, "", "Напишіть мітку як код:запис:мітка, напр. hlukhiv:214:7F3A91C2: «214»"), Trimmed(Run("verify", "--mark", "214")));
    }

    [Fact]
    public void Reminders_are_shown_then_recorded_and_not_twice_a_day()
    {
        Fill();
        var shown = Run("remind", "zrazok-7-1", "--period", "2025-Q3", "--show");
        Assert.EndsWith("нічого не записано.", shown.Said.Trim(), StringComparison.Ordinal);
        Assert.Contains("належить подати інформацію за III квартал 2025 року", shown.Said, StringComparison.Ordinal);

        var recorded = JsonDocument.Parse(Run("remind", "zrazok-7-1", "--period", "2025-Q3", "--json").Said).RootElement.EnumerateArray().ToList();
        Assert.NotEmpty(recorded);
        Assert.All(recorded, r => Assert.Contains("Підстава: пункт 2 розпорядження", r.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.Equal("Нагадувати нема про що.", Run("remind", "zrazok-7-1", "--period", "2025-Q3").Said.Trim());
    }

    [Fact]
    public void The_doctor_names_what_is_wrong_and_what_to_do()
    {
        var none = Run("doctor");
        Assert.Equal(0, none.Status);
        Assert.Contains("! Даних ще немає: їх створить zakhid serve або zakhid demo", none.Said, StringComparison.Ordinal);

        Fill();
        var checks = JsonDocument.Parse(Run("doctor", "--json").Said).RootElement.EnumerateArray().ToDictionary(c => c.GetProperty("check").GetString()!, c => c.GetProperty("health").GetString());
        Assert.Equal(("good", "good", "good", "worth"), (checks["folder"], checks["sqlite"], checks["database"], checks["backup"]));

        File.WriteAllText(Path.Combine(Data, "zakhid.db"), new string('x', 5000));
        var (status, said, failed) = Run("doctor");
        Assert.Equal((1, "Файл бази даних пошкоджено. Зупиніть програму й відновіть дані з останньої копії."), (status, failed.Trim()));
        Assert.Contains("✗ Файл бази даних пошкоджено", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_running_server_reading_goes_on_and_writing_says_what_to_do()
    {
        Fill();
        using var server = ZakhidProcess.Start("serve", "--data", Data, "--urls", "http://127.0.0.1:0");
        try
        {
            Assert.StartsWith("Захід працює: http://127.0.0.1:", await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

            Assert.Equal(0, Run("plans").Status);
            Assert.Equal(0, Run("verify").Status);
            Assert.Equal(0, Run("backup").Status);
            Assert.Contains($"✓ Сервер працює (процес {server.Id})", Run("doctor").Said, StringComparison.Ordinal);
            foreach (var writing in new[] { "remind", "authority add hlukhiv Глухів", "generate --seed 8" })
                Assert.Equal((1, "", $"Теку даних уже відкрила інша програма Zakhid (процес {server.Id}). Зупиніть її або виконайте цю дію на сторінці."), Trimmed(Run(writing.Split(' '))));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("", "Назвіть команду. Перегляньте список: zakhid --help")]
    [InlineData("plan", "Команди «plan» немає. Перегляньте список: zakhid --help")]
    [InlineData("plans --усе", "Приберіть або виправте «--усе»: такого в команді немає. Перегляньте zakhid plans --help")]
    [InlineData("obligations", "Вкажіть <plan>: план, як його називає zakhid plans")]
    [InlineData("import план.docx", "Додайте --authority CODE: код органу")]
    [InlineData("generate --years багато", "Виправте значення --years: «багато» не підходить. Перегляньте zakhid generate --help")]
    [InlineData("plans --as-of завтра", "Напишіть --as-of як 2020-12-31: «завтра» не є датою.")]
    [InlineData("authority додати", "Команди «додати» немає. Перегляньте список: zakhid authority --help")]
    public void A_wrong_command_line_is_answered_in_one_sentence_with_status_2(string line, string sentence) =>
        Assert.Equal((2, "", sentence), Trimmed(ZakhidProcess.Run("", line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Theory]
    [InlineData("uk_UA.UTF-8", "Як писати: zakhid obligations <plan> [параметри]", "ця довідка")]
    [InlineData("en_US.UTF-8", "Usage: zakhid obligations <plan> [options]", "this page")]
    public void Help_speaks_the_language_of_the_shell(string locale, string usage, string help)
    {
        var (status, said, failed) = ZakhidProcess.RunIn(locale, "", "obligations", "--help");

        Assert.Equal((0, ""), (status, failed));
        Assert.Contains(usage, said, StringComparison.Ordinal);
        Assert.Contains(help, said, StringComparison.Ordinal);
    }

    static (int, string, string) Trimmed((int Status, string Said, string Failed) run) => (run.Status, run.Said.Trim(), run.Failed.Trim());
}
