using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Zakhid.Operations.Mail;

[assembly: AssemblyFixture(typeof(Zakhid.Operations.Tests.Mail.EximServer))]

namespace Zakhid.Operations.Tests.Mail;

/// <summary>A letter as a reader that is none of ours understood it (Python's email library).</summary>
public sealed record ReadLetter(string Id, string From, string To, string Subject, string Date, string Text, string EnvelopeTo, IReadOnlyList<string> Headers);

/// <summary>
/// A mail server from the distribution: exim with a configuration of its own, on 127.0.0.1 and free ports, with a certificate
/// of the tests' own authority. It wants TLS and a sign-in, and puts what it takes into one maildir.
/// </summary>
public sealed class EximServer : IAsyncLifetime
{
    const string Program = "/usr/sbin/exim4", Account = "Debian-exim";
    public const string Login = "zakhid", Password = "справжній пароль 7";

    static readonly bool _root = Environment.UserName == "root";
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-exim-").FullName;
    readonly OwnCertificates _certificates = new();
    Process? _process;

    public int StartTlsPort { get; } = FreePort();
    public int TlsPort { get; } = FreePort();
    /// <summary>STARTTLS as well; the only way to sign in there is LOGIN.</summary>
    public int LoginPort { get; } = FreePort();
    public string Ca => _certificates.Pem;
    /// <summary>Why there is none; null when there is one.</summary>
    public string? Missing { get; private set; }

    public MailServer Server(MailSafety safety, int? port = null) => new()
    {
        Host = "127.0.0.1",
        Port = port ?? (safety == MailSafety.Tls ? TlsPort : StartTlsPort),
        Safety = safety,
        Login = Login,
        FromAddress = "zakhid@zakhid.test",
        Ca = Ca,
        Site = "https://zakhid.test",
    };

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            Missing = $"exim is not installed ({Program}); bin/test installs it";
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) throw new InvalidOperationException(Missing);
            return;
        }
        var user = _root ? Account : Environment.UserName;
        foreach (var part in new[] { "spool", "log", "mail/new", "mail/cur", "mail/tmp" }) Directory.CreateDirectory(Path.Combine(_folder, part));
        using var certificate = _certificates.Server();
        await File.WriteAllTextAsync(Path.Combine(_folder, "server.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder, "server.key"), OwnCertificates.KeyPem(certificate));
        await File.WriteAllTextAsync(Path.Combine(_folder, "exim.conf"), Configuration(user));
        if (_root) await Run("chown", "-R", Account, _folder);

        string[] arguments = ["-C", Path.Combine(_folder, "exim.conf"), "-bdf"];
        var start = new ProcessStartInfo(_root ? "runuser" : Program) { UseShellExecute = false, WorkingDirectory = "/" };
        foreach (var a in _root ? ["-u", Account, "--", Program, .. arguments] : arguments) start.ArgumentList.Add(a);
        _process = Process.Start(start)!;
        foreach (var port in new[] { StartTlsPort, TlsPort, LoginPort }) await Answers(port);
    }

    string Configuration(string user) => """
        primary_hostname = zakhid.test
        exim_user = @USER
        exim_group = @USER
        daemon_smtp_ports = @STARTTLS : @TLS : @LOGINPORT
        tls_on_connect_ports = @TLS
        local_interfaces = 127.0.0.1
        disable_ipv6 = true
        spool_directory = @FOLDER/spool
        log_file_path = @FOLDER/log/%slog
        pid_file_path = @FOLDER/exim.pid
        deliver_drop_privilege = true
        host_lookup =
        rfc1413_query_timeout = 0s
        dns_dnssec_ok = 0
        tls_advertise_hosts = *
        tls_certificate = @FOLDER/server.pem
        tls_privatekey = @FOLDER/server.key
        auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
        domainlist local_domains = zakhid.test
        acl_smtp_rcpt = recipient

        begin acl
        recipient:
          deny !encrypted = *
               message = closed wires only
          deny !authenticated = *
               message = sign in first
          deny local_parts = nikoho
               message = no such mailbox
          defer local_parts = piznishe
               message = come back later
          accept domains = +local_domains
          deny message = no relaying

        begin routers
        box:
          driver = accept
          transport = maildir

        begin transports
        maildir:
          driver = appendfile
          directory = @FOLDER/mail
          maildir_format
          envelope_to_add
          user = @USER
          group = @USER

        begin retry
        * * F,1h,1m

        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_advertise_condition = ${if eq{$received_port}{@LOGINPORT}{no}{yes}}
          server_prompts = :
          server_condition = ${if and{{eq{$auth2}{@LOGIN}}{eq{$auth3}{@PASSWORD}}}}
          server_set_id = $auth2
        login:
          driver = plaintext
          public_name = LOGIN
          server_prompts = <| Username: | Password:
          server_condition = ${if and{{eq{$auth1}{@LOGIN}}{eq{$auth2}{@PASSWORD}}}}
          server_set_id = $auth1
        """.Replace("@USER", user).Replace("@STARTTLS", $"{StartTlsPort}").Replace("@TLS", $"{TlsPort}").Replace("@LOGINPORT", $"{LoginPort}").Replace("@LOGIN", Login).Replace("@PASSWORD", Password).Replace("@FOLDER", _folder);

    /// <summary>Letters delivered to an address, once there are so many; exim delivers a moment after it has answered.</summary>
    public async Task<List<ReadLetter>> Delivered(string to, int count, CancellationToken stop)
    {
        for (var waited = 0; ; waited += 100)
        {
            var found = (await Read()).Where(l => l.EnvelopeTo == to).ToList();
            if (found.Count >= count || waited > 10_000) return found;
            await Task.Delay(100, stop);
        }
    }

    async Task<List<ReadLetter>> Read()
    {
        const string reader = """
            import email, email.policy, json, os, sys
            found = []
            for name in sorted(os.listdir(sys.argv[1])):
                with open(os.path.join(sys.argv[1], name), 'rb') as file: m = email.message_from_binary_file(file, policy=email.policy.default)
                assert not m.defects, m.defects
                found.append({'Id': m['Message-ID'], 'From': str(m['From']), 'To': str(m['To']), 'Subject': str(m['Subject']), 'Date': str(m['Date']),
                    'Text': m.get_content(), 'EnvelopeTo': m['Envelope-to'], 'Headers': list(m.keys())})
            print(json.dumps(found))
            """;
        return JsonSerializer.Deserialize<List<ReadLetter>>(await Run("python3", "-c", reader, Path.Combine(_folder, "mail", "new")))!;
    }

    static async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var a in arguments) start.ArgumentList.Add(a);
        using var process = Process.Start(start)!;
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{program}: {await failed}");
    }

    async Task Answers(int port)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (_process!.HasExited) throw new InvalidOperationException($"exim ended with {_process.ExitCode}");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }
        throw new InvalidOperationException($"exim does not answer on {port}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // runuser passes the end on to the server that it started.
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
