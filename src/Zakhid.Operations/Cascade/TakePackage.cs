using Zakhid.Documents;
using Zakhid.Documents.Cascade;
using Zakhid.Operations.Files;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>What a package brought. Kept with it; taking it again gives the same.</summary>
/// <param name="HigherId">The act that a task put above this authority.</param>
/// <param name="Receipts">Of an answer: our measure and the receipt of the report that it became.</param>
/// <param name="Left">Of an answer: our measures to which it brought no report, and why.</param>
public sealed record TakenPackage(long Id, string Number, long? HigherId, long? PlanId, IReadOnlyList<(string Measure, string Receipt)> Receipts, IReadOnlyList<(string Measure, AnswerFate Why)> Left, bool Again);

/// <summary>
/// Takes a verified package in. A task becomes an act above, with its measures and days; an answer becomes reports that wait for
/// the coordinator like any other. All of it or nothing.
/// </summary>
public sealed class TakePackage(Store store)
{
    /// <param name="file">The package, byte for byte.</param>
    /// <param name="signature">A detached signature laid beside it: kept, not verified here.</param>
    /// <param name="digest">As printed in the letter; null: not compared.</param>
    /// <param name="body">The body here that the issuer is, where its name is not known.</param>
    /// <param name="same">As in <see cref="PackagePreview.Of"/>.</param>
    /// <exception cref="RuleBroken">Those of <see cref="PackageFile.Read"/> and <see cref="PackagePreview.Of"/>; «package.not-this-digest», «package.measures-unsure», «package.body», «package.nothing», «cascade.circle».</exception>
    /// <exception cref="FileRefused">Evidence laid in that is not taken, with its sentence.</exception>
    public async Task<TakenPackage> Run(Actor by, Moment at, byte[] file, byte[]? signature = null, string? digest = null, long? body = null, IReadOnlyDictionary<int, int?>? same = null, CancellationToken stop = default)
    {
        KeepHigherAct.MustBeCoordinator(by);
        var package = PackageFile.Read(file);
        if (!string.IsNullOrWhiteSpace(digest) && !PackageFile.IsSame(package.Digest, digest)) throw new RuleBroken("package.not-this-digest");
        var preview = await store.Read(by.Authority, r => PackagePreview.Of(r, package, body, same), stop);
        if (preview.Same is { } before) return await Again(by, before, stop);
        var p = package.Package;
        MustBring(preview);

        // Whole and on disk before a row speaks of them.
        var kept = await store.Files.Keep(new MemoryStream(file), $"paket-{p.Number}.zip", MakePackage.ZipType, PackageFile.Limits.FileBytes, stop);
        var signed = signature is { Length: > 0 } ? await EvidenceKind.Keep(store.Files, new MemoryStream(signature), $"paket-{p.Number}.p7s", stop) : null;
        var evidence = new Dictionary<string, KeptFile>(StringComparer.Ordinal);
        foreach (var one in p.Evidence.DistinctBy(e => e.Sha256))
            if (p.Files.TryGetValue(one.Sha256, out var bytes)) evidence[one.Sha256] = await EvidenceKind.Keep(store.Files, new MemoryStream(bytes), NameOf(one), stop);

        return await store.Write(by, at, async w =>
        {
            var now = await PackagePreview.Of(w, package, body, same);
            if (now.Same is { } meanwhile) return await Outcome(w, meanwhile.Id, again: true);
            MustBring(now);
            await kept.Record(w);
            if (signed is not null) await signed.Record(w);
            foreach (var one in evidence.Values) await one.Record(w);
            var id = await w.Next("package");
            var taken = p.Kind == PackageKind.Task ? await TakeTask(w, id, p, kept, same) : await TakeAnswer(w, id, now, evidence);
            var (act, period) = PackagePreview.Subject(p);
            await w.Do("""
                INSERT INTO package (authority_id, id, direction, kind, number, other, other_key, other_edrpou, act_identity, period_code, edition, plan_id, higher_id, body_id, sha256, digest, signature_sha256, outcome, day, at, person_id)
                VALUES (@authority, @id, 'Taken', @Kind, @Number, @Name, @key, @Edrpou, @act, @period, @Edition, @PlanId, @HigherId, @BodyId, @Sha256, @Digest, @signature, @outcome, @day, @at, @person)
                """, new
            {
                id,
                p.Kind,
                p.Number,
                p.Issuer.Name,
                key = p.Issuer.Edrpou ?? p.Issuer.Key,
                p.Issuer.Edrpou,
                act,
                period,
                p.Edition,
                taken.PlanId,
                taken.HigherId,
                now.BodyId,
                kept.Sha256,
                package.Digest,
                signature = signed?.Sha256,
                outcome = Json.Write(StoredOutcome.Of(taken)),
                day = w.At.Day,
                at = w.At.At,
                person = w.By.Person,
            });
            await w.Log("package.taken", $"package/{id}", new { p.Kind, p.Number, p.Edition, from = p.Issuer.Name, package.Digest, signed = signed?.Sha256, reports = taken.Receipts.Count });
            return taken;
        }, stop);
    }

