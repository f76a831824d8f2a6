using System.Collections.Concurrent;
using Monolith.Plugins.E2e.Runner;

namespace Monolith.Plugins.E2e.Results;

/// <summary>Keeps what the runner tells, and tells people in the stage's log.</summary>
internal sealed class Journal(IAgentLog log)
{
    private readonly ConcurrentQueue<RunnerEvent> events = new();

    public IReadOnlyCollection<RunnerEvent> Events => events;

    public string? Fatal => Of(RunnerEventKind.Fatal).FirstOrDefault()?.Message;

    public IEnumerable<RunnerEvent> Of(RunnerEventKind kind) => events.Where(happened => happened.Kind == kind);

    public void Take(string line)
    {
        if (RunnerEvent.Of(line) is not { } happened)
        {
            log.Write(AgentLogLevel.Debug, line);
            return;
        }

        events.Enqueue(happened);
        Tell(happened);
    }

    private void Tell(RunnerEvent happened)
    {
        var time = DurationText.Format(TimeSpan.FromMilliseconds(happened.Milliseconds));
        switch (happened.Kind)
        {
            case RunnerEventKind.Browser:
                log.Info(happened.Message);
                break;
            case RunnerEventKind.Missing or RunnerEventKind.Notice:
                log.Warn(happened.Message);
                break;
            case RunnerEventKind.Ended when happened.Passed:
                log.Info($"passed: {happened.Scenario} in {happened.Browser} ({time}{(happened.Attempt > 1 ? $", attempt {happened.Attempt}" : "")})");
                break;
            case RunnerEventKind.Ended:
                log.Error($"failed: {happened.Scenario} in {happened.Browser} ({time}, attempt {happened.Attempt}): {happened.Message}");
                break;
        }
    }
}
