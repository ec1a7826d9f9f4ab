namespace Zakhid.Executors;

/// <summary>
/// The nouns that head the names of executors: units, authorities, institutions, posts. Names themselves are nowhere
/// listed. An entry is «lemma», «lemma/stem» where a vowel drops, «lemma:genitive plural» where one is added; «*» a
/// feminine, «+» an animate, «=» a soft animate («секретар», «секретаря»).
/// </summary>
static class Nouns
{
    const string Units = "департамент управління відділ  відділення сектор підрозділ служба* апарат секретаріат директорат канцелярія* інспекція* пресслужба* патронат";
    const string Authorities = "адміністрація* рада* виконком комітет міністерство агентство кабінет держадміністрація* сільрада* міськрада* райрада* облрада* селищрада* митниця* казначейство";
    const string Institutions =
        "центр школа*:шкіл ліцей гімназія* університет інститут академія* коледж училище технікум бібліотека*:бібліотек музей театр філармонія* " +
        "лікарня*:лікарень поліклініка* амбулаторія* диспансер госпіталь  фонд архів товариство асоціація* спілка*:спілок федерація* " +
        "редакція* газета* телерадіокомпанія* телекомпанія* радіокомпанія* компанія* видавництво клуб палац парк садок/садк заповідник станція* філія* " +
        "представництво лабораторія* дирекція* громада* спільнота* корпорація* агенція* лісгосп водоканал тепломережа* санаторій табір/табор притулок/притулк " +
        "інтернат будинок/будинк дім/дом хаб простір/простор кооператив пошта* дільниця* бюро офіс медіацентр телеканал радіо студія* телестудія* консорціум кластер партія* " +
        "церква*:церков парафія* єпархія* хоспіс консультація* господарство лісництво підприємство колектив стаціонар комбінат ансамбль профспілка*:профспілок " +
        "управа* альянс майстерня*:майстерень галерея* ясла* ферма* їдальня*:їдалень військкомат міськрайцентр";
    const string Generics = "заклад установа* організація* підприємство орган об'єднання інституція* служба* формування товариство суб'єкт інститут засіб/засоб медіа";
    const string Posts =
        "голова*+:голів заступник+ начальник+ керівник+ директор+ староста*+ секретар= керуючий+ завідувач+ завідуючий+ спеціаліст+ педагог+ учитель+ вчитель+ психолог+ бібліотекар= радник+ " +
        "речник+ лікар= депутат+ помічник+ адміністратор+ інспектор+ прокурор+ комендант+ уповноважений+ координатор+ методист+ вихователь+ бухгалтер+ юрист+ юрисконсульт+ " +
        "ректор+ декан+ президент+ міністр+ командир+ сержант+ офіцер+ інженер+ архітектор+ працівник+ фахівець/фахівц+ менеджер+ тренер+ економіст+ програміст+ " +
        "асистент+ наставник+ куратор+ організатор+ перекладач+ викладач+ член+ омбудсмен+ ветеринар+ логопед+ кухар= класовод+ профорг+ фельдшер+ медсестра*+:медсестер сестра*+:сестер діловод+ службовець/службовц+ соціолог+ завгосп+";
    const string Women =
        "завідувачка*:завідувачок директорка*:директорок керівниця*:керівниць начальниця*:начальниць заступниця*:заступниць секретарка*:секретарок спеціалістка*:спеціалісток " +
        "координаторка*:координаторок методистка*:методисток вихователька*:виховательок учителька*:учительок вчителька*:вчительок речниця*:речниць лікарка*:лікарок депутатка*:депутаток " +
        "помічниця*:помічниць адміністраторка*:адміністраторок інспекторка*:інспекторок бухгалтерка*:бухгалтерок редакторка*:редакторок радниця*:радниць менеджерка*:менеджерок " +
        "консультантка*:консультанток психологиня*:психологинь педагогиня*:педагогинь очільниця*:очільниць прессекретарка*:прессекретарок архітекторка*:архітекторок працівниця*:працівниць фахівчиня*:фахівчинь";
    const string Persons =
        "волонтер+ представник+ орендар= підприємець/підприємц+ мешканець/мешканц+ житель+ власник+ перевізник+ роботодавець/роботодавц+ учень/учн+ студент+ експерт+ " +
        "громадянин+ активіст+ благодійник+ журналіст+ користувач+ партнер+ донор+ забудовник+ балансоутримувач+ надавач+ постачальник+ аграрій+ фермер+ спонсор+ інвестор+ " +
        "особа* учасник+ науковець/науковц+ ветеран+ опікун+ кандидат+ оператор+ розпорядник+ замовник+ споживач+ пацієнт+ консультант+ адвокат+";
    const string States = "поліція* прокуратура* суд гвардія* нацполіція* держслужба* нацгвардія* комісаріат військкомат гарнізон загін/загон пробація* колонія*  прикордонник+ консульство посольство";
    const string Advisories = "група* комісія* штаб колегія* підгрупа*";
    const string Executing = "виконавець/виконавц+ співвиконавець/співвиконавц+ відповідальний+";

