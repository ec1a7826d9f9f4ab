using System.Security.Cryptography;
using System.Text;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Authorities;

/// <summary>What the first person says of his authority and himself.</summary>
/// <param name="Head">The post that the consolidated report is addressed to, dative; empty: not yet known.</param>
public sealed record FirstAuthority(string Name, string Head, string Login, string Post, string Password);

/// <summary>
/// The first start of an installation where nobody can sign in yet: whoever has the code that was printed where the program
/// runs makes the authority, its coordinator and its administrator, once. After that the code opens nothing.
/// </summary>
public sealed class FirstStart(Store store) : IDisposable
{
    const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    readonly SemaphoreSlim _one = new(1, 1);
    bool _done;

    /// <summary>Printed on the console and nowhere else; about 59 bits.</summary>
    public string Code { get; } = RandomNumberGenerator.GetString(Signs, 12);

    /// <summary>Whether this code still opens the first start.</summary>
    public async Task<bool> Opens(string code, CancellationToken stop = default) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(Code)) && await IsOpen(stop);

    /// <summary>Whether nobody can sign in yet.</summary>
    public async Task<bool> IsOpen(CancellationToken stop = default)
    {
        if (_done) return false;
        _done = await store.Read(Store.Installation, r => r.Find<string>("SELECT login_key FROM login WHERE @authority = 0 LIMIT 1"), stop) is not null;
        return !_done;
    }

    /// <summary>What has to be mended in the answers, field by field; empty: nothing.</summary>
    public static IReadOnlyList<(string Field, RuleBroken Rule)> Faults(FirstAuthority first)
    {
        var faults = new List<(string, RuleBroken)>();
        var name = Folding.Collapse(first.Name);
        Try("name", () => { if (name.Length < 5 || Latin.Code(name).Length < 3) throw new RuleBroken("setup.name"); });
        Try("post", () => { if (string.IsNullOrWhiteSpace(first.Post)) throw new RuleBroken("person.post-missing"); });
        Try("login", () =>
        {
            Login.Checked(first.Login);
            Login.Checked(OfAdministrator(first.Login));
        });
        Try("password", () => Passwords.Check(first.Password, first.Login));
        return faults;

        void Try(string field, Action check)
        {
            try { check(); }
            catch (RuleBroken rule) { faults.Add((field, rule)); }
        }
    }

    /// <returns>The administrator's sign-in name and his temporary password, told once.</returns>
    /// <exception cref="RuleBroken">«setup.closed», and what <see cref="Faults"/> finds.</exception>
    public async Task<(string Login, string Password)> Run(string code, FirstAuthority first, Moment at, CancellationToken stop = default)
    {
        if (Faults(first) is [var (_, fault), ..]) throw fault;
        await _one.WaitAsync(stop);
        try
        {
            if (!await Opens(code, stop)) throw new RuleBroken("setup.closed");
            var coordinator = new NewPerson(first.Login, first.Post, Role.Coordinator);
            var administrator = new NewPerson(OfAdministrator(first.Login), "адміністратор системи", Role.Administrator);
            var password = Passwords.Temporary();
            var (own, temporary) = (await Passwords.Hash(first.Password, stop), await Passwords.Hash(password, stop));
            var authority = await Authority(first, at, stop);
            // Both or none: with one of them alone nobody could ever add the other.
            await store.Write(Actor.Program(authority), at, async w =>
            {
                await AddPerson.Add(w, coordinator, own, isTemporary: false);
                await AddPerson.Add(w, administrator, temporary, isTemporary: true);
            }, stop);
            return (administrator.Login, password);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>One of that name may be there: added from the shell, or by a first start that was cut off.</summary>
    async Task<long> Authority(FirstAuthority first, Moment at, CancellationToken stop)
    {
        var name = Folding.Collapse(first.Name);
        if ((await new AllAuthorities(store).List(stop)).Find(a => Folding.Collapse(a.Name) == name) is { } there) return there.Id;
        return await new AddAuthority(store).Run(new Authority { Code = Latin.Code(name), Name = name, HeadPostDative = first.Head.Length == 0 ? null : first.Head }, at, stop);
    }

    static string OfAdministrator(string login) => $"{Login.Key(login)}-admin";

    public void Dispose() => _one.Dispose();
}
