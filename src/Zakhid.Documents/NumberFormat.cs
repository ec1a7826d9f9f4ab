using System.Globalization;
using System.Text;

namespace Zakhid.Documents;

/// <summary>Writes a counter in one of the formats of ST_NumberFormat (17.18.59); unknown ones in digits.</summary>
static class NumberFormat
{
    const string Latin = "abcdefghijklmnopqrstuvwxyz";
    /// <summary>The letters that the format «russianLower» counts by: Word leaves out й, ъ, ь and ё.</summary>
    const string Cyrillic = "абвгдежзиклмнопрстуфхцчшщыэюя";

    public static string Write(int number, string format) => format switch
    {
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperLetter" => Letter(number, Latin).ToUpperInvariant(),
        "lowerLetter" => Letter(number, Latin),
        "russianUpper" => Letter(number, Cyrillic).ToUpperInvariant(),
        "russianLower" => Letter(number, Cyrillic),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "none" => "",
        "bullet" => "•",
        _ when format.Contains(',') => Custom(number, format),
        _ => Digits(number),
    };

    /// <summary>After the last letter they double: я, аа, бб.</summary>
    static string Letter(int number, string letters)
    {
        if (number < 1) return Digits(number);
        var times = (number - 1) / letters.Length + 1;
        return times > 10 ? Digits(number) : new string(letters[(number - 1) % letters.Length], times);
    }

    /// <summary>«001, 002, 003, ...» or «а, б, в, г, ґ, ...»: the members of the sequence as the author listed them.</summary>
    static string Custom(int number, string format)
    {
        var members = format.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(m => m.Trim('.', '…').Length > 0).ToArray();
        if (members.Length == 0 || number < 1) return Digits(number);
        if (int.TryParse(members[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)) return number.ToString(new string('0', Math.Min(members[0].Length, 9)), CultureInfo.InvariantCulture);
        return number <= members.Length ? members[number - 1] : Digits(number);
    }

    static string Roman(int number)
    {
        if (number is < 1 or > 3999) return Digits(number);
        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        string[] signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var written = new StringBuilder();
        for (var i = 0; i < signs.Length; i++)
            for (; number >= values[i]; number -= values[i]) written.Append(signs[i]);
        return written.ToString();
    }

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
