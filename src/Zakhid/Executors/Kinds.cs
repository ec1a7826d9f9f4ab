namespace Zakhid.Executors;

/// <summary>Tells what sort of executor a name in the nominative is.</summary>
static class Kinds
{
    static readonly string[] s_states =
    [
        "поліці", "прокуратур", "юстиці", "казначейс", "статистик", "зайнятост", "пенсійн", "міграційн", "прикордонн", "пробаці", "геокадастр", "держгеокадаст", "держпрац", "держпрод", "держекоінсп", "екоінсп", "податков", "митн",
        "дснс", "дпс", "дмс", "сбу", "тцк", "комплектуванн", "військкомат", "військовий", "нацполіц", "нацгвард", "гвард", "ситуацій", "безпеки", "судова", "виконавчої служби", "держлікслужб", "держаудит", "архбудінспекц", "водних", "лісов", "метеоролог", "гідрометео", "слідч", "фонд соціального", "кадастр", "держспоживслужб", "воєнізован",
    ];

    public static (ExecutorKind Kind, string? ClassKey) Of(IReadOnlyList<Word> name, bool hasParent, string? authority)
    {
        var words = name.Where(w => !w.IsBreak).ToList();
        if (words.Count == 0) return (ExecutorKind.Unspecified, null);
        if (words.Exists(w => w.Is("не")) && words.Exists(w => w.Starts("визнач", "встановл", "вказан", "зазнач", "потреб", "передбач"))) return (ExecutorKind.Unspecified, null);

        if (words[0].Starts("керуюч", "завідуюч") && words.Count > 1) return (ExecutorKind.OfficeHolder, null);
        if (words.Count > 1 && words[0].Starts("уповноважен", "відповідальн") && words[1].Is("особа")) return (ExecutorKind.OfficeHolder, null);
        if (words[0].IsAny("за", "згідно", "відповідно", "те", "ті", "той")) return (ExecutorKind.Reference, words[0].IsAny("те", "ті", "той") ? "same_executors" : null);
        var at = Splitting.HeadIndex(words);
        if (IsActing(words)) return (ExecutorKind.OfficeHolder, null);
        var form = at >= 0 ? Head(words, at) : null;
        if (form is { Noun.Sense: Sense.Unit, IsPlural: false } && OfMany(words, at) && words[at].Nouns.FirstOrDefault(n => n.IsPlural) is { Noun: not null } many) form = many;
        if (form is { Noun.Sense: Sense.Unit, IsPlural: false } && words.Skip(at + 1).Take(2).Any(w => w.IsAnd || w.IsSign(',')) && words.Skip(at + 1).Take(3).SelectMany(w => w.Nouns).Any(n => n is { IsPlural: true, Noun.Sense: Sense.Unit } && n.Cases.HasFlag(Cases.Nominative))) form = words[at].Nouns.FirstOrDefault(n => n.IsPlural) is { Noun: not null } both ? both : form;
        var head = at >= 0 ? words[at] : words.Find(w => w.IsWord) ?? words[0];
        var interested = words.Exists(w => w.Starts("зацікавлен", "заінтересован"));

        if (form is { Noun.Sense: Sense.Executor })
            return Reference.Key(words) is { } key ? (ExecutorKind.Reference, key) : (ExecutorKind.Class, Classes.Key(words));
        if (Reference.IsHead(words) && Reference.Key(words) is { } item) return (ExecutorKind.Reference, item);
        if (IsVague(words, form, interested)) return (ExecutorKind.Unspecified, VagueKey(words));
        if (Abbreviations.IsLegalForm(head) && words.Exists(w => w.IsQuote || w.IsSign('№'))) return (ExecutorKind.Org, null);
        if (at > 0 && words.Take(at).Any(w => Abbreviations.IsLegalForm(w))) return (ExecutorKind.Org, null);
        if (Abbreviations.IsClass(head) || (Abbreviations.IsLegalForm(head) && words.TrueForAll(w => w == head || !w.IsQuote && !w.IsCapital && w.IsWord))) return (ExecutorKind.Class, Classes.Key(words));
        if (form is { } noun) return OfNoun(words, at, noun, hasParent, authority);
        return OfAbbreviation(words, head, authority);
    }

    /// <summary>The head noun's reading: nominative, singular before plural where both («управління»), plural where an adjective says so.</summary>
    static NounForm? Head(List<Word> words, int at)
    {
        // «Об'єднання співвласників …» without a name of its own are many.
        if (words[at].Is("обʼєднання") && at == 0 && !words.Exists(w => w.IsQuote)) return words[at].Nouns.FirstOrDefault(n => n.IsPlural) is { Noun: not null } many ? many : null;
        var adjectives = words.Take(at).Where(w => w.IsAdjective || w.Adjective is not null).ToList();
        NounForm? found = null;
        foreach (var form in words[at].Nouns)
        {
            if ((form.Cases & Cases.Nominative) == Cases.None) { found ??= form; continue; }
            if (!adjectives.TrueForAll(a => (a.Adjective!.Value.For(form.Noun.Gender, form.IsPlural) & Cases.Nominative) != Cases.None)) continue;
            if (found is null || (found.Value.Cases & Cases.Nominative) == Cases.None || (found.Value.IsPlural && !form.IsPlural)) found = form;
        }
        return found;
    }

