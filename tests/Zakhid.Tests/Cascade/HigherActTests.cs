using Zakhid.Calendar;
using Zakhid.Cascade;
using Zakhid.Clauses;
using Zakhid.Obligations;

namespace Zakhid.Tests.Cascade;

public class HigherActTests
{
    static readonly ReportingPeriod Quarter = ReportingPeriod.Parse("2020-Q3");

    static readonly HigherAct Sumy = new(1, new() { Issuer = "Сумська обласна державна адміністрація", Kind = "розпорядження", Number = "325-ОД", Date = new(2020, 7, 21) });
    static readonly HigherAct Cabinet = new(2, new()
    {
        Issuer = "Кабінет Міністрів України",
        Kind = "розпорядження",
        Number = "776-р",
        Date = new(2020, 6, 25),
        Reporting = ReportingLines.Read("Обласні державні адміністрації — МКІП: щокварталу до 25 числа останнього місяця звітного періоду\nМКІП — Кабінет Міністрів України: щокварталу до 10 числа місяця, що настає за звітним періодом"),
    });

    [Fact]
    public void An_act_whose_day_is_not_known_gives_one_rung_without_a_day()
    {
        var rung = Assert.Single(Sumy.Rungs(Quarter, "Глухівська міська рада"));

        Assert.Null(rung.Rule);
        Assert.Equal(("Глухівська міська рада", "Сумська обласна державна адміністрація", "розпорядження від 21.07.2020 № 325-ОД"), (rung.Who, rung.To, rung.Ground));
    }

    [Fact]
    public void The_real_chain_stands_on_the_ladder_with_its_days()
    {
        var higher = Sumy.Rungs(Quarter, "Глухівська міська рада").Concat(Cabinet.Rungs(Quarter, "Сумська обласна державна адміністрація")).ToList();
        var rungs = Ladder.Of(Quarter, [], higher, WorkingCalendar.Ukraine, DayOffPolicy.Preceding);

        Assert.Equal(["День невідомий", "25 вересня", "9 жовтня"], rungs.Select(r => r.DayText));
        Assert.Equal([null, null, 10], rungs.Select(r => r.Slack));
    }

    [Fact]
    public void A_duty_of_another_length_is_on_no_rung_of_the_period() => Assert.Empty(Cabinet.Rungs(ReportingPeriod.Parse("2020-09"), "Сумська обласна державна адміністрація"));
}
