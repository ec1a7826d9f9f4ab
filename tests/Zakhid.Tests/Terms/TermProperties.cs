using FsCheck;
using FsCheck.Fluent;
using System.Text.Json;
using Zakhid.Terms;

namespace Zakhid.Tests.Terms;

/// <summary>What holds for every phrase, known or random.</summary>
public sealed class TermProperties
{
    static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(400);
    static readonly TermContext Plan = new(new(2021, 1, 1), new(2021, 12, 31), new(2021, 2, 15));
    static readonly string[] Phrases = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "phrases", "terms.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("phrase").GetString()!).ToArray();

    static readonly string[] Words =
    [
        "до", "з", "по", "на", "у", "протягом", "не", "пізніше", "раз", "двічі", "щокварталу", "щороку", "кожного", "місяця", "кварталу", "року", "числа", "останнього", "що",
        "настає", "за", "звітним", "періодом", "після", "дня", "днів", "5", "31", "2021", "2025", "I", "ІІ", "IV", "-", "–", ",", ".", "(", ")", "/", "січня", "лютий", "вересень",
        "понеділок", "перший", "робочий", "декада", "тиждень", "півріччя", "постійно", "далі", "звіт", "підсумками", "строк", "місячний", "разі", "потреби", "Дня", "Європи", "кінця",
        "30", "лютого", "2 рази", "навчального", "н.р.", "цього", "наступного", "воєнного", "стану", "13.13.2021", "0", "99999999999", "\n", "«", "’",
    ];

    [Fact]
    public void Reading_never_throws_and_never_ends_before_it_starts()
    {
        var phrases = Gen.Choose(0, 14).SelectMany(length => Gen.Elements(Words).ArrayOf(length)).Select(words => string.Join(' ', words));

        Prop.ForAll(Arb.From(phrases), phrase => Holds(phrase)).Check(Config.QuickThrowOnFailure.WithMaxTest(1200));
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), phrase => Holds(phrase ?? "")).Check(Quick);
    }

    static bool Holds(string phrase)
    {
        foreach (var clause in Enum.GetValues<TermClause>())
            foreach (var context in (TermContext[])[Plan, new(), new(new(2021, 9, 1), new(2026, 5, 31)), new(null, null, new(2024, 2, 29))])
            {
                var term = TermLanguage.Read(phrase, clause, context);
                foreach (var stage in term.Then.Concat(term.Alternatives).Prepend(term))
                {
                    if (stage.Start is { } start && stage.End is { } end && start > end) return false;
                    if (stage.Kind == TermKind.Range && (stage.Start is null || stage.End is null)) return false;
                    foreach (var rule in stage.Rules) Recurrence.Parse(rule);
                }
                if (term.LeftOver.Any(span => span.Length <= 0 || span.End > phrase.Length)) return false;
            }
        return true;
    }

    [Fact]
    public void Look_alikes_case_dashes_and_blanks_do_not_change_the_meaning()
    {
        var noise = from phrase in Gen.Elements(Phrases) from seed in Gen.Choose(0, int.MaxValue - 1) select (phrase, noisy: Noisy(phrase, seed));

        Prop.ForAll(Arb.From(noise), pair => Assert.Equal(Meaning(pair.phrase), Meaning(pair.noisy))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    /// <summary>The same phrase typed by another hand: Latin look-alikes, capitals, another dash, more blanks, another apostrophe.</summary>
    static string Noisy(string phrase, int seed)
    {
        var random = new Random(seed);
        var noisy = new System.Text.StringBuilder();
        var latin = random.Next(3) == 0;
        var upper = random.Next(4) == 0;
        for (var i = 0; i < phrase.Length; i++)
        {
            var c = phrase[i];
            var inWord = i > 0 && i + 1 < phrase.Length && Zakhid.Text.Folding.IsCyrillic(phrase[i - 1]) && Zakhid.Text.Folding.IsCyrillic(phrase[i + 1]) && !IsNumeral(phrase, i);
            var twin = latin && inWord && random.Next(3) == 0 ? "аеосхіу".IndexOf(c) : -1;
            if (twin >= 0) c = "aeocxiy"[twin];
            if (c is '-' or '–' or '—') c = "-–—‑−"[random.Next(5)];
            if (c is '\'' or '’' or 'ʼ') c = "'’ʼ"[random.Next(3)];
            if (c == ' ') c = random.Next(4) == 0 ? '\u00A0' : ' ';
            if (upper && twin < 0) c = char.ToUpperInvariant(c);
            noisy.Append(c);
            if (c is ' ' && random.Next(5) == 0) noisy.Append("  ");
        }
        return noisy.ToString();
    }

    static bool IsNumeral(string phrase, int i) => "ІіIiXxХхVv".Contains(phrase[i], StringComparison.Ordinal) && "ІіIiXxХхVv".Contains(phrase[i - 1], StringComparison.Ordinal);

    static string Meaning(string phrase)
    {
        var term = TermLanguage.Read(phrase, TermClause.MeasureTerm, Plan);
        return $"{term.Kind} {term.Start} {term.End} {string.Join(' ', term.Rules)} {term.Quota} {term.Relative?.Resolved} {term.Then.Count} {term.Ambiguous}";
    }
}
