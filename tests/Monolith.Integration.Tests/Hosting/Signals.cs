using System.Diagnostics;

namespace Monolith.Integration.Tests.Hosting;

internal static class Signals
{
    public static void Send(string signal, params IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. processes.Select(id => $"{id}")]);
        kill.WaitForExit();
    }
}
