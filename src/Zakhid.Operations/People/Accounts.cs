using Zakhid.Operations.Storage;

namespace Zakhid.Operations.People;

/// <summary>A person to be added; the name may stay empty, the post may not.</summary>
public sealed record NewPerson(string Login, string Post, Role Role, long? Body = null, string? Name = null, string? Phone = null, string Language = "uk");

/// <summary>A person as the administrator sees him.</summary>
public sealed record PersonRow(
    long Id, string Login, string Post, string? Name, Role Role, long? BodyId, string? BodyName, string? Phone, string? Email, bool HasPassword, bool PasswordIsTemporary, DateTimeOffset? BlockedAt, DateTimeOffset? LastSeenAt);

/// <summary>Who is there. Passwords are in no row.</summary>
public sealed class AllPeople(Store store)
{
    public Task<List<PersonRow>> All(Actor by, CancellationToken stop = default) => store.Read(by.Authority, r => r.All<PersonRow>("""
        SELECT p.id, p.login, p.post, p.name, p.role, p.body_id, b.name AS body_name, p.phone, p.email, CASE WHEN p.password IS NULL THEN 0 ELSE 1 END AS has_password,
            p.password_is_temporary, p.blocked_at, (SELECT max(s.seen_at) FROM session s WHERE s.authority_id = p.authority_id AND s.person_id = p.id) AS last_seen_at
        FROM person p LEFT JOIN body b ON b.authority_id = p.authority_id AND b.id = p.body_id
        WHERE p.authority_id = @authority ORDER BY p.blocked_at IS NOT NULL, p.role, p.post, p.id
        """), stop);
}

/// <summary>Adds a person. He gets a temporary password, shown once, good only for choosing his own.</summary>
public sealed class AddPerson(Store store)
{
    /// <param name="password">A password of the person's own (demonstration, first start); null: a temporary one is made.</param>
    /// <exception cref="RuleBroken">person.login-form, person.login-taken, person.post-missing, person.body-missing, person.not-for-you.</exception>
    public async Task<(long Id, string Password)> Run(Actor by, NewPerson person, Moment at, string? password = null, CancellationToken stop = default)
    {
        Check(person);
        var given = password ?? Passwords.Temporary();
        var hash = await Passwords.Hash(given, stop);
        return (await store.Write(by, at, w => Add(w, person, hash, isTemporary: password is null), stop), given);
    }

    internal static void Check(NewPerson person)
    {
        Login.Checked(person.Login);
        if (string.IsNullOrWhiteSpace(person.Post)) throw new RuleBroken("person.post-missing");
        if (person.Role == Role.Executor && person.Body is null) throw new RuleBroken("person.body-missing");
    }

    /// <param name="w">Of the person's authority.</param>
    /// <param name="person">Checked.</param>
    /// <param name="hash">Of his password.</param>
    /// <param name="isTemporary">Good only for choosing his own.</param>
    internal static async Task<long> Add(WriteScope w, NewPerson person, string hash, bool isTemporary)
    {
        Administration.Check(w.By);
        var login = Login.Checked(person.Login);
        var id = await w.Next("person");
        if (await w.Do("INSERT INTO login (login_key, authority_id, person_id) VALUES (@login, @authority, @id) ON CONFLICT (login_key) DO NOTHING", new { login, id }) == 0) throw new RuleBroken("person.login-taken", person.Login);
        await w.Do("""
            INSERT INTO person (authority_id, id, login, post, name, role, body_id, language, phone, password, password_at, password_is_temporary, created_at)
            VALUES (@authority, @id, @login, @Post, @Name, @Role, @Body, @Language, @Phone, @hash, @now, @isTemporary, @now)
            """, new { id, login, person.Post, person.Name, person.Role, person.Body, person.Language, person.Phone, hash, now = w.At.Machine, isTemporary });
        await w.Log("person.added", $"person/{id}", new { login, person.Post, person.Role, person.Body });
        return id;
    }
}

