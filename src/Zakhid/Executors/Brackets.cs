namespace Zakhid.Executors;

enum BracketMeaning { Name, Consent, Role, Head, Restriction, Omitted }

/// <summary>What a bracket in an executor cell means: consent, a role, the head's name, a restriction, or a part of the name.</summary>
readonly record struct BracketReading(BracketMeaning Meaning, ExecutorRole Role = ExecutorRole.Responsible, string? Text = null)
{
    public static BracketReading Of(Word bracket)
    {
        var inner = bracket.Inner;
        if (inner.Count == 0) return new(BracketMeaning.Omitted);
        for (var i = 0; i < inner.Count; i++)
            if (inner[i].Starts("згод", "погодж") && i > 0 && inner.Take(i).Any(w => w.IsAny("за", "при", "по"))) return new(BracketMeaning.Consent);

        if (Roles.Label(inner, 0, inner.Count) is { } role && inner.Count <= 6) return new(BracketMeaning.Role, role);
        for (var i = 0; i < inner.Count; i++)
            if (Person.At(inner, i) is { } person && (i == 0 || inner[0].Nouns.Any(n => n.Noun.Sense == Sense.Post) || inner[i - 1].IsDash) && RestIsSigns(inner, person.End))
                return new(BracketMeaning.Head, Text: person.Printed);

        var text = Words.Print(inner);
        if (inner[0].IsAny("далі", "скорочено")) return new(BracketMeaning.Omitted);
        if (IsRestriction(inner)) return new(BracketMeaning.Restriction, Text: text);
        return new(BracketMeaning.Name);
    }

    static bool RestIsSigns(IReadOnlyList<Word> words, int from)
    {
        for (var i = from; i < words.Count; i++)
            if (words[i].Kind is WordKind.Word or WordKind.Number) return false;
        return true;
    }

    static bool IsRestriction(IReadOnlyList<Word> inner) =>
        inner[0].Kind is WordKind.Number || Qualifiers.Begins(inner, 0)
        || inner[0].IsAny("міст", "сіл", "селищ", "районів", "громад", "крім", "окрім", "щодо", "пункт", "пункти", "пп", "п", "у", "в", "на", "з", "із", "до", "за", "усі", "всі", "зокрема", "тел", "по")
        || inner.Any(w => w.IsSign(',') || w.IsSign(';'));
}

/// <summary>Phrases that restrict a body and are no part of its name: «відповідно до компетенції», «які …», «у межах повноважень».</summary>
static class Qualifiers
{
    public static bool Begins(IReadOnlyList<Word> words, int i)
    {
        if (i >= words.Count || !words[i].IsWord) return false;
        var word = words[i];
        var next = i + 1 < words.Count ? words[i + 1] : null;
        if (word.IsAny("відповідно", "згідно", "крім", "окрім", "які", "яких", "який", "яка", "яким", "якими", "що", "котрі", "чиї", "залежно", "незалежно", "виключно")) return true;
        if (next is null) return false;
        if (word.IsAny("в", "у") && (next.Starts("межах", "частині", "разі", "порядку", "установлен", "встановлен", "підпорядк") || next.Is("тому"))) return true;
        if (word.Is("за") && next.Starts("компетенц", "належніст", "напрям", "потреб", "підпорядк", "розподіл", "сфер", "галуз", "принадлежн", "територіальн", "відомч", "окремим", "наявност", "фахов", "місцем", "функціональн", "списком")) return true;
        if (word.Is("до") && next.Starts("компетенц", "повноважен", "відання", "сфер")) return true;
        if (word.Is("по") && next.Starts("компетенц", "належн", "напрям", "галуз", "сфер", "територ")) return true;
        if (word.IsAny("з", "зі", "із") && next.IsAny("урахуванням", "статусом", "числа")) return true;
        if (word.Is("на") && (next.Starts("території") && i > 0 || next.Starts("яких"))) return next.Starts("яких");
        return word.Starts("відповідальн", "визначен", "зазначен", "вказан", "залучен", "задіян", "підпорядкован", "причетн", "уповноважен", "наділен", "розташован", "підвідомч", "створен", "зареєстрован", "утворен")
            && next.IsAny("за", "у", "в", "на", "до", "з", "із", "йому", "їй", "їм", "планом", "додатком", "цим", "відповідно", "пунктом", "пунктами", "рішенням", "розпорядженням", "департаменту", "управлінню", "головою");
    }
}
