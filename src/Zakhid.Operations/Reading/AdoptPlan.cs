using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Bodies;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Reading;

/// <summary>
/// Keeps a plan: act, measures, bodies, assignments, rules; and, unless it is a draft, puts it under control, so that its
/// obligations run. A draft is kept and can be looked at; nothing of it turns late.
/// </summary>
public sealed class AdoptPlan(Store store)
{
    /// <exception cref="RuleBroken">«plan.not-for-you», «plan.same-act», «plan.changed-file», «plan.no-measures».</exception>
    public Task<long> Run(Actor by, Moment at, MadePlan plan, long? import = null, CancellationToken stop = default) =>
        store.Write(by, at, w => Within(w, plan, import), stop);

    /// <param name="past">For a plan that is brought with its past: what has become of an obligation by now.</param>
    /// <param name="rule">The day of executors' reports where the act names none; null: it does, or nobody is asked yet.</param>
    internal static async Task<long> Within(WriteScope w, MadePlan plan, long? import, Func<ObligationRow, ObligationRow>? past = null, ChosenRule? rule = null)
    {
        if (!w.By.IsProgram && !w.By.Is(Role.Coordinator)) throw new RuleBroken("plan.not-for-you");
        if (plan.Measures.Count == 0) throw new RuleBroken("plan.no-measures");

        var act = await KeepAct(w, plan, import);
        var id = await w.Next("plan");
        var running = !plan.Act.IsDraft && plan.Act.Date is not null;
        await w.Do("""
            INSERT INTO plan (authority_id, id, act_id, import_id, title, from_day, to_day, signed_by, search_key, created_at, created_by, control_day, control_at, control_by)
            VALUES (@authority, @id, @act, @import, @Title, @From, @To, @SignedBy, @search, @at, @person, @day, @controlAt, @controlBy)
            """, new
        {
            id,
            act,
            import,
            plan.Title,
            plan.Days.From,
            plan.Days.To,
            plan.SignedBy,
            search = Folding.Key(plan.Title),
            at = w.At.At,
            person = w.By.Person,
            day = running ? w.At.Day : (DateOnly?)null,
            controlAt = running ? w.At.At : (DateTimeOffset?)null,
            controlBy = running ? w.By.Person : (long?)null,
        });
        await w.DoMany("section", plan.Sections.Select((title, i) => new { PlanId = id, Position = i + 1, Title = title }).ToList());
        await KeepMeasures.Within(w, plan, id);
        await KeepRules(w, plan.Rules, id);
        if (plan.CoordinatorKey is { } key)
        {
            // The coordinator's unit owes the summaries even where no measure names it.
            var coordinator = await new NamedBodies(w).Of(key, plan.CoordinatorName ?? key);
            await w.Do("UPDATE body SET is_coordinator = 1 WHERE authority_id = @authority AND id = @coordinator", new { coordinator });
        }
        if (import is not null) await w.Do("UPDATE import SET plan_id = @id, adopted_at = @at, adopted_by = @person WHERE authority_id = @authority AND id = @import", new { id, import, at = w.At.At, person = w.By.Person });
        await w.Log(running ? "plan.controlled" : "plan.kept-as-draft", $"plan/{id}", new { plan.Title, plan.Act.Number, plan.Act.Date, measures = plan.Measures.Count });
        if (!running) return id;
        if (rule is not null) await AdoptRule.Keep(w, id, rule.Periodicity, rule.Day, rule.MonthRule);
        await DeriveObligations.Within(w, id, past);
        await RecordIssued.Follow(w, id);
        return id;
    }

    /// <summary>The same requisites are the same act; with other text it is a changed file, never overwritten.</summary>
    internal static async Task MustBeNew(Scope scope, Act act, string identity, string textHash)
    {
        if (await scope.Find<string>("SELECT text_hash FROM act WHERE authority_id = @authority AND identity = @identity", new { identity }) is { } known)
            throw new RuleBroken(known == textHash ? "plan.same-act" : "plan.changed-file", act.Number ?? "б/н", act.Date is { } date ? UkrainianDate.Short(date) : "—");
    }

    static async Task<long> KeepAct(WriteScope w, MadePlan plan, long? import)
    {
        var act = plan.Act;
        var identity = Identity(act, plan.TextHash);
        await MustBeNew(w, act, identity, plan.TextHash);
        var id = await w.Next("act");
        var sha256 = import is null ? null : await w.Find<string>("SELECT sha256 FROM import WHERE authority_id = @authority AND id = @import", new { import });
        await w.Do("""
            INSERT INTO act (authority_id, id, identity, text_hash, sha256, issuer, kind, number, date, title, signatory, is_draft, control, requisites_by, requisites_at, at)
            VALUES (@authority, @id, @identity, @TextHash, @sha256, @Issuer, @Kind, @Number, @Date, @Title, @Signatory, @IsDraft, @control, @enteredBy, @enteredAt, @at)
            """, new
        {
            id,
            identity,
            plan.TextHash,
            sha256,
            act.Issuer,
            act.Kind,
            act.Number,
            act.Date,
            act.Title,
            act.Signatory,
            act.IsDraft,
            control = Json.Write(act.Control),
            enteredBy = plan.RequisitesByHand?.By,
            enteredAt = plan.RequisitesByHand?.At,
            at = w.At.At,
        });
        var references = act.Supersedes.Select(r => (Relation: "Supersedes", Act: r)).Concat(act.Amends.Select(r => (Relation: "Amends", Act: r)));
        await w.DoMany("act_reference", references.Select((r, i) => new { ActId = id, Position = i + 1, r.Relation, r.Act.Kind, r.Act.Number, r.Act.Date, r.Act.Title }).ToList());
        await w.DoMany("clause", act.Clauses.Select((c, i) => new { ActId = id, Position = i + 1, c.Number, c.Kind, c.Text, Place = c.Place is null ? null : Json.Write(c.Place) }).ToList());
        return id;
    }

    public static string Identity(Act act, string textHash) =>
        act.IsDraft || act.Number is null || act.Date is null ? $"draft {textHash}" : $"{Folding.Key(act.Issuer ?? "")}|{Folding.Key(act.Kind ?? "")}|{Folding.Key(act.Number)}|{act.Date:yyyy-MM-dd}";

    internal static async Task<long> KeepRules(WriteScope w, IReadOnlyList<ReportingRule> rules, long plan, bool adopted = false, DateOnly? since = null, DateOnly? holdsFrom = null)
    {
        if (rules.Count == 0) return 0;
        var first = await w.Next("reporting_rule", rules.Count);
        await w.DoMany("reporting_rule", rules.Select((r, i) => new
        {
            Id = first + i,
            PlanId = plan,
            r.Kind,
            r.Who,
            ToWhom = r.To,
            r.Periodicity,
            r.Once,
            r.Day,
            r.MonthRule,
            Months = Json.Write(r.Months),
            r.Year,
            r.ClauseNumber,
            Text = r.Ground,
            AdoptedDay = adopted ? w.At.Day : (DateOnly?)null,
            AdoptedAt = adopted ? w.At.At : (DateTimeOffset?)null,
            AdoptedBy = adopted ? w.By.Person : (long?)null,
            SinceDay = since,
            HoldsFrom = holdsFrom,
        }).ToList());
        return first;
    }
}
