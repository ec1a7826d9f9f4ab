using System.Text;
using Zakhid.Documents.Reading;

namespace Zakhid.Documents.Tests.Reading;

/// <summary>Tables that reach us as lines of a text file.</summary>
public sealed class TextTableTests
{
    static PlanReading Read(string text) => PlanReader.Read(DocumentFile.Open(Encoding.UTF8.GetBytes(text), "план.txt"));

    [Fact]
    public void A_heading_parted_into_years_by_the_line_below_it_heads_rows_between_tabs()
    {
        var reading = Read("""
            ЗАТВЕРДЖЕНО
            рішення Яворівської міської ради
            від 20.02.2024 № 62/12

            План заходів із впровадження Стратегії розвитку громади на 2024-2026 роки

            №→Завдання→Захід (проєкт)→Виконавці→Індикатор→Джерело→Обсяг фінансування, тис. грн
            →→→→→→2024→2025→2026
            1→2→3→4→5→6→7→8→9
            Стратегічна ціль А. Конкурентна економіка
            А.1.1→Розвиток підприємництва→Створити бізнес-хаб→Відділ економіки→Кількість резидентів – 15→Міський бюджет→500→200→-
            А.1.2→Розвиток підприємництва→Провести форум підприємців→Відділ економіки→1 форум щороку→Міський бюджет→50→50→50
            Стратегічна ціль Б. Комфортне місто
            Б.1.1→Зелені зони→Висадити 1000 дерев→КП «Зелене місто»→1000 дерев→Міський бюджет→100→100→100
            Всього→→→→→→650→350→150
            """.Replace('→', '\t'));

        Assert.Equal(["А.1.1 Створити бізнес-хаб (Кількість резидентів – 15)", "А.1.2 Провести форум підприємців (1 форум щороку)", "Б.1.1 Висадити 1000 дерев (1000 дерев)"],
            reading.Measures.Select(m => $"{m.Number} {m.Text} ({m.Criteria})"));
        Assert.Equal(["Стратегічна ціль А. Конкурентна економіка", "Стратегічна ціль Б. Комфортне місто"], reading.Sections);
        Assert.Equal("2024: 500, 2025: 200", string.Join(", ", reading.Measures[0].FundingItems.SelectMany(f => f.Sums).Select(y => $"{y.Key}: {y.Value:0}")));
    }

    [Fact]
    public void Empty_cells_behind_a_heading_between_bars_are_cells_of_its_row()
    {
        var reading = Read("""
            ЗАХОДИ
            з підготовки господарського комплексу міста до зими
            № з/п | Назва заходів | Термін виконання | Відповідальні |
            1 | 2 | 3 | 4 |
            І. Житлове господарство | |||
            1 | Провести промивку систем опалення | до 15.09.2024 | КП «Тепло» |
            ІІ. Заклади освіти | |||
            2 | Створити запас твердого палива | до 01.10.2024 | Управління освіти |
            """);

        Assert.Equal(["І. Житлове господарство", "ІІ. Заклади освіти"], reading.Sections);
        Assert.Equal(["1 до 15.09.2024 І. Житлове господарство", "2 до 01.10.2024 ІІ. Заклади освіти"], reading.Measures.Select(m => $"{m.Number} {m.TermText} {m.Section}"));
    }
}
