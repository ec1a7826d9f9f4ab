using Zakhid.App.Web;
using Zakhid.Operations.Audit;

namespace Zakhid.App.Pages;

[Access(Role.Controller, Role.Administrator, Role.Coordinator)]
sealed class AuditModel : WorkPage
{
    public const int PageSize = 50;

    /// Beginnings of actions, as people ask for them.
    public static readonly IReadOnlyList<(string Key, string Ukrainian, string English)> Kinds =
    [
        ("report", "подання й розгляд звітів", "reports and their review"), ("consolidation", "зведені звіти", "consolidated reports"), ("evidence", "файли", "files"),
        ("plan", "плани", "plans"), ("reading", "виправлення прочитаного", "corrections of the reading"), ("consent", "згоди", "consents"), ("body", "реєстр органів, нагадування", "register of bodies, reminders"), ("member", "члени груп", "members of groups"), ("post", "посади", "posts"), ("letter", "листи", "letters"), ("control", "контроль заходів", "control of measures"), ("window", "вікно подання", "reporting window"),
        ("person", "люди і вхід", "people and sign-ins"), ("day", "день демонстрації", "the day of the demonstration"),
    ];

    public List<AuditLine> Lines { get; private set; } = [];
    public List<(long Id, string Post)> People { get; private set; } = [];
    public AuditVerdict? Verdict { get; private set; }
    public (string What, long? Who, DateOnly? Until) Filter { get; private set; }

    public async Task OnGet(string? what, long? who, DateOnly? until, long before = long.MaxValue, int verify = 0) => await Read(async r =>
    {
        what = Kinds.Any(k => k.Key == what) ? what : "";
        Filter = (what!, who, until);
        Lines = await r.All<AuditLine>($"""
            SELECT e.seq, e.at, e.day, e.action, e.subject, e.detail, e.hash, p.post FROM audit_entry e LEFT JOIN person p ON p.authority_id = e.authority_id AND p.id = e.person_id
            WHERE e.authority_id = @authority AND e.seq < @before {(what == "" ? "" : "AND e.action LIKE @what")} {(who is null ? "" : "AND e.person_id = @who")} {(until is null ? "" : "AND e.day <= @until")}
            ORDER BY e.seq DESC LIMIT {PageSize}
            """, new { before, what = what + ".%", who = who ?? 0, until = until ?? default });
        People = await r.All<(long, string)>("SELECT id, post FROM person WHERE authority_id = @authority ORDER BY post, id");
        if (verify == 1) Verdict = await AuditLog.Verify(r);
        return true;
    });

    public string Earlier => $"/audit?before={Lines[^1].Seq}&what={Filter.What}&who={Filter.Who}&until={Filter.Until:yyyy-MM-dd}";

    /// Where the subject of an entry is looked at, and what it is called there.
    public (string Path, string Name) Place(string subject) => subject.Split('/') switch
    {
        ["obligation", var id] => ($"/reports/{id}", T($"звіт {id}", $"report {id}")),
        ["plan", var id] => ($"/plans/{id}", T($"план {id}", $"plan {id}")),
        ["import", var id] => ($"/imports/{id}", T($"прочитаний файл {id}", $"file read {id}")),
        ["person", var id] => (Me.Is(Role.Administrator) ? $"/people/{id}" : "", People.Find(p => $"{p.Id}" == id).Post ?? ""),
        ["body", var id] => ($"/bodies/{id}", T($"орган {id}", $"body {id}")),
        ["plan", var id, "period", var period] => ($"/plans/{id}/consolidation/{period}", period),
        ["plan", var id, "measure", var position] => ($"/plans/{id}/measures/{position}/control", T($"захід {position} плану {id}", $"measure {position} of plan {id}")),
        ["authority", _] => ("", ""),
        _ => ("", subject),
    };

