using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>What one body «за згодою» is asked for in one plan, and where the asking stands.</summary>
/// <param name="State">Asked, Agreed, Declined or Silent.</param>
/// <param name="Day">Of its last fact; null: nothing was written or answered yet.</param>
/// <param name="Note">The paper of that fact.</param>
/// <param name="Act">Genitive, as acts cite each other.</param>
/// <param name="IsWritten">A letter that asks was recorded.</param>
/// <param name="AnswerBy">The day that the letter names, or would name if it left today.</param>
public sealed record ConsentAsked(long BodyId, string Body, long PlanId, string Plan, string Act, string State, DateOnly? Day, string? Note, bool IsWritten, IReadOnlyList<string> Measures, DateOnly AnswerBy)
{
    public bool IsOpen => State is "Asked" or "Silent";
    /// <summary>It was written to, and the day for its answer is past.</summary>
    public bool IsOverdue(DateOnly today) => State == "Asked" && IsWritten && AnswerBy < today;
}

/// <summary>Every body that was asked «за згодою» in plans under control: the open ones first.</summary>
public static class ConsentsAsked
{
    /// <summary>Working days that a letter leaves for an answer.</summary>
    public const int DaysToAnswer = 10;

    public static async Task<List<ConsentAsked>> Of(Scope scope, DateOnly today)
    {
        var rows = await scope.All<Row>("""
            SELECT s.id, s.body_id, s.consent, s.plan_id, COALESCE(m.number, CAST(m.position AS TEXT)) AS measure FROM assignment s
            JOIN measure m ON m.authority_id = s.authority_id AND m.id = s.measure_id
            WHERE s.authority_id = @authority AND s.by_consent = 1 AND s.left_day IS NULL AND m.excluded_day IS NULL ORDER BY s.plan_id, s.body_id, m.position
            """);
        if (rows.Count == 0) return [];
        var plans = (await scope.All<Plan>("""
            SELECT p.id, p.title, a.kind, a.number, a.date FROM plan p JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id WHERE p.authority_id = @authority AND p.control_day IS NOT NULL AND p.closed_day IS NULL
            """)).ToDictionary(p => p.Id);
        var bodies = rows.Select(r => r.BodyId).Distinct().ToList();
        var names = (await scope.All<(long Id, string Name, string Sort)>($"SELECT id, name, sort_key FROM body WHERE authority_id = @authority AND id {scope.Dialect.Among("@bodies")}", new { bodies })).ToDictionary(b => b.Id);
        // Far fewer than those asked: a fact is written or answered by a person.
        var facts = (await scope.All<Fact>("SELECT assignment_id, state, day, note FROM consent_fact WHERE authority_id = @authority ORDER BY id")).ToLookup(f => f.AssignmentId);
        var (calendar, _) = await AuthorityCalendar.Of(scope);
        return [.. rows.Where(r => plans.ContainsKey(r.PlanId)).GroupBy(r => (r.BodyId, r.PlanId)).Select(g =>
        {
            var (first, plan) = (g.First(), plans[g.Key.PlanId]);
            var last = facts[first.Id].LastOrDefault();
            var asked = facts[first.Id].Where(f => f.State == "Asked").Select(f => (DateOnly?)f.Day).Max();
            var act = ActWords.Cited(new Act { Kind = plan.Kind, Number = plan.Number, Date = plan.Date });
            return new ConsentAsked(first.BodyId, names[first.BodyId].Name, plan.Id, plan.Title, act, first.Consent, last?.Day, last?.Note, asked is not null,
                [.. g.Select(r => r.Measure)], calendar.Add(asked ?? today, DaysToAnswer));
        }).OrderBy(a => a.State switch { "Asked" or "Silent" => 0, "Agreed" => 1, _ => 2 }).ThenBy(a => names[a.BodyId].Sort, StringComparer.Ordinal).ThenBy(a => a.BodyId).ThenBy(a => a.PlanId)];
    }

    /// <summary>In the words of the plan, what a body is asked for: read for those whose letter is shown or written.</summary>
    public static async Task<IReadOnlyList<AskedMeasure>> Measures(Scope scope, ConsentAsked one) => await scope.All<AskedMeasure>("""
        SELECT COALESCE(m.number, CAST(m.position AS TEXT)) AS number, m.text, m.term_text AS term FROM assignment s
        JOIN measure m ON m.authority_id = s.authority_id AND m.id = s.measure_id
        WHERE s.authority_id = @authority AND s.body_id = @BodyId AND s.plan_id = @PlanId AND s.by_consent = 1 AND s.left_day IS NULL AND m.excluded_day IS NULL ORDER BY m.position
        """, new { one.BodyId, one.PlanId });

    sealed record Row(long Id, long BodyId, string Consent, long PlanId, string Measure);
    sealed record Plan(long Id, string Title, string? Kind, string? Number, DateOnly? Date);
    sealed record Fact(long AssignmentId, string State, DateOnly Day, string? Note);
}
