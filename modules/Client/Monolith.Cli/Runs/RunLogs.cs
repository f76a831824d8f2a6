using System.Text.Json;
using Monolith.Cli.Output;
using Monolith.Cli.Running;

namespace Monolith.Cli.Runs;

/// <summary>The logs of a run's stages, in the stages' order; what was written is not written again.</summary>
internal sealed class RunLogs(Session session, Guid run, string? only, int? attempt)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, int> written = new(StringComparer.Ordinal);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var now = await session.Client.GetRunAsync(run, cancellationToken: cancellationToken);
        // A stage that is not there is the host's to refuse.
        var begun = now.Stages.Where(stage => stage.StartedAt is not null).Select(stage => stage.Id);
        foreach (var stage in only is null ? begun : [only])
            await WriteAsync(stage, cancellationToken);
    }

    /// <summary>Until the run is over. The events say when, and a stage that is at work is looked at each second.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var end = EndAsync(stop.Token);
        try
        {
            while (!end.IsCompleted)
            {
                await WriteAsync(cancellationToken);
                await Task.WhenAny(end, Task.Delay(Pause, session.Around.Time, cancellationToken));
            }

            await end;
            await WriteAsync(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in session.Client.EventsAsync(run, cancellationToken: cancellationToken))
        {
        }
    }

    private async Task WriteAsync(string stage, CancellationToken cancellationToken)
    {
        var log = await session.Client.GetStageLogAsync(run, stage, attempt, cancellationToken: cancellationToken);
        var known = written.GetValueOrDefault(stage);
        // A line that is not whole yet is left for the next time.
        var whole = log.LastIndexOf('\n') + 1;
        if (whole <= known)
            return;
        foreach (var line in log[known..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            session.Out.WriteLine(Text(stage, session.Around.IsTerminal ? TerminalText.Of(line) : line));
        written[stage] = whole;
    }

    private string Text(string stage, string line) =>
        session.IsJson ? JsonSerializer.Serialize(new { stage, line }) : only is null ? $"{stage} | {line}" : line;
}
