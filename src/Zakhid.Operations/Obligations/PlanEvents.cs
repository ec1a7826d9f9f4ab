using Zakhid.Calendar;
using Zakhid.Operations.Storage;
using Zakhid.Terms;

namespace Zakhid.Operations.Obligations;

/// <summary>An event that measures of a plan wait for, and its day where a person has entered it.</summary>
/// <param name="Measures">Their numbers as shown.</param>
public sealed record PlanEvent(AwaitedEvent Awaited, IReadOnlyList<string> Measures, EventFact? Known);

/// <summary>The day of an event with the document that says so.</summary>
public sealed record EventFact(string Key, DateOnly FromDay, DateOnly? ToDay, string Document, DateOnly Day)
{
    public EventDay Days => new(FromDay, ToDay);
}

/// <summary>
/// The events of a plan that the act does not date. The newest entry of each counts; where there is none, no date follows from
/// the terms that wait for it.
/// </summary>
public sealed class PlanEvents(IReadOnlyDictionary<string, EventFact> known)
{
    public static async Task<PlanEvents> Of(Scope scope, long plan) => new((await scope.All<EventFact>("""
        SELECT e.key, e.from_day, e.to_day, e.document, e.day FROM event_day e WHERE e.authority_id = @authority AND e.plan_id = @plan
          AND e.id = (SELECT MAX(n.id) FROM event_day n WHERE n.authority_id = e.authority_id AND n.plan_id = e.plan_id AND n.key = e.key)
        """, new { plan })).ToDictionary(fact => fact.Key, StringComparer.Ordinal));

    /// <summary>The term with the days that follow from what is known.</summary>
    public Term Dated(Term term, WorkingCalendar calendar) => AwaitedEvent.Dated(term, key => known.GetValueOrDefault(key)?.Days, calendar);

    /// <summary>Whether the term waits for an event whose day is known.</summary>
    public bool Knows(Term term) => AwaitedEvent.Of(term) is { } awaited && known.ContainsKey(awaited.Key);

    /// <summary>The ground of a day counted from an event: «…; затвердження бюджету — 23 грудня 2021 року, рішення від … № …»; empty where none is.</summary>
    public string Ground(Term term) => AwaitedEvent.Of(term) is { } awaited && known.GetValueOrDefault(awaited.Key) is { } fact
        ? $" ({awaited.Words} — {Text.UkrainianDate.Full(fact.FromDay)}, {fact.Document})" : "";

    /// <summary>All that the plan's measures wait for, in the order of measures.</summary>
    public async Task<IReadOnlyList<PlanEvent>> Awaited(Scope scope, long plan)
    {
        var found = new Dictionary<string, (AwaitedEvent Awaited, List<string> Measures)>(StringComparer.Ordinal);
        foreach (var (number, json) in await scope.All<(string, string)>("SELECT COALESCE(number, CAST(position AS TEXT)), term_json FROM measure WHERE authority_id = @authority AND plan_id = @plan AND excluded_day IS NULL AND term_json IS NOT NULL ORDER BY position", new { plan }))
        {
            foreach (var awaited in AwaitedEvent.All(Json.Read<Term>(json)))
            {
                if (!found.TryGetValue(awaited.Key, out var one)) found[awaited.Key] = one = (awaited, []);
                one.Measures.Add(number);
            }
        }
        return [.. found.Values.Select(one => new PlanEvent(one.Awaited, one.Measures, known.GetValueOrDefault(one.Awaited.Key)))];
    }
}
