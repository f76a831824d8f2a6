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
    public Task Drill_ThreeKills_EveryPromiseIsKept() => DrillAsync(kills: 3, hosts: 2, freezes: 1);

    [Fact]
    [Trait("Length", "Long")]
    public Task Drill_SixKills_EveryPromiseIsKept() => DrillAsync(kills: 6, hosts: 3, freezes: 2);

    [Fact]
    public async Task Drill_WrongOptions_NamesEachAndStartsNothing()
    {
        var (exitCode, text) = await RunAsync("--kills", "many", "--speed", "--hosts");

        Assert.Equal(2, exitCode);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["--kills", "--speed", "--hosts"], lines.Select(line => line.Split(':')[0]));
    }

    private async Task DrillAsync(int kills, int hosts, int freezes)
    {
        var (exitCode, text) = await RunAsync("--kills", $"{kills}", "--hosts", $"{hosts}", "--database-restarts", "1", "--freezes", $"{freezes}");

        Assert.True(exitCode == 0, text);
        Assert.Contains($"{kills} kills, {freezes} freezes", text, StringComparison.Ordinal);
        Assert.Contains("Every promise was kept; seed", text, StringComparison.Ordinal);
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
