namespace Zakhid.Executors;

/// <summary>Abbreviations of the field: what kind of body each stands for.</summary>
static class Abbreviations
{
    /// <summary>Authorities that units belong to.</summary>
    static readonly HashSet<string> s_authorities = ["ода", "ова", "рда", "рва", "кмда", "кмва", "мва", "сва", "окма", "кму", "обла", "цнап_"];
    static readonly HashSet<string> s_legalForms =
        ["кп", "кнп", "кз", "ку", "кнз", "кзо", "тов", "пат", "ат", "прат", "дп", "го", "бф", "бо", "ду", "кзк", "кндку", "кнду", "кпнз", "ок", "сзпо", "днз", "нвк", "зош", "знз", "зво", "внз", "зднз", "здо", "ззсо", "зпо", "кус", "гс", "оксм", "кзлор", "кно", "мкп", "окп", "окз", "фоп", "птнз", "ппо", "ос", "осбб", "зміт", "дзво", "кзво", "ктп", "жк", "жкп", "пкп", "кткп", "скп", "двнз", "оцпо", "фап", "азпсм", "цпмсд", "цпмсд_", "ноз", "оцкпхмоз", "дюсш", "ксп", "уцкп", "рцкп", "нпп", "рлп", "дсп", "мкз", "укб"];
    static readonly HashSet<string> s_states =
        ["гунп", "нпу", "дснс", "гу", "сбу", "дпс", "пфу", "гупфу", "тцк", "ртцк", "мртцк", "отцк", "цкпх", "оцкпх", "дпсу", "дмс", "дкс", "гудснс", "руп", "вп", "мвс", "уп", "вп_", "рвк", "дси", "дпп", "упп", "дрвч", "цпх", "фссу", "обцкпх", "рв", "рудснс", "двс", "дцз", "оцз", "мрцз", "рцз", "дсну", "дпрч", "дпрз", "гупп", "рс", "цмурмю", "мту", "зсу", "сро", "гдв", "дсса", "дкп", "нгу", "гуіку"];
    static readonly HashSet<string> s_units = ["усзн", "упсзн", "дсзн", "цнап", "цнсп", "цсс", "цсссдм", "тцсо", "тцсонсп", "ссд", "всд", "укс", "прес", "угкз", "жкг_", "днс", "рмк", "урмдд", "цпрпп", "ірц", "овк", "мвк", "умвк", "уо", "вон", "дон", "доз", "узн", "убмк", "цнмс", "цпд", "кдрп"];
    static readonly HashSet<string> s_classes = ["отг", "тг", "змі", "омс", "ігс", "нуо", "осбб", "цовв", "овв", "нга", "дпа_", "ммо", "мтг", "ввнз"];

    /// <summary>Abbreviations of themes: they never begin a name.</summary>
    static readonly HashSet<string> s_themes =
        ["жкг", "сп", "впо", "убд", "єс", "нато", "ато", "оос", "віл", "снід", "тб", "ддз", "нс", "цз", "до", "ук", "зед", "іт", "піі", "осг", "тпв", "днп", "зсж", "мсб", "мсп", "апк", "дтп", "смт", "арк", "пмсд", "ттц", "ра", "рф", "сша", "оон", "тощо"];

    public static bool IsAuthority(Word word) => word.IsWord && s_authorities.Contains(word.Text) && word.IsAllCapitals;
    public static bool IsLegalForm(Word word) => word.IsAllCapitals && s_legalForms.Contains(word.Text);
    public static bool IsState(Word word) => word.IsAllCapitals && s_states.Contains(word.Text);
    public static bool IsUnit(Word word) => word.IsAllCapitals && s_units.Contains(word.Text);
    public static bool IsClass(Word word) => word.IsAllCapitals && s_classes.Contains(word.Text);

    /// <summary>«МОН», «МОЗ», «МВС»: ministries by their initials.</summary>
    public static bool IsMinistry(Word word) => word.IsAllCapitals && word.Text is "мон" or "моз" or "мвс" or "мзс" or "моу" or "мкіп" or "мкск" or "мінре";

    public static bool IsBody(Word word) => IsAuthority(word) || IsLegalForm(word) || IsState(word) || IsUnit(word) || IsClass(word);

    /// <summary>An abbreviation that may begin a name, known or not.</summary>
    public static bool MayBegin(Word word) => (word.IsAllCapitals || IsMany(word)) && !s_themes.Contains(word.Text);

    /// <summary>«ФАПи», «ЦНАПам»: capitals with the ending of many.</summary>
    static bool IsMany(Word word) => word.IsWord && word.Printed.AsSpan().TrimEnd("иіївамх") is { Length: >= 2 } stem && stem.Length < word.Printed.Length && !stem.ContainsAnyExceptInRange('А', 'Я');

    /// <summary>A known abbreviation, whatever its case: for cells typed in capitals throughout.</summary>
    public static bool IsKnown(string folded) =>
        s_authorities.Contains(folded) || s_legalForms.Contains(folded) || s_states.Contains(folded) || s_units.Contains(folded) || s_classes.Contains(folded) || s_themes.Contains(folded);

    /// <summary>«Держводінспекція»: the clipped name ends with a noun that can only stand in the nominative, so it begins a name.</summary>
    public static bool IsClippedNominative(Word word) => IsClipped(word) && Executors.Nouns.EndsInNominative(word.Text);

    /// <summary>«Держпраці», «Мінкультури», «Укрпошта»: clipped names of state bodies.</summary>
    public static bool IsClipped(Word word) =>
        word.IsCapital && !word.IsAllCapitals && word.Text.Length > 6 && word.Nouns.Length == 0 && word.Adjective is null
        && word.Starts("держ", "мін", "укр", "нацпол", "нацком", "нацслуж", "нацрад", "прикарпат") && !word.Starts("україн");
}
