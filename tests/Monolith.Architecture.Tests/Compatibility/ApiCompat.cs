using System.Diagnostics;
using System.Reflection;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Compatibility;

/// <summary>Microsoft's tool that compares what two assemblies show.</summary>
internal static class ApiCompat
{
    /// <returns>What somebody built against the one would miss in the other: a line each.</returns>
    public static IReadOnlyList<string> Breaks(string released, string present)
    {
        var start = new ProcessStartInfo("dotnet", [Tool, "--left", Repository.Absolute(released), "--right", Repository.Absolute(present)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // It ends before it pays to compile anything twice. In hexadecimal, milliseconds.
            Environment = { ["DOTNET_TC_CallCountingDelayMs"] = "FFFFF", ["DOTNET_TieredPGO"] = "0", ["DOTNET_ROLL_FORWARD"] = "Major" },
        };
        using var tool = Process.Start(start)!;
        var said = tool.StandardOutput.ReadToEnd() + tool.StandardError.ReadToEnd();
        tool.WaitForExit();
        List<string> breaks = [.. said.Split('\n').Where(line => line.StartsWith("CP", StringComparison.Ordinal))];
        Assert.True(tool.ExitCode == 0 || breaks.Count > 0, said);
        return breaks;
    }

    private static string Tool { get; } = typeof(ApiCompat).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ApiCompat").Value!;
}
