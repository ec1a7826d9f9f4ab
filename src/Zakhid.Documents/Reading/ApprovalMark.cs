using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>
/// What an annex says of the act that approved it: «ЗАТВЕРДЖЕНО Розпорядження голови … від … № …», «Додаток до рішення …»,
/// «ЗАТВЕРДЖУЮ Міський голова … І. ПРІЗВИЩЕ».
/// </summary>
static class ApprovalMark
{
    /// <summary>The act of a file that holds only the annex, or only a plan under a stamp.</summary>
    public static Act Act(Annex? annex, IReadOnlyList<Line> above, ReadingNotes notes)
    {
        if (annex is null) return new();
        var lines = annex.Mark;
        var stamp = lines.FirstOrDefault(Titles.IsStamp);
        // «ПОГОДЖЕНО …» stands beside or under the stamp and is another person's.
        if (stamp is not null) lines = [stamp, .. lines.SkipWhile(l => l != stamp).Skip(1).TakeWhile(l => l.Tokens is not [{ Text: "погоджено" or "погоджую" }, ..])];
        var requisites = Requisites.In(lines);
        var draft = ActPart.IsMarkedDraft([.. above, .. lines], above.Count + 3) || (requisites.Date is null && requisites.Number is null && (requisites.BlankDate || requisites.BlankNumber));
        var title = annex.Title;
        if (title is not null) notes.At("/act/title", annex.TitlePlace!);
        if (requisites.DatePlace is not null) notes.At("/act/date", requisites.DatePlace);
        if (requisites.NumberPlace is not null) notes.At("/act/number", requisites.NumberPlace);
        var (kind, issuer, place) = Issuer(lines, stamp is not null);
        if (place is not null) { notes.At("/act/authority", place); notes.At("/act/kind", place); }
        if (issuer is not null && title is not null && Whole(issuer, title) is { } whole) { issuer = whole; notes.Doubt("/act/authority"); }
        var approver = stamp is null ? null : Name(lines);
        var signatory = approver ?? annex.Signature?.Name;
        if (signatory is not null) notes.At("/act/signatory", approver is null ? annex.Signature!.Place : stamp!.Place);
        return new() { Issuer = issuer, Kind = kind ?? (title is null ? null : Titles.IsPlanTitle(title) || stamp is not null ? "план заходів" : null), Number = requisites.Number, Date = requisites.Date, Title = title, Signatory = signatory, IsDraft = draft };
    }

    /// <summary>Requisites that the act itself leaves out and its annex repeats.</summary>
    public static Act Complete(Act act, Annex? annex, ReadingNotes notes)
    {
        if (annex is null || (act.Date is not null && act.Number is not null)) return act;
        var requisites = Requisites.In(annex.Mark);
        if (requisites.Date is not null && act.Date is null) { notes.At("/act/date", requisites.DatePlace!); notes.Doubt("/act/date"); act = act with { Date = requisites.Date }; }
        if (requisites.Number is not null && act.Number is null) { notes.At("/act/number", requisites.NumberPlace!); notes.Doubt("/act/number"); act = act with { Number = requisites.Number }; }
        return act.Date is not null && act.Number is not null && act.IsDraft && !requisites.IsEmpty ? act with { IsDraft = false } : act;
    }

    /// <summary>«рішення сільської ради» over «Програми … Калинівської сільської ради»: the title says which council it is.</summary>
    static string? Whole(string issuer, string title)
    {
        var own = Token.Cut(issuer);
        var at = own.Count - 1;
        if (at < 1 || own[at].Text is not ("рада" or "ради") || !Headings.StartsAny(own[at - 1].Text, "сільськ", "селищн", "міськ", "районн", "обласн") || at > 1 && char.IsUpper(issuer[own[at - 2].Span.Start]) && own[at - 2].Text.EndsWith("ої", StringComparison.Ordinal)) return null;
        var nominative = own[at].Text == "рада";
        if (at > 1 && nominative) return null;
        var said = Token.Cut(title);
        for (var i = 1; i + 1 < said.Count; i++)
        {
            if (!Headings.StartsAny(said[i].Text, own[at - 1].Text[..5]) || !(said[i + 1].Text is "ради" || said[i + 1].Text == "територіальної")) continue;
            if (!char.IsUpper(title[said[i - 1].Span.Start]) || !said[i - 1].Text.EndsWith("ої", StringComparison.Ordinal)) continue;
            var place = said[i - 1].Span.Of(title);
            var level = issuer[own[at - 1].Span.Start..];
            return nominative ? $"{place[..^2]}а {char.ToLowerInvariant(level[0])}{level[1..]}" : $"{issuer[..own[at - 1].Span.Start]}{place} {level}";
        }
        return null;
    }

