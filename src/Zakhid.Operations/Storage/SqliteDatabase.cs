using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Zakhid.Operations.Storage;

/// <summary>
/// SQLite in a folder: WAL, every commit synced to disk, one writer in the process with the others waiting in line,
/// readers from a pool. Each connection keeps its statements prepared.
/// </summary>
sealed class SqliteDatabase(string file, bool readOnly) : Database(Dialect.Sqlite)
{
    /// <summary>A writer that waited this long gives up with a sentence rather than keep the person waiting.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    const int Readers = 16;

    readonly SemaphoreSlim _writing = new(1, 1);
    readonly SemaphoreSlim _reading = new(Readers, Readers);
    readonly ConcurrentStack<SqliteSession> _idle = new();
    SqliteSession? _writer;

    public override async Task<Lease> OpenRead(long authority, CancellationToken stop)
    {
        if (!await _reading.WaitAsync(Patience, stop)) throw new StorageFailed(StorageTrouble.Busy);
        try
        {
            if (!_idle.TryPop(out var session)) session = Open(forReading: true);
            return new SqliteLease(session, "BEGIN", sound =>
            {
                if (sound) _idle.Push(session);
                else session.Dispose();
                _reading.Release();
            });
        }
        catch
        {
            _reading.Release();
            throw;
        }
    }

    public override async Task<Lease> OpenWrite(long authority, CancellationToken stop)
    {
        if (!await _writing.WaitAsync(Patience, stop)) throw new StorageFailed(StorageTrouble.Busy);
        try
        {
            var session = _writer ??= Open(forReading: false);
            return new SqliteLease(session, "BEGIN IMMEDIATE", sound =>
            {
                if (!sound)
                {
                    session.Dispose();
                    _writer = null;
                }
                _writing.Release();
            });
        }
        catch
        {
            _writer?.Dispose();
            _writer = null;
            _writing.Release();
            throw;
        }
    }

    SqliteSession Open(bool forReading)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = readOnly ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = (int)Patience.TotalSeconds,
            // Sessions are kept here; what the driver kept besides would hold the file open after this object.
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            using var setUp = connection.CreateCommand();
            setUp.CommandText = $"""
                PRAGMA busy_timeout = {(int)Patience.TotalMilliseconds};
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA foreign_keys = ON;
                PRAGMA cache_size = {(forReading ? -4000 : -32000)};
                PRAGMA temp_store = MEMORY;
                PRAGMA query_only = {(forReading || readOnly ? 1 : 0)};
                """;
            setUp.ExecuteNonQuery();
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override async Task Migrate(IReadOnlyList<Migration> migrations, DateTimeOffset now, CancellationToken stop)
    {
        await using var lease = await OpenWrite(0, stop);
        await Migration.Apply(lease, migrations, Dialect, now, stop);
        await lease.Commit(stop);
    }

    public override async Task<IReadOnlyList<AppliedMigration>> Applied(CancellationToken stop)
    {
        if (!File.Exists(file)) return [];
        await using var lease = await OpenRead(0, stop);
        return await Migration.Applied(lease, stop);
    }

    public override async Task<IReadOnlyList<string>> Faults(CancellationToken stop)
    {
        await using var lease = await OpenRead(0, stop);
        var scope = new Scope(lease, 0, Dialect, stop);
        var pages = await scope.All<string>("SELECT integrity_check FROM pragma_integrity_check(20)");
        var references = await scope.All<(string Table, string Parent)>("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 20");
        return [.. pages.Where(found => found != "ok"), .. references.Select(r => $"{r.Table} → {r.Parent}")];
    }

    /// <summary>The pages of one snapshot, by SQLite's own means; a writer in any process goes on meanwhile.</summary>
    public override Task Copy(string path, CancellationToken stop) => Task.Run(() =>
    {
        using var from = Open(forReading: true);
        using var into = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        into.Open();
        from.CopyTo(into);
    }, stop);

    /// <summary>Of the system's library.</summary>
    public static string Version => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    public override StorageTrouble? Explain(Exception cause) => cause switch
    {
        SqliteException { SqliteErrorCode: 13 } => StorageTrouble.DiskFull,
        SqliteException { SqliteErrorCode: 5 or 6 } => StorageTrouble.Busy,
        SqliteException { SqliteErrorCode: 11 or 26 } => StorageTrouble.Damaged,
        // Every kind of failed input or output. When the disk is full the WAL's shared-memory file fails this way too.
        SqliteException { SqliteErrorCode: 10 } => Disk.IsFull(file) ? StorageTrouble.DiskFull : StorageTrouble.Away,
        SqliteException { SqliteErrorCode: 8 or 14 } => StorageTrouble.Away,
        _ => null,
    };

    public override ValueTask DisposeAsync()
    {
        while (_idle.TryPop(out var session)) session.Dispose();
        _writer?.Dispose();
        _writer = null;
        return ValueTask.CompletedTask;
    }

    // The package that would bundle SQLite is years old; the system's own library is used, and on Windows the system's too.
    static SqliteDatabase()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, static (name, _, _) =>
            name == "e_sqlite3" ? NativeLibrary.Load(OperatingSystem.IsWindows() ? "winsqlite3.dll" : "libsqlite3.so.0") : IntPtr.Zero);
        SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
        SQLitePCL.raw.FreezeProvider();
    }
}