    /// <summary>Clipped first parts that join a head noun: «облдержадміністрація», «міськвиконком».</summary>
    static readonly string[] s_prefixes =
        ["обл", "рай", "міськ", "сільськ", "селищ", "держ", "облдерж", "райдерж", "міськдерж", "військ", "облвійськ", "райвійськ", "прес", "прес-", "медіа", "медіа-", "спец", "веб", "теле", "радіо", "інфо", "екс-", "спорт", "турист", "тер", "сільгосп", "агро", "сан", "мед", "еко", "буд", "техн", "мін", "нац", "віце-", "юр", "лісо", "арт-", "бізнес-", "бізнес", "кібер", "інтернет-", "онлайн-"];

    static readonly string[] s_doers = ["ник", "увач", "тель", "ист", "тор", "лог"];
    /// <summary>Endings of many, and how many signs of the suffix they take the place of.</summary>
    static readonly (string Ending, int Dropped)[] s_many = [("и", 0), ("ам", 0), ("і", 0), ("і", 1), ("ям", 1)];

    static readonly Dictionary<string, NounForm[]> s_forms = Build();
    static readonly Dictionary<string, NounForm[]>.AlternateLookup<ReadOnlySpan<char>> s_parts = s_forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Readings of a folded word as a head noun; empty where it is none.</summary>
    public static NounForm[] Read(string word)
    {
        if (s_forms.TryGetValue(word, out var forms)) return forms;
        var hyphen = word.LastIndexOf('-');
        if (hyphen > 1 && Joined(word[..hyphen], word[(hyphen + 1)..]) is { Length: > 0 } joined) return joined;
        foreach (var prefix in s_prefixes)
            if (word[0] == prefix[0] && word.Length > prefix.Length + 3 && word.StartsWith(prefix, StringComparison.Ordinal) && s_parts.TryGetValue(word.AsSpan(prefix.Length), out forms))
                return [.. forms.Select(f => f with { Noun = f.Noun with { Lemma = prefix + f.Noun.Lemma, Plural = prefix + f.Noun.Plural } })];
        return Doers(word);
    }

    /// <summary>Behind clipped parts stands a known noun in the nominative of the singular that no other case shares.</summary>
    public static bool EndsInNominative(string word)
    {
        for (var from = 4; from <= word.Length - 5; from++)
            if (s_parts.TryGetValue(word.AsSpan(from), out var forms)) return Array.Exists(forms, f => !f.IsPlural && f.Cases.HasFlag(Cases.Nominative)) && !Array.Exists(forms, f => f.Cases.HasFlag(Cases.Genitive));
        return false;
    }

    /// <summary>Nouns of doers that are listed nowhere, by what they end in, where many of them are named: «управителі», «виробникам».</summary>
    static NounForm[] Doers(string word)
    {
        if (word.Length < 7 || word[^1] is not ('и' or 'м' or 'і' or 'к' or 'ч')) return [];
        // «землевпорядник»: one of them.
        if (word.Length > 9 && (word.EndsWith("ник", StringComparison.Ordinal) || word.EndsWith("увач", StringComparison.Ordinal)))
            return [new(new(word, word + "и", Gender.Masculine, Sense.People), false, Cases.Nominative)];
        foreach (var suffix in s_doers)
            foreach (var (ending, dropped) in s_many)
            {
                var stem = suffix[..^dropped];
                if (!word.EndsWith(ending, StringComparison.Ordinal) || !word.AsSpan(0, word.Length - ending.Length).EndsWith(stem, StringComparison.Ordinal)) continue;
                var lemma = word[..^ending.Length] + suffix[stem.Length..];
                var all = Declension.Of(lemma, Gender.Masculine, animate: true).ToList();
                var noun = new Noun(lemma, all.First(f => f.Plural).Form, Gender.Masculine, Sense.People);
                if (all.Where(f => f.Plural && f.Form == word).Select(f => new NounForm(noun, true, f.Cases)).ToArray() is { Length: > 0 } forms) return forms;
            }
        return [];
    }

