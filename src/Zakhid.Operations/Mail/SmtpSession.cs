using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Zakhid.Documents.Mail;

namespace Zakhid.Operations.Mail;

/// <summary>How long the server may think before it is left alone.</summary>
public sealed record MailPatience(TimeSpan Connect, TimeSpan Answer)
{
    public static MailPatience Default { get; } = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60));
}

/// <summary>
/// A conversation with a mail server (RFC 5321, 3207, 4954, 8314), on a closed wire or not at all. Small because little is
/// needed: one recipient a letter, ASCII bytes, PLAIN or LOGIN. Whoever opened it sends letters one by one until one fails;
/// after that the conversation is over.
/// </summary>
sealed class SmtpSession : IAsyncDisposable
{
    readonly MailPatience _patience;
    readonly TcpClient _tcp = new();
    SmtpLines _lines = null!;
    IReadOnlySet<string> _offers = new HashSet<string>();

    SmtpSession(MailPatience patience) => _patience = patience;

    /// <exception cref="MailFailed">It did not come to a signed-in conversation.</exception>
    public static async Task<SmtpSession> Open(MailServer server, string? password, MailPatience patience, CancellationToken stop)
    {
        var session = new SmtpSession(patience);
        try
        {
            await session.Begin(server, password, stop);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>When it returns, the server has taken the letter upon itself.</summary>
    /// <exception cref="MailFailed">It has not, or it did not say so.</exception>
    public async Task Send(MailMessage letter, CancellationToken stop)
    {
        Expect(await Say($"MAIL FROM:<{letter.From.Address.Text}>", stop), 2, MailTrouble.Refused);
        Expect(await Say($"RCPT TO:<{letter.To.Address.Text}>", stop), 2, MailTrouble.Recipient);
        Expect(await Say("DATA", stop), 3, MailTrouble.Refused);
        await Write([.. letter.ToBytes(), .. ".\r\n"u8], stop);
        Expect(await Answer(stop), 2, MailTrouble.Recipient);
    }

    async Task Begin(MailServer server, string? password, CancellationToken stop)
    {
        await Within(_patience.Connect, MailTrouble.Unreachable, async limit =>
        {
            await _tcp.ConnectAsync(server.Host, server.Port, limit);
            return true;
        }, stop);
        _lines = new(_tcp.GetStream());
        if (server.Safety == MailSafety.Tls) await Close(server, stop);
        Expect(await Answer(stop), 2, MailTrouble.Refused);
        await Greet(stop);
        if (server.Safety == MailSafety.StartTls)
        {
            if (!_offers.Contains("STARTTLS")) throw new MailFailed(MailTrouble.NoTls);
            Expect(await Say("STARTTLS", stop), 2, MailTrouble.NoTls);
            // Anything said in the open behind the answer would be taken for words of the closed wire.
            if (_lines.HasMore) throw new MailFailed(MailTrouble.Garbled);
            await Close(server, stop);
            await Greet(stop);
        }
        if (server.Login is { } login) await SignIn(login, password ?? throw new MailFailed(MailTrouble.SignIn), stop);
    }

    Task<bool> Close(MailServer server, CancellationToken stop) => Within(_patience.Answer, MailTrouble.Dropped, async limit =>
    {
        var refused = false;
        var tls = new SslStream(_tcp.GetStream());
        var options = new SslClientAuthenticationOptions { TargetHost = server.Host, EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };
        // Offices mostly have no way out to ask whether a certificate was revoked; that alone must not silence them.
        options.CertificateChainPolicy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (server.Ca is { } ca)
        {
            options.CertificateChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            options.CertificateChainPolicy.CustomTrustStore.AddRange(MailServer.Certificates(ca));
        }
        options.RemoteCertificateValidationCallback = (_, _, _, errors) => !(refused = errors != SslPolicyErrors.None);
        try
        {
            await tls.AuthenticateAsClientAsync(options, limit);
        }
        catch (AuthenticationException cause)
        {
            // Where no certificate was refused, no TLS was spoken: another port, or the other kind of protection.
            throw new MailFailed(refused ? MailTrouble.Certificate : MailTrouble.Garbled, cause: cause);
        }
        _lines = new(tls);
        return true;
    }, stop);

    async Task Greet(CancellationToken stop)
    {
        var own = _tcp.Client.LocalEndPoint is IPEndPoint { Address: var address } ? address : IPAddress.Loopback;
        var literal = own.AddressFamily == AddressFamily.InterNetworkV6 && !own.IsIPv4MappedToIPv6 ? $"[IPv6:{own}]" : $"[{own.MapToIPv4()}]";
        var answer = Expect(await Say($"EHLO {literal}", stop), 2, MailTrouble.Refused);
        _offers = answer.Lines.Skip(1).Select(line => line.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
    }

    async Task SignIn(string login, string password, CancellationToken stop)
    {
        var ways = _offers.FirstOrDefault(offer => offer.StartsWith("AUTH ", StringComparison.Ordinal))?.Split(' ') ?? [];
        if (ways.Contains("PLAIN", StringComparer.Ordinal)) SignedIn(await Say("AUTH PLAIN " + Base64($"\0{login}\0{password}"), stop));
        else if (ways.Contains("LOGIN", StringComparer.Ordinal))
        {
            if ((await Say("AUTH LOGIN", stop)).Code != 334 || (await Say(Base64(login), stop)).Code != 334) throw new MailFailed(MailTrouble.SignIn);
            SignedIn(await Say(Base64(password), stop));
        }
        else throw new MailFailed(MailTrouble.SignIn);
    }

    // What the server says to a sign-in is not repeated: it may repeat the sign-in.
    static void SignedIn(SmtpAnswer answer)
    {
        if (answer.Code / 100 != 2) throw new MailFailed(answer.Code / 100 == 4 ? MailTrouble.Later : MailTrouble.SignIn);
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    static SmtpAnswer Expect(SmtpAnswer answer, int kind, MailTrouble otherwise) => (answer.Code / 100) switch
    {
        var said when said == kind => answer,
        4 => throw new MailFailed(MailTrouble.Later, answer.Said),
        5 => throw new MailFailed(otherwise, answer.Said),
        _ => throw new MailFailed(MailTrouble.Garbled, answer.Said),
    };

    async Task<SmtpAnswer> Say(string line, CancellationToken stop)
    {
        await Write(Encoding.UTF8.GetBytes(line + "\r\n"), stop);
        return await Answer(stop);
    }

    Task<bool> Write(byte[] bytes, CancellationToken stop) => Within(_patience.Answer, MailTrouble.Dropped, async limit =>
    {
        await _lines.Write(bytes, limit);
        return true;
    }, stop);

    Task<SmtpAnswer> Answer(CancellationToken stop) => Within(_patience.Answer, MailTrouble.Dropped, _lines.Answer, stop);

    static async Task<T> Within<T>(TimeSpan allowed, MailTrouble otherwise, Func<CancellationToken, Task<T>> deed, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(allowed);
        try
        {
            return await deed(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new MailFailed(otherwise == MailTrouble.Unreachable ? otherwise : MailTrouble.Stalled);
        }
        catch (Exception cause) when (cause is IOException or SocketException)
        {
            throw new MailFailed(otherwise, cause: cause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A farewell is good manners and nothing more: what was taken is taken.
        if (_lines is not null && _tcp.Connected)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await _lines.Write("QUIT\r\n"u8.ToArray(), soon.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or InvalidOperationException)
            {
            }
        }
        _tcp.Dispose();
    }
}
