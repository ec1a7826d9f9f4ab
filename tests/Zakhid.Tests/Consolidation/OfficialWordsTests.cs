using Zakhid.Consolidation;
using Zakhid.Obligations;
using Zakhid.Reporting;
using Zakhid.Tests.Obligations;

namespace Zakhid.Tests.Consolidation;

public sealed class OfficialWordsTests
{
    static readonly ReportingPeriod Third = ReportingPeriod.Parse("2020-Q3");
    static readonly string[] Nine = ["Відділ культури", "Відділ освіти", "Відділ молоді та спорту", "ГУНП в місті Глухові", "КНП", "УЖКГ", "УСЗ", "УСЕР", "Відділ права"];

    [Fact]
    public void The_title_names_the_plan_in_the_genitive_and_the_period()
    {
        Assert.Equal(
            "про виконання плану заходів щодо реалізації в місті Глухові у 2020 році Стратегії комунікації у сфері європейської інтеграції на 2018-2021 роки, за III квартал 2020 року",
            OfficialWords.Title(GoldPlan.Hlukhiv.Act.Title!, Third));
        Assert.Equal("про виконання Плану реалізації Комунікаційної стратегії на ІІ-IV квартали 2021 року, за II квартал 2021 року".Replace("Плану", "плану"),
            OfficialWords.Title(GoldPlan.Kolomyia.Act.Title!, ReportingPeriod.Parse("2021-Q2")));
        Assert.StartsWith("про виконання плану заходів щодо реалізації Стратегії комунікації з питань євроатлантичної інтеграції України у Хмельницькій області",
            OfficialWords.Title(GoldPlan.Khmelnytskyi.Act.Title!, ReportingPeriod.Parse("2022-Q2")));
        Assert.Equal("про виконання плану «Стратегія розвитку», за 2024 рік", OfficialWords.Title("Стратегія розвитку", ReportingPeriod.Parse("2024")));
    }

    [Fact]
    public void The_introduction_names_the_clause_the_act_and_how_many_gave()
    {
        var act = GoldPlan.Hlukhiv.Act;

        Assert.Equal(
            "На виконання пункту 3 розпорядження від 03.08.2020 № 149-ОД узагальнено інформацію дев’яти виконавців за III квартал 2020 року: надали вісім, не надав один.",
            OfficialWords.Intro(act, "3.", Third, new(19, 18, Nine, ["ГУНП в місті Глухові"], [])));
        Assert.EndsWith("за III квартал 2020 року: надали всі.", OfficialWords.Intro(act, "3", Third, new(19, 19, Nine, [], [])));
        Assert.EndsWith("узагальнено інформацію одного виконавця за III квартал 2020 року: її не надано.", OfficialWords.Intro(act, "3", Third, new(1, 0, ["КНП"], ["КНП"], [])));
        Assert.StartsWith("На виконання розпорядження від 17.02.2022 № 113/2022-р узагальнено", OfficialWords.Intro(GoldPlan.Khmelnytskyi.Act, null, Third, new(1, 1, ["КНП"], [], [])));
    }

    [Fact]
    public void The_silent_are_named_and_those_by_consent_in_a_line_of_their_own()
    {
        var gathered = new Gathered(19, 18, Nine, ["ГУНП в місті Глухові", "КНП"], ["міськвиконкоми", "ОТГ"]);

        Assert.Equal("Інформації не надано: ГУНП в місті Глухові; КНП.", OfficialWords.Silent(gathered));
        Assert.Equal("За згодою, без відповіді: міськвиконкоми; ОТГ.", OfficialWords.Apart(gathered));
        Assert.Equal("ГУНП в місті Глухові: інформації не надано.", OfficialWords.SilentLine("ГУНП в місті Глухові"));
    }

    [Fact]
    public void Measures_are_counted_by_what_is_confirmed()
    {
        Assert.Equal("З 11 заходів виконано один, виконуються дев’ять; про один підтвердженої інформації немає.",
            OfficialWords.Measures([ExecutionState.Done, .. Enumerable.Repeat<ExecutionState?>(ExecutionState.InProgress, 9), null]));
        Assert.Equal("Із 4 заходів виконуються два, не виконано один, строк не настав для одного.",
            OfficialWords.Measures([ExecutionState.InProgress, ExecutionState.InProgress, ExecutionState.NotDone, ExecutionState.NotYetDue]));
        Assert.Equal("Виконано частково.", OfficialWords.State(ExecutionState.PartlyDone));
        Assert.Equal("", OfficialWords.State(null));
    }
}
