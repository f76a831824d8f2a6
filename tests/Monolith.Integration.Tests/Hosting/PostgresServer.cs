using System.Diagnostics;
using System.Globalization;

namespace Monolith.Integration.Tests.Hosting;

/// <summary>A real PostgreSQL of the test's own, on a port of this machine, for hosts that are given their database.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly string binaries = FindBinaries();
    private readonly Process process;

    public PostgresServer()
    {
        Run("chown", "postgres", folder.Path);
        using (var initdb = Start("initdb", "-D", folder["data"], "-U", "monolith", "-E", "UTF8", "--locale=C", "--auth=trust", "--no-sync"))
            initdb.WaitForExit();
        process = Start(
            "postgres", "-D", folder["data"], "-c", $"port={Port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={folder.Path}",
            "-c", "max_connections=300", "-c", "fsync=off");
        WaitUntilUp();
    }

    public int Port { get; } = FreePort.Find();

    public string ConnectionString => At(Port);

    private IEnumerable<int> Processes => File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).Prepend(process.Id);

    /// <param name="port">Of the server, or of something before it.</param>
    public static string At(int port) => $"Host=127.0.0.1;Port={port};Username=monolith;Database=postgres";

    /// <summary>It keeps its connections, accepts new ones and answers none.</summary>
    public void Freeze() => Signals.Send("STOP", Processes);

    public void Thaw() => Signals.Send("CONT", Processes);

    public void Dispose()
    {
        Thaw();
        Signals.Send("INT", process.Id);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    private static string FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).First(bin => File.Exists(Path.Combine(bin, "postgres")))
        : "";

    private static void Run(string program, params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess)
            return;
        using var run = Process.Start(program, arguments);
        run.WaitForExit();
    }

    /// <summary>PostgreSQL refuses root.</summary>
    private Process Start(string program, params string[] arguments)
    {
        string[] words = [.. Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : Array.Empty<string>(), Path.Combine(binaries, program), .. arguments];
        var started = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path })!;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void WaitUntilUp()
    {
        while (true)
        {
            using var again = Start("pg_isready", "-h", "127.0.0.1", "-p", $"{Port}", "-t", "30");
            again.WaitForExit();
            if (again.ExitCode == 0)
                return;
            if (process.HasExited)
                throw new InvalidOperationException($"PostgreSQL ended with {process.ExitCode}.");
        }
    }
}
