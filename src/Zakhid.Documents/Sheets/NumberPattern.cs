using System.Globalization;
using System.Text;

namespace Zakhid.Documents.Sheets;

/// <summary>
/// A number format of a spreadsheet («# ##0,00», «dd.mm.yyyy», «0%», «№ 0»): what a cell shows of the number that it holds
/// (ECMA-376, 18.8.30 and 18.8.31). Decimals stand behind a comma, thousands behind a non-breaking space, as Ukrainian
/// offices see them.
/// </summary>
sealed class NumberPattern
{
    static readonly NumberFormatInfo Ukrainian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0", NegativeSign = "-" };

    /// <summary>The serial days that spreadsheets can show: up to the end of the year 9999.</summary>
    const double LastDay = 2958466;
    const int DaysFrom1900To1904 = 1462;

    readonly record struct Section(DateShape Date, int Digits, int Least, int Most, bool Grouped, int Percents, int Thousands, bool General, bool Elapsed, string Before, string After);

    readonly Section[] _sections;

    NumberPattern(Section[] sections) => _sections = sections;

    public static NumberPattern General { get; } = Parse("General");

    /// <summary>Cells whose format shows nothing (« ;;; »).</summary>
    public bool ShowsNothing { get; private init; }

    /// <summary>The format that a file names by its number (18.8.30), in the way that a Ukrainian office sees it.</summary>
    public static string? BuiltIn(int id) => id switch
    {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 or 37 or 38 => "#,##0",
        4 or 39 or 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 or 15 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => "dd.mm.yyyy",
        16 => "d mmm",
        17 => "mmm yyyy",
        18 or 19 or 20 or 21 or (>= 32 and <= 35) or 45 or 47 => "hh:mm",
        22 => "dd.mm.yyyy hh:mm",
        46 => "[h]:mm",
        49 => "@",
        _ => null,
    };

    public static NumberPattern Parse(string code)
    {
        var parts = Split(code.Length > 255 ? code[..255] : code);
        return new([.. parts.Take(3).Select(Read)]) { ShowsNothing = parts.Count >= 3 && parts.All(p => p.Trim().Length == 0) };
    }

    public bool IsDate => !_sections[0].Date.IsEmpty;
    public DateShape Date => _sections[0].Date;

    /// <param name="value">The number that the cell holds; of a date the days since the sheet's beginning of time.</param>
    /// <param name="from1904">The workbook counts days from 1 January 1904.</param>
    public string Print(double value, bool from1904)
    {
        if (ShowsNothing || !double.IsFinite(value)) return "";
        var section = value < 0 && _sections.Length > 1 ? _sections[1] : value == 0 && _sections.Length > 2 ? _sections[2] : _sections[0];
        if (!section.Date.IsEmpty && Moment(value, from1904) is { } moment) return section.Elapsed ? Hours(value) : section.Date.Print(moment);
        var shown = value < 0 && _sections.Length > 1 ? -value : value;
        return section.Before + (section.General || section.Digits == 0 && section.Before.Length + section.After.Length == 0 ? Plain(shown) : section.Digits == 0 ? "" : Digits(shown, section)) + section.After;
    }

    /// <summary>The day of a serial number; day 60 of the 1900 system, 29 February, never was.</summary>
    public static DateTime? Moment(double serial, bool from1904)
    {
        var days = from1904 ? serial + DaysFrom1900To1904 : serial < 60 ? serial + 1 : serial;
        return days is < 0 or >= LastDay ? null : DateTime.FromOADate(Math.Round(days * 1440) / 1440);
    }

