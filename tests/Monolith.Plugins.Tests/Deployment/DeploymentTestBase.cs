using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Monolith.Plugins.Deployment;

namespace Monolith.Plugins.Tests.Deployment;

/// <summary>A target with a gateway and instances that are real processes of this machine; all are gone at the end.</summary>
public abstract class DeploymentTestBase : IAsyncLifetime, IDisposable
{
    private int stages;

    protected TestWorkspace Workspace { get; } = new();

    protected HttpClient Client { get; } = new();

    protected int Port { get; } = FreePort();

    protected string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    protected string State => Path.Combine(Workspace.Outside, "t");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => (await RunAsync("stop", new { target = Known() })).Succeeded();

    public virtual void Dispose()
    {
        Client.Dispose();
        Workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    protected object Known() => new { name = "app", state = State };

    /// <summary>Of the tests' own application.</summary>
    protected Dictionary<string, object> App(string version, string fault = "none")
    {
        Workspace.Write($"{version}/version.txt", version);
        return new Dictionary<string, object>
        {
            ["target"] = new { name = "app", port = Port, state = State },
            ["path"] = version,
            ["version"] = version,
            ["command"] = new[] { "dotnet", typeof(SampleApp).Assembly.Location, "app", "{port}", version, fault },
            ["observe"] = "0s",
            ["health"] = new { path = "/health", within = "30s" },
        };
    }

    protected Task<AgentResult> DeployAsync(Dictionary<string, object> parameters) => RunAsync("deploy", parameters);

    protected Task<AgentResult> RunAsync(string action, object parameters) => RunAsync(Context(action, parameters));

    protected static Task<AgentResult> RunAsync(TestContext context) => Stage.RunAsync(new DeploymentAgent(), context);

    /// <summary>Of a stage of its own; the same context again is the same attempt again.</summary>
    protected TestContext Context(string action, object parameters) => new()
    {
        Action = action,
        Workspace = Workspace.Folder,
        StageId = string.Create(CultureInfo.InvariantCulture, $"stage-{++stages}"),
        Parameters = JsonSerializer.SerializeToElement(parameters),
    };

    protected Task<string> GetAsync(string path = "/") => Client.GetStringAsync(new Uri(Url + path));
}
