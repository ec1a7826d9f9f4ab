using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Audit;

/// <summary>An entry of an authority's log, as it is kept and hashed.</summary>
public sealed record AuditEntry(
    long Seq, DateTimeOffset MachineAt, DateTimeOffset At, DateOnly Day, long PersonId, string Action, string Subject, string Detail, string Previous, string Hash);

/// <summary>The head of the log at a moment; printed in documents as «7F3A 91C2».</summary>
public sealed record Checkpoint(long Seq, string Hash)
{
    public string Short => Hash.Length < 8 ? "0000 0000" : $"{Hash[..4]} {Hash[4..8]}".ToUpperInvariant();
}

/// <summary>What verifying found: whole, or the first entry that does not fit, with why.</summary>
public sealed record AuditVerdict(long Entries, Checkpoint Head, long? BrokenAt, string Sentence)
{
    public bool IsWhole => BrokenAt is null;
}

/// <summary>
/// What was done, by whom, when: a chain per authority in the order of writing. Each entry is hashed with the one before it,
/// so that a change, a gap or a cut shows. The head's first eight digits stand in every paper that was sent.
/// </summary>
public static class AuditLog
{
    public static readonly string Start = new('0', 64);

    internal static async Task<AuditEntry> Append(WriteScope w, string action, string subject, object? detail)
    {
        var head = await w.Find<Checkpoint>("SELECT seq, hash FROM audit_head WHERE authority_id = @authority") ?? new(0, Start);
        var text = detail is null ? "{}" : JsonSerializer.Serialize(detail, detail.GetType(), Json.Options);
        // Kept to the millisecond; the hash is over what is kept.
        var entry = new AuditEntry(head.Seq + 1, Kept(w.At.Machine), Kept(w.At.At), w.At.Day, w.By.Person, action, subject, text, head.Hash, "");
        entry = entry with { Hash = HashOf(w.Authority, entry) };
        await w.Do("""
            INSERT INTO audit_entry (authority_id, seq, machine_at, at, day, person_id, action, subject, detail, previous, hash)
            VALUES (@authority, @Seq, @MachineAt, @At, @Day, @PersonId, @Action, @Subject, @Detail, @Previous, @Hash)
            """, entry);
        await w.Do("""
            INSERT INTO audit_head (authority_id, seq, hash) VALUES (@authority, @Seq, @Hash)
            ON CONFLICT (authority_id) DO UPDATE SET seq = @Seq, hash = @Hash
            """, new { entry.Seq, entry.Hash });
        return entry;
    }

    static DateTimeOffset Kept(DateTimeOffset instant) => Values.Instant(Values.Text(instant));

    public static async Task<Checkpoint> Head(Scope scope) =>
        await scope.Find<Checkpoint>("SELECT seq, hash FROM audit_head WHERE authority_id = @authority") ?? new(0, Start);

    /// <summary>Walks the whole chain.</summary>
    /// <param name="scope">The authority.</param>
    /// <param name="outside">A checkpoint known from elsewhere, such as a printed report: finds a log cut short or written anew.</param>
    public static async Task<AuditVerdict> Verify(Scope scope, Checkpoint? outside = null)
    {
        var last = new Checkpoint(0, Start);
        var seenOutside = outside is null;
        await foreach (var entry in scope.Each<AuditEntry>("""
            SELECT seq, machine_at, at, day, person_id, action, subject, detail, previous, hash FROM audit_entry WHERE authority_id = @authority ORDER BY seq
            """, stop: scope.Stop))
        {
            if (entry.Seq != last.Seq + 1) return Broken(last.Seq + 1, $"У журналі бракує запису № {last.Seq + 1}.");
            if (entry.Previous != last.Hash) return Broken(entry.Seq, $"Запис журналу № {entry.Seq} не продовжує попередній.");
            if (HashOf(scope.Authority, entry) != entry.Hash) return Broken(entry.Seq, $"Запис журналу № {entry.Seq} змінено після внесення.");
            if (outside?.Seq == entry.Seq)
            {
                if (!entry.Hash.StartsWith(outside.Hash, StringComparison.OrdinalIgnoreCase)) return Broken(entry.Seq, $"Запис журналу № {entry.Seq} не збігається з міткою «{outside.Short}».");
                seenOutside = true;
            }
            last = new(entry.Seq, entry.Hash);
        }
        var head = await Head(scope);
        if (head != last) return Broken(last.Seq + 1, $"Журнал обірвано після запису № {last.Seq}: має бути {head.Seq}.");
        return seenOutside
            ? new(last.Seq, last, null, $"Журнал цілий: {last.Seq} записів, мітка «{last.Short}».")
            : Broken(last.Seq + 1, $"Журнал обірвано після запису № {last.Seq}: мітка «{outside!.Short}» стоїть на записі № {outside.Seq}.");

        AuditVerdict Broken(long at, string sentence) => new(last.Seq, last, at, sentence);
    }

    /// <summary>SHA-256, lower-case hex, over the entry as JSON with its members in this order and no blanks.</summary>
    static string HashOf(long authority, AuditEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("authority", authority);
            json.WriteNumber("seq", entry.Seq);
            json.WriteString("machine_at", Values.Text(entry.MachineAt));
            json.WriteString("at", Values.Text(entry.At));
            json.WriteString("day", Values.Text(entry.Day));
            json.WriteNumber("person", entry.PersonId);
            json.WriteString("action", entry.Action);
            json.WriteString("subject", entry.Subject);
            json.WriteString("detail", entry.Detail);
            json.WriteString("previous", entry.Previous);
            json.WriteEndObject();
        }
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }
}
