using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Network;
using Monolith.Agents.Tests.Support;
using Monolith.Agents.Workers;

namespace Monolith.Agents.Tests.Workers;

public sealed class IsolationTests
{
    [Theory]
    [InlineData("InProcess", null, "{}", false)]
    [InlineData("InProcess", null, """{ "isolation": "process" }""", true)]
    [InlineData("Process", null, """{ "isolation": "inProcess" }""", true)]
    [InlineData("Process", "InProcess", """{ "isolation": "process" }""", false)]
    [InlineData("InProcess", "Process", "{}", true)]
    [InlineData("InProcess", "InProcess", """{ "command": ["sh"] }""", true)]
    public void Takes_OperatorsWordAndPluginsWish_TheOperatorsWordForThePluginWins(string all, string? ofPlugin, string manifest, bool takes)
    {
        using var folder = new TempFolder();
        folder.File(PluginManifest.FileName, manifest);
        var options = new PluginsOptions { Isolation = Enum.Parse<PluginIsolation>(all) };
        if (ofPlugin is not null)
            options.IsolationOf["plugin"] = Enum.Parse<PluginIsolation>(ofPlugin);

        var workers = new PluginWorkers(Options.Create(options), Networks.Local, TimeProvider.System, NullLogger<PluginWorkers>.Instance);

        Assert.Equal(takes, workers.Takes("Plugin", PluginManifest.Of(folder.Path).Value));
    }

    [Fact]
    public void Of_LimitsOfOperatorAndPlugin_TheLessCounts()
    {
        using var folder = new TempFolder();
        folder.File(PluginManifest.FileName, """{ "limits": { "memoryMiB": 64, "processes": 1000 } }""");

        var limits = WorkerLimits.Of(new WorkerOptions { MemoryMiB = 128, Processes = 100, Files = 200 }, PluginManifest.Of(folder.Path).Value);

        Assert.Equal(new WorkerLimits(64, 100, 200), limits);
    }
}
