using Zakhid.Text;

namespace Zakhid.App.Web;

/// The sentence of every broken rule, in both languages: what, where, what to do.
static class RuleWords
{
    public static string Of(RuleBroken broken, bool english)
    {
        if (!_sentences.TryGetValue(broken.Rule, out var pair)) throw new InvalidOperationException($"The rule {broken.Rule} has no sentence", broken);
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, english ? pair.English : pair.Ukrainian, [.. broken.Arguments.Select(Say)]);
    }

    public static IReadOnlyDictionary<string, (string Ukrainian, string English)> All => _sentences;

    static object Say(object argument) => argument switch
    {
        DateOnly day => UkrainianDate.Full(day),
        DateTimeOffset at => Zakhid.Operations.People.AuthorityClock.InKyiv(at).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        int number => number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture).Replace(',', '\u00A0'),
        _ => argument,
    };

    static readonly Dictionary<string, (string Ukrainian, string English)> _sentences = new(StringComparer.Ordinal)
    {
        ["sign-in.wrong"] = ("Логін або пароль не підходить. Перевірте розкладку (УКР/ENG) і Caps Lock", "The name or password does not fit. Check the keyboard layout and Caps Lock"),
        ["sign-in.wait"] = ("Забагато спроб. Наступна — за {0} хв", "Too many tries. The next one in {0} min"),
        ["obligation.unknown"] = ("Такого звіту немає. Ось ваші заходи", "There is no such report. Here are your measures"),
        ["measure.unknown"] = ("Такого заходу в цьому плані немає. Відкрийте план і оберіть захід", "This plan has no such measure. Open the plan and choose one"),
        ["plan.unknown"] = ("Такого плану немає. Ось усі плани", "There is no such plan. Here are all plans"),
        ["report.not-yours"] = ("Цей захід веде інший відділ. Якщо він ваш — напишіть координаторові", "Another unit carries this measure out. If it is yours, write to the coordinator"),
        ["report.lapsed"] = ("Звітувати вже не треба: виконання підтверджено раніше", "No report is owed any more: the measure was confirmed done"),
        ["report.closed"] = ("Звіт уже подано. Змінити його можна після повернення на доопрацювання", "The report is handed in. It can be changed once it is returned"),
        ["report.already-submitted"] = ("Цей звіт уже подано о {0}, № {1}. Другий раз не треба", "This report was handed in at {0}, no. {1}. Once is enough"),
        ["report.paper-missing"] = ("Напишіть, на чому надійшов звіт: лист, його дата й номер", "Say what the report came on: the letter, its date and number"),
        ["report.key-of-another"] = ("Форма від іншого звіту. Поверніться до звіту й подайте ще раз", "The form belongs to another report. Go back to the report and send again"),
        ["report.empty"] = ("Опишіть, що зроблено за період", "Describe what was done in the period"),
        ["report.too-long"] = ("Скоротіть опис: зараз {0} знаків, можна до {1}", "Shorten the text: it has {0} characters, up to {1} are allowed"),
        ["draft.too-long"] = ("Скоротіть чернетку: зараз {0} знаків, можна до {1}", "Shorten the draft: it has {0} characters, up to {1} are allowed"),
        ["report.state-missing"] = ("Оберіть стан заходу на сьогодні", "Choose the state of the measure today"),
        ["report.reason-missing"] = ("Напишіть, чому захід не виконано", "Say why the measure is not done"),
        ["report.figure-unknown"] = ("Показник не з цього заходу. Оновіть сторінку й упишіть число ще раз", "The figure is not of this measure. Reload the page and enter it again"),
        ["report.link"] = ("Адреса «{0}» не схожа на посилання. Вставте її повністю, з https://", "“{0}” is no link. Paste it whole, with https://"),
        ["report.not-submitted"] = ("Розглянути можна лише поданий звіт. Оновіть сторінку", "Only a report that was handed in can be reviewed. Reload the page"),
        ["report.not-for-you"] = ("Приймає й повертає звіти координатор або контролер", "Reports are accepted and returned by the coordinator or controller"),
        ["report.too-early"] = ("Період починається {0}. Подайте звіт не раніше цього дня", "The period begins on {0}. Hand the report in from that day on"),
        ["draft.changed"] = ("Поки ви писали, чернетку змінили. Порівняйте тексти й збережіть ще раз", "The draft was changed while you wrote. Compare the texts and save again"),
        ["consent.asked"] = ("Запит уже надіслано. Запишіть відповідь органу", "The body was asked already. Record its answer"),
        ["consent.same"] = ("Цю відповідь уже записано. Змініть її або лишіть як є", "This answer is recorded already. Change it or leave it"),
        ["control.ground-missing"] = ("Додайте підставу: номер і дату документа", "Add the ground: the document's number and date"),
        ["control.not-started"] = ("Захід ще не на контролі. Спершу візьміть його на контроль", "The measure is not under control yet. Put it under control first"),
        ["control.removed"] = ("Захід знято з контролю {0}. Візьміть його на контроль знову, якщо треба", "The measure was removed from control on {0}. Put it back if needed"),
        ["control.started"] = ("Захід уже на контролі. Другий раз не треба", "The measure is under control already. Once is enough"),
        ["extension.no-term"] = ("Захід не має строку, тож переносити нема чого. Додайте строк зміною плану", "The measure has no term to extend. Add one by amending the plan"),
        ["extension.not-later"] = ("Новий строк має бути пізніше {0}. Оберіть інший день", "The new term has to be later than {0}. Choose another day"),
        ["day.moved-back"] = ("Останній запис — {0}. Впишіть день не раніше", "The last record is of {0}. Enter a day not before it"),
        ["return.empty"] = ("Напишіть, що саме дописати: виконавець побачить це біля поля", "Say what to add: the executor sees it at the field"),
        ["return.too-early"] = ("Дайте строк не раніше {0}: до цього дня звіт і так не запізнюється", "Give a day not before {0}: until then the report is not late anyway"),
        ["evidence.too-many"] = ("До звіту можна додати до {0} файлів. Приберіть зайві або об’єднайте", "A report takes up to {0} files. Remove some or join them"),
        ["consent.not-for-you"] = ("Згоду записує координатор", "Consent is recorded by the coordinator"),
        ["consent.nothing"] = ("Цей орган згоди не давав: у плані його названо без слів «за згодою»", "This body was not asked: the plan does not name it “by consent”"),
        ["authority.code-taken"] = ("Код «{0}» уже зайнято. Оберіть інший", "The code “{0}” is taken. Choose another"),
        ["remind.nothing"] = ("Нагадувати нема про що: усе подано", "There is nothing to remind of: all is handed in"),
        ["remind.not-for-you"] = ("Нагадує координатор або контролер", "Reminding is for the coordinator or controller"),
        ["plan.not-for-you"] = ("Плани додає координатор", "Plans are added by the coordinator"),
        ["plan.no-measures"] = ("У файлі не знайдено заходів. Перевірте, чи це план, і додайте його ще раз", "No measures were found in the file. Check that it is a plan and add it again"),
        ["plan.looks-like"] = ("У файлі немає плану заходів: це схоже на {0}. Додайте розпорядження чи рішення з планом", "The file holds no plan of measures: it looks like {0}. Add the order or decision with its plan"),
        ["import.unknown"] = ("Такого прочитаного файлу немає. Ось усі плани", "There is no such reading. Here are all plans"),
        ["import.adopted"] = ("Цей файл уже став планом. Відкрийте його в «Планах»", "This file is a plan already. Open it in Plans"),
        ["import.same-file"] = ("Відкрийте прочитане раніше: файл «{0}» уже додано {1}", "Open the earlier reading: the file “{0}” was added on {1}"),
        ["import.same-act"] = ("Відкрийте прочитане раніше: акт № {0} від {1} уже додано з файлу «{2}», і текст той самий", "Open the earlier reading: act no. {0} of {1} was added from “{2}” with the same text"),
        ["import.to-choose"] = ("Спершу оберіть, який із двох файлів цього акта лишити", "First choose which of the two files of this act stays"),
        ["import.runs"] = ("План уже на контролі: файл не замінено. Зміни до чинного плану вносить акт про зміни", "The plan is under control: the file was not replaced. A running plan is changed by an amending act"),
        ["plan.draft"] = ("Впишіть номер і дату акта: проєкт на контроль не беруть", "Enter the number and date of the act: a draft is not put under control"),
        ["plan.coordinator-missing"] = ("Оберіть орган, який узагальнює звіти", "Choose the body that consolidates the reports"),
        ["reading.too-long"] = ("Скоротіть текст: зараз {0} знаків, можна до {1}", "Shorten the text: it has {0} characters, up to {1} are allowed"),
        ["reading.date"] = ("Напишіть дату так: 25.12.2026 або 25 грудня 2026", "Write the date like this: 25.12.2026"),
        ["reading.text-missing"] = ("Напишіть найменування заходу; якщо це не захід — вилучіть його", "Write the measure; if it is none, remove it"),
        ["reading.changed"] = ("Поки ви писали, це поле виправлено: {0}, {1}. Порівняйте й збережіть ще раз", "While you wrote, this field was corrected: {0}, {1}. Compare and save again"),
        ["plan.same-act"] = ("Цей акт уже додано: № {0} від {1}. Відкрийте його в «Планах»", "This act is here already: no. {0} of {1}. Open it in Plans"),
        ["plan.changed-file"] = ("Акт № {0} від {1} уже є, але текст інший. Порівняйте файли: план не замінюємо мовчки", "Act no. {0} of {1} is here with another text. Compare the files: a plan is not replaced silently"),
        ["plan.questions"] = ("Лишилися питання без відповіді: {0}. Дайте відповідь на кожне", "Questions are still open: {0}. Answer each of them"),
        ["rule.not-for-you"] = ("Правило звітування встановлює координатор", "The reporting rule is set by the coordinator"),
        ["rule.already"] = ("День звіту вже встановлено. Змінити його може лише акт", "The reporting day is set already. Only an act can change it"),
        ["rule.day"] = ("День місяця — від 1 до 31, а вказано {0}", "A day of the month is 1 to 31, not {0}"),
        ["plan.unknown-name"] = ("Плану «{0}» немає. Є: {1}", "There is no plan «{0}». There are: {1}"),
        ["plan.several"] = ("«{0}» — це кілька планів: {1}. Назвіть один", "«{0}» is several plans: {1}. Name one"),
        ["period.form"] = ("Напишіть період як 2020-Q3, 2020-H1, 2020-09 або 2020: «{0}» не є періодом", "Write the period as 2020-Q3, 2020-H1, 2020-09 or 2020: «{0}» is no period"),
        ["period.nothing-owed"] = ("За період {0} звітів не належить: перевірте період", "Nothing is owed for {0}: check the period"),
        ["paper.ending"] = ("Назвіть файл із закінченням .docx, .pdf або .xlsx: «{0}»", "Give the file the ending .docx, .pdf or .xlsx: «{0}»"),
        ["authority.unknown"] = ("Органу «{0}» немає: додайте його командою zakhid authority add", "There is no authority «{0}»: add it with zakhid authority add"),
        ["scale.too-small"] = ("{0} зобов’язань замало для {1} планів: збільште --obligations", "{0} obligations are too few for {1} plans: raise --obligations"),
        ["answer.form"] = ("Напишіть відповідь як поле=значення: «{0}»", "Write the answer as field=value: «{0}»"),
        ["rule.form"] = ("Напишіть правило як quarter:25 або month:5:next: «{0}»", "Write the rule as quarter:25 or month:5:next: «{0}»"),
        ["consolidation.not-for-you"] = ("Зведений звіт складає координатор", "The consolidated report is made by the coordinator"),
        ["consolidation.sent"] = ("Зведений звіт надіслано {0}. Надіслане не змінюємо: додайте доповнення", "The consolidated report was sent on {0}. What was sent never changes: add a supplement"),
        ["consolidation.changed"] = ("Поки ви писали, текст змінили. Порівняйте й збережіть ще раз: {0}", "The text was changed while you wrote. Compare and save again: {0}"),
        ["consolidation.not-sent"] = ("Зведений звіт ще не надіслано: правте його самого, доповнення не потрібне", "The consolidated report is not sent yet: edit it, no supplement is needed"),
        ["consolidation.nothing-new"] = ("Після надсилання нічого не прийнято: доповнювати нема чим", "Nothing was accepted since it was sent: there is nothing to add"),
        ["consolidation.moved-on"] = ("Поки ви дивилися, надійшов новий звіт. Оновіть сторінку, перевірте текст і надішліть", "A report came in meanwhile. Reload the page, check the text and send it"),
        ["publishing.not-for-you"] = ("Оприлюднює координатор", "Publishing is for the coordinator"),
        ["publishing.draft"] = ("Проєкт не оприлюднюємо. Спершу візьміть план на контроль", "A draft is not published. Put the plan under control first"),
        ["publishing.reason"] = ("Напишіть, чому план знімаєте з оприлюднення", "Say why the plan is withdrawn"),
        ["day.not-for-you"] = ("День демонстрації переставляє координатор", "The day of the demonstration is moved by the coordinator"),
        ["day.not-a-demonstration"] = ("День переставляється лише в демонстрації", "The day moves only in a demonstration"),
        ["day.before-last-fact"] = ("Останній запис — {0}. Раніше цього дня переставити не можна", "The last record is of {0}. The day does not move before it"),
        ["person.login-form"] = ("Логін — латинські літери, цифри, крапка або дефіс", "A sign-in name has Latin letters, digits, a full stop or a hyphen"),
        ["person.login-taken"] = ("Логін «{0}» уже зайнято. Оберіть інший", "“{0}” is taken. Choose another sign-in name"),
        ["person.post-missing"] = ("Напишіть посаду", "Write the post"),
        ["person.body-missing"] = ("Оберіть орган, за який звітує ця особа", "Choose the body that this person reports for"),
        ["person.not-for-you"] = ("Людей додає адміністратор", "People are added by the administrator"),
        ["person.unknown"] = ("Такої особи немає. Оновіть список", "There is no such person. Reload the list"),
        ["person.last-administrator"] = ("Це єдиний адміністратор. Спершу призначте другого", "This is the only administrator. Appoint another first"),
        ["person.password-short"] = ("Пароль закороткий. Візьміть довшу фразу", "The password is too short. Take a longer phrase"),
        ["person.password-long"] = ("Пароль задовгий. Скоротіть його", "The password is too long. Shorten it"),
        ["person.password-plain"] = ("Такий пароль легко вгадати. Візьміть фразу з кількох слів", "This password is easily guessed. Take a phrase of several words"),
        ["person.password-same"] = ("Новий пароль збігається зі старим. Оберіть інший", "The new password is the old one. Choose another"),
    };
}
