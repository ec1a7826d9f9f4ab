using System.Globalization;

namespace Zakhid.Text;

/// <summary>Agreement of a noun with a number: 1 звіт, 2 звіти, 5 звітів, 11 звітів, 21 звіт.</summary>
public static class Plural
{
    /// <summary>The form of the noun alone.</summary>
    public static string Of(long count, string one, string few, string many) => Math.Abs(count) switch
    {
        var n when n % 100 is > 10 and < 20 => many,
        var n when n % 10 == 1 => one,
        var n when n % 10 is > 1 and < 5 => few,
        _ => many,
    };

    /// <summary>«5 звітів»; thousands stand apart: «1 200 звітів».</summary>
    public static string Count(long count, string one, string few, string many) => $"{Digits(count)} {Of(count, one, few, many)}";

    /// <summary>«14 із 19 звітів», «0 з 1 звіту»: after «із» the noun is in the genitive.</summary>
    public static string OutOf(long part, long whole, string oneGenitive, string manyGenitive) =>
        $"{Digits(part)} {From(whole)} {Digits(whole)} {(EndsInOne(whole) ? oneGenitive : manyGenitive)}";

    /// <summary>True for 1, 21, 101, which take the singular even in oblique cases.</summary>
    public static bool EndsInOne(long count) => count % 10 == 1 && count % 100 != 11;

    /// <summary>English: 1 report, 2 reports.</summary>
    public static string English(long count, string one, string many) => $"{Digits(count)} {(count == 1 ? one : many)}";

    /// <summary>Digits in groups of three, apart by a space that no line ends at, from five digits on and in thousands: «10 000», «1 200».</summary>
    public static string Digits(long count) => count.ToString("#,0", Spaced);

    /// <summary>«з» or «із» before a number read aloud: з трьох, із чотирьох, із шести, з дев’яти, із 19.</summary>
    static string From(long whole) => FirstWord(whole) is 4 or 6 or 7 or > 10 ? "із" : "з";

    static long FirstWord(long number) => number switch
    {
        >= 1000 => FirstWord(number / 1000),
        >= 100 => number / 100 == 1 ? 100 : number / 100,
        >= 20 => number / 10 * 10,
        _ => number,
    };

    static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = "\u00A0", NumberGroupSizes = [3] };
}
