using Zakhid.Calendar;
using Zakhid.Obligations;

namespace Zakhid.Tests.Obligations;

public sealed class SecondOpinionTests
{
    static readonly SecondOpinion With = new(transfers: true);
    static readonly SecondOpinion Without = new(transfers: false);

    [Fact]
    public void Every_day_of_ten_years_is_worked_or_not_in_both_opinions()
    {
        for (var day = new DateOnly(2019, 1, 1); day.Year < 2029; day = day.AddDays(1))
        {
            Assert.True(With.IsWorked(day) == WorkingCalendar.Ukraine.IsWorking(day), $"{day:O}: {WorkingCalendar.Ukraine.Why(day)}");
            Assert.True(Without.IsWorked(day) == WorkingCalendar.WithoutTransfers.IsWorking(day), $"{day:O} without transfers");
            Assert.Equal(WorkingCalendar.Ukraine.IsWorking(day), WorkingCalendar.Ukraine.WhyOff(day) is null);
        }
    }

    [Fact]
    public void A_hundred_thousand_random_due_days_agree_with_the_second_opinion()
    {
        var random = new Random(20200803);
        for (var i = 0; i < 100_000; i++)
        {
            var (rule, months) = RandomRule(random);
            var period = ReportingPeriod.Of(rule.Length, new DateOnly(2019, 1, 1).AddDays(random.Next(8 * 365)));
            var policy = (DayOffPolicy)random.Next(3);
            var transfers = random.Next(2) == 0;
            var end = SecondOpinion.Periods(months, period.Start, period.Start.AddMonths(months)).First().End;

            var due = DueDate.Of(rule.DueDay(period), transfers ? WorkingCalendar.Ukraine : WorkingCalendar.WithoutTransfers, policy);

            var nominal = SecondOpinion.Nominal(rule.Day, rule.MonthRule, end);
            var adjusted = (transfers ? With : Without).Adjusted(nominal, policy);
            if (due.Nominal != nominal || due.Adjusted != adjusted)
                Assert.Fail($"{rule.Periodicity} {rule.Day} {rule.MonthRule} {period} {policy}: {due.Nominal:O} → {due.Adjusted:O}, the second opinion {nominal:O} → {adjusted:O}");
        }
    }

    /// <summary>bin/compare-dates draws a hundred thousand and more; here as many as take seconds.</summary>
    static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("ZAKHID_DATES"), out var asked) ? asked : 20_000;
    static readonly int FirstSeed = int.TryParse(Environment.GetEnvironmentVariable("ZAKHID_DATES_SEED"), out var seed) ? seed : 1;

    [Fact]
    public void Rules_terms_acts_policies_and_calendars_drawn_by_chance_give_the_days_that_counting_gives()
    {
        var (phrases, lines, wrong) = (new HashSet<string>(), 0, new List<string>());
        for (var seed = FirstSeed; seed < FirstSeed + Cases; seed++)
        {
            var one = RandomCase.Of(seed, With, Without);
            var (program, counted) = (one.Program(), one.Counted(With, Without));
            (lines, _) = (lines + counted.Count, phrases.Add(one.Term.Phrase));
            if (!program.SequenceEqual(counted)) wrong.Add($"{one}\n  program: {string.Join(" | ", program.Except(counted))}\n  counted: {string.Join(" | ", counted.Except(program))}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"seeds {FirstSeed}–{FirstSeed + Cases - 1}: {Cases} cases, {phrases.Count} phrases, {lines} days, {wrong.Count} disagree");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Cases} disagree:\n{string.Join('\n', wrong.Take(10))}");
    }

    [Fact]
    public void What_random_plans_owe_agrees_with_the_second_opinion()
    {
        var random = new Random(149);
        for (var i = 0; i < 4_000; i++)
        {
            var (rule, months) = RandomRule(random);
            var act = new DateOnly(2019, 1, 10).AddDays(random.Next(5 * 365));
            var planFrom = act.AddDays(random.Next(-200, 200));
            var planTo = (planFrom > act ? planFrom : act).AddDays(random.Next(900));
            var from = act.AddDays(random.Next(-100, 400));
            var to = from.AddDays(random.Next(500));
            var window = new MeasureWindow(from, to, new HashSet<int>());

            var owed = ObligationCalendar.Derive(act, new(planFrom, planTo), [rule], [new(0, window, true)], WorkingCalendar.Ukraine, DayOffPolicy.Preceding)
                .Select(o => (o.Period.Start, o.Period.End, o.Due.Nominal, o.Due.Adjusted)).ToList();

            var expected = SecondOpinion.Periods(months, new(2018, 12, 31), new(2028, 12, 31))
                .Where(p => p.Start <= planTo && p.End >= planFrom && p.End >= act && p.Start <= to && p.End >= from)
                .Select(p => (p.Start, p.End, Nominal: SecondOpinion.Nominal(rule.Day, rule.MonthRule, p.End)))
                .Where(p => p.Nominal >= act)
                .Select(p => (p.Start, p.End, p.Nominal, With.Adjusted(p.Nominal, DayOffPolicy.Preceding))).ToList();
            Assert.Equal(expected, owed);
        }
    }

    static (ReportingRule Rule, int Months) RandomRule(Random random)
    {
        var (length, months) = random.Next(4) switch { 0 => (PeriodLength.Month, 1), 1 => (PeriodLength.HalfYear, 6), 2 => (PeriodLength.Year, 12), _ => (PeriodLength.Quarter, 3) };
        return (new()
        {
            Kind = ObligationKind.Report,
            Periodicity = length,
            Day = random.Next(1, 32),
            Ground = "пункт 2 розпорядження",
            MonthRule = random.Next(2) == 0 ? MonthRule.LastMonthOfPeriod : MonthRule.NextMonth,
        }, months);
    }
}
