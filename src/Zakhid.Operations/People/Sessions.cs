using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.People;

/// <summary>How long a session lasts without and with use.</summary>
public sealed record SessionLength(TimeSpan Idle, TimeSpan Whole)
{
    public static SessionLength Default { get; } = new(TimeSpan.FromMinutes(60), TimeSpan.FromHours(12));
}

/// <summary>A session just begun. The token goes into the cookie and is kept nowhere else.</summary>
public sealed record SessionStart(string Token, Actor Actor, DateTimeOffset EndsAt, bool MustChoosePassword);

/// <summary>
/// Opaque sessions on the server: 256 random bits, of which only the SHA-256 is stored, so that a stolen copy of the
/// database opens nothing. Rights are read anew for every request; a taken role is gone with the next one.
/// </summary>
public sealed class Sessions(Store store, AuthorityClock clock, SessionLength? length = null)
{
    readonly SessionLength _length = length ?? SessionLength.Default;
    // The end of idling is moved on disk only when it moves by this much: one write a minute, not one a page.
    static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    internal async Task<SessionStart> Begin(WriteScope installation, Actor actor, bool mustChoosePassword)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = installation.At.Machine;
        await installation.Do("""
            INSERT INTO session (token_hash, authority_id, person_id, csrf, started_at, seen_at, idle_until, ends_at)
            VALUES (@hash, @owner, @Person, @csrf, @now, @now, @idle, @ends)
            """, new { hash = HashOf(token), owner = actor.Authority, actor.Person, csrf = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), now, idle = now + _length.Idle, ends = now + _length.Whole });
        // Long over, of no use to anyone.
        await installation.Do("DELETE FROM session WHERE ends_at < @old", new { old = now.AddDays(-7) });
        return new(token, actor, now + _length.Whole, mustChoosePassword);
    }

    sealed record SessionRow(long AuthorityId, long PersonId, string Csrf, DateTimeOffset IdleUntil, DateTimeOffset EndsAt, DateTimeOffset? EndedAt);
    sealed record PersonRow(string Login, string Post, string? Name, Role Role, long? BodyId, string Language, bool PasswordIsTemporary, string Code, string AuthorityName, DateOnly? Day, bool IsSample);

    /// <summary>Who holds the token now; null: nobody, or no longer.</summary>
    public async Task<Visit?> Find(string token, CancellationToken stop = default)
    {
        if (token.Length is 0 or > 100) return null;
        var hash = HashOf(token);
        var now = clock.Now().Machine;
        var session = await store.Read(Store.Installation, r => r.Find<SessionRow>("SELECT authority_id, person_id, csrf, idle_until, ends_at, ended_at FROM session WHERE token_hash = @hash", new { hash }), stop);
        if (session is null || session.EndedAt is not null || now >= session.IdleUntil || now >= session.EndsAt) return null;

        var person = await store.Read(session.AuthorityId, r => r.Find<PersonRow>("""
            SELECT p.login, p.post, p.name, p.role, p.body_id, p.language, p.password_is_temporary, a.code, a.name AS authority_name, a.day, a.is_sample
            FROM person p JOIN authority a ON a.id = p.authority_id
            WHERE p.authority_id = @authority AND p.id = @PersonId AND p.blocked_at IS NULL
            """, new { session.PersonId }), stop);
        if (person is null) return null;

        var idle = now + _length.Idle;
        if (idle - session.IdleUntil > Step) await Prolong(hash, now, idle, stop);
        return new Visit
        {
            Actor = new(session.AuthorityId, session.PersonId, person.Role, person.BodyId),
            Now = clock.Now(person.Day),
            Login = person.Login,
            Post = person.Post,
            Name = person.Name,
            Language = person.Language,
            AuthorityCode = person.Code,
            AuthorityName = person.AuthorityName,
            DayIsMoved = person.Day is not null,
            IsSample = person.IsSample,
            MustChoosePassword = person.PasswordIsTemporary,
            Csrf = session.Csrf,
            IdleUntil = idle,
            EndsAt = session.EndsAt,
        };
    }

    sealed record Holder(long AuthorityId, long PersonId);

    /// <summary>Whose session a token was, ended or run out; null: of nobody, or long ago. It gives no right.</summary>
    public async Task<string?> FormerLogin(string token, CancellationToken stop = default)
    {
        if (token.Length is 0 or > 100) return null;
        var held = await store.Read(Store.Installation, r => r.Find<Holder>("SELECT authority_id, person_id FROM session WHERE token_hash = @hash", new { hash = HashOf(token) }), stop);
        return held is null ? null
            : await store.Read(held.AuthorityId, r => r.Find<string>("SELECT login FROM person WHERE authority_id = @authority AND id = @PersonId", new { held.PersonId }), stop);
    }

    // A page must not fail because the disk is full: the session only ends a little earlier.
    async Task Prolong(byte[] hash, DateTimeOffset now, DateTimeOffset idle, CancellationToken stop)
    {
        try
        {
            await store.Write(Actor.Program(Store.Installation), clock.Now(), w => w.Do("UPDATE session SET seen_at = @now, idle_until = @idle WHERE token_hash = @hash AND ended_at IS NULL", new { hash, now, idle }), stop);
        }
        catch (StorageFailed) { }
    }

    /// <summary>Signs out; once more does nothing.</summary>
    public async Task End(string token, CancellationToken stop = default)
    {
        if (await Find(token, stop) is not { } visit) return;
        await store.Write(Actor.Program(Store.Installation), visit.Now, w => w.Do("UPDATE session SET ended_at = @now WHERE token_hash = @hash AND ended_at IS NULL", new { now = visit.Now.Machine, hash = HashOf(token) }), stop);
        await store.Write(visit.Actor, visit.Now, w => w.Log("person.signed-out", $"person/{visit.Actor.Person}"), stop);
    }

    /// <summary>Ends every session of a person, but perhaps the one he is in.</summary>
    internal static Task EndAll(WriteScope w, long person) =>
        w.Do("UPDATE session SET ended_at = @now WHERE authority_id = @authority AND person_id = @person AND ended_at IS NULL", new { now = w.At.Machine, person });

    static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
