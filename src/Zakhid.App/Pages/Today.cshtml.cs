using Zakhid.App.Figures;
using Zakhid.App.Web;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;

namespace Zakhid.App.Pages;

[SignedIn]
sealed class TodayModel : WorkPage
{
    /// The longest list; how many there are beyond it is told by the counters.
    const int Most = 50;
    /// How far ahead an act to be issued is shown.
    const int DaysAhead = 31;

    public Due Mine { get; private set; } = Due.Nothing;
    public Due Review { get; private set; } = Due.Nothing;
    public Due Returned { get; private set; } = Due.Nothing;
    public Due Waiting { get; private set; } = Due.Nothing;
    public List<ObligationLine> Next { get; private set; } = [];
    /// Of the next period that has not begun: how many reports, and the first day.
    public List<(string Period, long Count, DateOnly Due)> Later { get; private set; } = [];
    public List<ObligationLine> HandedIn { get; private set; } = [];
    public List<(long Id, string? Title, long Questions)> Imports { get; private set; } = [];

    /// Acts to be issued: the visitor's own body's, or all those awaited.
    public List<OwedAct> Acts { get; private set; } = [];

    /// Requests for an extension that wait for a decision.
    public List<QueueLine> Requests { get; private set; } = [];

    /// Bodies that ask to hand in after the window has closed.
    public List<AskedWindow> Windows { get; private set; } = [];

    public bool Coordinates => Me.Is(Role.Coordinator, Role.Controller, Role.Head);

    public async Task OnGet()
    {
        await Read(async r =>
        {
            if (Me.Body is { } body)
            {
                Mine = await OfMine(r, body);
                Later = await r.All<(string, long, DateOnly)>("""
                    SELECT period_code, COUNT(*), MIN(due_day) FROM obligation WHERE authority_id = @authority AND body_id = @body AND kind = 'Report'
                      AND standing IN ('Expected', 'Draft') AND period_from > @today GROUP BY period_code ORDER BY MIN(period_from) LIMIT 1
                    """, new { body, today = Today });
                Acts = await OwedAct.Open(r, body, Today.AddDays(DaysAhead));
                HandedIn = await ObligationLine.List(r, "o.body_id = @body AND o.standing IN ('Submitted', 'Accepted')", new { body }, "o.submitted_day DESC, o.id DESC", 10);
            }
            if (!Coordinates) return true;
            Review = await Page(r, new(["Submitted"]));
            Returned = await Page(r, new(["Returned"]));
            Waiting = await Page(r, new(["Expected", "Draft"], Until: Today.AddDays(14), But: Me.Body));
            Next = await ObligationLine.List(r, "o.measure_id IS NULL AND o.kind = 'Consolidation' AND o.standing IN ('Expected', 'Draft', 'Returned')", null, "o.due_day, o.id", 2);
            Acts = await OwedAct.Open(r, null, Today.AddDays(DaysAhead));
            Windows = await AskedWindow.Waiting(r);
            Requests = await ControlQueue.Asked(r);
            Imports = await r.All<(long, string?, long)>("SELECT id, title, questions FROM import WHERE authority_id = @authority AND plan_id IS NULL AND withdrawn_at IS NULL ORDER BY id DESC LIMIT 10");
            return true;
        });
    }

    static async Task<Due> Page(Zakhid.Operations.Storage.Scope scope, ObligationFilter filter) => new(await filter.Page(scope, Most, 1), await filter.Count(scope));

    /// What the visitor's own body owes in the periods that have begun. «За згодою» may be answered and is not counted.
    async Task<Due> OfMine(Zakhid.Operations.Storage.Scope scope, long body)
    {
        const string Begun = "o.body_id = @body AND o.kind = 'Report' AND o.standing IN ('Expected', 'Draft', 'Returned', 'Apart') AND o.period_from <= @today";
        var lines = await ObligationLine.List(scope, Begun, new { body, today = Today }, limit: Most);
        var all = lines.Count < Most ? lines.Count : await scope.One<long>($"SELECT COUNT(*) FROM obligation o WHERE o.authority_id = @authority AND {Begun}", new { body, today = Today });
        return new(lines, all);
    }

    /// The finding in one sentence, before any list.
    public string Finding()
    {
        if (Coordinates && Review.All > 0)
        {
            // The head sees what waits; the coordinator and the controller decide.
            var (whose, english) = Me.Is(Role.Coordinator, Role.Controller) ? ("вашого рішення", "your decision") : ("рішення координатора", "the coordinator’s decision");
            return T($"{Text.Plural.Count(Review.All, "звіт чекає", "звіти чекають", "звітів чекають")} {whose}{NearestDue()}.", $"{Text.Plural.English(Review.All, "report waits", "reports wait")} for {english}.");
        }
        var open = Mine.Lines.FindAll(m => m.Standing != "Apart");
        var toHandIn = Mine.All - (Mine.Lines.Count - open.Count);
        if (open.Count > 0)
            return T($"Подати {Text.Plural.Count(toHandIn, "звіт", "звіти", "звітів")}{Nearest(open, toHandIn)}.", $"{Text.Plural.English(toHandIn, "report", "reports")} to hand in{Nearest(open, toHandIn)}.");
        if (Waiting.All > 0)
            return T($"Чекаємо {Text.Plural.Count(Waiting.All, "звіт", "звіти", "звітів")}{Nearest(Waiting.Lines, Waiting.All)}.", $"{Text.Plural.English(Waiting.All, "report is", "reports are")} awaited{Nearest(Waiting.Lines, Waiting.All)}.");
        if (Later is [var later, ..] && HandedIn.Count > 0)
            return T($"На сьогодні все подано. Наступний строк — {DueWords.Of(later.Due, Today, false)}.", $"All is handed in for today. The next is due {DueWords.Of(later.Due, Today, true)}.");
        return Imports.Count > 0
            ? T("План чекає перевірки після прочитання.", "A plan waits to be checked after reading.")
            : T("На сьогодні все подано.", "All is handed in for today.");
    }

    /// «, прострочено 4. Наступний строк — 17 грудня, четвер»: what is late is counted, a day is told only of what is ahead.
    string Nearest(List<ObligationLine> lines, long all)
    {
        var late = lines.FindAll(l => l.IsOverdue(Today));
        var said = late.Count == 0 ? "" : late.Count == all ? T(all == 1 ? ", його прострочено" : ", усі прострочено", all == 1 ? ", overdue" : ", all of them overdue")
            : late.Count == lines.Count ? T(", є прострочені", ", some overdue") : T($", прострочено {late.Count}", $", {late.Count} overdue");
        return lines.Find(l => !l.IsOverdue(Today)) is not { } next ? said
            : said + T($". {(late.Count == 0 ? "Найближчий" : "Наступний")} строк — {DueWords.Of(next.DueDay, Today, false)}", $". The {(late.Count == 0 ? "nearest" : "next")} is due {DueWords.Of(next.DueDay, Today, true)}");
    }

    string NearestDue() => Waiting.All == 0 ? "" : $"; чекаємо ще {Text.Plural.Count(Waiting.All, "звіт", "звіти", "звітів")}";
}

/// The most urgent of a list, and how many it has in all.
sealed record Due(List<ObligationLine> Lines, long All)
{
    public static Due Nothing { get; } = new([], 0);
}
