using System.Data.Common;

namespace Zakhid.Operations.Storage;

/// <summary>
/// One of the two databases: opens a snapshot for reading or a transaction for writing, on behalf of an authority.
/// </summary>
abstract class Database(Dialect dialect) : IAsyncDisposable
{
    public Dialect Dialect { get; } = dialect;

    /// <summary>A consistent snapshot; nothing can be written through it.</summary>
    public abstract Task<Lease> OpenRead(long authority, CancellationToken stop);
    /// <summary>A transaction that waits its turn: writes of one authority never overlap.</summary>
    public abstract Task<Lease> OpenWrite(long authority, CancellationToken stop);
    /// <summary>A connection of its own for the migrations, under a lock that only one process can hold.</summary>
    public abstract Task Migrate(IReadOnlyList<Migration> migrations, DateTimeOffset now, CancellationToken stop);
    public abstract Task<IReadOnlyList<AppliedMigration>> Applied(CancellationToken stop);
    /// <summary>What the database itself finds wrong with its pages and references, in its own words; empty: nothing.</summary>
    public abstract Task<IReadOnlyList<string>> Faults(CancellationToken stop);
    /// <summary>One consistent moment as a file of its own, taken while others write.</summary>
    /// <exception cref="StorageFailed">The database is no file that could be copied.</exception>
    public abstract Task Copy(string path, CancellationToken stop);
    /// <summary>The same data once more for one bulk job, past the policies; with its disposal the job ends.</summary>
    /// <exception cref="StorageFailed">NotForBulk, BulkElsewhere; Busy: there is a job already.</exception>
    public virtual Task<Database> OpenBulk(string connection, CancellationToken stop) => throw new StorageFailed(StorageTrouble.BulkElsewhere);
    /// <summary>What went wrong, in the closed list; null: not a trouble of storage but a mistake of the program.</summary>
    public abstract StorageTrouble? Explain(Exception cause);
    public abstract ValueTask DisposeAsync();
}

/// <summary>A connection held for the time of one scope, in a transaction. Not committed is rolled back.</summary>
abstract class Lease : IAsyncDisposable
{
    /// <summary>A command ready to run; valid until the next one.</summary>
    public abstract DbCommand Command(string sql, object? with, long authority);
    public abstract Task Commit(CancellationToken stop);
    public abstract Task InsertMany<T>(string table, IReadOnlyList<T> rows, long authority, CancellationToken stop) where T : notnull;
    public abstract ValueTask DisposeAsync();
}
