using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Monolith.Plugins.Http;

namespace Monolith.Plugins.Tests.Http;

public abstract class HttpTestBase : IAsyncLifetime
{
    protected TestWorkspace Workspace { get; } = new();

    protected List<string> Requests { get; } = [];

    protected string Url => Server.Url;

    private WebServer Server { get; set; } = null!;

    public async Task InitializeAsync() => Server = await WebServer.StartAsync(async http =>
    {
        lock (Requests)
        {
            Requests.Add($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
        }

        await AnswerAsync(http);
    });

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Workspace.Dispose();
    }

    protected abstract Task AnswerAsync(HttpContext http);

    protected TestContext Context(string action, object parameters, TimeProvider? time = null) => new()
    {
        Action = action,
        Workspace = Workspace.Folder,
        Parameters = JsonSerializer.SerializeToElement(parameters),
        Time = time ?? TimeProvider.System,
    };

    protected Task<AgentResult> RunAsync(string action, object parameters) =>
        Stage.RunAsync(new HttpAgent(), Context(action, parameters));
}
