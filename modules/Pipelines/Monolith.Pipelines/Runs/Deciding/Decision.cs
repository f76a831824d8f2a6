using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>The events a command leads to, each applied as it is emitted.</summary>
internal sealed class Decision(RunState run)
{
    private readonly List<IRunEvent> events = [];

    public RunState Run { get; private set; } = run;

    public IReadOnlyList<IRunEvent> Events => events;

    public void Emit(IRunEvent change)
    {
        events.Add(change);
        Run = Run.Apply(change);
    }
}
