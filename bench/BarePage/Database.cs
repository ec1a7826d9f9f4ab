using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace BarePage;

public sealed record Line(long Id, string DueDay, string Standing, string PeriodCode, string Body, string Measure);

/// <summary>Connections kept with their two prepared commands.</summary>
public sealed class Database(string path)
{
    readonly ConcurrentBag<Prepared> _free = [];

    public (long Count, List<Line> Lines) List(string standing, string from, string to, int skip)
    {
        if (!_free.TryTake(out var prepared)) prepared = new(path);
        try { return prepared.List(standing, from, to, skip); }
        finally { _free.Add(prepared); }
    }

    sealed class Prepared
    {
        readonly SqliteCommand _count;
        readonly SqliteCommand _list;

        public Prepared(string path)
        {
            var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
            connection.Open();
            _count = Command(connection, "SELECT count(*) FROM obligation WHERE authority_id = 1 AND standing = $standing AND due_day BETWEEN $from AND $to");
            _list = Command(connection, """
                SELECT o.id, o.due_day, o.standing, o.period_code, b.name, m.text
                FROM obligation o
                JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id
                LEFT JOIN measure m ON m.authority_id = o.authority_id AND m.id = o.measure_id
                WHERE o.authority_id = 1 AND o.standing = $standing AND o.due_day BETWEEN $from AND $to
                ORDER BY o.due_day, o.id LIMIT 25 OFFSET $skip
                """);
        }

        public (long, List<Line>) List(string standing, string from, string to, int skip)
        {
            foreach (var command in new[] { _count, _list })
            {
                command.Parameters["$standing"].Value = standing;
                command.Parameters["$from"].Value = from;
                command.Parameters["$to"].Value = to;
            }
            _list.Parameters["$skip"].Value = skip;
            var count = (long)_count.ExecuteScalar()!;
            var lines = new List<Line>(25);
            using var row = _list.ExecuteReader();
            while (row.Read())
                lines.Add(new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? "" : row.GetString(5)));
            return (count, lines);
        }

        static SqliteCommand Command(SqliteConnection connection, string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in new[] { "$standing", "$from", "$to", "$skip" })
                if (sql.Contains(name, StringComparison.Ordinal)) command.Parameters.AddWithValue(name, name == "$skip" ? 0 : "");
            command.Prepare();
            return command;
        }
    }
}
