using System.Collections.Concurrent;
using System.Text.Json;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Workers;

/// <summary>A context that is no stage's, and notes what is reached for.</summary>
internal sealed class NotingContext(string action, string workspace, string parameters = "{}") : IAgentContext, IAgentLog, IAgentSecrets
{
    public ConcurrentQueue<string> Notes { get; } = [];

    public string RunId => "run";

    public string StageId => "stage";

    public string Action => action;

    public int Attempt => 2;

    public string IdempotencyKey => "key";

    public JsonElement Parameters { get; } = JsonElement.Parse(parameters);

    public JsonElement Inputs { get; } = JsonElement.Parse("{}");

    public string Workspace => workspace;

    public IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    public IAgentLog Log => this;

    public IAgentSecrets Secrets => this;

    public IProgramRunner Programs => throw new ProgramStartException("No programs here.");

    public TimeProvider Time => TimeProvider.System;

    public SocketsHttpHandler CreateHttpHandler(int? ownPort = null)
    {
        Notes.Enqueue("connect");
        return new();
    }

    public void Write(AgentLogLevel level, string line) => Notes.Enqueue(line);

    public string? Find(string name)
    {
        Notes.Enqueue($"secret {name}");
        return name == "token" ? "value" : null;
    }
}
