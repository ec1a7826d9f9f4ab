using FsCheck;
using FsCheck.Fluent;
using Zakhid.Criteria;

namespace Zakhid.Tests.Criteria;

/// <summary>What a criterion asks for over time, by the plan of Hlukhiv: the act of 3 August 2020, the window to 31 December.</summary>
public sealed class ProgressTests
{
    static readonly DateOnly Act = new(2020, 8, 3);

    [Fact]
    public void Monthly_events_are_counted_in_months_from_the_acts_date()
    {
        var progress = Of("Проведення комунікаційного заходу не менше ніж один раз на місяць.", new(2020, 10, 15), Month(8, 1), Month(9, 0), Month(10, 1));

        Assert.Equal([new(2020, 8, 3), new(2020, 9, 1), new DateOnly(2020, 10, 1)], progress.Slots.Select(s => s.Days.Start));
        Assert.Equal((2, 3, 2, ProgressState.Missed), (progress.SoFar, progress.Needed, progress.SlotsMet!.Value, progress.State));
        Assert.Equal("2 з 3 разів; виконано 2 з 3 місяців.", ProgressWords.Say(progress));
    }

    [Fact]
    public void The_noun_of_the_plan_agrees_with_the_number()
    {
        Assert.Equal("2 з 3 заходів; виконано 2 з 3 місяців.", Said("Не менше 1 заходу на місяць", new(2020, 10, 15), Month(8, 1), Month(10, 1)));
        Assert.Equal("12 із 12 публікацій; виконано 3 з 3 місяців.", Said("Не менше 4 публікацій на місяць", new(2020, 10, 31), Month(8, 4), Month(9, 4), Month(10, 4)));
        Assert.Equal("0 з 1 заходу; виконано 0 з 1 кварталу.", Said("Не менше одного заходу на квартал", new(2020, 9, 16), Month(8, 0)));
    }

    [Fact]
    public void A_figure_for_a_whole_quarter_does_not_tell_which_months_were_met()
    {
        var progress = Of("Не менше 1 заходу на місяць", new(2020, 10, 1), Covering(new(2020, 8, 3), new(2020, 9, 30), 2));

        Assert.Null(progress.SlotsMet);
        Assert.Equal(2, progress.SlotsEnded);
        Assert.Equal("2 з 3 заходів.", ProgressWords.Say(progress));
        Assert.Equal(ProgressState.OnTheWay, progress.State);
    }

    [Fact]
    public void Weeks_begin_on_Monday_and_the_week_of_the_act_counts()
    {
        var progress = Of("Щотижневе розміщення інформаційних матеріалів", new(2020, 8, 16), Day(new(2020, 8, 5), 1), Day(new(2020, 8, 6), 2));

        Assert.Equal([new(new(2020, 8, 3), new(2020, 8, 9)), new DateRange(new(2020, 8, 10), new(2020, 8, 16))], progress.Slots.Select(s => s.Days));
        Assert.Equal([3m, 0m], progress.Slots.Select(s => s.Reported!.Value));
        Assert.Equal(1, progress.SlotsMet);
        Assert.Equal("3 розміщення, на сьогодні потрібно 2; виконано 1 з 2 тижнів.", ProgressWords.Say(progress));
    }

    [Theory]
    [InlineData(2020, 8, 3, 0)]
    [InlineData(2020, 9, 16, 29)]
    [InlineData(2020, 12, 31, 100)]
    [InlineData(2021, 3, 1, 100)]
    public void A_total_has_the_place_where_an_even_pace_would_be(int year, int month, int day, int percent) =>
        Assert.Equal(percent, Of("не менше 10 тисяч осіб", new(year, month, day), Day(new(2020, 8, 3), 500)).EvenPercent);

    [Fact]
    public void A_share_and_a_frequency_have_no_even_pace()
    {
        Assert.Null(Of("Охоплення має становити не менше 75 %", new(2020, 9, 16), Day(new(2020, 8, 5), 38)).EvenPercent);
        Assert.Null(Of("Не менше 1 заходу на місяць", new(2020, 9, 16), Month(8, 1)).EvenPercent);
    }

