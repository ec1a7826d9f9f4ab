using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>What does not look like its field is asked about, whatever column it stood in. A plan repeats its terms and executors: each is looked at once.</summary>
sealed class Likeness
{
    readonly Dictionary<string, bool> _terms = new(StringComparer.Ordinal), _names = new(StringComparer.Ordinal);

    public void Doubt(MeasureDraft draft, IReadOnlyList<PrintedExecutor> named)
    {
        if (draft.Text("term_text") is { } term && !Known(_terms, term, IsTerm)) draft.Doubts.Add("term_text");
        if (draft.Text("text") is { } text && (text.Length < 8 || text.Length < 100 && (Shapes.IsTerm(Token.Cut(text)) || named.Count == 0 && Shapes.AreExecutors(text)))) draft.Doubts.Add("text");
        if (draft.FromText && draft.Text("text") is { } told && LastSentence(told) is { } last && Shapes.AreExecutors(last)) draft.Doubts.Add("text");
        // «14 жовтня – …» without a term: a day at the start may be when.
        if (draft.FromText && !draft.Has("term_text") && draft.Text("text") is { } undated && char.IsAsciiDigit(undated[0]) && Shapes.IsDated([.. Token.Cut(undated).Take(20)])) draft.Doubts.Add("text");
        if (named.Any(e => Known(_names, e.Name, HoldsTerm))) draft.Doubts.Add("executors");
        if (draft.Text("funding") is { } funding && funding.Count(char.IsLetter) < 3) draft.Doubts.Add("funding");
    }

    /// <summary>A paragraph that says neither who nor when, among measures that do, may be no measure.</summary>
    public static void DoubtOdd(List<MeasureDraft> drafts)
    {
        static bool Says(MeasureDraft draft) => draft.Has("executors") || draft.Has("term_text");
        if (drafts.Count(Says) * 2 < drafts.Count) return;
        foreach (var odd in drafts.Where(d => d.FromText && !Says(d))) odd.Doubts.UnionWith(["no", "text", "section"]);
    }

    static string? LastSentence(string text) => text.TrimEnd('.').LastIndexOf(". ", StringComparison.Ordinal) is > 0 and var dot ? text[(dot + 2)..] : null;

    static bool Known(Dictionary<string, bool> told, string text, Func<string, bool> look) => told.TryGetValue(text, out var known) ? known : told[text] = look(text);

    static bool IsTerm(string text) =>
        Shapes.IsTerm(Token.Cut(text)) || TermLanguage.Read(text, TermClause.MeasureTerm, new()) is { LeftOver.Count: 0 } term && term.Trigger != TermLanguage.NotStated;

    static bool HoldsTerm(string name) => name.Length < 200 && (Shapes.IsPlainTerm(Token.Cut(name)) || name.Any(char.IsAsciiDigit) && (HoldsMonth(Token.Cut(name)) || MeasureParagraph.TermAtEnd(name) is > 0));

    /// <summary>«КП «Тополя» жовтень 2018»: a month beside a number is no part of a name.</summary>
    static bool HoldsMonth(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (PrintedDate.MonthOf(tokens[i].Text) is not null && (tokens[i - 1].Kind == TokenKind.Number || i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Number)) return true;
        return false;
    }
}
