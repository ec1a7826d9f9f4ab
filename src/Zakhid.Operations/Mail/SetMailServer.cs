using Zakhid.Operations.Authorities;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Mail;

/// <summary>
/// Sets the server that letters leave through. It belongs to the whole installation: where several authorities share one,
/// none of their administrators may turn the others' letters elsewhere, and only the command line of the machine sets it.
/// </summary>
public sealed class SetMailServer(Store store)
{
    /// <param name="password">Null: the kept one stays; empty: it is taken away.</param>
    /// <exception cref="RuleBroken">«mail.not-for-you», «mail.shared», and those of <see cref="MailServer.Checked"/>.</exception>
    public async Task Run(Actor by, MailServer server, string? password, Moment at, CancellationToken stop = default)
    {
        if (!by.Is(Role.Administrator)) throw new RuleBroken("mail.not-for-you");
        server = server.Checked();
        var authorities = await new AllAuthorities(store).List(stop);
        if (!by.IsProgram && authorities.Count > 1) throw new RuleBroken("mail.shared");
        if (password is not null) MailPassword.Keep(store, password.Length > 0 ? password : null);
        await store.Write(Actor.Program(Store.Installation), at, w => w.Do("""
            INSERT INTO mail_server (id, host, port, safety, login, from_address, from_name, site, ca, changed_at)
            VALUES (1, @Host, @Port, @Safety, @Login, @FromAddress, @FromName, @Site, @Ca, @now)
            ON CONFLICT (id) DO UPDATE SET host = excluded.host, port = excluded.port, safety = excluded.safety, login = excluded.login,
                from_address = excluded.from_address, from_name = excluded.from_name, site = excluded.site, ca = excluded.ca, changed_at = excluded.changed_at
            """, new { server.Host, server.Port, server.Safety, server.Login, server.FromAddress, server.FromName, server.Site, server.Ca, now = at.Machine }), stop);
        foreach (var authority in authorities)
            await store.Write(by with { Authority = authority.Id }, at, w => w.Log("mail.server-set", $"authority/{authority.Id}", new { server.Host, server.Port, server.Safety, server.Login, server.FromAddress, server.Site, password = password is null ? "kept" : password.Length > 0 ? "new" : "none" }), stop);
    }
}

/// <summary>Takes the server away: nothing is queued or sent from here on.</summary>
public sealed class ForgetMailServer(Store store)
{
    /// <exception cref="RuleBroken">«mail.not-for-you», «mail.shared».</exception>
    public async Task Run(Actor by, Moment at, CancellationToken stop = default)
    {
        if (!by.Is(Role.Administrator)) throw new RuleBroken("mail.not-for-you");
        var authorities = await new AllAuthorities(store).List(stop);
        if (!by.IsProgram && authorities.Count > 1) throw new RuleBroken("mail.shared");
        MailPassword.Keep(store, null);
        await store.Write(Actor.Program(Store.Installation), at, w => w.Do("DELETE FROM mail_server WHERE id = 1"), stop);
        foreach (var authority in authorities) await store.Write(by with { Authority = authority.Id }, at, w => w.Log("mail.server-forgotten", $"authority/{authority.Id}"), stop);
    }
}
