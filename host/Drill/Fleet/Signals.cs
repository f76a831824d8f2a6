using System.Diagnostics;
using System.Globalization;

namespace Monolith.Host.Drill.Fleet;

internal static class Signals
{
    /// <param name="name">Without SIG.</param>
    /// <param name="pid">A process that the drill started.</param>
    public static void Send(string name, int pid)
    {
        using var kill = Process.Start("kill", [$"-{name}", pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
