using Zakhid.Terms;
using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>What does not look like its field is asked about, whatever column it stood in.</summary>
static class Likeness
{
    public static void Doubt(MeasureDraft draft, IReadOnlyList<PrintedExecutor> named)
    {
        if (draft.Text("term_text") is { } term && !IsTerm(term)) draft.Doubts.Add("term_text");
        if (draft.Text("text") is { } text && (text.Length < 8 || text.Length < 100 && (Shapes.IsTerm(Token.Cut(text)) || named.Count == 0 && Shapes.AreExecutors(text)))) draft.Doubts.Add("text");
        if (named.Any(e => HoldsTerm(e.Name))) draft.Doubts.Add("executors");
        if (draft.Text("funding") is { } funding && funding.Count(char.IsLetter) < 3) draft.Doubts.Add("funding");
    }

    static bool IsTerm(string text) =>
        Shapes.IsTerm(Token.Cut(text)) || TermLanguage.Read(text, TermClause.MeasureTerm, new()) is { LeftOver.Count: 0 } term && term.Trigger != TermLanguage.NotStated;

    static bool HoldsTerm(string name) => name.Length < 200 && (Shapes.IsPlainTerm(Token.Cut(name)) || name.Any(char.IsAsciiDigit) && MeasureParagraph.TermAtEnd(name) is > 0);
}
