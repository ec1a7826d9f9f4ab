using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Zakhid.Operations.Storage;

/// <summary>An open connection with the statements it has prepared; a page runs the same few again and again.</summary>
sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    const int Kept = 400;
    readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    readonly Dictionary<string, sqlite3_stmt> _inserts = new(StringComparer.Ordinal);

    public SqliteCommand Command(string sql)
    {
        if (_prepared.TryGetValue(sql, out var command)) return command;
        if (_prepared.Count >= Kept) Forget();
        command = connection.CreateCommand();
        command.CommandText = sql;
        return _prepared[sql] = command;
    }

    public void Run(string sql) => Command(sql).ExecuteNonQuery();

    /// <summary>
    /// Runs a statement for every row, its values bound by their places. The driver looks each up by its name for each row,
    /// which costs more than the insert itself.
    /// </summary>
    public void Insert(string sql, IEnumerable<IEnumerable<object?>> rows)
    {
        if (!_inserts.TryGetValue(sql, out var statement))
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement), connection.Handle);
            _inserts[sql] = statement;
        }
        foreach (var row in rows)
        {
            var place = 0;
            foreach (var value in row) SqliteException.ThrowExceptionForRC(Bind(statement, ++place, value), connection.Handle);
            var done = raw.sqlite3_step(statement);
            try
            {
                if (done != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(done, connection.Handle);
            }
            finally
            {
                _ = raw.sqlite3_reset(statement);
            }
        }
    }

    static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        string text => raw.sqlite3_bind_text(statement, place, text),
        double number => raw.sqlite3_bind_double(statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException($"A column does not hold {value.GetType().Name}", nameof(value)),
    };

    public void CopyTo(SqliteConnection other) => connection.BackupDatabase(other);

    void Forget()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _prepared.Clear();
    }

    public void Dispose()
    {
        Forget();
        foreach (var statement in _inserts.Values) statement.Dispose();
        connection.Dispose();
    }
}

sealed class SqliteLease : Lease
{
    readonly SqliteSession _session;
    readonly Action<bool> _giveBack;
    bool _open;

    public SqliteLease(SqliteSession session, string begin, Action<bool> giveBack)
    {
        (_session, _giveBack) = (session, giveBack);
        try
        {
            session.Run(begin);
            _open = true;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public override DbCommand Command(string sql, object? with, long authority)
    {
        var command = _session.Command(sql);
        command.Parameters.Clear();
        command.Parameters.AddWithValue("@authority", authority);
        if (with is not null)
            foreach (var p in Parameters.Of(with.GetType()))
                command.Parameters.AddWithValue("@" + p.Name, p.IsList ? JsonSerializer.Serialize(Parameters.Members(p.Get(with))) : p.Stored(with) ?? DBNull.Value);
        return command;
    }

    public override Task Commit(CancellationToken stop)
    {
        _session.Run("COMMIT");
        _open = false;
        return Task.CompletedTask;
    }

    public override Task InsertMany<T>(string table, IReadOnlyList<T> rows, long authority, CancellationToken stop)
    {
        var columns = Parameters.Of(typeof(T));
        _session.Insert($"INSERT INTO {table} (authority_id, {string.Join(", ", columns.Select(c => Parameters.Column(c.Name)))}) VALUES (?{string.Concat(Enumerable.Repeat(", ?", columns.Length))})",
            rows.Select(row => columns.Select(c => c.Stored(row)).Prepend(authority)));
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        var sound = true;
        if (_open)
        {
            // A failed write may have rolled back by itself; a connection that cannot is thrown away.
            try { _session.Run("ROLLBACK"); }
            catch (SqliteException) { sound = false; }
            _open = false;
        }
        _giveBack(sound);
        return ValueTask.CompletedTask;
    }
}
