using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Monolith.Plugins.Http;

namespace Monolith.Plugins.Tests.Http;

/// <summary>On a host that lets the agent call one server and no other.</summary>
public sealed class RefusedCallTests : HttpTestBase
{
    protected override Task AnswerAsync(HttpContext http)
    {
        http.Response.Redirect("http://127.0.0.2:1/");
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("call", """{ "url": "http://127.0.0.2:1/" }""")]
    [InlineData("call", """{ "url": "HERE", "redirects": true }""")]
    [InlineData("wait", """{ "url": "http://127.0.0.2:1/", "for": "10m" }""")]
    [InlineData("check", """{ "checks": [{ "url": "HERE", "redirects": true }] }""")]
    [InlineData("check", """{ "checks": [{ "url": "http://127.0.0.2:1/" }], "serve": { "command": "sleep", "arguments": ["60"], "readyUrl": "http://127.0.0.2:1/" } }""")]
    public async Task Run_LedElsewhere_FailsAtOnceAndSaysWhatAllowsIt(string action, string parameters)
    {
        var context = new TestContext
        {
            Action = action,
            Workspace = Workspace.Folder,
            Parameters = JsonElement.Parse(parameters.Replace("HERE", Url, StringComparison.Ordinal)),
            Network = _ => new SocketsHttpHandler { ConnectCallback = (connecting, token) => OneServer.ConnectAsync(new Uri(Url), connecting.DnsEndPoint, token) },
        };

        var error = (await Stage.RunAsync(new HttpAgent(), context)).FailedWith("TASK_VALIDATION_FAILED");

        error.Says("the setting that allows it");
        Assert.False(error.Retryable);
    }
}
