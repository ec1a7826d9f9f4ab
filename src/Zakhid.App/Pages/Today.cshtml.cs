using Zakhid.App.Figures;
using Zakhid.App.Web;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;

namespace Zakhid.App.Pages;

[SignedIn]
sealed class TodayModel : WorkPage
{
    public List<ObligationLine> Mine { get; private set; } = [];
    public List<ObligationLine> Review { get; private set; } = [];
    public List<ObligationLine> Returned { get; private set; } = [];
    public List<ObligationLine> Waiting { get; private set; } = [];
    public List<ObligationLine> Next { get; private set; } = [];
    /// Of the next period that has not begun: how many reports, and the first day.
    public List<(string Period, long Count, DateOnly Due)> Later { get; private set; } = [];
    public List<ObligationLine> HandedIn { get; private set; } = [];
    public List<(long Id, string? Title, long Questions)> Imports { get; private set; } = [];

    /// Requests for an extension that wait for a decision.
    public List<QueueLine> Requests { get; private set; } = [];

    public bool Coordinates => Me.Is(Role.Coordinator, Role.Controller, Role.Head);

    public async Task OnGet()
    {
        await Read(async r =>
        {
            if (Me.Body is { } body)
            {
                Mine = await ObligationLine.List(r, "o.body_id = @body AND o.kind = 'Report' AND o.standing IN ('Expected', 'Draft', 'Returned', 'Apart') AND o.period_from <= @today", new { body, today = Today });
                Later = await r.All<(string, long, DateOnly)>("""
                    SELECT period_code, COUNT(*), MIN(due_day) FROM obligation WHERE authority_id = @authority AND body_id = @body AND kind = 'Report'
                      AND standing IN ('Expected', 'Draft') AND period_from > @today GROUP BY period_code ORDER BY MIN(period_from) LIMIT 1
                    """, new { body, today = Today });
                HandedIn = await ObligationLine.List(r, "o.body_id = @body AND o.standing IN ('Submitted', 'Accepted')", new { body }, "o.submitted_day DESC, o.id DESC", 10);
            }
            if (!Coordinates) return true;
            Review = await ObligationLine.List(r, "o.standing = 'Submitted'", null, "o.due_day, o.id", 50);
            Returned = await ObligationLine.List(r, "o.standing = 'Returned'", null, "o.due_day, o.id", 50);
            Waiting = await ObligationLine.List(r, "o.standing IN ('Expected', 'Draft') AND o.kind = 'Report' AND o.due_day <= @near AND o.body_id <> @body", new { near = Today.AddDays(14), body = Me.Body ?? 0 }, "o.due_day, o.id", 50);
            Next = await ObligationLine.List(r, "o.kind = 'Consolidation' AND o.standing IN ('Expected', 'Draft', 'Returned')", null, "o.due_day, o.id", 2);
            Requests = await ControlQueue.Asked(r);
            Imports = await r.All<(long, string?, long)>("SELECT id, title, questions FROM import WHERE authority_id = @authority AND plan_id IS NULL AND withdrawn_at IS NULL ORDER BY id DESC LIMIT 10");
            return true;
        });
    }

    /// The finding in one sentence, before any list.
    public string Finding()
    {
        if (Coordinates && Review.Count > 0)
            return T($"{Text.Plural.Count(Review.Count, "звіт чекає", "звіти чекають", "звітів чекають")} вашого рішення{NearestDue()}.", $"{Review.Count} reports wait for your decision.");
        var open = Mine.Where(m => m.Standing != "Apart").ToList();
        if (open.Count > 0)
            return T($"Подати {Text.Plural.Count(open.Count, "звіт", "звіти", "звітів")}. Найближчий строк — {DueWords.Of(open[0].DueDay, Today, false)}.", $"{open.Count} reports to hand in. The nearest is due {DueWords.Of(open[0].DueDay, Today, true)}.");
        if (Waiting.Count > 0)
            return T($"Чекаємо {Text.Plural.Count(Waiting.Count, "звіт", "звіти", "звітів")}. Найближчий строк — {DueWords.Of(Waiting[0].DueDay, Today, false)}.", $"{Waiting.Count} reports are awaited. The nearest is due {DueWords.Of(Waiting[0].DueDay, Today, true)}.");
        if (Later is [var later, ..] && HandedIn.Count > 0)
            return T($"На сьогодні все подано. Наступний строк — {DueWords.Of(later.Due, Today, false)}.", $"All is handed in for today. The next is due {DueWords.Of(later.Due, Today, true)}.");
        return Imports.Count > 0
            ? T("План чекає перевірки після прочитання.", "A plan waits to be checked after reading.")
            : T("На сьогодні все подано.", "All is handed in for today.");
    }

    string NearestDue() => Waiting.Count == 0 ? "" : $"; чекаємо ще {Text.Plural.Count(Waiting.Count, "звіт", "звіти", "звітів")}";
}
