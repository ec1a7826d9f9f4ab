using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zakhid.Documents.Feeds;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Mail;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Feeds;

/// <summary>A calendar as it is answered: its bytes and the mark by which a program tells that it has them.</summary>
public sealed record FeedAnswer(byte[] Bytes, string Mark);

/// <summary>
/// A person's calendar at a secret address, for programs that cannot sign in. The address names the person and carries 256
/// random bits, of which only the SHA-256 is kept: a copy of the database opens no calendar. It shows days and names of
/// measures, nothing that was reported.
/// </summary>
public sealed class CalendarFeed(Store store, AuthorityClock clock)
{
    /// <summary>Null: no such address, or it was renewed or withdrawn, or its person is blocked. Who asks cannot tell which.</summary>
    public async Task<FeedAnswer?> Find(string token, CancellationToken stop = default)
    {
        if (token.Split('-', 3) is not [var a, var p, var secret] || !Number(a, out var authority) || !Number(p, out var person)) return null;
        if (await store.Read(Store.Installation, r => r.Find<DateOnly?>("SELECT day FROM authority WHERE id = @id", new { id = authority }), stop) is var day
            && await store.Read(authority, r => r.Find<Owner>("""
                SELECT f.token_hash, p.role, p.body_id, COALESCE(p.name, p.post) AS name, u.code, u.is_sample FROM calendar_feed f
                JOIN person p ON p.authority_id = f.authority_id AND p.id = f.person_id JOIN authority u ON u.id = f.authority_id
                WHERE f.authority_id = @authority AND f.person_id = @person AND p.blocked_at IS NULL
                """, new { person }), stop) is { } owner
            && CryptographicOperations.FixedTimeEquals(owner.TokenHash, HashOf(secret)))
        {
            var site = (await MailServer.Find(store, stop))?.Site;
            var events = await store.Read(authority, r => PersonsCalendar.Of(r, owner.Code, owner.Role, owner.BodyId, clock.Now(day).Day, site), stop);
            var bytes = CalendarFile.Write($"Захід{(owner.IsSample ? " (зразок)" : "")}: {owner.Name}", events);
            return new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        }
        return null;
    }

    /// <summary>When the person's address was made; null: he has none.</summary>
    public Task<DateTimeOffset?> MadeAt(Actor by, CancellationToken stop = default) =>
        store.Read(by.Authority, r => r.Find<DateTimeOffset?>("SELECT made_at FROM calendar_feed WHERE authority_id = @authority AND person_id = @Person", new { by.Person }), stop);

    static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    internal static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    sealed record Owner(byte[] TokenHash, Role Role, long? BodyId, string Name, string Code, bool IsSample);
}

/// <summary>Gives a person an address of his calendar; an earlier one opens nothing from then on.</summary>
public sealed class OpenCalendarFeed(Store store)
{
    /// <param name="person">Whose; his own page says none. Another's only the administrator opens.</param>
    /// <returns>What stands in the address; shown once, kept nowhere.</returns>
    /// <exception cref="RuleBroken">«person.not-for-you», «person.unknown».</exception>
    public Task<string> Run(Actor by, Moment at, long? person = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var whose = await CalendarOwner.Of(w, person);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await w.Do("""
            INSERT INTO calendar_feed (authority_id, person_id, token_hash, made_at) VALUES (@authority, @whose, @hash, @now)
            ON CONFLICT (authority_id, person_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at
            """, new { whose, hash = CalendarFeed.HashOf(secret), now = at.Machine });
        await w.Log("person.calendar-opened", $"person/{whose}");
        return string.Create(CultureInfo.InvariantCulture, $"{by.Authority}-{whose}-{secret}");
    }, stop);
}

/// <summary>Withdraws the address of a person's calendar.</summary>
public sealed class CloseCalendarFeed(Store store)
{
    /// <param name="person">As in <see cref="OpenCalendarFeed.Run"/>.</param>
    /// <exception cref="RuleBroken">«person.not-for-you», «person.unknown».</exception>
    public Task Run(Actor by, Moment at, long? person = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var whose = await CalendarOwner.Of(w, person);
        if (await w.Do("DELETE FROM calendar_feed WHERE authority_id = @authority AND person_id = @whose", new { whose }) == 1) await w.Log("person.calendar-closed", $"person/{whose}");
    }, stop);
}

static class CalendarOwner
{
    public static async Task<long> Of(WriteScope w, long? person)
    {
        if (person is not { } whose || whose == w.By.Person) return w.By.Person;
        Administration.Check(w.By);
        return await w.Find<long?>("SELECT id FROM person WHERE authority_id = @authority AND id = @whose", new { whose }) ?? throw new RuleBroken("person.unknown");
    }
}
