namespace Zakhid.Text;

/// <summary>A stretch of a phrase as it was printed: zero-based offset and length in UTF-16 units.</summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>The shortest span that covers both.</summary>
    public Span To(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End) - Math.Min(Start, other.Start));
}
