using Zakhid.App.Web;
using Zakhid.Operations.Audit;

namespace Zakhid.App.Pages;

[Access(Role.Controller, Role.Administrator, Role.Coordinator)]
sealed class AuditModel : WorkPage
{
    public List<AuditLine> Lines { get; private set; } = [];
    public AuditVerdict? Verdict { get; private set; }
    public long Before { get; private set; }

    public async Task OnGet(long before = long.MaxValue, int verify = 0) => await Read(async r =>
    {
        Before = before;
        Lines = await r.All<AuditLine>("""
            SELECT e.seq, e.at, e.day, e.action, e.subject, e.detail, e.hash, p.post FROM audit_entry e LEFT JOIN person p ON p.authority_id = e.authority_id AND p.id = e.person_id
            WHERE e.authority_id = @authority AND e.seq < @before ORDER BY e.seq DESC LIMIT 50
            """, new { before });
        if (verify == 1) Verdict = await AuditLog.Verify(r);
        return true;
    });

    public static (string Ukrainian, string English) Words(string action) => action switch
    {
        "report.submitted" => ("подано звіт", "report handed in"),
        "report.accepted" => ("прийнято звіт", "report accepted"),
        "report.returned" => ("повернено звіт", "report returned"),
        "draft.started" => ("почато чернетку", "draft started"),
        "plan.controlled" => ("взято план на контроль", "plan put under control"),
        "plan.read" => ("прочитано файл", "file read"),
        "plan.kept-as-draft" => ("збережено проєкт", "draft kept"),
        "plan.published" => ("оприлюднено план", "plan published"),
        "plan.withdrawn" => ("знято з оприлюднення", "plan withdrawn"),
        "obligations.derived" => ("обчислено зобов’язання", "obligations derived"),
        "rule.adopted" => ("встановлено правило звітування", "reporting rule adopted"),
        "body.reminded" => ("нагадано", "reminded"),
        "consent.answered" => ("записано згоду", "consent recorded"),
        "consolidation.edited" => ("змінено зведений звіт", "consolidated report edited"),
        "consolidation.supplement" => ("розпочато доповнення до зведеного звіту", "supplement started"),
        "consolidation.sent" => ("надіслано зведений звіт", "consolidated report sent"),
        "evidence.added" => ("додано файл", "file added"),
        "evidence.removed" => ("прибрано файл", "file removed"),
        "reading.corrected" => ("виправлено прочитане", "reading corrected"),
        "reading.confirmed" => ("підтверджено прочитане", "reading confirmed"),
        "day.moved" => ("переставлено день", "day moved"),
        "person.signed-in" => ("вхід", "signed in"),
        "person.signed-out" => ("вихід", "signed out"),
        "person.added" => ("додано особу", "person added"),
        "authority.added" => ("додано орган", "authority added"),
        _ => (action, action),
    };
}

sealed record AuditLine(long Seq, DateTimeOffset At, DateOnly Day, string Action, string Subject, string Detail, string Hash, string? Post);
