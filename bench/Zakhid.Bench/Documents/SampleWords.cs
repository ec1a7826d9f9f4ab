namespace Zakhid.Bench.Documents;

/// Office prose for measuring: phrases are put together anew in every row, so that nothing packs better than real text.
sealed class SampleWords(int seed)
{
    static readonly string[] Verbs = ["Забезпечити проведення", "Організувати", "Сприяти проведенню", "Здійснити підготовку", "Забезпечити висвітлення", "Запровадити"];
    static readonly string[] Deeds = ["прес-конференцій, брифінгів та «круглих столів»", "інформаційної кампанії", "навчання посадових осіб", "тематичних зустрічей з мешканцями", "моніторингу матеріалів засобів масової інформації", "опитування громадської думки"];
    static readonly string[] Themes = ["щодо реалізації державної політики у сфері європейської інтеграції", "з питань євроатлантичної інтеграції України", "про розвиток громадянського суспільства", "щодо протидії дезінформації", "з питань безпеки дорожнього руху", "щодо енергоефективності та довкілля"];
    static readonly string[] Tails = ["за участю керівників органів місцевого самоврядування", "у закладах освіти та бібліотечних закладах", "на офіційному вебсайті та у соціальних мережах", "з розміщенням соціальної реклами у громадських місцях", "із залученням інститутів громадянського суспільства"];
    static readonly string[] Bodies = ["Відділ освіти міської ради", "Управління соціального захисту населення", "Департамент інформаційної діяльності, культури, національностей та релігій облдержадміністрації", "райдержадміністрації", "виконавчі комітети міських, селищних, сільських рад", "ОТГ (за згодою)", "Центр надання адміністративних послуг", "Відділ молоді та спорту міської ради"];
    static readonly string[] Terms = ["Протягом року", "Постійно", "Щоквартально", "II–IV квартали 2022 року", "До 25 грудня 2022 року", "III квартал 2022 року", "Щомісяця до 10 числа"];
    static readonly string[] Audiences = ["Громадяни, які проживають на території області", "Учнівська та студентська молодь", "Представники засобів масової інформації", "Посадові особи органів місцевого самоврядування"];
    static readonly string[] Criteria = ["Не менше {0} заходів на квартал", "Загальна кількість контактів аудиторії не менше {0} тисяч осіб", "Охоплення цільової аудиторії не менше {0}%", "Публікація матеріалів не рідше одного разу на тиждень"];

    readonly Random _random = new(seed);

    public string Measure() => $"{Of(Verbs)} {Of(Deeds)} {Of(Themes)} {Of(Tails)}; {Of(Deeds)} {Of(Themes)} (захід {_random.Next(10_000)})";
    public string Term() => Of(Terms);
    public string Audience() => Of(Audiences);
    public string Criterion() => string.Format(System.Globalization.CultureInfo.InvariantCulture, Of(Criteria), _random.Next(2, 90));
    public string[] Executors() => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Of(Bodies)).Distinct(StringComparer.Ordinal)];
    public string Status() => $"Виконується. {_random.Next(1, 29)} вересня проведено {Of(Deeds)} {Of(Tails)}, охоплено {_random.Next(20, 5000)} осіб.";

    string Of(string[] words) => words[_random.Next(words.Length)];
}
