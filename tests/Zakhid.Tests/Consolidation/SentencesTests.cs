using Zakhid.Consolidation;

namespace Zakhid.Tests.Consolidation;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Захист здоров’я. Виготовлено 600 листівок.", 2)]
    [InlineData("Проведено зустріч у м. Глухові. Учасників — 20.", 2)]
    [InlineData("Виступив І. Карлов. Присутні поставили запитання!", 2)]
    [InlineData("Охоплено 10 тис. осіб.", 1)]
    public void A_full_stop_ends_a_sentence_but_not_an_abbreviation(string text, int sentences) => Assert.Equal(sentences, Sentences.Cut(text).Count);
}
