using Zakhid.Calendar;
using Zakhid.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Terms;

namespace Zakhid.Operations.Obligations;

/// <summary>A day of control that a change of the plan moves.</summary>
/// <param name="Measure">Number or place of the measure.</param>
public sealed record ChangedDate(string Measure, DateOnly Before, DateOnly After, string Ground);

/// <summary>
/// The days by which measures themselves are due, from their own terms, beside the due days of reports. A day that a person's
/// decision set (an extension) is that decision's: counting anew never moves it, nor the day that it took the place of.
/// </summary>
static class ControlDates
{
    /// <summary>Once, when the plan is put under control.</summary>
    public static async Task Keep(WriteScope w, long plan, DerivedPlan derived)
    {
        if (await w.One<long>("SELECT COUNT(*) FROM control_date WHERE authority_id = @authority AND plan_id = @plan", new { plan }) > 0) return;
        await Add(w, plan, derived, await Terms(w, plan));
    }

    public static async Task Add(WriteScope w, long plan, DerivedPlan derived, IReadOnlyList<(long Measure, Term Term)> measures)
    {
        var rows = measures.SelectMany(m => Of(derived, m.Term).Select((date, i) => Row(m.Measure, i, plan, date))).ToList();
        if (rows.Count > 0) await w.DoMany("control_date", rows);
    }

    /// <summary>Of days added to a measure that things have happened to: which of them wait. A new plan's all do.</summary>
    public static Task Settle(WriteScope w, IReadOnlyCollection<long> measures) =>
        w.Do($"UPDATE control_date SET moved_by = moved_by WHERE authority_id = @authority AND measure_id {w.Dialect.Among("@measures")} -- its trigger tells", new { measures = measures.ToList() });

    /// <summary>Terms of the measures that the plan has now.</summary>
    public static async Task<List<(long Measure, Term Term)>> Terms(Scope scope, long plan) =>
        (await scope.All<(long Id, string Term)>("SELECT id, term_json FROM measure WHERE authority_id = @authority AND plan_id = @plan AND excluded_day IS NULL AND term_json IS NOT NULL ORDER BY position", new { plan })).ConvertAll(m => (m.Id, Json.Read<Term>(m.Term)));

