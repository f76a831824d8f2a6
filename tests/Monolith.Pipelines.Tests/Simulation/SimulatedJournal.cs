using System.Text.Json;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Simulation;

/// <summary>The stored events of one run, written and read as JSON; an append goes in at the expected version or not at all.</summary>
internal sealed class SimulatedJournal(CompiledDefinition definition)
{
    public static readonly Guid RunId = Guid.Parse("00000000-0000-0000-0000-000000000001");

    private readonly List<(string Type, string Data)> stored = [];

    public IEnumerable<IRunEvent> All => stored.Select(Read);

    public RunState Current { get; private set; } = RunState.New(RunId, definition);

    public bool TryAppend(long fromVersion, IReadOnlyList<IRunEvent> events)
    {
        if (stored.Count != fromVersion)
            return false;
        stored.AddRange(events.Select(change => (RunEventTypes.Of(change).Name, JsonSerializer.Serialize(change, RunEventTypes.Of(change).Json))));
        Current = Newer(Current).Aggregate(Current, (run, change) => run.Apply(change));
        return true;
    }

    public IReadOnlyList<IRunEvent> Newer(RunState run) => [.. stored.Skip((int)run.Version).Select(Read)];

    private static IRunEvent Read((string Type, string Data) row) =>
        (IRunEvent)JsonSerializer.Deserialize(row.Data, RunEventTypes.Named(row.Type).Json)!;
}
