using System.Globalization;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>The host's own user, so that what a program writes into the workspace is the host's, and it may write no more than that.</summary>
internal static class ContainerUser
{
    public static string[] Arguments(ContainerEngine engine) => (engine.IsPodman, Environment.IsPrivilegedProcess) switch
    {
        (_, true) => ["--user=0:0"],
        (true, false) => ["--userns=keep-id"],
        _ when OperatingSystem.IsLinux() => [string.Create(CultureInfo.InvariantCulture, $"--user={Number("Uid:")}:{Number("Gid:")}")],
        _ => [],
    };

    private static int Number(string field) =>
        int.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal)).Split('\t')[1], CultureInfo.InvariantCulture);
}
