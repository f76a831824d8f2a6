using System.Text.Json;
using Monolith.Plugins.E2e;
using Monolith.Plugins.Integration;
using Monolith.Plugins.Validation.DotNet.Auditing;

namespace Monolith.Plugins.Tests.Http;

/// <summary>Agents that call addresses of a definition beside other work, on a host that lets them call none of this machine.</summary>
public sealed class OtherAgentsTests : IDisposable
{
    private static readonly Uri NoServer = new("http://127.0.0.1:9/");

    private readonly TestWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task PullRequest_ApiWhereItMayNotGo_IsRefused() => (await Stage.RunAsync(new IntegrationAgent(), Context("pull_request", """
        { "provider": "github", "api": "http://127.0.0.1:1/", "repository": "acme/shop", "source": "feature/x", "target": "main", "title": "A title", "body": "" }
        """))).FailedWith("TASK_VALIDATION_FAILED").Says("the setting that allows it");

    [Fact]
    public async Task E2e_ApplicationWhereItMayNotGo_IsRefused() => (await Stage.RunAsync(new E2eAgent(), Context("run", $$"""
        { "app": { "url": "http://127.0.0.1:1/" }, "inline": {{JsonSerializer.Serialize(E2e.Scenarios.Endless)}} }
        """))).FailedWith("TASK_VALIDATION_FAILED").Says("the setting that allows it");

    [Fact]
    public async Task Audit_FeedWhereItMayNotGo_IsRefused()
    {
        var refused = await AdvisoryFeeds.CheckAsync(Context("audit", "{}"), ["http://127.0.0.1:1/index.json"], CancellationToken.None);

        refused!.FailedWith("TASK_VALIDATION_FAILED").Says("the setting that allows it");
    }

    private TestContext Context(string action, string parameters) => new()
    {
        Action = action,
        Workspace = workspace.Folder,
        Parameters = Stage.Json(parameters),
        KnownSecrets = new Dictionary<string, string> { ["GITHUB_TOKEN"] = "t0ken" },
        Network = _ => new SocketsHttpHandler { ConnectCallback = (connecting, token) => OneServer.ConnectAsync(NoServer, connecting.DnsEndPoint, token) },
    };
}
