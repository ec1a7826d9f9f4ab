using Microsoft.AspNetCore.Mvc;
using Zakhid.App.Web;
using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Obligations;
using Zakhid.Operations.Control;

namespace Zakhid.App.Pages.Control;

[Access(Role.Coordinator, Role.Controller, Role.Head)]
sealed class ConsentsModel : WorkPage
{
    /// Working days that a letter leaves for an answer.
    const int DaysToAnswer = 10;

    public List<Asked> All { get; private set; } = [];
    public long? At { get; private set; }
    public string Note { get; private set; } = "";

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(long body, string? answer, string? note)
    {
        (At, Note) = (body, note?.Trim() ?? "");
        if (answer is not ("Agreed" or "Declined")) Mend.Add(("answer", T("Оберіть відповідь: погоджено чи відмовлено", "Choose the answer: agreed or declined")));
        else if (await Try("answer", () => new AnswerConsent(Store).Run(Me, Now, body, answer, Note, Stop))) return To("/consents");
        await Load();
        return Page();
    }

    async Task Load()
    {
        var rows = await Read(r => r.All<Row>("""
            SELECT s.body_id, b.name AS body, s.consent, s.plan_id, p.title, a.kind, a.number, a.date, COALESCE(m.number, CAST(m.position AS TEXT)) AS measure,
                (SELECT MAX(f.day) FROM consent_fact f WHERE f.authority_id = s.authority_id AND f.assignment_id = s.id) AS day,
                (SELECT f.note FROM consent_fact f WHERE f.authority_id = s.authority_id AND f.assignment_id = s.id ORDER BY f.id DESC LIMIT 1) AS note
            FROM assignment s JOIN body b ON b.authority_id = s.authority_id AND b.id = s.body_id
            JOIN measure m ON m.authority_id = s.authority_id AND m.id = s.measure_id
            JOIN plan p ON p.authority_id = s.authority_id AND p.id = s.plan_id JOIN act a ON a.authority_id = p.authority_id AND a.id = p.act_id
            WHERE s.authority_id = @authority AND s.by_consent = 1 AND p.control_day IS NOT NULL AND s.left_day IS NULL
                AND NOT EXISTS (SELECT 1 FROM assignment c WHERE c.authority_id = s.authority_id AND c.member_of = s.id AND c.left_day IS NULL)
            ORDER BY b.sort_key, b.id, m.position
            """));
        var answerBy = WorkingCalendar.Ukraine.Add(Today, DaysToAnswer);
        All = [.. rows.GroupBy(r => (r.BodyId, r.PlanId)).Select(g =>
        {
            var first = g.First();
            var act = ActWords.Cited(new Act { Kind = first.Kind, Number = first.Number, Date = first.Date });
            var measures = g.Select(r => r.Measure).ToList();
            return new Asked(first.BodyId, first.Body, first.Consent, first.Day, first.Note, measures, Letters.Consent(first.Body, first.Title, act, measures, answerBy, Visit.Post));
        }).OrderBy(a => a.State switch { "Asked" or "Silent" => 0, "Agreed" => 1, _ => 2 })];
    }

    public string Said(string state) => state switch
    {
        "Agreed" => T("погоджено", "agreed"),
        "Declined" => T("відмовлено", "declined"),
        "Silent" => T("мовчить", "silent"),
        _ => T("запитано, відповіді немає", "asked, no answer"),
    };

    public sealed record Asked(long BodyId, string Body, string State, DateOnly? Day, string? Note, IReadOnlyList<string> Measures, string Letter);

    sealed record Row(long BodyId, string Body, string Consent, long PlanId, string Title, string? Kind, string? Number, DateOnly? Date, string Measure, DateOnly? Day, string? Note);
}
