using System.Globalization;
using Zakhid.Text;

namespace Zakhid.Amendments.Grammar;

/// <summary>
/// The numbers behind (or before) the name of a part: «3», «2.1», «7¹», «3–5», «2, 4 і 6», «з 3 по 5», «другий і третій»,
/// «ІІ», ««а»».
/// </summary>
static class Numbering
{
    const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A list of numbers that begins at an element, and the element behind it.</summary>
    public static (IReadOnlyList<string> Numbers, int Next) List(IReadOnlyList<Element> elements, int at, string phrase, AlteredLevel level, bool plural)
    {
        var numbers = new List<string>();
        var i = Skip(elements, at, "№", "n", "номер", "з", "від", "під", "номерами", "номером");
        while (i < elements.Count && One(elements, i, phrase, level) is var (number, next))
        {
            numbers.Add(number);
            i = next;
            while (RangeTo(elements, i, phrase, level, numbers, plural) is { } behind) i = behind;
            if (Joint(elements, i, phrase, level) is not { } further) break;
            i = further;
        }
        return numbers.Count == 0 ? (numbers, at) : (numbers, i);
    }

    /// <summary>«другий», «другий і третій» before the name of a part.</summary>
    public static (IReadOnlyList<string> Numbers, int Next)? OrdinalsBefore(IReadOnlyList<Element> elements, int at)
    {
        var numbers = new List<string>();
        var i = at;
        while (i < elements.Count && Ordinal(elements[i]) is { } ordinal)
        {
            numbers.Add(ordinal);
            i++;
            if (i + 1 < elements.Count && (elements[i].Is(",") || IsAnd(elements[i])) && Ordinal(elements[i + 1]) is not null) i++;
            else break;
        }
        return numbers.Count == 0 ? null : (numbers, i);
    }

    public static bool IsAnd(Element element) => element.Kind == ElementKind.Word && element.Text is "та" or "і" or "й";

    /// <summary>The element behind «,», «та», «, а також» when another number follows that is not the head of something else.</summary>
    static int? Joint(IReadOnlyList<Element> elements, int at, string phrase, AlteredLevel level)
    {
        if (at >= elements.Count || !(elements[at].Is(",") || IsAnd(elements[at]))) return null;
        var i = at + 1;
        if (elements[at].Is(",") && i < elements.Count && IsAnd(elements[i])) i++;
        return i < elements.Count && One(elements, i, phrase, level) is var (_, next) && !(elements[i].Kind == ElementKind.Word && next < elements.Count && Heads(elements, next)) ? i : null;
    }

    /// <summary>A name that an ordinal before it numbers («другий абзац»); one with a number behind it has its own («третій пункту 2»).</summary>
    public static bool Heads(IReadOnlyList<Element> elements, int at) => Address.LevelOf(elements[at]) is not null && !(at + 1 < elements.Count && elements[at + 1].Kind == ElementKind.Number);

    /// <summary>«– 5», «по 5», «до 5»: the numbers up to the end of a range, added; the element behind it.</summary>
    static int? RangeTo(IReadOnlyList<Element> elements, int at, string phrase, AlteredLevel level, List<string> numbers, bool plural)
    {
        if (at + 1 >= elements.Count) return null;
        var dash = elements[at].Is("-");
        if (!dash && !elements[at].Is("по") || One(elements, at + 1, phrase, level) is not var (last, next)) return null;
        var wide = phrase[elements[at].Span.Start] is '–' or '—' || elements[at].Span.Start > elements[at - 1].Span.End;
        if (dash && !wide && !plural && elements[at + 1].Kind == ElementKind.Number)
        {
            // «пункт 7-1» is how 7¹ is typed.
            numbers[^1] += "-" + last;
            return next;
        }
        var first = numbers[^1];
        var parts = first.LastIndexOfAny(['.', '-']);
        var head = parts < 0 ? "" : first[..(parts + 1)];
        if (!last.StartsWith(head, StringComparison.Ordinal) || !int.TryParse(first[head.Length..], out var from) || !int.TryParse(last[head.Length..], out var to) || to - from > 200) return null;
        if (dash && !wide && to <= from) { numbers[^1] += "-" + last; return next; }
        for (var n = from + 1; n <= to; n++) numbers.Add(head + n.ToString(CultureInfo.InvariantCulture));
        return next;
    }

    static (string Number, int Next)? One(IReadOnlyList<Element> elements, int at, string phrase, AlteredLevel level)
    {
        if (at >= elements.Count) return null;
        var element = elements[at];
        if (element.Kind == ElementKind.Number) return Dotted(elements, at);
        if (element.Kind == ElementKind.Quote) return level is AlteredLevel.SubPoint && element.Text.Length <= 3 || level is AlteredLevel.Section or AlteredLevel.Column ? (level == AlteredLevel.SubPoint ? element.Text.TrimEnd(')').ToLowerInvariant() : element.Text, at + 1) : null;
        if (element.Kind != ElementKind.Word) return null;
        if (Ordinal(element) is { } ordinal) return (ordinal, at + 1);
        var printed = element.Span.Of(phrase);
        if (level is AlteredLevel.Section or AlteredLevel.Annex or AlteredLevel.Point && printed.All(char.IsUpper) && Roman(element.Text) is { } roman) return (roman.ToString(CultureInfo.InvariantCulture), at + 1);
        if (level == AlteredLevel.SubPoint && element.Text.Length == 1 && at + 1 < elements.Count && elements[at + 1].Is(")")) return (element.Text, at + 2);
        return null;
    }

    /// <summary>«2.1», «7¹», «3)»; the full stop that ends a sentence is no part.</summary>
    static (string Number, int Next) Dotted(IReadOnlyList<Element> elements, int at)
    {
        var number = elements[at].Text;
        var i = at + 1;
        var raised = false;
        for (; i < elements.Count && elements[i].Span.Start == elements[i - 1].Span.End; i++)
        {
            if (elements[i].Kind == ElementKind.Sign && Raised.IndexOf(elements[i].Text[0], StringComparison.Ordinal) is >= 0 and var digit)
            {
                number += (raised ? "" : "-") + digit.ToString(CultureInfo.InvariantCulture);
                raised = true;
            }
            else if (elements[i].Is(".") && i + 1 < elements.Count && elements[i + 1].Kind == ElementKind.Number && elements[i + 1].Span.Start == elements[i].Span.End) { number += "." + elements[i + 1].Text; i++; }
            else if (elements[i].Is(")")) { i++; break; }
            else if (elements[i].Is("-") && i + 1 < elements.Count && elements[i + 1].Kind == ElementKind.Word && Numerals.IsSuffix(elements[i + 1].Text)) i++;
            else break;
        }
        return (number, i);
    }

    static string? Ordinal(Element element) => element.Kind == ElementKind.Word && Numerals.Ordinal(element.Text) is { } ordinal ? ordinal.ToString(CultureInfo.InvariantCulture) : null;

    static int? Roman(string word) => Folding.Roman(word) ?? (word is "і" ? 1 : null);

    static int Skip(IReadOnlyList<Element> elements, int at, params ReadOnlySpan<string> words)
    {
        while (at < elements.Count && elements[at].Kind != ElementKind.Quote && words.Contains(elements[at].Text)) at++;
        return at;
    }
}
