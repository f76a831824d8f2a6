using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Network;
using Monolith.Agents.Sdk;
using Monolith.Models.Contracts;

namespace Monolith.Agents.Invocation;

internal sealed class AgentContext(AgentCall call, IAgentLog log, IProgramRunner programs, AgentNetwork network, IModelAccess? models, TimeProvider time)
    : IAgentContext
{
    private IAgentModels? made;

    public AgentCall Call => call;

    public string RunId => call.RunId;

    public string StageId => call.StageId;

    public string Action => call.Action;

    public int Attempt => call.Attempt;

    public string IdempotencyKey => call.IdempotencyKey;

    public JsonElement Parameters => call.Parameters;

    public JsonElement Inputs => call.Inputs;

    /// <summary>Made when first asked for: most runs of light stages never need it, and a folder costs more than such a stage.</summary>
    public string Workspace => Directory.CreateDirectory(call.Workspace).FullName;

    public string PluginFolder { get; init; } = "";

    public IReadOnlyDictionary<string, string> Environment => call.Environment;

    public AgentApproval? Decision => call.Decision;

    public JsonElement? Answers => call.Answers;

    public IAgentLog Log => log;

    public IAgentSecrets Secrets { get; } = new AgentSecrets(call.Secrets);

    public IProgramRunner Programs => programs;

    public TimeProvider Time => time;

    public SocketsHttpHandler CreateHttpHandler(int? ownPort = null) => network.CreateHandler(ownPort);

    /// <summary>Made when first asked for: few stages talk to a model.</summary>
    public IAgentModels Models => made ?? Make();

    /// <summary>All threads of a call get the same one: it counts what was asked.</summary>
    private IAgentModels Make()
    {
        if (models is null)
            throw new ModelException(AgentErrorCodes.LlmApiError, "This host has no language models.");
        var caller = new ModelCaller(Guid.Parse(call.RunId), call.StageId, call.Attempt, call.Agent)
        {
            Pipeline = call.Pipeline,
            Person = call.Person,
            Project = call.Project,
            RunBudget = call.RunBudget,
            StageBudget = call.StageBudget,
        };
        var created = models.Of(caller);
        return Interlocked.CompareExchange(ref made, created, null) ?? created;
    }
}
