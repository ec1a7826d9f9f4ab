using Zakhid.Documents.Cascade;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Files;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>A package that was made: its file lies on the shelf under its hash.</summary>
public sealed record MadePackage(long Id, string Number, int Edition, string Digest, string Sha256, string FileName);

/// <summary>
/// Makes the file for another authority: a plan of one's own as a task for a body below, or a sent report as the answer to the act
/// above. The same contents to the same addressee are the package made before; other contents are its next edition.
/// </summary>
public sealed class MakePackage(Store store)
{
    public const string ZipType = "application/zip";

    /// <summary>The plan with its measures and days, for a body below.</summary>
    /// <exception cref="RuleBroken">«cascade.not-for-you», «package.addressee», «plan.unknown», «plan.draft».</exception>
    public Task<MadePackage> Task(Actor by, Moment at, long plan, string addressee, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var contents = await PlanContents.Of(w, plan);
        return await Keep(w, contents, await Blank(w, contents, PackageKind.Task, addressee), "", higher: null, stop);
    }, stop);

    /// <summary>The report of a period as it was sent, for the authority above.</summary>
    /// <param name="higher">Which of the acts above the plan is answered.</param>
    /// <param name="addressee">As that authority calls itself; null: the issuer of the higher act.</param>
    /// <param name="withFiles">Lay the evidence itself in, not only its hashes.</param>
    /// <exception cref="RuleBroken">Those of <see cref="Task"/>; «package.not-sent», «package.no-links», «cascade.unknown-act».</exception>
    public Task<MadePackage> Answer(Actor by, Moment at, long plan, string period, long higher, string? addressee = null, bool withFiles = false, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var contents = await PlanContents.Of(w, plan, excluded: true);
        var act = await StoredHigherAct.Find(w, higher);
        var links = await Links(w, contents, act);
        if (links.Count == 0) throw new RuleBroken("package.no-links", act.Name);
        var (report, evidence) = await SentReport.Of(w, contents, period);
        var package = await Blank(w, contents, PackageKind.Answer, addressee, act) with { Links = links, Report = report, Evidence = evidence };
        if (withFiles) package = package with { Files = await Bytes(evidence, stop) };
        return await Keep(w, contents, package, period, higher, stop);
    }, stop);

    static async Task<ExchangePackage> Blank(WriteScope w, PlanContents plan, PackageKind kind, string? addressee, StoredHigherAct? answered = null)
    {
        KeepHigherAct.MustBeCoordinator(w.By);
        var authority = await AllAuthorities.Of(w);
        var (to, us) = (await PartyOf(w, addressee, answered), new Party(authority.Name, authority.Edrpou));
        if (to.Key.Length < 3 || to.Is(us)) throw new RuleBroken("package.addressee");
        return new()
        {
            Kind = kind,
            Number = "",
            Edition = 1,
            Day = default,
            Issuer = us,
            Addressee = to,
            Act = plan.Act,
            Title = plan.Title,
            Sections = plan.Sections,
            Measures = [.. plan.Measures.Select(m => m.Measure)],
            Above = [.. (await StoredHigherAct.Above(w, plan.Id)).Select(h => h.Act with { Clauses = [] })],
            IsSample = authority.IsSample,
        };
    }

    /// <summary>Whom it is for, with the code that the register has of him; an act that came by a package knows who gave it.</summary>
    static async Task<Party> PartyOf(WriteScope w, string? addressee, StoredHigherAct? answered)
    {
        var said = addressee?.Trim() ?? "";
        if (said.Length == 0 && answered is not null)
            return await w.Find<Party>("SELECT other AS name, other_edrpou AS edrpou FROM package WHERE authority_id = @authority AND direction = 'Taken' AND kind = 'Task' AND higher_id = @Id ORDER BY edition DESC LIMIT 1", new { answered.Id })
                ?? await PartyOf(w, answered.Issuer, null);
        if (await RegisterSearch.Find(w, said) is not { } body) return new(said);
        var (name, edrpou) = await w.One<(string, string?)>("SELECT name, edrpou FROM body WHERE authority_id = @authority AND id = @body", new { body });
        return new(said.All(char.IsAsciiDigit) ? name : said, edrpou);
    }

    static async Task<List<PackageLink>> Links(WriteScope w, PlanContents plan, StoredHigherAct act)
    {
        var pairs = await w.All<(long Measure, int Position, string Text)>("""
            SELECT l.measure_id, h.place, h.text FROM measure_above l JOIN measure m ON m.authority_id = l.authority_id AND m.id = l.measure_id
            JOIN higher_measure h ON h.authority_id = l.authority_id AND h.higher_id = l.higher_id AND h.position = l.position
            WHERE l.authority_id = @authority AND m.plan_id = @Id AND l.higher_id = @higher AND l.withdrawn_at IS NULL AND h.place IS NOT NULL ORDER BY m.position, h.place
            """, new { plan.Id, higher = act.Id });
        var own = plan.Measures.Select((m, i) => (m.Id, Number: i + 1)).ToDictionary(m => m.Id, m => m.Number);
        var called = new Act { Issuer = act.Issuer, Kind = act.Kind, Number = act.Number, Date = act.Date };
        return [.. pairs.Select(p => new PackageLink(own[p.Measure], called, p.Position, p.Text))];
    }

    async Task<Dictionary<string, byte[]>> Bytes(IReadOnlyList<PackageEvidence> evidence, CancellationToken stop)
    {
        if (evidence.DistinctBy(e => e.Sha256).Sum(e => e.Size) > PackageFile.Limits.FileBytes) throw new RuleBroken("package.too-large", (int)(PackageFile.Limits.FileBytes / 1_000_000));
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var one in evidence)
        {
            if (files.ContainsKey(one.Sha256)) continue;
            await using var bytes = store.Files.Open(one.Sha256);
            using var copy = new MemoryStream();
            await bytes.CopyToAsync(copy, stop);
            files[one.Sha256] = copy.ToArray();
        }
        return files;
    }

    async Task<MadePackage> Keep(WriteScope w, PlanContents plan, ExchangePackage package, string period, long? higher, CancellationToken stop)
    {
        // What it says, apart from its number and day, tells whether it was made before.
        var contents = PackageFile.Write(package).Digest;
        var (key, named) = (package.Addressee.Edrpou ?? package.Addressee.Key, package.Addressee.Key);
        var last = await w.Find<Last>("""
            SELECT id, number, edition, digest, sha256, outcome FROM package WHERE authority_id = @authority AND direction = 'Made' AND kind = @Kind AND other_key IN (@key, @named)
                AND act_identity = @Identity AND period_code = @period ORDER BY edition DESC LIMIT 1
            """, new { package.Kind, key, named, plan.Identity, period });
        if (last is not null && Json.Read<MadeOf>(last.Outcome).Contents == contents) return new(last.Id, last.Number, last.Edition, last.Digest, last.Sha256, NameOf(package, last.Number, period));

        var year = w.At.Day.Year;
        package = package with { Number = Receipt.Text(year, (int)await w.Next($"package-{year}")), Edition = (last?.Edition ?? 0) + 1, Day = w.At.Day };
        var (bytes, digest) = PackageFile.Write(package);
        var name = NameOf(package, package.Number, period);
        // On disk before a row speaks of it.
        var kept = await store.Files.Keep(new MemoryStream(bytes), name, ZipType, PackageFile.Limits.FileBytes, stop);
        await kept.Record(w);
        var id = await w.Next("package");
        await w.Do("""
            INSERT INTO package (authority_id, id, direction, kind, number, other, other_key, other_edrpou, act_identity, period_code, edition, plan_id, higher_id, sha256, digest, outcome, day, at, person_id)
            VALUES (@authority, @id, 'Made', @Kind, @Number, @Name, @key, @Edrpou, @Identity, @period, @Edition, @plan, @higher, @Sha256, @digest, @outcome, @day, @at, @person)
            """, new { id, package.Kind, package.Number, package.Addressee.Name, key, package.Addressee.Edrpou, plan.Identity, period, package.Edition, plan = plan.Id, higher, kept.Sha256, digest, outcome = Json.Write(new MadeOf(contents)), day = w.At.Day, at = w.At.At, person = w.By.Person });
        await w.Log("package.made", $"package/{id}", new { package.Kind, package.Number, package.Edition, to = package.Addressee.Name, digest });
        return new(id, package.Number, package.Edition, digest, kept.Sha256, name);
    }

    static string NameOf(ExchangePackage package, string number, string period) => $"zakhid-{(package.Kind == PackageKind.Task ? "zavdannia" : "vidpovid")}-{number}{(period.Length > 0 ? "-" + period : "")}.zip";

    sealed record Last(long Id, string Number, int Edition, string Digest, string Sha256, string Outcome);
    sealed record MadeOf(string Contents);
}
