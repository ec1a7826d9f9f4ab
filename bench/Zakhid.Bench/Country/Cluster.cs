using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Zakhid.Bench.Country;

/// A PostgreSQL of the bench's own, durable as a new one is: a temporary folder, 127.0.0.1 and a free port, gone at the end.
sealed class Cluster : IDisposable
{
    const string Binaries = "/usr/lib/postgresql/15/bin";
    static readonly bool Root = Environment.UserName == "root";
    readonly string _folder = Directory.CreateTempSubdirectory("zakhid-bench-pg-").FullName;
    readonly int _port = FreePort();

    public Cluster()
    {
        if (Root) Machine.Run("chown", "postgres", _folder);
        Run("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-k", "-E", "UTF8", "--locale=C.UTF-8");
        // What a machine is usually given: a quarter of its memory, and a log that a great load does not cut in pieces. Nothing of what
        // makes a commit durable is switched off.
        var buffers = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 / 1024 / 1024;
        Run("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o",
            $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c shared_buffers={buffers}MB -c max_wal_size=16GB -c checkpoint_timeout=15min -c max_connections=100", "start");
        // An ordinary role: a superuser walks through the policies, and the program refuses it.
        Run("createuser", "-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", "zakhid");
        Run("createdb", "-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", "-O", "zakhid", "zakhid");
        Sql("CREATE ROLE zakhid_bulk LOGIN BYPASSRLS");
    }

    public string Connection => As("zakhid");
    public string Bulk => As("zakhid_bulk");

    /// What a statement answers, asked by the administrator.
    public string Sql(string statement) => Machine.Run(Path.Combine(Binaries, "psql"), "-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", statement, "zakhid").Trim();

    /// Seconds of processor time: the server's own, of its processes that have ended, and of those that live.
    public double ProcessorSeconds() => Machine.ProcessorSeconds(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));

    string As(string role) => $"Host=127.0.0.1;Port={_port};Database=zakhid;Username={role}";

    string Data => Path.Combine(_folder, "data");

    public void Dispose()
    {
        Run("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    // initdb and postgres refuse to run as root.
    static void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries, program);
        var start = Root ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments]) : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = "/";
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        // The server inherits the pipes: wait for the process, not for their end.
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: exit {process.ExitCode}");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
