using System.Globalization;

namespace Monolith.Plugins.Tests.Deployment.Containers;

/// <summary>Images and containers of a real engine, and a real registry.</summary>
public sealed class ContainerTests : ContainerTestBase
{
    [Fact]
    public async Task Image_BuiltPushedAndDeployed_ServesAndIsGoneBackTo()
    {
        await using var engine = await EngineAsync();
        var registry = FreePort();
        await using var server = await RegistryAsync(registry);
        var image = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{registry}/web:1");

        await BuildAsync(image, "one");
        var pushed = (await RunAsync("push", new { socket = Socket, image, insecure = true })).Succeeded();
        Assert.Contains("\"tags\":[\"1\"]", await Client.GetStringAsync(new Uri($"http://127.0.0.1:{registry}/v2/web/tags/list")), StringComparison.Ordinal);
        Assert.StartsWith("sha256:", (string)pushed.Outputs["digest"]!, StringComparison.Ordinal);
        (await DeployAsync(Web(image, "1"))).Succeeded();
        Assert.Equal("one", await GetAsync());

        // The tag goes on to another image; what was deployed does not.
        await BuildAsync(image, "two");
        (await DeployAsync(new(Web(image, "2")) { ["strategy"] = "canary", ["steps"] = new[] { 50 } })).Succeeded();
        Assert.Equal("two", await GetAsync());
        (await RunAsync("rollback", new { target = Known(), observe = "0s" })).Succeeded();
        Assert.Equal("one", await GetAsync());

        var bad = await DeployAsync(new(Web(image, "3")) { ["command"] = new[] { "/busybox", "sh", "-c", "echo no licence; exit 1" } });
        bad.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("no licence").Says("Version 1 is live again.");

        (await RunAsync("stop", new { target = Known() })).Succeeded();
    }
}
