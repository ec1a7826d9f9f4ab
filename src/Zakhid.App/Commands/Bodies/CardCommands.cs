using System.CommandLine;
using Zakhid.Operations.Bodies;
using Zakhid.Text;

namespace Zakhid.App.Commands.Bodies;

/// `zakhid bodies show | add | change`: what the register says of one body.
static class CardCommands
{
    /// The lines of a card; one that is not said stays as it is, an empty one is cleared.
    sealed class Fields
    {
        readonly Option<string?> _genitive = Said.Text("--genitive", "NAME", "назва в родовому відмінку", "the name, genitive");
        readonly Option<string?> _dative = Said.Text("--dative", "NAME", "назва в давальному відмінку", "the name, dative");
        readonly Option<bool?> _group = new("--group") { Description = CommandLine.Say("це група", "it is a group"), HelpName = "true|false", Arity = ArgumentArity.ZeroOrOne };
        readonly Option<bool?> _outside = new("--outside") { Description = CommandLine.Say("не підпорядкований", "it is outside"), HelpName = "true|false", Arity = ArgumentArity.ZeroOrOne };
        readonly Option<string?> _parent = Said.Text("--parent", "BODY", "кому підпорядкований", "under whom");
        readonly Option<string?> _edrpou = Said.Text("--edrpou", "CODE", "код ЄДРПОУ", "code ЄДРПОУ");
        readonly Option<string?> _katottg = Said.Text("--katottg", "CODE", "код КАТОТТГ", "code КАТОТТГ");
        readonly Option<string?> _email = Said.Text("--email", "ADDRESS", "електронна пошта", "e-mail");
        readonly Option<string?> _phone = Said.Text("--phone", "NUMBER", "телефон", "telephone");
        readonly Option<string?> _address = Said.Text("--address", "TEXT", "адреса", "address");

        public Fields(Command command)
        {
            foreach (var option in new Option[] { _genitive, _dative, _group, _outside, _parent, _edrpou, _katottg, _email, _phone, _address }) command.Options.Add(option);
        }

        public async Task<BodyCard> Over(BodyCard card, InAuthority at, ParseResult parsed, CancellationToken stop) => card with
        {
            NameGenitive = Of(_genitive, card.NameGenitive, parsed),
            NameDative = Of(_dative, card.NameDative, parsed),
            IsGroup = Flag(_group, card.IsGroup, parsed),
            IsOutside = Flag(_outside, card.IsOutside, parsed),
            Parent = parsed.GetValue(_parent) switch { null => card.Parent, "" => null, var named => await at.Read(r => RegisterSearch.One(r, named), stop) },
            Edrpou = Of(_edrpou, card.Edrpou, parsed),
            Katottg = Of(_katottg, card.Katottg, parsed),
            Email = Of(_email, card.Email, parsed),
            Phone = Of(_phone, card.Phone, parsed),
            Address = Of(_address, card.Address, parsed),
        };

        static string? Of(Option<string?> option, string? stands, ParseResult parsed) => parsed.GetValue(option) ?? stands;

        static bool Flag(Option<bool?> option, bool stands, ParseResult parsed) => parsed.GetResult(option) is null ? stands : parsed.GetValue(option) ?? true;
    }

