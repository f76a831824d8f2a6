using System.Text.Json;
using Monolith.Agents.Sdk;
using Monolith.Models.Contracts;
using Monolith.Pipelines.Contracts.Replaying;

namespace Monolith.Agents.Registry.Shadowing;

/// <summary>A recorded attempt as the agent sees it again: what it was given, and an empty folder.</summary>
internal sealed class ShadowContext(RecordedAttempt attempt, string workspace, ShadowReach reach, IModelAccess? models, TimeProvider time) : IAgentContext, IAgentLog
{
    private IAgentModels? made;

    public string RunId { get; } = attempt.RunId.ToString();

    public string StageId => attempt.StageId;

    public string Action => attempt.Action;

    public int Attempt => attempt.Attempt;

    public string IdempotencyKey => $"{RunId}/{StageId}/{Attempt}";

    public JsonElement Parameters => attempt.Parameters;

    public JsonElement Inputs => attempt.Inputs;

    public string Workspace
    {
        get
        {
            if (attempt.IsAfterOthers)
                reach.Note("It works on files, and stages before it may have left some.");
            return Directory.CreateDirectory(workspace).FullName;
        }
    }

    public string PluginFolder { get; init; } = "";

    public IReadOnlyDictionary<string, string> Environment => attempt.Environment;

    public AgentApproval? Decision => attempt.Decision;

    public JsonElement? Answers => attempt.Answers;

    public IAgentLog Log => this;

    public IAgentSecrets Secrets => reach;

    public IProgramRunner Programs => reach;

    public TimeProvider Time => time;

    public IAgentModels Models => made ?? Make();

    public SocketsHttpHandler CreateHttpHandler(int? ownPort = null) => reach.CreateHandler();

    /// <summary>Nobody reads it.</summary>
    public void Write(AgentLogLevel level, string line)
    {
    }

    /// <summary>All threads get the same one: it counts what was asked.</summary>
    private IAgentModels Make()
    {
        if (models is null)
        {
            reach.Note(ShadowModels.Unanswered);
            throw new ModelException(AgentErrorCodes.LlmApiError, "This host has no language models.");
        }

        var caller = new ModelCaller(attempt.RunId, attempt.StageId, attempt.Attempt, attempt.Agent) { Pipeline = attempt.Pipeline, Project = attempt.Project, IsReplay = true };
        var created = new ShadowModels(models.Of(caller), reach);
        return Interlocked.CompareExchange(ref made, created, null) ?? created;
    }
}
