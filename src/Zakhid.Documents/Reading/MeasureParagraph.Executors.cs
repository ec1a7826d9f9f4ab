using Zakhid.Text;

namespace Zakhid.Documents.Reading;

/// <summary>Who, said on lines of their own or in the last sentences of the text.</summary>
static partial class MeasureParagraph
{
    /// <summary>No list of executors takes more lines; of a paragraph that never ends only so many are looked at.</summary>
    const int LongestList = 150;

    /// <summary>
    /// The lines from the first that begins a list of bodies or persons to the end; a line begins one only where the text
    /// before it has come to an end.
    /// </summary>
    static void TakeExecutors(List<Line> lines, MeasureDraft draft)
    {
        for (var strict = 0; strict < 2; strict++)
            for (var i = Math.Max(1, lines.Count - LongestList); i < lines.Count; i++)
            {
                if (strict == 0 && !Ended(lines, i) || strict == 1 && (lines[i].StartsLower && !Shapes.AreExecutors(lines[i].Text))) continue;
                if (!Shapes.MayOpenExecutors(lines[i].Text)) continue;
                var rest = Unwrap([.. lines.Skip(i)]);
                if (!Shapes.AreExecutors(Printed.Mend(rest))) continue;
                draft.Add("executors", Unstopped(Printed.MendLines(rest)), lines[i].Place);
                if (strict == 1) draft.Doubts.Add("executors");
                lines.RemoveRange(i, lines.Count - i);
                return;
            }
        // Glued into the paragraph of the text: the last sentences are names of bodies.
        var last = lines[^1];
        for (var i = 1; i < last.Text.Length - 3; i++)
        {
            if (last.Text[i - 1] is not ('.' or ';') || last.Text[i] != ' ' || !char.IsUpper(last.Text[i + 1]) && last.Text[i - 1] == '.') continue;
            if (i >= 3 && (char.IsUpper(last.Text[i - 2]) || !char.IsLetter(last.Text[i - 2]) && last.Text[i - 2] is not (')' or '»'))) continue;
            var rest = last.Text[(i + 1)..];
            if (!Shapes.AreExecutors(rest)) continue;
            draft.Add("executors", Unstopped(rest), last.Place);
            draft.Doubts.Add("executors");
            Cut2(lines, last.Text[..i]);
            return;
        }
    }

    /// <summary>A line in small letters behind no sign goes on with the one above, unless it is a name of its own.</summary>
    static string Unwrap(List<Line> lines)
    {
        var parted = lines.Take(lines.Count - 1).Any(l => l.Text[^1] is ',' or ';');
        var text = lines[0].Raw;
        for (var i = 1; i < lines.Count; i++)
        {
            var goesOn = lines[i].StartsLower && lines[i - 1].Text[^1] is not (',' or ';' or ')') && (parted || !IsName(lines[i].Text.Split(',', ';', '(')[0].Trim()));
            goesOn |= lines[i].Text[0] is '«' or '"' or '(' && lines[i - 1].Text[^1] is not (',' or ';');
            // A word that the end of its line cut is made whole later.
            text += (goesOn && !lines[i - 1].Text.EndsWith('-') ? " " : "\n") + lines[i].Raw;
        }
        return text;
    }

    /// <summary>«райдержадміністрації», «виконавчі комітети»; «адміністрації», «ради» alone end the name of a unit.</summary>
    static bool IsName(string text) => Shapes.AreExecutors(text) && (text.Contains(' ') || Shapes.IsPost(Folding.Fold(text)) || text.StartsWith("рай", StringComparison.Ordinal) || text.StartsWith("міськвиконком", StringComparison.Ordinal));

    static bool Ended(List<Line> lines, int at)
    {
        var line = lines[at];
        var before = lines[at - 1].Text;
        if (before[^1] is ',' or '-' or '–' or '—' or ':') return false;
        if (line.Blanks > 0) return !line.StartsLower || Shapes.AreExecutors(line.Text);
        if (before[^1] is '.' or ';' or '!' or '?') return true;
        return !line.Soft && !line.StartsLower && (before[^1] is ')' or '»' || !line.FromTable && before.Length < 400 && lines.Count <= 4 || before.Length > 160);
    }
}
