using Zakhid.Cascade;
using Zakhid.Documents.Cascade;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Cascade;

/// <summary>A package that was taken before: the same bytes bring nothing new.</summary>
public sealed record TakenBefore(long Id, string Number, int Edition, DateOnly Day, string Digest);

/// <summary>What a verified package brings to this authority, before anything is written.</summary>
public sealed record PackagePreview
{
    public required CheckedPackage Checked { get; init; }
    public ExchangePackage Package => Checked.Package;
    /// <summary>The same package, taken before.</summary>
    public TakenBefore? Same { get; init; }
    /// <summary>The plan here that an answer answers.</summary>
    public long? PlanId { get; init; }
    public string? PlanTitle { get; init; }
    /// <summary>The body here that the issuer is; null: nobody of that name, it is asked.</summary>
    public long? BodyId { get; init; }
    public string? BodyName { get; init; }
    /// <summary>It was known by its code of the state register; else by its name alone, which another may bear.</summary>
    public bool BodyByCode { get; init; }
    /// <summary>Of a later edition of a task: measures of which it is not sure whether they are earlier ones. A person says.</summary>
    public IReadOnlyList<UnsureMeasure> Unsure { get; init; } = [];
    /// <summary>What an answer says to each measure of ours; empty for a task.</summary>
    public IReadOnlyList<AnswerLine> Answers { get; init; } = [];

    /// <summary>«пакет обміну № 2020-0001 від 16.09.2020, Глухівська міська рада».</summary>
    public string Ground => GroundOf(Package);

    /// <inheritdoc cref="Ground"/>
    public static string GroundOf(ExchangePackage package) => $"пакет обміну № {package.Number} від {UkrainianDate.Short(package.Day)}, {package.Issuer.Name}";

    /// <param name="scope">Of the authority that takes it.</param>
    /// <param name="package">As verified.</param>
    /// <param name="body">The body that the issuer is, where a person said so.</param>
    /// <param name="same">What a person said of <see cref="Unsure"/>: place in the later edition → position of the earlier measure, null where it is new.</param>
    /// <exception cref="RuleBroken">«package.for-another», «package.for-another-code», «package.own», «package.older», «package.other-edition», «package.unknown-plan».</exception>
    public static async Task<PackagePreview> Of(Scope scope, CheckedPackage package, long? body = null, IReadOnlyDictionary<int, int?>? same = null)
    {
        var p = package.Package;
        var authority = await AllAuthorities.Of(scope);
        var us = new Party(authority.Name, authority.Edrpou);
        if (p.Issuer.Is(us)) throw new RuleBroken("package.own");
        if (!p.Addressee.Is(us)) throw p.Addressee.Key == us.Key ? new RuleBroken("package.for-another-code", p.Addressee.Name, p.Addressee.Edrpou!, us.Edrpou!) : new RuleBroken("package.for-another", p.Addressee.Name);
        var before = await Earlier(scope, package);
        var preview = new PackagePreview { Checked = package, Same = before };
        if (p.Kind == PackageKind.Task)
        {
            var identity = StoredHigherAct.IdentityOf(p.Act with { IsDraft = false });
            return before is null && await scope.Find<long?>("SELECT id FROM higher_act WHERE authority_id = @authority AND identity = @identity", new { identity }) is { } known
                ? preview with { Unsure = await HigherEdition.Unsure(scope, known, p.Measures, same ?? new Dictionary<int, int?>()) } : preview;
        }

        var plan = await Answered(scope, p) ?? throw new RuleBroken("package.unknown-plan", p.Links.Count == 0 ? "—" : HigherAct.NameOf(p.Links[0].Higher));
        var byCode = body is null && p.Issuer.Edrpou is { } code ? await scope.Find<NamedRow>("SELECT id, name FROM body WHERE authority_id = @authority AND edrpou = @code AND withdrawn_at IS NULL AND is_group = 0", new { code }) : null;
        var who = body is { } chosen
            ? await scope.Find<NamedRow>("SELECT id, name FROM body WHERE authority_id = @authority AND id = @chosen AND withdrawn_at IS NULL", new { chosen })
            : byCode ?? await Body(scope, p.Issuer);
        preview = preview with { PlanId = plan.Id, PlanTitle = plan.Name, BodyId = who?.Id, BodyName = who?.Name, BodyByCode = byCode is not null };
        return preview with { Answers = await AnswerLine.Of(scope, p, plan.Id, who?.Id) };
    }

