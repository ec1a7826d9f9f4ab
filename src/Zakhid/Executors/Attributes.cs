namespace Zakhid.Executors;

/// <summary>Takes from an item what is said of the body and is no part of its name: consent, role, head, restriction.</summary>
static class Attributes
{
    public static void Read(Item item)
    {
        Brackets(item);
        Consents(item);
        RoleAfterDash(item);
        Persons(item);
        Restrictions(item);
        item.Words = Item.Trim(item.Words);
    }

    static void Brackets(Item item)
    {
        foreach (var bracket in item.Words.Where(w => w.IsBracket).ToList())
        {
            var reading = BracketReading.Of(bracket);
            switch (reading.Meaning)
            {
                case BracketMeaning.Name: continue;
                case BracketMeaning.Consent:
                    item.Consent = true;
                    item.ConsentOfAll |= bracket.Inner.Any(w => w.IsAny("усі", "всі", "усіх", "всіх", "кожен"));
                    break;
                // «уповноважена особа (координатор) з питань …»: a part of the post's name.
                case BracketMeaning.Role when item.Words.SkipWhile(w => w != bracket).Skip(1).FirstOrDefault()?.IsAny("з", "із", "зі") == true: continue;
                case BracketMeaning.Role: item.Role = reading.Role; break;
                case BracketMeaning.Head: item.Head = reading.Text; break;
                case BracketMeaning.Restriction:
                    item.Qualifiers.Add(reading.Text!);
                    item.Restricting.Add(bracket);
                    continue;
            }
            item.Words.Remove(bracket);
        }
    }

    /// <summary>«за згодою» without brackets, also «– за їх згодою».</summary>
    static void Consents(Item item)
    {
        for (var i = 0; i + 1 < item.Words.Count; i++)
        {
            if (!item.Words[i].IsAny("за", "при")) continue;
            var end = i + 1;
            while (end < item.Words.Count && end < i + 3 && item.Words[end].IsWord && !item.Words[end].Starts("згод")) end++;
            if (end >= item.Words.Count || !item.Words[end].Starts("згод")) continue;
            end++;
            while (end < item.Words.Count && item.Words[end].IsAny("сторін", "керівника", "керівників")) end++;
            item.Words.RemoveRange(i, end - i);
            item.Consent = true;
        }
        item.Words = Item.Trim(item.Words);
    }

    /// <summary>«Департамент фінансів – відповідальний»: the role after the name.</summary>
    static void RoleAfterDash(Item item)
    {
        for (var i = 1; i + 1 < item.Words.Count; i++)
        {
            if (item.Words[i].IsDash && item.Words.Count - i is > 2 and < 8 && item.Words[^1].Text is { Length: > 6 } last && (last.EndsWith("ення", StringComparison.Ordinal) || last.EndsWith("ання", StringComparison.Ordinal)) && item.Words[^1].Nouns.Length == 0 && item.Words.Skip(i + 1).All(w => w.IsAdjective || w == item.Words[^1]))
            {
                // «Департамент фінансів – методичне забезпечення»: what the body does in the measure.
                item.Qualifiers.Add(Words.Print(item.Words.GetRange(i + 1, item.Words.Count - i - 1)));
                item.Words = item.Words.GetRange(0, i);
                return;
            }
            if (!item.Words[i].IsDash || Roles.Label(item.Words, i + 1, item.Words.Count) is not { } role || item.Words.Count - i > 6) continue;
            item.Role = role;
            item.Words = item.Words.GetRange(0, i);
            return;
        }
    }

    /// <summary>A person beside a post or a body.</summary>
    static void Persons(Item item)
    {
        for (var i = 0; i < item.Words.Count; i++)
        {
            if (Person.At(item.Words, i) is not { } person) continue;
            if (i == 0 && person.End >= item.Words.Count || i > 0 && Abbreviations.IsLegalForm(item.Words[i - 1])) return;
            item.Head ??= person.Nominative(item.Mode);
            item.WithPerson = Item.Trim([.. item.Words]);
            item.Words.RemoveRange(i, person.End - i);
            item.Words = Item.Trim(item.Words);
            return;
        }
    }

    static void Restrictions(Item item)
    {
        var (head, _) = Start.Adjectives(item.Words, 0);
        for (var i = Math.Max(1, head); i < item.Words.Count; i++)
        {
            if (!Zakhid.Executors.Qualifiers.Begins(item.Words, i) || item.Words[i - 1].IsAny("з", "у", "в", "та", "і") && !item.Words[i].IsAny("які", "що")) continue;
            if (i < item.Words.Count && Reference.IsHead(item.Words)) return;
            var rest = item.Words.GetRange(i, item.Words.Count - i);
            item.Qualifiers.Add(Words.Print(Naming.Nominative(rest, item.Mode)));
            foreach (var word in rest) item.Restricting.Add(word);
            for (var k = i - 1; k > 0 && (item.Words[k].IsSign(',') || item.Words[k].IsBreak || item.Words[k].IsDash); k--) item.Restricting.Add(item.Words[k]);
            return;
        }
    }
}

/// <summary>Executors named by another place of the act: «виконавці, зазначені у пункті 3», «ті самі».</summary>
static class Reference
{
    public static bool IsHead(IReadOnlyList<Word> words) =>
        Splitting.HeadForm(words) is { Noun.Sense: Sense.Executor } || words.Any(w => w.IsAny("той", "ті", "самий", "самі"));

    /// <summary>«executors_of_item:3»; null: the words refer to nothing.</summary>
    public static string? Key(IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].Starts("пункт", "підпункт", "захо", "поз", "розділ") && !words[i].IsAny("п", "пп")) continue;
            for (var k = i + 1; k < words.Count && k < i + 4; k++)
            {
                if (words[k].Kind != WordKind.Number) continue;
                var number = words[k].Printed;
                for (var n = k + 1; n + 1 < words.Count && words[n].IsSign('.') && words[n + 1].Kind == WordKind.Number; n += 2) number += "." + words[n + 1].Printed;
                return "executors_of_item:" + number;
            }
        }
        return null;
    }
}
