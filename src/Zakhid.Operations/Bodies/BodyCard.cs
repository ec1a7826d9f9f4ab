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
    /// <exception cref="RuleBroken">«body.name-missing», «body.too-long», «body.email», «body.phone», and those of the codes.</exception>
    public BodyCard Checked()
    {
        var name = Line(Name, LongestName) ?? throw new RuleBroken("body.name-missing");
        if (!name.Any(char.IsLetter)) throw new RuleBroken("body.name-missing");
        var (email, phone) = (Line(Email), Line(Phone));
        if (email is not null) email = EmailAddress.Find(email)?.Text ?? throw new RuleBroken("body.email", email);
        if (phone is not null && phone.Count(char.IsAsciiDigit) is < 5 or > 30) throw new RuleBroken("body.phone", phone);
        return this with
        {
            Name = name,
            NameGenitive = Line(NameGenitive, LongestName),
            NameDative = Line(NameDative, LongestName),
            Edrpou = Line(Edrpou) is { } code ? Zakhid.Bodies.Edrpou.Read(code).Digits : null,
            Katottg = Line(Katottg) is { } place ? Zakhid.Bodies.Katottg.Read(place).Code : null,
            Email = email,
            Phone = phone,
            Address = Line(Address),
        };
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