    /// <summary>The kind of the approving act and its issuer in the nominative.</summary>
    static (string? Kind, string? Issuer, Place? Place) Issuer(List<Line> lines, bool stamp)
    {
        string? kind = null;
        Place? place = null;
        var words = new List<string>();
        foreach (var line in lines)
        {
            var text = line.Text;
            var tokens = line.Tokens;
            var from = 0;
            if (kind is null && !stamp)
                for (var i = 0; i < tokens.Count; i++)
                    if (tokens[i].Kind == TokenKind.Word && KindOf(tokens[i].Text) is { } named) { kind = named; from = i + 1; place = line.Place; break; }
            if (kind is null && !stamp) continue;
            if (stamp && Titles.IsStamp(line)) { place ??= line.Place; from = tokens.TakeWhile(t => t.Text is "\"" or "затверджую" or ":").Count(); }
            // «Рішення сесії Зразківської міської ради», «рішення 15 сесії VIII скликання … ради».
            if (words.Count == 0 && from > 0) from = AfterSession(tokens, from);
            while (words.Count == 0 && from < tokens.Count && (Headings.StartsAny(tokens[from].Text, "сесі", "скликан", "засідан", "чергов", "позачергов") || from + 1 < tokens.Count && Headings.StartsAny(tokens[from + 1].Text, "сесі", "скликан") || tokens[from].Text is "ї" or "ої" or "-" && kind is not null)) from++;
            if (from >= tokens.Count && from > 0) continue;
            var end = from;
            if (words.Count > 0 && IsRank(tokens, from)) break;
            while (end < tokens.Count && !Ends(tokens, end, text)) end++;
            if (end > from) words.Add(tokens[from].Span.To(tokens[end - 1].Span).Of(text));
            if (end < tokens.Count) break;
        }
        var issuer = Folding.Collapse(string.Join(' ', words)).Trim(' ', ',', '_');
        if (issuer.Length == 0) return (kind, null, place);
        return (kind, stamp ? Naming.UsualCapitals(issuer) : Naming.UsualCapitals(Naming.Nominative(issuer)), place);
    }

    /// <summary>«двадцять другої сесії»: the ordinal of a session in words, before the council's name.</summary>
    static int AfterSession(IReadOnlyList<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count && i < from + 4 && tokens[i].Kind == TokenKind.Word; i++)
            if (Headings.StartsAny(tokens[i].Text, "сесі")) return tokens.Skip(from).Take(i - from).Any(t => t.Text.EndsWith("рада", StringComparison.Ordinal) || t.Text == "ради") ? from : i;
        return from;
    }

    /// <summary>Requisites, a session, brackets, a name or a rule of underscores end the name of the issuer.</summary>
    static bool Ends(IReadOnlyList<Token> tokens, int at, string text) =>
        !IsNumbered(tokens, at) && (tokens[at].Kind == TokenKind.Number || tokens[at].Text is "від" or "№" or "_" or "(" or "/" || tokens[at].Is("\"") && (at + 1 == tokens.Count || tokens[at + 1].Kind == TokenKind.Number || tokens[at + 1].Text is "_" or "\"") && !tokens.Take(at).Any(t => t.Is("\"")) || (at > 0 || tokens.Count <= 3) && Shapes.PersonAt(tokens, text, at) is not null && !Shapes.IsPost(tokens[at].Text) || Headings.StartsAny(tokens[at].Text, "сесі", "скликан") || at + 1 < tokens.Count && Headings.StartsAny(tokens[at + 1].Text, "скликан") || at > 0 && char.IsUpper(text[tokens[at].Span.Start]) && Folding.Roman(tokens[at].Text) is not null);

    /// <summary>«підполковник поліції», «старший лейтенант», «радник юстиції»: what the approver is beside the post.</summary>
    static bool IsRank(IReadOnlyList<Token> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].Text is "старший" or "молодший" or "головний" or "державний") at++;
        if (at >= tokens.Count) return false;
        if (tokens[at].Text is "рядовий" or "сержант" or "старшина" or "прапорщик" or "лейтенант" or "капітан" or "майор" or "підполковник" or "полковник" or "генерал" or "генерал-майор" or "генерал-лейтенант") return true;
        return tokens[at].Text is "радник" or "інспектор" or "комісар" && tokens.Count <= at + 4 && tokens.Skip(at + 1).Any(t => t.Text is "юстиції" or "рангу" or "служби");
    }

    /// <summary>«ліцею № 3»: the number of an institution is of its name.</summary>
    static bool IsNumbered(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Is("№") ? at > 0 && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number && Headings.StartsAny(tokens[at - 1].Text, "ліце", "школ", "гімназ", "садк", "лікарн", "закладу", "училищ", "поліклінік", "амбулатор")
        : tokens[at].Kind == TokenKind.Number && at > 1 && IsNumbered(tokens, at - 1);

    static string? KindOf(string word) => word switch
    {
        "розпорядження" or "розпорядженням" => "розпорядження",
        "рішення" or "рішенням" => "рішення",
        "наказ" or "наказу" or "наказом" => "наказ",
        "постанова" or "постанови" or "постановою" => "постанова",
        "протокол" or "протоколом" => "протокол",
        _ => null,
    };

    static string? Name(List<Line> lines)
    {
        foreach (var line in lines)
            for (var i = 0; i < line.Tokens.Count; i++)
                if (Shapes.PersonAt(line.Tokens, line.Text, i) is { } end && (end == line.Tokens.Count || line.Tokens[end].Kind == TokenKind.Sign)) return Folding.Collapse(line.Tokens[i].Span.To(line.Tokens[end - 1].Span).Of(line.Text));
        return null;
    }
}
