using Zakhid.Executors;
using Zakhid.Obligations;
using Zakhid.Text;

namespace Zakhid.Bodies;

/// <summary>
/// The words of a body's name for telling whether two names may be one body's: in any case, abbreviated by initials («ЦНАП») or clipped
/// together («облдержадміністрація»), one of them said more fully.
/// </summary>
sealed class NameWords
{
    static readonly HashSet<string> Little = new(["і", "й", "та", "а", "з", "із", "зі", "у", "в", "на", "до", "за", "по", "для", "при", "від", "про", "не"], StringComparer.Ordinal);

    readonly List<(string Text, bool IsInitials)> _words = [];
    readonly int _head;

    public string Digits { get; }
    public int Count => _words.Count;

    public NameWords(string name)
    {
        // A cell typed in capitals throughout says nothing of initials; one word of them does.
        var capitals = !name.Any(char.IsLower) && name.Trim().Contains(' ');
        foreach (var token in Token.Cut(name).Where(t => t.Kind == TokenKind.Word))
            foreach (var part in token.Text.Split('-', ' '))
            {
                if (part.Length == 0 || Little.Contains(part)) continue;
                _words.Add((part, !capitals && part.Length is > 1 and < 9 && AllCapital(name.AsSpan(token.Span.Start, token.Span.Length))));
            }
        Digits = string.Concat(name.Where(char.IsAsciiDigit));
        _head = Math.Max(0, _words.FindIndex(w => w.IsInitials || Nouns.Read(w.Text).Length > 0));
    }

    static bool AllCapital(ReadOnlySpan<char> printed)
    {
        foreach (var c in printed)
            if (!char.IsUpper(c)) return false;
        return true;
    }

    /// <summary>How much one name says more than the other; null: each says something of its own, or they begin with different nouns.</summary>
    public static int? MoreSaid(NameWords a, NameWords b)
    {
        if (a.Digits != b.Digits || Alone(a, b) is not var (alone, other) || alone > 0 && other > 0) return null;
        var more = alone + other;
        // One word in common («відділ») is no likeness.
        return more > 0 && Math.Max(a.Count - alone, b.Count - other) < 2 ? null : more;
    }

    /// <summary>Every word of the one stands in the other too, and they begin with the same noun.</summary>
    public static bool IsSaidBy(NameWords less, NameWords more) => (less.Digits.Length == 0 || less.Digits == more.Digits) && Alone(less, more) is (0, _);

    /// <summary>How many words each has that the other has not; null: they begin with different nouns.</summary>
    static (int OfA, int OfB)? Alone(NameWords a, NameWords b)
    {
        if (a.Count == 0 || b.Count == 0) return null;
        var (ofA, ofB) = (new int[a.Count], new int[b.Count]);
        Array.Fill(ofA, -1);
        Array.Fill(ofB, -1);
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count && ofA[i] < 0; j++)
                if (ofB[j] < 0 && AreOne(a._words[i].Text, b._words[j].Text)) (ofA[i], ofB[j]) = (j, i);
        }
        Runs(a, ofA, b, ofB);
        Runs(b, ofB, a, ofA);
        if (ofA[a._head] < 0 || ofB[b._head] < 0) return null;
        // The nouns by which they begin are the same, or lie in one abbreviation.
        if (ofA[a._head] != b._head && ofB[b._head] != a._head) return null;
        return (ofA.Count(x => x < 0), ofB.Count(x => x < 0));
    }

    /// <summary>Words of <paramref name="a"/> that stand for several of <paramref name="b"/>: by their initials, or clipped together.</summary>
    static void Runs(NameWords a, int[] ofA, NameWords b, int[] ofB)
    {
        for (var i = 0; i < a.Count; i++)
        {
            if (ofA[i] >= 0) continue;
            for (var j = 0; j < b.Count; j++)
            {
                var length = a._words[i].IsInitials ? Initials(a._words[i].Text, b, j) : Clipped(a._words[i].Text, b, j);
                if (length < 2 || ofB.AsSpan(j, length).IndexOfAnyExcept(-1) >= 0) continue;
                ofA[i] = j;
                for (var k = j; k < j + length; k++) ofB[k] = i;
                break;
            }
        }
    }

    static int Initials(string letters, NameWords b, int from)
    {
        if (from + letters.Length > b.Count) return 0;
        for (var k = 0; k < letters.Length; k++)
            if (b._words[from + k].Text[0] != letters[k]) return 0;
        return letters.Length;
    }

    /// <summary>«облдержадміністрація»: beginnings of words that follow one another, the last one in any case.</summary>
    static int Clipped(string word, NameWords b, int from)
    {
        const int shortest = 3;
        if (from >= b.Count) return 0;
        var next = b._words[from].Text;
        for (var cut = Math.Min(word.Length - shortest, word.AsSpan().CommonPrefixLength(next)); cut >= shortest; cut--)
            if (Clipped(word[cut..], b, from + 1) is > 0 and var rest) return rest + 1;
        // The last word too may be clipped: «міськвиконком».
        return word.Length >= shortest && (AreOne(word, next) || next.StartsWith(word, StringComparison.Ordinal)) ? 1 : 0;
    }

    /// <summary>One word in another case, or with a letter mistyped.</summary>
    static bool AreOne(string a, string b)
    {
        if (a == b || BodyWords.AreForms(a, b)) return true;
        var allowed = Math.Min(a.Length, b.Length) switch { >= 10 => 3, >= 5 => 2, _ => 1 };
        return a[0] == b[0] && EditDistance.Between(a, b, allowed) < allowed;
    }
}
