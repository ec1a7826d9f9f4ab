using FsCheck;
using FsCheck.Fluent;
using Zakhid.Executors;
using Zakhid.Text;

namespace Zakhid.Tests.Executors;

public sealed class ExecutorProperties
{
    static readonly string[] Bodies =
    [
        "Департамент освіти і науки облдержадміністрації", "райдержадміністрації", "міськвиконкоми (за згодою)", "Відділ культури міської ради",
        "виконавчі комітети міських, селищних, сільських рад", "ГУНП в області (за згодою)", "КНП «Міська лікарня»", "Управління соціального захисту населення",
        "структурні підрозділи облдержадміністрації", "територіальні громади (за згодою)", "Іваненко І.І.", "обласний центр зайнятості (за згодою)",
    ];

    static readonly string[] Shards =
        ["(", ")", "«", "»", "\"", ",", ";", "\n", " та ", "відділ", "Департаменти", "за згодою", "(за згодою)", "№ 1", "–", "міської ради", "І.", "Іваненко", ":", "разом з", "Контроль", "покласти на", "ОДА", "усі", "які", "\u00A0", "1.", "ʼ", "управлінням", "обласні", "/"];

    static Gen<T[]> Lists<T>(IReadOnlyList<T> of, int most) =>
        Gen.Choose(0, most).SelectMany(n => Gen.Elements(of.ToArray()).ArrayOf(n));

    [Fact]
    public void A_list_in_any_order_gives_each_body_by_itself() =>
        Check(Lists(Bodies, 5).Select(l => l.Distinct(StringComparer.Ordinal).ToArray()), list =>
            string.Join(" / ", list.SelectMany(Names)) == string.Join(" / ", Names(string.Join(",\n", list))));

    [Fact]
    public void Blanks_dashes_and_look_alikes_do_not_change_who_executes() =>
        Check(Gen.Elements(Bodies).SelectMany(body => Gen.Elements("  ", "\u00A0", "\u200A ").Select(blank => (body, blank))), pair =>
            Keys(pair.body) == Keys(pair.body.Replace(" ", pair.blank, StringComparison.Ordinal))
            && Keys(pair.body) == Keys(" \n" + pair.body.Replace('о', 'o').Replace('і', 'i') + " ;\n"));

    [Fact]
    public void Whatever_the_cell_holds_every_executor_has_a_name() =>
        Check(Lists(Shards, 14).Select(s => string.Join(" ", s)), cell =>
            ExecutorLanguage.Read(cell, "Роменська міська рада").Executors.All(e => e.Printed.Length > 0 && e.Name.Length > 0 && e.Span.End <= cell.Length));

    [Fact]
    public void Any_text_is_read_without_failing() =>
        Check(ArbMap.Default.GeneratorFor<string>(), cell => ExecutorLanguage.Read(cell ?? "", cell).Executors.All(e => e.Printed.Length > 0));

    static void Check<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(gen.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    static IEnumerable<string> Names(string cell) => ExecutorLanguage.Read(cell, "Житомирська ОДА").Executors.Select(e => e.Name + e.ByConsent);

    static string Keys(string cell) => string.Join(" / ", ExecutorLanguage.Read(cell, null).Executors.Select(e => Folding.Key(e.Name) + e.Kind));
}
