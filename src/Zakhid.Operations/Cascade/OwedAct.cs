using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Control;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Cascade;

/// <summary>«У місячний строк видати акт» as lists and letters show it: what a body was ordered to issue, by which day, and whether it did.</summary>
/// <param name="Text">The sentence of the clause.</param>
/// <param name="Due">The adjusted day; a duty counted from an event without a day has none and stands in no list.</param>
/// <param name="IssuedDate">Null: not issued, as far as is known.</param>
public sealed record OwedAct(long Id, long PlanId, string Plan, long BodyId, string Body, string ClauseNumber, string Text, DateOnly Due, DateOnly? IssuedDate, string? ActKind, string? ActNumber, DateOnly? ActDate)
{
    /// <summary>A longer list is not shown on one page.</summary>
    public const int Most = 200;

    public bool IsOpen => IssuedDate is null;
    public bool IsOverdue(DateOnly today) => IsOpen && Due < today;
    /// <summary>«пункт 3 розпорядження № 149-ОД»</summary>
    public string Ground => ActWords.Ground(new() { Kind = ActKind, Number = ActNumber, Date = ActDate }, ClauseNumber.Length > 0 ? ClauseNumber : null);
    /// <summary>As a letter speaks of it.</summary>
    public LetterAct AsLetter => new(Plan, Due, Ground);

    const string From = """
        FROM act_duty d JOIN body b ON b.authority_id = d.authority_id AND b.id = d.body_id
        JOIN plan p ON p.authority_id = d.authority_id AND p.id = d.plan_id JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
        WHERE d.authority_id = @authority AND d.adjusted IS NOT NULL AND (d.issued_date IS NOT NULL OR d.ended_day IS NULL) AND (d.issued_date IS NOT NULL OR p.closed_day IS NULL)
        """;

    static Task<List<OwedAct>> List(Scope scope, string and, object? with, int limit = Most) => scope.All<OwedAct>($"""
        SELECT d.id, d.plan_id, p.title AS plan, d.body_id, b.name AS body, d.clause_number, d.text, d.adjusted AS due, d.issued_date, a.kind AS act_kind, a.number AS act_number, a.date AS act_date
        {From} {and} ORDER BY d.adjusted, b.sort_key, d.id LIMIT {limit}
        """, with);

    /// <summary>What falls due in a stretch of days, issued or not.</summary>
    /// <param name="body">Null: of all.</param>
    /// <param name="plan">Null: of all.</param>
    public static Task<List<OwedAct>> Between(Scope scope, DateOnly from, DateOnly to, long? body = null, long? plan = null, int limit = Most) =>
        List(scope, "AND d.adjusted BETWEEN @from AND @to AND (@body IS NULL OR d.body_id = @body) AND (@plan IS NULL OR d.plan_id = @plan)", new { from, to, body, plan }, limit);

    /// <summary>How much falls due on each day, and how much of it is not issued.</summary>
    public static Task<List<(DateOnly Day, long Count, long Open)>> Counts(Scope scope, DateOnly from, DateOnly to, long? body, long? plan) => scope.All<(DateOnly, long, long)>($"""
        SELECT d.adjusted, COUNT(*), SUM(CASE WHEN d.issued_date IS NULL THEN 1 ELSE 0 END)
        {From} AND d.adjusted BETWEEN @from AND @to AND (@body IS NULL OR d.body_id = @body) AND (@plan IS NULL OR d.plan_id = @plan) GROUP BY d.adjusted
        """, new { from, to, body, plan });

    /// <summary>What is not issued.</summary>
    /// <param name="body">Null: of all.</param>
    /// <param name="until">What falls due later is left out.</param>
    public static Task<List<OwedAct>> Open(Scope scope, long? body, DateOnly until) =>
        List(scope, "AND d.issued_date IS NULL AND d.adjusted <= @until AND (@body IS NULL OR d.body_id = @body)", new { body, until });

    /// <summary>What some bodies are to issue on some plans.</summary>
    public static Task<List<OwedAct>> Open(Scope scope, IReadOnlyList<long> plans, IReadOnlyList<long> bodies, DateOnly until) => List(scope,
        $"AND d.issued_date IS NULL AND d.adjusted <= @until AND d.plan_id {scope.Dialect.Among("@plans")} AND d.body_id {scope.Dialect.Among("@bodies")}", new { plans, bodies, until }, int.MaxValue);

    /// <summary>Which bodies are to issue something on which plans, with the first day; the period is empty.</summary>
    /// <param name="plan">Null: on all.</param>
    public static Task<List<DueGroup>> Groups(Scope scope, DateOnly until, long? plan) => scope.All<DueGroup>($"""
        SELECT d.body_id, d.plan_id, '' AS period_code, MIN(d.adjusted) AS first {From} AND d.issued_date IS NULL AND d.adjusted <= @until AND (@plan IS NULL OR d.plan_id = @plan) GROUP BY d.body_id, d.plan_id
        """, new { until, plan });
}
