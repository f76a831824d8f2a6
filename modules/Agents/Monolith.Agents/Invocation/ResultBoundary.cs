using Monolith.Agents.Masking;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Agents.Invocation;

/// <summary>
/// Copies a result into objects of the host, masked: one object of the plugin that is kept would keep its load context.
/// </summary>
internal static class ResultBoundary
{
    private const int LongestMessage = 8192;

    private static readonly HashSet<string> Codes =
    [
        AgentErrorCodes.TaskValidationFailed,
        AgentErrorCodes.TaskExecutionFailed,
        AgentErrorCodes.TaskTimeout,
        AgentErrorCodes.NetworkError,
        AgentErrorCodes.InsufficientResources,
        AgentErrorCodes.WorkspaceError,
        AgentErrorCodes.LlmApiError,
        AgentErrorCodes.LlmRateLimit,
        AgentErrorCodes.LlmQuotaExceeded,
        AgentErrorCodes.LlmInvalidResponse,
    ];

    /// <summary>Whether an agent may fail with the code.</summary>
    public static bool Knows(string? code) => code is not null && Codes.Contains(code);

    public static AgentResult Accept(AgentResult? result, SecretMask mask)
    {
        if (result is null)
            return Refuse("The agent returned null.");

        var metrics = Metrics(result.Metrics, mask);
        if (!TryCopy(result.Artifacts, mask, out var artifacts, out var fault))
            return Refuse(fault) with { Metrics = metrics };

        if (result.Error is null && (result.Proposal is not null || result.Questions is { Count: > 0 }))
            return PeopleBoundary.Accept(result, mask);
        if (result.Error is { } error)
            return Failure(error, mask) with { Metrics = metrics, Artifacts = artifacts };

        var outputs = OutputBoundary.Accept(result.Outputs, mask);
        return outputs.IsSuccess
            ? AgentResult.Success() with { Outputs = outputs.Value, Metrics = metrics, Artifacts = artifacts }
            : Refuse(outputs.Problems[0].Message) with { Metrics = metrics, Artifacts = artifacts };
    }

    public static string Message(string? message, SecretMask mask) =>
        SafeText.Of(SafeText.Cut(mask.Apply(message ?? ""), LongestMessage));

    private static AgentResult Refuse(string reason) => AgentResult.Failure(ErrorCodes.ContractValidationFailed, reason);

    private static AgentResult Failure(AgentError error, SecretMask mask)
    {
        var known = Codes.TryGetValue(error.Code ?? "", out var code);
        var message = known ? error.Message : $"{error.Code}: {error.Message}";
        var kept = known ? code! : AgentErrorCodes.TaskExecutionFailed;
        return error is { Retryable: true, RetryAfter: { } wait }
            ? AgentResult.RetryLater(kept, Message(message, mask), wait)
            : AgentResult.Failure(kept, Message(message, mask), error.Retryable);
    }

    private static Dictionary<string, double> Metrics(IReadOnlyDictionary<string, double>? metrics, SecretMask mask)
    {
        var copy = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in metrics ?? copy)
        {
            // What is no number was not measured, and a metric that is missing fails its gate.
            if (double.IsFinite(value))
                copy[Message(name, mask)] = value;
        }

        return copy;
    }

    private static bool TryCopy(IReadOnlyList<AgentArtifact>? artifacts, SecretMask mask, out List<AgentArtifact> copies, out string fault)
    {
        copies = [];
        fault = "The agent returned an artifact without a name, a path or a type.";
        foreach (var artifact in artifacts ?? [])
        {
            if (artifact is not { Name: not null, Path: not null, Type: not null })
                return false;
            // Masked, a path would lead nowhere and a name would be no longer its own; both are kept and shown.
            if (mask.Finds(artifact.Name) || mask.Finds(artifact.Path) || mask.Finds(artifact.Type))
            {
                fault = "The agent returned an artifact whose name, path or type holds a secret.";
                return false;
            }

            copies.Add(new AgentArtifact(artifact.Name, artifact.Path, artifact.Type));
        }

        return true;
    }
}
