using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Operations.Bodies;
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
    internal static async Task<long> Within(WriteScope w, MadePlan plan, long? import, Func<ObligationRow, ObligationRow>? past = null)
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
        await KeepMeasures(w, plan, id);
        await KeepRules(w, plan.Rules, id);
        if (plan.CoordinatorKey is { } key)
        {
            // The coordinator's unit owes the summaries even where no measure names it.
            var coordinator = await new NamedBodies(w).Of(key, plan.CoordinatorName ?? key);
            await w.Do("UPDATE body SET is_coordinator = 1 WHERE authority_id = @authority AND id = @coordinator", new { coordinator });
        }
        if (import is not null) await w.Do("UPDATE import SET plan_id = @id, adopted_at = @at, adopted_by = @person WHERE authority_id = @authority AND id = @import", new { id, import, at = w.At.At, person = w.By.Person });
        await w.Log(running ? "plan.controlled" : "plan.kept-as-draft", $"plan/{id}", new { plan.Title, plan.Act.Number, plan.Act.Date, measures = plan.Measures.Count });
        if (running) await DeriveObligations.Within(w, id, past);
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

    static async Task KeepMeasures(WriteScope w, MadePlan plan, long planId)
    {
        var actDate = plan.Act.Date ?? w.At.Day;
        var bodies = new NamedBodies(w);
        var gists = Gist.Of([.. plan.Measures.Select(m => m.Printed.Text)]);
        var sections = plan.Sections.ToList();
        var first = await w.Next("measure", plan.Measures.Count);
        for (var i = 0; i < plan.Measures.Count; i++)
            await KeepMeasure(w, plan.Measures[i], new(planId, first + i, i + 1, Section(sections, plan.Measures[i].Printed), gists[i], MeasureWindow.Of(plan.Measures[i].Term, plan.Days, actDate), null), bodies);
    }

    internal static int? Section(List<string> sections, Measure measure) => measure.Section is { } title && sections.IndexOf(title) is >= 0 and var at ? at + 1 : null;

    /// <summary>Where a measure stands in its plan, and from which day where an amendment put it there.</summary>
    internal sealed record Standing(long Plan, long Id, int Position, int? Section, string Gist, MeasureWindow Window, DateOnly? Since);

    internal static async Task KeepMeasure(WriteScope w, MadeMeasure made, Standing at, NamedBodies bodies)
    {
        var m = made.Printed;
        await w.Do("""
            INSERT INTO measure (authority_id, id, plan_id, position, section_position, number, text, gist, goal, audience, criteria, funding, funding_json,
                term_text, term_json, venue, executor_text, supervisors, indicators, window_from, window_to, search_key, since_day)
            VALUES (@authority, @Id, @Plan, @Position, @Section, @Number, @Text, @Gist, @Goal, @Audience, @Criteria, @Funding, @fundingJson,
                @TermText, @term, @Venue, @ExecutorText, @supervisors, @indicators, @From, @To, @search, @Since)
            """, new
        {
            at.Id,
            at.Plan,
            at.Position,
            at.Section,
            m.Number,
            m.Text,
            at.Gist,
            m.Goal,
            m.Audience,
            m.Criteria,
            m.Funding,
            fundingJson = Json.Write(m.FundingItems),
            m.TermText,
            term = made.Term is null ? null : Json.Write(made.Term),
            m.Venue,
            m.ExecutorText,
            supervisors = Json.Write(m.Supervisors),
            indicators = Json.Write(m.Indicators),
            at.Window.From,
            at.Window.To,
            search = SearchKey(m),
            at.Since,
        });
        await w.DoMany("measure_field", made.Places.Keys.Union(made.Corrected.Keys, StringComparer.Ordinal).Select(field => new
        {
            MeasureId = at.Id,
            Field = field,
            Place = made.Places.TryGetValue(field, out var place) ? Json.Write(place) : null,
            Printed = made.Corrected.GetValueOrDefault(field)?.Printed,
            CorrectedBy = made.Corrected.GetValueOrDefault(field)?.By,
            CorrectedAt = made.Corrected.GetValueOrDefault(field)?.At,
        }).ToList());
        await KeepTargets(w, made, at.Id, since: at.Since);
        await KeepAssignments(w, made.Executors, at.Plan, at.Id, bodies, since: at.Since);
    }

    internal static string SearchKey(Measure measure) => Folding.Key($"{measure.Number} {measure.Text}");

    /// <param name="behind">How many the measure has already.</param>
    internal static async Task KeepTargets(WriteScope w, MadeMeasure made, long measure, int behind = 0, DateOnly? since = null)
    {
        if (made.Targets.Count == 0) return;
        var first = await w.Next("target", made.Targets.Count);
        await w.DoMany("target", made.Targets.Select((t, i) => new
        {
            Id = first + i,
            MeasureId = measure,
            Position = behind + i + 1,
            t.Type,
            t.Metric,
            t.Unit,
            t.Value,
            t.Measurable,
            Meaning = Json.Write(t),
            SinceDay = since,
        }).ToList());
    }

    /// <param name="behind">How many the measure has already.</param>
    internal static async Task KeepAssignments(WriteScope w, IReadOnlyList<MadeExecutor> executors, long plan, long measure, NamedBodies bodies, int behind = 0, DateOnly? since = null)
    {
        if (executors.Count == 0) return;
        var first = await w.Next("assignment", executors.Count);
        for (var i = 0; i < executors.Count; i++)
        {
            var e = executors[i].Executor;
            await w.DoMany("assignment", [new
            {
                Id = first + i,
                PlanId = plan,
                MeasureId = measure,
                BodyId = await bodies.Of(executors[i]),
                Position = behind + i + 1,
                e.Role,
                e.ByConsent,
                Consent = e.ByConsent ? "Asked" : "",
                Owes = Owes(executors[i]),
                e.Printed,
                e.Qualifier,
                SinceDay = since,
            }]);
        }
    }

    /// <summary>Who nobody can identify owes nothing and stays in the printed list; supervisors see and owe nothing.</summary>
    internal static bool Owes(MadeExecutor made) =>
        made.Owes && made.Executor.Kind is not (ExecutorKind.Unspecified or ExecutorKind.Reference) && made.Executor.Role is ExecutorRole.Responsible or ExecutorRole.Lead or ExecutorRole.CoExecutor;

    internal static async Task<long> KeepRules(WriteScope w, IReadOnlyList<ReportingRule> rules, long plan, bool adopted = false)
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
        }).ToList());
        return first;
    }
}
