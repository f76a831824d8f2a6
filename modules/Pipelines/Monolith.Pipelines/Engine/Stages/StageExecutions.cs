namespace Monolith.Pipelines.Engine.Stages;

/// <summary>The stages of one run that this host has under way.</summary>
internal sealed class StageExecutions
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StageExecution> underWay = [];

    /// <summary>What must be over before a stage begins here: programs left by a dead host are being ended.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    public bool Any
    {
        get
        {
            lock (gate)
                return underWay.Count > 0;
        }
    }

    public Task AllEnded
    {
        get
        {
            lock (gate)
                return Task.WhenAll(underWay.Values.Select(execution => execution.Ended));
        }
    }

    /// <returns>Null when this execution is under way already.</returns>
    public StageExecution? Begin(string stage, int attempt, int number)
    {
        lock (gate)
        {
            var before = underWay.GetValueOrDefault(stage);
            if (before?.Attempt == attempt && before.Number == number && !before.Stop.IsCancellationRequested)
                return null;
            return underWay[stage] = new StageExecution(stage, attempt, number, Task.WhenAll(Ready, before?.Ended ?? Task.CompletedTask));
        }
    }

    public void End(StageExecution execution)
    {
        lock (gate)
        {
            if (underWay.GetValueOrDefault(execution.Stage) == execution)
                underWay.Remove(execution.Stage);
        }

        execution.End();
    }

    public void StopAll()
    {
        lock (gate)
        {
            foreach (var execution in underWay.Values)
                execution.RequestStop();
        }
    }
}