    /// <summary>«управління освіти районних державних адміністрацій»: units of many authorities, though the head could be one.</summary>
    static bool OfMany(List<Word> words, int at)
    {
        for (var i = at + 1; i < words.Count; i++)
            if (words[i].Nouns.Any(n => n.IsPlural && n.Noun.Sense == Sense.Authority && n.Cases.HasFlag(Cases.Genitive)) && words[i].Nouns.All(n => !n.Cases.HasFlag(Cases.Nominative))) return true;
        return false;
    }

    /// <summary>A ministry or its like is outside a local authority and one of their own for the Cabinet.</summary>
    static bool IsLocal(string? authority) =>
        AuthorityName.Read(authority) is { } name && name.Rank != "cabinet" && name.Generic is not null;

    static (ExecutorKind, string?) OfNoun(List<Word> words, int at, NounForm form, bool hasParent, string? authority)
    {
        var plural = form.IsPlural;
        var lemma = form.Noun.Lemma;
        var advisory = form.Noun.Sense == Sense.Advisory || words.Exists(w => w.Starts("дорадч", "консультатив", "координаційн")) && !words.Exists(w => w.Starts("центр"))
            || (lemma == "рада" && words.Exists(w => w.Starts("громадськ", "молодіжн", "батьківськ", "наглядов", "координаційн", "піклувальн", "студентськ", "педагогічн", "учнівськ", "опікунськ") || words.Count == 2 && w.Starts("школи", "закладу", "ліцею", "гімназії", "ветеранів", "старійшин"))) || (lemma == "комітет" && words.Exists(w => w.Starts("організаційн", "міжвідомч", "батьківськ")));
        if (advisory && form.Noun.Sense is not Sense.Post) return (ExecutorKind.AdvisoryBody, plural ? AdvisoryKey(words) : null);
        if (words.Count == 2 && lemma == "адміністрація" && words[1].Starts("заклад", "школ", "ліце", "гімназ", "коледж", "установ")) return (ExecutorKind.Class, "institution_administration");
        if (words.Count == 1 && lemma == "адміністрація" && !plural && authority is not null && !IsLocal(authority) && AuthorityName.Read(authority)?.Rank != "cabinet") return (ExecutorKind.Class, "institution_administration");
        if (lemma is "колектив" && !plural) return (ExecutorKind.Class, Classes.Key(words));
        switch (form.Noun.Sense)
        {
            case Sense.Post: return plural ? (ExecutorKind.Class, Classes.Key(words)) : (ExecutorKind.OfficeHolder, null);
            case Sense.People: return plural ? (ExecutorKind.Class, Classes.Key(words)) : (ExecutorKind.OfficeHolder, null);
            case Sense.Unit when !plural && !IsState(words) && !(lemma is "служба" or "інспекція" && words.Exists(w => w.IsAny("державна", "національна"))): return (ExecutorKind.Unit, null);
        }
        if (plural)
        {
            var key = Classes.Key(words);
            return (ExecutorKind.Class, key == "all_raion_administrations" && words[at].Is("адміністрації") && at == 1 && AuthorityName.Read(authority)?.Rank == "city" ? "city_raion_administrations" : key);
        }
        if (form.Noun.Sense == Sense.State || IsState(words) || lemma is "міністерство" or "агентство" or "інспекція") return (IsLocal(authority) || form.Noun.Sense == Sense.State ? ExecutorKind.ExternalStateBody : ExecutorKind.Org, null);
        return (ExecutorKind.Org, null);
    }

    static (ExecutorKind, string?) OfAbbreviation(List<Word> words, Word head, string? authority)
    {
        // For the Cabinet every state body is one of its own.
        if (words.Exists(Abbreviations.IsState) || IsState(words)) return (AuthorityName.Read(authority)?.Rank == "cabinet" ? ExecutorKind.Org : ExecutorKind.ExternalStateBody, null);
        if (Abbreviations.IsUnit(head)) return (ExecutorKind.Unit, null);
        if (Abbreviations.IsAuthority(head) && words.Count == 1 && head.IsAny("рда", "рва")) return (ExecutorKind.Class, Classes.Key(words));
        if (Abbreviations.IsClipped(head) && AuthorityName.Read(authority)?.Rank != "cabinet") return (ExecutorKind.ExternalStateBody, null);
        var adjective = words[0].Adjective;
        if (adjective is { } a && (a.Plural & Cases.Nominative) != Cases.None) return (ExecutorKind.Class, Classes.Key(words));
        if (words.TrueForAll(w => w.IsWord) && words[0] is { IsCapital: false } first && (first.Text.EndsWith('и') || first.Text.EndsWith('і'))) return (ExecutorKind.Class, Classes.Key(words));
        if (words.Count <= 3 && words[0].Text.Contains('-', StringComparison.Ordinal) && !words[0].IsCapital && words[0].Adjective is null) return (ExecutorKind.OfficeHolder, null);
        return (ExecutorKind.Org, null);
    }

