using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Mcp;

/// <summary>A program that speaks MCP, with a key.</summary>
internal sealed class Assistant : IAsyncDisposable
{
    private readonly McpClient client;

    private Assistant(McpClient client) => this.client = client;

    public static async Task<Assistant> ConnectAsync(RealHost host, string? key)
    {
        var options = new HttpClientTransportOptions { Endpoint = new Uri(host.Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp };
        if (key is not null)
            options.AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" };
        return new Assistant(await McpClient.CreateAsync(new HttpClientTransport(options)));
    }

    public async Task<IReadOnlyList<string>> ToolsAsync() => [.. (await client.ListToolsAsync()).Select(tool => tool.Name)];

    /// <param name="tool">By name.</param>
    /// <param name="arguments">By name, as JSON.</param>
    /// <param name="progress">Gets what is told meanwhile.</param>
    public async Task<(bool IsError, string Text)> CallAsync(string tool, string arguments, IProgress<ProgressNotificationValue>? progress = null)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!;
        var result = await client.CallToolAsync(tool, values, progress);
        return (result.IsError == true, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    public async Task<JsonElement> JsonAsync(string tool, string arguments, IProgress<ProgressNotificationValue>? progress = null)
    {
        var (isError, text) = await CallAsync(tool, arguments, progress);
        Assert.False(isError, text);
        return JsonElement.Parse(text);
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();
}
