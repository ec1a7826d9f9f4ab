namespace Zakhid.Terms;

/// <summary>A day of the year that terms are counted from: «до Дня Європи», «напередодні Дня Незалежності».</summary>
public sealed record Feast(string Key, string Name, Func<int, DateOnly> In);

/// <summary>
/// Holidays and observances whose date a year gives away. Dates that laws and decrees moved carry the year of the move:
/// Закон 3258-IX (Statehood, Defenders, Christmas, from 2023–2024), Указ 266/2023 (Europe Day, from 2023).
/// </summary>
public static class Feasts
{
    /// <summary>Stems of the words after «День» (or of the feast itself), folded and without apostrophes, and the day.</summary>
    static readonly (string[] Stems, Feast Feast)[] Days =
    [
        (["європ"], new("europe_day", "День Європи", year => year >= 2023 ? new(year, 5, 9) : Nth(year, 5, DayOfWeek.Saturday, 3))),
        (["незалежн"], Fixed("independence_day", "День Незалежності України", 8, 24)),
        (["конституц"], Fixed("constitution_day", "День Конституції України", 6, 28)),
        (["соборн"], Fixed("unity_day", "День Соборності України", 1, 22)),
        (["державн", "прапор"], Fixed("flag_day", "День Державного Прапора України", 8, 23)),
        (["прапор"], Fixed("flag_day", "День Державного Прапора України", 8, 23)),
        (["українськ", "державн"], new("statehood_day", "День Української Державності", year => year >= 2024 ? new(year, 7, 15) : new(year, 7, 28))),
        (["державност"], new("statehood_day", "День Української Державності", year => year >= 2024 ? new(year, 7, 15) : new(year, 7, 28))),
        (["захисник"], new("defenders_day", "День захисників і захисниць України", year => year >= 2023 ? new(year, 10, 1) : new(year, 10, 14))),
        (["гідност"], Fixed("dignity_day", "День Гідності та Свободи", 11, 21)),
        (["збройн"], Fixed("armed_forces_day", "День Збройних Сил України", 12, 6)),
        (["памят", "жертв", "голодомор"], new("holodomor_day", "День пам’яті жертв голодоморів", year => Nth(year, 11, DayOfWeek.Saturday, 4))),
        (["вишиванк"], new("vyshyvanka_day", "День вишиванки", year => Nth(year, 5, DayOfWeek.Thursday, 3))),
        (["матер"], new("mothers_day", "День матері", year => Nth(year, 5, DayOfWeek.Sunday, 2))),
        (["знан"], Fixed("knowledge_day", "День знань", 9, 1)),
        (["вчител"], new("teachers_day", "День працівників освіти", year => Nth(year, 10, DayOfWeek.Sunday, 1))),
        (["працівник", "освіт"], new("teachers_day", "День працівників освіти", year => Nth(year, 10, DayOfWeek.Sunday, 1))),
        (["українськ", "писемност"], new("language_day", "День української писемності та мови", year => year >= 2023 ? new(year, 10, 27) : new(year, 11, 9))),
        (["місцев", "самоврядуван"], Fixed("self_government_day", "День місцевого самоврядування", 12, 7)),
        (["захист", "дітей"], Fixed("childrens_day", "День захисту дітей", 6, 1)),
        (["молод"], new("youth_day", "День молоді", year => year >= 2021 ? new(year, 8, 12) : Nth(year, 6, DayOfWeek.Sunday, -1))),
        (["памят", "та", "примирен"], Fixed("remembrance_day", "День пам’яті та примирення", 5, 8)),
        (["памят", "та", "перемог"], Fixed("remembrance_day", "День пам’яті та перемоги", 5, 8)),
        (["памят", "примирен"], Fixed("remembrance_day", "День пам’яті та примирення", 5, 8)),
        (["памят", "перемог"], Fixed("remembrance_day", "День пам’яті та перемоги", 5, 8)),
        (["перемог"], Fixed("victory_day", "День перемоги", 5, 9)),
        (["прав", "людин"], Fixed("human_rights_day", "День прав людини", 12, 10)),
        (["волонтер"], Fixed("volunteers_day", "День волонтера", 12, 5)),
        (["героїв", "небесн"], Fixed("heavenly_hundred_day", "День Героїв Небесної Сотні", 2, 20)),
        (["рідн", "мов"], Fixed("mother_tongue_day", "День рідної мови", 2, 21)),
        (["чорнобил"], Fixed("chornobyl_day", "День Чорнобильської трагедії", 4, 26)),
        (["миру"], Fixed("peace_day", "День миру", 9, 21)),
        (["здоров"], Fixed("health_day", "День здоров’я", 4, 7)),
        (["довкілл"], Fixed("environment_day", "День довкілля", 6, 5)),
        (["людей", "похилого", "віку"], Fixed("older_persons_day", "День людей похилого віку", 10, 1)),
        (["людей", "інвалідн"], Fixed("disability_day", "День людей з інвалідністю", 12, 3)),
        (["людей", "з", "інвалідн"], Fixed("disability_day", "День людей з інвалідністю", 12, 3)),
        (["осіб", "з", "інвалідн"], Fixed("disability_day", "День осіб з інвалідністю", 12, 3)),
        (["боротьби", "з", "корупц"], Fixed("anticorruption_day", "День боротьби з корупцією", 12, 9)),
        (["толерантн"], Fixed("tolerance_day", "День толерантності", 11, 16)),
        (["державної", "служб"], Fixed("public_service_day", "День державної служби", 6, 23)),
        (["бібліот"], Fixed("libraries_day", "День бібліотек", 9, 30)),
        (["учител"], new("teachers_day", "День учителя", year => Nth(year, 10, DayOfWeek.Sunday, 1))),
        (["ветеран"], Fixed("veterans_day", "День ветерана", 10, 1)),
        (["нато"], Fixed("nato_day", "День НАТО", 4, 4)),
        (["землі"], Fixed("earth_day", "День Землі", 4, 22)),
        (["пожежн"], Fixed("fire_day", "День пожежної охорони", 4, 17)),
        (["праці"], Fixed("labour_day", "День праці", 5, 1)),
    ];

