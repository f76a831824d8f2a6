using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Invocation;
using Monolith.Agents.Network;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Inside;

/// <summary>One call as the agent sees it in a worker: what it reads is here, what it asks for the host does.</summary>
internal sealed class RemoteCall : IAgentContext, IDisposable
{
    private readonly AgentCall call;
    private readonly AgentNetwork network;
    private readonly RemoteRequests requests;
    private readonly CancellationTokenSource cancellation = new();

    public RemoteCall(long id, AgentCall call, string pluginFolder, AgentNetwork network, LineWriter writer)
    {
        this.call = call;
        this.network = network;
        Id = id;
        PluginFolder = pluginFolder;
        requests = new RemoteRequests(id, writer);
        Log = new RemoteLog(id, writer);
        Secrets = new AgentSecrets(call.Secrets);
        Programs = new RemotePrograms(requests);
        Models = new RemoteModels(requests);
        Token = cancellation.Token;
    }

    public long Id { get; }

    public string Agent => call.Agent;

    public CancellationToken Token { get; }

    public string RunId => call.RunId;

    public string StageId => call.StageId;

    public string Action => call.Action;

    public int Attempt => call.Attempt;

    public string IdempotencyKey => call.IdempotencyKey;

    public JsonElement Parameters => call.Parameters;

    public JsonElement Inputs => call.Inputs;

    public string Workspace => Directory.CreateDirectory(call.Workspace).FullName;

    public string PluginFolder { get; }

    public IReadOnlyDictionary<string, string> Environment => call.Environment;

    public AgentApproval? Decision => call.Decision;

    public JsonElement? Answers => call.Answers;

    public IAgentLog Log { get; }

    public IAgentSecrets Secrets { get; }

    public IProgramRunner Programs { get; }

    public IAgentModels Models { get; }

    public TimeProvider Time => TimeProvider.System;

    public SocketsHttpHandler CreateHttpHandler(int? ownPort = null) => network.CreateHandler(ownPort);

    public void Take(string type, JsonElement message)
    {
        if (type == "cancel")
            _ = cancellation.CancelAsync();
        else
            requests.Take(type, message);
    }

    // The token's source is left to the collector: the agent may have kept the token.
    public void Dispose() => requests.Close();
}
