using System.Runtime.InteropServices;

namespace Monolith.Benchmarks.Running;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    public static string Description =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    /// <summary>Over 1, 5 and 15 minutes. Others may use the machine; the benchmark's own work is in it too.</summary>
    public static string LoadAverage() => File.Exists("/proc/loadavg")
        ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3])
        : "not known on this system";
}
