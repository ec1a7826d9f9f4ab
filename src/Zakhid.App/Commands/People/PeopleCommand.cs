using System.CommandLine;
using Zakhid.App.Web;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Feeds;
using Zakhid.Operations.Mail;
using Zakhid.Operations.People;

namespace Zakhid.App.Commands.People;

/// `zakhid people …`: who signs in, with which role, where his letters go, the address of his calendar.
static class PeopleCommand
{
    public static Command Create() => new("people", CommandLine.Say("Люди органу: ролі, пошта, паролі, адреса календаря", "People of an authority: roles, e-mail, passwords, calendar address"))
    {
        List(), Add(), ChangeRole(), Email(), Calendar(),
        Deed("block", CommandLine.Say("Закрити вхід тому, хто пішов", "Close the door to one who left"), (at, who, stop) => new BlockPerson(at.Store).Run(at.By, who.Id, at.At, stop), ("Вхід закрито.", "The door is closed.")),
        Deed("unblock", CommandLine.Say("Знову відкрити вхід", "Open the door again"), (at, who, stop) => new UnblockPerson(at.Store).Run(at.By, who.Id, at.At, stop), ("Вхід відкрито.", "The door is open.")),
        Password(),
    };

    static Argument<string> Login() => Said.Argument("login", "логін", "the sign-in name");

    static async Task<PersonRow> Find(InAuthority at, string login, CancellationToken stop) =>
        (await new AllPeople(at.Store).All(at.By, stop)).Find(p => p.Login.Equals(login.Trim(), StringComparison.OrdinalIgnoreCase)) ?? throw new RuleBroken("person.no-such", login);

    static Option<Role?> RoleOption(bool required) => new("--role") { Description = CommandLine.Say("роль: executor, coordinator, controller, head, administrator", "role: executor, coordinator, controller, head, administrator"), HelpName = "ROLE", Required = required };
    static Option<string?> BodyOption() => Said.Text("--body", "BODY", "за який орган звітує", "the body that he reports for");

    static async Task<long?> Body(InAuthority at, string? named, CancellationToken stop) => named is null ? null : await at.Read(r => RegisterSearch.One(r, named), stop);

    static Command List()
    {
        var json = Said.Json();
        var command = new Command("list", CommandLine.Say("Хто входить у систему", "Who signs in")) { json };
        InAuthority.Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var all = await new AllPeople(at.Store).All(at.By, stop);
            if (parsed.GetValue(json)) JsonOut.Write(all.Select(p => new { p.Id, p.Login, p.Post, p.Name, Role = p.Role.ToString(), Body = p.BodyName, p.Email, Blocked = p.BlockedAt is not null }));
            else foreach (var p in all) Console.WriteLine($"{p.Login,-28} {p.Role,-13} {p.Name ?? p.Post}{(p.BodyName is null ? "" : $", {p.BodyName}")}{(p.Email is null ? "" : $", {p.Email}")}{(p.BlockedAt is null ? "" : CommandLine.Say(" — вхід закрито", " — blocked"))}");
            return 0;
        });
        return command;
    }

    static Command Add()
    {
        var (login, post, role, body) = (Login(), Said.Argument("post", "посада", "the post"), RoleOption(required: true), BodyOption());
        var command = new Command("add", CommandLine.Say("Додати особу; тимчасовий пароль показано один раз", "Add a person; a temporary password is shown once")) { login, post, role, body };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var (_, password) = await new AddPerson(at.Store).Run(at.By, new(parsed.GetValue(login)!, parsed.GetValue(post)!, parsed.GetValue(role)!.Value, await Body(at, parsed.GetValue(body), stop)), at.At, stop: stop);
            return Said.Done($"Тимчасовий пароль: {password}", $"Temporary password: {password}");
        });
        return command;
    }

    static Command ChangeRole()
    {
        var (login, role, body) = (Login(), RoleOption(required: true), BodyOption());
        var command = new Command("role", CommandLine.Say("Змінити роль і орган", "Change role and body")) { login, role, body };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var who = await Find(at, parsed.GetValue(login)!, stop);
            await new ChangeRole(at.Store).Run(at.By, who.Id, parsed.GetValue(role)!.Value, parsed.GetValue(body) is null ? who.BodyId : await Body(at, parsed.GetValue(body), stop), at.At, stop);
            return Said.Done("Змінено.", "Changed.");
        });
        return command;
    }

    static Command Email()
    {
        var (login, address) = (Login(), Said.Argument("address", "адреса; порожня — листи не йдуть", "the address; empty: no letters"));
        var command = new Command("email", CommandLine.Say("Куди надсилати листи особі", "Where a person’s letters go")) { login, address };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            await new SetEmail(at.Store).Run(at.By, (await Find(at, parsed.GetValue(login)!, stop)).Id, parsed.GetValue(address), at.At, stop);
            return Said.Done("Збережено.", "Saved.");
        });
        return command;
    }

    static Command Calendar()
    {
        var (login, close) = (Login(), Said.Flag("--close", "закрити адресу: за нею більше нічого немає", "close the address: nothing is behind it any more"));
        var command = new Command("calendar", CommandLine.Say("Дати таємну адресу календаря; попередня перестає діяти", "Give a secret calendar address; an earlier one holds no more")) { login, close };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var who = await Find(at, parsed.GetValue(login)!, stop);
            if (parsed.GetValue(close))
            {
                await new CloseCalendarFeed(at.Store).Run(at.By, at.At, who.Id, stop);
                return Said.Done("Адресу закрито.", "The address is closed.");
            }
            var site = (await MailServer.Find(at.Store, stop))?.Site ?? "";
            Console.WriteLine(FeedAnswers.Address(site, await new OpenCalendarFeed(at.Store).Run(at.By, at.At, who.Id, stop)));
            return 0;
        });
        return command;
    }

    static Command Password()
    {
        var login = Login();
        var command = new Command("password", CommandLine.Say("Дати тимчасовий пароль тому, хто забув свій", "Give a temporary password to one who forgot his")) { login };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var password = await new ResetPassword(at.Store).Run(at.By, (await Find(at, parsed.GetValue(login)!, stop)).Id, at.At, stop);
            return Said.Done($"Тимчасовий пароль: {password}", $"Temporary password: {password}");
        });
        return command;
    }

    static Command Deed(string name, string says, Func<InAuthority, PersonRow, CancellationToken, Task> deed, (string Ukrainian, string English) done)
    {
        var login = Login();
        var command = new Command(name, says) { login };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            await deed(at, await Find(at, parsed.GetValue(login)!, stop), stop);
            return Said.Done(done.Ukrainian, done.English);
        });
        return command;
    }
}
