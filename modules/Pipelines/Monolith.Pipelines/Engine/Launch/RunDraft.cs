using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Pipelines.Engine.Launch;

/// <summary>A run that is ready to be accepted.</summary>
/// <param name="Definition">In the store already.</param>
/// <param name="Created">Its first event.</param>
internal sealed record RunDraft(CompiledDefinition Definition, RunCreated Created)
{
    /// <summary>Of a fork: what it takes over.</summary>
    public StagesReused? Reused { get; init; }
}
