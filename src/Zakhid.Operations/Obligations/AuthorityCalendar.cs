using Zakhid.Calendar;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>The working days that an authority counts by, and what it does with a due day that is a day off.</summary>
/// <param name="Calendar">With or without the transfers of working days, which are recommendations.</param>
/// <param name="Policy">Of the authority.</param>
public sealed record AuthorityCalendar(WorkingCalendar Calendar, DayOffPolicy Policy)
{
    public static async Task<AuthorityCalendar> Of(Scope scope)
    {
        var (policy, transfers) = await scope.One<(DayOffPolicy, bool)>("SELECT day_off_policy, transfers_apply FROM authority WHERE id = @authority");
        return new(transfers ? WorkingCalendar.Ukraine : WorkingCalendar.WithoutTransfers, policy);
    }
}
