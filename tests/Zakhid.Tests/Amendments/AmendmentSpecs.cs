using Zakhid.Amendments;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Amendments;

public sealed class AmendmentSpecs
{
    static readonly string[] PhraseColumns = ["Фраза", "Дія", "Де", "Старе", "Нове"];
    static readonly string[] ItemColumns = ["Пункти", "Дія", "Де", "Старе", "Нове"];
    static readonly string[] DoubtColumns = ["Фраза", "Дія", "Не зрозуміло"];

    public static IEnumerable<TheoryDataRow<SpecRow>> Phrases => Spec.Rows("amendments.md", PhraseColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Items => Spec.Rows("amendments.md", ItemColumns);
    public static IEnumerable<TheoryDataRow<SpecRow>> Doubts => Spec.Rows("amendments.md", DoubtColumns);

    [Theory, MemberData(nameof(Phrases))]
    public void A_phrase_says_what_is_altered_where_and_how(SpecRow row)
    {
        var read = AmendmentLanguage.Steps([new(null, row["Фраза"]) { HasWording = true }]).SelectMany(s => s.Alterations).ToList();

        AssertAlterations(row, read);
        Assert.All(read, a => Assert.Equal([], a.LeftOver));
        Assert.All(read, a => Assert.True(a.IsSure));
    }

    [Theory, MemberData(nameof(Items))]
    public void What_an_upper_item_names_holds_for_those_below_it(SpecRow row)
    {
        var items = row["Пункти"].Split('\n').Select(line => line.Split(' ', 2) is [var number, var text] && (number.EndsWith('.') || number.EndsWith(')')) ? new AmendingItem(number, text) { HasWording = true } : new AmendingItem(null, line) { HasWording = line.Contains("редакції:", StringComparison.Ordinal) }).ToList();

        AssertAlterations(row, [.. AmendmentLanguage.Steps(items).SelectMany(s => s.Alterations)]);
    }

    [Theory, MemberData(nameof(Doubts))]
    public void What_is_not_understood_is_said(SpecRow row)
    {
        var read = AmendmentLanguage.Read(row["Фраза"]).Single();

        Assert.Equal(row["Дія"], read.Kind.ToString());
        Assert.False(read.IsSure);
        Assert.Equal(row["Не зрозуміло"], string.Join(", ", read.LeftOver));
    }

    [Fact]
    public void The_act_and_the_plan_that_are_changed_are_named()
    {
        var step = AmendmentLanguage.Steps([new("1.", "Внести до плану заходів щодо підтримки ветеранів у районі на 2024 рік, затвердженого розпорядженням голови районної державної адміністрації від 15 січня 2024 року № 9 «Про підтримку ветеранів» (зі змінами, внесеними розпорядженням від 02.02.2024 № 15), такі зміни:"), new("1)", "пункт 5 виключити;")]).Single();

        Assert.Equal(new ActReference("розпорядження", "9", new DateOnly(2024, 1, 15), "Про підтримку ветеранів"), step.Act);
        Assert.Equal("плану заходів щодо підтримки ветеранів у районі на 2024 рік", step.Plan);
    }

    [Fact]
    public void There_are_more_than_sixty_phrases() => Assert.InRange(Phrases.Count() + Items.Count() + Doubts.Count(), 60, 500);

    static void AssertAlterations(SpecRow row, IReadOnlyList<Alteration> read)
    {
        Assert.Equal(row["Дія"], string.Join(" | ", read.Select(a => a.Kind)));
        Assert.Equal(row["Де"], Joined(read, a => a.Part.ToString()));
        Assert.Equal(row["Старе"], Joined(read, a => a.OldWords ?? (a.Anchor is { } anchor ? $"{(a.BeforeAnchor ? "перед" : "після")} «{anchor}»" : "")));
        Assert.Equal(row["Нове"], Joined(read, New));
    }

    static string New(Alteration a)
    {
        var level = a.NewLevel switch { AlteredLevel.Point => "пункт", AlteredLevel.SubPoint => "підпункт", AlteredLevel.Section => "розділ", AlteredLevel.Paragraph => "абзац", AlteredLevel.Annex => "додаток", null => null, var other => other.ToString() };
        if (a.NewWords is not null || level is null || a.Kind is AlterationKind.Restate) return a.NewWords ?? "";
        return string.Join(' ', new[] { level, string.Join(", ", a.NewNumbers), a.After is { } after ? "після " + after : "" }.Where(w => w.Length > 0));
    }

    static string Joined(IReadOnlyList<Alteration> read, Func<Alteration, string> field)
    {
        var values = read.Select(field).Select(v => v.Length == 0 ? "—" : v).ToList();
        return values.TrueForAll(v => v == "—") ? "" : string.Join(" | ", values);
    }
}
