using System.Text;

namespace Zakhid.Executors;

/// <summary>
/// The key under which a class of bodies expands against the register: told by its head noun, the ranks of the bodies
/// and the sector, whatever the order, case or length of the wording.
/// </summary>
static class Classes
{
    static readonly (string Stem, string Key)[] s_sectors =
    [
        ("вищ", "higher_education_institutions"), ("дошкільн", "preschools"), ("позашкільн", "extracurricular_institutions"), ("професійн", "vocational_institutions"),
        ("освіт", "educational_institutions"), ("навчальн", "educational_institutions"), ("шкіл", "educational_institutions"), ("культур", "cultural_institutions"), ("здоров", "healthcare_institutions"),
        ("медичн", "healthcare_institutions"), ("лікувальн", "healthcare_institutions"), ("соціальн", "social_institutions"), ("спорт", "sports_institutions"), ("бібліоте", "libraries"), ("торг", "trade_institutions"),
    ];

    static readonly (string Stem, string Key)[] s_people =
    [
        ("волонтер", "volunteers"), ("учител", "teachers"), ("вчител", "teachers"), ("класовод", "class_teachers"), ("педагог", "teaching_staff"), ("вихователі", "educators"), ("студент", "students"), ("учні", "pupils"),
        ("депутат", "deputies"), ("психолог", "psychologists"), ("бібліотекар", "librarians"), ("спеціаліст", "specialists"), ("працівник", "employees"), ("методист", "methodologists"), ("лікар", "doctors"),
    ];

    static readonly (string Stem, string Key)[] s_bodies =
    [
        ("бібліоте", "libraries"), ("музе", "museums"), ("школ", "schools"), ("ліце", "lyceums"), ("гімназі", "gymnasiums"), ("університет", "universities"), ("лікарн", "hospitals"), ("амбулаторі", "outpatient_clinics"),
        ("театр", "theatres"), ("клуб", "clubs"), ("будинк", "cultural_centres"), ("газет", "newspapers"), ("редакці", "editorial_offices"), ("церкв", "religious_organizations"), ("профспілк", "trade_unions"), ("спілк", "unions"),
        ("асоціаці", "associations"), ("федераці", "sports_federations"), ("парті", "political_parties"), ("суд", "courts"), ("прокуратур", "prosecutors_offices"), ("фонд", "foundations"), ("архів", "archives"), ("садк", "preschools"), ("парк", "parks"),
    ];

    public static bool IsSector(List<Word> words) =>
        words.Count <= 3 && words[0].Starts("освіт", "культур", "охорон", "здоров", "спорт", "соціальн", "фізичн", "торгівл", "дозвілл", "молод", "туризм", "медицин");

