using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zakhid.Operations.People;

/// <summary>
/// Passwords as they are kept: «pbkdf2-sha512$210000$salt$hash», PBKDF2-HMAC-SHA512 by the framework with the iterations
/// that OWASP ASVS 5 asks (11.4.2 and its cheat sheet). The count is in the text, so that it can grow.
/// </summary>
public static class Passwords
{
    public const int Iterations = 210_000;
    /// <summary>ASVS 5, 6.2.1 asks eight; people who sign in four times a year write a phrase.</summary>
    public const int Shortest = 10;
    public const int Longest = 128;
    const int SaltLength = 16, HashLength = 64;
    // Hashing takes a tenth of a second of a core; a storm of guesses must not take all of them.
    static readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    static readonly string _nobodys = Format(Iterations, new byte[SaltLength], new byte[HashLength]);

    /// <exception cref="RuleBroken">person.password-short, person.password-long, person.password-plain.</exception>
    public static void Check(string password, string login)
    {
        var letters = Normal(password).EnumerateRunes().Count();
        if (letters < Shortest) throw new RuleBroken("person.password-short", Shortest);
        if (letters > Longest) throw new RuleBroken("person.password-long", Longest);
        var plain = Normal(password).ToLowerInvariant();
        if (plain.Distinct().Count() < 5 || (login.Length > 0 && plain.Contains(login, StringComparison.OrdinalIgnoreCase)) || IsRun(plain)) throw new RuleBroken("person.password-plain");
    }

    // 1234567890, абвгґдежзи, qwertyuiop: neighbours all the way.
    static bool IsRun(string plain) => Rows.Any(row => row.Contains(plain, StringComparison.Ordinal)
        || row.Contains(string.Concat(plain.Reverse()), StringComparison.Ordinal));
    static readonly string[] Rows = ["12345678901234567890", "qwertyuiop[]asdfghjkl;'zxcvbnm,./", "йцукенгшщзхїфівапролджєячсмитьбю", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "abcdefghijklmnopqrstuvwxyz"];

    public static async Task<string> Hash(string password, CancellationToken stop = default)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return Format(Iterations, salt, await Derive(password, salt, Iterations, stop));
    }

    /// <summary>Takes the same time for a person who does not exist or has no password (<paramref name="kept"/> null).</summary>
    public static async Task<bool> Matches(string password, string? kept, CancellationToken stop = default)
    {
        var parts = (kept ?? _nobodys).Split('$');
        if (parts is not ["pbkdf2-sha512", var iterations, var salt, var hash]) throw new InvalidOperationException("A kept password has an unknown form");
        var derived = await Derive(password, Convert.FromBase64String(salt), int.Parse(iterations, CultureInfo.InvariantCulture), stop);
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(hash)) & kept is not null;
    }

    public static bool IsOutdated(string kept) => !kept.StartsWith($"pbkdf2-sha512${Iterations}$", StringComparison.Ordinal);

    /// <summary>A password to be handed over by voice or on paper: four groups of letters and digits that are not confused.</summary>
    public static string Temporary() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghkmnprstuvwxyz23456789", 4)));

    static async Task<byte[]> Derive(string password, byte[] salt, int iterations, CancellationToken stop)
    {
        await _turns.WaitAsync(stop);
        try
        {
            return Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Normal(password)), salt, iterations, HashAlgorithmName.SHA512, HashLength);
        }
        finally
        {
            _turns.Release();
        }
    }

    // The same letters typed on a telephone and on a keyboard may come composed or not.
    static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);
    static string Format(int iterations, byte[] salt, byte[] hash) =>
        string.Create(CultureInfo.InvariantCulture, $"pbkdf2-sha512${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
}
