using Zakhid.Executors;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.Operations.Bodies;

/// <summary>Which bodies a list shows.</summary>
public enum BodyFilter { Standing, Groups, Outside, Withdrawn }

/// <summary>A body as the register lists it, with what it carries: the counts come from the counters.</summary>
public sealed record BodyLine
{
    public long Id { get; init; }
    public string Name { get; init; } = "";
    public string? NameGenitive { get; init; }
    public string? NameDative { get; init; }
    public ExecutorKind Kind { get; init; }
    public bool IsGroup { get; init; }
    public bool IsOutside { get; init; }
    public bool IsCoordinator { get; init; }
    public bool Identifiable { get; init; }
    public long? ParentId { get; init; }
    public string? Parent { get; init; }
    public string? Edrpou { get; init; }
    public string? Katottg { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
    public string? WithdrawnGround { get; init; }
    public long? MergedInto { get; init; }
    /// <summary>Members on the day of the list, those of groups within it not counted apart.</summary>
    public long Members { get; init; }
    /// <summary>Reports not handed in, whose day has not passed or has.</summary>
    public long Owed { get; init; }
    public long Overdue { get; init; }

    /// <summary>What a person can change of it.</summary>
    public BodyCard Card => new() { Name = Name, NameGenitive = NameGenitive, NameDative = NameDative, IsGroup = IsGroup, IsOutside = IsOutside, Parent = ParentId, Edrpou = Edrpou, Katottg = Katottg, Email = Email, Phone = Phone, Address = Address };

    const string Columns = """
        b.id, b.name, b.name_genitive, b.name_dative, b.kind, b.is_group, b.is_outside, b.is_coordinator, b.identifiable, b.parent_id, o.name AS parent, b.edrpou, b.katottg, b.email, b.phone, b.address,
        b.withdrawn_at, b.withdrawn_ground, b.merged_into,
        (SELECT COUNT(DISTINCT m.body_id) FROM body_member m WHERE m.authority_id = b.authority_id AND m.group_id = b.id AND m.withdrawn_at IS NULL AND m.from_day <= @today AND (m.to_day IS NULL OR m.to_day >= @today)) AS members,
        COALESCE(t.owed, 0) AS owed, COALESCE(t.overdue, 0) AS overdue
        """;

    const string From = """
        FROM body b LEFT JOIN body o ON o.authority_id = b.authority_id AND o.id = b.parent_id
        LEFT JOIN (SELECT body_id, SUM(n) AS owed, SUM(CASE WHEN due_day < @today THEN n ELSE 0 END) AS overdue FROM tally
            WHERE authority_id = @authority AND plan_id = 0 AND body_id > 0 AND period_code > '' AND kind = 'Report' AND standing IN ('Expected', 'Draft', 'Returned') GROUP BY body_id) t ON t.body_id = b.id
        WHERE b.authority_id = @authority
        """;

    static string Where(BodyFilter filter) => filter switch
    {
        BodyFilter.Groups => "b.withdrawn_at IS NULL AND b.is_group = 1",
        BodyFilter.Outside => "b.withdrawn_at IS NULL AND b.is_outside = 1",
        BodyFilter.Withdrawn => "b.withdrawn_at IS NOT NULL",
        _ => "b.withdrawn_at IS NULL",
    };

    /// <param name="find">Words of the name, or a code; any order, any case.</param>
    public static Task<List<BodyLine>> List(Scope scope, DateOnly today, string? find = null, BodyFilter filter = BodyFilter.Standing, int limit = 100_000, int skip = 0)
    {
        var words = Words(find);
        return scope.All<BodyLine>($"SELECT {Columns} {From} AND {Where(filter)}{Named(words)} ORDER BY b.sort_key, b.id LIMIT {limit} OFFSET {skip}", With(words, today));
    }

    public static Task<long> Count(Scope scope, DateOnly today, string? find = null, BodyFilter filter = BodyFilter.Standing)
    {
        var words = Words(find);
        return scope.One<long>($"SELECT COUNT(*) FROM body b WHERE b.authority_id = @authority AND {Where(filter)}{Named(words)}", With(words, today));
    }

    /// <exception cref="RuleBroken">«body.unknown».</exception>
    public static async Task<BodyLine> One(Scope scope, long id, DateOnly today) => await scope.Find<BodyLine>($"SELECT {Columns} {From} AND b.id = @id", new { id, today }) ?? throw new RuleBroken("body.unknown");

    /// <summary>Up to four words are looked for; a list is found by two.</summary>
    static string[] Words(string? find) => [.. Folding.Key(find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4)];

    static string Named(string[] words) => string.Concat(words.Select((_, i) => $" AND b.search_key LIKE @w{i}"));

    static object With(string[] words, DateOnly today) => new { w0 = Like(words, 0), w1 = Like(words, 1), w2 = Like(words, 2), w3 = Like(words, 3), today };

    static string Like(string[] words, int i) => i < words.Length ? $"%{words[i]}%" : "%";
}

/// <summary>How much a body carries: of how many measures of a plan it is an executor, and its busiest day.</summary>
/// <param name="Measures">Where it is an executor, itself or in a group.</param>
/// <param name="Of">All measures of the plan.</param>
/// <param name="Owed">Reports still to be handed in.</param>
/// <param name="Busiest">The coming day on which most of them fall due, and how many.</param>
public sealed record BodyLoad(long PlanId, string Plan, long Measures, long Of, long Owed, DateOnly? Busiest, long OnBusiest)
{
    public static Task<List<BodyLoad>> OfBody(Scope scope, long body, DateOnly today) => scope.All<BodyLoad>("""
        SELECT p.id AS plan_id, p.title AS plan, l.measures, (SELECT COUNT(*) FROM measure m WHERE m.authority_id = p.authority_id AND m.plan_id = p.id AND m.excluded_day IS NULL) AS "of",
            (SELECT COALESCE(SUM(t.n), 0) FROM tally t WHERE t.authority_id = p.authority_id AND t.plan_id = p.id AND t.body_id = @body AND t.kind = 'Report' AND t.standing IN ('Expected', 'Draft', 'Returned')) AS owed,
            (SELECT t.due_day FROM tally t WHERE t.authority_id = p.authority_id AND t.plan_id = p.id AND t.body_id = @body AND t.kind = 'Report' AND t.standing IN ('Expected', 'Draft', 'Returned') AND t.due_day >= @today
                GROUP BY t.due_day HAVING SUM(t.n) > 0 ORDER BY SUM(t.n) DESC, t.due_day LIMIT 1) AS busiest,
            COALESCE((SELECT SUM(t.n) FROM tally t WHERE t.authority_id = p.authority_id AND t.plan_id = p.id AND t.body_id = @body AND t.kind = 'Report' AND t.standing IN ('Expected', 'Draft', 'Returned') AND t.due_day >= @today
                GROUP BY t.due_day ORDER BY SUM(t.n) DESC, t.due_day LIMIT 1), 0) AS on_busiest
        FROM plan p JOIN (SELECT plan_id, COUNT(DISTINCT measure_id) AS measures FROM assignment WHERE authority_id = @authority AND body_id = @body AND left_day IS NULL GROUP BY plan_id) l ON l.plan_id = p.id
        WHERE p.authority_id = @authority AND p.closed_day IS NULL ORDER BY p.id
        """, new { body, today });
}
