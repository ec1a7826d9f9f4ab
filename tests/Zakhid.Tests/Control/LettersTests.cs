using Zakhid.Control;
using Zakhid.Obligations;

namespace Zakhid.Tests.Control;

public sealed class LettersTests
{
    static readonly ReportingPeriod _quarter = ReportingPeriod.Parse("2020-Q3");
    static readonly DateOnly _due = new(2020, 9, 17);

    static LetterItem Item(string measure, bool returned = false) => new(measure, _due, "до 17 вересня 2020: пункт 2 розпорядження № 149-ОД", returned);

    [Fact]
    public void A_reminder_says_what_by_when_and_on_what_ground() => Assert.Equal(
        """
        Відділ культури міської ради

        Нагадуємо: до 17 вересня 2020 року належить подати інформацію за III квартал 2020 року про виконання заходів 1, 9 (План заходів у 2020 році).
        Підстава: пункт 2 розпорядження № 149-ОД.

        головний спеціаліст
        """, Letters.Reminder("Відділ культури міської ради", "План заходів у 2020 році", _quarter, [Item("1"), Item("9")], new(2020, 9, 15), "головний спеціаліст"));

    [Fact]
    public void After_the_day_it_says_that_the_day_has_passed_and_what_was_returned()
    {
        var text = Letters.Reminder("ГУНП", "Комунікаційна стратегія", _quarter, [Item("5", returned: true)], new(2020, 9, 20), "координатор");

        Assert.Contains("Строк минув 17 вересня 2020 року: належить невідкладно подати інформацію за III квартал 2020 року про виконання заходу 5 плану «Комунікаційна стратегія».", text, StringComparison.Ordinal);
        Assert.Contains("На доопрацювання повернено: захід 5.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_of_the_day_speaks_of_acts_to_be_issued_beside_reports()
    {
        var text = Letters.Daily([new("Березівська сільська рада", [new("Комунікаційна стратегія", _quarter, [Item("5")])], [new("План заходів на 2020 рік", new(2020, 9, 3), "пункт 3 розпорядження № 149-ОД")])], new(2020, 9, 15), "координатор", null);

        Assert.Contains("Строк минув 3 вересня 2020 року: належить невідкладно видати акт і надіслати його копію (План заходів на 2020 рік).\nПідстава: пункт 3 розпорядження № 149-ОД.", text, StringComparison.Ordinal);
        Assert.Contains("про виконання заходу 5 плану «Комунікаційна стратегія».", text, StringComparison.Ordinal);
        Assert.Equal("Нагадування про строки: прострочено 1, до 17 вересня 2020 року — 1", Letters.DailySubject([_due, new(2020, 9, 3)], new(2020, 9, 15), acts: true));
    }

    [Fact]
    public void Consent_is_asked_for_with_a_day_of_answer() => Assert.Contains(
        "На виконання розпорядження від 13.08.2020 № 464 просимо погодити участь у виконанні заходів 2, 4 (План заходів).\nПро згоду або відмову просимо повідомити до 1 вересня 2020 року.",
        Letters.Consent("ОТГ", "План заходів", "розпорядження від 13.08.2020 № 464", [new("2"), new("4")], new(2020, 9, 1), "координатор"), StringComparison.Ordinal);

    [Theory]
    [InlineData("до 17 вересня 2020: пункт 2 розпорядження № 149-ОД", "пункт 2 розпорядження № 149-ОД")]
    [InlineData("24 грудня: пункт 2 розпорядження № 464 називає 25-те; то святковий день, політика переносить назад", "пункт 2 розпорядження № 464")]
    [InlineData("2 листопада: строк заходу «до 1 листопада 2020 року» називає 1 листопада; то неділя, політика переносить вперед", "строк заходу «до 1 листопада 2020 року»")]
    [InlineData("до 20 вересня 2020: пункт 2 розпорядження № 201-ОД; то неділя, політика дня не переносить", "пункт 2 розпорядження № 201-ОД")]
    [InlineData("24 червня: правило координатора від 18 лютого 2022 року (запис програми; акт дня не називає) називає 25-те; то субота, політика переносить назад", "правило координатора від 18 лютого 2022 року (запис програми; акт дня не називає)")]
    public void A_letter_cites_the_document_and_not_how_the_day_moved(string ground, string cited)
    {
        var letter = EscalationLetter.Of("Міському голові", "Відділ освіти", "План заходів", [new("захід 8", new(2020, 10, 30), 2, ground)], [], new(2020, 11, 3), "головний спеціаліст");
        Assert.Contains($"\nПідстава: {cited}.\n", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_asked_to_agree_reads_what_for() =>
        Assert.Equal(
            ["На виконання розпорядження від 13.08.2020 № 464 просимо погодити участь у виконанні заходів 2, 4 (План заходів):", "2. Проведення семінарів. Строк: III-IV квартали 2020 року.", "4. Проведення тренінгів.", "Про згоду або відмову просимо повідомити до 1 вересня 2020 року."],
            Letters.AskConsent("ПЛАН ЗАХОДІВ", "розпорядження від 13.08.2020 № 464", [new("2.", "Проведення семінарів;", "III-IV квартали 2020 року"), new("4", "Проведення тренінгів.")], new(2020, 9, 1)));
}
