using System.Globalization;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Text;

namespace Zakhid.App.Pages.Control;

[SignedIn]
sealed class DeadlinesModel : WorkPage
{
    public DateOnly Month { get; private set; }
    /// The chosen day; null: the list is of the whole month.
    public DateOnly? Day { get; private set; }
    public string Show { get; private set; } = "";
    public long? Plan { get; private set; }
    public long? Body { get; private set; }
    public ILookup<DateOnly, DeadlineCount> Counts { get; private set; } = null!;
    public List<ObligationLine> Owed { get; private set; } = [];
    public List<ControlDeadline> Controls { get; private set; } = [];
    public List<OwedAct> Acts { get; private set; } = [];
    public List<(long Id, string Title)> Plans { get; private set; } = [];
    public List<(long Id, string Name)> Bodies { get; private set; } = [];
    WorkingCalendar _calendar = WorkingCalendar.Ukraine;

    public static readonly IReadOnlyList<(string Key, string Ukrainian, string English, DeadlineKind? Kind)> Kinds =
    [
        ("", "усі", "all", null), ("reports", "звіти", "reports", DeadlineKind.Report), ("summaries", "зведені звіти", "summaries", DeadlineKind.Consolidation), ("measures", "строки заходів", "terms of measures", DeadlineKind.Control),
        ("acts", "акти", "acts", DeadlineKind.Act),
    ];

    public bool IsExecutor => Me.Is(Role.Executor);

    public async Task OnGet(string? month, string? day, string? show, long? plan, long? body)
    {
        Day = DateOnly.TryParseExact(day, "yyyy-MM-dd", out var chosen) ? chosen : null;
        Month = DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", out var first) && first.Year is > 1990 and < 2200 ? first : FirstOf(Day ?? Today);
        if (Day is { } at && FirstOf(at) != Month) Day = null;
        Show = Kinds.Any(k => k.Key == show) ? show! : "";
        (Plan, Body) = (plan, IsExecutor ? Me.Body ?? -1 : body);
        var kind = Kinds.First(k => k.Key == Show).Kind;
        var deadlines = new Deadlines(kind is { } one ? new HashSet<DeadlineKind> { one } : new HashSet<DeadlineKind>(), Body, Plan);
        await Read(async r =>
        {
            _calendar = (await AuthorityCalendar.Of(r)).Calendar;
            Counts = (await deadlines.Counts(r, Month, LastOf(Month))).ToLookup(c => c.Day);
            var (from, to) = Day is { } d ? (d, d) : (Month, LastOf(Month));
            Owed = await deadlines.Owed(r, from, to);
            Controls = await deadlines.Controls(r, from, to);
            Acts = await deadlines.Acts(r, from, to);
            Plans = await r.All<(long, string)>("SELECT id, title FROM plan WHERE authority_id = @authority AND control_day IS NOT NULL ORDER BY id LIMIT 200");
            if (!IsExecutor) Bodies = await r.All<(long, string)>("SELECT b.id, b.name FROM body b WHERE b.authority_id = @authority AND EXISTS (SELECT 1 FROM assignment s WHERE s.authority_id = b.authority_id AND s.body_id = b.id) ORDER BY b.sort_key, b.id LIMIT 500");
            return true;
        });
    }

    static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
    static DateOnly LastOf(DateOnly month) => month.AddMonths(1).AddDays(-1);

    /// Weeks of the month from Monday; days of its neighbours are empty squares.
    public IEnumerable<DateOnly?[]> Weeks()
    {
        var start = Month.AddDays(-(((int)Month.DayOfWeek + 6) % 7));
        for (var monday = start; monday <= LastOf(Month); monday = monday.AddDays(7))
            yield return [.. Enumerable.Range(0, 7).Select(i => monday.AddDays(i)).Select(day => day.Month == Month.Month ? day : (DateOnly?)null)];
    }

    public bool IsOff(DateOnly day) => !_calendar.IsWorking(day);

    public string Name(DateOnly month) => English ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : $"{UkrainianDate.Month(month.Month)} {month.Year} року";

    public string Link(DateOnly month, DateOnly? day = null, string? show = null)
    {
        var link = $"/deadlines?month={month:yyyy-MM}";
        if (day is { } d) link += $"&day={d:yyyy-MM-dd}";
        if ((show ?? Show).Length > 0) link += $"&show={show ?? Show}";
        if (Plan is { } plan) link += $"&plan={plan}";
        return !IsExecutor && Body is { } body ? $"{link}&body={body}" : link;
    }

    public string Said(DeadlineKind kind, long count) => kind switch
    {
        DeadlineKind.Report => English ? Plural.English((int)count, "report", "reports") : Plural.Count(count, "звіт", "звіти", "звітів"),
        DeadlineKind.Consolidation => English ? Plural.English((int)count, "summary", "summaries") : Plural.Count(count, "зведений звіт", "зведені звіти", "зведених звітів"),
        DeadlineKind.Act => English ? Plural.English((int)count, "act", "acts") : Plural.Count(count, "акт", "акти", "актів"),
        _ => English ? Plural.English((int)count, "term", "terms") : Plural.Count(count, "строк заходу", "строки заходів", "строків заходів"),
    };

    public string Finding()
    {
        var all = Counts.SelectMany(g => g).ToList();
        if (all.Count == 0) return T($"{CountInWords.Capital(Name(Month))}: строків немає.", $"{Name(Month)}: nothing is due.");
        var parts = all.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => Said(g.Key, g.Sum(c => c.Count)));
        var late = all.Where(c => c.Day < Today).Sum(c => c.Open);
        return $"{CountInWords.Capital(Name(Month))}: {string.Join(", ", parts)}.{(late == 0 ? "" : T($" Прострочено {late}.", $" {late} overdue."))}";
    }
}
