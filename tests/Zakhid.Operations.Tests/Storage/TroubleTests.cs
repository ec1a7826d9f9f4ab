using System.Diagnostics;
using Zakhid.Documents;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Tests.Storage;

/// <summary>What happens to a person's work when the disk or the database does not do its part.</summary>
public sealed class TroubleTests(PostgresCluster cluster) : StoreTest(cluster)
{
    const string DiskFull = "Не збережено: на сервері немає місця. Введене лишилося на сторінці. Звільніть місце на диску й збережіть ще раз.";

    sealed class WatchedDisk : Disk
    {
        public List<string> Steps { get; } = [];
        public string? FailsAt { get; set; }

        void Step(string step)
        {
            Steps.Add(step);
            if (step == FailsAt) throw new IOException("No space left on device", 28);
        }

        public override void SyncFile(FileStream file)
        {
            Step("sync file");
            base.SyncFile(file);
        }

        public override void Rename(string from, string to)
        {
            Step("rename");
            base.Rename(from, to);
        }

        public override void SyncFolder(string folder)
        {
            Step(Path.GetFileName(folder).Length == 2 ? "sync shelf" : "sync folder");
            base.SyncFolder(folder);
        }
    }

    static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    [Fact]
    public async Task A_file_is_synced_renamed_and_its_folder_synced_before_it_is_acknowledged()
    {
        var disk = new WatchedDisk();
        var store = await Open(Kind.Sqlite, disk);
        disk.Steps.Clear();

        var kept = await store.Files.Keep(Bytes("афіша"), "афіша.txt", "text/plain");

        Assert.Equal(["sync file", "rename", "sync shelf"], disk.Steps.Where(s => s != "sync folder"));
        // Each new folder is a new name in its parent: files, incoming, the shelf.
        Assert.Equal(3, disk.Steps.Count(s => s == "sync folder"));
        using var reader = new StreamReader(store.Files.Open(kept.Sha256));
        Assert.Equal("афіша", await reader.ReadToEndAsync());
        Assert.Equal((Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("афіша"u8)), 10L), (kept.Sha256, kept.Size));
    }

    [Theory]
    [InlineData("sync file")]
    [InlineData("rename")]
    [InlineData("sync shelf")]
    public async Task A_disk_that_fills_up_on_the_way_says_so_and_leaves_nothing_half_written(string step)
    {
        var disk = new WatchedDisk { FailsAt = step };
        var store = await Open(Kind.Sqlite, disk);
        var by = await NewAuthority(store, "hlukhiv");

        var failed = await Assert.ThrowsAsync<StorageFailed>(async () =>
        {
            var kept = await store.Files.Keep(Bytes("афіша"), "афіша.txt", "text/plain");
            await store.Write(by, At, kept.Record);
        });

        Assert.Equal(DiskFull, failed.Message);
        Assert.Empty(Directory.GetFiles(Path.Combine(Folder, "files", "incoming")));
        Assert.Equal(0, await store.Read(by.Authority, r => r.One<long>("SELECT count(*) FROM file WHERE authority_id = @authority")));

        disk.FailsAt = null;
        Assert.Equal(10, (await store.Files.Keep(Bytes("афіша"), "афіша.txt", "text/plain")).Size);
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_reads_a_new_folder_of_data()
    {
        var folder = Path.Combine(Folder, "data");

        await using var store = await Store.Open(folder);

        if (OperatingSystem.IsWindows()) Assert.Skip("Windows keeps rights in another way");
        else Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Theory, OnBoth]
    public async Task The_same_bytes_twice_are_one_file(Kind kind)
    {
        var store = await Open(kind);
        var by = await NewAuthority(store, "hlukhiv");

        foreach (var name in (string[])["афіша.txt", "копія.txt"])
        {
            var kept = await store.Files.Keep(Bytes("афіша"), name, "text/plain");
            await store.Write(by, At, kept.Record);
        }

        Assert.Equal(["афіша.txt"], await store.Read(by.Authority, r => r.All<string>("SELECT name FROM file WHERE authority_id = @authority")));
    }

    [Fact]
    public async Task A_file_too_large_or_empty_is_refused_with_its_name()
    {
        var store = await Open(Kind.Sqlite);

        var large = await Assert.ThrowsAsync<FileRefused>(() => store.Files.Keep(new MemoryStream(new byte[2_000_001]), "Фото 1.jpg", "image/jpeg", limit: 2_000_000));
        var empty = await Assert.ThrowsAsync<FileRefused>(() => store.Files.Keep(new MemoryStream(), "акт.pdf", "application/pdf"));

        Assert.Equal("Файл «Фото 1.jpg» завеликий. Можна до 2 МБ: зменште його або надішліть частинами.", large.Message);
        Assert.Equal("Файл «акт.pdf» порожній. Перевірте його й додайте ще раз.", empty.Message);
        Assert.Empty(Directory.GetFiles(Path.Combine(Folder, "files", "incoming")));
    }

    [Fact]
    public async Task A_full_disk_under_the_database_says_so_keeps_what_was_acknowledged_and_recovers_by_itself()
    {
        var small = Path.Combine(Folder, "small");
        Directory.CreateDirectory(small);
        Assert.SkipUnless(OperatingSystem.IsLinux() && await Shell($"mount -t tmpfs -o size=8m zakhid-test {small}"), "A small file system may not be mounted here");
        try
        {
            await using var store = await Store.Open(small);
            var by = await NewAuthority(store, "hlukhiv");
            var acknowledged = 0;

            var failed = await Assert.ThrowsAsync<StorageFailed>(async () =>
            {
                while (true)
                {
                    await store.Write(by, At, w => w.Log("test.filled", $"row/{acknowledged}", new { text = new string('щ', 50_000) }));
                    acknowledged++;
                }
            });

            Assert.Equal(DiskFull, failed.Message);
            Assert.True(acknowledged > 10, $"{acknowledged} acknowledged");
            // The reader may need the disk too; space returns, and nothing has to be restarted.
            Assert.True(await Shell($"mount -o remount,size=64m {small}"));
            var verdict = await store.Read(by.Authority, r => Zakhid.Operations.Audit.AuditLog.Verify(r));
            Assert.True(verdict.IsWhole, verdict.Sentence);
            Assert.Equal(acknowledged, verdict.Entries);
            await store.Write(by, At, w => w.Log("test.filled", "row/again"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await Shell($"umount {small}");
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "zakhid.db"), new string('x', 5000));

        var failed = await Assert.ThrowsAsync<StorageFailed>(() => Store.Open(Folder));

        Assert.Equal("Файл бази даних пошкоджено. Зупиніть програму й відновіть дані з останньої копії.", failed.Message);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(Path.Combine(Folder, "zakhid.db")));
    }

    [Fact]
    public async Task Another_program_that_holds_the_database_too_long_gives_a_sentence()
    {
        var store = await Open(Kind.Sqlite);
        var by = await NewAuthority(store, "hlukhiv");
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Folder, "zakhid.db")}");
        await other.OpenAsync();
        await using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        await hold.ExecuteNonQueryAsync();

        var failed = await Assert.ThrowsAsync<StorageFailed>(() => store.Write(by, At, w => w.Next("plan")));
        Assert.Equal("Не збережено: сервер зайнятий іншим записом. Введене лишилося на сторінці. Спробуйте ще раз за хвилину.", failed.Message);

        hold.CommandText = "ROLLBACK";
        await hold.ExecuteNonQueryAsync();
        Assert.Equal(1, await store.Write(by, At, w => w.Next("plan")));
    }

    static async Task<bool> Shell(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command + " 2>/dev/null"]) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}

