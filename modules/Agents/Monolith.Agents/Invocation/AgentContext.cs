using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Invocation;

/// <summary>A call as the agent sees it.</summary>
internal sealed class AgentContext(AgentCall call, IAgentLog log, IProgramRunner programs, TimeProvider time) : IAgentContext, IAgentSecrets
{
    public string RunId => call.RunId;

    public string StageId => call.StageId;

    public string Action => call.Action;

    public int Attempt => call.Attempt;

    public string IdempotencyKey => call.IdempotencyKey;

    public JsonElement Parameters => call.Parameters;

    public JsonElement Inputs => call.Inputs;

    public string Workspace => call.Workspace;

    public IReadOnlyDictionary<string, string> Environment => call.Environment;

    public IAgentLog Log => log;

    public IAgentSecrets Secrets => this;

    public IProgramRunner Programs => programs;

    public TimeProvider Time => time;

    public string? Find(string name) => call.Secrets.GetValueOrDefault(name);
}
