using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Npgsql;
using NpgsqlTypes;

namespace Zakhid.Operations.Storage;

/// <summary>
/// PostgreSQL by a connection string. Every scope is a transaction that first names its authority for the row-level
/// policies; writes of one authority wait for each other, as they do on SQLite.
/// </summary>
sealed class PostgresDatabase : Database
{
    readonly NpgsqlDataSource _source;
    /// <summary>With it everything runs past the policies, and rows go by COPY.</summary>
    BulkRole? _bulk;

    public PostgresDatabase(string connectionString) : base(Dialect.Postgres)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 2);
        if (!connectionString.Contains("Command Timeout", StringComparison.OrdinalIgnoreCase)) settings.CommandTimeout = 20;
        if (!connectionString.Contains("Timeout", StringComparison.OrdinalIgnoreCase)) settings.Timeout = 5;
        settings.ApplicationName ??= "zakhid";
        // Every query is of one authority and short; compiling it or starting helpers for it takes longer than the answer.
        settings.Options ??= "-c jit=off -c max_parallel_workers_per_gather=0";
        _source = NpgsqlDataSource.Create(settings);
    }

    public override async Task<Lease> OpenRead(long authority, CancellationToken stop) =>
        await Open(IsolationLevel.RepeatableRead, $"SET TRANSACTION READ ONLY; SELECT set_config('zakhid.authority', '{authority}', true)", stop);

    // The second number of the lock is the authority: writers of different authorities do not wait for each other.
    public override async Task<Lease> OpenWrite(long authority, CancellationToken stop) =>
        await Open(IsolationLevel.ReadCommitted, $"SELECT set_config('zakhid.authority', '{authority}', true), set_config('lock_timeout', '10s', true); SELECT pg_advisory_xact_lock(7340, {authority})", stop);

    async Task<PostgresLease> Open(IsolationLevel isolation, string first, CancellationToken stop)
    {
        var connection = await _source.OpenConnectionAsync(stop);
        try
        {
            var transaction = await connection.BeginTransactionAsync(isolation, stop);
            await using var command = new NpgsqlCommand(first, connection);
            await command.ExecuteNonQueryAsync(stop);
            return new PostgresLease(connection, transaction, copies: _bulk is not null);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task Migrate(IReadOnlyList<Migration> migrations, DateTimeOffset now, CancellationToken stop)
    {
        await RefuseToWalkThroughWalls(stop);
        // All in one transaction under the lock: PostgreSQL rolls back changes of the schema too.
        await using (var lease = await Open(IsolationLevel.ReadCommitted, "SELECT pg_advisory_xact_lock(7341, 0)", stop))
        {
            await Migration.Apply(lease, migrations, Dialect, now, stop);
            await lease.Commit(stop);
        }
        await BulkRole.MendAfter(_source, stop);
    }

    // Nor may it be able to become such a role.
    async Task RefuseToWalkThroughWalls(CancellationToken stop)
    {
        await using var command = _source.CreateCommand("SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(oid, 'MEMBER') ORDER BY rolname <> current_user, rolname LIMIT 1");
        if (await command.ExecuteScalarAsync(stop) is string role) throw new StorageFailed(StorageTrouble.WallBypassed, role);
    }

    public override async Task<Database> OpenBulk(string connection, CancellationToken stop)
    {
        var bulk = new PostgresDatabase(connection);
        try
        {
            bulk._bulk = await BulkRole.Admit(_source, bulk._source, stop);
            return bulk;
        }
        catch
        {
            await bulk.DisposeAsync();
            throw;
        }
    }

    public override async Task<IReadOnlyList<AppliedMigration>> Applied(CancellationToken stop)
    {
        await RefuseToWalkThroughWalls(stop);
        await using var lease = await OpenRead(0, stop);
        return await Migration.Applied(lease, stop);
    }

    // The server checks its own pages (data checksums) and enforces its references.
    public override Task<IReadOnlyList<string>> Faults(CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([]);

    public override Task Copy(string path, CancellationToken stop) => throw new StorageFailed(StorageTrouble.CopiedElsewhere);

    public override StorageTrouble? Explain(Exception cause) => cause switch
    {
        PostgresException { SqlState: "53100" } => StorageTrouble.DiskFull,
        PostgresException { SqlState: "55P03" or "40001" or "40P01" or "53300" or "57014" } => StorageTrouble.Busy,
        PostgresException { SqlState: "XX001" or "XX002" } => StorageTrouble.Damaged,
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] or "3D000" or "28000" or "28P01" } => StorageTrouble.Away,
        PostgresException => null,
        NpgsqlException or SocketException or TimeoutException => StorageTrouble.Away,
        _ => null,
    };

    public override async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        if (Interlocked.Exchange(ref _bulk, null) is { } job) await job.DisposeAsync();
    }
}

