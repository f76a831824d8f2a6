using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Monolith.Agents.Programs;

/// <summary>
/// Kills every process that carries a variable in its environment. A child inherits it, so daemons that left the process
/// tree are found too. Linux only; elsewhere the tree is all that is known.
/// </summary>
internal static class ProcessSweep
{
    private const int MaxPasses = 20;

    public static void KillMarked(string variable, string value)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var marker = Encoding.UTF8.GetBytes($"{variable}={value}");
        // A process may fork between the look and the kill, so look until none is left.
        for (var pass = 0; pass < MaxPasses && KillOnce(marker) > 0; pass++)
        {
        }
    }

    private static int KillOnce(byte[] marker)
    {
        var killed = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && pid != Environment.ProcessId
                && Carries(folder, marker)
                && Kill(pid))
            {
                killed++;
            }
        }

        return killed;
    }

    private static bool Carries(string folder, byte[] marker)
    {
        try
        {
            var environment = File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan();
            while (!environment.IsEmpty)
            {
                var end = environment.IndexOf((byte)0);
                var variable = end < 0 ? environment : environment[..end];
                if (variable.SequenceEqual(marker))
                    return true;
                environment = end < 0 ? [] : environment[(end + 1)..];
            }

            return false;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
