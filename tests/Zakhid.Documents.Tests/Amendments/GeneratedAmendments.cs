using Zakhid.Documents.Reading;
using Zakhid.Documents.Tests.Docx;
using Zakhid.Documents.Tests.Layouts;

namespace Zakhid.Documents.Tests.Amendments;

/// <summary>Amending acts drawn by a seed, typed in several manners: what was ordered is what is read.</summary>
public sealed class GeneratedAmendments
{
    const int Acts = 200;

    sealed record Order(string Told, string[] Lines);

    [Theory]
    [InlineData("1)"), InlineData("1.1."), InlineData("annex"), InlineData("unnumbered"), InlineData("docx")]
    public void An_amending_act_is_read_into_the_operations_that_it_orders(string manner)
    {
        for (var seed = 1; seed <= Acts; seed++)
        {
            var random = new Random(seed);
            var measures = SamplePlan.Of(seed).Measures.ToArray();
            random.Shuffle(measures);
            var orders = Enumerable.Range(0, random.Next(2, 7)).Select(i => Draw(random, 3 + i * 5, measures[i % measures.Length])).ToList();

            var reading = PlanReader.Read(LayOut(orders, manner));

            var amendment = Assert.Single(reading.Amendments);
            Assert.Equal(("розпорядження", "9", new DateOnly(2024, 1, 15)), (amendment.Act?.Kind, amendment.Act?.Number, amendment.Act?.Date));
            var told = amendment.Alterations.Select(a => $"{a.Kind} {string.Join(',', a.Part.Points)} [{a.Part.Column}] {a.OldWords ?? a.Anchor} → {a.NewWords} {string.Join(',', a.NewNumbers)} {string.Join(" / ", a.Measures.Select(m => $"{m.Number} {m.Text.TrimEnd('.')} {m.TermText} {string.Join("; ", m.Executors.Select(e => e.Name))}"))}".Trim());
            Assert.True(orders.Select(o => o.Told).SequenceEqual(told), $"{manner}, акт {seed}:\n{string.Join('\n', orders.Select(o => o.Told))}\n—\n{string.Join('\n', told)}");
            Assert.All(amendment.Alterations, a => Assert.True(a.IsSure, a.Text));
        }
    }

    static Order Draw(Random random, int point, SampleMeasure m)
    {
        string Pick(params string[] of) => of[random.Next(of.Length)];
        string[] Wording(string number) => [$"«{number}. {m.Text.TrimEnd('.')}.", string.Join(", ", m.Executors.Select(e => e.Name + (e.Consent ? " (за згодою)" : ""))) + ".", "До 25 грудня 2024 року.»"];
        string Measure(string number) => $"{number} {m.Text.TrimEnd('.')} До 25 грудня 2024 року {string.Join("; ", m.Executors.Select(e => e.Name))}";
        var next = point + 2;
        return random.Next(9) switch
        {
            0 => new($"Restate {point} []  →   {Measure($"{point}")}", [Pick($"пункт {point} викласти в такій редакції:", $"викласти пункт {point} у новій редакції:", $"пункт {point} викласти у наступній редакції:"), .. Wording($"{point}")]),
            1 => new($"Add  []  →  {point}-1 {Measure($"{point}-1")}", [Pick($"доповнити пунктом {point}¹ такого змісту:", $"доповнити новим пунктом {point}¹ такого змісту:"), .. Wording($"{point}¹")]),
            2 => new($"Remove {point},{point + 1},{next} []  →", [Pick($"пункти {point}–{next} виключити", $"пункти {point}, {point + 1}, {next} виключити", $"виключити пункти {point}, {point + 1} та {next}", $"пункти {point}-{next} вилучити")]),
            3 => new($"ReplaceWords {point} [] до 1 травня → до 1 вересня", [Pick($"у пункті {point} слова «до 1 травня» замінити словами «до 1 вересня»", $"в пункті {point} слова та цифри \"до 1 травня\" замінити словами та цифрами \"до 1 вересня\"", $"замінити у пункті {point} слова «до 1 травня» словами «до 1 вересня»")]),
            4 => new($"ReplaceWords {point} [Строк виконання] 2023 → 2024", [Pick($"у графі «Строк виконання» пункту {point} цифри «2023» замінити цифрами «2024»", $"у пункті {point} у колонці «Строк виконання» цифри «2023» замінити на «2024»")]),
            5 => new($"AddWords {point} [] району → та області", [Pick($"пункт {point} після слова «району» доповнити словами «та області»", $"у пункті {point} після слова «району» доповнити словами «та області»")]),
            6 => new($"RemoveWords {point} [] (за згодою) →", [$"у пункті {point} слова «(за згодою)» виключити"]),
            7 => new($"SetTerm {point} []  → 1 грудня 2024 року", [Pick($"строк виконання пункту {point} перенести на 1 грудня 2024 року", $"перенести термін виконання пункту {point} на 1 грудня 2024 року")]),
            _ => new($"Renumber {point} []  →  {point + 1}", [$"пункт {point} вважати пунктом {point + 1}"]),
        };
    }

    static Document LayOut(List<Order> orders, string manner)
    {
        const string Lead = "плану заходів щодо розвитку комунікацій Зразківської громади на 2024 рік, затвердженого розпорядженням міського голови від 15 січня 2024 року № 9";
        var lines = new List<string> { "ЗРАЗКІВСЬКА МІСЬКА РАДА", "РОЗПОРЯДЖЕННЯ МІСЬКОГО ГОЛОВИ", "05.06.2024 № 88", "Про внесення змін до плану заходів", "З метою актуалізації заходів:" };
        void Items(Func<int, string> label)
        {
            for (var i = 0; i < orders.Count; i++)
            {
                var own = orders[i].Lines.ToList();
                own[0] = $"{label(i + 1)}{own[0]}";
                own[^1] += i + 1 < orders.Count ? ";" : ".";
                lines.AddRange(own);
            }
        }
        void End() => lines.AddRange(["2. Контроль за виконанням розпорядження залишаю за собою.", "Міський голова\tОлена ЗРАЗОК"]);
        if (manner == "annex")
        {
            lines.Add($"1. Затвердити зміни до {Lead}, що додаються.");
            End();
            lines.AddRange(["ЗАТВЕРДЖЕНО", "Розпорядження міського голови", "05.06.2024 № 88", "ЗМІНИ,", "що вносяться до плану заходів щодо розвитку комунікацій"]);
            Items(i => $"{i}. ");
            return Paper(lines);
        }
        lines.Add($"1. Внести до {Lead}, такі зміни:");
        Items(i => manner switch { "1.1." => $"1.{i}. ", "unnumbered" => "", _ => $"{i}) " });
        End();
        return manner == "docx" ? DocxFile.Read(string.Concat(lines.Select(l => DocxFile.P(System.Security.SecurityElement.Escape(l))))) : Paper(lines);
    }

    static Document Paper(List<string> lines) => lines.Aggregate(new Paper(), (paper, line) => line.All(c => !char.IsLower(c)) || line is "ЗМІНИ," ? paper.Title(line) : paper.P(line)).Document;
}
