using Zakhid.Text;

namespace Zakhid.Terms;

/// <summary>
/// The names of months, days of the week and units of time in every case and number, built from stems and endings, and
/// the abbreviations that acts use. Words are given folded; the apostrophe does not matter.
/// </summary>
public static class CalendarWords
{
    static readonly Dictionary<string, int> Months = MonthForms();
    static readonly Dictionary<string, DayOfWeek> Weekdays = WeekdayForms();
    static readonly Dictionary<string, PeriodLength> Units = UnitForms();

    static readonly (string Stem, PeriodLength Unit)[] AdjectiveStems =
    [
        ("денн", PeriodLength.Day), ("добов", PeriodLength.Day), ("тижнев", PeriodLength.Week), ("тижньов", PeriodLength.Week),
        ("декадн", PeriodLength.Decade), ("місячн", PeriodLength.Month), ("квартальн", PeriodLength.Quarter),
        ("піврічн", PeriodLength.HalfYear), ("півроков", PeriodLength.HalfYear), ("річн", PeriodLength.Year),
    ];

    /// <summary>The number of the month that a word names («вересня» is 9), or null.</summary>
    public static int? Month(string word) => Months.TryGetValue(word, out var month) ? month : null;

    /// <summary>The month that an abbreviation stands for («груд», «лист»); only a number or a dot beside it tells it from a word.</summary>
    public static int? MonthAbbreviation(string word) => word switch
    {
        "січ" => 1,
        "лют" => 2,
        "бер" or "берез" => 3,
        "квіт" or "кв" => 4,
        "трав" => 5,
        "черв" => 6,
        "лип" => 7,
        "серп" => 8,
        "вер" or "верес" => 9,
        "жовт" => 10,
        "лист" or "листоп" => 11,
        "груд" => 12,
        _ => null,
    };

    /// <summary>The day that a word names («середи», «пт»), or null.</summary>
    public static DayOfWeek? Weekday(string word) => Weekdays.TryGetValue(Numerals.Bare(word), out var day) ? day : null;

    /// <summary>The unit of time that a noun names in any form («тижнів», «кв», «рр»), or null.</summary>
    public static PeriodLength? Unit(string word) => Units.TryGetValue(Numerals.Bare(word), out var unit) ? unit : null;

    /// <summary>The unit inside an adjective or adverb («місячний», «квартально», «річного»), or null.</summary>
    public static PeriodLength? UnitAdjective(string word)
    {
        if (word.Length < 5 || word[0] is not ('д' or 'т' or 'м' or 'к' or 'п' or 'р')) return null;
        foreach (var (stem, unit) in AdjectiveStems)
            if (word.StartsWith(stem, StringComparison.Ordinal) && IsAdjectiveEnding(word.AsSpan(stem.Length))) return unit;
        return null;
    }

    public static bool IsAdjectiveEnding(ReadOnlySpan<char> ending) => ending is "ий" or "ого" or "ому" or "им" or "ім" or "а" or "ої" or "ій"
        or "у" or "ою" or "е" or "і" or "их" or "ими" or "о" or "ьо";

    static Dictionary<string, int> MonthForms()
    {
        string[] stems = ["січ", "", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "", "груд"];
        var forms = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month <= 12; month++)
        {
            if (stems[month - 1].Length == 0) continue;
            foreach (var ending in (string[])["ень", "ня", "ню", "нем", "ні", "неві"]) forms[stems[month - 1] + ending] = month;
        }
        foreach (var ending in (string[])["ий", "ого", "ому", "им", "ім"]) forms["лют" + ending] = 2;
        foreach (var ending in (string[])["", "а", "у", "ом", "і", "ові"]) forms["листопад" + ending] = 11;
        return forms;
    }

    static Dictionary<string, DayOfWeek> WeekdayForms()
    {
        var forms = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal);
        void Add(DayOfWeek day, string stem, string endings) { foreach (var ending in endings.Split(' ')) forms[stem + ending] = day; }

        Add(DayOfWeek.Monday, "понеділ", "ок ка ку ком кові ки ків кам ками ках");
        Add(DayOfWeek.Tuesday, "вівтор", "ок ка ку ком кові ки ків кам ками ках");
        Add(DayOfWeek.Wednesday, "серед", "а и і у ою ам ами ах");
        Add(DayOfWeek.Thursday, "четвер", " га гу гом гові ги гів гам гами гах");
        Add(DayOfWeek.Friday, "пятниц", "я і ю ею ь ям ями ях");
        Add(DayOfWeek.Saturday, "субот", "а и і у ою ам ами ах");
        Add(DayOfWeek.Sunday, "неділ", "я і ю ею ь ям ями ях");
        (DayOfWeek, string)[] shorter =
        [
            (DayOfWeek.Monday, "пн"), (DayOfWeek.Tuesday, "вт"), (DayOfWeek.Wednesday, "ср"), (DayOfWeek.Thursday, "чт"),
            (DayOfWeek.Friday, "пт"), (DayOfWeek.Saturday, "сб"), (DayOfWeek.Sunday, "нд"),
        ];
        foreach (var (day, word) in shorter) forms[word] = day;
        return forms;
    }

    static Dictionary<string, PeriodLength> UnitForms()
    {
        var forms = new Dictionary<string, PeriodLength>(StringComparer.Ordinal);
        void Add(PeriodLength unit, string words) { foreach (var word in words.Split(' ')) forms[word] = unit; }

        Add(PeriodLength.Day, "день дня дню днем дні днів дням днями днях дн доба доби добу добою діб добі");
        Add(PeriodLength.Week, "тиждень тижня тижню тижнем тижні тижнів тижням тижнями тижнях тижд");
        Add(PeriodLength.Decade, "декада декади декаді декаду декадою декад декадам декадах");
        Add(PeriodLength.Month, "місяць місяця місяцю місяцем місяці місяців місяцям місяцями місяцях міс");
        Add(PeriodLength.Quarter, "квартал кварталу кварталі кварталом квартали кварталів кварталам кварталами кварталах кварталові кв кварт");
        Add(PeriodLength.HalfYear, "півріччя півріччі півріччю півріччям півріч півріччях півроку півр пів");
        Add(PeriodLength.Year, "рік року році роком роки років рокам роками роках рокові р рр");
        return forms;
    }
}
