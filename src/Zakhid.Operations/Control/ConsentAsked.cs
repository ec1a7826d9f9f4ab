using Zakhid.Calendar;
using Zakhid.Obligations;
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
            SELECT s.body_id, b.name AS body, s.consent, s.plan_id, p.title, a.kind, a.number, a.date, COALESCE(m.number, CAST(m.position AS TEXT)) AS measure,
                f.day, f.note, f.state, (SELECT MAX(g.day) FROM consent_fact g WHERE g.authority_id = s.authority_id AND g.assignment_id = s.id AND g.state = 'Asked') AS asked_day
            FROM assignment s JOIN body b ON b.authority_id = s.authority_id AND b.id = s.body_id
            JOIN measure m ON m.authority_id = s.authority_id AND m.id = s.measure_id
            JOIN plan p ON p.authority_id = s.authority_id AND p.id = s.plan_id JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            LEFT JOIN consent_fact f ON f.authority_id = s.authority_id AND f.id = (SELECT MAX(l.id) FROM consent_fact l WHERE l.authority_id = s.authority_id AND l.assignment_id = s.id)
            WHERE s.authority_id = @authority AND s.by_consent = 1 AND p.control_day IS NOT NULL ORDER BY b.sort_key, b.id, s.plan_id, m.position
            """);
        return [.. rows.GroupBy(r => (r.BodyId, r.PlanId)).Select(g =>
        {
            var first = g.First();
            var act = ActWords.Cited(new Act { Kind = first.Kind, Number = first.Number, Date = first.Date });
            return new ConsentAsked(first.BodyId, first.Body, first.PlanId, first.Title, act, first.Consent, first.Day, first.Note, first.AskedDay is not null,
                [.. g.Select(r => r.Measure)], WorkingCalendar.Ukraine.Add(first.AskedDay ?? today, DaysToAnswer));
        }).OrderBy(a => a.State switch { "Asked" or "Silent" => 0, "Agreed" => 1, _ => 2 })];
    }

    sealed record Row(long BodyId, string Body, string Consent, long PlanId, string Title, string? Kind, string? Number, DateOnly? Date, string Measure, DateOnly? Day, string? Note, string? State, DateOnly? AskedDay);
}
