using Zakhid.Calendar;
using Zakhid.Clauses;
using Zakhid.Obligations;
using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Cascade;

/// <summary>
/// What a clause of an act orders bodies below to issue: «обласним державним адміністраціям у місячний строк розробити, видати
/// та подати акти». <see cref="Who"/> is as printed in its case; null: the clause names nobody.
/// </summary>
public sealed record IssueDuty(string? Who, Term Term, string? ClauseNumber, string Text)
{
    static readonly string[] Issuing = ["розроб", "вида", "затверд", "прийня", "ухвал", "схвал", "підготув"];
    static readonly string[] Issued = ["акт", "план", "програм", "заходи", "розпорядж", "рішен", "наказ"];

    /// <summary>
    /// The duties of an act, in the order of its clauses. A clause that only approves the act's own annex («Затвердити план, що
    /// додається») has no term and is none; a heading («Обласним державним адміністраціям:») names the bearer of its sub-items.
    /// </summary>
    public static IReadOnlyList<IssueDuty> Of(Act act)
    {
        var duties = new List<IssueDuty>();
        (string? Who, string? Number) held = (null, null);
        foreach (var clause in act.Clauses)
        {
            var bearer = held.Who is not null && IsUnder(clause.Number, held.Number) ? held.Who : null;
            foreach (var sentence in ClauseLanguage.Sentences(clause.Text))
            {
                var who = ReportingGrammar.Read(sentence, bearer).Who;
                if (IsIssuing(sentence) && TermOf(sentence, act.Date) is { } term) duties.Add(new(WithoutTerm(who, sentence, term), term, clause.Number, Folding.Collapse(sentence)));
                bearer = who;
            }
            if (clause.Text.AsSpan().TrimEnd().EndsWith(":")) held = (bearer, clause.Number);
        }
        return duties;
    }

    /// <summary>The day by which the act below has to be issued; null: counted from an event whose day the act does not name.</summary>
    public DueDate? Due(WorkingCalendar calendar, DayOffPolicy policy) => Day is { } day ? DueDate.Of(day, calendar, policy) : null;

    /// <summary>The day as the clause names it.</summary>
    public DateOnly? Day => Term.End ?? Term.Relative?.Resolved;

    static bool IsUnder(string? number, string? held) => number is null || held is null || number.StartsWith(held + ".", StringComparison.Ordinal) || number.EndsWith(')');

    /// <summary>A verb of issuing and, after it, what is issued.</summary>
    static bool IsIssuing(string sentence)
    {
        var verb = false;
        foreach (var token in Token.Cut(sentence))
        {
            if (token.Kind != TokenKind.Word) continue;
            if (IsVerb(token)) verb = true;
            else if (verb && Stems.Starts(token.Text, Issued) && !Stems.IsInfinitive(token.Text)) return true;
        }
        return false;
    }

    /// <summary>«розробити», «забезпечити розроблення».</summary>
    static bool IsVerb(Token token) => token.Kind == TokenKind.Word && Stems.Starts(token.Text, Issuing) && (Stems.IsInfinitive(token.Text) || token.Text.EndsWith("ння", StringComparison.Ordinal));

    /// <summary>
    /// The term that the duty is held to: before the verb, right after it, else anywhere in the sentence. The years of a plan's
    /// title («план заходів на 2020 рік») are no term of the duty.
    /// </summary>
    static Term? TermOf(string sentence, DateOnly? date)
    {
        var tokens = Token.Cut(sentence);
        var verb = tokens.TakeWhile(token => !IsVerb(token)).Count();
        var cut = verb < tokens.Count ? tokens[verb].Span.Start : 0;
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(0, cut), (cut, sentence.Length)])
            if (to > from && TermLanguage.Read(sentence[from..to], TermClause.ActTask, new(ActDate: date)) is var term && IsDeadline(term))
                return term with { Phrase = sentence, LeftOver = [.. term.LeftOver.Select(words => words with { Start = words.Start + from })] };
        return null;
    }

    /// <summary>«Обласним державним адміністраціям протягом трьох місяців …»: the name ends where the term begins.</summary>
    static string? WithoutTerm(string? who, string sentence, Term term)
    {
        if (who is null || sentence.IndexOf(who, StringComparison.Ordinal) is not (>= 0 and var at)) return who;
        foreach (var words in term.LeftOver)
            if (words.Start <= at && at < words.End) return sentence[at..Math.Min(words.End, at + who.Length)].TrimEnd(' ', ',');
        return who;
    }

    static bool IsDeadline(Term term) => term.Trigger != TermLanguage.NotStated
        && (term.Relative is not null || term is { Kind: TermKind.Once, End: not null, Ambiguous: false });
}
