using System.Text.Json;
using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Tests.Support;

/// <summary>A run of which the test says how it ended.</summary>
internal sealed class StandInHistory : IRunHistory
{
    /// <summary>The stored name of the last event; null while the run is under way.</summary>
    public string? End { get; set; }

    public Task<RunEvents?> ReadAsync(Guid runId, long afterVersion, CancellationToken cancellationToken) => Task.FromResult<RunEvents?>(new RunEvents(
        [Event(runId, 1, "run_created"), .. End is null ? Array.Empty<RunEvent>() : [Event(runId, 2, End)]], IsFinal: End is not null));

    private static RunEvent Event(Guid run, long version, string type) => new(run, version, type, default, default(JsonElement));
}
