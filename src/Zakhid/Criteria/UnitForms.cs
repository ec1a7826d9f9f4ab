using Zakhid.Text;

namespace Zakhid.Criteria;

/// <summary>The forms of a counted noun: «захід», «заходи», «заходів», and «заходу» of one.</summary>
public sealed record UnitForms(string One, string Few, string Many, string GenitiveOne)
{
    static readonly Dictionary<string, UnitForms> Known = Table();

    /// <summary>The forms of a unit as a target prints it, in any case («заходу», «заходи»); null for a rare word, which is shown as printed.</summary>
    public static UnitForms? Of(string? unit)
    {
        if (unit is null) return null;
        var key = Numerals.Bare(Folding.Fold(unit)).Trim('.');
        return Known.GetValueOrDefault(key);
    }

    /// <summary>«14 заходів»; a fraction takes the genitive singular: «1,5 години».</summary>
    public string Count(decimal number) => $"{Figure(number)} {(IsWhole(number) ? Plural.Of((long)number, One, Few, Many) : GenitiveOne)}";

    /// <summary>«1 200», «4,5»: digits in groups of three, a decimal comma.</summary>
    public static string Figure(decimal number)
    {
        if (IsWhole(number)) return Plural.Digits((long)number);
        var text = Math.Abs(number - decimal.Truncate(number)).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        return $"{(number < 0 ? "-" : "")}{Plural.Digits((long)Math.Abs(decimal.Truncate(number)))},{text[2..]}";
    }

    public static bool IsWhole(decimal number) => number == decimal.Truncate(number) && Math.Abs(number) < 1e15m;

    static Dictionary<string, UnitForms> Table()
    {
        var forms = new Dictionary<string, UnitForms>(StringComparer.Ordinal);
        // one | genitive of one | few | many | other cases in which a plan prints the word
        const string words = """
            захід заходу заходи заходів|раз разу рази разів раза|публікація публікації публікації публікацій публікацію|учасник учасника учасники учасників|особа особи особи осіб особу
            примірник примірника примірники примірників прим екз|тренінг тренінгу тренінги тренінгів|семінар семінару семінари семінарів|засідання засідання засідання засідань|зустріч зустрічі зустрічі зустрічей
            матеріал матеріалу матеріали матеріалів|перегляд перегляду перегляди переглядів|контакт контакту контакти контактів|документ документа документи документів|громада громади громади громад громаду
            заклад закладу заклади закладів|школа школи школи шкіл|підприємство підприємства підприємства підприємств|домогосподарство домогосподарства домогосподарства домогосподарств|порушення порушення порушення порушень
            скарга скарги скарги скарг|звернення звернення звернення звернень|буклет буклета буклети буклетів|листівка листівки листівки листівок листівку|білборд білборда білборди білбордів|лекція лекції лекції лекцій лекцію
            брифінг брифінгу брифінги брифінгів|ефір ефіру ефіри ефірів|випуск випуску випуски випусків|сюжет сюжету сюжети сюжетів|стаття статті статті статей статтю|допис допису дописи дописів|відеоролик відеоролика відеоролики відеороликів
            респондент респондента респонденти респондентів|представник представника представники представників|мешканець мешканця мешканці мешканців|розміщення розміщення розміщення розміщень|оновлення оновлення оновлення оновлень
            послуга послуги послуги послуг послугу|договір договору договори договорів|рішення рішення рішення рішень|центр центру центри центрів|програма програми програми програм програму|дерево дерева дерева дерев|година години години годин годину
            хвилина хвилини хвилини хвилин хвилину|день дня дні днів|бал бала бали балів|місце місця місця місць|плакат плаката плакати плакатів|банер банера банери банерів|урок уроку уроки уроків|конкурс конкурсу конкурси конкурсів
            подія події події подій подію|акція акції акції акцій акцію|кампанія кампанії кампанії кампаній кампанію|стіл столу столи столів|повідомлення повідомлення повідомлення повідомлень|опитування опитування опитування опитувань
            студент студента студенти студентів|учень учня учні учнів|мешканка мешканки мешканки мешканок|громадянин громадянина громадяни громадян|користувач користувача користувачі користувачів|відвідувач відвідувача відвідувачі відвідувачів
            підписник підписника підписники підписників|обєкт об’єкта об’єкти об’єктів|район району райони районів|установа установи установи установ установу|організація організації організації організацій організацію
            консультація консультації консультації консультацій консультацію|виставка виставки виставки виставок виставку|екскурсія екскурсії екскурсії екскурсій екскурсію|пресреліз пресрелізу пресрелізи пресрелізів|проєкт проєкту проєкти проєктів
            """;
        foreach (var line in words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            foreach (var entry in line.Split('|'))
            {
                var parts = entry.Split(' ');
                var unit = new UnitForms(parts[0] == "обєкт" ? "об’єкт" : parts[0], parts[2], parts[3], parts[1]);
                foreach (var part in parts) forms.TryAdd(part.Replace("’", "", StringComparison.Ordinal), unit);
            }
        return forms;
    }
}
