using Microsoft.Extensions.Logging;
using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Loading;
using Monolith.Agents.Network;
using Monolith.Agents.Programs;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Kernel;
using Monolith.Models.Contracts;

namespace Monolith.Agents.Invocation;

internal sealed class AgentInvoker(
    AgentCatalog catalog, PluginSwaps swaps, ProgramSandbox sandbox, AgentNetwork network, TimeProvider time, ILogger<AgentInvoker> logger, IModelAccess? models = null) : IAgentInvoker
{
    public Task<AgentResult> InvokeAsync(AgentCall call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<AgentResult>(cancellationToken);

        var agent = call.ContentHash is { } pinned ? catalog.Version(call.Agent, pinned) : catalog.Serving(call.Agent);
        return agent is not null && agent.Calls.TryEnter() ? ExecuteAsync(agent, call, cancellationToken) : LoadAndExecuteAsync(call, cancellationToken);
    }

    /// <summary>The version was let go of, since nothing seemed to need it, or is being replaced at this moment.</summary>
    private async Task<AgentResult> LoadAndExecuteAsync(AgentCall call, CancellationToken cancellationToken)
    {
        var agent = call.ContentHash is { } pinned ? await swaps.ReviveAsync(call.Agent, pinned) : catalog.Serving(call.Agent);
        return agent is not null && agent.Calls.TryEnter()
            ? await ExecuteAsync(agent, call, cancellationToken)
            : AgentResult.Failure(ErrorCodes.AgentNotRegistered, Unserved(call));
    }

    private Task<AgentResult> ExecuteAsync(LoadedAgent agent, AgentCall call, CancellationToken cancellationToken)
    {
        if (FaultOf(agent, call) is { } fault)
        {
            agent.Calls.Leave();
            return Task.FromResult(AgentResult.Failure(ErrorCodes.TaskValidationFailed, fault));
        }

        return new AgentExecution(agent, call, sandbox, network, time, logger, models).RunAsync(cancellationToken);
    }

    private static string? FaultOf(LoadedAgent agent, AgentCall call)
    {
        if (!Has(agent, call.Action))
            return NoSuchAction(call, agent);
        return UnwantedSecret(call, agent) is { } secret ? $"The stage gives '{call.Agent}' the secret '{secret}', which its manifest does not name." : null;
    }

    public async Task KillLeftoversAsync(string runId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(runId);
        await sandbox.EndLeftoversAsync(ProgramMarks.LabelOfRun(runId));
        var left = await ProcessSweep.KillAsync(ProgramMarks.OfRun(runId), time, cancellationToken);
        if (left > 0)
            logger.LogWarning("{Count} programs of run {RunId} could not be killed", left, runId);
    }

    private static string? UnwantedSecret(AgentCall call, LoadedAgent agent) =>
        agent.Listing.Capabilities?.Secrets is { } named && !named.Contains("*") ? call.Secrets.Keys.FirstOrDefault(secret => !named.Contains(secret)) : null;

    private string Unserved(AgentCall call)
    {
        if (call.ContentHash is { } pinned && catalog.Find(call.Agent) is { } serving)
            return $"The run is pinned to '{call.Agent}' with the content hash {pinned}; this host serves {serving.ContentHash}.";
        var refused = catalog.List().FirstOrDefault(listing => listing.Name == call.Agent || listing.Plugin == call.Agent);
        return refused is null
            ? $"No agent is called '{call.Agent}'. Put its plugin into the plugin folder."
            : $"The agent '{call.Agent}' does not serve: {refused.Reason}";
    }

    private static string NoSuchAction(AgentCall call, LoadedAgent agent)
    {
        var actions = string.Join(", ", agent.Listing.Actions.Select(action => action.Name));
        return $"The agent '{call.Agent}' has no action '{call.Action}'. It has: {actions}.";
    }

    private static bool Has(LoadedAgent agent, string action)
    {
        foreach (var listing in agent.Listing.Actions)
        {
            if (listing.Name == action)
                return true;
        }

        return false;
    }
}
