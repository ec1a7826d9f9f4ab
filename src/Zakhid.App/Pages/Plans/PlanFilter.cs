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