    /// <summary>Key of a name in the nominative plural; the last resort is a transliteration, so that equal names have equal keys.</summary>
    public static string Key(IReadOnlyList<Word> words)
    {
        var text = ' ' + string.Join(' ', words.Where(w => w.IsWord).Select(w => w.Text)) + ' ';
        bool Has(params ReadOnlySpan<string> stems)
        {
            foreach (var stem in stems)
                if (text.Contains(' ' + stem, StringComparison.Ordinal)) return true;
            return false;
        }
        var at = Splitting.HeadIndex(words);
        var head = at >= 0 ? words[at].Text : (words.FirstOrDefault(w => Abbreviations.IsBody(w)) ?? words.FirstOrDefault(w => w.IsWord))?.Text ?? "";
        var other = Has("інш");
        var interested = Has("зацікавлен", "заінтересован");

        if (head.StartsWith("співвиконав", StringComparison.Ordinal)) return "co_executors_of_this_act";
        if (head.StartsWith("виконавці", StringComparison.Ordinal) || head.StartsWith("відповідальні", StringComparison.Ordinal)) return "executors_of_this_act";
        if (Post(head, words, at, text) is { } post) return post;
        if (Has("структурні підрозділи", "структурних підрозділів", "структурні та"))
            return Has("апарату") ? "structural_units_of_apparatus" : "structural_units_of_parent";
        if (head.EndsWith("адміністрації", StringComparison.Ordinal) || head.EndsWith("адміністрацій", StringComparison.Ordinal) || head is "рда" or "рва" or "ода" or "ова") return Administrations(head, text);
        if (head.StartsWith("орган", StringComparison.Ordinal) && Has("виконавч") && !Has("влади") && !Has("рад") && !Has("громад")) return "executive_bodies_of_parent";
        if (Executive(head, text)) return Ranks(text, "executive_committees", head);
        if (head.EndsWith("ради", StringComparison.Ordinal) || head.EndsWith("рад", StringComparison.Ordinal)) return Councils(head, text);
        if (head is "отг" || Has("обʼєднані", "обʼєднаних") && Has("громад")) return "all_amalgamated_hromadas";
        if (head is "тг" or "мтг" || head.StartsWith("громади", StringComparison.Ordinal) || head is "громад") return Has("релігійн") ? "religious_organizations" : "all_hromadas";
        if (head is "омс" || Has("самоврядування")) return other ? "other_local_self_government_bodies" : "all_local_self_government_bodies";
        if (head is "змі" or "медіа" || Has("засоби масової", "засобів масової", "медіа", "телерадіо", "друкован")) return "mass_media";
        if (head is "цовв" || (Has("органи", "органів") && Has("центральні", "центральних") && !Has("територіальн"))) return interested ? "interested_central_bodies" : other ? "other_central_executive_bodies" : "all_central_executive_bodies";
        if (head.StartsWith("міністерств", StringComparison.Ordinal)) return other ? "other_ministries" : "all_ministries";
        if (Has("територіальні органи", "територіальні підрозділи", "територіальних органів", "територіальних підрозділів")) return "territorial_bodies";
        if (Has("органи", "органів"))
            return Has("правоохорон") ? "law_enforcement_bodies" : Has("місцев") ? "all_local_executive_bodies" : Has("виконавчої влади") ? other ? "other_executive_bodies" : "all_executive_bodies"
                : interested ? "interested_state_bodies" : Has("державн") ? other ? "other_state_bodies" : "all_state_bodies" : Has("самоорганізації") ? "self_organization_bodies" : Has("соціального захисту") ? "social_protection_bodies" : "bodies_" + Latin(text);
        if (Has("інститути громадянськ", "інститутів громадянськ") || head is "ігс" or "го" or "нуо" || Has("громадські організац", "громадських організац", "громадські обʼєднан", "громадських обʼєднан", "неурядові", "організації громадянськ")) return "ngos";
        if (Has("релігійн")) return "religious_organizations";
        if (Has("волонтер")) return "volunteers";
        if (Has("субʼєкт")) return "business_entities";
        if (Has("благодійн")) return "charities";
        if (Has("міжнародн") && Has("організац")) return "international_organizations";
        if (head is "кп" or "кнп") return head == "кп" ? "communal_enterprises" : "communal_nonprofit_enterprises";
        if (head is "кз" or "ку") return "communal_institutions";
        if (Has("підприємств")) return Enterprises(text);
        if (Has("заклад", "школ", "зош", "ззсо", "знз", "нвк") && Sector(text) is { } sector) return sector;
        if (head is "зош" or "ззсо" or "знз" or "зво" or "внз" or "здо") return head is "здо" ? "preschools" : head is "зво" or "внз" ? "higher_education_institutions" : "educational_institutions";
        if (Has("заклад")) return Has("комунальн") ? "communal_institutions" : "institutions";
        if (Has("установ") || Has("організації")) return Has("бюджетн") ? "budget_institutions" : Has("науков") ? "scientific_institutions" : Has("молодіжн") ? "youth_organizations" : Has("комунальн") ? "communal_institutions" : "institutions_and_organizations";
        if (Has("центри") && Has("зайнят")) return "employment_centres";
        if (Has("центри") && Has("надання адмін")) return "administrative_service_centres";
        if (Has("центри") && Has("соціальних служб")) return "social_service_centres";
        if (head is "осбб" || Has("співвласник")) return "condominiums";
        if (Has("служби у справах дітей", "служб у справах дітей")) return "child_services";
        if (UnitsOfBodies(head, text) is { } units) return units;
        foreach (var (stem, key) in s_bodies) if (Has(stem)) return key;
        return Latin(text);
    }

