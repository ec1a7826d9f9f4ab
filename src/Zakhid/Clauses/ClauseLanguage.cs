using Zakhid.Text;

namespace Zakhid.Clauses;

/// <summary>An item of an act as it is printed: its number without the full stop, its text with sub-items behind line breaks.</summary>
public sealed record PrintedClause(string? Number, string Text, Place? Place = null);

/// <summary>What the items of an act say together.</summary>
public sealed record ClauseReading
{
    public IReadOnlyList<Clause> Clauses { get; init; } = [];
    public IReadOnlyList<ReportingClause> Reporting { get; init; } = [];
    public IReadOnlyList<ActReference> Supersedes { get; init; } = [];
    public IReadOnlyList<ActReference> Amends { get; init; } = [];
    /// <summary>As printed; the signatory's name, or null where it is unknown, for «залишаю за собою».</summary>
    public IReadOnlyList<string?> Control { get; init; } = [];
}

/// <summary>
/// The language of the items of an act. It tells apart what approves, orders a report, repeals, amends, puts under
/// control, recommends and orders execution, and reads what each of them names. The rules are those of
/// docs/specs/clauses.md; words are compared by stems and may stand in any order.
/// </summary>
public static class ClauseLanguage
{
    public static ClauseReading Read(IReadOnlyList<PrintedClause> items, string? signatory)
    {
        var clauses = new List<Clause>();
        var reporting = new List<ReportingClause>();
        var supersedes = new List<ActReference>();
        var amends = new List<ActReference>();
        var control = new List<string?>();
        string? heldWho = null;
        string? heldNumber = null;
        string? held = null;
        foreach (var item in items)
        {
            var kind = ClauseKind.Other;
            // «2. Подавати голові:⏎2.1. щомісяця – …»: what the lead says holds for each point under it.
            var lead = heldNumber is not null && IsUnder(item.Number, heldNumber) ? held : null;
            var who = heldNumber is not null && IsUnder(item.Number, heldNumber) ? heldWho : null;
            foreach (var sentence in Sentences(item.Text))
            {
                var tokens = Token.Cut(sentence);
                var said = KindOf(tokens);
                // «Визнати такими, що втратили чинність: … від … № …; … від … № …»: the list goes on over its semicolons.
                if (said == ClauseKind.Other && lead is not null && LosesForce(Token.Cut(lead)) && ActReferences.In(sentence, KindNamedLast(lead)) is { Count: > 0 } listed) { supersedes.AddRange(listed); kind = ClauseKind.Supersession; continue; }
                if (said == ClauseKind.Other && kind is ClauseKind.Supersession && ActReferences.In(sentence, supersedes.LastOrDefault()?.Kind) is { Count: > 0 } further) { supersedes.AddRange(further); continue; }
                if (said is ClauseKind.Supersession) supersedes.AddRange(ActReferences.In(sentence));
                else if (said is ClauseKind.Amendment) amends.AddRange(ActReferences.In(sentence));
                else if (said is ClauseKind.Control) control.AddRange(ControlGrammar.Read(sentence, tokens).Select(name => name ?? signatory));
                else
                {
                    var (duties, named) = ReportingGrammar.Read(sentence, who);
                    if (duties.Count == 0 && lead is not null && !HasVerb(tokens) && Orders(lead) && ReportingGrammar.Read($"{lead} {Unnumbered(sentence)}", who).Duties is { Count: > 0 } led)
                    {
                        reporting.RemoveAll(d => d.Text.TrimEnd(':') == lead);
                        duties = led;
                    }
                    else who = named;
                    if (sentence.EndsWith(':')) lead = sentence.TrimEnd(':');
                    if (duties.Count > 0) said = ClauseKind.Reporting;
                    reporting.AddRange(duties.Select(duty => duty with { ClauseNumber = item.Number, Place = item.Place }));
                }
                if (kind is ClauseKind.Other or ClauseKind.Execution && said != ClauseKind.Other || said == ClauseKind.Reporting) kind = said;
            }
            if (item.Text.AsSpan().TrimEnd().EndsWith(":")) (heldWho, heldNumber, held) = (who, item.Number, Sentences(item.Text).Last().TrimEnd(':'));
            clauses.Add(new(item.Number, Folding.Collapse(item.Text), kind, item.Place));
        }
        return new() { Clauses = clauses, Reporting = reporting, Supersedes = supersedes, Amends = amends, Control = control };
    }

    static string? KindNamedLast(string lead) => Token.Cut(lead).Where(t => t.Kind == TokenKind.Word).Select(t => Stems.Act(t.Text)).LastOrDefault(act => act is not null);

    static bool HasVerb(IReadOnlyList<Token> tokens) => tokens.Any(t => t.Kind == TokenKind.Word && Stems.IsInfinitive(t.Text));

    /// <summary>The lead itself orders to tell or to hand over, and names no time of its own.</summary>
    static bool Orders(string lead) => Token.Cut(lead).Any(t => Stems.IsTelling(t.Text) || Stems.IsHanding(t.Text));

