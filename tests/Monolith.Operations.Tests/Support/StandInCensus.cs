using Monolith.Pipelines.Contracts;

namespace Monolith.Operations.Tests.Support;

/// <summary>Answers what the test sets; no runs at first.</summary>
internal sealed class StandInCensus : IRunCensus
{
    public Func<Task<OpenRuns>> Answer { get; set; } = () => Task.FromResult(new OpenRuns(new Dictionary<RunStatus, long>(), TimeSpan.Zero));

    public int Asked { get; private set; }

    public Task<OpenRuns> CountAsync(CancellationToken cancellationToken)
    {
        Asked++;
        return Answer();
    }
}
