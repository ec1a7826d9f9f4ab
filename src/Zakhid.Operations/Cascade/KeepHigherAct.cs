using Zakhid.Cascade;
using Zakhid.Clauses;
using Zakhid.Documents;
using Zakhid.Documents.Reading;
using Zakhid.Obligations;
using Zakhid.Operations.Files;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Cascade;

/// <summary>
/// Takes an act above this authority's own into the register: by its requisites, or from its file with its measures and the day
/// that it names. The same act twice is one; a file completes what was entered by hand.
/// </summary>
public sealed class KeepHigherAct(Store store)
{
    /// <param name="act">Issuer, number and date at least; its duties to report where they are known.</param>
    /// <param name="under">The plan that was made on it; null: none yet.</param>
    /// <param name="above">The act below it in the register, where it stands above another one.</param>
    /// <exception cref="RuleBroken">«cascade.requisites», «cascade.not-for-you», and those of <see cref="PlaceAbove"/>.</exception>
    public Task<long> Run(Actor by, Moment at, Act act, long? under = null, long? above = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var id = await Within(w, act, HigherActSource.Entered, null, []);
        if (under is { } plan) await PlaceAbove.Plan(w, plan, id);
        if (above is { } lower) await PlaceAbove.Act(w, lower, id);
        return id;
    }, stop);

    /// <summary>Reads the act and its plan from a file, as a plan of one's own is read; nothing of it runs here.</summary>
    /// <exception cref="FileRefused">The file is not read.</exception>
    /// <exception cref="RuleBroken">Those of <see cref="Run"/>.</exception>
    public async Task<long> FromFile(Actor by, Moment at, string name, Stream content, long? under = null, CancellationToken stop = default)
    {
        MustBeCoordinator(by);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, stop);
        var reading = PlanReader.Read(DocumentFile.Open(bytes.ToArray(), name));
        bytes.Position = 0;
        var kept = await store.Files.Keep(bytes, name, "application/octet-stream", stop: stop);
        return await store.Write(by, at, async w =>
        {
            await kept.Record(w);
            var id = await Within(w, reading.Act, HigherActSource.File, kept.Sha256, reading.Measures);
            if (under is { } plan) await PlaceAbove.Plan(w, plan, id);
            return id;
        }, stop);
    }

    /// <summary>Writes the day that the act names, in the words of duties to report («Облдержадміністраціям — міністерству: щокварталу до 25 числа …»), a line each.</summary>
    /// <exception cref="RuleBroken">«reading.reporting», «cascade.no-day», «cascade.unknown-act».</exception>
    public Task SetReporting(Actor by, Moment at, long id, string lines, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        MustBeCoordinator(by);
        var known = await StoredHigherAct.Find(w, id);
        var duties = ReportingLines.Read(lines);
        if (ReportingRule.Of(known.Act with { Reporting = duties }).Count == 0) throw new RuleBroken("cascade.no-day");
        await StoredHigherAct.KeepBefore(w, id);
        await w.Do("UPDATE higher_act SET reporting = @reporting, reporting_by = @person, reporting_day = @day WHERE authority_id = @authority AND id = @id",
            new { id, reporting = Json.Write(duties), person = by.Person, day = at.Day });
        await w.Log("cascade.day", $"higher-act/{id}", new { lines });
    }, stop);

    internal static async Task<long> Within(WriteScope w, Act act, HigherActSource source, string? sha256, IReadOnlyList<Measure> measures, IReadOnlyDictionary<int, int?>? same = null)
    {
        MustBeCoordinator(w.By);
        if (string.IsNullOrWhiteSpace(act.Issuer) || string.IsNullOrWhiteSpace(act.Number) || act.Date is null) throw new RuleBroken("cascade.requisites");
        var identity = StoredHigherAct.IdentityOf(act with { IsDraft = false });
        var known = await w.Find<long?>("SELECT id FROM higher_act WHERE authority_id = @authority AND identity = @identity", new { identity });
        var id = known ?? await w.Next("higher_act");
        var row = new
        {
            id,
            identity,
            Issuer = Folding.Collapse(act.Issuer),
            Kind = act.Kind is { Length: > 0 } kind ? Folding.Collapse(kind) : null,
            Number = Folding.Collapse(act.Number),
            act.Date,
            Title = string.IsNullOrWhiteSpace(act.Title) ? null : Folding.Collapse(act.Title),
            source,
            sha256,
            clauses = Json.Write(act.Clauses),
            reporting = Json.Write(act.Reporting),
            day = w.At.Day,
            at = w.At.At,
            person = w.By.Person,
        };
        if (known is null)
        {
            await w.Do("""
                INSERT INTO higher_act (authority_id, id, identity, issuer, kind, number, date, title, source, sha256, clauses, reporting, day, at, person_id)
                VALUES (@authority, @id, @identity, @Issuer, @Kind, @Number, @Date, @Title, @source, @sha256, @clauses, @reporting, @day, @at, @person)
                """, row);
        }
        else if (source != HigherActSource.Entered)
        {
            // The document itself says more than what was entered; a day entered by hand stands where it names none.
            if (act.Reporting.Count > 0) await StoredHigherAct.KeepBefore(w, id);
            await w.Do($"""
                UPDATE higher_act SET title = COALESCE(@Title, title), source = @source, sha256 = @sha256, clauses = @clauses
                    {(act.Reporting.Count > 0 ? ", reporting = @reporting, reporting_by = NULL, reporting_day = NULL" : "")} WHERE authority_id = @authority AND id = @id
                """, new { row.id, row.Title, row.source, row.sha256, row.clauses, row.reporting });
        }
        await HigherEdition.Keep(w, id, measures, same ?? new Dictionary<int, int?>());
        await w.Log(known is null ? "cascade.act" : "cascade.act-again", $"higher-act/{id}", new { act.Issuer, act.Number, act.Date, source, measures = measures.Count });
        return id;
    }

    internal static void MustBeCoordinator(Actor by)
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator)) throw new RuleBroken("cascade.not-for-you");
    }
}
