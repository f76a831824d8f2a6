using System.Globalization;
using Monolith.Host.Drill.Disturbances;
using Monolith.Host.Drill.Options;
using Monolith.Host.Startup;
using Monolith.Kernel;
using Monolith.Storage;

namespace Monolith.Host.Drill;

/// <summary><c>drill</c>: kills, freezes and cuts off real hosts at work, and says whether they kept their promises.</summary>
internal static class DrillCommand
{
    /// <returns>0 when every promise was kept, 1 when not.</returns>
    /// <exception cref="StartRefusedException">Options are wrong, or there is no database to be had.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var options = DrillOptionsReader.Read(words);
        if (OperatingSystem.IsWindows())
            throw new StartRefusedException(["The drill freezes processes by SIGSTOP, which Windows does not have. Run it on Linux or a Mac."]);

        var folder = DrillFolder.Create();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Drill of {options.Hosts} hosts: {options.Kills} kills, {options.Freezes} freezes, {options.DatabaseRestarts} database restarts; lease {DrillOptions.Lease.TotalSeconds} s, heartbeat {DrillOptions.Heartbeat.TotalSeconds} s."));
        Console.WriteLine($"The same again: --kills {options.Kills} --hosts {options.Hosts} --database-restarts {options.DatabaseRestarts} --freezes {options.Freezes} --seed {options.Seed}");
        var kept = false;
        try
        {
            kept = await InAsync(folder, options, cancellationToken);
            return kept ? 0 : 1;
        }
        finally
        {
            if (kept)
                folder.Delete();
            else
                Console.WriteLine($"Kept for a look: {folder.Root} (the hosts' logs, the journal, the database in {folder.Database})");
        }
    }

    private static async Task<bool> InAsync(DrillFolder folder, DrillOptions options, CancellationToken cancellationToken)
    {
        var started = await StorageModule.StartServerAsync(new DataFolders(folder.Database), cancellationToken);
        if (!started.IsSuccess)
            throw new StartRefusedException([.. started.Problems.Select(problem => problem.Message)]);
        await using var server = started.Value;
        return await new DrillRun(folder, options, server).RunAsync(DisturbanceSchedule.Of(options), cancellationToken);
    }
}