    static string Unnumbered(string sentence)
    {
        var at = 0;
        while (at < sentence.Length && (char.IsAsciiDigit(sentence[at]) || sentence[at] is '.' or ')' or ' ' or '-' or '–' or '•')) at++;
        return at > 0 && at < sentence.Length && sentence[..at].AsSpan().ContainsAny(')', '-', '–') ? sentence[at..] : sentence;
    }

    static bool IsUnder(string? number, string held) => number is null || number.StartsWith(held + ".", StringComparison.Ordinal) || number.EndsWith(')');

    /// <summary>What a sentence does, by its first words of action; reporting is found by its own grammar.</summary>
    static ClauseKind KindOf(IReadOnlyList<Token> tokens)
    {
        if (LosesForce(tokens)) return NamesPart(tokens) ? ClauseKind.Amendment : ClauseKind.Supersession;
        if (ControlGrammar.IsControl(tokens)) return ClauseKind.Control;
        if (Amends(tokens)) return ClauseKind.Amendment;
        foreach (var token in tokens.Take(12))
        {
            if (token.Kind != TokenKind.Word) continue;
            if (Stems.Starts(token.Text, "затверди", "затвердж", "схвалит", "погодит") && Stems.IsInfinitive(token.Text)) return ClauseKind.Approval;
            if (Stems.Starts(token.Text, "рекоменду")) return ClauseKind.Recommendation;
            if (Stems.IsInfinitive(token.Text)) return ClauseKind.Execution;
        }
        return ClauseKind.Other;
    }

    /// <summary>«визнати такими, що втратили чинність», «вважати таким, що втратило чинність», «скасувати».</summary>
    static bool LosesForce(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Stems.Starts(tokens[i].Text, "втрат", "утрат") && i + 1 < tokens.Count && Stems.Starts(tokens[i + 1].Text, "чинн")) return true;
            if (Stems.Starts(tokens[i].Text, "чинн") && i + 1 < tokens.Count && Stems.Starts(tokens[i + 1].Text, "втрат", "утрат")) return true;
            if (i < 3 && tokens[i].Text is "скасувати" or "відмінити" or "анулювати") return true;
        }
        return false;
    }

    /// <summary>«пункт 3 розпорядження … втратив чинність»: a part only, so the act stays.</summary>
    static bool NamesPart(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Stems.Act(tokens[i].Text) is not null) return false;
            if (Stems.Starts(tokens[i].Text, "пункт", "підпункт", "абзац") && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Number) return true;
        }
        return false;
    }

    static bool Amends(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count > 2 && Stems.Starts(tokens[0].Text, "затверди", "схвали", "прийня") && (tokens[1].Text is "зміни" or "зміну" || tokens[2].Text == "зміни")) return true;
        var change = false;
        var enter = false;
        foreach (var token in tokens)
        {
            if (Stems.Starts(token.Text, "викласти", "виклавши", "викладати", "доповнити", "доповнивши", "виключити", "замінити")) return tokens.Take(40).Any(t => Stems.Act(t.Text) is not null || Stems.Starts(t.Text, "редакц", "пункт", "додатк", "додаток", "слов"));
            change |= token.Text is "зміни" or "змін" or "зміну" or "доповнення" or "змінами";
            enter |= Stems.Starts(token.Text, "внест", "унест", "вноситьс", "внесення");
        }
        return change && enter && tokens.Take(8).Any(t => Stems.Starts(t.Text, "внест", "унест", "зміни", "затверд"));
    }

    /// <summary>
    /// Cuts an item into sentences: at a full stop before a capital letter, at a line break, at a semicolon. Initials,
    /// «ст.», «р.» and the like end nothing.
    /// </summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '«' or '„') depth++;
            if (text[i] is ')' or '»' or '”') depth = Math.Max(0, depth - 1);
            if (text[i] == '\n' && IsItem(text, i + 1)) depth = 0;
            else if (!(depth == 0 && (text[i] == ';' || (text[i] == '.' && EndsSentence(text, i))))) continue;
            if (i > start && !string.IsNullOrWhiteSpace(text[start..i])) yield return text[start..(i + 1)].Trim();
            start = i + 1;
        }
        if (!string.IsNullOrWhiteSpace(text[start..])) yield return text[start..].Trim();
    }

    static bool IsItem(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length) return false;
        if (text[at] is '-' or '–' or '—' or '•') return true;
        var end = at;
        while (end < text.Length && end < at + 5 && (char.IsAsciiDigit(text[end]) || text[end] == '.' || (end == at && char.IsLetter(text[end])))) end++;
        return end > at && end < text.Length && (text[end] == ')' || (text[end] == ' ' && text[end - 1] == '.'));
    }

    static bool EndsSentence(string text, int dot)
    {
        var next = dot + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next == dot + 1 || next >= text.Length || !char.IsUpper(text[next])) return false;
        var word = dot;
        while (word > 0 && char.IsLetter(text[word - 1])) word--;
        return dot - word > 3 || (dot - word == 0 && dot > 0 && (char.IsAsciiDigit(text[dot - 1]) || text[dot - 1] is ')' or '»'));
    }
}
