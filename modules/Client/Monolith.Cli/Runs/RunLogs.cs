using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Monolith.Cli.Output;
using Monolith.Cli.Running;

namespace Monolith.Cli.Runs;

/// <summary>The logs of a run's stages, in the stages' order.</summary>
internal sealed class RunLogs(Session session, Guid run, string? only, int? attempt)
{
    private readonly Lock output = new();
    private readonly ConcurrentDictionary<string, string> places = new(StringComparer.Ordinal);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var stage in await BegunAsync(cancellationToken))
            Write(stage, await session.Client.GetStageLogAsync(run, stage, attempt, cancellationToken: cancellationToken));
    }

    /// <summary>As it is written, stages that are at work side by side, until the run is over.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var following = new Dictionary<string, Task>(StringComparer.Ordinal);
        foreach (var stage in await BegunAsync(cancellationToken))
            await Begin(stage);
        await foreach (var happened in session.Client.EventsAsync(run, cancellationToken: cancellationToken))
            if (happened.Type == "stage_started" && happened.Data?["stage"]?.ToString() is { } stage && (only ?? stage) == stage)
                await Begin(stage);
        await Task.WhenAll(following.Values);

        // A stage that is begun again goes on where its log was.
        async Task Begin(string stage)
        {
            if (following.TryGetValue(stage, out var before) && !before.IsCompleted)
                return;
            if (before is not null)
                await before;
            following[stage] = FollowAsync(stage, cancellationToken);
        }
    }

    private async Task<IEnumerable<string>> BegunAsync(CancellationToken cancellationToken)
    {
        var now = await session.Client.GetRunAsync(run, cancellationToken: cancellationToken);
        if (only is null)
            return now.Stages.Where(stage => stage.StartedAt is not null).Select(stage => stage.Id);
        // A stage that is not there is the host's to refuse.
        if (now.Stages.All(stage => stage.Id != only))
            await session.Client.GetStageLogAsync(run, only, attempt, cancellationToken: cancellationToken);
        return [only];
    }

    private async Task FollowAsync(string stage, CancellationToken cancellationToken)
    {
        await foreach (var piece in session.Client.LogAsync(run, stage, places.GetValueOrDefault(stage, ""), cancellationToken))
        {
            places[stage] = piece.Place;
            if (attempt is null || piece.Place.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{attempt}-"), StringComparison.Ordinal))
                Write(stage, piece.Text);
        }
    }

    private void Write(string stage, string lines)
    {
        lock (output)
            foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                session.Out.WriteLine(Text(stage, session.Around.IsTerminal ? TerminalText.Of(line) : line));
    }

    private string Text(string stage, string line) =>
        session.IsJson ? JsonSerializer.Serialize(new { stage, line }) : only is null ? $"{stage} | {line}" : line;
}
