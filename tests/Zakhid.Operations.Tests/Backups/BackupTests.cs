using System.IO.Compression;
using Zakhid.Operations.Audit;
using Zakhid.Operations.Backups;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.Backups;

public sealed class BackupTests(PostgresCluster cluster) : StoreTest(cluster)
{
    string Archive => Path.Combine(Folder, "backups", "копія.zip");
    string Restored => Path.Combine(Folder, "restored");

    /// <summary>An authority with two files and some entries in its log.</summary>
    async Task<(Store Store, Actor By)> WithFiles()
    {
        var store = await Open(Kind.Sqlite);
        var by = await NewAuthority(store, "hlukhiv");
        foreach (var text in new[] { "афіша", "протокол зустрічі" }) await Keep(store, by, text);
        return (store, by);
    }

    static async Task<string> Keep(Store store, Actor by, string text)
    {
        var kept = await store.Files.Keep(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), $"{text}.txt", "text/plain");
        await store.Write(by, At, async w =>
        {
            await kept.Record(w);
            await w.Log("evidence.added", $"file/{kept.Sha256}");
        });
        return kept.Sha256;
    }

    static Task<List<string>> Rows(Store store, Actor by) => store.Read(by.Authority, r => r.All<string>("""
        SELECT 'entry ' || seq || ' ' || hash FROM audit_entry WHERE authority_id = @authority UNION ALL SELECT 'file ' || sha256 || ' ' || name FROM file WHERE authority_id = @authority ORDER BY 1
        """));

    [Fact]
    public async Task A_backup_gives_back_every_row_every_file_and_the_mark_of_the_log()
    {
        var (store, by) = await WithFiles();
        var made = await new MakeBackup(store).Run(Archive, At.Machine);
        var before = await Rows(store, by);
        await Keep(store, by, "додано після копії");

        var manifest = await RestoreBackup.Run(Archive, Restored);

        await using var restored = await Store.Open(Restored);
        Assert.Equal(before, await Rows(restored, by));
        Assert.All(await new InspectInstallation(restored).Run(), i => Assert.True(i.IsWhole));
        Assert.Equal((2, "hlukhiv", 2L), (manifest.Files.Count, manifest.Authorities[0].Code, manifest.Authorities[0].Entries));
        Assert.Equal(made.Authorities, manifest.Authorities);
        Assert.Equal((await restored.Read(by.Authority, AuditLog.Head)).Short, manifest.Authorities[0].Mark);
    }

    [Fact]
    public async Task A_backup_taken_while_others_write_holds_one_moment()
    {
        var (store, by) = await WithFiles();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var count = 0;
            while (!enough.IsCancellationRequested) await Keep(store, by, $"файл {count++}");
            return count;
        });

        await using var beside = await Store.OpenToRead(Folder);
        for (var i = 0; i < 5; i++) await new MakeBackup(beside).Run(Path.Combine(Folder, $"{i}.zip"), At.Machine);
        await enough.CancelAsync();
        Assert.True(await writing > 5);

        await RestoreBackup.Run(Path.Combine(Folder, "4.zip"), Restored);
        await using var restored = await Store.Open(Restored);
        var inspection = Assert.Single(await new InspectInstallation(restored).Run());
        Assert.True(inspection.IsWhole);
        Assert.Equal(inspection.Files, inspection.Log.Entries);
    }

    [Fact]
    public async Task One_changed_byte_and_every_cut_is_found_and_leaves_nothing()
    {
        var (store, _) = await WithFiles();
        await new MakeBackup(store).Run(Archive, At.Machine);
        var whole = await File.ReadAllBytesAsync(Archive);
        var damaged = Path.Combine(Folder, "damaged.zip");
        var random = new Random(7);

        for (var i = 0; i < 200; i++)
        {
            var bytes = whole.ToArray();
            if (i % 2 == 0) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            else bytes = bytes[..random.Next(bytes.Length)];
            await File.WriteAllBytesAsync(damaged, bytes);

            Assert.Equal("backup.damaged", (await Assert.ThrowsAsync<RuleBroken>(() => RestoreBackup.Run(damaged, Restored))).Rule);
        }
        Assert.False(Directory.Exists(Restored));
        Assert.Empty(Directory.GetDirectories(Folder, "*.restoring"));
        await RestoreBackup.Check(Archive);
    }

    [Fact]
    public async Task What_lies_there_is_never_written_over()
    {
        var (store, _) = await WithFiles();
        await new MakeBackup(store).Run(Archive, At.Machine);

        Assert.Equal("backup.exists", (await Assert.ThrowsAsync<RuleBroken>(() => new MakeBackup(store).Run(Archive, At.Machine))).Rule);
        Assert.Equal("backup.folder-not-empty", (await Assert.ThrowsAsync<RuleBroken>(() => RestoreBackup.Run(Archive, Folder))).Rule);
        Assert.Equal("backup.missing", (await Assert.ThrowsAsync<RuleBroken>(() => RestoreBackup.Check("немає.zip"))).Rule);
    }

    [Fact]
    public async Task A_file_that_was_lost_before_is_named_and_does_not_stop_the_backup()
    {
        var (store, by) = await WithFiles();
        var (gone, changed) = (await Keep(store, by, "зникне"), await Keep(store, by, "зміниться"));
        File.Delete(store.Files.PathOf(gone));
        await File.WriteAllTextAsync(store.Files.PathOf(changed), "інше");

        var made = await new MakeBackup(store).Run(Archive, At.Machine);

        Assert.Equal(new[] { gone, changed }.Order(StringComparer.Ordinal), made.Lost);
        Assert.Equal(2, (await RestoreBackup.Check(Archive)).Files.Count);
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_no_half_of_an_archive()
    {
        var (store, _) = await WithFiles();

        var failed = await Assert.ThrowsAsync<StorageFailed>(() => new MakeBackup(store, new FullDisk()).Run(Archive, At.Machine));

        Assert.Equal(StorageTrouble.DiskFull, failed.Trouble);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Archive)!));
    }

    [Fact]
    public async Task The_archive_is_an_ordinary_zip()
    {
        var (store, _) = await WithFiles();
        var made = await new MakeBackup(store).Run(Archive, At.Machine);

        using var zip = ZipFile.OpenRead(Archive);

        Assert.Equal([.. made.Files.Select(f => $"files/{f[..2]}/{f}"), "manifest.json", "zakhid.db"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_database_of_PostgreSQL_is_copied_by_its_own_means()
    {
        var store = await Open(Kind.Postgres);

        var failed = await Assert.ThrowsAsync<StorageFailed>(() => new MakeBackup(store).Run(Archive, At.Machine));

        Assert.Equal("База даних — у PostgreSQL. Зробіть її копію програмою pg_dump і збережіть поруч теку files.", failed.Message);
    }

    sealed class FullDisk : Disk
    {
        public override void Rename(string from, string to) => throw new IOException("No space left on device", 28);
    }
}
