using System.CommandLine;
using Zakhid.Bodies;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.People;
using Zakhid.Text;

namespace Zakhid.App.Commands.Bodies;

/// `zakhid bodies post | appoint | release`: posts of a body and who holds or acts for them, day by day.
static class PostCommands
{
    static Argument<string> Body() => Said.Argument("body", "орган: назва або код", "the body: its name or code");
    static Argument<string> Post() => Said.Argument("post", "назва посади", "title of the post");

    public static string Days(DateOnly from, DateOnly? to) => $"{CommandLine.Say("з", "from")} {UkrainianDate.Short(from)}{(to is { } last ? $" {CommandLine.Say("до", "to")} {UkrainianDate.Short(last)}" : "")}";

    public static Command Add()
    {
        var (body, title) = (Body(), Said.Argument("title", "назва посади: «начальник відділу»", "title: «начальник відділу»"));
        var command = new Command("post", CommandLine.Say("Додати посаду", "Add a post")) { body, title };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var id = await at.Read(r => RegisterSearch.One(r, parsed.GetValue(body)!), stop);
            var post = await new Posts(at.Store).Add(at.By, at.At, id, parsed.GetValue(title), stop);
            return Said.Done($"Додано посаду {post}.", $"Post {post} added.");
        });
        return command;
    }

    public static Command Appoint()
    {
        var (body, post, holder) = (Body(), Post(), Said.Argument("name", "хто: Власне ім’я ПРІЗВИЩЕ", "who: Own name SURNAME"));
        var (from, to) = (DayOption.Create("--from", "з дня; без цього — сьогодні", "from a day; today without it"), DayOption.Create("--to", "останній день", "the last day"));
        var acting = new Option<string?>("--acting") { Description = CommandLine.Say("заміщення: full — в.о., temporary — т.в.о.", "acting: full is «в.о.», temporary «т.в.о.»"), HelpName = "full|temporary" };
        acting.AcceptOnlyFromAmong("full", "temporary");
        var (ground, login) = (Said.Text("--ground", "TEXT", "документ про призначення", "the order that appoints"), Said.Text("--login", "LOGIN", "його логін, якщо він входить у систему", "his sign-in name, if he has one"));
        var command = new Command("appoint", CommandLine.Say("Внести особу на посаду або того, хто її заміщує", "Enter who holds a post, or acts for its holder")) { body, post, holder, from, to, acting, ground, login };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var found = await Find(at, parsed.GetValue(body)!, parsed.GetValue(post)!, stop);
            var person = parsed.GetValue(login) is { } named ? (await new AllPeople(at.Store).All(at.By, stop)).Find(p => p.Login == named)?.Id ?? throw new RuleBroken("person.unknown") : (long?)null;
            var holding = parsed.GetValue(acting) switch { "full" => Holding.Acting, "temporary" => Holding.TemporarilyActing, _ => Holding.Full };
            var id = await new Posts(at.Store).Appoint(at.By, at.At, found.Id, parsed.GetValue(holder), parsed.GetValue(from) ?? at.At.Day, parsed.GetValue(to), holding, parsed.GetValue(ground), person, stop);
            return Said.Done($"Внесено {id}.", $"Entered {id}.");
        });
        return command;
    }

    public static Command Release()
    {
        var (body, post) = (Body(), Post());
        var name = Said.Text("--name", "NAME", "хто; без цього — єдиний, хто її обіймає", "who; without it, the only one who holds it");
        var to = DayOption.Create("--to", "останній день; без цього — сьогодні", "the last day; today without it");
        var command = new Command("release", CommandLine.Say("Вказати останній день особи на посаді", "Give a person’s last day in a post")) { body, post, name, to };
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var found = await Find(at, parsed.GetValue(body)!, parsed.GetValue(post)!, stop);
            var day = parsed.GetValue(to) ?? at.At.Day;
            var standing = found.Holders.Where(h => parsed.GetValue(name) is { } who ? Folding.Key(h.Name) == Folding.Key(who) : h.ToDay is null || h.ToDay > day).ToList();
            if (standing is not [var holder, ..] || standing.Count > 1 && parsed.GetValue(name) is null) throw new RuleBroken("post.whom", found.Title, string.Join("; ", found.Holders.Select(h => h.Name)));
            await new Posts(at.Store).Release(at.By, at.At, holder.Id, day, stop);
            return Said.Done($"{holder.Name}: {Days(holder.FromDay, day)}.", $"{holder.Name}: {Days(holder.FromDay, day)}.");
        });
        return command;
    }

    static async Task<PostSheet> Find(InAuthority at, string body, string title, CancellationToken stop)
    {
        var posts = await at.Read(async r => await PostSheet.Of(r, await RegisterSearch.One(r, body)), stop);
        return posts.Find(p => Folding.Key(p.Title) == Folding.Key(title)) ?? throw new RuleBroken("post.none", title, posts.Count == 0 ? "—" : string.Join("; ", posts.Select(p => p.Title)));
    }
}
