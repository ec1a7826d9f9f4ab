using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>
/// Takes a measure off control, by who put it there or who stands in his place: the head, or a successor of one who has
/// left. What falls due later is owed no more; what is overdue stays so.
/// </summary>
public sealed class RemoveFromControl(Store store)
{
    /// <summary>Why reports of a measure lapse when it is removed.</summary>
    internal const string Lapsed = "захід знято з контролю";

    /// <exception cref="RuleBroken">«control.not-for-you» and those of <see cref="MeasureControl.Remove"/>.</exception>
    public Task Run(Actor by, Moment at, long measure, string ground, ControlPaper? paper = null, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        ControlDeed.MustKeepControl(w);
        var record = await ControlRecord.Read(w, measure);
        var starter = record.Control.StartedBy ?? 0;
        await ControlDeed.Keep(w, record, record.Control.Remove(ControlDeed.Of(w), ground, await ControlFacts.Post(w, starter), await StandsFor(w, w.By, at.Day, starter)), paper);
        await w.Do("UPDATE measure SET removed_day = @day WHERE authority_id = @authority AND id = @measure", new { measure, day = at.Day });
        await w.Do("""
            UPDATE obligation SET lapsed_day = @day, lapsed_ground = @removed
            WHERE authority_id = @authority AND measure_id = @measure AND adjusted > @day AND lapsed_day IS NULL AND report_state IN ('Expected', 'Draft', 'Returned')
            """, new { measure, day = at.Day, removed = Lapsed });
    }, stop);

    /// <summary>
    /// Whether somebody stands in the place of the person who put a measure under control: the head; to whom that person handed all over;
    /// who holds his post now, or acts in it; anybody who keeps control, once that person is gone.
    /// </summary>
    public static async Task<bool> StandsFor(Scope scope, Actor by, DateOnly today, long starter)
    {
        if (by.IsProgram || by.Is(Role.Head) || starter == 0 || starter == by.Person || await HandOver.Successor(scope, starter) == by.Person) return true;
        var holds = await scope.Find<long?>("""
            SELECT n.id FROM post_holder h JOIN post_holder n ON n.authority_id = h.authority_id AND n.post_id = h.post_id
            WHERE h.authority_id = @authority AND h.person_id = @starter AND h.withdrawn_at IS NULL AND h.from_day <= @today
                AND n.person_id = @Person AND n.withdrawn_at IS NULL AND n.from_day <= @today AND (n.to_day IS NULL OR n.to_day >= @today) LIMIT 1
            """, new { starter, by.Person, today });
        if (holds is not null) return true;
        var left = await scope.Find<bool?>("SELECT CASE WHEN blocked_at IS NOT NULL OR role NOT IN ('Coordinator', 'Controller', 'Head') THEN 1 ELSE 0 END FROM person WHERE authority_id = @authority AND id = @starter", new { starter });
        return left is null or true;
    }
}
