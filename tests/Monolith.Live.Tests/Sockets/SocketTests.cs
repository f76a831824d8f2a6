using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Monolith.Kernel;
using Monolith.Live.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Monolith.Live.Tests.Sockets;

public sealed class SocketTests : IAsyncLifetime
{
    private readonly LiveApp live = new();
    private readonly Guid run = Guid.NewGuid();

    public Task InitializeAsync() => live.StartAsync();

    public async Task DisposeAsync() => await live.DisposeAsync();

    [Fact]
    public async Task Subscribe_RunGoesOnAndEnds_TellsTheContractsMessages()
    {
        live.History.Append(run, "run_created");
        using var socket = await OpenAsync();
        await SayAsync(socket, $$"""{"type":"subscribe","runId":"{{run}}"}""");
        Assert.Equal("subscribed", await TypeAsync(socket));

        foreach (var happened in new[] { "run_claimed", "stage_started", "stage_succeeded", "run_succeeded" })
            live.History.Append(run, happened);

        foreach (var told in new[] { "execution_started", "stage_started", "stage_completed", "execution_completed", "end" })
            Assert.Equal(told, await TypeAsync(socket));
    }

    [Fact]
    public async Task Subscribe_UnknownRunOrNonsense_IsAnErrorAndTheSocketStays()
    {
        using var socket = await OpenAsync();
        foreach (var said in new[] { "nonsense", "{}", $$"""{"type":"subscribe","runId":"{{Guid.NewGuid()}}"}""" })
        {
            await SayAsync(socket, said);
            Assert.Equal("error", await TypeAsync(socket));
        }
    }

    [Fact]
    public async Task Open_ByAPageOfAnotherSite_IsRefused()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://elsewhere.example");

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Address, CancellationToken.None));

        Assert.Equal(426, (int)(await live.Http.GetAsync("/ws/pipelines")).StatusCode);
    }

    [Fact]
    public async Task Stop_HostCloses_SaysSo()
    {
        using var socket = await OpenAsync();
        await SayAsync(socket, "{}");
        Assert.Equal("error", await TypeAsync(socket));
        var closing = live.App.Services.GetServices<IShutdownStep>().Single(step => step.Name == "live streams");

        var closed = closing.RunAsync(CancellationToken.None);

        Assert.Equal("closing", await TypeAsync(socket));
        await closed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Uri Address => new UriBuilder(live.Http.BaseAddress!) { Scheme = "ws", Path = "/ws/pipelines" }.Uri;

    private async Task<ClientWebSocket> OpenAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(Address, CancellationToken.None);
        return socket;
    }

    private static Task SayAsync(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<string> TypeAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        using var message = JsonDocument.Parse(buffer.AsMemory(0, received.Count));
        return message.RootElement.GetProperty("type").GetString()!;
    }
}
