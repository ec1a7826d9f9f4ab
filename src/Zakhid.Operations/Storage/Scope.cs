using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Zakhid.Operations.Storage;

/// <summary>
/// A consistent view of one authority's data. Every query binds @authority, and one that does not mention it is refused:
/// on SQLite nothing else stands between two authorities, on PostgreSQL row-level policies stand behind it.
/// </summary>
public class Scope
{
    static readonly ConcurrentDictionary<string, bool> _walled = new(StringComparer.Ordinal);
    readonly Lease _lease;

    internal Scope(Lease lease, long authority, Dialect dialect, CancellationToken stop) =>
        (_lease, Authority, Dialect, Stop) = (lease, authority, dialect, stop);

    /// <summary>0: the installation itself.</summary>
    public long Authority { get; }
    public Dialect Dialect { get; }
    public CancellationToken Stop { get; }
    internal Lease Lease => _lease;

    /// <summary>All rows, each made into <typeparamref name="T"/>: a record (due_day fills DueDay), a tuple by position, a simple type.</summary>
    public async Task<List<T>> All<T>(string sql, object? with = null)
    {
        var command = Command(sql, with);
        await using var row = await command.ExecuteReaderAsync(Stop);
        var all = new List<T>();
        if (!await row.ReadAsync(Stop)) return all;
        var read = RowReader.For<T>(sql, row);
        do all.Add(read(row));
        while (await row.ReadAsync(Stop));
        return all;
    }

    /// <summary>The first row, or default where there is none (for a tuple or number ask for a nullable type).</summary>
    public async Task<T?> Find<T>(string sql, object? with = null)
    {
        var command = Command(sql, with);
        await using var row = await command.ExecuteReaderAsync(Stop);
        return await row.ReadAsync(Stop) ? RowReader.For<T>(sql, row)(row) : default;
    }

    /// <summary>The first row; there has to be one.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<T> One<T>(string sql, object? with = null)
    {
        var command = Command(sql, with);
        await using var row = await command.ExecuteReaderAsync(Stop);
        return await row.ReadAsync(Stop) ? RowReader.For<T>(sql, row)(row) : throw new InvalidOperationException($"No row: {sql}");
    }

    /// <summary>Row by row, for exports that should not lie in memory. Run nothing else in this scope meanwhile.</summary>
    public async IAsyncEnumerable<T> Each<T>(string sql, object? with = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var command = Command(sql, with);
        await using var row = await command.ExecuteReaderAsync(stop);
        Func<DbDataReader, T>? read = null;
        while (await row.ReadAsync(stop)) yield return (read ??= RowReader.For<T>(sql, row))(row);
    }

    internal async Task<int> Run(string sql, object? with = null) => await Command(sql, with).ExecuteNonQueryAsync(Stop);

    DbCommand Command(string sql, object? with)
    {
        if (Authority != 0 && !_walled.GetOrAdd(sql, static sql => sql.Contains("@authority", StringComparison.Ordinal)))
            throw new InvalidOperationException($"A query has to name its authority (authority_id = @authority): {sql}");
        return _lease.Command(sql, with, Authority);
    }
}

/// <summary>
/// A transaction of one authority: all of it is kept or nothing is. It knows who acts and when, so that every fact and
/// audit entry says so.
/// </summary>
public sealed class WriteScope : Scope
{
    internal WriteScope(Lease lease, long authority, Actor by, Moment at, Dialect dialect, CancellationToken stop) : base(lease, authority, dialect, stop) =>
        (By, At) = (by, at);

    public Actor By { get; }
    public Moment At { get; }

    /// <summary>Runs a statement; how many rows it touched.</summary>
    public Task<int> Do(string sql, object? with = null) => Run(sql, with);

    /// <summary>Inserts rows in bulk; column «due_day» is taken from the property DueDay, authority_id is added.</summary>
    public async Task DoMany<T>(string table, IEnumerable<T> rows) where T : notnull
    {
        var all = rows as IReadOnlyList<T> ?? [.. rows];
        if (all.Count > 0) await Lease.InsertMany(table, all, Authority, Stop);
    }

    /// <summary>The next number of a sequence of this authority («plan»), or the first of several; short, never used twice.</summary>
    public Task<long> Next(string name, int count = 1) => One<long>("""
        INSERT INTO sequence (authority_id, name, next) VALUES (@authority, @name, 1 + @count)
        ON CONFLICT (authority_id, name) DO UPDATE SET next = sequence.next + @count
        RETURNING next - @count
        """, new { name, count = (long)count });

    /// <summary>Appends to the authority's log, in this transaction.</summary>
    /// <param name="action">«report.submitted»: what was done, a closed list in the feature that does it.</param>
    /// <param name="subject">«obligation/12».</param>
    /// <param name="detail">An object that becomes JSON; no passwords, no tokens.</param>
    public Task<Audit.AuditEntry> Log(string action, string subject, object? detail = null) => Audit.AuditLog.Append(this, action, subject, detail);
}
