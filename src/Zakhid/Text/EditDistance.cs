namespace Zakhid.Text;

/// <summary>How many letters have to be added, left out or changed to make one text of another.</summary>
public static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> where it is at least that: the search ends there.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit) return limit;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
                least = Math.Min(least, row[j]);
            }
            if (least >= limit) return limit;
        }
        return Math.Min(row[b.Length], limit);
    }
}
