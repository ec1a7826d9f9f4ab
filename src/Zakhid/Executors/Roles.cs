namespace Zakhid.Executors;

/// <summary>Words that give a role to the names beside them.</summary>
static class Roles
{
    /// <summary>The role that a label's own words name («головний виконавець», «співвиконавці», «узагальнення»).</summary>
    public static ExecutorRole? Label(IReadOnlyList<Word> words, int from, int to)
    {
        var i = from;
        if (i < to && words[i].IsAny("з", "за") && i + 1 < to && words[i + 1].Starts("узагальн", "координ")) i++;
        if (i >= to || !words[i].IsWord) return null;
        var word = words[i];
        var next = i + 1 < to ? words[i + 1] : null;
        if (word.Starts("співвиконав", "співвідповідальн", "учасник", "співорганізатор")) return ExecutorRole.CoExecutor;
        if (word.Starts("головн", "основн", "провідн", "перш") && next is not null && next.Starts("виконав", "відповідальн", "розробник", "розпорядник")) return ExecutorRole.Lead;
        if (word.Starts("узагальн", "зведен", "зведенн", "консолідац")) return ExecutorRole.Consolidator;
        if (word.Starts("координатор", "координац", "координу") && !(next?.Nouns.Length > 0)) return ExecutorRole.Lead;
        if (word.Starts("контрол")) return ExecutorRole.Controller;
        if (next is null && word.IsAny("виконання", "реалізація", "проведення")) return ExecutorRole.Responsible;
        if (next is null && word.IsAny("звід", "свод")) return ExecutorRole.Consolidator;
        if (word.Is("відповідальний") || word.Is("відповідальна") || word.Is("відповідальне") || word.Is("відповідальні") || word.Is("відповідальними") || word.Is("відповідальним"))
            return next is null || next.Starts("виконав", "за") || !next.IsWord || next.Starts("особ", "орган", "підрозділ") ? word.Text[^1] is 'і' || word.Is("відповідальними") ? ExecutorRole.Responsible : ExecutorRole.Lead : null;
        if (word.IsAny("виконавець", "виконавці", "виконавці:")) return ExecutorRole.Responsible;
        if (word.IsAny("керівник", "керівники", "куратор", "куратори") && (next is null || next.Starts("заход", "напрям", "робот", "проєкт", "проект", "програм"))) return ExecutorRole.Supervisor;
        if (word.IsAny("залучені", "залучаються", "залучити", "учасники")) return ExecutorRole.Participant;
        return null;
    }

    /// <summary>A label that opens a list: «Співвиконавці:», «Контроль –». Gives its role and where the list begins.</summary>
    public static (ExecutorRole Role, int End, bool Consent)? LabelAt(IReadOnlyList<Word> words, int i)
    {
        var end = i;
        while (end < words.Count && end < i + 7 && (words[end].IsWord || words[end].Kind == WordKind.Bracket)) end++;
        if (end == i || end >= words.Count) return null;
        var colon = words[end].IsSign(':');
        if (!colon && !(words[end].IsDash && end - i <= 4)) return null;
        if (colon && end - i == 2 && words[i].Is("за") && words[i + 1].Starts("згод")) return (ExecutorRole.Responsible, end + 1, true);
        if (Label(words, i, end) is not { } role) return null;
        return (role, end + 1, false);
    }

    /// <summary>
    /// Words that join further executors to those before: «спільно з» (case instrumental), «за участю», «із залученням»
    /// (genitive). Gives the role, the case, and where the names begin.
    /// </summary>
    public static (ExecutorRole Role, Cases Case, int End)? Connective(IReadOnlyList<Word> words, int i)
    {
        var word = words[i];
        var next = Next(words, i);
        if (next >= words.Count) return null;
        if (word.IsAny("разом", "спільно", "сумісно", "паралельно") && IsWith(words[next])) return (ExecutorRole.CoExecutor, Cases.Instrumental, next + 1);
        if (word.IsAny("у", "в") && words[next].Starts("взаємод", "співпрац", "співробітн", "партнерств", "координац", "кооперац"))
        {
            var with = Next(words, next);
            return with < words.Count && IsWith(words[with]) ? (ExecutorRole.CoExecutor, Cases.Instrumental, with + 1) : null;
        }
        if (word.Is("за") || word.Is("при"))
        {
            var noun = next;
            if (words[noun].IsAdjective && noun + 1 < words.Count) noun++;
            if (words[noun].IsAny("участю", "участі", "учасі", "сприяння", "сприянні", "підтримки", "підтримці")) return (ExecutorRole.Participant, Cases.Genitive, noun + 1);
        }
        if (word.IsAny("із", "з", "зі", "через", "шляхом") && words[next].IsAny("залученням", "залучення", "участю")) return (ExecutorRole.Participant, Cases.Genitive, next + 1);
        if (word.IsAny("залучаючи", "залучивши") || (word.Is("залучити") && words[next].IsWord)) return (ExecutorRole.Participant, Cases.Genitive, i + 1);
        return null;
    }

    /// <summary>Infinitives and verbs of duty end the list of names: «… забезпечити», «… надавати інформацію».</summary>
    public static bool IsDeed(Word word)
    {
        var t = word.Text;
        // Most words end otherwise; only then is it worth knowing whether they are nouns.
        if (t.Length < 4 || t[^1] is not ('и' or 'є' or 'ь' or 'я') || !word.IsWord || word.IsAllCapitals || word.Nouns.Length > 0) return false;
        return t.EndsWith("увати", StringComparison.Ordinal) || t.EndsWith("ювати", StringComparison.Ordinal) || t.EndsWith("ити", StringComparison.Ordinal)
            || t.EndsWith("ювати", StringComparison.Ordinal) || t.EndsWith("увати", StringComparison.Ordinal)
            || word.IsAny("надавати", "надати", "подавати", "подати", "взяти", "вжити", "вживати", "провести", "вести", "довести", "розглянути", "передати", "звернути", "опрацювати", "розпочати", "ознайомитись", "забезпечує", "забезпечують", "здійснює", "здійснюють", "подає", "подають", "надає", "надають", "узагальнює", "інформує", "інформують", "сприяти", "мати", "скласти", "розмістити", "приймати", "прийняти")
            || t.EndsWith("итися", StringComparison.Ordinal) || t.EndsWith("итись", StringComparison.Ordinal);
    }

    /// <summary>Words of time or matter that stand between a name and its deed: «щокварталу», «до 25 числа», «протягом».</summary>
    public static bool IsAside(IReadOnlyList<Word> words, int i)
    {
        if (words[i].Starts("щоквартал", "щомісяц", "щомісяч", "щорок", "щоріч", "щопіврок", "щотиж", "протягом", "упродовж", "впродовж", "систематично")) return true;
        if (words[i].Is("про") && i + 1 < words.Count)
            for (var k = i + 1; k < words.Count && !words[k].IsSign(';'); k++)
                if (IsDeed(words[k])) return true;
        return words[i].Is("до") && i + 1 < words.Count && words[i + 1].Kind == WordKind.Number;
    }

    static bool IsWith(Word word) => word.IsAny("з", "із", "зі");

    static int Next(IReadOnlyList<Word> words, int i)
    {
        i++;
        while (i < words.Count && words[i].IsBreak) i++;
        return i;
    }
}
