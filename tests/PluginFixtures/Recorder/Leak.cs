using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.Fixtures.Recorder;

/// <summary>Says a secret aloud wherever an agent can say anything.</summary>
internal static class Leak
{
    public static async Task<AgentResult> DoAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var secret = context.Secrets.Find(context.Parameters.GetProperty("secret").GetString()!)!;
        switch (context.Parameters.GetProperty("by").GetString())
        {
            case "log":
                context.Log.Info($"the secret is {secret}");
                return AgentResult.Success();
            case "program":
                await context.Programs.RunAsync(
                    new ProgramSpec("sh", "-c", "echo out $LEAKED; echo err $LEAKED >&2; exit 3") { Environment = new Dictionary<string, string?> { ["LEAKED"] = secret } },
                    cancellationToken);
                return AgentResult.Success();
            case "start":
                await context.Programs.RunAsync(new ProgramSpec($"no-such-program-{secret}"), cancellationToken);
                return AgentResult.Success();
            case "outputs":
                return AgentResult.Success() with
                {
                    Outputs = new JsonObject { [secret] = secret, ["list"] = new JsonArray(secret) },
                    Metrics = new Dictionary<string, double> { [secret] = 1 },
                };
            case "error":
                return AgentResult.Failure(AgentErrorCodes.TaskExecutionFailed, $"it was {secret}");
            case "artifact":
                await File.WriteAllTextAsync(Path.Combine(context.Workspace, secret), "x", cancellationToken);
                return AgentResult.Success() with { Artifacts = [new AgentArtifact(secret, secret, "file")] };
            case "missing":
                return AgentResult.Success() with { Artifacts = [new AgentArtifact("missing", secret, "file")] };
            default:
                throw new InvalidOperationException($"thrown with {secret}", new IOException(secret));
        }
    }
}