    /// <summary>The key under which editions of one package are told: whose plan, and for an answer of which period.</summary>
    internal static (string Act, string Period) Subject(ExchangePackage p) => (StoredHigherAct.IdentityOf(p.Act), p.Report?.Period ?? "");

    static async Task<TakenBefore?> Earlier(Scope scope, CheckedPackage package)
    {
        var p = package.Package;
        var (act, period) = Subject(p);
        var last = await scope.Find<TakenBefore>("""
            SELECT id, number, edition, day, digest FROM package WHERE authority_id = @authority AND direction = 'Taken' AND kind = @Kind AND other_key IN (@Key, @code) AND act_identity = @act AND period_code = @period
            ORDER BY edition DESC LIMIT 1
            """, new { p.Kind, p.Issuer.Key, code = p.Issuer.Edrpou ?? p.Issuer.Key, act, period });
        if (last is null || last.Edition < p.Edition) return null;
        if (last.Digest == package.Digest) return last;
        throw last.Edition > p.Edition ? new("package.older", p.Edition, last.Edition, last.Day) : new RuleBroken("package.other-edition", p.Edition, last.Day);
    }

    /// <summary>Our plan that the links speak of: by its act; by number and day alone where only one has them, for an issuer written otherwise.</summary>
    static async Task<NamedRow?> Answered(Scope scope, ExchangePackage p)
    {
        if (p.Links.Count == 0 || p.Links.Select(l => StoredHigherAct.IdentityOf(l.Higher)).Distinct(StringComparer.Ordinal).Count() != 1) return null;
        var higher = p.Links[0].Higher;
        const string plans = "SELECT p.id, p.title AS name, a.identity, a.number FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.control_day IS NOT NULL AND ";
        var identity = StoredHigherAct.IdentityOf(higher);
        if (await scope.Find<PlanOfAct>(plans + "a.identity = @identity", new { identity }) is { } exact) return new(exact.Id, exact.Name);
        var key = Folding.Key(higher.Number!);
        var alike = (await scope.All<PlanOfAct>(plans + "a.date = @Date", new { higher.Date })).FindAll(a => a.Number is not null && Folding.Key(a.Number) == key);
        return alike is [var one] ? new(one.Id, one.Name) : null;
    }

    static async Task<NamedRow?> Body(Scope scope, Party issuer)
    {
        // One that bears the name and another code is somebody else.
        const string other = "(@Edrpou IS NULL OR b.edrpou IS NULL OR b.edrpou = @Edrpou)";
        var known = await scope.Find<NamedRow>($"""
            SELECT b.id, b.name FROM body_alias a JOIN body b ON b.authority_id = a.authority_id AND b.id = a.body_id
            WHERE a.authority_id = @authority AND a.key = @Key AND b.withdrawn_at IS NULL AND b.is_group = 0 AND {other}
            """, new { issuer.Key, issuer.Edrpou });
        if (known is not null) return known;
        var named = (await scope.All<NamedRow>($"SELECT b.id, b.name FROM body b WHERE b.authority_id = @authority AND b.withdrawn_at IS NULL AND b.is_group = 0 AND {other} ORDER BY b.id", new { issuer.Edrpou })).FindAll(b => Folding.Key(b.Name) == issuer.Key);
        // Two of one name: a person says which.
        return named is [var one] ? one : null;
    }

    sealed record NamedRow(long Id, string Name);
    sealed record PlanOfAct(long Id, string Name, string Identity, string? Number);
}