    /// <summary>After the days of terms, or the way with days off, were changed.</summary>
    /// <param name="w">The deed.</param>
    /// <param name="plan">Which plan.</param>
    /// <param name="derived">As it now stands.</param>
    /// <param name="measures">Which of its measures.</param>
    /// <param name="from">Days that passed before this one stay, and none moves to before it; null: all follow.</param>
    /// <param name="dayOff">The decision about days off, kept with the day that each had until it; null: none.</param>
    /// <returns>What moved, and how many days would fall otherwise had a person's decision not set them.</returns>
    public static async Task<(List<ChangedDate> Moved, int Held)> Recount(WriteScope w, long plan, DerivedPlan derived, IReadOnlyList<(long Measure, Term Term)> measures, DateOnly? from, long? dayOff)
    {
        var numbers = (await w.All<(long Id, string Number)>("SELECT id, COALESCE(number, CAST(position AS TEXT)) FROM measure WHERE authority_id = @authority AND plan_id = @plan", new { plan })).ToDictionary(m => m.Id, m => m.Number);
        var kept = (await w.All<Kept>("SELECT measure_id, position, nominal, adjusted, policy, ground, fact_id, moved_by FROM control_date WHERE authority_id = @authority AND plan_id = @plan ORDER BY measure_id, position", new { plan })).ToLookup(d => d.MeasureId);
        var (told, updates, gone, come) = (new List<ChangedDate>(), new List<(Kept From, (DueDate Due, string Ground) To)>(), new List<Kept>(), new List<ControlDateRow>());
        var held = 0;
        foreach (var (measure, term) in measures)
        {
            var rows = kept[measure].ToList();
            held += rows.Count(d => d is { FactId: not null, MovedBy: null } && d.Adjusted >= from && DueDate.Of(d.Nominal, derived.Working.Calendar, derived.Working.Policy).Adjusted != d.Adjusted);
            var own = rows.FindAll(d => d.FactId is null);
            var now = Of(derived, term).ToList();
            // The same named day; of days that are named otherwise now, the first takes the place of the first.
            var pairs = own.ConvertAll(d => (Kept: d, Now: now.FindIndex(n => n.Due.Nominal == d.Nominal)));
            var free = new Queue<int>(Enumerable.Range(0, now.Count).Except(pairs.Select(p => p.Now)));
            foreach (var (row, same) in pairs)
            {
                var at = same >= 0 ? same : free.Count > 0 ? free.Dequeue() : -1;
                if (row.MovedBy is not null) continue;
                if (at < 0)
                {
                    if (!(row.Nominal < from)) gone.Add(row);
                }
                else if ((row.Nominal, row.Adjusted, row.Policy) != (now[at].Due.Nominal, now[at].Due.Adjusted, now[at].Due.Policy) && !(row.Adjusted < from) && !(now[at].Due.Adjusted < from))
                {
                    updates.Add((row, now[at]));
                    if (row.Adjusted != now[at].Due.Adjusted) told.Add(new(numbers[measure], row.Adjusted, now[at].Due.Adjusted, now[at].Ground));
                }
            }
            var next = rows.Count == 0 ? 0 : rows[^1].Position + 1;
            come.AddRange(free.Select(i => now[i]).Where(d => !(d.Due.Nominal < from)).Select(d => Row(measure, next++, plan, d)));
        }
        if (dayOff is { } change) await w.DoMany("control_day", updates.Where(u => u.From.Adjusted != u.To.Due.Adjusted).Select(u => new { u.From.MeasureId, u.From.Position, ChangeId = change, u.From.Nominal, u.From.Adjusted, u.From.Ground }).ToList());
        foreach (var same in updates.GroupBy(u => (u.From.Position, u.To.Due, u.To.Ground), u => u.From.MeasureId))
            await w.Do($"UPDATE control_date SET nominal = @Nominal, adjusted = @Adjusted, policy = @Policy, ground = @Ground WHERE authority_id = @authority AND position = @Position AND measure_id {w.Dialect.Among("@ids")}",
                new { same.Key.Due.Nominal, same.Key.Due.Adjusted, same.Key.Due.Policy, same.Key.Ground, same.Key.Position, ids = same.ToList() });
        foreach (var same in gone.GroupBy(d => d.Position, d => d.MeasureId))
            foreach (var table in (string[])["control_day", "control_date"]) await w.Do($"DELETE FROM {table} WHERE authority_id = @authority AND position = @Key AND measure_id {w.Dialect.Among("@ids")}", new { same.Key, ids = same.ToList() });
        if (come.Count > 0)
        {
            await w.DoMany("control_date", come);
            await Settle(w, come.Select(d => d.MeasureId).ToHashSet());
        }
        return (told, held);
    }

    static IEnumerable<(DueDate Due, string Ground)> Of(DerivedPlan derived, Term term)
    {
        var ground = ControlDate.Ground(term) + derived.Events.Ground(term);
        return ControlDate.Of(derived.Events.Dated(term, derived.Working.Calendar), derived.Days, derived.ActDate, derived.Working.Calendar, derived.Working.Policy).Select(date => (date.Due, date.Due.Explain(ground, derived.Working.Calendar)));
    }

    static ControlDateRow Row(long measure, int position, long plan, (DueDate Due, string Ground) date) => new(measure, position, plan, date.Due.Nominal, date.Due.Adjusted, date.Due.Policy, date.Ground);

    sealed record ControlDateRow(long MeasureId, int Position, long PlanId, DateOnly Nominal, DateOnly Adjusted, DayOffPolicy Policy, string Ground);

    sealed record Kept(long MeasureId, int Position, DateOnly Nominal, DateOnly Adjusted, DayOffPolicy Policy, string Ground, long? FactId, long? MovedBy);
}
