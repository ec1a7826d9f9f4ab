namespace Zakhid.Text;

/// <summary>Reads each text once: plans repeat their phrases row by row.</summary>
public static class Once
{
    /// <summary>From here on reading side by side is worth its start.</summary>
    const int Many = 48;

    /// <summary>The same answer for the same text, without reading it again. Not for use by several threads at once.</summary>
    public static Func<string, T> Of<T>(Func<string, T> read) => Of(new Dictionary<string, T>(StringComparer.Ordinal), read);

    /// <summary>The same, where the texts are known beforehand: those of a long plan are read side by side on all cores.</summary>
    /// <param name="texts">Null is no text.</param>
    /// <param name="read">Asked by several threads at once.</param>
    public static Func<string, T> Of<T>(IEnumerable<string?> texts, Func<string, T> read)
    {
        var all = texts.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (all.Length < Many) return Of(read);
        var answers = new T[all.Length];
        Parallel.For(0, all.Length, i => answers[i] = read(all[i]));
        var known = new Dictionary<string, T>(all.Length, StringComparer.Ordinal);
        for (var i = 0; i < all.Length; i++) known[all[i]] = answers[i];
        return Of(known, read);
    }

    static Func<string, T> Of<T>(Dictionary<string, T> known, Func<string, T> read) => text =>
    {
        if (!known.TryGetValue(text, out var answer)) known[text] = answer = read(text);
        return answer;
    };
}
