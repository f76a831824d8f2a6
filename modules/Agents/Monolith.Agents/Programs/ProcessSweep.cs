using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Monolith.Agents.Programs;

/// <summary>
/// Kills every process whose environment holds a mark, also one that left its parent, session and group. Linux only: no
/// other system shows the environment of a process as plainly, so there the process tree alone is killed.
/// </summary>
internal static class ProcessSweep
{
    private const int MostPasses = 50;
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMilliseconds(10);

    /// <returns>How many were still there after the last pass.</returns>
    public static async Task<int> KillAsync(string mark, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            return 0;

        var wanted = Encoding.UTF8.GetBytes('\0' + mark);
        var found = Find(wanted);
        for (var pass = 0; pass < MostPasses && found.Count > 0; pass++)
        {
            found.ForEach(Kill);
            await Task.Delay(BetweenPasses, time, cancellationToken);
            found = Find(wanted);
        }

        return found.Count;
    }

    /// <returns>What processes have in their environment under a name, each value once.</returns>
    public static IReadOnlySet<string> ValuesOf(string variable)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        if (!OperatingSystem.IsLinux())
            return values;
        var wanted = Encoding.UTF8.GetBytes($"\0{variable}=");
        foreach (var (_, environment) in Processes())
        {
            var variables = environment.AsSpan();
            if (variables.IndexOf(wanted) is >= 0 and var at)
                values.Add(Encoding.UTF8.GetString(variables[(at + wanted.Length)..]).Split('\0')[0]);
        }

        return values;
    }

    private static List<int> Find(byte[] wanted) =>
        [.. Processes().Where(process => process.Id != Environment.ProcessId && process.Environment.AsSpan().IndexOf(wanted) >= 0).Select(process => process.Id)];

    private static IEnumerable<(int Id, byte[] Environment)> Processes()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                yield return (id, EnvironmentOf(folder));
        }
    }

    // Led by a NUL, so that every variable stands between two.
    private static byte[] EnvironmentOf(string folder)
    {
        try
        {
            return [0, .. File.ReadAllBytes(Path.Combine(folder, "environ"))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself, or belongs to another user and is counted as left over.
        }
    }
}
