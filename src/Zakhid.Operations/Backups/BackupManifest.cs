namespace Zakhid.Operations.Backups;

/// <summary>What a backup says of itself: «manifest.json» in the archive.</summary>
public sealed record BackupManifest
{
    /// <summary>Of the archive's form: 1.</summary>
    public int Form { get; init; } = 1;
    public required DateTimeOffset MadeAt { get; init; }
    /// <summary>SHA-256 of «zakhid.db», lower-case hex.</summary>
    public required string DatabaseSha256 { get; init; }
    /// <summary>SHA-256 of every file in «files/»; each has its own as its name.</summary>
    public required IReadOnlyList<string> Files { get; init; }
    /// <summary>Files that rows speak of and that were missing or changed already when the backup was made.</summary>
    public required IReadOnlyList<string> Lost { get; init; }
    public required IReadOnlyList<BackedUpAuthority> Authorities { get; init; }
}

/// <param name="Entries">Of its log.</param>
/// <param name="Mark">The head of the log, as papers print it: «7F3A 91C2».</param>
public sealed record BackedUpAuthority(string Code, string Name, long Entries, string Mark);
