using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine;

internal sealed class ActiveRunFactory(RunEffects effects, CommitQueue journal, RunReader reader, ILogger<ActiveRun> log)
{
    public ActiveRun Create(RunState run, Action<ActiveRun> forget) => new(run, effects, journal, reader, log, forget);
}
