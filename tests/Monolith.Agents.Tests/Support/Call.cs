using System.Collections.Concurrent;
using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Support;

/// <summary>One call with a workspace and a log of its own.</summary>
internal sealed class Call : IDisposable
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = new();

    public TempFolder Workspace { get; } = new();

    public string RunId { get; } = Guid.NewGuid().ToString();

    public IReadOnlyCollection<string> Lines => lines;

    public Dictionary<string, string> Secrets { get; } = [];

    public Dictionary<string, string> Environment { get; } = [];

    public string? TraceParent { get; init; }

    public AgentCall Of(string agent, string action, string parameters = "{}", string? contentHash = null) => new()
    {
        Agent = agent,
        Action = action,
        ContentHash = contentHash,
        RunId = RunId,
        StageId = "stage",
        Attempt = 1,
        IdempotencyKey = $"{RunId}/stage/1",
        Parameters = JsonElement.Parse(parameters),
        Inputs = JsonElement.Parse("{}"),
        Workspace = Workspace.Path,
        Environment = Environment,
        Secrets = Secrets,
        TraceParent = TraceParent,
        Log = Write,
    };

    /// <summary>Completes when the line has come.</summary>
    public Task SeesAsync(string line)
    {
        var seen = awaited.GetOrAdd(line, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (lines.Contains(line))
            seen.TrySetResult();
        return seen.Task.WaitAsync(Safety.Limit);
    }

    public void Dispose() => Workspace.Dispose();

    private void Write(AgentLogLevel level, string line)
    {
        lines.Enqueue(line);
        if (awaited.TryGetValue(line, out var seen))
            seen.TrySetResult();
    }
}