    /// <summary>«педагогу-організатору», «вчителі-предметники»: both halves decline where both are known.</summary>
    static NounForm[] Joined(string first, string second)
    {
        if (!s_forms.TryGetValue(first, out var firsts))
            // «ІТ-відділ», «діджитал-сектор»: the first half says what for.
            return s_forms.TryGetValue(second, out var alone) ? [.. alone.Select(f => f with { Noun = f.Noun with { Lemma = first + "-" + f.Noun.Lemma, Plural = first + "-" + f.Noun.Plural } })] : [];
        if (!s_forms.TryGetValue(second, out var seconds))
            return [.. firsts.Select(f => f with { Noun = f.Noun with { Lemma = f.Noun.Lemma + "-" + second, Plural = f.Noun.Plural + "-" + second } })];
        return [.. from f in firsts
                   from s in seconds
                   where f.IsPlural == s.IsPlural && (f.Cases & s.Cases) != Cases.None
                   select f with { Cases = f.Cases & s.Cases, Noun = f.Noun with { Lemma = f.Noun.Lemma + "-" + s.Noun.Lemma, Plural = f.Noun.Plural + "-" + s.Noun.Plural } }];
    }

    static Dictionary<string, NounForm[]> Build()
    {
        var forms = new Dictionary<string, List<NounForm>>(StringComparer.Ordinal);
        Add(forms, Units, Sense.Unit); Add(forms, Authorities, Sense.Authority); Add(forms, Generics, Sense.Generic);
        Add(forms, Institutions, Sense.Institution); Add(forms, Posts, Sense.Post); Add(forms, Women, Sense.Post); Add(forms, Persons, Sense.People);
        Add(forms, States, Sense.State); Add(forms, Advisories, Sense.Advisory); Add(forms, Executing, Sense.Executor);
        var built = new Dictionary<string, NounForm[]>(forms.Count, StringComparer.Ordinal);
        foreach (var (form, readings) in forms) built[form] = [.. readings];
        return built;
    }

    static void Add(Dictionary<string, List<NounForm>> forms, string words, Sense sense)
    {
        foreach (var entry in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var marks = entry.Split(':')[0];
            var many = entry.Contains(':', StringComparison.Ordinal) ? entry[(entry.IndexOf(':', StringComparison.Ordinal) + 1)..] : null;
            var feminine = marks.Contains('*', StringComparison.Ordinal);
            var soft = marks.Contains('=', StringComparison.Ordinal);
            var animate = soft || marks.Contains('+', StringComparison.Ordinal);
            var parts = marks.TrimEnd('*', '+', '=').Split('/');
            var lemma = parts[0].Replace('\'', 'ʼ');
            var gender = feminine && !animate || lemma.EndsWith("сестра", StringComparison.Ordinal) ? Gender.Feminine
                : lemma[^1] is 'о' or 'я' ? Gender.Neuter : Gender.Masculine;
            if (lemma is "радіо" or "бюро" or "медіа") { AddFixed(forms, lemma, sense); continue; }

            var all = Declension.Of(lemma, gender, animate, soft ? "soft" : parts.Length > 1 ? parts[1] : null, many).ToList();
            var noun = new Noun(lemma, all.First(f => f.Plural).Form, gender, sense);
            foreach (var (form, plural, cases) in all) Merge(forms, form, new(noun, plural, cases));
        }
    }

    /// <summary>Nouns that do not decline serve every case of the singular or the plural.</summary>
    static void AddFixed(Dictionary<string, List<NounForm>> forms, string lemma, Sense sense)
    {
        const Cases every = Cases.Nominative | Cases.Genitive | Cases.Dative | Cases.Accusative | Cases.Instrumental | Cases.Locative;
        Merge(forms, lemma, new(new(lemma, lemma, Gender.Neuter, sense), lemma == "медіа", every));
    }

    static void Merge(Dictionary<string, List<NounForm>> forms, string form, NounForm reading)
    {
        if (!forms.TryGetValue(form, out var list)) forms[form] = list = [];
        var known = list.FindIndex(f => f.Noun == reading.Noun && f.IsPlural == reading.IsPlural);
        if (known < 0 && list.Exists(f => f.Noun.Lemma == reading.Noun.Lemma && f.Noun.Sense != reading.Noun.Sense)) return;
        if (known < 0) list.Add(reading);
        else list[known] = list[known] with { Cases = list[known].Cases | reading.Cases };
    }
}
