using Zakhid.Cascade;

namespace Zakhid.Tests.Cascade;

public sealed class MeasureIdentityTests
{
    static readonly (string?, string)[] _earlier =
    [
        ("1", "Проведення брифінгів для засобів масової інформації"), ("2", "Проведення семінарів для молоді щодо європейської інтеграції"), ("3", "Виготовлення та розповсюдження буклетів"),
    ];

    [Fact]
    public void Moved_and_renumbered_measures_are_known_by_their_words() => Assert.Equal(
        [new(null, true), new(2, true), new(0, true), new(1, true)],
        MeasureIdentity.Of(_earlier, [("1", "Облаштування інформаційних центрів у бібліотеках"), ("2", "Виготовлення та розповсюдження буклетів"), ("3", "Проведення брифінгів для засобів масової інформації"), ("4", "проведення семінарів для молоді щодо європейської інтеграції.")]));

    [Fact]
    public void A_few_changed_words_under_the_same_number_are_the_same_measure() => Assert.Equal(
        [new(0, true), new(1, true), new(2, true)],
        MeasureIdentity.Of(_earlier, [("1", "Проведення щомісячних брифінгів для засобів масової інформації"), ("2", "Проведення семінарів для учнівської молоді щодо європейської інтеграції"), ("3", "Виготовлення та розповсюдження буклетів")]));

    [Fact]
    public void Half_the_words_under_another_number_are_asked()
    {
        var same = MeasureIdentity.Of(_earlier, [("1", "Проведення брифінгів для засобів масової інформації"), ("4", "Проведення семінарів та тренінгів для педагогів щодо європейської освіти")])[1];

        Assert.Equal((1, false), (same.Earlier, same.IsSure));
    }

    [Fact]
    public void A_number_alone_makes_no_measure_the_same() => Assert.Equal(new(null, true), MeasureIdentity.Of(_earlier, [("2", "Облаштування велодоріжок")])[0]);

    [Fact]
    public void Equal_texts_go_by_their_numbers() => Assert.Equal(
        [new(1, true), new(0, true)], MeasureIdentity.Of([("1", "Провести нараду"), ("2", "Провести нараду")], [("2", "Провести нараду"), ("1", "Провести нараду")]));
}
