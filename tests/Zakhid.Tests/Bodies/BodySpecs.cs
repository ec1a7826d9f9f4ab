using System.Globalization;
using Zakhid.Bodies;
using Zakhid.Calendar;
using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Tests.Specs;
using Zakhid.Text;

namespace Zakhid.Tests.Bodies;

/// <summary>docs/specs/bodies.md: who is meant by a name, what a code is, who of a group owes.</summary>
public sealed class BodySpecs
{
    const string Council = "Зразківська міська рада", Oblast = "Зразківська обласна державна адміністрація";

    public static IEnumerable<TheoryDataRow<SpecRow>> Names => Spec.Rows("bodies.md", "У плані", "У реєстрі", "Хто це");
    public static IEnumerable<TheoryDataRow<SpecRow>> Codes => Spec.Rows("bodies.md", "Код", "Написано", "Прочитано");
    public static IEnumerable<TheoryDataRow<SpecRow>> Groups => Spec.Rows("bodies.md", "Членство", "I", "IV");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_a_known_body_or_asked_about_or_another(SpecRow row)
    {
        var executor = Read(row["У плані"]);
        var register = new BodyRegister([Known(1, row["У реєстрі"])]);
        var named = BodyNames.Of([executor])[executor];

        Assert.Equal(row["Хто це"], register.Find(named, executor.Printed) is not null ? "той самий" : register.Alike(named, executor).Count > 0 ? "питаємо" : "інший");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_read_or_refused(SpecRow row)
    {
        var written = row["Написано"];
        Assert.Equal(row["Прочитано"], row["Код"] == "ЄДРПОУ" ? Said(() => Edrpou.Read(written).Digits) : Said(() => Katottg.Read(written).Code));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Who_of_a_group_owes_each_quarter(SpecRow row)
    {
        var entered = new DateOnly(2020, 7, 1);
        var members = row["Членство"] == "немає" ? [] : row["Членство"].Split(';').Select(days => PrintedDays(days)).Select(d => new GroupMember(d.From, d.To, entered)).ToList();
        var act = new DateOnly(2020, 1, 2);
        var rule = ReportingRule.Adopted(PeriodLength.Quarter, 25, MonthRule.LastMonthOfPeriod, "відділ", act);
        var plan = new PlanPeriod(new(2020, 1, 1), new(2020, 12, 31));

        var owed = ObligationCalendar.Derive(act, plan, [rule], [new(0, new(act, plan.To, new HashSet<int>()), true) { Members = members }], WorkingCalendar.Ukraine, DayOffPolicy.None);

        foreach (var (quarter, column) in new[] { (1, "I"), (2, "II"), (3, "III"), (4, "IV") })
            Assert.Equal(row[column], owed.Where(o => o.Period.Code == $"2020-Q{quarter}").Select(o => o.Member is null ? "група" : "член").Distinct().Single());
    }

    [Fact]
    public void A_group_is_like_groups_only_and_the_likeliest_stands_first()
    {
        var register = new BodyRegister([Known(1, "Заклади культури", isGroup: true), Known(2, "Заклад культури «Зразок»"), Known(3, "Департамент культури"), Known(4, "Департамент культури, національностей та релігій")]);
        var less = Read("Департамент культур");

        Assert.Equal(["Департамент культури", "Департамент культури, національностей та релігій"], register.Alike(BodyNames.Of([less])[less], less).Select(b => b.Name));
    }

    [Fact]
    public void What_was_once_said_of_a_name_is_remembered()
    {
        var register = new BodyRegister([Known(1, "Центр надання адміністративних послуг")], new Dictionary<string, string> { ["цнап"] = BodyName.Key("Центр надання адміністративних послуг", null) });
        var executor = Read("ЦНАП");

        Assert.Equal(1, register.Find(BodyNames.Of([executor])[executor], "ЦНАП")?.Id);
    }

    static string Said(Func<string> read)
    {
        try { return read(); }
        catch (RuleBroken broken) { return broken.Rule == "body.edrpou-digit" ? string.Create(CultureInfo.InvariantCulture, $"остання цифра {broken.Arguments[1]}") : "не код"; }
    }

    static (DateOnly From, DateOnly? To) PrintedDays(string said)
    {
        var days = said.Trim().Split(" до ");
        DateOnly Day(string text) => PrintedDate.All(Token.Cut(text + " 2020 року")).Single().Date!.Value;
        return (Day(days[0]), days.Length > 1 ? Day(days[1]) : null);
    }

    static KnownBody Known(long id, string name, bool isGroup = false)
    {
        var executor = Read(name);
        return new(id, BodyNames.Of([executor])[executor].Key, name, isGroup || executor.IsGroup, executor.Kind == ExecutorKind.Person);
    }

    static Executor Read(string name) => Assert.Single(ExecutorLanguage.Read(name, name.Contains("обл", StringComparison.Ordinal) ? Oblast : Council).Executors);
}
