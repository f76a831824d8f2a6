using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Invocation;

/// <summary>An agent's result copied into objects of the host, so that none of the plugin's outlives the call.</summary>
internal static class ResultCopy
{
    private const int MaxOutputChars = 256 * 1024;

    public static AgentResult Of(AgentResult? result, SecretMask mask)
    {
        if (result is null)
            return Broken("The agent returned null.");

        var outputs = mask.Apply(result.Outputs?.ToJsonString() ?? "{}");
        if (outputs.Length > MaxOutputChars)
            return Broken($"The agent's outputs are {outputs.Length / 1024} KiB; at most {MaxOutputChars / 1024} KiB are kept. Put large data into an artifact.");

        var copy = result.Error is { } error
            ? AgentResult.Failure(error.Code ?? AgentErrorCodes.TaskExecutionFailed, mask.Apply(error.Message ?? "No reason was given."), error.Retryable)
            : AgentResult.Success();
        return copy with
        {
            Outputs = (JsonObject)JsonNode.Parse(outputs)!,
            Metrics = (result.Metrics ?? new Dictionary<string, double>()).Where(m => double.IsFinite(m.Value)).ToDictionary(),
            Artifacts = [.. (result.Artifacts ?? []).Select(a => new AgentArtifact(a.Name, a.Path, a.Type))],
        };
    }

    private static AgentResult Broken(string message) => AgentResult.Failure("CONTRACT_VALIDATION_FAILED", message);
}
