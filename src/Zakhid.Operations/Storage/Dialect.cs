using System.Text.RegularExpressions;

namespace Zakhid.Operations.Storage;

/// <summary>
/// Every difference between the two databases that a query may meet, by name. All other SQL is written once.
/// </summary>
public sealed partial record Dialect
{
    public required string Name { get; init; }
    /// <summary>A condition «column is one of a list»: <c>$"id {dialect.Among("@ids")}"</c> with a list as the parameter.</summary>
    public required Func<string, string> Among { get; init; }
    /// <summary>Text of a member of a JSON column: <c>dialect.JsonText("settings", "addressee")</c>.</summary>
    public required Func<string, string, string> JsonText { get; init; }
    /// <summary>A TEXT that holds a decimal, as a number for sums and comparisons.</summary>
    public required Func<string, string> Number { get; init; }
    /// <summary>Triggers run for each row, not once for a statement.</summary>
    public bool CountsRowByRow { get; init; }
    /// <summary>A migration, written for SQLite, as this database wants it.</summary>
    public required Func<string, string> Translate { get; init; }

    public static Dialect Sqlite { get; } = new()
    {
        Name = "sqlite",
        CountsRowByRow = true,
        Among = list => $"IN (SELECT value FROM json_each({list}))",
        JsonText = (column, member) => $"json_extract({column}, '$.{member}')",
        Number = text => $"CAST({text} AS REAL)",
        Translate = sql => sql,
    };

    public static Dialect Postgres { get; } = new()
    {
        Name = "postgres",
        Among = list => $"= ANY({list})",
        JsonText = (column, member) => $"({column}::jsonb ->> '{member}')",
        Number = text => $"({text})::numeric",
        Translate = sql => SqliteWord().Replace(sql, word => word.Value switch
        {
            "INTEGER" => "BIGINT",
            "BLOB" => "BYTEA",
            "TEXT" => "TEXT COLLATE \"C\"",
            _ => ")",
        }),
    };

    [GeneratedRegex(@"\bINTEGER\b|\bBLOB\b|\bTEXT\b|\) STRICT(?:, WITHOUT ROWID)?(?=;)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SqliteWord();
}