    static void MustBring(PackagePreview preview)
    {
        if (preview.Unsure.Count > 0) throw new RuleBroken("package.measures-unsure", string.Join(", ", preview.Unsure.Select(u => u.Number ?? u.Place.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        if (preview.Package.Kind == PackageKind.Task) return;
        if (preview.BodyId is null) throw new RuleBroken("package.body", preview.Package.Issuer.Name);
        if (!preview.Answers.Any(a => a.Fate is AnswerFate.Submits or AnswerFate.Drafts)) throw new RuleBroken("package.nothing");
    }

    static async Task<TakenPackage> TakeTask(WriteScope w, long id, ExchangePackage p, KeptFile file, IReadOnlyDictionary<int, int?>? same)
    {
        var higher = await KeepHigherAct.Within(w, p.Act, HigherActSource.Package, file.Sha256, p.Measures, same);
        var lower = higher;
        foreach (var act in p.Above)
        {
            var above = await KeepHigherAct.Within(w, act, HigherActSource.Entered, null, []);
            await PlaceAbove.Act(w, lower, above);
            lower = above;
        }
        return new(id, p.Number, higher, null, [], [], false);
    }

    static async Task<TakenPackage> TakeAnswer(WriteScope w, long id, PackagePreview preview, Dictionary<string, KeptFile> evidence)
    {
        var (p, ground) = (preview.Package, preview.Ground);
        // The name is remembered: the next package finds its body by itself.
        await w.Do("INSERT INTO body_alias (authority_id, key, body_id, printed) VALUES (@authority, @Key, @BodyId, @Name) ON CONFLICT (authority_id, key) DO NOTHING", new { p.Issuer.Key, preview.BodyId, p.Issuer.Name });
        await RecordIssued.FromPackage(w, preview.PlanId!.Value, preview.BodyId!.Value, p.Act, ground);

        var receipts = new List<(string, string)>();
        var left = new List<(string, AnswerFate)>();
        foreach (var line in preview.Answers)
        {
            if (line.Fate is not (AnswerFate.Submits or AnswerFate.Drafts)) { left.Add((line.Named, line.Fate)); continue; }
            var obligation = line.Obligation!.Value;
            var version = await w.Find<long?>("SELECT version FROM report WHERE authority_id = @authority AND obligation_id = @obligation", new { obligation }) ?? 0;
            _ = await SaveDraft.Within(w, obligation, line.Content, version);
            foreach (var proof in line.Evidence.Where(e => evidence.ContainsKey(e.Sha256)).Take(ReportContent.MostFiles))
                await w.Do("INSERT INTO evidence (authority_id, id, obligation_id, sha256, name, added_at, added_by) VALUES (@authority, @id, @obligation, @Sha256, @name, @at, @person)",
                    new { id = await w.Next("evidence"), obligation, evidence[proof.Sha256].Sha256, name = NameOf(proof), at = w.At.At, person = w.By.Person });
            if (line.Fate == AnswerFate.Drafts) { left.Add((line.Named, line.Fate)); continue; }
            var submitted = await SubmitReport.Within(w, obligation, $"package-{preview.Checked.Digest[..24]}-{obligation}", ground);
            receipts.Add((line.Named, submitted.Receipt));
        }
        return new(id, p.Number, null, preview.PlanId, receipts, left, false);
    }

    Task<TakenPackage> Again(Actor by, TakenBefore same, CancellationToken stop) => store.Read(by.Authority, r => Outcome(r, same.Id, again: true), stop);

    /// <summary>What a package brought when it was taken.</summary>
    /// <exception cref="RuleBroken">«package.unknown».</exception>
    public static async Task<TakenPackage> Outcome(Scope scope, long id, bool again = false)
    {
        var row = await scope.Find<Row>("SELECT number, higher_id, plan_id, outcome FROM package WHERE authority_id = @authority AND id = @id AND direction = 'Taken'", new { id }) ?? throw new RuleBroken("package.unknown");
        var outcome = Json.Read<StoredOutcome>(row.Outcome);
        return new(id, row.Number, row.HigherId, row.PlanId, [.. outcome.Receipts.Select(r => (r.Measure, r.Receipt))], [.. outcome.Left.Select(l => (l.Measure, l.Why))], again);
    }

    static string NameOf(PackageEvidence evidence) => Refusal.Shown(Path.GetFileName(evidence.Name.Replace('\\', '/')));

    sealed record Row(string Number, long? HigherId, long? PlanId, string Outcome);

    sealed record StoredOutcome(IReadOnlyList<StoredOutcome.Done> Receipts, IReadOnlyList<StoredOutcome.Not> Left)
    {
        public sealed record Done(string Measure, string Receipt);
        public sealed record Not(string Measure, AnswerFate Why);
        public static StoredOutcome Of(TakenPackage taken) => new([.. taken.Receipts.Select(r => new Done(r.Measure, r.Receipt))], [.. taken.Left.Select(l => new Not(l.Measure, l.Why))]);
    }
}
