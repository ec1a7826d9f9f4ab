using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Reporting;

/// <summary>How long the authority takes reports after their day, and who gets one more chance.</summary>
public sealed class SetReportingWindow(Store store)
{
    /// <summary>More than a year of working days is no window.</summary>
    public const int MostDays = 250;

    public static Task<ReportingWindow> Of(Scope scope) => scope.One<ReportingWindow>("SELECT window_days AS days, window_until_sent AS until_sent FROM authority WHERE id = @authority");

    /// <exception cref="RuleBroken">«window.not-for-you», «window.days».</exception>
    public Task Run(Actor by, Moment at, ReportingWindow window, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator, Role.Administrator)) throw new RuleBroken("window.not-for-you");
        if (window.Days is < 0 or > MostDays) throw new RuleBroken("window.days", MostDays);
        var before = await Of(w);
        await w.Do("UPDATE authority SET window_days = @Days, window_until_sent = @UntilSent WHERE id = @authority", new { window.Days, window.UntilSent });
        await w.Log("window.set", $"authority/{by.Authority}", new { window.Days, window.UntilSent, before = new { before.Days, before.UntilSent } });
    }, stop);
}

/// <summary>Opens a closed window once more for one body and period of a plan, until a day, on a ground. The exception stays in the record.</summary>
public sealed class OpenWindow(Store store)
{
    /// <exception cref="RuleBroken">«window.open-not-for-you», «window.past-day», «control.ground-missing», «window.nothing-owed».</exception>
    public Task<long> Run(Actor by, Moment at, long plan, string period, long body, DateOnly until, string ground, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator, Role.Controller)) throw new RuleBroken("window.open-not-for-you");
        if (until < at.Day) throw new RuleBroken("window.past-day", at.Day);
        if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("control.ground-missing");
        var open = await w.One<long>("SELECT COUNT(*) FROM obligation WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND body_id = @body AND kind = 'Report' AND standing IN ('Expected', 'Draft', 'Returned', 'Apart')", new { plan, period, body });
        if (open == 0) throw new RuleBroken("window.nothing-owed");
        var id = await w.Next("window_exception");
        await w.Do("""
            INSERT INTO window_exception (authority_id, id, plan_id, period_code, body_id, until_day, ground, day, at, person_id)
            VALUES (@authority, @id, @plan, @period, @body, @until, @ground, @day, @at, @person)
            """, new { id, plan, period, body, until, ground = ground.Trim(), day = at.Day, at = at.At, person = by.Person });
        await w.Do("UPDATE window_request SET exception_id = @id WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND body_id = @body AND exception_id IS NULL AND declined_at IS NULL", new { id, plan, period, body });
        await w.Log("window.opened", $"body/{body}", new { plan, period, until, ground });
        return id;
    }, stop);
}

/// <summary>An exception that was granted: to whom, for which period, until when, by whom and why.</summary>
public sealed record GrantedWindow(DateOnly Day, string Body, string Plan, string Period, DateOnly Until, string Ground, string Who)
{
    /// <summary>The newest first.</summary>
    public static Task<List<GrantedWindow>> All(Scope scope, int most = 100) => scope.All<GrantedWindow>($"""
        SELECT x.day, b.name AS body, p.title AS plan, x.period_code AS period, x.until_day AS until, x.ground, COALESCE(h.post, 'запис програми') AS who FROM window_exception x
        JOIN body b ON b.authority_id = x.authority_id AND b.id = x.body_id JOIN plan p ON p.authority_id = x.authority_id AND p.id = x.plan_id
        LEFT JOIN person h ON h.authority_id = x.authority_id AND h.id = x.person_id WHERE x.authority_id = @authority ORDER BY x.id DESC LIMIT {most}
        """);
}
