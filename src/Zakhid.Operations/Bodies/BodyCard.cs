using Zakhid.Bodies;
using Zakhid.Executors;
using Zakhid.Mail;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Bodies;

/// <summary>What a person enters of a body, as typed; empty lines are what is not known.</summary>
public sealed record BodyCard
{
    public const int LongestName = 500, LongestLine = 300;

    public required string Name { get; init; }
    /// <summary>Of whom a letter speaks: «відділу культури».</summary>
    public string? NameGenitive { get; init; }
    /// <summary>To whom a letter goes: «відділу культури», «виконавчому комітету».</summary>
    public string? NameDative { get; init; }
    /// <summary>Its members are other bodies.</summary>
    public bool IsGroup { get; init; }
    /// <summary>Not subordinate: can be asked, not ordered.</summary>
    public bool IsOutside { get; init; }
    public long? Parent { get; init; }
    public string? Edrpou { get; init; }
    public string? Katottg { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }

    /// <summary>In one writing: blanks as single spaces, codes checked.</summary>
    /// <exception cref="RuleBroken">The first of its faults: «body.name-missing», «body.too-long», «body.email», «body.phone», and those of the codes.</exception>
    public BodyCard Checked()
    {
        var (card, faults) = Look();
        return faults is [var first, ..] ? throw first : card;
    }

    /// <summary>Everything that has to be mended before the card can be kept, in the order of its lines.</summary>
    public IReadOnlyList<RuleBroken> Faults => Look().Faults;

    (BodyCard Card, List<RuleBroken> Faults) Look()
    {
        var faults = new List<RuleBroken>();
        var card = this with
        {
            Name = Read(Name, name => name.Any(char.IsLetter) ? name : null, LongestName) ?? "",
            NameGenitive = Read(NameGenitive, name => name, LongestName),
            NameDative = Read(NameDative, name => name, LongestName),
            Edrpou = Read(Edrpou, code => Zakhid.Bodies.Edrpou.Read(code).Digits),
            Katottg = Read(Katottg, code => Zakhid.Bodies.Katottg.Read(code).Code),
            Email = Read(Email, email => EmailAddress.Find(email)?.Text ?? throw new RuleBroken("body.email", email)),
            Phone = Read(Phone, phone => phone.Count(char.IsAsciiDigit) is < 5 or > 30 ? throw new RuleBroken("body.phone", phone) : phone),
            Address = Read(Address, address => address),
        };
        if (card.Name.Length == 0 && faults.TrueForAll(f => f.Rule != "body.too-long")) faults.Insert(0, new RuleBroken("body.name-missing"));
        return (card, faults);

        string? Read(string? typed, Func<string, string?> read, int longest = LongestLine)
        {
            try { return Line(typed, longest) is { } line ? read(line) : null; }
            catch (RuleBroken fault)
            {
                faults.Add(fault);
                return null;
            }
        }
    }

    static string? Line(string? typed, int longest = LongestLine)
    {
        var line = Folding.Collapse(typed ?? "");
        return line.Length > longest ? throw new RuleBroken("body.too-long", line.Length, longest) : line.Length == 0 ? null : line;
    }

    /// <summary>The key under which plans find the body by this name, and of what kind the name says it is.</summary>
    internal static (string Key, Executor? Executor) Named(string name, string authority)
    {
        var executors = ExecutorLanguage.Read(name, authority).Executors;
        return executors is [var one] ? (BodyNames.Of([one])[one].Key, one) : (Folding.Key(name), null);
    }
}

/// <summary>Who may change the register.</summary>
static class Registrar
{
    /// <exception cref="RuleBroken">«body.not-for-you».</exception>
    public static void Check(Actor by)
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator, Role.Administrator)) throw new RuleBroken("body.not-for-you");
    }

    /// <exception cref="RuleBroken">«body.unknown»; «body.withdrawn».</exception>
    public static async Task<BodyRow> Standing(Scope scope, long id)
    {
        var body = await scope.Find<BodyRow>("SELECT id, name, key, parent_id, is_group, is_outside, is_coordinator, edrpou, withdrawn_at FROM body WHERE authority_id = @authority AND id = @id", new { id }) ?? throw new RuleBroken("body.unknown");
        return body.WithdrawnAt is null ? body : throw new RuleBroken("body.withdrawn", body.Name);
    }
}

sealed record BodyRow(long Id, string Name, string Key, long? ParentId, bool IsGroup, bool IsOutside, bool IsCoordinator, string? Edrpou, DateTimeOffset? WithdrawnAt);
