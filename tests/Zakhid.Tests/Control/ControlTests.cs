using Zakhid.Control;
using Zakhid.Reporting;

namespace Zakhid.Tests.Control;

public sealed class ControlTests
{
    static readonly MeasureControl New = new(new(2020, 12, 31), []);
    static readonly MeasureControl Started = New.With(New.Start(On(8, 3), "розпорядження № 149-ОД"));

    [Fact]
    public void A_measure_is_taken_under_control_extended_and_removed_with_a_ground()
    {
        Assert.Equal(ControlState.NotStarted, New.State);
        Assert.Equal(ControlState.OnControl, Started.State);

        var extended = Started.With(Started.Extend(On(12, 20), new(2021, 3, 31), " доповідна від 18.12.2020 № 7 "));
        Assert.Equal(ControlState.Extended, extended.State);
        Assert.Equal(new(2021, 3, 31), extended.CurrentTerm);
        Assert.Equal("доповідна від 18.12.2020 № 7", extended.Facts[^1].Ground);

        var removed = extended.With(extended.Remove(On(12, 28), "звіт № 2020-0512"));
        Assert.Equal(ControlState.Removed, removed.State);
        Assert.Equal(new(2020, 12, 28), removed.RemovedOn);
    }

    [Fact]
    public void An_extension_after_the_term_does_not_cure_the_delay()
    {
        var late = new MeasureControl(new(2020, 9, 1), Started.Facts);

        Assert.True(late.Extend(On(9, 2), new(2020, 10, 1), "лист").AfterTerm);
        Assert.False(late.Extend(On(9, 1), new(2020, 10, 1), "лист").AfterTerm);
    }

    [Fact]
    public void Control_refuses_what_has_no_ground_or_no_term()
    {
        Broken("control.ground-missing", () => Started.Remove(On(9, 1), " "));
        Broken("control.not-started", () => New.Remove(On(9, 1), "звіт"));
        Broken("control.started", () => Started.Start(On(9, 1), "акт"));
        Broken("extension.not-later", () => Started.Extend(On(9, 1), new(2020, 12, 31), "лист"));
        Broken("extension.no-term", () => new MeasureControl(null, Started.Facts).Extend(On(9, 1), new(2021, 1, 1), "лист"));
        Broken("control.removed", () => { var removed = Started.With(Started.Remove(On(9, 1), "звіт")); removed.Remove(On(9, 2), "звіт"); });
    }

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

    static Deed On(int month, int day) => new(3, new(2020, month, day), new(2020, month, day, 9, 0, 0, TimeSpan.FromHours(3)));

    static void Broken(string rule, Action deed) => Assert.Equal(rule, Assert.Throws<RuleBroken>(deed).Rule);
}
