using System.Data.Common;
using System.Globalization;

namespace Zakhid.Operations.Storage;

/// <summary>
/// How values of the domain lie in columns, the same on both databases: days and instants as sortable TEXT, yes and no as
/// 1 and 0, decimals as TEXT in invariant form, enumerations by their names.
/// </summary>
public static class Values
{
    public const string DayFormat = "yyyy-MM-dd";
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);
    // A page reads thousands of days; the general parser takes ten times as long for each.
    public static DateOnly Day(string text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _] && Number(text.AsSpan(0, 4)) is var year and > 0 && Number(text.AsSpan(5, 2)) is var month and > 0 and <= 12 && Number(text.AsSpan(8, 2)) is var day and > 0 and <= 28
            ? new DateOnly(year, month, day) : DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    /// <summary>−1: not digits alone.</summary>
    static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return -1;
            number = (number * 10) + digit - '0';
        }
        return number;
    }
    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal static object? Stored(object? value) => value switch
    {
        null or DBNull => null,
        string or long or byte[] or double => value,
        int i => (long)i,
        bool b => b ? 1L : 0L,
        DateOnly d => Text(d),
        DateTimeOffset t => Text(t),
        decimal d => d.ToString(CultureInfo.InvariantCulture),
        Enum e => e.ToString(),
        Guid g => g.ToString("N"),
        _ => throw new ArgumentException($"A column does not hold {value.GetType().Name}; write it as text or JSON first", nameof(value)),
    };

    /// <summary>Which of the three column types a property of this type is stored as.</summary>
    internal static Type StoredAs(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(long) || type == typeof(int) || type == typeof(bool)) return typeof(long);
        if (type == typeof(byte[])) return typeof(byte[]);
        return type == typeof(double) ? typeof(double) : typeof(string);
    }

    // Called by compiled row readers; one for each type that a row may have.
    internal static long ReadLong(DbDataReader row, int i) => row.GetInt64(i);
    internal static int ReadInt(DbDataReader row, int i) => checked((int)row.GetInt64(i));
    internal static bool ReadBool(DbDataReader row, int i) => row.GetFieldType(i) == typeof(bool) ? row.GetBoolean(i) : row.GetInt64(i) != 0;
    internal static double ReadDouble(DbDataReader row, int i) => Convert.ToDouble(row.GetValue(i), CultureInfo.InvariantCulture);
    internal static string ReadString(DbDataReader row, int i) => row.GetString(i);
    internal static byte[] ReadBytes(DbDataReader row, int i) => (byte[])row.GetValue(i);
    internal static DateOnly ReadDay(DbDataReader row, int i) => Day(row.GetString(i));
    internal static DateTimeOffset ReadInstant(DbDataReader row, int i) => Instant(row.GetString(i));
    internal static Guid ReadGuid(DbDataReader row, int i) => Guid.ParseExact(row.GetString(i), "N");
    internal static decimal ReadDecimal(DbDataReader row, int i) => row.GetValue(i) switch
    {
        string s => decimal.Parse(s, NumberStyles.Number, CultureInfo.InvariantCulture),
        var number => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
    };
    internal static TEnum ReadEnum<TEnum>(DbDataReader row, int i) where TEnum : struct, Enum => Enum.Parse<TEnum>(row.GetString(i), ignoreCase: true);
}
