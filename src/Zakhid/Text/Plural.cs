namespace Zakhid.Text;

/// <summary>A noun agreed with its number: 1 звіт, 2 звіти, 5 звітів, 11 звітів, 21 звіт.</summary>
public static class Plural
{
    public static string Of(long number, string one, string few, string many)
    {
        var last = Math.Abs(number % 100);
        if (last is >= 11 and <= 14) return many;
        return (last % 10) switch { 1 => one, >= 2 and <= 4 => few, _ => many };
    }

    /// <summary>«5 звітів».</summary>
    public static string Count(long number, string one, string few, string many) => $"{number} {Of(number, one, few, many)}";
}
