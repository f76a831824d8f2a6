using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Monolith.Access.Contracts.Projects;
using Monolith.Live.Streaming;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Sockets;

/// <summary>One program's socket: the runs that it follows, each told from the committed history as by server-sent events.</summary>
internal sealed class SocketSession(
    WebSocket socket,
    ProjectScope scope,
    string caller,
    IRunHistory history,
    RunEventStream stream,
    OpenStreams streams,
    IEnumerable<IItemProjects> projects) : IAsyncDisposable
{
    private const int MaxRuns = 100;
    private const int MaxRequest = 4 << 10;

    private readonly ConcurrentDictionary<Guid, (CancellationTokenSource Stop, Task Following)> followed = new();
    private readonly SemaphoreSlim sending = new(1, 1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, streams.Closing);
        using var open = streams.Enter(caller) is { IsSuccess: true } entered ? entered.Value : null;
        if (open is null)
        {
            await socket.CloseAsync(WebSocketCloseStatus.PolicyViolation, "As many follow runs as may be at once.", cancellationToken);
            return;
        }

        try
        {
            while (await ReceiveAsync(stop.Token) is { } text)
                await AnswerAsync(text, stop.Token);
            await CloseAsync(WebSocketCloseStatus.NormalClosure, null);
        }
        catch (OperationCanceledException) when (streams.Closing.IsCancellationRequested)
        {
            await CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "The host stops.");
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The program left without a word.
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, (stop, _)) in followed)
            await stop.CancelAsync();
        await Task.WhenAll(followed.Values.Select(one => one.Following));
        foreach (var (_, (stop, _)) in followed)
            stop.Dispose();
        sending.Dispose();
    }

    /// <returns>Null when the program closed.</returns>
    private async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxRequest];
        var length = 0;
        while (true)
        {
            // A receive that is cancelled would abort the socket, and the last word could not be said.
            var receiving = socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None).AsTask();
            var received = await receiving.WaitAsync(cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            length += received.Count;
            if (received.EndOfMessage)
                return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
            if (length == MaxRequest)
                return "";
        }
    }

    private async Task AnswerAsync(string text, CancellationToken cancellationToken)
    {
        var request = Parse(text);
        if (request is not { Type: "subscribe" or "unsubscribe", RunId: { } runId, After: >= 0 })
        {
            await SendAsync(new SocketMessage("error", Message: """Send {"type":"subscribe","runId":"ID","after":0} or {"type":"unsubscribe","runId":"ID"}."""), cancellationToken);
            return;
        }

        if (followed.TryRemove(runId, out var before))
            await before.Stop.CancelAsync();
        if (request.Type == "unsubscribe")
            return;
        if (followed.Count >= MaxRuns)
            await SendAsync(new SocketMessage("error", runId, Message: $"A socket follows {MaxRuns} runs at most."), cancellationToken);
        else if (!await MayAsync(runId, cancellationToken) || await history.ReadAsync(runId, request.After, cancellationToken) is not { } known)
            await SendAsync(new SocketMessage("error", runId, Message: $"There is no run {runId}."), cancellationToken);
        else
            await FollowAsync(runId, request.After, known, cancellationToken);
    }

    private async Task FollowAsync(Guid runId, long after, RunEvents known, CancellationToken cancellationToken)
    {
        await SendAsync(new SocketMessage("subscribed", runId, after), cancellationToken);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        followed[runId] = (stop, TellAsync(runId, after, known, stop.Token));
    }

    private async Task TellAsync(Guid runId, long after, RunEvents known, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var change in stream.FollowAsync(runId, after, known, cancellationToken))
                if (change is not null && SocketMessage.Of(change) is { } message)
                    await SendAsync(message, cancellationToken);
            if (!streams.Closing.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                await SendAsync(new SocketMessage("end", runId), cancellationToken);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // Nobody listens any more.
        }
    }

    private async Task<bool> MayAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (scope.IsAll)
            return true;
        var owner = projects.First(one => one.Item == ProjectItem.Run);
        return await owner.FindAsync(runId, cancellationToken) is { } names && names.All(scope.Includes);
    }

    private async Task SendAsync(SocketMessage message, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, SocketJson.Default.SocketMessage);
        await sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string? why)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            if (status == WebSocketCloseStatus.EndpointUnavailable)
                await SendAsync(new SocketMessage("closing"), limit.Token);
            await socket.CloseOutputAsync(status, why, limit.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It is closed all the same.
        }
    }

    private static SocketRequest? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SocketJson.Default.SocketRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