    public static Command Add()
    {
        var name = Said.Argument("name", "назва в називному відмінку", "the name, nominative");
        var command = new Command("add", CommandLine.Say("Додати орган", "Add a body")) { name };
        var fields = new Fields(command);
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var id = await new AddBody(at.Store).Run(at.By, at.At, await fields.Over(new() { Name = parsed.GetValue(name)! }, at, parsed, stop), stop);
            return Said.Done($"Додано орган {id}.", $"Body {id} added.");
        });
        return command;
    }

    public static Command Change()
    {
        var body = Said.Argument("body", "орган: назва або код", "the body: its name or code");
        var name = Said.Text("--name", "NAME", "нова назва в називному відмінку; стара лишається відомою", "a new name, nominative; the old one stays known");
        var command = new Command("change", CommandLine.Say("Змінити картку органу; порожнє значення прибирає рядок", "Change a body’s card; an empty value clears the line")) { body, name };
        var fields = new Fields(command);
        InAuthority.Handle(command, writes: true, async (at, parsed, stop) =>
        {
            var id = await at.Read(r => RegisterSearch.One(r, parsed.GetValue(body)!), stop);
            var card = (await at.Read(r => BodyLine.One(r, id, at.At.Day), stop)).Card;
            await new ChangeBody(at.Store).Run(at.By, at.At, id, await fields.Over(card with { Name = parsed.GetValue(name) ?? card.Name }, at, parsed, stop), stop);
            return Said.Done("Змінено.", "Changed.");
        });
        return command;
    }

    public static Command Show()
    {
        var (body, json) = (Said.Argument("body", "орган: назва або код", "the body: its name or code"), Said.Json());
        var command = new Command("show", CommandLine.Say("Картка органу: коди, посади, групи, що належить", "A body’s card: codes, posts, groups, what it owes")) { body, json };
        InAuthority.Handle(command, writes: false, async (at, parsed, stop) =>
        {
            var (b, posts, groups, load) = await at.Read(async r =>
            {
                var id = await RegisterSearch.One(r, parsed.GetValue(body)!);
                return (await BodyLine.One(r, id, at.At.Day), await PostSheet.Of(r, id), await MemberLine.GroupsOf(r, id), await BodyLoad.OfBody(r, id, at.At.Day));
            }, stop);
            if (parsed.GetValue(json))
            {
                JsonOut.Write(new
                {
                    b.Id,
                    b.Name,
                    b.NameGenitive,
                    b.NameDative,
                    b.IsGroup,
                    b.IsOutside,
                    b.Parent,
                    b.Edrpou,
                    b.Katottg,
                    b.Email,
                    b.Phone,
                    b.Address,
                    b.Members,
                    b.Owed,
                    b.Overdue,
                    Posts = posts.Select(p => new { p.Id, p.Title, Holders = p.Holders.Select(h => new { h.Id, h.Name, Holding = h.Holding.ToString(), From = h.FromDay, To = h.ToDay, h.Ground }) }),
                    Groups = groups.Select(g => new { Id = g.GroupId, g.Name, From = g.FromDay, To = g.ToDay }),
                    Load = load.Select(l => new { Plan = $"{at.Authority.Code}-{l.PlanId}", l.Measures, l.Of, l.Owed, l.Busiest, l.OnBusiest }),
                });
                return 0;
            }
            Console.WriteLine($"{b.Id}  {b.Name}{(b.Parent is null ? "" : $" ({b.Parent})")}");
            foreach (var (label, value) in new[] { ("ЄДРПОУ", b.Edrpou), ("КАТОТТГ", b.Katottg), (CommandLine.Say("пошта", "e-mail"), b.Email), (CommandLine.Say("телефон", "telephone"), b.Phone), (CommandLine.Say("адреса", "address"), b.Address) })
                if (value is not null) Console.WriteLine($"  {label}: {value}");
            foreach (var post in posts)
            {
                Console.WriteLine($"  {post.Title}: {(post.On(at.At.Day) is { } now ? $"{now.Prefix} {now.Name}".Trim() : CommandLine.Say("вакантна", "vacant"))}");
                foreach (var h in post.Holders) Console.WriteLine($"    {h.Id,4}  {h.AsHolder.Prefix} {h.Name}, {PostCommands.Days(h.FromDay, h.ToDay)}{(h.Ground is null ? "" : $" ({h.Ground})")}".Replace("  ,", ",", StringComparison.Ordinal));
            }
            foreach (var g in groups) Console.WriteLine(CommandLine.Say($"  у групі: {g.Name}, {PostCommands.Days(g.FromDay, g.ToDay)}", $"  in the group: {g.Name}, {PostCommands.Days(g.FromDay, g.ToDay)}"));
            foreach (var l in load) Console.WriteLine(CommandLine.Say($"  {at.Authority.Code}-{l.PlanId}: заходів {l.Measures} із {l.Of}, не подано {l.Owed}{(l.Busiest is { } day ? $", найбільше {l.OnBusiest} на {UkrainianDate.Short(day)}" : "")}", $"  {at.Authority.Code}-{l.PlanId}: {l.Measures} measures of {l.Of}, {l.Owed} not handed in{(l.Busiest is { } most ? $", at most {l.OnBusiest} on {most:yyyy-MM-dd}" : "")}"));
            return 0;
        });
        return command;
    }
}
