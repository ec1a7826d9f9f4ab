namespace Zakhid.Documents.Tests.Layouts;

/// <summary>A made-up measure: what a reader must find, whatever the layout.</summary>
sealed record SampleMeasure(string Number, string Text, string Goal, string Audience, string Criteria, string Funding, string Term, IReadOnlyList<(string Name, bool Consent)> Executors, string Venue, string Supervisor, decimal Money);

sealed record SampleSection(string Title, IReadOnlyList<SampleMeasure> Measures);

/// <summary>A made-up plan in sections, drawn from phrases of the field by a seed; every name in it is invented.</summary>
sealed record SamplePlan(string Title, IReadOnlyList<SampleSection> Sections)
{
    static readonly string[] Deeds =
    [
        "Проведення тематичних інформаційних заходів для молоді", "Забезпечення висвітлення у засобах масової інформації перебігу реформ", "Підготовка та поширення друкованої продукції щодо європейської інтеграції",
        "Організація навчання посадових осіб органів місцевого самоврядування", "Забезпечити оновлення тематичного розділу офіційного вебсайту", "Провести опитування мешканців щодо якості надання послуг",
        "Сприяння розвитку волонтерського руху в закладах освіти", "Виготовлення відеоматеріалів про роботу центрів надання адміністративних послуг", "Розроблення методичних рекомендацій для керівників закладів культури",
        "Здійснення моніторингу виконання міських цільових програм", "Облаштування вхідних груп закладів охорони здоров’я засобами доступності", "Запровадження електронного документообігу в апараті",
        "Залучення громадських організацій до обговорення проєктів рішень", "Створення бази даних об’єктів культурної спадщини", "Надання консультацій внутрішньо переміщеним особам",
    ];
    static readonly string[] Tails = ["", " у соціальних мережах", ", зокрема серед учнівської молоді", " (семінари, тренінги, круглі столи)", " на території громади", " з питань енергоефективності", ", що перебувають у складних життєвих обставинах", " за напрямом «Безпечне середовище»"];
    static readonly string[] Ends = ["", "."];
    static readonly string[] Goals = ["Підвищення рівня обізнаності населення про реформи", "Поглиблення довіри громадян до органів влади", "Розвиток спроможності громадянського суспільства"];
    static readonly string[] Audiences = ["Учнівська та студентська молодь", "Мешканці громади, представники засобів масової інформації", "Посадові особи органів місцевого самоврядування", "Внутрішньо переміщені особи, ветерани"];
    static readonly string[] CriteriaTexts = ["Не менше 5 заходів на рік", "Охоплення не менше 60 відсотків цільової аудиторії", "Кількість проведених навчань", "Поширено не менше ніж 2 тисячі буклетів", "Збільшення кількості звернень на 10 відсотків"];
    static readonly string[] Fundings = ["Місцевий бюджет", "Обласний бюджет", "Не потребує фінансування", "Кошти міжнародної технічної допомоги"];
    static readonly string[] Terms = ["Протягом року", "I квартал 2024 року", "Щокварталу", "До 25 грудня 2024 року", "Постійно", "II–III квартали 2024 року", "Вересень 2024 року", "Щороку, до 1 березня", "2024–2025 роки"];
    static readonly (string Name, bool Consent)[] Bodies =
    [
        ("Департамент освіти і науки облдержадміністрації", false), ("Управління культури та туризму міської ради", false), ("Відділ молоді та спорту міської ради", false), ("райдержадміністрації", false),
        ("виконавчі комітети міських, селищних, сільських рад", true), ("КНП «Зразківська міська лікарня»", false), ("територіальні громади", true), ("Сектор комунікацій апарату адміністрації", false), ("Служба у справах дітей міської ради", false), ("громадські організації", true),
    ];
    static readonly string[] People = ["Зразок О.В.", "Приклад М.І.", "Вигадана Н.П."];
    static readonly string[] Venues = ["Будинок культури", "Центральна бібліотека", "Актова зала міської ради"];
    static readonly string[] Topics = ["Інформування населення", "Навчання та розвиток спроможності", "Доступність послуг", "Підтримка громадських ініціатив"];

    public IEnumerable<SampleMeasure> Measures => Sections.SelectMany(s => s.Measures);

    public static SamplePlan Of(int seed)
    {
        var random = new Random(seed);
        T Pick<T>(T[] of) => of[random.Next(of.Length)];
        var deeds = Deeds.Select(d => d + Tails[random.Next(Tails.Length)]).ToArray();
        random.Shuffle(deeds);
        var sections = new List<SampleSection>();
        var used = 0;
        var count = random.Next(2, 4);
        for (var s = 0; s < count; s++)
        {
            var measures = new List<SampleMeasure>();
            for (var size = random.Next(2, 5); size > 0; size--, used++)
            {
                var bodies = Bodies.ToArray();
                random.Shuffle(bodies);
                measures.Add(new((used + 1).ToString(), deeds[used] + Pick(Ends), Goals[s % Goals.Length], Pick(Audiences), Pick(CriteriaTexts), Pick(Fundings), Pick(Terms),
                    bodies[..random.Next(1, 4)], Pick(Venues), Pick(People), random.Next(10, 900) + random.Next(0, 10) / 10m));
            }
            sections.Add(new(Topics[s], measures));
        }
        return new("План заходів щодо розвитку комунікацій Зразківської громади на 2024 рік", sections);
    }
}
