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
    public static async Task<AuthorityCalendar> Of(Scope scope, long plan)
    {
        var working = await Of(scope);
        var own = await scope.Find<string?>("SELECT a.day_off_policy FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.id = @plan", new { plan });
        return own is null ? working : working with { Policy = Enum.Parse<DayOffPolicy>(own) };
    }
}
