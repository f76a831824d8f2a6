using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine;

/// <summary>
/// Accepts runs. A run is created, taken by this host and its first stages begun in one commit; when the host is full it
/// is created as queued, for whichever host has room first.
/// </summary>
internal sealed class RunLauncher(
    RunEngine engine, CommitQueue journal, IWakeUps wakeUps, IOptions<EngineOptions> options)
{
    /// <returns>The run as committed; null when the request's key belongs to another run.</returns>
    /// <exception cref="JournalUnavailableException">It is not known whether the run was accepted.</exception>
    public async Task<RunState?> LaunchAsync(CompiledDefinition definition, RunCreated created, RequestKey? key)
    {
        var empty = RunState.New(Guid.CreateVersion7(created.At), definition);
        var decision = new Decision(empty);
        decision.Emit(created);
        if (engine.ActiveCount < options.Value.MaxActiveRuns)
            Claiming.Claim(decision, engine.Claim());

        var append = new Append(empty.Id, 0, [.. decision.Events.Select(EventRow.Of)])
        {
            Row = RunRow.Changed(empty, decision.Run),
            Key = key,
        };
        if (!await journal.CommitAsync(append))
            return null;

        if (decision.Run.HostId is not null)
            engine.Adopt(decision.Run, decision.Events);
        wakeUps.Ask(decision.Run.Id, decision.Run.Pipeline);
        return decision.Run;
    }
}
