using Zakhid.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>A rule of reporting as it is kept with its plan: read from a clause of the act or adopted by the coordinator.</summary>
public sealed record StoredRule(long Id, ObligationKind Kind, string? Who, string? ToWhom, PeriodLength Periodicity, bool Once, int Day, MonthRule MonthRule, string Months, int? Year, string? ClauseNumber, string Text)
{
    /// <summary>The rules in force that name a day, in the order of the act.</summary>
    public static Task<List<StoredRule>> All(Scope scope, long plan) => scope.All<StoredRule>("""
        SELECT id, kind, who, to_whom, periodicity, once, day, month_rule, months, year, clause_number, text FROM reporting_rule
        WHERE authority_id = @authority AND plan_id = @plan AND withdrawn_at IS NULL AND day IS NOT NULL ORDER BY id
        """, new { plan });

    /// <summary>Those that were in force at the end of an earlier day.</summary>
    public static async Task<List<StoredRule>> On(Scope scope, long plan, DateOnly day) =>
        (await scope.All<Dated>("""
            SELECT id, kind, who, to_whom, periodicity, once, day, month_rule, months, year, clause_number, text, since_day, adopted_day, withdrawn_at FROM reporting_rule
            WHERE authority_id = @authority AND plan_id = @plan AND day IS NOT NULL ORDER BY id
            """, new { plan })).FindAll(r => !((r.SinceDay ?? r.AdoptedDay) > day) && !(r.WithdrawnAt is { } at && AuthorityClock.DayOf(at) <= day))
        .ConvertAll(r => new StoredRule(r.Id, r.Kind, r.Who, r.ToWhom, r.Periodicity, r.Once, r.Day, r.MonthRule, r.Months, r.Year, r.ClauseNumber, r.Text));

    sealed record Dated(long Id, ObligationKind Kind, string? Who, string? ToWhom, PeriodLength Periodicity, bool Once, int Day, MonthRule MonthRule, string Months, int? Year, string? ClauseNumber, string Text, DateOnly? SinceDay, DateOnly? AdoptedDay, DateTimeOffset? WithdrawnAt);

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
