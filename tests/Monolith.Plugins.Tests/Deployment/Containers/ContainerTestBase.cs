using System.Net;
using System.Net.Sockets;

namespace Monolith.Plugins.Tests.Deployment.Containers;

public abstract class ContainerTestBase : DeploymentTestBase
{
    private protected string Socket => Path.Combine(Workspace.Outside, "engine.sock");

    private protected async Task BuildAsync(string image, string text, bool namesEngine = true)
    {
        Workspace.Write("source/www/index.html", text);
        Workspace.Write("source/www/health", "well");
        File.Copy("/bin/busybox", Workspace.At("source", "busybox"), overwrite: true);
        Workspace.Write("source/Dockerfile", """
            FROM scratch
            COPY busybox /busybox
            COPY www /www
            """);
        var parameters = new Dictionary<string, object> { ["image"] = image, ["network"] = "host" };
        if (namesEngine)
        {
            parameters["socket"] = Socket;
        }

        (await RunAsync("build_image", parameters)).Succeeded();
    }

    private protected Dictionary<string, object> Web(string image, string version) => new()
    {
        ["target"] = new { name = "app", type = "container", port = Port, state = State, socket = Socket, network = "host", limits = new { nofile = 1024, nproc = 1000 } },
        ["image"] = image,
        ["version"] = version,
        ["command"] = new[] { "/busybox", "sh", "-c", "trap 'exit 0' TERM; /busybox httpd -f -p 127.0.0.1:{port} -h /www & wait" },
        ["observe"] = "0s",
    };

    private protected Task<ServerProgram> EngineAsync() => ServerProgram.StartAsync(
        new UnixDomainSocketEndPoint(Socket), "podman", "--root", Path.Combine(Workspace.Outside, "images"), "--runroot", Path.Combine(Workspace.Outside, "run"),
        "--storage-driver", "vfs", "--runtime", "runc", "system", "service", "--time=0", $"unix://{Socket}");

    private protected Task<ServerProgram> RegistryAsync(int port)
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
