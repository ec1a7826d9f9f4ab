namespace Zakhid.Criteria.Grammar;

/// <summary>«2027 рік – A, 2028 рік – B», «до 1 липня – 50 %, до 31 грудня – 100 %»: one count, a value for each date.</summary>
static class Schedules
{
    public static List<Target> Read(List<Target> targets)
    {
        for (var from = 0; from < targets.Count; from++)
        {
            var to = from;
            while (to < targets.Count && Dated(targets[to]) && (to == from || Follows(targets[to - 1], targets[to]))) to++;
            if (to - from < 2) continue;
            var unit = targets.GetRange(from, to - from).Find(t => t.Unit is not null)?.Unit;
            for (var i = from; i < to; i++)
                targets[i] = targets[i] with { Type = TargetType.Schedule, Metric = targets[from].Metric, Unit = targets[i].Unit ?? unit, Per = null };
            from = to - 1;
        }
        return targets;

        static bool Dated(Target t) => t.By is not null && t.Type is TargetType.Threshold or TargetType.Frequency or TargetType.ReportedValue or TargetType.Change && t.Value is not null && (t.Type != TargetType.Change || t.IsLevel);
    }

    static bool Follows(Target before, Target after) => after.By != before.By && after.ValueIs == before.ValueIs
        && (after.Metric is null || after.Metric == before.Metric || (after.Unit is not null && after.Unit == before.Unit) || after.Unit is null || before.Unit is null);
}