    public static (string Ukrainian, string English) Words(string action) => action switch
    {
        "body.added" => ("додано орган", "body added"),
        "body.changed" => ("змінено картку органу", "body’s card changed"),
        "body.renamed" => ("перейменовано орган", "body renamed"),
        "body.merged" => ("об’єднано органи", "bodies merged"),
        "body.withdrawn" => ("вилучено орган із реєстру", "body withdrawn"),
        "body.restored" => ("повернено орган до реєстру", "body put back"),
        "member.added" => ("внесено члена групи", "member of a group entered"),
        "member.ended" => ("змінено останній день у групі", "last day in a group changed"),
        "member.withdrawn" => ("прибрано помилкове членство", "mistaken membership removed"),
        "obligations.regrouped" => ("звіти групи перейшли до членів або назад", "reports passed between a group and its members"),
        "post.added" => ("додано посаду", "post added"),
        "post.appointed" => ("внесено особу на посаду", "person entered in a post"),
        "post.released" => ("внесено останній день на посаді", "last day in a post entered"),
        "person.handed-over" => ("передано справи", "all handed over"),
        "report.submitted" => ("подано звіт", "report handed in"),
        "report.accepted" => ("прийнято звіт", "report accepted"),
        "report.returned" => ("повернено звіт", "report returned"),
        "control.started" => ("узято захід на контроль", "measure put under control"),
        "control.returned" => ("повернено захід на контроль", "measure put back under control"),
        "control.extension-asked" => ("подано клопотання про продовження", "extension asked"),
        "control.extended" => ("продовжено строк", "term extended"),
        "control.extension-declined" => ("відхилено клопотання", "extension declined"),
        "control.informed" => ("дано проміжну інформацію", "interim information given"),
        "control.escalated" => ("доповіли про затримку", "delay reported"),
        "control.removed" => ("знято захід з контролю", "measure removed from control"),
        "window.set" => ("встановлено вікно подання", "reporting window set"),
        "window.asked" => ("просять відкрити вікно", "asked to open the window"),
        "window.declined" => ("у винятку відмовлено", "exception declined"),
        "window.opened" => ("дано виняток: вікно відкрито", "exception granted: window opened"),
        "draft.started" => ("почато чернетку", "draft started"),
        "plan.controlled" => ("взято план на контроль", "plan put under control"),
        "plan.read" => ("прочитано файл", "file read"),
        "plan.kept-as-draft" => ("збережено проєкт", "draft kept"),
        "plan.published" => ("оприлюднено план", "plan published"),
        "plan.withdrawn" => ("знято з оприлюднення", "plan withdrawn"),
        "obligations.derived" => ("обчислено зобов’язання", "obligations derived"),
        "rule.adopted" => ("встановлено правило звітування", "reporting rule adopted"),
        "body.reminded" => ("нагадано", "reminded"),
        "letter.queued" => ("поставлено лист у чергу", "letter queued"),
        "letter.given-up" => ("лист не вдалося надіслати", "letter could not be sent"),
        "letter.sent-again" => ("лист надіслано ще раз", "letter sent again"),
        "mail.server-set" => ("задано поштовий сервер", "mail server set"),
        "mail.server-forgotten" => ("прибрано поштовий сервер", "mail server taken away"),
        "reminders.policy-set" => ("змінено дні нагадувань", "days of reminders changed"),
        "consent.asked" => ("запитано згоду листом", "asked for consent by a letter"),
        "person.email-set" => ("змінено адресу пошти", "mail address changed"),
        "person.calendar-opened" => ("створено адресу календаря", "address of a calendar made"),
        "person.calendar-closed" => ("відкликано адресу календаря", "address of a calendar withdrawn"),
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
        "person.blocked" => ("заблоковано особу", "person blocked"),
        "person.unblocked" => ("повернено доступ", "person let in again"),
        "person.role-changed" => ("змінено роль", "role changed"),
        "person.password-reset" => ("дано тимчасовий пароль", "temporary password given"),
        "person.password-chosen" => ("обрано власний пароль", "password chosen"),
        "import.withdrawn" => ("відкликано прочитаний файл", "file withdrawn"),
        "import.replaced" => ("замінено прочитаний файл", "file replaced"),
        "person.added" => ("додано особу", "person added"),
        "authority.added" => ("додано орган", "authority added"),
        _ => (action, action),
    };
}

sealed record AuditLine(long Seq, DateTimeOffset At, DateOnly Day, string Action, string Subject, string Detail, string Hash, string? Post);
