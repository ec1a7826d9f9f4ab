namespace Zakhid.App.Web;

/// Sentences of the register of bodies: bodies, members of groups, posts, what is handed over.
static partial class RuleWords
{
    static Dictionary<string, (string Ukrainian, string English)> WithBodies(Dictionary<string, (string Ukrainian, string English)> sentences)
    {
        foreach (var (rule, sentence) in OfBodies()) sentences.Add(rule, sentence);
        return sentences;
    }

    static Dictionary<string, (string Ukrainian, string English)> OfBodies() => new(StringComparer.Ordinal)
    {
        ["body.not-for-you"] = ("Реєстр органів веде координатор або адміністратор", "The register of bodies is kept by the coordinator or the administrator"),
        ["body.unknown"] = ("Такого органу в реєстрі немає. Ось усі", "There is no such body. Here are all"),
        ["body.withdrawn"] = ("«{0}» вилучено з реєстру. Спершу поверніть його", "“{0}” is withdrawn from the register. Put it back first"),
        ["body.merged"] = ("«{0}» — це тепер «{1}». Відкрийте той орган", "“{0}” is “{1}” by now. Open that body"),
        ["body.name-missing"] = ("Напишіть назву органу", "Write the name of the body"),
        ["body.too-long"] = ("Скоротіть: зараз {0} знаків, можна до {1}", "Shorten it: {0} characters, up to {1} are allowed"),
        ["body.exists"] = ("Такий орган уже є: «{0}». Відкрийте його або допишіть, чий це орган", "There is this body already: “{0}”. Open it, or say whose it is"),
        ["body.email"] = ("Перевірте адресу «{0}»: треба на зразок viddil@hlukhiv-rada.gov.ua", "Check the address “{0}”: write it like viddil@hlukhiv-rada.gov.ua"),
        ["body.phone"] = ("Перевірте телефон «{0}»: у ньому має бути від 5 цифр", "Check the telephone “{0}”: it takes 5 digits or more"),
        ["body.edrpou-form"] = ("Перевірте код ЄДРПОУ «{0}»: у ньому 8 цифр", "Check the code ЄДРПОУ “{0}”: it has 8 digits"),
        ["body.edrpou-digit"] = ("Перевірте код ЄДРПОУ {0}: остання цифра не сходиться, за рештою має бути {1}", "Check the code ЄДРПОУ {0}: by the others its last digit is {1}"),
        ["body.edrpou-taken"] = ("Код {0} уже має «{1}». Перевірте, чи це не той самий орган", "The code {0} is that of “{1}”. Check whether it is the same body"),
        ["body.katottg-form"] = ("Перевірте код КАТОТТГ «{0}»: це літери UA і 17 цифр", "Check the code КАТОТТГ “{0}”: letters UA and 17 digits"),
        ["body.parent-circular"] = ("«{0}» не може підпорядковуватися собі чи своєму підрозділу. Оберіть інший орган", "“{0}” cannot be under itself or its own unit. Choose another body"),
        ["body.has-members"] = ("У групи «{0}» є члени. Спершу приберіть їх", "The group “{0}” has members. Remove them first"),
        ["body.ground"] = ("Напишіть підставу: рішення, лист або причину", "Write the ground: a decision, a letter or the reason"),
        ["body.owes"] = ("«{0}» ще має незакриті звіти: {1}. Приєднайте його до наступника, і звіти перейдуть", "“{0}” still has open reports: {1}. Merge it into its successor, and they pass on"),
        ["body.is-coordinator"] = ("«{0}» узагальнює звіти. Спершу приєднайте його до того, хто робитиме це далі", "“{0}” consolidates the reports. Merge it into who does it next"),
        ["body.merge-itself"] = ("Оберіть інший орган: це він сам", "Choose another body: this is the same"),
        ["body.merge-group"] = ("Групу з окремим органом не об’єднати: «{0}» і «{1}»", "A group and a single body do not merge: “{0}” and “{1}”"),
        ["body.choose"] = ("Оберіть: це той самий орган чи інший", "Choose: is it the same body or another"),
        ["body.no-such"] = ("У реєстрі немає «{0}». Виправте назву або спершу додайте цей орган", "The register has no “{0}”. Mend the name, or add the body first"),
        ["table.faults"] = ("Виправте рядки з помилками й вставте таблицю ще раз або позначте «Рядки з помилками пропустити»", "Mend the rows with faults and paste the table again, or tick “Leave out the rows with faults”"),
        ["table.none"] = ("Вставте таблицю: скопіюйте її разом із заголовками стовпців", "Paste a table: copy it with the headings of its columns"),
        ["table.no-name"] = ("Не видно рядка заголовків зі стовпцем «Назва». Додайте його першим рядком таблиці", "There is no row of headings with the column «Назва». Add it as the first row of the table"),
        ["table.yes-no"] = ("Напишіть «так» або «ні»: «{0}»", "Write «так» or «ні»: “{0}”"),
        ["table.day"] = ("Напишіть день так: 25.12.2026, а не «{0}»", "Write the day like 25.12.2026, not “{0}”"),
        ["table.too-long"] = ("Додайте таку велику таблицю командою zakhid bodies import", "Bring a table as large as this with zakhid bodies import"),
        ["table.ending"] = ("Назвіть файл із закінченням .csv або .xlsx: «{0}»", "Give the file the ending .csv or .xlsx: “{0}”"),
        ["member.not-group"] = ("«{0}» — не група. Позначте це в картці органу, тоді вносьте членів", "“{0}” is no group. Mark it as one first, then enter its members"),
        ["member.order"] = ("Членство починається {0}, а закінчується {1}. Виправте дні", "The membership begins on {0} and ends on {1}. Mend the days"),
        ["member.itself"] = ("Група «{0}» не може бути членом самої себе. Оберіть інший орган", "The group “{0}” cannot be its own member. Choose another body"),
        ["member.circular"] = ("Група «{0}» містила б сама себе: {1}. Оберіть інший орган", "The group “{0}” would contain itself: {1}. Choose another body"),
        ["member.overlap"] = ("«{0}» уже в групі з {1} до {2}. Оберіть інші дні", "“{0}” is in the group from {1} to {2}. Choose other days"),
        ["member.overlap-open"] = ("«{0}» уже в групі з {1}. Вкажіть спершу, коли вибуває", "“{0}” is in the group since {1}. Say first when it leaves"),
        ["member.unknown"] = ("Такого членства немає. Оновіть сторінку", "There is no such membership. Reload the page"),
        ["member.nobody"] = ("Оберіть органи, які входять до групи", "Choose the bodies that are in the group"),
        ["member.unnamed"] = ("У реєстрі немає: «{0}». Виправте назви або позначте, що це нові органи", "The register does not have: “{0}”. Mend the names, or mark that they are new"),
        ["post.unknown"] = ("Такої посади немає. Оновіть сторінку", "There is no such post. Reload the page"),
        ["post.none"] = ("Посади «{0}» в органу немає. Є: {1}", "The body has no post “{0}”. It has: {1}"),
        ["post.whom"] = ("Уточніть, чий це останній день на посаді «{0}»: {1}", "Say whose last day it is in the post “{0}”: {1}"),
        ["post.title"] = ("Напишіть назву посади: «начальник відділу»", "Write the title of the post: “head of unit”"),
        ["post.holder"] = ("Напишіть ім’я особи або залиште посаду вакантною", "Write the person’s name, or leave the post vacant"),
        ["post.order"] = ("Перший день на посаді — {0}, а останній — {1}. Виправте дні", "The first day in the post is {0}, the last {1}. Mend the days"),
        ["post.overlap"] = ("Посаду в ці дні займає {0}: з {1} до {2}. Оберіть інші дні", "The post is held by {0} from {1} to {2}. Choose other days"),
        ["post.overlap-open"] = ("Посаду з {1} займає {0}. Вкажіть спершу останній день", "The post is held by {0} since {1}. Give the last day first"),
        ["hand-over.same"] = ("Оберіть іншу особу: це вона сама", "Choose another person: this is the same"),
        ["hand-over.whom"] = ("Оберіть, кому передати", "Choose to whom it is handed over"),
        ["hand-over.ground"] = ("Напишіть підставу передання: наказ, відпустку, звільнення", "Write the ground: an order, a leave, a dismissal"),
        ["hand-over.nothing"] = ("Передавати нічого: за особою «{0}» немає ні органу, ні посади", "There is nothing to hand over: “{0}” has neither a body nor a post"),
        ["hand-over.blocked"] = ("Особа «{0}» не може увійти. Спершу поверніть їй доступ", "“{0}” cannot sign in. Let the person in first"),
        ["hand-over.other-body"] = ("Особа «{0}» уже звітує за інший орган. Оберіть іншу", "“{0}” reports for another body already. Choose another person"),
        ["hand-over.other-role"] = ("Особа «{0}» має іншу роль. Оберіть іншу або змініть роль", "“{0}” has another role. Choose another person or change the role"),
    };
}
