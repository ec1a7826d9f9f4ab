using System.Net;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.People;

/// <summary>
/// A name and a password become a session. A wrong one and an unknown one take the same time and give the same answer. Guesses
/// are counted before the password is looked at, so that a thousand at once are no better than one after another.
/// </summary>
public sealed class SignIn(Store store, Sessions sessions, AuthorityClock clock)
{
    /// <exception cref="RuleBroken">sign-in.wrong; sign-in.wait with the minutes to wait.</exception>
    public async Task<SessionStart> Run(string login, string password, IPAddress? address, CancellationToken stop = default)
    {
        var key = Login.Key(login);
        if (key.Length > Login.Longest) key = key[..Login.Longest];
        if (password.Length > Passwords.Longest * 4) password = "";
        var now = clock.Now();
        var installation = Actor.Program(Store.Installation);
        var attempt = new SignInAttempt(key, address);

        await store.Write(installation, now, w => attempt.Count(w), stop);

        var found = await store.Read(Store.Installation, r => r.Find<Owner>("SELECT authority_id, person_id FROM login WHERE login_key = @key", new { key }), stop);
        var person = found is null ? null : await store.Read(found.AuthorityId, r => r.Find<PersonRow>("""
            SELECT p.id, p.role, p.body_id, p.password, p.password_is_temporary, a.day
            FROM person p JOIN authority a ON a.id = p.authority_id
            WHERE p.authority_id = @authority AND p.id = @PersonId AND p.blocked_at IS NULL
            """, new { found.PersonId }), stop);

        if (!await Passwords.Matches(password, person?.Password, stop) || person is null || found is null) throw new RuleBroken("sign-in.wrong");

        var actor = new Actor(found.AuthorityId, person.Id, person.Role, person.BodyId);
        var session = await store.Write(installation, now, async w =>
        {
            await attempt.Forgive(w);
            return await sessions.Begin(w, actor, person.PasswordIsTemporary);
        }, stop);
        var rehashed = Passwords.IsOutdated(person.Password!) ? await Passwords.Hash(password, stop) : null;
        await store.Write(actor, clock.Now(person.Day), async w =>
        {
            if (rehashed is not null) await w.Do("UPDATE person SET password = @rehashed WHERE authority_id = @authority AND id = @Person", new { rehashed, actor.Person });
            await w.Log("person.signed-in", $"person/{actor.Person}");
        }, stop);
        return session;
    }

    sealed record Owner(long AuthorityId, long PersonId);
    sealed record PersonRow(long Id, Role Role, long? BodyId, string? Password, bool PasswordIsTemporary, DateOnly? Day);
}
