using System.Diagnostics;
using System.Reflection;
using Xunit.Abstractions;

namespace Monolith.Chaos.Tests.Drill;

/// <summary>The real thing, short: hosts as processes, a real PostgreSQL, real signals. The Cake target Drill does it at length.</summary>
public sealed class DrillTests(ITestOutputHelper output)
{
    private static string HostAssembly => typeof(DrillTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "HostAssembly").Value!;

    [Fact]
    public async Task Drill_SixKills_EveryPromiseIsKept()
    {
        var (exitCode, text) = await RunAsync("--kills", "6", "--hosts", "3", "--database-restarts", "1", "--freezes", "2");

        Assert.True(exitCode == 0, text);
        Assert.Contains("6 kills, 2 freezes", text, StringComparison.Ordinal);
        Assert.Contains("Every promise was kept; seed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_WrongOptions_NamesEachAndStartsNothing()
    {
        var (exitCode, text) = await RunAsync("--kills", "many", "--speed", "--hosts");

        Assert.Equal(2, exitCode);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["--kills", "--speed", "--hosts"], lines.Select(line => line.Split(':')[0]));
    }

    private async Task<(int ExitCode, string Text)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [HostAssembly, "drill", .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Its hosts end before it pays to compile anything twice. In hexadecimal, milliseconds.
            Environment = { ["DOTNET_TC_CallCountingDelayMs"] = "FFFFF" },
        };
        using var drill = Process.Start(start)!;
        var errors = drill.StandardError.ReadToEndAsync();
        var text = await drill.StandardOutput.ReadToEndAsync() + await errors;
        await drill.WaitForExitAsync();
        output.WriteLine(text);
        return (drill.ExitCode, text);
    }
}
