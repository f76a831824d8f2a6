using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;
using Monolith.Kernel;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Pipelines.Engine.Guards;

/// <summary>Calls agents, each behind its breaker.</summary>
internal sealed class GuardedAgents(IAgentInvoker agents, IBreakers breakers)
{
    /// <param name="call">What is asked of the agent.</param>
    /// <param name="stop">Cancelled when the call is given up for a reason that is not the agent's, unlike its time limit.</param>
    /// <param name="cancellationToken">Cancelled for either reason.</param>
    /// <returns>The agent's result; or no result, and when to ask again.</returns>
    public async Task<(AgentResult? Result, DateTimeOffset RetryAt)> InvokeAsync(AgentCall call, CancellationToken stop, CancellationToken cancellationToken)
    {
        var breaker = breakers.Of(BreakerKind.Agent, call.Agent);
        var pass = breaker.Enter();
        if (pass.RetryAt is { } retryAt)
            return (null, retryAt);

        var outcome = CallOutcome.Unknown;
        var threw = false;
        try
        {
            var result = await agents.InvokeAsync(call with { OnException = () => threw = true }, cancellationToken);
            outcome = threw ? CallOutcome.Failure : Judge(result);
            return (result, default);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            outcome = CallOutcome.Failure;
            throw;
        }
        finally
        {
            breaker.Exit(pass, outcome);
        }
    }

    // A broken build is an answer. What may be otherwise later is an outage; what was refused before the agent was asked says nothing.
    private static CallOutcome Judge(AgentResult result) => result.Error switch
    {
        null => CallOutcome.Success,
        { Retryable: true } => CallOutcome.Failure,
        { Code: ErrorCodes.AgentNotRegistered } => CallOutcome.Unknown,
        _ => CallOutcome.Success,
    };
}
