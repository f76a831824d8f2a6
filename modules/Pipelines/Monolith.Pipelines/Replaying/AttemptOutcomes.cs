using Monolith.Agents.Sdk;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts.Replaying;

namespace Monolith.Pipelines.Replaying;

/// <summary>What a failure in the journal says of what the agent gave.</summary>
internal static class AttemptOutcomes
{
    public static readonly IReadOnlyDictionary<string, double> NoMetrics = new Dictionary<string, double>();

    /// <summary>Codes of agents, and of what the host makes of a result that breaks the contract. All others are the host's word, not the agent's.</summary>
    private static readonly HashSet<string> OfAgents =
    [
        AgentErrorCodes.TaskValidationFailed, AgentErrorCodes.TaskExecutionFailed, AgentErrorCodes.TaskTimeout, AgentErrorCodes.NetworkError,
        AgentErrorCodes.InsufficientResources, AgentErrorCodes.WorkspaceError, AgentErrorCodes.LlmApiError, AgentErrorCodes.LlmRateLimit,
        AgentErrorCodes.LlmQuotaExceeded, AgentErrorCodes.LlmInvalidResponse, ErrorCodes.ContractValidationFailed,
    ];

    /// <param name="code">Of the stage's failure.</param>
    /// <param name="metrics">Null when they are not recorded.</param>
    public static RecordedOutcome Of(string code, IReadOnlyDictionary<string, double>? metrics) => code == ErrorCodes.QualityGateFailed
        ? new RecordedOutcome(Code: null, Outputs: null, metrics, Proposal: null, []) { TellsOutputs = false }
        : new RecordedOutcome(code, Outputs: null, metrics, Proposal: null, []);

    /// <returns>Null when the agent failed so itself, or succeeded and a gate failed.</returns>
    public static string? Untold(string code) =>
        code == ErrorCodes.QualityGateFailed || OfAgents.Contains(code) ? null : $"The host ended it with {code}; what the agent would have given is not recorded.";
}
