namespace Zakhid.Operations.Storage;

/// <summary>
/// All that an installation keeps: a folder with files and, unless PostgreSQL is named, the SQLite database. What
/// <see cref="Write{T}"/> has returned is on disk.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    /// <summary>The scope of what belongs to no authority: sign-in names, sessions, the list of authorities.</summary>
    public const long Installation = 0;

    readonly Database _database;
    readonly FolderLock? _lock;
    readonly AsyncLocal<bool> _writing = new();

    Store(string folder, Database database, FolderLock? folderLock, Disk disk)
    {
        (Folder, _database, _lock) = (folder, database, folderLock);
        Files = new Files.FileShelf(folder, disk);
    }

    public string Folder { get; }
    public Dialect Dialect => _database.Dialect;
    public Files.FileShelf Files { get; }

    /// <summary>Opens a folder for serving and writing, and brings its schema up to date.</summary>
    /// <param name="folder">Made where it is missing.</param>
    /// <param name="connection">A PostgreSQL connection string; null: SQLite in the folder.</param>
    /// <param name="clock">Stamps applied migrations; the system's where null.</param>
    /// <param name="disk">How files are written; tests give one that fails.</param>
    /// <exception cref="StorageFailed">In use, newer, away, damaged, not writable.</exception>
    public static async Task<Store> Open(string folder, string? connection = null, TimeProvider? clock = null, Disk? disk = null, CancellationToken stop = default)
    {
        disk ??= new Disk();
        folder = Path.GetFullPath(folder);
        disk.MakeFolder(folder);
        // On PostgreSQL several servers may share one database; the folder lock guards the SQLite file.
        var folderLock = connection is null ? FolderLock.Take(folder) : null;
        Database database = connection is null ? new SqliteDatabase(Path.Combine(folder, "zakhid.db"), readOnly: false) : new PostgresDatabase(connection);
        return await Opened(new Store(folder, database, folderLock, disk), s => s._database.Migrate(Migration.For(s.Dialect), (clock ?? TimeProvider.System).GetUtcNow(), stop));
    }

    /// <summary>Opens for reading beside a running server; changes nothing, the schema neither.</summary>
    /// <exception cref="StorageFailed">Nothing there, older or newer than this program.</exception>
    public static async Task<Store> OpenToRead(string folder, string? connection = null, CancellationToken stop = default)
    {
        folder = Path.GetFullPath(folder);
        var file = Path.Combine(folder, "zakhid.db");
        if (connection is null && !File.Exists(file)) throw new StorageFailed(StorageTrouble.Nothing, folder);
        return await OpenedToRead(folder, connection is null ? new SqliteDatabase(file, readOnly: true) : new PostgresDatabase(connection), stop);
    }

    /// <summary>
    /// The same data for one bulk job on PostgreSQL, under a role that bypasses the policies between authorities: rows go by COPY,
    /// several authorities at a time. The role has its rights only until this is disposed of.
    /// </summary>
    /// <param name="connection">Of the role of bulk jobs, to the same database.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="StorageFailed">NotForBulk, BulkElsewhere; Busy: there is a job already.</exception>
    public Task<Store> OpenBulk(string connection, CancellationToken stop = default) => Explained(async () => new Store(Folder, await _database.OpenBulk(connection, stop), null, new Disk()));

    /// <summary>A copy of the folder's database (see <see cref="CopyDatabase"/>), for reading.</summary>
    internal static Task<Store> OpenCopy(string folder, string database, CancellationToken stop) => OpenedToRead(folder, new SqliteDatabase(database, readOnly: true), stop);

    static Task<Store> OpenedToRead(string folder, Database database, CancellationToken stop) => Opened(new Store(folder, database, null, new Disk()), async s =>
    {
        var known = Migration.For(s.Dialect);
        var applied = await s._database.Applied(stop);
        Migration.Check(applied, known);
        if (applied.Count < known.Count) throw new StorageFailed(StorageTrouble.OlderData, applied.Count == 0 ? "0" : applied[^1].Name);
    });

    static async Task<Store> Opened(Store store, Func<Store, Task> begin)
    {
        try
        {
            await store.Explained(async () =>
            {
                await begin(store);
                return true;
            });
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads one consistent moment of an authority's data.</summary>
    public Task<T> Read<T>(long authority, Func<Scope, Task<T>> read, CancellationToken stop = default) => Explained(async () =>
    {
        await using var lease = await _database.OpenRead(authority, stop);
        return await read(new Scope(lease, authority, Dialect, stop));
    });

    /// <summary>
    /// Writes as one deed of <paramref name="by"/> in his authority: kept whole, or not at all when anything throws. Deeds of
    /// one authority never overlap, so what was checked inside still holds at the end.
    /// </summary>
    /// <exception cref="StorageFailed">Nothing was written.</exception>
    public Task<T> Write<T>(Actor by, Moment at, Func<WriteScope, Task<T>> write, CancellationToken stop = default) => Deed(by, at, write, keep: true, stop);

    /// <summary>Does a deed and takes all of it back: what would come of it, told before anybody decides.</summary>
    public Task<T> Rehearse<T>(Actor by, Moment at, Func<WriteScope, Task<T>> write, CancellationToken stop = default) => Deed(by, at, write, keep: false, stop);

    Task<T> Deed<T>(Actor by, Moment at, Func<WriteScope, Task<T>> write, bool keep, CancellationToken stop) => Explained(async () =>
    {
        if (_writing.Value) throw new InvalidOperationException("A write inside a write would wait for itself: pass the WriteScope on");
        _writing.Value = true;
        try
        {
            await using var lease = await _database.OpenWrite(by.Authority, stop);
            var result = await write(new WriteScope(lease, by.Authority, by, at, Dialect, stop));
            if (keep) await lease.Commit(stop);
            return result;
        }
        finally
        {
            _writing.Value = false;
        }
    });

    public Task Write(Actor by, Moment at, Func<WriteScope, Task> write, CancellationToken stop = default) => Write(by, at, async w =>
    {
        await write(w);
        return true;
    }, stop);

    /// <summary>What the database itself finds wrong with its pages and references, in its own words; empty: nothing.</summary>
    public Task<IReadOnlyList<string>> Faults(CancellationToken stop = default) => Explained(() => _database.Faults(stop));

    /// <summary>One consistent moment of the database as a file of its own, taken while others write.</summary>
    /// <exception cref="StorageFailed">CopiedElsewhere on PostgreSQL; the disk is full.</exception>
    public Task CopyDatabase(string path, CancellationToken stop = default) => Explained(async () =>
    {
        await _database.Copy(path, stop);
        return true;
    });

    /// <summary>The process that has a folder open for writing, as it named itself; null: none.</summary>
    public static string? WriterOf(string folder) => FolderLock.WriterOf(Path.GetFullPath(folder));

    /// <summary>Of SQLite on this machine.</summary>
    public static string SqliteVersion => SqliteDatabase.Version;

    async Task<T> Explained<T>(Func<Task<T>> deed)
    {
        try
        {
            return await deed();
        }
        catch (Exception cause) when (cause is not StorageFailed && _database.Explain(cause) is { } trouble)
        {
            throw new StorageFailed(trouble, cause: cause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _lock?.Dispose();
    }
}
