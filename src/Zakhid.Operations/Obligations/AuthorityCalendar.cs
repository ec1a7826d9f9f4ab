using Zakhid.Calendar;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>The working days that an authority counts by, and what it does with a due day that is a day off.</summary>
/// <param name="Calendar">With or without the transfers of working days, which are recommendations.</param>
/// <param name="Policy">Of the authority, or of the act that has one of its own.</param>
public sealed record AuthorityCalendar(WorkingCalendar Calendar, DayOffPolicy Policy)
{
    public static async Task<AuthorityCalendar> Of(Scope scope)
    {
        var (policy, transfers) = await scope.One<(DayOffPolicy, bool)>("SELECT day_off_policy, transfers_apply FROM authority WHERE id = @authority");
        return new(transfers ? WorkingCalendar.Ukraine : WorkingCalendar.WithoutTransfers, policy);
    }

    /// <summary>By which one plan is counted: the policy of its act goes before that of the authority.</summary>
    /// <param name="scope">The authority.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="asOf">As it was decided by the end of an earlier day; null: as it is.</param>
    public static async Task<AuthorityCalendar> Of(Scope scope, long plan, DateOnly? asOf = null)
    {
        var working = await Of(scope);
        var own = await scope.Find<string?>("SELECT a.day_off_policy FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @plan", new { plan });
        if (asOf is { } day)
        {
            var later = await scope.All<Change>("SELECT plan_id, policy_before, transfers_before FROM day_off_change WHERE authority_id = @authority AND (plan_id IS NULL OR plan_id = @plan) AND day > @day ORDER BY id", new { plan, day });
            // The first decision after the day tells what held until it.
            if (later.Find(c => c.PlanId is null) is { } ofAll) working = new(ofAll.TransfersBefore == false ? WorkingCalendar.WithoutTransfers : WorkingCalendar.Ukraine, Enum.Parse<DayOffPolicy>(ofAll.PolicyBefore!));
            if (later.Find(c => c.PlanId is not null) is { } ofPlan) own = ofPlan.PolicyBefore;
        }
        return own is null ? working : working with { Policy = Enum.Parse<DayOffPolicy>(own) };
    }

    sealed record Change(long? PlanId, string? PolicyBefore, bool? TransfersBefore);
}
