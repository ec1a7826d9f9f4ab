using System.Security.Cryptography.X509Certificates;
using Zakhid.Mail;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Mail;

/// <summary>How the wire is closed before anything is said on it; an open wire is not offered.</summary>
public enum MailSafety
{
    /// <summary>Closed from the first byte, usually port 465.</summary>
    Tls,
    /// <summary>Begins open and is closed by STARTTLS before the sign-in, usually port 587; a server that does not offer it gets nothing.</summary>
    StartTls,
}

/// <summary>The one mail server that an installation sends through. The password lies in a file of its own, see <see cref="MailPassword"/>.</summary>
public sealed record MailServer
{
    public required string Host { get; init; }
    public required int Port { get; init; }
    public required MailSafety Safety { get; init; }
    /// <summary>Null: the server asks for no sign-in.</summary>
    public string? Login { get; init; }
    /// <summary>From whom the letters are.</summary>
    public required string FromAddress { get; init; }
    public string FromName { get; init; } = "Захід";
    /// <summary>Address of this installation for links in letters, «https://zakhid.example.gov.ua»; null: letters have none.</summary>
    public string? Site { get; init; }
    /// <summary>PEM of the authority that signed the server's certificate, where that is none of the public ones.</summary>
    public string? Ca { get; init; }

    /// <summary>Null: no server is set, nothing is sent.</summary>
    public static Task<MailServer?> Find(Store store, CancellationToken stop = default) => store.Read(Store.Installation, r => r.Find<MailServer>(
        "SELECT host, port, safety, login, from_address, from_name, site, ca FROM mail_server WHERE id = 1"), stop);

    /// <summary>The same, in order.</summary>
    /// <exception cref="RuleBroken">«mail.host», «mail.port», «email.form», «mail.site», «mail.ca», «mail.login».</exception>
    public MailServer Checked()
    {
        var host = Host.Trim();
        if (!System.Net.IPAddress.TryParse(host, out _)) host = EmailAddress.Host(host) ?? throw new RuleBroken("mail.host", Host.Trim());
        if (Port is < 1 or > 65535) throw new RuleBroken("mail.port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var login = Login?.Trim() is { Length: > 0 } typed ? typed : null;
        if (login?.Any(char.IsControl) == true) throw new RuleBroken("mail.login");
        var site = Site?.Trim().TrimEnd('/') is { Length: > 0 } address ? address : null;
        if (site is not null && (!Uri.TryCreate(site, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || site.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign)))) throw new RuleBroken("mail.site", site);
        var ca = string.IsNullOrWhiteSpace(Ca) ? null : Ca.Trim();
        if (ca is not null) Certificates(ca);
        return this with { Host = host, Login = login, FromAddress = EmailAddress.Parse(FromAddress).Text, FromName = FromName.Trim(), Site = site, Ca = ca };
    }

    /// <exception cref="RuleBroken">«mail.ca»: no certificate in it.</exception>
    internal static X509Certificate2Collection Certificates(string pem)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPem(pem);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            throw new RuleBroken("mail.ca");
        }
        return found.Count > 0 ? found : throw new RuleBroken("mail.ca");
    }
}

/// <summary>
/// The password of the sign-in: a file beside the database that only its owner may read, so that it is in no backup, no copy
/// of the database and no log. Several servers on one PostgreSQL get it from the environment instead.
/// </summary>
public static class MailPassword
{
    public const string Variable = "ZAKHID_MAIL_PASSWORD";

    static string FileOf(Store store) => Path.Combine(store.Folder, "mail-password");

    public static string? Find(Store store)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return given;
        return File.Exists(FileOf(store)) ? File.ReadAllText(FileOf(store)) : null;
    }

    /// <summary>Null takes it away.</summary>
    internal static void Keep(Store store, string? password)
    {
        File.Delete(FileOf(store));
        if (password is null) return;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(FileOf(store), options);
        file.Write(password);
    }
}
