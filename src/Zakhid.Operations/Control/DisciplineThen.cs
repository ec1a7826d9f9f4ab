using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Control;

/// <summary>The table of execution discipline as it stood at the end of an earlier day, by the facts recorded up to it.</summary>
public static class DisciplineThen
{
    /// <param name="plan">Null: of all plans.</param>
    public static async Task<DisciplineTable> Read(Scope scope, ReportingPeriod period, DateOnly day, long? plan = null)
    {
        var now = await DisciplineTable.Read(scope, period, day, plan);
        var (alike, late) = (new List<LikeReports>(), new List<LateReport>());
        foreach (var one in await scope.All<long>("SELECT id FROM plan WHERE authority_id = @authority AND control_day IS NOT NULL AND (@plan IS NULL OR id = @plan) ORDER BY id", new { plan }))
        {
            var then = await StandingOn.Of(scope, one, day);
            foreach (var report in await ObligationLine.List(scope, "o.plan_id = @one AND o.kind = 'Report' AND o.period_from >= @Start AND o.period_to <= @End", new { one, period.Start, period.End }, limit: int.MaxValue))
            {
                if (!then.TryGetValue(report.Id, out var stood) || stood.Standing is "Lapsed" or "Declined") continue;
                var isLate = stood.SubmittedDay > stood.Adjusted;
                alike.Add(new(report.BodyId, report.Body, Enum.Parse<ReportState>(stood.ReportState), isLate, stood.Adjusted, stood.Standing == "Apart", 1));
                if (isLate) late.Add(new(report.BodyId, stood.Adjusted, stood.SubmittedDay!.Value));
            }
        }
        return now with { Discipline = ExecutionDiscipline.Of(alike, late, day, (await AuthorityCalendar.Of(scope)).Calendar) };
    }
}
