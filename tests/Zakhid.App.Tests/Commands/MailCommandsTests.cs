using System.Text.Json;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Mail;

namespace Zakhid.App.Tests.Commands;

/// `mail settings | test | queue | send | days`, `letter`, as processes beside a mail server of the tests' own.
public sealed class MailCommandsTests : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-").FullName;
    readonly OwnCertificates _certificates = new();
    LyingServer _server = null!;

    string Data => Path.Combine(_folder, "data");
    (int Status, string Said, string Failed) Run(params string[] arguments) => RunWith("", arguments);
    (int Status, string Said, string Failed) RunWith(string input, params string[] arguments) => ZakhidProcess.Run(input, [.. arguments, "--data", Data]);

    public ValueTask InitializeAsync()
    {
        _server = new(_certificates.Server(), MailSafety.Tls, Lie.None);
        Assert.Equal(0, Run("generate", "--obligations", "60", "--bodies", "4", "--plans", "1", "--seed", "7").Status);
        File.WriteAllText(Path.Combine(_folder, "ca.pem"), _certificates.Pem);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    (int Status, string Said, string Failed) Set() => RunWith("таємне слово\n", "mail", "settings", "--host", "127.0.0.1", "--port", $"{_server.Port}", "--safety", "tls", "--login", "zakhid", "--password-file", "-", "--from", "zakhid@zakhid.test", "--ca", Path.Combine(_folder, "ca.pem"));

    Task InDatabase(string sql) => InDatabase(sql, new { now = DateTimeOffset.UtcNow, day = new DateOnly(2025, 9, 10) });

    async Task InDatabase(string sql, object with)
    {
        await using var store = await Store.Open(Data);
        await store.Write(Actor.Program(1), Moment.Of(new(2025, 9, 10)), w => w.Do(sql, with));
    }

    [Fact]
    public void The_server_is_set_shown_and_tried_and_its_password_is_never_said()
    {
        Assert.Equal("Поштового сервера не задано: листи не надсилаються.", Run("mail", "settings").Said.Trim());
        Assert.Equal("Поштового сервера не задано. Задайте його: zakhid mail settings", Run("mail", "send").Failed.Trim());

        var (status, said, failed) = Set();
        Assert.Equal((0, ""), (status, failed));
        Assert.Equal(["127.0.0.1:" + _server.Port + ", TLS", "Логін zakhid, пароль є", "Від: Захід <zakhid@zakhid.test>", "Сертифікат сервера перевіряється за доданим центром"], said.Trim().Split('\n'));
        Assert.DoesNotContain("таємне", said + Run("mail", "settings").Said + Run("doctor").Said, StringComparison.Ordinal);

        Assert.Equal("Сервер прийняв лист для osoba@zakhid.test.", Run("mail", "test", "osoba@zakhid.test").Said.Trim());
        Assert.Single(_server.Taken);
        Assert.Equal((1, "Напишіть одну адресу як kultura@rada.gov.ua: «osoba» нею не є"), (Run("mail", "test", "osoba") is var wrong ? wrong.Status : 0, Run("mail", "test", "osoba").Failed.Trim()));

        Run("mail", "settings", "--port", "1");
        Assert.Equal("Поштовий сервер не відповідає. Перевірте його назву, порт і мережу.", Run("mail", "test", "osoba@zakhid.test").Failed.Trim());
        Assert.Equal("Сервер прибрано: листи не надсилаються.", Run("mail", "settings", "--forget").Said.Trim());
        Assert.False(File.Exists(Path.Combine(Data, "mail-password")));
    }

    [Fact]
    public async Task A_process_that_is_killed_between_sending_and_marking_sends_the_same_letter_once_more()
    {
        Set();
        await InDatabase("""
            INSERT INTO letter (authority_id, id, kind, key, to_address, to_name, subject, text, message_id, day, queued_at, run_at)
            VALUES (@authority, 1, 'Reminder', 'один', 'osoba@zakhid.test', 'Особа', 'Звіт', 'Текст', '1.1.ab@zakhid.test', @day, @now, @now)
            """);
        using var process = ZakhidProcess.Start("mail", "send", "--data", Data);
        _server.OnLetter = () =>
        {
            process.Kill();
            return Task.CompletedTask;
        };
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _server.OnLetter = () => Task.CompletedTask;
        Assert.NotEqual(0, process.ExitCode);

        Assert.Contains("Надіслано 0 листів", Run("mail", "send").Said, StringComparison.Ordinal);
        // Ten minutes later the claim has ended.
        await InDatabase("UPDATE letter SET claimed_until = @now WHERE authority_id = @authority", new { now = DateTimeOffset.UtcNow.AddMinutes(-1) });
        Assert.Contains("Надіслано 1 лист,", Run("mail", "send").Said, StringComparison.Ordinal);
        Assert.Equal(["<1.1.ab@zakhid.test>", "<1.1.ab@zakhid.test>"], _server.Came);
        Assert.StartsWith("✓ надіслано zrazok-7 2025-09-10 osoba@zakhid.test: Звіт", Run("mail", "queue").Said, StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(Run("mail", "queue", "--json").Said).RootElement.GetArrayLength());
    }

    [Fact]
    public void The_days_of_reminders_are_shown_and_set()
    {
        Assert.Equal("Робочі дні до строку: 5, 1; у день строку; після строку: 1, 3, 5; після 8:00", Run("mail", "days", "--authority", "zrazok-7").Said.Trim());
        Assert.Equal("Робочі дні до строку: 7, 2; після 9:00", Run("mail", "days", "--authority", "zrazok-7", "--before", "2,7", "--after", "-", "--on-the-day", "false", "--hour", "9").Said.Trim());
        Assert.Equal("Нагадування листами вимкнено.", Run("mail", "days", "--authority", "zrazok-7", "--on", "false").Said.Trim());
        Assert.Equal("Напишіть до десяти чисел від 1 до 60, через кому: 5, 1", Run("mail", "days", "--authority", "zrazok-7", "--before", "завтра").Failed.Trim());
    }

    [Fact]
    public void Official_letters_are_written_one_for_each_body()
    {
        var into = Path.Combine(_folder, "листи");
        var (status, said, failed) = Run("letter", "reminder", "zrazok-7-1", "--period", "2025-Q3", "--number", "01-12/7", "--day", "2025-09-10", "--out", into);
        Assert.Equal((0, ""), (status, failed));
        var files = Directory.GetFiles(into);
        Assert.Equal(files.Length, said.Trim().Split('\n').Length);
        Assert.NotEmpty(files);
        var lines = Zakhid.Documents.DocumentFile.Open(File.ReadAllBytes(files[0]), "лист.docx").Paragraphs.Select(p => p.Text.Replace('\u00A0', ' ')).ToList();
        Assert.Contains(lines, l => l.StartsWith("10.09.2025 № 01-12/7", StringComparison.Ordinal));
        Assert.Contains("Про подання інформації за III квартал 2025 року", lines);
        Assert.Equal("Писати нема кому.", Run("letter", "reminder", "zrazok-7-1", "--period", "2025-Q3", "--body", "немає такого", "--out", into).Said.Trim());
    }
}
