using System.Text;
using Zakhid.Documents.Mail;
using Zakhid.Mail;

namespace Zakhid.Documents.Tests.Mail;

public sealed class MailMessageTests
{
    static readonly DateTimeOffset Date = new(2020, 9, 10, 9, 0, 0, TimeSpan.FromHours(3));

    static string Written(string name, string subject, string text = "Текст") =>
        Encoding.ASCII.GetString(new MailMessage("1.2.ab@gov.ua", new(EmailAddress.Parse("zakhid@gov.ua"), "Zakhid"), new(EmailAddress.Parse("kultura@gov.ua"), name), subject, text, Date).ToBytes());

    static string Header(string letter, string name) =>
        letter.Split("\r\n\r\n")[0].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(l => l.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];

    static string Decoded(string header) => string.Concat(header.Split("=?utf-8?B?").Select((part, i) => i == 0 ? part : Encoding.UTF8.GetString(Convert.FromBase64String(part[..part.IndexOf("?=", StringComparison.Ordinal)]))));

    [Fact]
    public void Plain_words_stay_as_they_are()
    {
        var letter = Written("Culture \"unit\"", "Reports");
        Assert.Equal("\"Culture \\\"unit\\\"\"<kultura@gov.ua>", Header(letter, "To"));
        Assert.Equal("Reports", Header(letter, "Subject"));
        Assert.Equal("Thu, 10 Sep 2020 09:00:00 +0300", Header(letter, "Date"));
        Assert.Equal("<1.2.ab@gov.ua>", Header(letter, "Message-ID"));
    }

    [Theory]
    [InlineData("Звіти")]
    [InlineData("Нагадування про звіти: прострочено 12, до 17 вересня 2020 року — 3; відділ освіти, молоді та спорту Глухівської міської ради «ґїєі’» 😀")]
    [InlineData("=?utf-8?B?0JLRltC00LTRltC7?=")]
    public void Any_subject_comes_back_and_no_line_is_too_long(string subject)
    {
        var letter = Written("Відділ", subject);
        Assert.Equal(subject, Decoded(Header(letter, "Subject")));
        Assert.All(letter.Split("\r\n"), line => Assert.True(line.Length <= 76, line));
        // Each word is whole letters: decoded alone it has no broken sign.
        Assert.DoesNotContain('\uFFFD', Decoded(Header(letter, "Subject")));
    }

    [Theory]
    [InlineData("Звіт\r\nBcc: x@y.ua")]
    [InlineData("Report\nBcc: x@y.ua")]
    [InlineData("Report\rBcc: x@y.ua")]
    [InlineData("Report\u2028Bcc: x@y.ua\u0085\0")]
    public void A_line_end_in_a_name_or_subject_is_a_space(string text)
    {
        var letter = Written(text, text);
        Assert.DoesNotContain(letter.Split("\r\n"), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.EndsWith("Bcc: x@y.ua", Decoded(Header(letter, "Subject")).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_comes_back_with_its_lines_and_no_line_begins_with_a_full_stop()
    {
        var text = "Рядок\n.\n..\r\nостанній";
        var letter = Written("Відділ", "Звіт", text);
        var body = letter[(letter.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.Equal("Рядок\r\n.\r\n..\r\nостанній\r\n", Encoding.UTF8.GetString(Convert.FromBase64String(body)));
        Assert.DoesNotContain(letter.Split("\r\n"), line => line.StartsWith('.'));
    }
}