    static string? Post(string head, IReadOnlyList<Word> words, int at, string text)
    {
        bool Has(string stem) => text.Contains(' ' + stem, StringComparison.Ordinal);
        if (head.StartsWith("старости", StringComparison.Ordinal)) return "all_starostas";
        if (head.StartsWith("заступники", StringComparison.Ordinal)) return Has("директор") ? "deputy_directors" : Has("міського голови") || Has("міськ") ? "deputy_mayors" : "deputy_heads";
        if (head.StartsWith("голови", StringComparison.Ordinal))
        {
            if (text.Contains("адміністрацій", StringComparison.Ordinal) || Has("районних") && Has("держ") || Has("рда")) return Has("обласних") ? "heads_of_oblast_administrations" : "heads_of_raion_administrations";
            if (Has("селищні") || Has("сільські") || Has("громад")) return "heads_of_hromadas";
            if (Has("міські")) return Has("обласного") ? "mayors_oblast_significance" : "mayors";
            if (Has("рад")) return "heads_of_councils";
            return "heads_" + Latin(string.Join(' ', words.Skip(at + 1).Where(w => w.IsWord).Select(w => w.Text)));
        }
        if (head.StartsWith("керівники", StringComparison.Ordinal) || head.StartsWith("начальники", StringComparison.Ordinal) || head.StartsWith("директори", StringComparison.Ordinal) || head.StartsWith("завідувачі", StringComparison.Ordinal))
        {
            if (Has("класні")) return "class_teachers";
            if (Has("гуртк")) return "club_leaders";
            if (at + 1 >= words.Count) return head.StartsWith("директори", StringComparison.Ordinal) ? "directors" : "heads";
            var of = Key([.. words.Skip(at + 1)]);
            if (of == "structural_units_of_apparatus") return "heads_of_apparatus_units";
            return "heads_of_" + of.Replace("all_", "", StringComparison.Ordinal).Replace("_of_parent", "", StringComparison.Ordinal);
        }
        if (head.StartsWith("адміністрація", StringComparison.Ordinal)) return "institution_administration";
        foreach (var (stem, key) in s_people)
            if (head.StartsWith(stem, StringComparison.Ordinal)) return stem == "педагог" || Has("педагогіч") ? "teaching_staff" : Has("предметник") ? "subject_teachers" : key;
        return null;
    }

    static string Administrations(string head, string text)
    {
        bool Has(string stem) => text.Contains(' ' + stem, StringComparison.Ordinal);
        if (Has("міської ради") || Has("міських рад")) return "city_raion_administrations";
        if ((Has("києві") || Has("києва") || Has("київські")) && (Has("районні") || Has("районних"))) return "all_kyiv_raion_administrations";
        if (head.StartsWith("рай", StringComparison.Ordinal) || head is "рда" or "рва" || Has("районн")) return Has("обласн") ? "all_state_administrations" : "all_raion_administrations";
        if (head.StartsWith("обл", StringComparison.Ordinal) || head is "ода" or "ова" || Has("обласн")) return "all_oblast_administrations";
        if (Has("місцев")) return "all_local_administrations";
        if (Has("міськ") || Has("селищн") || Has("сільськ") || Has("населен")) return "all_hromada_military_administrations";
        return Has("військов") ? "all_military_administrations" : "all_state_administrations";
    }

    static bool Executive(string head, string text) =>
        head.Contains("виконком", StringComparison.Ordinal) || ((head.StartsWith("комітет", StringComparison.Ordinal) || head.StartsWith("орган", StringComparison.Ordinal)) && text.Contains(" виконавч", StringComparison.Ordinal) && !text.Contains(" влади", StringComparison.Ordinal))
        || (head.StartsWith("орган", StringComparison.Ordinal) && text.Contains(" виконавчих органів", StringComparison.Ordinal));

    /// <summary>Bodies of communities by the ranks named: cities alone, villages and settlements alone, else all.</summary>
    static string Ranks(string text, string bodies, string head)
    {
        var city = text.Contains(" міськ", StringComparison.Ordinal) || head.StartsWith("міськ", StringComparison.Ordinal);
        var village = text.Contains(" сільськ", StringComparison.Ordinal) || text.Contains(" селищн", StringComparison.Ordinal);
        if (text.Contains(" районних у міст", StringComparison.Ordinal) || text.Contains(" районних в міст", StringComparison.Ordinal) || text.Contains(" районні у міст", StringComparison.Ordinal) || text.Contains(" районні в міст", StringComparison.Ordinal)) return "city_raion_" + bodies;
        if (city && !village) return bodies == "executive_committees" && text.Contains(" органи", StringComparison.Ordinal) && text.Contains(" ради", StringComparison.Ordinal) ? "executive_bodies_of_parent" : "city_" + bodies;
        return village && !city ? "village_settlement_" + bodies : "all_hromada_" + bodies;
    }

