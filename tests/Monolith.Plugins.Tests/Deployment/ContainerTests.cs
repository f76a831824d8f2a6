using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Monolith.Plugins.Tests.Deployment;

/// <summary>Images and containers of a real engine, and a real registry.</summary>
public sealed class ContainerTests : DeploymentTestBase
{
    private string Socket => Path.Combine(Workspace.Outside, "engine.sock");

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

    [Fact]
    public async Task BuildImage_StepFails_SaysWhatTheEngineSays()
    {
        await using var engine = await EngineAsync();
        Workspace.Write("source/Dockerfile", "FROM scratch\nCOPY nothing /there\n");

        var result = await RunAsync("build_image", new { socket = Socket, image = "localhost/web:1" });

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("The build failed").Says("nothing");
    }

    [Fact]
    public async Task Push_NoEngine_SaysHowToStartOne()
    {
        var result = await RunAsync("push", new { socket = Socket, image = "localhost/web:1" });

        result.FailedWith(AgentErrorCodes.InsufficientResources).Says(Socket).Says("podman system service");
    }

    private async Task BuildAsync(string image, string text)
    {
        Workspace.Write("source/www/index.html", text);
        Workspace.Write("source/www/health", "well");
        File.Copy("/bin/busybox", Workspace.At("source", "busybox"), overwrite: true);
        Workspace.Write("source/Dockerfile", """
            FROM scratch
            COPY busybox /busybox
            COPY www /www
            """);
        (await RunAsync("build_image", new { socket = Socket, image, network = "host" })).Succeeded();
    }

    private Dictionary<string, object> Web(string image, string version) => new()
    {
        ["target"] = new { name = "app", type = "container", port = Port, state = State, socket = Socket, network = "host", limits = new { nofile = 1024, nproc = 1000 } },
        ["image"] = image,
        ["version"] = version,
        ["command"] = new[] { "/busybox", "sh", "-c", "trap 'exit 0' TERM; /busybox httpd -f -p 127.0.0.1:{port} -h /www & wait" },
        ["observe"] = "0s",
    };

    private Task<ServerProgram> EngineAsync() => ServerProgram.StartAsync(
        new UnixDomainSocketEndPoint(Socket), "podman", "--root", Path.Combine(Workspace.Outside, "images"), "--runroot", Path.Combine(Workspace.Outside, "run"),
        "--storage-driver", "vfs", "--runtime", "runc", "system", "service", "--time=0", $"unix://{Socket}");

    private Task<ServerProgram> RegistryAsync(int port)
    {
        var settings = Path.Combine(Workspace.Outside, "registry.yml");
        File.WriteAllText(settings, $$"""
            version: 0.1
            storage: { filesystem: { rootdirectory: {{Workspace.Outside}}/registry } }
            http: { addr: "127.0.0.1:{{port}}" }
            """);
        return ServerProgram.StartAsync(new IPEndPoint(IPAddress.Loopback, port), "docker-registry", "serve", settings);
    }
}
