using System.Globalization;
using System.Text;
using Zakhid.Mail;

namespace Zakhid.Documents.Mail;

/// <summary>A mailbox with the name that stands before it; the name may be any text, the address may not.</summary>
public sealed record Mailbox(EmailAddress Address, string Name = "");

/// <summary>A letter of plain text as it travels (RFC 5322, 2045, 2047). The same letter always gives the same bytes.</summary>
/// <param name="Id">Of the header Message-ID, without angle brackets: by it a second copy is known as the same letter.</param>
/// <param name="Date">When it was written, not when it was sent.</param>
public sealed record MailMessage(string Id, Mailbox From, Mailbox To, string Subject, string Text, DateTimeOffset Date)
{
    /// <summary>Bytes of base64 in one line (RFC 2045: at most 76 signs).</summary>
    const int LineOfBody = 57;

    /// <summary>ASCII lines that end with CR LF, each shorter than 998 signs; none begins with a full stop.</summary>
    public byte[] ToBytes()
    {
        var lines = new StringBuilder();
        Line("From", Of(From));
        Line("To", Of(To));
        Line("Subject", HeaderText.Encode(Subject, "Subject: ".Length));
        Line("Date", Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + Date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
        Line("Message-ID", $"<{Id}>");
        Line("MIME-Version", "1.0");
        Line("Content-Type", "text/plain; charset=utf-8");
        Line("Content-Transfer-Encoding", "base64");
        Line("Content-Language", "uk");
        // An answering machine does not answer it, so no two of them talk all night (RFC 3834).
        Line("Auto-Submitted", "auto-generated");
        lines.Append("\r\n");
        var text = Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n") + "\r\n");
        for (var at = 0; at < text.Length; at += LineOfBody) lines.Append(Convert.ToBase64String(text, at, Math.Min(LineOfBody, text.Length - at))).Append("\r\n");
        return Encoding.ASCII.GetBytes(lines.ToString());

        void Line(string name, string value) => lines.Append(name).Append(": ").Append(value).Append("\r\n");
        static string Of(Mailbox box) => HeaderText.Line(box.Name) is { Length: > 0 } name ? $"{HeaderText.Encode(name, "From: ".Length, isName: true)}\r\n <{box.Address.Text}>" : box.Address.Text;
    }
}

/// <summary>Text of a header: any letters as encoded words (RFC 2047), no line of its own.</summary>
static class HeaderText
{
    const int Longest = 75;
    const string Open = "=?utf-8?B?", Close = "?=";

    /// <summary>In one line: what ends or begins lines, and every other control sign, becomes a space.</summary>
    public static string Line(string text) => string.Join(' ', text.Split([.. text.Where(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' or ' ')], StringSplitOptions.RemoveEmptyEntries));

    /// <param name="text">Any text.</param>
    /// <param name="before">Signs that stand before it in its line.</param>
    /// <param name="isName">A name before an address: plain words in it are quoted.</param>
    public static string Encode(string text, int before, bool isName = false)
    {
        text = Line(text);
        if (Ascii.IsValid(text) && text.Length + before < Longest && !text.Contains("=?", StringComparison.Ordinal))
            return isName ? $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : text;
        var (words, bytes) = (new List<string>(), new List<byte>());
        Span<byte> one = stackalloc byte[4];
        foreach (var sign in text.EnumerateRunes())
        {
            var length = sign.EncodeToUtf8(one);
            var room = Longest - Open.Length - Close.Length - (words.Count == 0 ? before : 1);
            // No letter is torn between two words.
            if ((bytes.Count + length + 2) / 3 * 4 > room) Take();
            bytes.AddRange(one[..length]);
        }
        Take();
        return string.Join("\r\n ", words);

        void Take()
        {
            words.Add(Open + Convert.ToBase64String([.. bytes]) + Close);
            bytes.Clear();
        }
    }
}
