using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Monolith.Kernel;

namespace Monolith.Storage.Embedded;

/// <summary>The cluster's folder: <c>data</c> (made by initdb), <c>socket</c> and <c>server.log</c>.</summary>
internal sealed class ClusterFolder(string root, ServerUser user)
{
    public const string User = "monolith";
    public const string Database = "monolith";
    public const int Port = 5432;

    /// <summary>A Unix socket's path holds about 100 bytes, the file's own name among them.</summary>
    private const int LongestSocketFolder = 85;

    private const long LongestLog = 10 << 20;

    public string Root => root;

    public ServerUser RunAs => user;

    public string Data => Path.Combine(root, "data");

    public string Log => Path.Combine(root, "server.log");

    public string SocketFolder { get; } = Encoding.UTF8.GetByteCount(root) <= LongestSocketFolder - 7
        ? Path.Combine(root, "socket")
        : Path.Combine(Path.GetTempPath(), $"monolith-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..16]}");

    /// <summary>The version the data is of; null before initdb.</summary>
    public int? Major => Path.Combine(Data, "PG_VERSION") is var file && File.Exists(file)
        ? int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture)
        : null;

    public IEnumerable<string> ServerArguments() =>
    [
        "-c", "listen_addresses=", "-c", $"port={Port}", "-c", $"unix_socket_directories={SocketFolder}",
        "-c", "unix_socket_permissions=0700", "-c", "max_connections=200", "-c", "shared_buffers=256MB",
        "-c", "max_wal_size=2GB", "-c", "checkpoint_timeout=15min", "-c", "wal_compression=on",
        "-c", "logging_collector=off", "-c", "log_destination=stderr",
    ];

    /// <returns>The server that has this cluster open, or null.</returns>
    public Process? RunningServer()
    {
        var file = Path.Combine(Data, "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).First(), out var pid))
            return null;
        try
        {
            var process = Process.GetProcessById(pid);
            return IsOurs(pid) ? process : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Makes the folders, and the cluster where there is none.</summary>
    public async Task<Problem?> PrepareAsync(PostgresBinaries binaries)
    {
        Directory.CreateDirectory(root);
        Directory.CreateDirectory(SocketFolder);
        if (File.Exists(Log) && new FileInfo(Log).Length > LongestLog)
            File.Delete(Log);
        await user.OwnAsync(SocketFolder);
        await user.OwnAsync(root);
        if (Unreachable() is { } folder)
            return new Problem(ErrorCodes.DatabaseError, $"The user '{user.Name}', whom PostgreSQL runs as, cannot enter {folder}. Type: chmod o+x {folder}   or give another folder by Storage:DataDirectory.");
        if (Major is not null)
            return null;

        return await InitialiseAsync(binaries);
    }

    /// <summary>Into a folder beside, then renamed: a start that was killed half-way leaves nothing that looks whole.</summary>
    private async Task<Problem?> InitialiseAsync(PostgresBinaries binaries)
    {
        var fresh = Path.Combine(root, "data.new");
        if (Directory.Exists(fresh))
            Directory.Delete(fresh, recursive: true);
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);

        var command = user.Command(
            binaries.Program("initdb"), ["-D", fresh, "-U", User, "-E", "UTF8", "--locale=C", "--auth=trust", "--no-sync"]);
        using var initdb = Process.Start(command)!;
        var output = initdb.StandardOutput.ReadToEndAsync();
        var errors = await initdb.StandardError.ReadToEndAsync();
        await output;
        await initdb.WaitForExitAsync();
        if (initdb.ExitCode != 0)
            return new Problem(ErrorCodes.DatabaseError, $"initdb could not make a cluster in {root}: {errors.Trim()}");
        Directory.Move(fresh, Data);
        return null;
    }

    private bool IsOurs(int pid)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        var words = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
        return words.Contains(Data);
    }

    /// <returns>The first folder above the cluster that the server's user cannot enter.</returns>
    private string? Unreachable()
    {
        if (user.Name is null || OperatingSystem.IsWindows())
            return null;
        for (var folder = Path.GetDirectoryName(root); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherExecute))
                return folder;
        }

        return null;
    }
}
