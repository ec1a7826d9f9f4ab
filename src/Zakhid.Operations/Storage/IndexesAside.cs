using Npgsql;

namespace Zakhid.Operations.Storage;

/// <summary>
/// Indexes of obligations and assignments that a bulk job into an empty table does without: built at once from what is stored they cost a part of
/// what they cost row by row. Keys, references and the index by plan and period stay. What is aside is written down in the same
/// transaction, so that after a job that broke off the next who opens the database builds it.
/// </summary>
static class IndexesAside
{
    const string Kept = "obligation_by_period";
    /// <summary>Builds at a time: each has helpers of its own.</summary>
    const int AtOnce = 3;

    /// <param name="owner">Of the role that owns the tables.</param>
    /// <param name="stop">Ends the waiting.</param>
    public static async Task Put(NpgsqlConnection owner, CancellationToken stop)
    {
        await using var transaction = await owner.BeginTransactionAsync(stop);
        await BulkRole.Run(owner, $"""
            SET LOCAL lock_timeout = '10s';
            INSERT INTO index_aside SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE i.indrelid IN ('obligation'::regclass, 'assignment'::regclass) AND NOT i.indisunique AND c.relname <> '{Kept}';
            DO $$ DECLARE one text; BEGIN FOR one IN SELECT name FROM index_aside LOOP EXECUTE format('DROP INDEX IF EXISTS %I', one); END LOOP; END $$
            """, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Builds what is aside, each in a transaction of its own.</summary>
    public static async Task Build(NpgsqlDataSource ordinary, CancellationToken stop)
    {
        var aside = new List<(string Name, string Definition)>();
        await using (var command = ordinary.CreateCommand("SELECT name, definition FROM index_aside ORDER BY name"))
        await using (var row = await command.ExecuteReaderAsync(stop))
            while (await row.ReadAsync(stop)) aside.Add((row.GetString(0), row.GetString(1)));
        await Parallel.ForEachAsync(aside, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (index, stop) =>
        {
            await using var connection = await ordinary.OpenConnectionAsync(stop);
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await BulkRole.Run(connection, $"SET LOCAL maintenance_work_mem = '256MB'; {index.Definition}; DELETE FROM index_aside WHERE name = '{index.Name}'", stop);
            await transaction.CommitAsync(stop);
        });
    }
}
