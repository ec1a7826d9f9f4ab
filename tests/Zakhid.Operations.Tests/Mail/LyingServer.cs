using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Zakhid.Operations.Mail;

namespace Zakhid.Operations.Tests.Mail;

/// <summary>How a server behaves in one conversation.</summary>
public enum Lie
{
    None,
    HangsUpAtOnce, HangsUpInstead250, Garbage, EndlessLine, Stalls, StallsAfterData,
    LaterAtGreeting, LaterAtRecipient, LaterAfterData, NeverAtRecipient, NeverAfterData, NeverSignIn,
    NoStartTls, SaysMoreBehindStartTls,
}

/// <summary>A mail server that does as told: each conversation takes the next lie, the last one goes on. What it took it keeps; a conversation may still end (QUIT) while a test reads.</summary>
public sealed class LyingServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _end = new();
    readonly X509Certificate2 _certificate;
    readonly Lie[] _lies;
    readonly MailSafety _safety;
    readonly Task _serving;
    readonly List<Task> _talks = [];

    public LyingServer(X509Certificate2 certificate, MailSafety safety, params Lie[] lies)
    {
        (_certificate, _safety, _lies) = (certificate, safety, lies);
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
    /// <summary>Every letter that came whole, whatever was answered, by its Message-ID.</summary>
    public ConcurrentQueue<string> Came { get; } = [];
    /// <summary>Those that were answered with 250.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];
    /// <summary>All that was said to it, sign-in too.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];
    /// <summary>Runs when a letter has come whole, before the answer.</summary>
    public Func<Task> OnLetter { get; set; } = () => Task.CompletedTask;

    async Task Serve()
    {
        while (!_end.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_end.Token);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            _talks.Add(Heed(client, _lies[Math.Min(_talks.Count, _lies.Length - 1)]));
        }
    }

    async Task Heed(TcpClient client, Lie lie)
    {
        using (client)
        {
            try
            {
                await Talk(client, lie);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
            }
        }
    }

    async Task Talk(TcpClient client, Lie lie)
    {
        if (lie == Lie.HangsUpAtOnce) return;
        Stream wire = client.GetStream();
        if (_safety == MailSafety.Tls) wire = await Closed(wire);
        if (lie == Lie.Stalls) await Task.Delay(Timeout.Infinite, _end.Token);
        if (lie == Lie.Garbage) { await Say("Ласкаво просимо!"); return; }
        if (lie == Lie.EndlessLine) { while (true) await wire.WriteAsync(new byte[4096].Select(_ => (byte)'2').ToArray(), _end.Token); }
        await Say(lie == Lie.LaterAtGreeting ? "421 зайнято" : "220 вітаю");
        while (await Line() is { } line)
        {
            Heard.Enqueue(line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    var open = _safety == MailSafety.StartTls && wire is not SslStream;
                    await Say(open ? lie == Lie.NoStartTls ? "250 mail" : "250-mail\r\n250 STARTTLS" : "250-mail\r\n250 AUTH PLAIN");
                    break;
                case "STARTTLS":
                    await Say(lie == Lie.SaysMoreBehindStartTls ? "220 нумо\r\n250 і ще" : "220 нумо");
                    wire = await Closed(wire);
                    break;
                case "AUTH": await Say(lie == Lie.NeverSignIn ? $"535 пароль {line} не той" : "235 так"); break;
                case "RCPT": await Say(lie switch { Lie.LaterAtRecipient => "450 пізніше", Lie.NeverAtRecipient => "550 немає такої скриньки", _ => "250 так" }); break;
                case "DATA":
                    await Say("354 чекаю");
                    var id = "";
                    while (await Line() is { } text && text != ".") if (text.StartsWith("Message-ID: ", StringComparison.Ordinal)) id = text[12..];
                    Came.Enqueue(id);
                    await OnLetter();
                    if (lie == Lie.HangsUpInstead250) return;
                    if (lie == Lie.StallsAfterData) await Task.Delay(Timeout.Infinite, _end.Token);
                    if (lie is Lie.LaterAfterData or Lie.NeverAfterData) { await Say(lie == Lie.LaterAfterData ? "451 пізніше" : "554 не візьму"); break; }
                    Taken.Enqueue(id);
                    await Say("250 взято");
                    break;
                case "QUIT": return;
                default: await Say("250 так"); break;
            }
        }

        async Task Say(string what) => await wire.WriteAsync(Encoding.UTF8.GetBytes(what + "\r\n"), _end.Token);

        async Task<string?> Line()
        {
            var (bytes, one) = (new List<byte>(), new byte[1]);
            while (await wire.ReadAsync(one, _end.Token) == 1)
            {
                if (one[0] == '\n') return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
                bytes.Add(one[0]);
            }
            return null;
        }
    }

    async Task<Stream> Closed(Stream wire)
    {
        var tls = new SslStream(wire);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
        return tls;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        await Task.WhenAll(_talks);
        _end.Dispose();
    }
}
