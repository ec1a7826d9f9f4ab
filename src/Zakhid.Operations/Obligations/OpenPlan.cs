using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>A plan that lost force owes nothing new, whatever is decided about it afterwards.</summary>
static class OpenPlan
{
    /// <exception cref="RuleBroken">«plan.closed», with its day.</exception>
    public static async Task Must(Scope scope, long plan)
    {
        if (await scope.Find<DateOnly?>("SELECT closed_day FROM plan WHERE authority_id = @authority AND id = @plan", new { plan }) is { } day) throw new RuleBroken("plan.closed", day);
    }
}