sealed class PostgresLease(NpgsqlConnection connection, NpgsqlTransaction transaction, bool copies) : Lease
{
    const int Chunk = 5000;

    public override DbCommand Command(string sql, object? with, long authority)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<long>("authority", NpgsqlDbType.Bigint) { TypedValue = authority });
        if (with is not null)
            foreach (var p in Parameters.Of(with.GetType()))
                command.Parameters.Add(p.IsList
                    ? new NpgsqlParameter(p.Name, NpgsqlDbType.Array | Column(p.StoredAs)) { Value = Array(p.StoredAs, Parameters.Members(p.Get(with))) }
                    : new NpgsqlParameter(p.Name, Column(p.StoredAs)) { Value = p.Stored(with) ?? DBNull.Value });
        return command;
    }

    static NpgsqlDbType Column(Type storedAs) =>
        storedAs == typeof(long) ? NpgsqlDbType.Bigint
        : storedAs == typeof(byte[]) ? NpgsqlDbType.Bytea
        : storedAs == typeof(double) ? NpgsqlDbType.Double
        : NpgsqlDbType.Text;

    static Array Array(Type storedAs, object?[] members) =>
        storedAs == typeof(long) ? members.Select(m => (long?)m).ToArray()
        : storedAs == typeof(byte[]) ? members.Select(m => (byte[]?)m).ToArray()
        : storedAs == typeof(double) ? members.Select(m => (double?)m).ToArray()
        : members.Select(m => (string?)m).ToArray();

    public override Task Commit(CancellationToken stop) => transaction.CommitAsync(stop);

    // COPY and row-level policies exclude each other: only a bulk job has it. Arrays stay behind the wall.
    public override async Task InsertMany<T>(string table, IReadOnlyList<T> rows, long authority, CancellationToken stop)
    {
        var columns = Parameters.Of(typeof(T));
        var named = $"{table} (authority_id, {string.Join(", ", columns.Select(c => Parameters.Column(c.Name)))})";
        if (copies)
        {
            await using var copy = await connection.BeginBinaryImportAsync($"COPY {named} FROM STDIN (FORMAT BINARY)", stop);
            Copy(copy, columns, rows, authority);
            await copy.CompleteAsync(stop);
            return;
        }
        var sql = $"INSERT INTO {named} SELECT @authority, * FROM unnest({string.Join(", ", columns.Select(c => "@" + c.Name))})";
        for (var from = 0; from < rows.Count; from += Chunk)
        {
            var part = rows.Skip(from).Take(Chunk).ToList();
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            command.Parameters.Add(new NpgsqlParameter<long>("authority", NpgsqlDbType.Bigint) { TypedValue = authority });
            foreach (var c in columns)
                command.Parameters.Add(new NpgsqlParameter(c.Name, NpgsqlDbType.Array | Column(c.StoredAs)) { Value = Array(c.StoredAs, [.. part.Select(row => c.Stored(row))]) });
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    // One value at a time: waiting for each as if it went to the network would cost more than the value.
    static void Copy<T>(NpgsqlBinaryImporter copy, Parameters.Named[] columns, IReadOnlyList<T> rows, long authority) where T : notnull
    {
        foreach (var row in rows)
        {
            copy.StartRow();
            copy.Write(authority, NpgsqlDbType.Bigint);
            foreach (var column in columns)
                switch (column.Stored(row))
                {
                    case null: copy.WriteNull(); break;
                    case long number: copy.Write(number, NpgsqlDbType.Bigint); break;
                    case string text: copy.Write(text, NpgsqlDbType.Text); break;
                    case double number: copy.Write(number, NpgsqlDbType.Double); break;
                    case byte[] bytes: copy.Write(bytes, NpgsqlDbType.Bytea); break;
                    case var other: throw new InvalidOperationException($"A column does not hold {other.GetType().Name}");
                }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
