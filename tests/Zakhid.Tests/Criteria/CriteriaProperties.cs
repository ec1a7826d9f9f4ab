using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Zakhid.Criteria;
using Zakhid.Tests.Specs;

namespace Zakhid.Tests.Criteria;

/// <summary>What holds for every criterion, known or random.</summary>
public sealed class CriteriaProperties
{
    static readonly string[] Phrases =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "phrases", "criteria.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("phrase").GetString()!),
        .. Spec.Read("criteria.md").Where(row => row.Has("Критерій")).Select(row => row["Критерій"]),
    ];

    static readonly string[] Words = [.. Phrases.SelectMany(p => p.Split(' ')).Distinct(), "(", ")", "–", ",", ".", ";", "\n", "«", "»", "’", "99999999999999999999", "0", "-", "1/0", "5-", "%", "00.00.0000", "31.13.2020", "+", "≥"];

    [Fact]
    public void Reading_never_throws_and_what_is_measurable_says_so()
    {
        var phrases = Gen.Choose(0, 16).SelectMany(length => Gen.Elements(Words).ArrayOf(length)).Select(words => string.Join(' ', words));

        Prop.ForAll(Arb.From(phrases), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Holds(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    static bool Holds(string phrase)
    {
        var reading = CriteriaLanguage.Read(phrase);
        foreach (var target in reading.Targets)
        {
            if (target.Measurable == (target.Type == TargetType.Goal)) return false;
            if (target.Type is TargetType.Frequency && (target.Per is null || target.Value is null || target.PerEvery < 1)) return false;
            if (target.Type is TargetType.Schedule && target.By is null) return false;
            if (target.Op == Comparison.Between && target.ValueTo < target.Value) return false;
            if (target.Span.Start < 0 || target.Span.End > phrase.Length || target.Span.Length <= 0) return false;
        }
        return reading.Phrase == phrase;
    }

    [Theory]
    [InlineData("підготовлено спецконтингенту 5- мільйона продуктом", 5, 1_000_000)]
    [InlineData("охоплено 500 – 1 тис. осіб", 500, 1000)]
    [InlineData("охоплено 2–3 тисячі осіб", 2000, 3000)]
    [InlineData("зібрано 900 тис. – 1 млн підписів", 900_000, 1_000_000)]
    public void The_lower_end_of_a_range_shares_the_scale_of_the_upper_only_where_it_stays_below(string phrase, int from, int to)
    {
        var target = Assert.Single(CriteriaLanguage.Read(phrase).Targets);

        Assert.Equal((Comparison.Between, from, to), (target.Op!.Value, target.Value, target.ValueTo));
    }

    [Theory]
    [InlineData("рівень публікацій/місяць порівняно Проведено працівника торік - ≥ 5, менш 00.00.0000 респондентів)")]
    [InlineData("30-ї 99999999999999999999 ухвалено від 2025 знизиться До 5-")]
    [InlineData("між 9 та 4 закладами")]
    [InlineData("не менше 10 та не більше 5 осіб")]
    public void Figures_that_fall_make_no_range(string phrase)
    {
        Assert.DoesNotContain(CriteriaLanguage.Read(phrase).Targets, target => target.Op == Comparison.Between);
        Assert.True(Holds(phrase));
    }

    [Fact]
    public void Look_alikes_case_dashes_and_blanks_do_not_change_the_meaning()
    {
        var noise = from phrase in Gen.Elements(Phrases) from seed in Gen.Choose(0, int.MaxValue - 1) select (phrase, noisy: Noisy(phrase, new Random(seed)));

        Prop.ForAll(Arb.From(noise), pair => Assert.Equal(Meaning(pair.phrase), Meaning(pair.noisy))).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void A_sentence_put_after_another_changes_neither()
    {
        string[] targets = ["Не менше 4 публікацій на місяць", "Збільшення кількості учасників на 10 відсотків", "Видано розпорядження голови", "не менше 75 %", "Сприяння розвитку громад"];
        var pairs = from a in Gen.Elements(targets) from b in Gen.Elements(targets) from between in Gen.Elements(". ", ";\n", "\n", "; ") select (a, b, between);

        Prop.ForAll(Arb.From(pairs), p => Assert.Equal($"{Meaning(p.a)}|{Meaning(p.b)}", Meaning(p.a + p.between + p.b))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" – ")]
    [InlineData(null)]
    public void An_empty_cell_asks_for_nothing(string? text) => Assert.Empty(CriteriaLanguage.Read(text).Targets);

    [Fact]
    public void A_cell_longer_than_any_criterion_is_read_in_time()
    {
        var reading = CriteriaLanguage.Read(string.Concat(Enumerable.Repeat("не менше 5 заходів (на рік), ", 3000)));

        Assert.True(reading.Targets.Count > 100);
        Assert.True(reading.Targets[^1].Span.End <= CriteriaLanguage.LongestText);
    }

    /// <summary>The same phrase typed by another hand.</summary>
    static string Noisy(string phrase, Random random)
    {
        var latin = random.Next(3) == 0;
        var upper = random.Next(4) == 0;
        var noisy = new System.Text.StringBuilder();
        for (var i = 0; i < phrase.Length; i++)
        {
            var c = phrase[i];
            var inWord = i > 0 && i + 1 < phrase.Length && char.IsLower(phrase[i - 1]) && char.IsLower(phrase[i + 1]);
            var twin = latin && inWord && random.Next(3) == 0 ? "аеосхіу".IndexOf(c) : -1;
            if (twin >= 0) c = "aeocxiy"[twin];
            if (c is '-' or '–' or '—') c = "-–—‑−"[random.Next(5)];
            if (c is '\'' or '’' or 'ʼ') c = "'’ʼ"[random.Next(3)];
            if (c == ' ' && random.Next(4) == 0) c = '\u00A0';
            if (upper) c = char.ToUpperInvariant(c);
            noisy.Append(c);
        }
        return noisy.ToString();
    }

    static string Meaning(string phrase) => string.Join('|', CriteriaLanguage.Read(phrase).Targets.Select(t =>
        $"{t.Type} {t.Op} {t.Value} {t.ValueTo} {t.ValueIs} {t.Per} {t.PerEvery} {t.By} {t.Measurable} {(t.Unit is null ? "" : "unit")}"));
}
