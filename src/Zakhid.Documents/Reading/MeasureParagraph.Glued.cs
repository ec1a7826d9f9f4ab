using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>Who and when glued to the text of a measure: as its last sentences, behind a dash or in brackets.</summary>
static partial class MeasureParagraph
{
    /// <summary>«Провести конкурс. Квітень – серпень. Відділ культури, школи.»: taken only where the last two sentences say both.</summary>
    static void TakeSentences(List<Line> lines, MeasureDraft draft)
    {
        var text = lines[^1].Text.TrimEnd();
        string? who = null, when = null;
        while (LastSentence(text) is { } start)
        {
            var said = text[start..].Trim().TrimEnd(';');
            if (when is null && Shapes.IsTerm(Token.Cut(said))) when = said;
            else if (who is null && Shapes.AreExecutors(said) && LastSentence(said) is null) who = said;
            else break;
            text = text[..start].TrimEnd();
        }
        if (who is null || when is null) return;
        draft.Add("executors", Unstopped(who), lines[^1].Place);
        draft.Add("term_text", Unstopped(when), lines[^1].Place);
        Cut2(lines, text);
    }

    /// <summary>Where the last sentence of a text begins, if it has more than one; a dot of «ім.», «вул.», initials ends none.</summary>
    static int? LastSentence(string text)
    {
        for (var i = text.Length - 3; i > 1; i--)
        {
            if (text[i] != ' ' || text[i - 1] is not ('.' or ';') || !char.IsUpper(text[i + 1]) && text[i + 1] is not '«' && !char.IsAsciiDigit(text[i + 1])) continue;
            var word = i - 1;
            while (word > 0 && char.IsLetter(text[word - 1])) word--;
            var short_ = text[word..(i - 1)];
            if (text[i - 1] == '.' && (short_.Length < 3 && !(short_.Length == 0 && (text[i - 2] is ')' or '»' || EndsWithYear(text[..(i - 1)]))) && short_ is not ("р" or "рр") || short_ is "вул" or "обл" or "смт" or "тис" or "млн" or "грн" or "пров" or "бул" or "просп")) continue;
            return i + 1;
        }
        return null;
    }

    static bool EndsWithYear(string text) => text.Length > 4 && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>«провести перевірку – відділ освіти, до 10 червня;», «… (відділ освіти, червень)».</summary>
    static void TakeBehindDash(List<Line> lines, MeasureDraft draft, bool both)
    {
        var text = lines[^1].Text.TrimEnd(' ', ';', '.', ',');
        string? when = null;
        for (var i = text.Length - 4; i > 8; i--)
        {
            var dash = text[i] is '–' or '—' or '-' && char.IsWhiteSpace(text[i - 1]) && char.IsWhiteSpace(text[i + 1]);
            if (!dash && !(text[i] == '(' && text.EndsWith(')') && ClosesAtEnd(text, i))) continue;
            // «(поліція – за згодою, …)»: a dash within the brackets.
            if (dash && text.EndsWith(')') && text.LastIndexOf('(', i) is >= 0 and var open && ClosesAtEnd(text, open)) continue;
            var rest = text[(i + 1)..].Trim();
            if (!dash) rest = rest[..^1];
            if (when is null && !draft.Has("term_text") && dash && Shapes.IsTerm(Token.Cut(rest)) && !Shapes.IsTerm(Token.Cut(text[(text.LastIndexOfAny([',', ';', '(', '–', '—', '.'], i - 1) + 1)..i]))) { (when, text) = (rest, text[..i].TrimEnd(' ', ',')); i = text.Length - 3; continue; }
            var (who, then) = Parted(rest);
            var start = i;
            if (!dash && then is null && when is null && !draft.Has("term_text") && Shapes.AreExecutors(who) && BeforeBracket(text[..i]) is var (cut, term)) (start, then) = (cut, term);
            if (!Shapes.AreExecutors(who) || both && then is null && when is null) continue;
            draft.Add("executors", Unstopped(who), lines[^1].Place);
            if ((then ?? when) is { } said && !draft.Has("term_text")) draft.Add("term_text", Unstopped(said), lines[^1].Place);
            if (!draft.Has("term_text")) draft.Doubts.Add("executors");
            Cut(lines, lines.Count - 1, text[..start]);
            return;
        }
    }

    /// <summary>«… фестивалю - щороку, квітень (департамент освіти)»: when, behind a dash, before the bracket that says who.</summary>
    static (int Start, string Term)? BeforeBracket(string text)
    {
        for (var i = text.Length - 3; i >= 0; i--)
            if (text[i] is '–' or '—' or '-' && char.IsWhiteSpace(text[i + 1]) && (i == 0 || char.IsWhiteSpace(text[i - 1])) && text[(i + 1)..].Trim() is var said && Shapes.IsTerm(Token.Cut(said)) && !EndsInTerm(text[..i])) return (i, said);
        return null;
    }

    /// <summary>«квітень – травень»: the dash is within the term.</summary>
    static bool EndsInTerm(string text) => text.TrimEnd() is { Length: > 0 } before && Shapes.IsTerm(Token.Cut(before[(before.LastIndexOfAny([',', ';', '(', '–', '—', '.']) + 1)..]));

    /// <summary>The line says who and when behind a dash or in brackets.</summary>
    public static bool SaysBoth(Line line)
    {
        var draft = new MeasureDraft();
        TakeBehindDash([line], draft, both: true);
        return draft.Has("executors") && draft.Has("term_text");
    }

    /// <summary>The same where pages broke the lines before or behind the dash.</summary>
    static List<Line> TakeBehindDash(List<Line> lines, MeasureDraft draft)
    {
        TakeBehindDash(lines, draft, both: false);
        if (draft.Has("executors") || lines.Count == 1) return lines;
        var joined = Pieces.Join(lines);
        List<Line> one = [lines[0] with { Text = joined, Raw = joined }];
        TakeBehindDash(one, draft, both: false);
        return draft.Has("executors") ? one : lines;
    }

    /// <summary>The last bracket of a text closes the one at <paramref name="open"/>.</summary>
    static bool ClosesAtEnd(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0) return i == text.Length - 1;
        }
        return false;
    }

    /// <summary>«відділ освіти, до 10 червня» or «до 10 червня, відділ освіти» as who and when.</summary>
    static (string Who, string? When) Parted(string text)
    {
        if (TermAtEnd(text) is > 0 and var end) return (text[..end].TrimEnd(' ', ',', ';', '–', '-'), text[end..]);
        for (var comma = text.IndexOfAny([',', ';']); comma > 0; comma = text.IndexOfAny([',', ';'], comma + 1))
            if (Shapes.IsTerm(Token.Cut(text[..comma]))) return (text[(comma + 1)..].Trim(), text[..comma]);
        return (text, null);
    }
}
