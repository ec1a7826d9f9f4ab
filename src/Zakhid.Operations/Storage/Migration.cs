using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Zakhid.Operations.Storage;

sealed record AppliedMigration(int Number, string Name, string Checksum);

/// <summary>
/// A numbered step of the schema: «0001-start.sql» for both databases, with «0001-start.sqlite.sql» and
/// «0001-start.postgres.sql» beside it for what only one of them needs. A step that was applied never changes: its SHA-256 is kept.
/// </summary>
sealed record Migration(int Number, string Name, string Common, string Own)
{
    /// <summary>Line ends do not count: a checkout may have changed them.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((Common + "\n" + Own).ReplaceLineEndings("\n"))));

    public static IReadOnlyList<Migration> For(Dialect dialect)
    {
        var assembly = typeof(Migration).Assembly;
        const string Folder = "Migrations/";
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return [.. names.Select(n => n[Folder.Length..]).Where(n => n.Count(c => c == '.') == 1).Order(StringComparer.Ordinal).Select(file =>
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var own = $"{Folder}{name}.{dialect.Name}.sql";
            return new Migration(int.Parse(name[..4]), name, Text(assembly, Folder + file), names.Contains(own) ? Text(assembly, own) : "");
        })];
    }

    static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    public static async Task<IReadOnlyList<AppliedMigration>> Applied(Lease lease, CancellationToken stop)
    {
        var scope = new Scope(lease, 0, Dialect.Sqlite, stop);
        try
        {
            return await scope.All<AppliedMigration>("SELECT number, name, checksum FROM schema_version ORDER BY number");
        }
        catch (Exception nothing) when (nothing is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 1 } or Npgsql.PostgresException { SqlState: "42P01" })
        {
            return [];
        }
    }

    /// <exception cref="StorageFailed">The data are newer than the program, or an applied step has another text now.</exception>
    public static void Check(IReadOnlyList<AppliedMigration> applied, IReadOnlyList<Migration> known)
    {
        foreach (var step in applied)
        {
            var same = known.FirstOrDefault(k => k.Number == step.Number) ?? throw new StorageFailed(StorageTrouble.NewerData, step.Name);
            if (same.Checksum != step.Checksum) throw new StorageFailed(StorageTrouble.ChangedMigration, step.Name);
        }
    }

    public static async Task Apply(Lease lease, IReadOnlyList<Migration> known, Dialect dialect, DateTimeOffset now, CancellationToken stop)
    {
        var scope = new Scope(lease, 0, dialect, stop);
        await scope.Run(dialect.Translate("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;"));
        var applied = await scope.All<AppliedMigration>("SELECT number, name, checksum FROM schema_version ORDER BY number");
        Check(applied, known);
        foreach (var step in known.Where(k => applied.All(a => a.Number != k.Number)))
        {
            await scope.Run(dialect.Translate(step.Common));
            if (step.Own.Length > 0) await scope.Run(step.Own);
            await scope.Run("INSERT INTO schema_version (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @now)", new { step.Number, step.Name, step.Checksum, now });
        }
    }
}
