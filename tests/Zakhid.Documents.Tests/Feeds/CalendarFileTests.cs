using System.Text;
using Zakhid.Documents.Feeds;

namespace Zakhid.Documents.Tests.Feeds;

public sealed class CalendarFileTests
{
    static readonly DateTimeOffset Stamp = new(2020, 8, 3, 10, 0, 0, TimeSpan.FromHours(3));

    static CalendarEvent Event(string summary = "Звіт", string description = "", bool cancelled = false) => new("report-1@hlukhiv.zakhid", new(2020, 12, 31), summary, description, 2, Stamp, cancelled, "https://zakhid.test/today");

    static string Written(params CalendarEvent[] events) => Encoding.UTF8.GetString(CalendarFile.Write("Захід: головний спеціаліст", events));

    /// Lines as a reader has them: folded ones joined.
    static List<string> Lines(string file) => [.. file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];

    [Fact]
    public void A_day_is_a_whole_day_that_makes_nobody_busy() => Assert.Equal(
        [
            "BEGIN:VEVENT", "UID:report-1@hlukhiv.zakhid", "DTSTAMP:20200803T070000Z", "DTSTART;VALUE=DATE:20201231", "DTEND;VALUE=DATE:20210101", "SUMMARY:Звіт",
            "URL:https://zakhid.test/today", "SEQUENCE:2", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
        ], Lines(Written(Event()))[9..]);

    [Fact]
    public void What_is_owed_no_more_is_cancelled_under_the_same_name()
    {
        var lines = Lines(Written(Event(cancelled: true)));
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("UID:report-1@hlukhiv.zakhid", lines);
    }

    [Fact]
    public void Separators_and_line_ends_in_texts_are_escaped_and_nothing_becomes_a_line_of_its_own()
    {
        var lines = Lines(Written(Event("а; б, в\\г\r\nEND:VEVENT", "рядок\nдругий\u0007\u2028x")));
        Assert.Contains("SUMMARY:а\\; б\\, в\\\\г\\nEND:VEVENT", lines);
        Assert.Single(lines, "END:VEVENT");
        Assert.Contains(lines, l => l.StartsWith("DESCRIPTION:рядок\\nдругий", StringComparison.Ordinal) && !l.Contains('\u0007'));
    }

    [Theory]
    [InlineData("Звіт за III квартал 2020 року: заходи 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 та ще 14 із дуже довгого плану заходів 😀😀😀 міста")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaаббб")]
    public void No_line_is_longer_than_75_octets_and_no_letter_is_torn(string text)
    {
        var bytes = CalendarFile.Write("Захід", [Event(text, text)]);
        var start = 0;
        for (var i = 1; i < bytes.Length; i++)
        {
            if (bytes[i] != '\n') continue;
            Assert.Equal((byte)'\r', bytes[i - 1]);
            Assert.InRange(i - 1 - start, 1, 75);
            Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(bytes, start, i - 1 - start));
            start = i + 1;
        }
        Assert.Equal(bytes.Length, start);
        Assert.Contains($"SUMMARY:{text.Replace(",", "\\,", StringComparison.Ordinal)}", Lines(Encoding.UTF8.GetString(bytes)));
    }

    [Fact]
    public void Equal_events_give_equal_bytes_in_any_order()
    {
        var (a, b) = (Event(), Event() with { Uid = "report-2@hlukhiv.zakhid", Day = new(2020, 9, 17) });
        Assert.Equal(Written(a, b), Written(b, a));
    }
}
