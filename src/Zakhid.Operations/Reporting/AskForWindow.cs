using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Reporting;

/// <summary>A body asks that a window that has closed be opened to it once more, and says why.</summary>
public sealed class AskForWindow(Store store)
{
    /// <param name="obligation">One of the reports that it can no longer hand in; asked is for all of that period.</param>
    /// <returns>The request's number.</returns>
    /// <exception cref="RuleBroken">«obligation.unknown», «report.not-yours», «window.is-open», «window.why», «window.asked».</exception>
    public Task<long> Run(Actor by, Moment at, long obligation, string ground, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        var owed = await Owed.Find(w, obligation);
        owed.MustBeReportedBy(by);
        if (owed.LapsedDay is not null || owed.ReportState is "Submitted" or "Accepted" || owed.Closed(at.Day) is null) throw new RuleBroken("window.is-open");
        if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("window.why");
        if (await AskedWindow.Of(w, owed.PlanId, owed.PeriodCode, owed.BodyId) is { IsOpen: true } waits) throw new RuleBroken("window.asked", waits.Day);
        var id = await w.Next("window_request");
        await w.DoMany("window_request", [new { Id = id, owed.PlanId, owed.PeriodCode, owed.BodyId, ObligationId = obligation, Ground = ground.Trim(), at.Day, at.At, PersonId = by.Person }]);
        await w.Log("window.asked", $"body/{owed.BodyId}", new { owed.PlanId, owed.PeriodCode, ground });
        return id;
    }, stop);

    /// <summary>The window stays closed; the body reads why.</summary>
    /// <exception cref="RuleBroken">«window.open-not-for-you», «window.why», «window.no-request».</exception>
    public Task Decline(Actor by, Moment at, long request, string ground, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.IsProgram && !by.Is(Role.Coordinator, Role.Controller)) throw new RuleBroken("window.open-not-for-you");
        if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("window.why");
        if (await w.Do("UPDATE window_request SET declined_day = @Day, declined_at = @At, declined_by = @person, declined_ground = @ground WHERE authority_id = @authority AND id = @request AND exception_id IS NULL AND declined_at IS NULL",
            new { request, at.Day, at.At, person = by.Person, ground = ground.Trim() }) == 0) throw new RuleBroken("window.no-request");
        await w.Log("window.declined", $"window-request/{request}", new { ground });
    }, stop);
}

/// <summary>A request that a window be opened, and what became of it.</summary>
public sealed record AskedWindow(long Id, long PlanId, string PeriodCode, long BodyId, string Body, long ObligationId, string Ground, DateOnly Day, long? ExceptionId, DateOnly? DeclinedDay, string? DeclinedGround)
{
    public bool IsOpen => ExceptionId is null && DeclinedDay is null;

    const string Select = """
        SELECT q.id, q.plan_id, q.period_code, q.body_id, b.name AS body, q.obligation_id, q.ground, q.day, q.exception_id, q.declined_day, q.declined_ground
        FROM window_request q JOIN body b ON b.authority_id = q.authority_id AND b.id = q.body_id WHERE q.authority_id = @authority
        """;

    /// <summary>The last of a body for a period; null: it never asked.</summary>
    public static Task<AskedWindow?> Of(Scope scope, long plan, string period, long body) =>
        scope.Find<AskedWindow>($"{Select} AND q.plan_id = @plan AND q.period_code = @period AND q.body_id = @body ORDER BY q.id DESC LIMIT 1", new { plan, period, body });

    /// <summary>Those that wait for a decision.</summary>
    public static Task<List<AskedWindow>> Waiting(Scope scope) => scope.All<AskedWindow>($"{Select} AND q.exception_id IS NULL AND q.declined_at IS NULL ORDER BY q.id LIMIT 200");
}