    /// <summary>«в.о. старости», «т.в.о. начальника», «виконувач обов'язків»: one person, though the post is in the genitive.</summary>
    static bool IsActing(List<Word> words) =>
        words.Count > 3 && (words[0].IsAny("в", "т") && words[1].IsSign('.') && words[2].IsAny("о", "в") || words[0].Starts("виконувач", "виконуючий") || words[0].Is("тимчасово"));

    static bool IsState(List<Word> words) => IsStateService(words) || words.Exists(w => w.IsWord && w.Starts(s_states)) && !words.Exists(w => w.IsQuote) && !words.Exists(w => w.Starts("цивільн", "комунальн", "муніципальн"))
        && !(words.Exists(w => w.Is("безпеки")) && !words.Exists(w => w.Starts("служб"))) && !(words.Exists(w => w.Starts("ситуацій")) && !words.Exists(w => w.Starts("служб")));

    /// <summary>«Управління Державної служби якості освіти», «відділ реєстрації актів цивільного стану»; not «відділ державної служби».</summary>
    static bool IsStateService(List<Word> words)
    {
        for (var i = 1; i + 2 < words.Count; i++)
        {
            if (words[i].Is("державної") && words[i + 1].Is("служби") && (words[i].IsCapital || words[i + 2].IsAny("україни", "якості", "з", "зайнятості"))) return true;
            if (words[i].Is("актів") && words[i + 1].Is("цивільного")) return true;
        }
        return false;
    }

    /// <summary>Nobody can say who it is: interested ones at large, private persons, «інші».</summary>
    static bool IsVague(List<Word> words, NounForm? form, bool interested)
    {
        if (form is null) return interested || words.Exists(w => w.Starts("інш")) && words.Count <= 2 || words[0].Starts("населенн", "громадськіст", "мешканц", "батьк", "молодь");
        if (form.Value.Noun.Sense == Sense.People && !words[^1].IsQuote) return form.Value.IsPlural && form.Value.Noun.Lemma is not ("волонтер" or "студент" or "учень");
        if (interested) return !words.Exists(w => w.Starts("центральн", "структурн")) || words.Exists(w => w.Starts("особ", "сторон"));
        return words.Exists(w => w.Starts("інш")) && form.Value.Noun.Lemma is "орган" or "установа" or "організація" or "підприємство" or "заклад" && words.Count <= 3 && words.Exists(w => w.Starts("інш"))
            && !words.Exists(w => w.Starts("влад"));
    }

    static string VagueKey(List<Word> words)
    {
        bool Has(params string[] stems) => words.Exists(w => w.Starts(stems));
        var interested = Has("зацікавлен", "заінтересован") ? "interested_" : Has("інш") ? "other_" : "";
        var who = Has("го", "громадськ", "нуо") && !Has("громадськіст") ? "ngos" : Has("державн") && Has("орган") ? "state_bodies" : Has("орган") && Has("влад") ? "bodies" : Has("сторон") ? "parties"
            : Has("підприємств") || Has("установ") || Has("організац") ? "organizations" : Has("громадськіст") ? "public" : Has("змі", "медіа", "засоб") ? "mass_media" : Has("підприєм", "бізнес") ? "businesses" : Has("мешкан", "жител", "громадян", "населенн") ? "residents"
            : Has("роботодав") ? "employers" : Has("батьк") ? "parents" : Has("орендар") ? (Has("ставк", "ставків") ? "pond_tenants" : "tenants") : Has("орган") ? "bodies" : Has("представник") ? "representatives" : Has("виконавц") ? "executors" : null;
        return who is null ? interested + Classes.Latin(string.Join(' ', words.Where(w => w.IsWord && !w.Starts("зацікавлен", "заінтересован", "інш")).Select(w => w.Text))) : interested + who;
    }

    static string AdvisoryKey(List<Word> words)
    {
        if (words.Exists(w => w.Starts("дорадч")) || words.Exists(w => w.Starts("консультатив"))) return words.Exists(w => w.Starts("громадянськ")) ? "advisory_bodies_civil_society" : "advisory_bodies";
        if (words.Exists(w => w.Starts("громадськ")) && words.Exists(w => w.Starts("рад"))) return "public_councils";
        return words.Exists(w => w.Starts("комісі")) ? "commissions" : words.Exists(w => w.Starts("робоч")) ? "working_groups" : "advisory_" + Classes.Latin(string.Join(' ', words.Where(w => w.IsWord).Select(w => w.Text)));
    }
}
