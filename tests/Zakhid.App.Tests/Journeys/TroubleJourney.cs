using System.Net;
using Zakhid.App.Tests.Web;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Tests.Journeys;

/// What a person sees when the server's disk is full: a sentence, and what was typed.
public sealed class TroubleJourney : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-trouble-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    sealed class FullDisk : Disk
    {
        public bool IsNowFull { get; set; }

        public override void SyncFile(FileStream file)
        {
            if (IsNowFull) throw new IOException("No space left on device", 28);
            base.SyncFile(file);
        }
    }

    [Fact]
    public async Task A_file_that_finds_no_place_is_told_and_the_text_of_the_report_stays()
    {
        var disk = new FullDisk();
        await using var store = await Store.Open(_folder, disk: disk);
        await using var demo = await OwnDemo.On(store);
        var executor = demo.Executor;
        var report = await demo.BeginReport();

        disk.IsNowFull = true;
        var page = await executor.Upload(report, "афіша.pdf", "%PDF-1.4\n%%EOF\n"u8.ToArray(), new() { ["narrative"] = "Проведено змагання.", ["version"] = "0", ["deed"] = "save" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, executor.Status);
        Assert.Contains("Не збережено: на сервері немає місця. Введене лишилося на сторінці. Звільніть місце на диску й збережіть ще раз.", page, StringComparison.Ordinal);
        Assert.Contains("Проведено змагання.", page, StringComparison.Ordinal);

        disk.IsNowFull = false;
        Assert.Contains("афіша.pdf", await executor.Upload(report, "афіша.pdf", "%PDF-1.4\n%%EOF\n"u8.ToArray(), new() { ["narrative"] = "Проведено змагання.", ["version"] = "1", ["deed"] = "save" }), StringComparison.Ordinal);
    }
}
