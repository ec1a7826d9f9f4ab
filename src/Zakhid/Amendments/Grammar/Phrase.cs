using Zakhid.Clauses;
using Zakhid.Text;

namespace Zakhid.Amendments.Grammar;

/// <summary>One sentence of an amending act: its verbs, each with the words around it.</summary>
static class Phrase
{
    /// <summary>The segments of a sentence, one a verb; a sentence without a verb of altering is one segment of none.</summary>
    public static IReadOnlyList<(Deed? Deed, Segment Segment)> Read(string phrase)
    {
        var elements = WithoutAsides(Element.Cut(phrase));
        var acts = ActReferences.Found(phrase);
        var verbs = Verbs(elements);
        if (verbs.Count == 0) return [(null, Segment.Read(phrase, elements, acts, null))];

        var segments = new List<(Deed?, Segment)>();
        var from = 0;
        for (var v = 0; v < verbs.Count; v++)
        {
            var to = v + 1 < verbs.Count ? CutBetween(elements, verbs[v].At, verbs[v + 1].At) : elements.Count;
            segments.Add((verbs[v].Deed, Segment.Read(phrase, elements[from..to], acts, verbs[v].Deed)));
            from = to;
        }
        return segments;
    }

    /// <summary>«вважати такими, що втратили чинність» is one deed, the second; a description has none.</summary>
    static List<(Deed Deed, int At)> Verbs(List<Element> elements)
    {
        var verbs = new List<(Deed Deed, int At)>();
        for (var i = 0; i < elements.Count; i++)
        {
            if (Deeds.At(elements, i) is not { } deed) continue;
            if (deed == Deed.LoseForce && verbs is [.., (Deed.Consider, _)]) verbs.RemoveAt(verbs.Count - 1);
            verbs.Add((deed, i));
            if (deed == Deed.LoseForce) i++;
        }
        return verbs;
    }

    /// <summary>Where the words of one verb end and those of the next begin: at the first sign or conjunction behind which a new object stands, else right before the verb.</summary>
    static int CutBetween(List<Element> elements, int verb, int next)
    {
        for (var i = verb + 1; i < next; i++)
        {
            if (!(elements[i].Is(",") || elements[i].Is(";") || Numbering.IsAnd(elements[i]) || elements[i].Is("а"))) continue;
            var j = i + 1;
            while (j < next && (elements[j].Text is "а" or "також" or "та" or "і" or "," || elements[j].IsWord("потім", "далі")) && elements[j].Kind != ElementKind.Quote) j++;
            if (j >= next) return i;
            var word = elements[j].Text is "у" or "в" or "до" or "із" or "з" && j + 1 < next ? elements[j + 1] : elements[j];
            var opens = Address.LevelOf(word) is not null && !Instrumental(word) || word.IsWord("слов", "цифр", "знак") && !Instrumental(word) || word.IsWord("назв", "тексті", "його", "після", "строк", "термін", "план");
            if (opens && elements[j].Kind != ElementKind.Quote) return i;
        }
        return next;
    }

    static bool Instrumental(Element word) => word.Text.EndsWith("ами", StringComparison.Ordinal) || word.Text.EndsWith("ом", StringComparison.Ordinal) || word.Text.EndsWith("ою", StringComparison.Ordinal) || word.Text.EndsWith("ням", StringComparison.Ordinal);

    /// <summary>What stands in brackets is told to people («зі змінами, внесеними …»), except that something is attached or holds for every case.</summary>
    static List<Element> WithoutAsides(List<Element> elements)
    {
        var kept = new List<Element>(elements.Count);
        for (var i = 0; i < elements.Count; i++)
        {
            var end = elements[i].Is("(") ? elements.FindIndex(i, e => e.Is(")")) : -1;
            if (end < 0) { kept.Add(elements[i]); continue; }
            if (end - i <= 8) kept.AddRange(elements[(i + 1)..end].Where(e => e.IsWord("додаєт", "додают", "відмін", "редакці")));
            i = end;
        }
        return kept;
    }
}
