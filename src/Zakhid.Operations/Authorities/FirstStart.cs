using System.Security.Cryptography;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Authorities;

/// <summary>What the first person says of his authority and himself.</summary>
/// <param name="Head">The post that the consolidated report is addressed to, dative; empty: not yet known.</param>
public sealed record FirstAuthority(string Name, string Head, string Login, string Post, string Password);

/// <summary>
/// The first start of an empty installation: whoever has the code that was printed where the program runs makes the authority,
/// its coordinator and its administrator, once. After that the code opens nothing.
/// </summary>
public sealed class FirstStart(Store store)
{
    const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Printed on the console and nowhere else; about 59 bits.</summary>
    public string Code { get; } = RandomNumberGenerator.GetString(Signs, 12);

    public async Task<bool> IsOpen(CancellationToken stop = default) => (await new AllAuthorities(store).List(stop)).Count == 0;

    /// <returns>The administrator's sign-in name and his temporary password, told once.</returns>
    /// <exception cref="RuleBroken">«setup.closed», «setup.name», and those of <see cref="AddPerson"/>.</exception>
    public async Task<(string Login, string Password)> Run(string code, FirstAuthority first, Moment at, CancellationToken stop = default)
    {
        if (!CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(code), System.Text.Encoding.UTF8.GetBytes(Code)) || !await IsOpen(stop)) throw new RuleBroken("setup.closed");
        var name = Folding.Collapse(first.Name);
        if (name.Length < 5 || Latin.Code(name).Length < 3) throw new RuleBroken("setup.name");
        Login.Checked(first.Login);
        if (string.IsNullOrWhiteSpace(first.Post)) throw new RuleBroken("person.post-missing");
        Passwords.Check(first.Password, first.Login);

        var authority = await new AddAuthority(store).Run(new Authority { Code = Latin.Code(name), Name = name, HeadPostDative = first.Head.Length == 0 ? null : first.Head }, at, stop);
        var program = Actor.Program(authority);
        await new AddPerson(store).Run(program, new NewPerson(first.Login, first.Post, Role.Coordinator, null), at, first.Password, stop);
        var administrator = $"{first.Login}-admin";
        var (_, password) = await new AddPerson(store).Run(program, new NewPerson(administrator, "адміністратор системи", Role.Administrator, null), at, stop: stop);
        return (administrator, password);
    }
}