    [Fact]
    public void English_keeps_the_unit_as_the_act_prints_it() =>
        Assert.Equal("500 of 10 000 (осіб).", ProgressWords.English(Of("не менше 10 тисяч осіб", new(2020, 9, 16), Day(new(2020, 8, 3), 500))).Replace('\u00a0', ' '));

    [Fact]
    public void What_is_not_yet_reported_on_is_not_missed()
    {
        var progress = Of("Не менше 1 заходу на місяць", new(2020, 11, 30), Month(8, 1), Month(9, 1));

        Assert.Equal(ProgressState.OnTheWay, progress.State);
        Assert.Equal("2 із 4 заходів; виконано 2 із 4 місяців.", ProgressWords.Say(progress));
    }

    [Fact]
    public void A_total_is_shared_by_the_executors_and_summed_over_the_window()
    {
        var progress = Of("Загальна кількість контактів аудиторії становитиме не менше 10 тисяч осіб", new(2020, 9, 30),
            Covering(Act, new(2020, 9, 17), 4200, "Управління соціального захисту"), Covering(Act, new(2020, 9, 17), 2040, "Відділ з правової політики"));

        Assert.Equal((6240, 62, ProgressState.OnTheWay), (progress.SoFar, progress.Percent, progress.State));
        Assert.Equal(["Управління соціального захисту", "Відділ з правової політики"], progress.Working.Select(f => f.By));
        Assert.Equal("6\u00A0240 з 10\u00A0000 осіб — 62 %.", ProgressWords.Say(progress));
    }

    [Fact]
    public void A_share_is_the_last_one_told_and_not_a_sum()
    {
        const string criterion = "Охоплення цільової аудиторії віком від 16-25 років аудіовізуальним продуктом має становити не менше 75%";

        Assert.Equal("48 %, потрібно не менше 75 %.", Said(criterion, new(2020, 12, 1), Covering(Act, new(2020, 9, 17), 30), Covering(new(2020, 9, 18), new(2020, 11, 30), 48)));
        Assert.Equal("81 %, потрібно не менше 75 % — досягнуто.", Said(criterion, new(2020, 12, 1), Covering(Act, new(2020, 9, 17), 81)));
    }

    [Fact]
    public void Two_executors_who_tell_different_shares_are_shown_so_and_the_lower_one_counts()
    {
        var progress = Of("не менше 75 %", new(2020, 12, 1), Covering(Act, new(2020, 9, 17), 60, "Відділ освіти"), Covering(Act, new(2020, 9, 17), 70, "Відділ культури"));

        Assert.Equal(60, progress.SoFar);
        Assert.Equal("60 %, потрібно не менше 75 % (виконавці назвали різні числа).", ProgressWords.Say(progress));
    }

    [Fact]
    public void A_criterion_without_a_number_says_so()
    {
        const string criterion = "Загальна кількість підприємств міста, залучених до участі у міжнародній співпраці";

        Assert.Equal("14 підприємств; числа в плані немає.", Said(criterion, new(2020, 10, 1), Covering(Act, new(2020, 9, 17), 14)));
        Assert.Equal("Показника ще не названо; числа в плані немає.", Said(criterion, new(2020, 10, 1)));
    }

    [Theory]
    [InlineData("Видано розпорядження голови", "Критерій без числа: виконано, коли зроблено.")]
    [InlineData("Підвищення довіри до органів влади", "Числа в плані немає: з тексту критерію не видно, коли його досягнуто.")]
    [InlineData("Не менше 4 публікацій на місяць", "Показника ще не названо; потрібно не менше 4 публікацій на місяць.")]
    [InlineData("збільшення кількості учасників на 10 відсотків", "Показника ще не названо; потрібно зростання на 10 %.")]
    [InlineData("раз на два роки", "Показника ще не названо; потрібно 1 раз на 2 роки.")]
    [InlineData("Від 50 до 100 учасників", "Показника ще не названо; потрібно від 50 до 100 учасників.")]
    [InlineData("Не нижче рівня попереднього року", "Показника ще не названо; потрібно порівняння з попереднім рівнем.")]
    public void Before_any_figure_the_need_is_said(string criterion, string sentence) => Assert.Equal(sentence, Said(criterion, new(2020, 9, 16)));

