using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.People;

/// <summary>
/// Tries to sign in, counted by name and address together, by address, and by name. An address is a network of IPv6 /64 or one
/// IPv4. From an address where the person has signed in before, the count by name alone does not hold him up: nobody can
/// lock him out from elsewhere.
/// </summary>
sealed class SignInAttempt(string login, IPAddress? address)
{
    sealed record Limit(string Key, int Free, TimeSpan First, TimeSpan Longest, TimeSpan Forgotten);
    sealed record Row(long Failures, DateTimeOffset LastAt, DateTimeOffset OpenAt);

    readonly string _known = Key("known", login, Network(address));
    readonly Limit _here = new(Key("here", login, Network(address)), 5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1));
    readonly Limit _address = new(Key("address", "", Network(address)), 60, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15));
    readonly Limit _login = new(Key("login", login, ""), 40, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2), TimeSpan.FromHours(1));
    static readonly TimeSpan KnownFor = TimeSpan.FromDays(90);

    /// <summary>Counts this try against every limit.</summary>
    /// <exception cref="RuleBroken">sign-in.wait; the try is not heard and not counted.</exception>
    public async Task Count(WriteScope w)
    {
        var now = w.At.Machine;
        var known = await Find(w, _known) is { } seen && now - seen.LastAt < KnownFor;
        var limits = known ? new[] { _here } : [_here, _address, _login];
        foreach (var limit in limits)
            if (await Find(w, limit.Key) is { } row && row.OpenAt > now) throw new RuleBroken("sign-in.wait", (int)Math.Ceiling((row.OpenAt - now).TotalMinutes));
        foreach (var limit in limits) await Add(w, limit, now);
        await w.Do("DELETE FROM sign_in_attempt WHERE last_at < @old", new { old = now - KnownFor });
    }

    static async Task Add(WriteScope w, Limit limit, DateTimeOffset now)
    {
        var before = await Find(w, limit.Key) is { } row && now - row.LastAt < limit.Forgotten ? row.Failures : 0;
        var over = before + 1 - limit.Free;
        var wait = over < 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(limit.Longest.Ticks, limit.First.Ticks << (int)Math.Min(over, 10)));
        await Put(w, limit.Key, before + 1, now, now + wait);
    }

    /// <summary>The password was right: nothing here counts any more, and the address is known.</summary>
    public async Task Forgive(WriteScope w)
    {
        await w.Do("DELETE FROM sign_in_attempt WHERE key = @Key", new { _here.Key });
        // Someone who knows one password must not wash off his guesses at others: one try is taken back, no more.
        foreach (var limit in (Limit[])[_address, _login])
            await w.Do("UPDATE sign_in_attempt SET failures = failures - 1 WHERE key = @Key AND failures > 0", new { limit.Key });
        await Put(w, _known, 0, w.At.Machine, w.At.Machine);
    }

    static Task<Row?> Find(WriteScope w, string key) => w.Find<Row>("SELECT failures, last_at, open_at FROM sign_in_attempt WHERE key = @key", new { key });

    static Task Put(WriteScope w, string key, long failures, DateTimeOffset last, DateTimeOffset open) => w.Do("""
        INSERT INTO sign_in_attempt (key, failures, last_at, open_at) VALUES (@key, @failures, @last, @open)
        ON CONFLICT (key) DO UPDATE SET failures = @failures, last_at = @last, open_at = @open
        """, new { key, failures, last, open });

    static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes()[..8]) : address.ToString();
    }

    // What was typed as a name may be a password: it is not kept in clear.
    static string Key(string kind, string login, string network) =>
        $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{login}\n{network}")).AsSpan(0, 16))}";
}
