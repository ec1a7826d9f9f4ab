using Zakhid.Executors;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Executors;

public sealed class ExecutorSpecs
{
    static readonly string[] CellColumns = ["Клітинка", "Хто"];
    static readonly string[] ListColumns = ["Клітинка", "У плані"];
    static readonly string[] BodyColumns = ["Одна назва", "Друга назва", "Той самий орган"];

    public static IEnumerable<TheoryDataRow<SpecRow>> Cells => Spec.Rows("executors.md", CellColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Lists => Spec.Rows("executors.md", ListColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Bodies => Spec.Rows("executors.md", BodyColumns);

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_says_who_executes(SpecRow row)
    {
        var executors = Read(row).Executors;

        Assert.Equal(row["Хто"], Joined(executors, e => e.ByConsent ? e.Name + " *" : e.Name));
        if (row.Has("Вид")) Assert.Equal(row["Вид"], Joined(executors, e => e.Kind.ToString()));
        if (row.Has("Клас")) Assert.Equal(row["Клас"], Joined(executors, e => e.ClassKey));
        if (row.Has("Належить")) Assert.Equal(row["Належить"], Joined(executors, e => e.Parent));
        if (row.Has("Роль")) Assert.Equal(row["Роль"], Joined(executors, e => e.Role.ToString()));
        if (row.Has("Особа")) Assert.Equal(row["Особа"], Joined(executors, e => e.Head));
        if (row.Has("Застереження")) Assert.Equal(row["Застереження"], Joined(executors, e => e.Qualifier));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_plan_lists_each_body_with_its_head_and_parent(SpecRow row) =>
        Assert.Equal(row["У плані"], string.Join(" / ", Read(row).Listed.Select(e => e.ByConsent ? e.Name + " *" : e.Name)));

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Two_printed_names_are_told_to_be_one_body_or_two(SpecRow row)
    {
        var one = BodyName.Key(row["Одна назва"], row.Find("Чий акт"));
        var other = BodyName.Key(row["Друга назва"], row.Find("Чий акт"));

        Assert.Equal(row["Той самий орган"], one == other ? "так" : "ні");
    }

    static ExecutorReading Read(SpecRow row) => ExecutorLanguage.Read(row["Клітинка"], row.Find("Чий акт"));

    static string Joined(IReadOnlyList<Executor> executors, Func<Executor, string?> part)
    {
        var joined = string.Join(" / ", executors.Select(e => part(e) ?? "·"));
        return joined.All(c => c is '·' or ' ' or '/') ? "" : joined;
    }
}
