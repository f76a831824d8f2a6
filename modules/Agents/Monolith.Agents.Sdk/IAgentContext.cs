using System.Text.Json;

namespace Monolith.Agents.Sdk;

/// <summary>One attempt of one stage, as the agent sees it. Valid until <see cref="IAgent.ExecuteAsync"/> returns.</summary>
public interface IAgentContext
{
    /// <summary>The run's id, a UUID.</summary>
    string RunId { get; }

    /// <summary>The stage's id in the definition.</summary>
    string StageId { get; }

    /// <summary>Which of the agent's actions is asked for.</summary>
    string Action { get; }

    /// <summary>1 for the first attempt, one more for each retry.</summary>
    int Attempt { get; }

    /// <summary>
    /// The same for every execution of this attempt, also after a crash. Pass it to outside systems that know such keys.
    /// </summary>
    string IdempotencyKey { get; }

    /// <summary>A JSON object that fits the action's schema, expressions resolved.</summary>
    JsonElement Parameters { get; }

    /// <summary>Outputs of the stages before this one: <c>{ "stage-id": { "output": value } }</c>.</summary>
    JsonElement Inputs { get; }

    /// <summary>Absolute path of the run's folder. All stages of a run share it.</summary>
    string Workspace { get; }

    /// <summary>
    /// Absolute path of the folder that the agent's plugin was loaded from, for programs and data that it brings: it is loaded from memory,
    /// and does not know by itself. Empty when it was not loaded from a folder. Read only.
    /// </summary>
    string PluginFolder => "";

    /// <summary>The pipeline's and the stage's environment, the stage's winning. Programs get it by themselves.</summary>
    IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>
    /// What people, or the policy, decided about what this agent proposed or the stage declares; null when nothing was to be decided. With
    /// <see cref="AgentApproval.IsRevision"/> the proposal was sent back.
    /// </summary>
    AgentApproval? Decision => null;

    /// <summary>What people answered to the questions of this stage: an object by the questions' ids; null when it asked none.</summary>
    JsonElement? Answers => null;

    /// <summary>The stage's log, which people read live.</summary>
    IAgentLog Log { get; }

    /// <summary>The secrets this stage declares, and no others.</summary>
    IAgentSecrets Secrets { get; }

    /// <summary>Runs programs in the workspace. Use it rather than <c>System.Diagnostics.Process</c>.</summary>
    IProgramRunner Programs { get; }

    /// <summary>
    /// Makes a handler for HTTP calls to addresses that a definition names; for these use it rather than one of your own. It connects only where this
    /// host lets definitions lead it. Names are looked up when a connection is made, so a redirect or a name that changes leads nowhere else.
    /// Redirects and cookies are off. A call to another address throws <see cref="HttpRequestException"/> around <see cref="AddressRefusedException"/>.
    /// </summary>
    /// <param name="ownPort">Where on this machine a program that the stage started listens; it may be called whatever the host's settings are.</param>
    /// <returns>A new handler, to be disposed by the caller. A context outside a host makes one that connects anywhere.</returns>
    SocketsHttpHandler CreateHttpHandler(int? ownPort = null) => new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    /// <summary>The clock.</summary>
    TimeProvider Time { get; }

    /// <summary>The language models. They can be asked on every host: one without models answers with LLM_API_ERROR.</summary>
    IAgentModels Models => throw new ModelException(AgentErrorCodes.LlmApiError, "This context has no language models.");
}