    static string Councils(string head, string text)
    {
        bool Has(string stem) => text.Contains(' ' + stem, StringComparison.Ordinal);
        if (Has("громадськ")) return "public_councils";
        if (text.Contains(" районні у міст", StringComparison.Ordinal) || text.Contains(" районні в міст", StringComparison.Ordinal)) return "city_raion_councils";
        if (Has("сільськ") || Has("селищн") || Has("міськ") || Has("громад") || head.StartsWith("міськ", StringComparison.Ordinal) || head.StartsWith("сіль", StringComparison.Ordinal)) return Ranks(text, "councils", head);
        if (Has("обласн")) return "all_oblast_councils";
        if (Has("районн") || head.StartsWith("рай", StringComparison.Ordinal)) return "all_raion_councils";
        return Has("місцев") ? "all_local_councils" : "councils_" + Latin(text);
    }

    static string Enterprises(string text)
    {
        bool Has(string stem) => text.Contains(' ' + stem, StringComparison.Ordinal);
        if (Has("установ") || Has("організац") || Has("заклад")) return Has("комунальн") ? "communal_enterprises_and_institutions" : "enterprises_institutions_organizations";
        if (Has("комунальн")) return Has("житлов") || Has("жкг") ? "communal_enterprises_housing" : "communal_enterprises";
        return Has("державн") ? "state_enterprises" : Has("транспорт") || Has("перевез") ? "transport_enterprises" : "enterprises";
    }

    static string? Sector(string text)
    {
        foreach (var (stem, key) in s_sectors)
            if (text.Contains(' ' + stem, StringComparison.Ordinal)) return key;
        return null;
    }

    /// <summary>Like units of many authorities: «управління освіти обласних державних адміністрацій».</summary>
    static string? UnitsOfBodies(string head, string text)
    {
        if (!head.StartsWith("управлін", StringComparison.Ordinal) && !head.StartsWith("відділ", StringComparison.Ordinal) && !head.StartsWith("департамент", StringComparison.Ordinal) && !head.StartsWith("сектор", StringComparison.Ordinal) && !head.StartsWith("служб", StringComparison.Ordinal)) return null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.All(w => Nouns.Read(w).Any(n => n.Noun.Sense is Sense.Unit or Sense.Authority) || w is "та" or "і" or "й" or "самостійні" or "усі" or "всі" or "інші" || (Adjectives.TryRead(w, out var a) && a.Value.Any.HasFlag(Cases.Genitive)))) return "structural_units_of_parent";
        var theme = text.Contains(" освіт", StringComparison.Ordinal) ? "education" : text.Contains(" культур", StringComparison.Ordinal) ? "culture" : text.Contains(" соціальн", StringComparison.Ordinal) ? "social_protection"
            : text.Contains(" здоров", StringComparison.Ordinal) ? "health" : text.Contains(" фінанс", StringComparison.Ordinal) ? "finance" : text.Contains(" молод", StringComparison.Ordinal) ? "youth" : text.Contains(" дітей", StringComparison.Ordinal) ? "child" : null;
        if (theme is null) return null;
        var whose = text.Contains(" обласн", StringComparison.Ordinal) ? "_of_oblasts" : text.Contains("район", StringComparison.Ordinal) || text.Contains(" райдерж", StringComparison.Ordinal) ? "_of_raions" : text.Contains(" громад", StringComparison.Ordinal) || text.Contains(" рад ", StringComparison.Ordinal) ? "_of_hromadas" : "";
        return theme + "_departments" + whose;
    }

    /// <summary>National transliteration, blanks as «_».</summary>
    public static string Latin(string text)
    {
        const string from = "абвгґдеєжзиіїйклмнопрстуфхцчшщюя";
        string[] to = ["a", "b", "v", "h", "g", "d", "e", "ie", "zh", "z", "y", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "iu", "ia"];
        var latin = new StringBuilder();
        foreach (var c in text.Trim())
        {
            var at = from.IndexOf(c, StringComparison.Ordinal);
            if (at >= 0) latin.Append(to[at]);
            else if (char.IsAsciiLetterOrDigit(c)) latin.Append(c);
            else if (c is ' ' or '-' && latin.Length > 0 && latin[^1] != '_') latin.Append('_');
        }
        return latin.ToString().TrimEnd('_');
    }
}
