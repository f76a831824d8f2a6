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
    AgentCatalog catalog, ProgramSandbox sandbox, AgentNetwork network, TimeProvider time, ILogger<AgentInvoker> logger, IModelAccess? models = null) : IAgentInvoker
{
    public Task<AgentResult> InvokeAsync(AgentCall call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<AgentResult>(cancellationToken);

        var agent = catalog.Serving(call.Agent);
        if (agent is null)
            return Refuse(ErrorCodes.AgentNotRegistered, Unserved(call.Agent));
        if (call.ContentHash is { } pinned && pinned != agent.Listing.ContentHash)
            return Refuse(ErrorCodes.AgentNotRegistered, OtherVersion(call, agent));
        if (!Has(agent, call.Action))
            return Refuse(ErrorCodes.TaskValidationFailed, NoSuchAction(call, agent));
        if (UnwantedSecret(call, agent) is { } secret)
            return Refuse(ErrorCodes.TaskValidationFailed, $"The stage gives '{call.Agent}' the secret '{secret}', which its manifest does not name.");

        return new AgentExecution(agent, call, sandbox, network, time, logger, models).RunAsync(cancellationToken);
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

    private string Unserved(string name)
    {
        var refused = catalog.List().FirstOrDefault(listing => listing.Name == name || listing.Plugin == name);
        return refused is null
            ? $"No agent is called '{name}'. Put its plugin into the plugin folder and start the host again."
            : $"The agent '{name}' does not serve: {refused.Reason}";
    }

    private static string OtherVersion(AgentCall call, LoadedAgent agent) =>
        $"The run is pinned to '{call.Agent}' with the content hash {call.ContentHash}; "
        + $"this host serves {agent.Listing.ContentHash}.";

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

    private static Task<AgentResult> Refuse(string code, string reason) => Task.FromResult(AgentResult.Failure(code, reason));
}
