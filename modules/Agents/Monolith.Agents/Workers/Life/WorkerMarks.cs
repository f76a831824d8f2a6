using System.Globalization;
using Monolith.Agents.Programs;

namespace Monolith.Agents.Workers.Life;

/// <summary>
/// The variable by which a worker, and whatever it started, is found again. It names the host too: several may share a data folder, and none may end
/// the others' workers.
/// </summary>
internal static class WorkerMarks
{
    public const string Variable = "MONOLITH_WORKER";

    /// <param name="folder">The copy that is loaded.</param>
    /// <returns>One of its own.</returns>
    public static string New(string folder) => $"{folder}#{Environment.ProcessId}-{StartOf(Environment.ProcessId)}-{Guid.NewGuid():N}";

    /// <returns>How many are still there.</returns>
    public static Task<int> KillAsync(string mark, TimeProvider time) => ProcessSweep.KillAsync($"{Variable}={mark}", time, CancellationToken.None);

    /// <returns>The marks below a folder whose hosts are gone.</returns>
    public static IEnumerable<string> Orphans(string folder) => ProcessSweep.ValuesOf(Variable)
        .Where(mark => mark.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && IsOrphan(mark));

    private static bool IsOrphan(string mark) => mark.Split('#')[^1].Split('-') is [var id, var start, ..]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var host) && StartOf(host) != start;

    /// <returns>When a process began, in the kernel's own measure: another process of the same number began at another time. Empty when it is gone.</returns>
    private static string StartOf(int id)
    {
        try
        {
            // The name of the program comes before, in brackets, and may hold anything.
            return File.ReadAllText(FormattableString.Invariant($"/proc/{id}/stat")).Split(')')[^1].Split(' ')[20];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
