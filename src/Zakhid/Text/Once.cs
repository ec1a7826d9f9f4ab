namespace Zakhid.Text;

/// <summary>Reads each text once: plans repeat their phrases row by row.</summary>
public static class Once
{
    /// <summary>The same answer for the same text, without reading it again. Not for use by several threads at once.</summary>
    public static Func<string, T> Of<T>(Func<string, T> read)
    {
        var known = new Dictionary<string, T>(StringComparer.Ordinal);
        return text =>
        {
            if (!known.TryGetValue(text, out var answer)) known[text] = answer = read(text);
            return answer;
        };
    }
}
