using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Zakhid.Operations.Tests.Storage;

/// <summary>
/// A PostgreSQL of the tests' own: a new cluster in a temporary folder, on 127.0.0.1 and a free port, gone at the end.
/// Each test gets a database with an ordinary role as its owner, because a superuser walks through the policies.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    const string Binaries = "/usr/lib/postgresql/15/bin";
    static readonly bool _root = Environment.UserName == "root";
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-pg-").FullName;
    readonly int _port = FreePort();
    int _databases;

    /// <summary>Why there is no cluster; null when there is one.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path.Combine(Binaries, "initdb")))
        {
            Missing = $"PostgreSQL 15 is not installed ({Binaries}); bin/test installs it";
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) throw new InvalidOperationException(Missing);
            return;
        }
        if (_root) await Run("chown", ["postgres", _folder], asPostgres: false);
        await Run($"{Binaries}/initdb", ["-D", $"{_folder}/data", "-U", "postgres", "-A", "trust", "-k", "-E", "UTF8", "--locale=C.UTF-8", "-N"]);
        await Start();
        await using var admin = new NpgsqlConnection(Connection("postgres", "postgres"));
        await admin.OpenAsync();
        await using var role = new NpgsqlCommand("CREATE ROLE zakhid LOGIN NOSUPERUSER NOBYPASSRLS; CREATE ROLE zakhid_bulk LOGIN BYPASSRLS; CREATE ROLE zakhid_kin LOGIN; GRANT zakhid_bulk TO zakhid_kin", admin);
        await role.ExecuteNonQueryAsync();
    }

    public Task Start() =>
        Run($"{Binaries}/pg_ctl", ["-D", $"{_folder}/data", "-w", "-l", $"{_folder}/log", "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c shared_buffers=64MB -c max_connections=400", "start"]);

    public Task Stop(string mode = "immediate") => Run($"{Binaries}/pg_ctl", ["-D", $"{_folder}/data", "-w", "-m", mode, "stop"]);

    /// <summary>A connection string to a new, empty database.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"zakhid_{Interlocked.Increment(ref _databases)}";
        await using var admin = new NpgsqlConnection(Connection("postgres", "postgres"));
        await admin.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name} OWNER zakhid", admin);
        await create.ExecuteNonQueryAsync();
        return Connection(name, "zakhid");
    }

    public string Connection(string database, string user) => $"Host=127.0.0.1;Port={_port};Database={database};Username={user};Pooling=true;Maximum Pool Size=20";

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (Missing is null) await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    // initdb and postgres refuse to run as root.
    static async Task Run(string program, string[] arguments, bool asPostgres = true)
    {
        var start = new ProcessStartInfo(_root && asPostgres ? "runuser" : program) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        if (_root && asPostgres) foreach (var a in (string[])["-u", "postgres", "--", program]) start.ArgumentList.Add(a);
        foreach (var a in arguments) start.ArgumentList.Add(a);
        using var process = Process.Start(start)!;
        // A server started by pg_ctl inherits the pipes: wait for the process, not for their end.
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit {process.ExitCode} {await process.StandardError.ReadToEndAsync()}");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
