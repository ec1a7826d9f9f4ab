using System.Globalization;
using Zakhid.Amendments;
using Zakhid.Clauses;
using Zakhid.Documents.Reading;
using Zakhid.Operations.Files;
using Zakhid.Operations.Reading;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Amendments;

/// <summary>Amendments that wait for a person: begun from a file or by hand, given their plan and requisites, put away.</summary>
public sealed class AmendmentDrafts(Store store)
{
    /// <summary>Whether a reading is an act that changes or repeals earlier ones and brings no plan of its own.</summary>
    internal static bool IsAmending(PlanReading reading) => reading.Amendments.Count > 0
        && (reading.Measures.Count == 0 || reading.Amendments.Any(a => a.Alterations.Any(x => x.Kind != AlterationKind.Repeal)) && !reading.Act.Clauses.Any(c => c.Kind == ClauseKind.Approval));

    /// <summary>Changes of a plan that are entered by hand.</summary>
    /// <returns>The amendment's number.</returns>
    /// <exception cref="RuleBroken">«amendment.not-for-you», «plan.unknown», «amendment.plan-draft», «amendment.plan-closed».</exception>
    public Task<long> Begin(Actor by, Moment at, long plan, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        MayChange(w);
        var text = await PlanText.Of(w, plan);
        var (control, closed) = await w.One<(DateOnly?, DateOnly?)>("SELECT control_day, closed_day FROM plan WHERE authority_id = @authority AND id = @plan", new { plan });
        if (control is null) throw new RuleBroken("amendment.plan-draft");
        if (closed is { } day) throw new RuleBroken("amendment.plan-closed", day);
        return await Add(w, plan, text.Version, new() { Issuer = text.Reading.Act.Issuer, Kind = text.Reading.Act.Kind }, null, null, null);
    }, stop);

    /// <summary>A dropped file that turned out to change a plan.</summary>
    internal static async Task<long> Keep(WriteScope w, PlanReading reading, KeptFile file, string name)
    {
        MayChange(w);
        if (await w.Find<Known>("SELECT id, file_name, day FROM amendment WHERE authority_id = @authority AND sha256 = @Sha256 AND withdrawn_at IS NULL", new { file.Sha256 }) is { } same) throw new RuleBroken("amendment.same-file", same.FileName ?? "", same.Day, same.Id);
        await file.Record(w);
        var plan = await PlanOf(w, reading);
        return await Add(w, plan, plan is { } known ? (await PlanText.Of(w, known)).Version : 1, reading.Act, EffectiveDay.Of(reading.Act), reading, (file.Sha256, name));
    }

    /// <summary>The plan whose act the amendment names, where it is here; closed ones too, so that the person is told.</summary>
    static async Task<long?> PlanOf(Scope scope, PlanReading reading)
    {
        foreach (var target in reading.Amendments.Select(a => a.Act).OfType<ActReference>().Where(a => a.Number is not null))
        {
            var plans = await scope.All<(long Id, string Number)>("""
                SELECT p.id, a.number FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
                WHERE p.authority_id = @authority AND a.number IS NOT NULL AND (@Date IS NULL OR a.date = @Date) ORDER BY p.id DESC
                """, new { target.Date });
            if (plans.FirstOrDefault(p => Folding.Key(p.Number) == Folding.Key(target.Number!)) is { Id: > 0 and var id }) return id;
        }
        return null;
    }

    static async Task<long> Add(WriteScope w, long? plan, int version, Act act, DateOnly? effective, PlanReading? reading, (string Sha256, string Name)? file)
    {
        var id = await w.Next("amendment");
        await w.Do("""
            INSERT INTO amendment (authority_id, id, plan_id, base_version, sha256, file_name, reading, issuer, kind, number, date, effective_day, day, at, person_id)
            VALUES (@authority, @id, @plan, @version, @sha256, @name, @reading, @Issuer, @Kind, @Number, @Date, @effective, @day, @at, @person)
            """, new { id, plan, version, sha256 = file?.Sha256, name = file?.Name, reading = reading is null ? null : Json.Write(reading), act.Issuer, act.Kind, act.Number, act.Date, effective, day = w.At.Day, at = w.At.At, person = w.By.Person });
        await w.Log("amendment.begun", $"amendment/{id}", new { plan, act.Number, act.Date, file = file?.Name });
        return id;
    }

    /// <summary>A person says which plan is changed, where the act does not tell or another is meant.</summary>
    /// <exception cref="RuleBroken">«amendment.unknown», «amendment.not-for-you», «amendment.done», «plan.unknown».</exception>
    public Task ChoosePlan(Actor by, Moment at, long amendment, long plan, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        await Open(w, amendment);
        await Begin(w, amendment, plan);
        await w.Log("amendment.plan-chosen", $"amendment/{amendment}", new { plan });
    }, stop);

    /// <summary>The plan was changed by another amendment meanwhile: this one is carried out on its present text; what was changed by hand is put away.</summary>
    /// <exception cref="RuleBroken">«amendment.unknown», «amendment.not-for-you», «amendment.done», «amendment.no-plan».</exception>
    public Task Renew(Actor by, Moment at, long amendment, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var sheet = await Open(w, amendment);
        await Begin(w, amendment, sheet.PlanId ?? throw new RuleBroken("amendment.no-plan"));
        await w.Log("amendment.renewed", $"amendment/{amendment}");
    }, stop);

    static async Task Begin(WriteScope w, long amendment, long plan)
    {
        var text = await PlanText.Of(w, plan);
        await w.Do("UPDATE amendment SET plan_id = @plan, base_version = @Version WHERE authority_id = @authority AND id = @amendment", new { amendment, plan, text.Version });
        await w.Do("DELETE FROM amendment_correction WHERE authority_id = @authority AND amendment_id = @amendment", new { amendment });
    }

    /// <summary>Requisites of the amending act and the day from which it holds.</summary>
    /// <param name="date">As typed.</param>
    /// <param name="effective">As typed; empty: to be asked.</param>
    /// <exception cref="RuleBroken">«amendment.unknown», «amendment.not-for-you», «amendment.done», «reading.date», «reading.too-long».</exception>
    public Task Name(Actor by, Moment at, long amendment, string? kind, string? number, string? date, string? effective, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        await Open(w, amendment);
        var named = new { amendment, kind = CorrectReading.Checked("/act/kind", kind), number = CorrectReading.Checked("/act/number", number), date = Day(date), effective = Day(effective) };
        await w.Do("UPDATE amendment SET kind = @kind, number = @number, date = @date, effective_day = @effective WHERE authority_id = @authority AND id = @amendment", named);
        await w.Log("amendment.named", $"amendment/{amendment}", new { named.kind, named.number, named.date, named.effective });
    }, stop);

    static DateOnly? Day(string? typed) => CorrectReading.Checked("/act/date", typed) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>Puts it away: out of every list, kept with all that was done to it. A confirmed one only before its day has come.</summary>
    /// <exception cref="RuleBroken">«amendment.unknown», «amendment.not-for-you», «amendment.done».</exception>
    public Task Withdraw(Actor by, Moment at, long amendment, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        MayChange(w);
        var sheet = await AmendmentSheet.Find(w, amendment);
        if (sheet.AppliedDay is not null) throw new RuleBroken("amendment.done");
        await w.Do("UPDATE amendment SET withdrawn_at = @at, withdrawn_by = @person WHERE authority_id = @authority AND id = @amendment", new { amendment, at = w.At.At, person = w.By.Person });
        await w.Log("amendment.withdrawn", $"amendment/{amendment}");
    }, stop);

    internal static async Task<AmendmentSheet> Open(WriteScope w, long amendment)
    {
        MayChange(w);
        var sheet = await AmendmentSheet.Find(w, amendment);
        return sheet.IsOpen ? sheet : throw new RuleBroken("amendment.done");
    }

    internal static void MayChange(WriteScope w)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator)) throw new RuleBroken("amendment.not-for-you");
    }

    sealed record Known(long Id, string? FileName, DateOnly Day);
}
