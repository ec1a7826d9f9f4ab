using System.Globalization;
using System.Text;

namespace Zakhid.Documents.Feeds;

/// <summary>A whole day in a calendar.</summary>
/// <param name="Uid">The same for the same thing for ever: by it a calendar changes what it has instead of adding.</param>
/// <param name="Sequence">Grows with each change of it.</param>
/// <param name="Stamp">When it came to be.</param>
public sealed record CalendarEvent(string Uid, DateOnly Day, string Summary, string Description, int Sequence, DateTimeOffset Stamp, bool IsCancelled = false, string? Url = null);

/// <summary>
/// A calendar that other programs subscribe to (RFC 5545): days of events, no times and so no time zones. The same events
/// always give the same bytes.
/// </summary>
public static class CalendarFile
{
    /// <summary>Octets of a line, without its end (RFC 5545, 3.1).</summary>
    const int Longest = 75;

    /// <param name="name">What the calendar is called where it is subscribed to.</param>
    /// <param name="events">In any order.</param>
    public static byte[] Write(string name, IEnumerable<CalendarEvent> events)
    {
        var lines = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Zakhid//Calendar of reports//UK");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line($"NAME:{Escape(name)}");
        Line($"X-WR-CALNAME:{Escape(name)}");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        Line("X-PUBLISHED-TTL:PT6H");
        foreach (var one in events.OrderBy(e => e.Day).ThenBy(e => e.Uid, StringComparer.Ordinal))
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{Escape(one.Uid)}");
            Line($"DTSTAMP:{one.Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{Day(one.Day)}");
            Line($"DTEND;VALUE=DATE:{Day(one.Day.AddDays(1))}");
            Line($"SUMMARY:{Escape(one.Summary)}");
            if (one.Description.Length > 0) Line($"DESCRIPTION:{Escape(one.Description)}");
            if (one.Url is not null) Line($"URL:{one.Url}");
            Line($"SEQUENCE:{one.Sequence.ToString(CultureInfo.InvariantCulture)}");
            Line(one.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
            // A due day takes no hour of the day: nobody is shown as busy.
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(lines.ToString());

        void Line(string text) => Fold(lines, text);
    }

    static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>TEXT of RFC 5545, 3.3.11: separators and line ends in their escaped form, other control signs gone.</summary>
    static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var sign in text.ReplaceLineEndings("\n"))
        {
            if (sign == '\n') escaped.Append("\\n");
            else if (sign is '\\' or ';' or ',') escaped.Append('\\').Append(sign);
            else if (!char.IsControl(sign)) escaped.Append(sign);
        }
        return escaped.ToString();
    }

    /// <summary>A line goes on in the next one behind a space; no letter is torn.</summary>
    static void Fold(StringBuilder into, string text)
    {
        var octets = 0;
        foreach (var sign in text.EnumerateRunes())
        {
            if (octets + sign.Utf8SequenceLength > Longest)
            {
                into.Append("\r\n ");
                octets = 1;
            }
            into.Append(sign.ToString());
            octets += sign.Utf8SequenceLength;
        }
        into.Append("\r\n");
    }
}
