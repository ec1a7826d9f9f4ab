namespace Zakhid.Tests;

public sealed class GistTests
{
    const string Campaign = "Проведення інформаційної кампанії щодо роз’яснення зв’язку між упроваджуваними реформами, виконанням Угоди про асоціацію між Україною та ЄС та позитивними змінами в житті громадян, зокрема, ";

    [Fact]
    public void Measures_that_begin_alike_are_told_by_what_tells_them()
    {
        var gists = Gist.Of([
            Campaign + "за напрямком реформування сфери охорони здоров’я. Виготовлення продукції",
            Campaign + "за напрямами: покращення інфраструктури, безпека руху",
            Campaign + "за напрямком: безпека, свобода та правосуддя",
        ]);
        Assert.Equal("Проведення інформаційної кампанії … за напрямком реформування сфери охорони здоров’я", gists[0]);
        Assert.Equal("Проведення інформаційної кампанії … за напрямами: покращення інфраструктури, безпека руху", gists[1]);
        Assert.Equal("Проведення інформаційної кампанії … за напрямком: безпека, свобода та правосуддя", gists[2]);
    }

    [Fact]
    public void A_short_measure_is_its_own_gist() => Assert.Equal(["Провести День Європи"], Gist.Of(["Провести День Європи."]));

    [Fact]
    public void A_long_one_is_cut_before_a_clause_that_can_be_spared() =>
        Assert.Equal(
            ["Організація та проведення регулярних комунікаційних заходів (прес-конференції, брифінги, «круглі столи», робочі зустрічі тощо) …"],
            Gist.Of(["Організація та проведення регулярних комунікаційних заходів (прес-конференції, брифінги, «круглі столи», робочі зустрічі тощо) за участю керівників органів місцевого самоврядування щодо основних європейських цінностей"]));

    [Fact]
    public void Measures_that_are_the_same_keep_their_words() => Assert.Equal([Gist.Of([Campaign])[0], Gist.Of([Campaign])[0]], Gist.Of([Campaign, Campaign]));

    [Fact]
    public void A_gist_is_made_of_printed_words_alone_and_fits()
    {
        foreach (var plan in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "gold"), "*.json"))
        {
            using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(plan));
            var texts = json.RootElement.GetProperty("measures").EnumerateArray().Select(m => m.GetProperty("text").GetString()!).ToList();
            foreach (var (text, gist) in texts.Zip(Gist.Of(texts)))
            {
                Assert.InRange(gist.Length, 1, Gist.Longest);
                var plain = Zakhid.Text.Folding.Collapse(text);
                Assert.All(gist.Split(" … ", StringSplitOptions.RemoveEmptyEntries), part => Assert.Contains(part.TrimEnd('…', ' '), plain, StringComparison.Ordinal));
            }
        }
    }
}
