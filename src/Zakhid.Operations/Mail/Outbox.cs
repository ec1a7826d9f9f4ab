using System.Security.Cryptography;
using Zakhid.Mail;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Mail;

/// <summary>A letter of the outbox as pages and commands show it.</summary>
public sealed record QueuedLetter
{
    public long Id { get; init; }
    public string Kind { get; init; } = "";
    public string ToAddress { get; init; } = "";
    public string ToName { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Text { get; init; } = "";
    public string MessageId { get; init; } = "";
    public DateOnly Day { get; init; }
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset RunAt { get; init; }
    public int Attempts { get; init; }
    public MailTrouble? Trouble { get; init; }
    public string? Said { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? GivenUpAt { get; init; }

    public bool IsWaiting => SentAt is null && GivenUpAt is null;
}

/// <summary>Letters that wait, went or were given up.</summary>
public static class Outbox
{
    internal const string Columns = "id, kind, to_address, to_name, subject, text, message_id, day, queued_at, run_at, attempts, trouble, said, sent_at, given_up_at";

    /// <summary>The newest first; what waits or failed before what went.</summary>
    public static Task<List<QueuedLetter>> List(Scope scope, int limit = 100) => scope.All<QueuedLetter>($"""
        SELECT {Columns} FROM letter WHERE authority_id = @authority ORDER BY CASE WHEN sent_at IS NULL THEN 0 ELSE 1 END, id DESC LIMIT {limit}
        """);

    /// <summary>How many wait and how many were given up since a day.</summary>
    public static async Task<(long Waiting, long GivenUp)> Count(Scope scope, DateTimeOffset since) => await scope.One<(long, long)>("""
        SELECT COALESCE(SUM(CASE WHEN sent_at IS NULL AND given_up_at IS NULL THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN given_up_at >= @since THEN 1 ELSE 0 END), 0)
        FROM letter WHERE authority_id = @authority AND sent_at IS NULL
        """, new { since });

    /// <summary>Puts a letter into the outbox in the transaction of its reason.</summary>
    /// <returns>Its number; null: there is one of this key already.</returns>
    internal static async Task<long?> Put(WriteScope w, MailServer server, string kind, string key, EmailAddress address, string name, string subject, string text)
    {
        var id = await w.Next("letter");
        // Random, so that no two installations, nor one restored from a backup, ever name two letters alike.
        var messageId = $"{w.Authority}.{id}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}@{EmailAddress.Parse(server.FromAddress).Domain}";
        var put = await w.Do("""
            INSERT INTO letter (authority_id, id, kind, key, to_address, to_name, subject, text, message_id, day, queued_at, run_at)
            VALUES (@authority, @id, @kind, @key, @to, @name, @subject, @text, @messageId, @day, @now, @now) ON CONFLICT (authority_id, key) DO NOTHING
            """, new { id, kind, key, to = address.Text, name, subject, text, messageId, day = w.At.Day, now = w.At.Machine });
        return put == 1 ? id : null;
    }
}
