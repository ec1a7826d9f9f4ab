using System.Globalization;
using Zakhid.Criteria;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Criteria;

public sealed class CriteriaSpec
{
    static readonly string[] TargetColumns = ["Критерій", "Вимоги"];
    static readonly string[] BaselineColumns = ["Критерій", "База"];
    static readonly string[] WhoColumns = ["Критерій", "Сукупність", "Для кожного", "До"];

    public static IEnumerable<TheoryDataRow<SpecRow>> Targets => Spec.Rows("criteria.md", TargetColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Baselines => Spec.Rows("criteria.md", BaselineColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Who => Spec.Rows("criteria.md", WhoColumns);

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_criterion_asks_for(SpecRow row) =>
        Assert.Equal(row["Вимоги"], string.Join("; ", CriteriaLanguage.Read(row["Критерій"]).Targets.Select(Words)));

    [Theory]
    [MemberData(nameof(Baselines))]
    public void A_change_is_measured_from(SpecRow row) =>
        Assert.Equal(row["База"], CriteriaLanguage.Read(row["Критерій"]).Targets[^1].Baseline);

    [Theory]
    [MemberData(nameof(Who))]
    public void A_target_names_whom_it_counts_where_and_by_when(SpecRow row)
    {
        var target = CriteriaLanguage.Read(row["Критерій"]).Targets[^1];

        Assert.Equal(row.Find("Сукупність"), target.Population);
        Assert.Equal(row.Find("Для кожного"), target.Scope);
        Assert.Equal(row.Find("До"), target.By);
    }

    public static string Words(Target target)
    {
        var words = new List<string> { Kinds[target.Type] };
        if (target.Op is { } op && Signs[op].Length > 0) words.Add(Signs[op]);
        if (target is { Op: Comparison.Increase or Comparison.Decrease, Value: not null })
            words.Add(target.IsLevel ? "до" : target.ValueIs == ValueKind.Multiple ? "у" : "на");
        if (target.Value is { } value) words.Add(target.ValueTo is { } to ? $"{Number(value)}…{Number(to)}" : Number(value));
        if (target.Unit is { } unit && target.Type is not (TargetType.Fact or TargetType.Goal)) words.Add(unit);
        if (target.Per is { } per) words.Add(target.PerEvery > 1 ? $"/ {target.PerEvery} {Periods[per]}" : $"/ {Periods[per]}");
        if (target.Type == TargetType.Schedule) words.Add($"до {target.By}");
        return string.Join(' ', words);
    }

    static string Number(decimal value) => value.ToString("0.##", CultureInfo.GetCultureInfo("uk-UA"));

    static readonly Dictionary<TargetType, string> Kinds = new()
    {
        [TargetType.Threshold] = "поріг",
        [TargetType.Frequency] = "частота",
        [TargetType.Change] = "зміна",
        [TargetType.MetricOnly] = "показник",
        [TargetType.Fact] = "факт",
        [TargetType.Goal] = "мета",
        [TargetType.Schedule] = "графік",
        [TargetType.ReportedValue] = "повідомлено",
    };

    static readonly Dictionary<Comparison, string> Signs = new()
    {
        [Comparison.AtLeast] = "≥",
        [Comparison.AtMost] = "≤",
        [Comparison.Equal] = "=",
        [Comparison.MoreThan] = ">",
        [Comparison.About] = "≈",
        [Comparison.Between] = "",
        [Comparison.Increase] = "↑",
        [Comparison.Decrease] = "↓",
    };

    static readonly Dictionary<PeriodLength, string> Periods = new()
    {
        [PeriodLength.Day] = "день",
        [PeriodLength.Week] = "тиждень",
        [PeriodLength.Decade] = "декада",
        [PeriodLength.Month] = "місяць",
        [PeriodLength.Quarter] = "квартал",
        [PeriodLength.HalfYear] = "півріччя",
        [PeriodLength.Year] = "рік",
    };
}
