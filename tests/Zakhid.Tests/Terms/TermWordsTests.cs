using Zakhid.Terms;

namespace Zakhid.Tests.Terms;

public sealed class TermWordsTests
{
    static readonly TermContext Plan = new(new(2020, 1, 1), new(2020, 12, 31), new(2020, 8, 3));

    static IReadOnlyList<string> Said(string phrase, TermClause clause = TermClause.MeasureTerm) => TermWords.Explain(TermLanguage.Read(phrase, clause, Plan), Plan);

    [Fact]
    public void A_reporting_clause_is_said_with_its_days_and_its_period() =>
        Assert.Equal(
            [
                "Повторюється: щокварталу.",
                "17-те число березня, червня, вересня і грудня.",
                "Дати: 17.03.2020, 17.06.2020, 17.09.2020, 17.12.2020.",
                "Звіт про період, що триває.",
            ],
            Said("щокварталу до 17 числа останнього місяця звітного періоду", TermClause.ReportClause));

    [Fact]
    public void A_year_taken_from_the_plan_is_said() =>
        Assert.Equal(
            [
                "Проміжок: з 1 липня 2020 року до 30 вересня 2020 року; результат потрібен в останній день.",
                "Рік у фразі не названо: його взято з плану або дати акта.",
            ],
            Said("III квартал"));

    [Fact]
    public void The_short_meaning_keeps_how_many_times_and_what_follows()
    {
        static string Short(string phrase) => TermWords.Short(TermLanguage.Read(phrase, TermClause.MeasureTerm, Plan));
        Assert.Equal("Повторюється: щороку. Кількість: 2 рази на рік.", Short("двічі на рік"));
        Assert.Equal("Один раз: не пізніше 1 жовтня 2020 року. Далі: повторюється: щокварталу, починаючи з 2 жовтня 2020 року.", Short("до 1 жовтня 2020 року, потім щокварталу"));
    }

    [Fact]
    public void A_term_counted_from_the_act_says_from_what() =>
        Assert.Equal(["Один раз: не пізніше 8 серпня 2020 року (5 днів від дати акта)."], Said("у п’ятиденний строк", TermClause.ActTask));

    [Fact]
    public void A_term_counted_from_an_event_names_the_event() =>
        Assert.Equal(["За умовою: за 10 днів до події «проведення заходу»; дати цієї події документ не називає."], Said("не пізніше ніж за 10 днів до проведення заходу"));

    [Fact]
    public void Doubt_is_said_with_the_other_reading() =>
        Assert.Equal(
            [
                "Повторюється: щокварталу.",
                "15-те число січня, квітня, липня і жовтня.",
                "Дати: 15.01.2020, 15.04.2020, 15.07.2020, 15.10.2020.",
                "Звіт про період, що минув.",
                "Перевірте прочитане: фразу можна зрозуміти інакше.",
                "Інше прочитання: 15-те число березня, червня, вересня і грудня.",
            ],
            Said("щокварталу до 15 числа", TermClause.ReportClause));

    [Fact]
    public void A_phrase_without_a_term_says_so_and_shows_what_was_not_understood() =>
        Assert.Equal(
            [
                "Строк не зазначено.",
                "Уточніть строк: фраза його не називає.",
                "Не належить до строку або не зрозуміло: «провести навчання».",
            ],
            Said("провести навчання"));

    [Theory]
    [InlineData("Постійно, починаючи з II кварталу 2020 року", "Постійно, власного кінцевого дня немає, починаючи з 1 квітня 2020 року.")]
    [InlineData("06 квітня 2020 року", "Один раз: 6 квітня 2020 року, понеділок.")]
    [InlineData("терміново", "Один раз: одразу, день не названо.")]
    [InlineData("до Дня Європи", "Один раз: не пізніше 16 травня 2020 року (до події «День Європи»).")]
    [InlineData("у разі потреби", "За умовою: «потреби»; дати документ не називає.")]
    [InlineData("На період дії воєнного стану", "Постійно, власного кінцевого дня немає (дії воєнного стану).")]
    [InlineData("протягом 3 днів з дня набрання чинності", "Один раз: 3 дні від набрання актом чинності.")]
    public void The_first_sentence_is_the_meaning(string phrase, string said) => Assert.Equal(said, Said(phrase)[0]);

    [Theory]
    [InlineData("щосереди", "Щосереди.")]
    [InlineData("щотижня у вівторок та четвер", "Щовівторка і щочетверга.")]
    [InlineData("другий і четвертий вівторок місяця", "Другий вівторок і четвертий вівторок кожного місяця.")]
    [InlineData("останній робочий день кварталу", "Останній робочий день березня, червня, вересня і грудня.")]
    [InlineData("кожного робочого дня", "Кожного робочого дня тижня.")]
    [InlineData("раз на три роки", "31-ше число грудня, раз на 3 роки.")]
    [InlineData("щодекади", "10-те число, 20-те число і останній день кожного місяця.")]
    public void A_rule_is_said_in_words(string phrase, string said) => Assert.Equal(said, Said(phrase)[1]);
}
