using System.ComponentModel;
using System.Net.ServerSentEvents;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Monolith.Mcp.Forwarding;

namespace Monolith.Mcp.Tools;

/// <summary>Follows a run for a while, and tells each of its events as progress.</summary>
internal sealed class RunWatch(ApiCaller api, TimeProvider time)
{
    private const int UsualSeconds = 30;
    private const int MostSeconds = 300;
    private const string Over = "end";

    public async Task<CallToolResult> WatchRunAsync(
        [Description("The run's id, a UUID.")] Guid runId,
        IProgress<ProgressNotificationValue> progress,
        [Description("How long to wait for its end, 1 to 300; then the run is given as it is, and can be watched again.")] int seconds = UsualSeconds,
        CancellationToken cancellationToken = default)
    {
        var patience = TimeSpan.FromSeconds(Math.Clamp(seconds, 1, MostSeconds));
        if (await FollowAsync(runId, progress, patience, cancellationToken) is { } refused)
            return refused;
        return await api.AnswerAsync(ApiRequest.Get($"/api/v1/runs/{runId}"), cancellationToken);
    }

    /// <returns>Why it cannot be followed; null once it is over or time is up.</returns>
    private async Task<CallToolResult?> FollowAsync(Guid runId, IProgress<ProgressNotificationValue> progress, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await api.SendAsync(
                ApiRequest.Get($"/api/v1/runs/{runId}/events") with { Accept = "text/event-stream" },
                (status, body) => ReadAsync(status, body, progress, either.Token),
                either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<CallToolResult?> ReadAsync(int status, Stream body, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        if (status >= 400)
            return ToolAnswer.Of(status, await ToolAnswer.TextAsync(body, cancellationToken));
        var count = 0;
        await foreach (var change in SseParser.Create(body).EnumerateAsync(cancellationToken))
        {
            if (change.EventType == Over)
                break;
            if (change.EventId is { Length: > 0 })
                progress.Report(new ProgressNotificationValue { Progress = ++count, Message = Message(change) });
        }

        return null;
    }

    private static string Message(SseItem<string> change)
    {
        using var data = JsonDocument.Parse(change.Data);
        return data.RootElement.GetProperty("data").TryGetProperty("stage", out var stage) && stage.ValueKind == JsonValueKind.String
            ? $"{change.EventType}: {stage.GetString()}"
            : change.EventType;
    }
}