    static string Hours(double value) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Math.Round(value * 1440) / 60):0}:{Math.Round(value * 1440) % 60:00}");

    /// <summary>A number without a format: as many digits as a cell shows; a long whole number stays whole.</summary>
    public static string Plain(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e15 ? value.ToString("F0", Ukrainian) : value.ToString("0.##########;-0.##########", Ukrainian) is var text && text.Length <= 16 ? text : value.ToString("G11", Ukrainian);

    static string Digits(double value, Section section)
    {
        if (Math.Abs(value) >= 1e15) return Plain(value);
        var shown = value * Math.Pow(100, section.Percents) / Math.Pow(1000, section.Thousands);
        var number = Math.Round((decimal)Math.Clamp(shown, -1e20, 1e20), section.Most, MidpointRounding.AwayFromZero);
        var whole = new string('0', Math.Max(1, section.Digits));
        var format = (section.Grouped ? "#," + whole : whole) + "." + new string('0', section.Least) + new string('#', section.Most - section.Least);
        return number.ToString(format, Ukrainian);
    }

    static List<string> Split(string code)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '"') quoted = !quoted;
            else if (code[i] == '\\' && !quoted) i++;
            else if (code[i] == ';' && !quoted) { parts.Add(code[start..i]); start = i + 1; }
        }
        parts.Add(start <= code.Length ? code[start..] : "");
        return parts;
    }

    /// <summary>One section: digits and date letters are counted, what stands in quotation marks before and behind them is printed.</summary>
    static Section Read(string code)
    {
        if (code.Contains("General", StringComparison.OrdinalIgnoreCase) || code.Contains("Основной", StringComparison.OrdinalIgnoreCase) || code.Contains("Загальний", StringComparison.OrdinalIgnoreCase)) return new() { General = true, Before = "", After = "" };
        var (before, after, letters) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        int digits = 0, zeros = 0, least = 0, most = 0, percents = 0, commas = 0, longestMonth = 0;
        bool point = false, grouped = false, elapsed = false;
        void Literal(ReadOnlySpan<char> text) => (digits + most == 0 ? before : after).Append(text);

        for (var i = 0; i < code.Length; i++)
        {
            var sign = code[i];
            switch (sign)
            {
                case '"':
                    var close = code.IndexOf('"', i + 1);
                    if (close < 0) close = code.Length;
                    Literal(code.AsSpan()[(i + 1)..close]);
                    i = close;
                    break;
                case '\\': if (++i < code.Length) Literal([code[i]]); break;
                case '_' or '*': i++; break;
                case '[':
                    var end = code.IndexOf(']', i);
                    if (end < 0) end = code.Length;
                    var inside = code[(i + 1)..end];
                    if (inside is ['$', ..]) Literal(inside[1..].Split('-')[0]);
                    else if (inside.Length > 0 && inside.All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S')) { elapsed = true; letters.Append('h'); }
                    i = end;
                    break;
                case '0' or '?' or '#':
                    if (point) { most = Math.Min(most + 1, 10); if (sign == '0') least = most; }
                    else
                    {
                        digits++;
                        if (sign == '0') zeros++;
                        if (commas > 0) { grouped = true; commas = 0; }
                    }
                    break;
                case '.' when letters.Length == 0: point = true; break;
                case ',': commas++; break;
                case '%': percents++; Literal("%"); break;
                case 'y' or 'Y' or 'd' or 'D' or 'm' or 'M' or 'h' or 'H' or 's' or 'S':
                    var run = 1;
                    while (i + run < code.Length && char.ToLowerInvariant(code[i + run]) == char.ToLowerInvariant(sign)) run++;
                    if (char.ToLowerInvariant(sign) == 'm') longestMonth = Math.Max(longestMonth, run);
                    letters.Append(char.ToLowerInvariant(sign), run).Append(' ');
                    i += run - 1;
                    break;
                case ' ' or '-' or '+' or '(' or ')' or '$' or '€': if (letters.Length == 0) Literal([sign]); break;
            }
        }
        var date = Shape(letters.ToString(), longestMonth);
        return date.IsEmpty
            ? new(default, digits + most > 0 ? Math.Max(zeros, 1) : 0, least, most, grouped, percents, digits > 0 ? commas : 0, false, false, before.ToString(), after.ToString())
            : new(date, 0, 0, 0, false, 0, 0, false, elapsed, "", "");
    }

    /// <summary>«m» beside hours or seconds are minutes; «ddd» and more are the day of the week, which says no more than the day.</summary>
    static DateShape Shape(string letters, int longestMonth)
    {
        var runs = letters.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool month = false, day = false, year = false, time = false, weekday = false;
        for (var i = 0; i < runs.Length; i++)
            switch (runs[i][0])
            {
                case 'y': year = true; break;
                case 'd': day |= runs[i].Length <= 2; weekday |= runs[i].Length > 2; break;
                case 'h' or 's': time = true; break;
                case 'm' when i > 0 && runs[i - 1][0] == 'h' || i + 1 < runs.Length && runs[i + 1][0] == 's': time = true; break;
                case 'm': month = true; break;
            }
        if (weekday && !day && !month && !year) return DateShape.Whole with { Time = time };
        // «25-гру-24» is a day like any other; «грудень 2024» and «25 грудня» need the word.
        return new(day, month, year, longestMonth >= 4 || longestMonth == 3 && !(day && year), time);
    }
}
