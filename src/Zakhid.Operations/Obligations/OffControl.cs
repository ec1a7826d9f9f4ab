using Zakhid.Control;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Obligations;

/// <summary>When measures of a plan were off control: from the day of a removal to the day they were put back. One still off has no end yet and is not here.</summary>
static class OffControl
{
    public static async Task<ILookup<long, DateRange>> Of(Scope scope, long plan)
    {
        var facts = await scope.All<(long Measure, string Kind, DateOnly Day)>("""
            SELECT f.measure_id, f.kind, f.day FROM control_fact f JOIN measure m ON m.authority_id = f.authority_id AND m.id = f.measure_id
            WHERE f.authority_id = @authority AND f.kind IN (@removal, @back) AND m.plan_id = @plan ORDER BY f.id
            """, new { plan, removal = nameof(RemovalFromControl), back = nameof(ReturnToControl) });
        var removed = new Dictionary<long, DateOnly>();
        var spans = new List<(long Measure, DateRange Off)>();
        foreach (var (measure, kind, day) in facts)
        {
            if (kind == nameof(RemovalFromControl)) removed[measure] = day;
            else if (removed.Remove(measure, out var from)) spans.Add((measure, new(from, day)));
        }
        return spans.ToLookup(span => span.Measure, span => span.Off);
    }
}