/// <summary>Changes a person's role and body; it holds from his next request on.</summary>
public sealed class ChangeRole(Store store)
{
    public Task Run(Actor by, long person, Role role, long? body, Moment at, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Administration.Check(by);
        if (role == Role.Executor && body is null) throw new RuleBroken("person.body-missing");
        if (role != Role.Administrator) await Administration.KeepOne(w, person);
        if (await w.Do("UPDATE person SET role = @role, body_id = @body WHERE authority_id = @authority AND id = @person", new { person, role, body }) == 0) throw new RuleBroken("person.unknown");
        await w.Log("person.role-changed", $"person/{person}", new { role, body });
    }, stop);
}

/// <summary>Someone left: he cannot sign in and his sessions end. What he did stays his.</summary>
public sealed class BlockPerson(Store store)
{
    public Task Run(Actor by, long person, Moment at, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Administration.Check(by);
        await Administration.KeepOne(w, person);
        if (await w.Do("UPDATE person SET blocked_at = @now WHERE authority_id = @authority AND id = @person AND blocked_at IS NULL", new { person, now = at.Machine }) == 0) return;
        await Sessions.EndAll(w, person);
        await w.Log("person.blocked", $"person/{person}");
    }, stop);
}

/// <summary>Lets a blocked person in again.</summary>
public sealed class UnblockPerson(Store store)
{
    public Task Run(Actor by, long person, Moment at, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        Administration.Check(by);
        if (await w.Do("UPDATE person SET blocked_at = NULL WHERE authority_id = @authority AND id = @person AND blocked_at IS NOT NULL", new { person }) == 1) await w.Log("person.unblocked", $"person/{person}");
    }, stop);
}

/// <summary>Gives a temporary password to one who forgot his; his sessions end.</summary>
public sealed class ResetPassword(Store store)
{
    public async Task<string> Run(Actor by, long person, Moment at, CancellationToken stop = default)
    {
        var password = Passwords.Temporary();
        var hash = await Passwords.Hash(password, stop);
        await store.Write(by, at, async w =>
        {
            Administration.Check(by);
            if (await w.Do("UPDATE person SET password = @hash, password_at = @now, password_is_temporary = 1 WHERE authority_id = @authority AND id = @person", new { person, hash, now = at.Machine }) == 0) throw new RuleBroken("person.unknown");
            await Sessions.EndAll(w, person);
            await w.Log("person.password-reset", $"person/{person}");
        }, stop);
        return password;
    }
}

/// <summary>A person chooses his own password. Every session of his ends, this one too: he signs in with the new one.</summary>
public sealed class ChoosePassword(Store store)
{
    /// <exception cref="RuleBroken">person.password-old; person.password-short, -long, -plain, -same for the new one.</exception>
    public async Task Run(Actor by, string old, string chosen, Moment at, CancellationToken stop = default)
    {
        var kept = await store.Read(by.Authority, r => r.Find<Kept>("SELECT login, password FROM person WHERE authority_id = @authority AND id = @Person", new { by.Person }), stop) ?? throw new RuleBroken("person.unknown");
        Passwords.Check(chosen, kept.Login);
        if (!await Passwords.Matches(old, kept.Password, stop)) throw new RuleBroken("person.password-old");
        if (old == chosen) throw new RuleBroken("person.password-same");
        var hash = await Passwords.Hash(chosen, stop);
        await store.Write(by, at, async w =>
        {
            await w.Do("UPDATE person SET password = @hash, password_at = @now, password_is_temporary = 0 WHERE authority_id = @authority AND id = @Person", new { by.Person, hash, now = at.Machine });
            await Sessions.EndAll(w, by.Person);
            await w.Log("person.password-chosen", $"person/{by.Person}");
        }, stop);
    }

    sealed record Kept(string Login, string? Password);
}

static class Administration
{
    public static void Check(Actor by)
    {
        if (!by.Is(Role.Administrator)) throw new RuleBroken("person.not-for-you");
    }

    /// <summary>An authority is never left without an administrator who can sign in.</summary>
    public static async Task KeepOne(WriteScope w, long person)
    {
        var others = await w.One<long>("SELECT count(*) FROM person WHERE authority_id = @authority AND role = 'Administrator' AND blocked_at IS NULL AND id <> @person", new { person });
        var isOne = await w.One<long>("SELECT count(*) FROM person WHERE authority_id = @authority AND role = 'Administrator' AND id = @person", new { person });
        if (isOne == 1 && others == 0) throw new RuleBroken("person.last-administrator");
    }
}