    static readonly (string[] Stems, Feast Feast)[] Named =
    [
        (["нов", "рок"], Fixed("new_year", "Новий рік", 1, 1)),
        (["нов", "рік"], Fixed("new_year", "Новий рік", 1, 1)),
        (["новорічн"], Fixed("new_year", "Новий рік", 1, 1)),
        (["великод"], new("easter", "Великдень", Easter)),
        (["великден"], new("easter", "Великдень", Easter)),
        (["великодн"], new("easter", "Великдень", Easter)),
        (["пасх"], new("easter", "Великдень", Easter)),
        (["трійц"], new("trinity", "Трійця", year => Easter(year).AddDays(49))),
        (["різдв"], new("christmas", "Різдво Христове", year => year >= 2023 ? new(year, 12, 25) : new(year, 1, 7))),
    ];

    /// <summary>The feast after the word «День», by the words that follow it, with the number of words it takes; null for an unknown one.</summary>
    public static (Feast Feast, int Words)? OfDay(Func<int, string> word) => Match(Days, word);

    /// <summary>A feast that needs no «День»: «Новий рік», «Великдень».</summary>
    public static (Feast Feast, int Words)? OfName(Func<int, string> word) => Match(Named, word);

    /// <summary>The feast that an anchor such as «europe_day» stands for, or null.</summary>
    public static Feast? ByKey(string key) => Days.Concat(Named).Select(day => day.Feast).FirstOrDefault(feast => feast.Key == key);

    /// <summary>Orthodox Easter, by the computus of Meeus moved to the Gregorian calendar (1900–2099).</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 4, year % 7, year % 19);
        var d = ((19 * c) + 15) % 30;
        var e = ((2 * a) + (4 * b) - d + 34) % 7;
        var (month, day) = ((d + e + 114) / 31, ((d + e + 114) % 31) + 1);
        return new DateOnly(year, month, day).AddDays(13);
    }

    /// <summary>The n-th such weekday of a month; −1 is the last one.</summary>
    public static DateOnly Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        if (nth < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
        }
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }

    static Feast Fixed(string key, string name, int month, int day) => new(key, name, year => new(year, month, day));

    static (Feast, int)? Match((string[] Stems, Feast Feast)[] table, Func<int, string> word)
    {
        foreach (var (stems, feast) in table)
        {
            var held = true;
            for (var i = 0; i < stems.Length && held; i++) held = word(i).StartsWith(stems[i], StringComparison.Ordinal);
            if (held) return (feast, stems.Length);
        }
        return null;
    }
}
