using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Pages.Plans;

/// Which measures of a large plan are asked for. Empty fields ask for nothing.
/// <param name="Words">Words of the measure, any order, any case.</param>
/// <param name="Who">Words of an executor's name.</param>
/// <param name="Section">Its place in the plan.</param>
/// <param name="State">How reports for the running period stand: a key of <see cref="States"/>.</param>
sealed record PlanFilter(string Words, string Who, int? Section, string State)
{
    public const int Longest = 200;
    const int MostWords = 3;

    public static readonly IReadOnlyList<(string Key, string Ukrainian, string English)> States =
    [
        ("overdue", "прострочено", "overdue"), ("waiting", "не подано", "not handed in"), ("review", "на розгляді", "under review"), ("returned", "на доопрацюванні", "returned"), ("accepted", "усе прийнято", "all accepted"),
    ];

    public static PlanFilter Of(string? words, string? who, int? section, string? state) => new(Typed(words), Typed(who), section, States.Any(s => s.Key == state) ? state! : "");

    public bool AsksForNothing => Words.Length == 0 && Who.Length == 0 && Section is null && State.Length == 0;

    /// The address that asks for the same, to be gone on with «part=2».
    public string Query => string.Concat(
        Words.Length == 0 ? "" : $"q={Uri.EscapeDataString(Words)}&", Who.Length == 0 ? "" : $"who={Uri.EscapeDataString(Who)}&", Section is { } at ? $"section={at}&" : "", State.Length == 0 ? "" : $"state={State}&");

    public bool Takes(PlanRow row, PeriodCount? reports) => (Section is not { } section || row.SectionPosition == section) && State switch
    {
        "overdue" => reports is { Overdue: > 0 },
        "waiting" => reports is not null && reports.In < reports.Owed,
        "review" => reports is { UnderReview: > 0 },
        "returned" => reports is { Returned: > 0 },
        "accepted" => reports is { Owed: > 0 } && reports.Accepted == reports.Owed,
        _ => true,
    };

    /// The measures that the typed words mean; null: no words were typed.
    public async Task<HashSet<long>?> Named(Scope scope, long plan)
    {
        if (Words.Length + Who.Length == 0) return null;
        var (words, who) = (Keys(Words), Keys(Who));
        var by = who.Length == 0 ? "" : $"""
            AND EXISTS (SELECT 1 FROM assignment s JOIN body b ON b.authority_id = s.authority_id AND b.id = s.body_id
                WHERE s.authority_id = m.authority_id AND s.measure_id = m.id AND s.left_day IS NULL{Like("b.search_key", 'b', who.Length)})
            """;
        return [.. await scope.All<long>($"SELECT m.id FROM measure m WHERE m.authority_id = @authority AND m.plan_id = @plan{Like("m.search_key", 'm', words.Length)} {by}",
            new { plan, m0 = At(words, 0), m1 = At(words, 1), m2 = At(words, 2), b0 = At(who, 0), b1 = At(who, 1), b2 = At(who, 2) })];
    }

    static string[] Keys(string typed) => [.. Folding.Key(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
    static string Like(string column, char of, int words) => string.Concat(Enumerable.Range(0, words).Select(i => $" AND {column} LIKE @{of}{i}"));
    static string At(string[] words, int i) => i < words.Length ? $"%{words[i]}%" : "";
    static string Typed(string? typed) => typed?.Trim() is { } said ? said.Length > Longest ? said[..Longest] : said : "";
}

/// A measure as the whole plan knows it: enough to count, to cut and to choose.
sealed record PlanRow(long Id, int Position, string? Number, int? SectionPosition, string? Section, DateOnly? WindowFrom, DateOnly? WindowTo)
{
    public string Shown => Number ?? Position.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// How the reports of a measure, or of several, stand in one period. Who did not agree is not counted.
sealed record PeriodCount(int Owed, int In, int Accepted, int Returned, int Overdue)
{
    public static PeriodCount None { get; } = new(0, 0, 0, 0, 0);

    public int UnderReview => In - Accepted;

    public static PeriodCount operator +(PeriodCount a, PeriodCount b) => new(a.Owed + b.Owed, a.In + b.In, a.Accepted + b.Accepted, a.Returned + b.Returned, a.Overdue + b.Overdue);

    /// By measure, of lines as they stood on a day.
    public static Dictionary<long, PeriodCount> Of(IEnumerable<ObligationLine> lines, DateOnly day) => lines
        .Where(l => l.MeasureId is not null && l.Standing is "Expected" or "Draft" or "Returned" or "Submitted" or "Accepted").GroupBy(l => l.MeasureId!.Value)
        .ToDictionary(g => g.Key, g => new PeriodCount(g.Count(), g.Count(l => !l.IsOwed), g.Count(l => l.Standing == "Accepted"), g.Count(l => l.Standing == "Returned"), g.Count(l => l.IsOverdue(day))));

    /// By measure, counted along the index of the plan's periods.
    public static async Task<Dictionary<long, PeriodCount>> OfPlan(Scope scope, long plan, string period, DateOnly today)
    {
        var counts = new Dictionary<long, PeriodCount>();
        foreach (var (measure, standing, due, n) in await scope.All<(long, string, DateOnly, int)>("""
            SELECT measure_id, standing, due_day, COUNT(*) FROM obligation
            WHERE authority_id = @authority AND plan_id = @plan AND period_code = @period AND standing IN ('Expected', 'Draft', 'Returned', 'Submitted', 'Accepted') AND measure_id IS NOT NULL
            GROUP BY measure_id, standing, due_day
            """, new { plan, period }))
        {
            var isIn = standing is "Submitted" or "Accepted";
            var one = new PeriodCount(n, isIn ? n : 0, standing == "Accepted" ? n : 0, standing == "Returned" ? n : 0, !isIn && due < today ? n : 0);
            counts[measure] = counts.GetValueOrDefault(measure, None) + one;
        }
        return counts;
    }
}
