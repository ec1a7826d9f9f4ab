using System.Buffers;
using System.Globalization;

namespace Zakhid.Mail;

/// <summary>
/// An address that a letter may go to: local part of RFC 5321 without quotes, domain of two labels or more, Ukrainian domains
/// as they travel («пошта.укр» → «xn--…»). Nothing that is one can begin a header line or a command of its own: it holds no
/// space, no control sign, no angle bracket.
/// </summary>
public sealed record EmailAddress
{
    const int Longest = 254, LongestLocal = 64, LongestLabel = 63;
    static readonly SearchValues<char> LocalSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");
    static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    EmailAddress(string text) => Text = text;

    /// <summary>ASCII; the domain in small letters.</summary>
    public string Text { get; }
    public string Domain => Text[(Text.LastIndexOf('@') + 1)..];

    /// <summary>Null where it is no address.</summary>
    public static EmailAddress? Find(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var at = text.LastIndexOf('@');
        if (at < 1 || text.Length > Longest || !IsLocal(text.AsSpan(0, at)) || Host(text[(at + 1)..]) is not { } domain || !domain.Contains('.')) return null;
        return at + 1 + domain.Length > Longest ? null : new($"{text[..at]}@{domain}");
    }

    /// <exception cref="RuleBroken">«email.form» with what was typed.</exception>
    public static EmailAddress Parse(string? typed) => Find(typed) ?? throw new RuleBroken("email.form", typed?.Trim() ?? "");

    /// <summary>Empty means none; otherwise the address as it is kept.</summary>
    /// <exception cref="RuleBroken">«email.form».</exception>
    public static string? Kept(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Parse(typed).Text;

    /// <summary>A name of a machine as it travels, in small ASCII letters; null where it is none.</summary>
    public static string? Host(string typed)
    {
        if (typed.Length is 0 or > Longest || typed.StartsWith('.') || typed.EndsWith('.')) return null;
        try
        {
            var ascii = Idn.GetAscii(typed).ToLowerInvariant();
            return Array.TrueForAll(ascii.Split('.'), IsLabel) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static bool IsLocal(ReadOnlySpan<char> local) =>
        local.Length <= LongestLocal && !local.ContainsAnyExcept(LocalSigns) && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');
}
