using System.Text;

namespace Zakhid.Operations.People;

/// <summary>A sign-in name: small Latin letters, digits, dots and hyphens. Unique in an installation; decides the authority.</summary>
public static class Login
{
    public const int Longest = 64;

    /// <summary>
    /// As it is looked up: small letters, no blanks around, Cyrillic letters that look Latin taken for Latin, because a
    /// keyboard may stand in the other layout for a letter or two.
    /// </summary>
    public static string Key(string typed) =>
        string.Concat(typed.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant().Select(c => "аеорсухі".IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? "aeopcyxi"[i] : c));

    /// <exception cref="RuleBroken">person.login-form.</exception>
    public static string Checked(string typed)
    {
        var key = Key(typed);
        if (key.Length is < 3 or > Longest || !key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_' or '@')) throw new RuleBroken("person.login-form", typed);
        return key;
    }
}