    [Fact]
    public void A_ceiling_is_kept_until_it_is_passed()
    {
        Assert.Equal("3 скарги за дозволених 5.", Said("Кількість скарг – не більше 5", new(2020, 9, 30), Month(8, 3)));
        Assert.Equal("7 скарг за дозволених 5 — перевищено.", Said("Кількість скарг – не більше 5", new(2020, 9, 30), Month(8, 3), Month(9, 4)));
        Assert.Equal("0 скарг, як і потрібно.", Said("Відсутність скарг", new(2020, 9, 30), Month(8, 0)));
        Assert.Equal("2 скарги, а має не бути.", Said("Відсутність скарг", new(2020, 9, 30), Month(8, 2)));
    }

    [Fact]
    public void A_schedule_is_judged_by_its_own_day()
    {
        var targets = CriteriaLanguage.Read("До 1 вересня – 50 %, до 31 грудня – 100 %").Targets;
        CoveredFigure[] figures = [Covering(Act, new(2020, 9, 17), 60)];

        Assert.Equal([ProgressState.Met, ProgressState.OnTheWay], targets.Select(t => Progress.Of(t, Context(new(2020, 10, 1)), figures).State));
        Assert.Equal(new DateOnly(2020, 9, 1), Progress.Of(targets[0], Context(new(2020, 10, 1)), figures).DueBy);
    }

    [Fact]
    public void After_the_window_a_total_not_reached_is_missed() =>
        Assert.Equal(ProgressState.Missed, Of("Виготовлено 5000 примірників буклетів", new(2021, 1, 5), Month(9, 3000)).State);

    [Fact]
    public void A_figure_of_days_after_the_view_is_not_seen() =>
        Assert.Equal(ProgressState.Silent, Of("не менше 100 осіб", new(2020, 9, 16), Month(10, 100)).State);

    [Fact]
    public void More_figures_never_lower_a_total_and_slots_never_overlap()
    {
        string[] criteria = ["Не менше 4 публікацій на місяць", "Щотижневе розміщення матеріалів", "не менше 10 000 осіб", "раз на квартал", "5 семінарів на рік", "щодекади"];
        var cases = from criterion in Gen.Elements(criteria) from start in Gen.Choose(0, 400) from length in Gen.Choose(0, 100) from value in Gen.Choose(0, 50) from view in Gen.Choose(0, 800) select (criterion, start, length, value, view);

        Prop.ForAll(Arb.From(cases), c =>
        {
            var context = new ProgressContext(Act, Act.AddDays(-200), null, Act.AddDays(c.view));
            var figure = new CoveredFigure(new(Act.AddDays(c.start), Act.AddDays(c.start + c.length)), c.value);
            var target = CriteriaLanguage.Read(c.criterion).Targets[0];
            var one = Progress.Of(target, context, [figure]);
            var two = Progress.Of(target, context, [figure, figure]);
            Assert.True((two.SoFar ?? 0) >= (one.SoFar ?? 0));
            Assert.All(one.Slots.Zip(one.Slots.Skip(1)), pair => Assert.Equal(pair.First.Days.End.AddDays(1), pair.Second.Days.Start));
            Assert.True(one.Slots.Count == 0 || one.Slots[0].Days.Start == Act);
            Assert.EndsWith(".", ProgressWords.Say(one), StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    static ProgressContext Context(DateOnly asOf) => new(Act, Act, new(2020, 12, 31), asOf);

    static Progress Of(string criterion, DateOnly asOf, params CoveredFigure[] figures) => Progress.Of(CriteriaLanguage.Read(criterion).Targets[0], Context(asOf), figures);

    static string Said(string criterion, DateOnly asOf, params CoveredFigure[] figures) => ProgressWords.Say(Of(criterion, asOf, figures));

    static CoveredFigure Month(int month, decimal value) => Covering(new(2020, month, 1), new(2020, month, DateTime.DaysInMonth(2020, month)), value);

    static CoveredFigure Day(DateOnly day, decimal value) => Covering(day, day, value);

    static CoveredFigure Covering(DateOnly start, DateOnly end, decimal value, string? by = null) => new(new(start, end), value, by);
}