/// <summary>Stops and starts its own PostgreSQL, so it stands outside the collection that shares one.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    readonly PostgresCluster _cluster = new();
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-away-").FullName;

    [Fact]
    public async Task A_database_that_goes_away_gives_a_sentence_loses_nothing_and_is_used_again_when_it_returns()
    {
        Assert.SkipWhen(_cluster.Missing is not null, _cluster.Missing ?? "");
        await using var store = await Store.Open(_folder, await _cluster.NewDatabase());
        var at = Moment.Of(new DateOnly(2020, 9, 16));
        var installation = Actor.Program(Store.Installation);
        Assert.Equal(1, await store.Write(installation, at, w => w.Next("authority")));

        await _cluster.Stop();
        var write = await Assert.ThrowsAsync<StorageFailed>(() => store.Write(installation, at, w => w.Next("authority")));
        var read = await Assert.ThrowsAsync<StorageFailed>(() => store.Read(Store.Installation, r => r.One<long>("SELECT count(*) FROM authority")));
        await _cluster.Start();

        Assert.Equal("База даних не відповідає. Введене лишилося на сторінці. Спробуйте ще раз за хвилину.", write.Message);
        Assert.Equal(StorageTrouble.Away, read.Trouble);
        Assert.Equal(2, await store.Write(installation, at, w => w.Next("authority")));
    }

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
