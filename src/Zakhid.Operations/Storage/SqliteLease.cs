using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Zakhid.Operations.Storage;

/// <summary>An open connection with the statements it has prepared; a page runs the same few again and again.</summary>
sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    const int Kept = 400;
    readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public SqliteCommand Command(string sql)
    {
        if (_prepared.TryGetValue(sql, out var command)) return command;
        if (_prepared.Count >= Kept) Forget();
        command = connection.CreateCommand();
        command.CommandText = sql;
        return _prepared[sql] = command;
    }

    public void Run(string sql) => Command(sql).ExecuteNonQuery();

    public void CopyTo(SqliteConnection other) => connection.BackupDatabase(other);

    void Forget()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _prepared.Clear();
    }

    public void Dispose()
    {
        Forget();
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
        var command = _session.Command($"INSERT INTO {table} (authority_id, {string.Join(", ", columns.Select(c => Parameters.Column(c.Name)))}) VALUES (@authority, {string.Join(", ", columns.Select(c => "@" + c.Name))})");
        command.Parameters.Clear();
        command.Parameters.AddWithValue("@authority", authority);
        var parameters = columns.Select(c => command.Parameters.Add(new SqliteParameter("@" + c.Name, DBNull.Value))).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) parameters[i].Value = columns[i].Stored(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
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
