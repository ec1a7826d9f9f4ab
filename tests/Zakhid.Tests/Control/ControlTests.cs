using FsCheck;
using FsCheck.Fluent;
using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Reporting;

namespace Zakhid.Tests.Control;

public sealed class ControlTests
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.Ukraine;
    static readonly DateOnly Term = new(2020, 12, 18);
    static readonly MeasureControl New = new([ControlTerm.Of(Due(Term), DateSetter.Authority)], []);
    static readonly MeasureControl Started = New.With(New.Start(On(8, 3), "розпорядження № 149-ОД"));

    [Fact]
    public void A_measure_is_taken_under_control_extended_and_removed_with_a_ground()
    {
        Assert.Equal(ControlState.NotStarted, New.State);
        Assert.Equal(ControlState.OnControl, Started.State);

        var extended = Started.With(Started.Extend(On(12, 10), Term, Due(new(2021, 3, 31)), " доповідна від 09.12.2020 № 7 "));
        Assert.Equal(ControlState.Extended, extended.State);
        Assert.Equal(new(2021, 3, 31), extended.CurrentTerm!.Nominal);
        Assert.Equal("доповідна від 09.12.2020 № 7", extended.Facts[^1].Ground);

        var removed = extended.With(extended.Remove(On(12, 28), "звіт № 2020-0512", "керуючий справами"));
        Assert.Equal(ControlState.Removed, removed.State);
        Assert.Equal(new(2020, 12, 28), removed.RemovedOn);
    }

    [Fact]
    public void The_old_day_stays_beside_the_new_one()
    {
        var extended = Started.With(Started.Extend(On(12, 10), Term, Due(new(2021, 3, 31)), "лист"));

        var term = Assert.Single(extended.Terms);
        Assert.Equal((Term, new DateOnly(2021, 3, 31), true), (term.First.Nominal, term.Now.Nominal, term.IsMoved));
        Assert.Equal(Term, Assert.IsType<Extension>(extended.Facts[^1]).Of);
    }

    [Fact]
    public void An_extension_after_the_term_does_not_cure_the_delay()
    {
        Assert.True(Started.Extend(On(12, 21), Term, Due(new(2021, 2, 1)), "лист").AfterTerm);
        Assert.False(Started.Extend(On(12, 18), Term, Due(new(2021, 2, 1)), "лист").AfterTerm);
    }

    [Fact]
    public void A_request_made_in_time_and_granted_after_the_term_cures_the_delay()
    {
        var asked = Started.With(Started.Ask(On(12, 15), Term, Due(new(2021, 2, 1)), "лист", Calendar) with { Id = 5 });

        Assert.False(asked.Grant(Other(12, 22), 5, Due(new(2021, 1, 29)), "погоджено").AfterTerm);
    }

    [Fact]
    public void A_day_set_by_a_higher_act_is_moved_only_by_a_document_of_that_body()
    {
        var higher = new MeasureControl([ControlTerm.Of(Due(Term), DateSetter.HigherAct)], Started.Facts);
        var document = new ControlDocument("Сумська обласна державна адміністрація", "розпорядження", "401-ОД", new(2020, 12, 1));
        Broken("extension.higher-date", () => higher.Extend(On(12, 10), Term, Due(new(2021, 2, 1)), "лист"));

        var asked = higher.With(higher.Ask(On(12, 10), Term, Due(new(2021, 2, 1)), "лист", Calendar) with { Id = 5 });
        Broken("extension.higher-date", () => asked.Grant(Other(12, 11), 5, Due(new(2021, 2, 1)), "погоджено"));

        var moved = higher.With(higher.Extend(On(12, 10), Term, Due(new(2021, 2, 1)), "зміни до плану", document));
        Assert.Equal("розпорядження від 01.12.2020 № 401-ОД, Сумська обласна державна адміністрація", moved.Facts[^1].Document!.Cited);
        Broken("extension.higher-date", () => moved.Extend(On(12, 11), new(2021, 2, 1), Due(new(2021, 3, 1)), "лист"));
    }

    [Fact]
    public void A_day_of_the_authority_becomes_a_higher_one_by_a_higher_document()
    {
        var moved = Started.With(Started.Extend(On(12, 10), Term, Due(new(2021, 2, 1)), "зміни", new("ОДА", "лист", "5", new(2020, 12, 9))));

        Assert.Equal(DateSetter.HigherAct, moved.Terms[0].SetBy);
    }

    [Fact]
    public void Nobody_decides_his_own_request_but_may_one_that_he_typed_from_a_paper()
    {
        var own = Started.With(Started.Ask(On(12, 10), Term, Due(new(2021, 2, 1)), "лист", Calendar) with { Id = 5 });
        Broken("extension.own-request", () => own.Grant(On(12, 11), 5, Due(new(2021, 2, 1)), "погоджено"));
        Broken("extension.own-request", () => own.Decline(On(12, 11), 5, "ні"));
        Broken("extension.asked", () => own.Ask(On(12, 11), Term, Due(new(2021, 2, 2)), "лист", Calendar));

        var typed = Started.With(Started.Ask(On(12, 10), Term, Due(new(2021, 2, 1)), "лист", Calendar, "лист № 12") with { Id = 5 });
        var declined = typed.With(typed.Decline(On(12, 11), 5, "строк достатній"));
        Assert.Equal(Term, declined.CurrentTerm!.Nominal);
        Assert.Empty(declined.Open);
        Broken("extension.no-request", () => declined.Grant(Other(12, 12), 5, Due(new(2021, 2, 1)), "погоджено"));
    }

    [Fact]
    public void Only_who_put_a_measure_under_control_removes_it_or_who_stands_in_his_place()
    {
        Broken("control.not-yours", () => Started.Remove(Other(12, 28), "звіт", "керуючий справами"));
        Assert.Equal("керуючий справами", Assert.Throws<RuleBroken>(() => Started.Remove(Other(12, 28), "звіт", "керуючий справами")).Arguments[0]);
        Assert.IsType<RemovalFromControl>(Started.Remove(Other(12, 28), "звіт", "керуючий справами", inHisPlace: true));

        var removed = Started.With(Started.Remove(On(12, 28), "звіт", ""));
        var back = removed.With(removed.Start(Other(12, 29), "доручення"));
        Assert.Equal(ControlState.OnControl, back.State);
        Broken("control.not-yours", () => back.Remove(On(12, 30), "звіт", "заступник"));
        Assert.IsType<RemovalFromControl>(back.Remove(Other(12, 30), "звіт", "заступник"));
    }

    [Fact]
    public void An_extension_of_a_term_that_an_amendment_has_replaced_counts_no_more()
    {
        var extended = Started.With(Started.Extend(On(12, 10), Term, Due(new(2021, 3, 31)), "лист") with { IsSuperseded = true });

        Assert.Equal((Term, ControlState.OnControl), (extended.CurrentTerm!.Nominal, extended.State));
    }

    [Fact]
    public void Interim_information_and_a_complaint_remove_nothing_and_move_no_day()
    {
        var told = Started.With(Started.Inform(On(9, 1), "Зібрано пропозиції."));
        told = told.With(told.Escalate(On(9, 2), "строк минув", "Міському голові", "лист"));

        Assert.Equal((ControlState.OnControl, Term), (told.State, told.CurrentTerm!.Nominal));
    }

    [Fact]
    public void Control_refuses_what_has_no_ground_or_no_term()
    {
        Broken("control.ground-missing", () => Started.Remove(On(9, 1), " ", ""));
        Broken("control.ground-missing", () => Started.Ask(On(9, 1), Term, Due(new(2021, 2, 1)), "", Calendar));
        Broken("interim.empty", () => Started.Inform(On(9, 1), " "));
        Broken("control.not-started", () => New.Remove(On(9, 1), "звіт", ""));
        Broken("control.started", () => Started.Start(On(9, 1), "акт"));
        Broken("extension.not-later", () => Started.Extend(On(9, 1), Term, Due(Term), "лист"));
        Broken("extension.not-later", () => Started.Extend(On(9, 1), Term, Due(new(2020, 12, 20)), "лист"));
        Broken("extension.past", () => Started.Extend(On(12, 29), Term, Due(new(2020, 12, 28)), "лист"));
        Broken("extension.no-such-day", () => Started.Extend(On(9, 1), new(2020, 12, 1), Due(new(2021, 2, 1)), "лист"));
        Broken("extension.no-term", () => new MeasureControl([], Started.Facts).Extend(On(9, 1), Term, Due(new(2021, 1, 29)), "лист"));
        Broken("control.removed", () => { var removed = Started.With(Started.Remove(On(9, 1), "звіт", "")); removed.Remove(On(9, 2), "звіт", ""); });
        Broken("day.moved-back", () => Started.Inform(On(8, 2), "раніше"));
    }

    /// <summary>Whatever is asked, granted, declined, told or refused, a day differs from the planned one only as far as kept extensions say so.</summary>
    [Fact]
    public void No_day_ever_moves_without_a_fact() => Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000).ListOf(12)), deeds =>
    {
        var control = Started;
        var number = 0;
        foreach (var seed in deeds)
        {
            var before = control.Terms[0].Now;
            var by = new Deed(3 + seed % 3, control.Facts[^1].Deed.Day.AddDays(seed / 7 % 20), default);
            var to = Due(before.Nominal.AddDays((seed / 11 % 60) - 10));
            ControlFact? fact = null;
            try
            {
                fact = (seed / 3 % 6) switch
                {
                    0 => control.Ask(by, before.Nominal, to, "лист", Calendar) with { Id = ++number },
                    1 => control.Grant(by, number, to, "так"),
                    2 => control.Decline(by, number, "ні"),
                    3 => control.Extend(by, before.Nominal, to, "рішення"),
                    4 => control.Inform(by, "триває"),
                    _ => control.State == ControlState.Removed ? control.Start(by, "знову") : control.Remove(by, "звіт", "", seed % 2 == 0),
                };
            }
            catch (RuleBroken)
            {
                // Most deeds drawn here are refused: then no fact is written, and the day must stand.
            }
            if (fact is not null) control = control.With(fact);
            var after = control.Terms[0];
            if (after.First.Nominal != Term) return false;
            if (fact is Extension moved ? after.Now != moved.To || moved.Of != before.Nominal || after.Now.Adjusted <= before.Adjusted : after.Now != before) return false;
        }
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Consent_is_asked_first_and_an_answer_may_change()
    {
        var consent = new Consent([]);
        Assert.Equal(ConsentState.Asked, consent.State);

        consent = new([consent.Answer(On(8, 20), ConsentState.Declined)]);
        Assert.False(consent.IsOwed);
        Broken("consent.same", () => consent.Answer(On(8, 21), ConsentState.Declined));

        consent = new([.. consent.Facts, consent.Answer(On(9, 1), ConsentState.Agreed, "лист від 01.09.2020 № 5")]);
        Assert.True(consent.IsOwed);
        Assert.True(Timeliness.IsCounted(consent.State));
    }

    static DueDate Due(DateOnly day) => DueDate.Of(day, Calendar, DayOffPolicy.Preceding);
    static Deed On(int month, int day) => new(3, new(2020, month, day), new(2020, month, day, 9, 0, 0, TimeSpan.FromHours(3)));
    static Deed Other(int month, int day) => On(month, day) with { By = 4 };

    static void Broken(string rule, Action deed) => Assert.Equal(rule, Assert.Throws<RuleBroken>(deed).Rule);
}
