using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Host.Runs;

/// <summary>Tells a run to a person until it is over, or until only a person can go on with it.</summary>
/// <param name="api">The host.</param>
/// <param name="report">Where it is told.</param>
/// <param name="leaveWaiting">Whether to leave a run that waits for a decision or a clarification, rather than waiting with it.</param>
internal sealed class RunWatch(HostApi api, RunReport report, bool leaveWaiting)
{
    private const int Failed = 1;

    /// <summary>What the contract gives a caller who cannot answer.</summary>
    private const int NeedsAPerson = 10;

    private static readonly string[] OfPeople = ["decision", "clarification"];

    private readonly HashSet<string> told = [];

    /// <returns>0 when it succeeded, 1 when it failed or the host stopped first, 10 when it was left waiting for a person.</returns>
    public async Task<int> ToItsEndAsync(JsonElement started, DataFolders folders, CancellationToken cancellationToken)
    {
        var run = started.GetProperty("id").GetGuid();
        report.Begin(started);
        switch (await FollowAsync(run, cancellationToken))
        {
            case Watched.Stopped:
                report.Stopped();
                return Failed;
            case Watched.Waiting:
                return NeedsAPerson;
            default:
                using (var ended = await api.GetAsync($"/api/v1/runs/{run}", cancellationToken))
                {
                    report.End(ended.RootElement, folders);
                    return ended.RootElement.GetProperty("status").GetString() == "success" ? 0 : Failed;
                }
        }
    }

    private async Task<Watched> FollowAsync(Guid run, CancellationToken cancellationToken)
    {
        try
        {
            return await TellAsync(run, cancellationToken);
        }
        catch (Exception cut) when (cut is IOException || (cut is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return Watched.Stopped;
        }
    }

    private async Task<Watched> TellAsync(Guid run, CancellationToken cancellationToken)
    {
        var waits = false;
        await foreach (var item in api.EventsAsync(run, cancellationToken))
        {
            if (item.EventType is "end" or "closing")
                return item.EventType == "end" ? Watched.Ended : Watched.Stopped;
            using var change = JsonDocument.Parse(item.Data);
            report.Tell(item.EventType, change.RootElement);
            waits |= IsBlockedByAPerson(item.EventType, change.RootElement.GetProperty("data"));
            if (waits && await LeftWaitingAsync(run, cancellationToken))
                return Watched.Waiting;
        }

        return Watched.Stopped;
    }

    private static bool IsBlockedByAPerson(string type, JsonElement data) =>
        type == "stage_blocked" && OfPeople.Contains(data.GetProperty("on").GetString());

    /// <summary>Other stages may be under way beside the one that waits; they are let come to their end first.</summary>
    private async Task<bool> LeftWaitingAsync(Guid run, CancellationToken cancellationToken)
    {
        using var now = await api.GetAsync($"/api/v1/runs/{run}", cancellationToken);
        if (now.RootElement.GetProperty("status").GetString() != "waiting")
            return false;
        var waiting = now.RootElement.GetProperty("stages").EnumerateArray().Where(WaitsForAPerson).ToList();
        if (waiting.Count == 0)
            return false;
        foreach (var wait in waiting)
            await TellOnceAsync(wait.GetProperty("id").GetString()!, wait.GetProperty("waitsFor"), cancellationToken);
        return leaveWaiting;
    }

    private async Task TellOnceAsync(string stage, JsonElement wait, CancellationToken cancellationToken)
    {
        var (what, id) = (wait.GetProperty("on").GetString()!, wait.GetProperty("name").GetString()!);
        if (!told.Add($"{stage} {wait}"))
            return;
        using var about = await api.GetAsync($"/api/v1/{what}s/{id}", cancellationToken);
        report.Waits(stage, what, about.RootElement, leaveWaiting);
    }

    private static bool WaitsForAPerson(JsonElement stage) =>
        stage.TryGetProperty("waitsFor", out var wait) && wait.ValueKind == JsonValueKind.Object && OfPeople.Contains(wait.GetProperty("on").GetString());

    private enum Watched
    {
        Ended,
        Stopped,
        Waiting,
    }
}
