using Zakhid.Calendar;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>A decision about days off, as it is told afterwards.</summary>
/// <param name="PlanId">Null: of the authority.</param>
/// <param name="Policy">Of an act null: as the authority.</param>
/// <param name="Moved">How many reports it gave another day.</param>
/// <param name="MovedDates">How many days of control it moved.</param>
public sealed record DayOffChange(long Id, long? PlanId, string? Plan, DayOffPolicy? Policy, bool? Transfers, DayOffPolicy? PolicyBefore, bool? TransfersBefore, string Ground, long Moved, long MovedDates, DateOnly Day, string Who)
{
    /// <summary>Why what is owed no more is not.</summary>
    internal const string Counted = "день перелічено за новим правилом вихідних";

    /// <summary>The newest first.</summary>
    /// <param name="plan">Null: those of the authority and of every act.</param>
    public static Task<List<DayOffChange>> All(Scope scope, long? plan = null) => scope.All<DayOffChange>("""
        SELECT c.id, c.plan_id, p.title AS plan, c.policy, c.transfers, c.policy_before, c.transfers_before, c.ground, c.moved, c.moved_dates, c.day, COALESCE(h.post, 'запис програми') AS who FROM day_off_change c
        LEFT JOIN plan p ON p.authority_id = c.authority_id AND p.id = c.plan_id LEFT JOIN person h ON h.authority_id = c.authority_id AND h.id = c.person_id
        WHERE c.authority_id = @authority AND (@plan IS NULL OR c.plan_id IS NULL OR c.plan_id = @plan) ORDER BY c.id DESC LIMIT 100
        """, new { plan });

    internal static async Task<long> Record(WriteScope w, long? plan, (string? Policy, bool? Transfers) now, (string? Policy, bool? Transfers) before, string ground)
    {
        var id = await w.Next("day_off_change");
        await w.DoMany("day_off_change", [new { Id = id, PlanId = plan, now.Policy, now.Transfers, PolicyBefore = before.Policy, TransfersBefore = before.Transfers, Ground = ground.Trim(), w.At.Day, w.At.At, PersonId = w.By.Person }]);
        return id;
    }

    internal static Task Tell(WriteScope w, long change, IReadOnlyList<Recounted> changed) =>
        w.Do("UPDATE day_off_change SET moved = @moved, moved_dates = @dates WHERE authority_id = @authority AND id = @change", new { change, moved = changed.Sum(c => c.Reports.Count(r => r.Change == ObligationChange.Moved)), dates = changed.Sum(c => c.Dates.Count) });
}
