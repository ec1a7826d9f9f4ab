using Zakhid.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>A rule of reporting as it is kept with its plan: read from a clause of the act or adopted by the coordinator.</summary>
public sealed record StoredRule(long Id, ObligationKind Kind, string? Who, string? ToWhom, PeriodLength Periodicity, bool Once, int Day, MonthRule MonthRule, string Months, int? Year, string? ClauseNumber, string Text)
{
    /// <summary>The rules in force that name a day, in the order of the act.</summary>
    public static Task<List<StoredRule>> All(Scope scope, long plan) => Named(scope, plan, "AND withdrawn_at IS NULL");

    /// <summary>Those that were in force at the end of an earlier day.</summary>
    public static async Task<List<StoredRule>> On(Scope scope, long plan, DateOnly day)
    {
        var inForce = (await scope.All<(long Id, DateOnly? Since, DateTimeOffset? WithdrawnAt)>("SELECT id, COALESCE(since_day, adopted_day), withdrawn_at FROM reporting_rule WHERE authority_id = @authority AND plan_id = @plan", new { plan }))
            .FindAll(r => !(r.Since > day) && !(r.WithdrawnAt is { } at && AuthorityClock.DayOf(at) <= day)).ConvertAll(r => r.Id).ToHashSet();
        return (await Named(scope, plan, "")).FindAll(r => inForce.Contains(r.Id));
    }

    static Task<List<StoredRule>> Named(Scope scope, long plan, string which) => scope.All<StoredRule>($"""
        SELECT id, kind, who, to_whom, periodicity, once, day, month_rule, months, year, clause_number, text FROM reporting_rule
        WHERE authority_id = @authority AND plan_id = @plan AND day IS NOT NULL {which} ORDER BY id
        """, new { plan });

    /// <summary>As the act would say it: for showing and changing it in words.</summary>
    internal ReportingClause AsClause() => new()
    {
        Who = Who,
        To = ToWhom,
        Periodicity = Once ? null : Periodicity,
        Once = Once,
        Day = Day,
        MonthRule = MonthRule,
        Months = Json.Read<int[]>(Months),
        Year = Year,
        ClauseNumber = ClauseNumber,
        Text = Text,
    };

    public ReportingRule AsRule() => new()
    {
        Kind = Kind,
        Who = Who,
        To = ToWhom,
        Periodicity = Periodicity,
        Once = Once,
        Day = Day,
        MonthRule = MonthRule,
        Months = Json.Read<int[]>(Months),
        Year = Year,
        ClauseNumber = ClauseNumber,
        Ground = Text,
    };
}
