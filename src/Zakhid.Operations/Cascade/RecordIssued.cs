using Zakhid.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>
/// «У місячний строк видати акт»: what each body below owes on a plan, with its day, and the act that it issued. The day comes
/// from the clause of the plan's own act; whose duty it is, the coordinator says: a clause names whole kinds of bodies.
/// </summary>
public sealed class RecordIssued(Store store)
{
    /// <summary>Puts the duty of the plan's act on these bodies; one that has it already keeps it.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="RuleBroken">«cascade.no-duty»: no clause orders an act; «cascade.body», «plan.draft», «cascade.not-for-you».</exception>
    public Task<int> Assign(Actor by, Moment at, long plan, IReadOnlyCollection<long> bodies, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        KeepHigherAct.MustBeCoordinator(by);
        var duties = IssueDuty.Of((await PlanContents.Of(w, plan)).Act);
        if (duties.Count == 0) throw new RuleBroken("cascade.no-duty");
        var working = await AuthorityCalendar.Of(w);
        var added = 0;
        foreach (var body in bodies)
        {
            if (await w.Find<long?>("SELECT id FROM body WHERE authority_id = @authority AND id = @body AND withdrawn_at IS NULL", new { body }) is null) throw new RuleBroken("cascade.body");
            foreach (var duty in duties)
            {
                var due = duty.Due(working.Calendar, working.Policy);
                added += await w.Do("""
                    INSERT INTO act_duty (authority_id, id, plan_id, body_id, clause_number, text, nominal, adjusted, policy, day, at, person_id)
                    VALUES (@authority, @id, @plan, @body, @clause, @Text, @nominal, @adjusted, @policy, @day, @at, @person)
                    ON CONFLICT (authority_id, plan_id, body_id, clause_number) DO NOTHING
                    """, new { id = await w.Next("act_duty"), plan, body, clause = duty.ClauseNumber ?? "", duty.Text, nominal = due?.Nominal, adjusted = due?.Adjusted, policy = working.Policy, day = at.Day, at = at.At, person = by.Person });
            }
        }
        if (added > 0) await w.Log("cascade.duty", $"plan/{plan}", new { bodies });
        return added;
    }, stop);

    /// <summary>Writes down the act that a body issued, on the ground of a letter.</summary>
    /// <exception cref="RuleBroken">«cascade.no-such-duty», «cascade.issued-incomplete», «cascade.issued-before», «cascade.not-for-you».</exception>
    public Task Run(Actor by, Moment at, long duty, string? kind, string? number, DateOnly? date, string? ground, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        KeepHigherAct.MustBeCoordinator(by);
        if (string.IsNullOrWhiteSpace(number) || date is null || string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("cascade.issued-incomplete");
        var known = await w.Find<Known>("SELECT d.plan_id, d.body_id, a.date FROM act_duty d JOIN plan p ON p.authority_id = d.authority_id AND p.id = d.plan_id JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE d.authority_id = @authority AND d.id = @duty", new { duty })
            ?? throw new RuleBroken("cascade.no-such-duty");
        if (date < known.Date) throw new RuleBroken("cascade.issued-before", known.Date!.Value);
        if (date > at.Day) throw new RuleBroken("cascade.issued-later", at.Day);
        await Keep(w, "id = @duty", new { duty, Kind = kind, Number = number.Trim(), Date = date, ground = ground.Trim(), person = by.Person, day = at.Day });
        await w.Log("cascade.issued", $"plan/{known.PlanId}", new { known.BodyId, kind, number, date, ground });
    }, stop);

    /// <summary>An answer names the act of the plan that it reports on: the duty is met by it, if nothing was written down before.</summary>
    internal static async Task FromPackage(WriteScope w, long plan, long body, Act act, string ground)
    {
        var met = await Keep(w, "plan_id = @plan AND body_id = @body AND issued_date IS NULL", new { plan, body, act.Kind, act.Number, act.Date, ground, person = w.By.Person, day = w.At.Day });
        if (met > 0) await w.Log("cascade.issued", $"plan/{plan}", new { body, act.Number, act.Date, ground });
    }

    static Task<int> Keep(WriteScope w, string which, object values) => w.Do($"""
        UPDATE act_duty SET issued_kind = @Kind, issued_number = @Number, issued_date = @Date, issued_ground = @ground, issued_by = @person, issued_day = @day WHERE authority_id = @authority AND {which}
        """, values);

    sealed record Known(long PlanId, long BodyId, DateOnly? Date);
}
