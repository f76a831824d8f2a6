using Monolith.Agents.Programs;

namespace Monolith.Agents.Workers.Life;

/// <summary>The variable by which a worker, and whatever it started, is found again.</summary>
internal static class WorkerMarks
{
    public const string Variable = "MONOLITH_WORKER";

    /// <returns>One of its own, in a folder that belongs to one host.</returns>
    public static string New(string folder) => $"{folder}#{Guid.NewGuid():N}";

    /// <summary>Kills what has the mark, or all of a folder's marks.</summary>
    /// <returns>How many are still there.</returns>
    public static Task<int> KillAsync(string mark, TimeProvider time) => ProcessSweep.KillAsync($"{Variable}={mark}", time, CancellationToken.None);
}
