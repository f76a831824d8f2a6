using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Monolith.Plugins.Deployment.Images;

/// <summary>Follows what an engine tells while it builds or pushes: JSON objects, one after the other.</summary>
internal static partial class EngineProgress
{
    /// <returns>The digest that it told of; null when it told none.</returns>
    /// <exception cref="DeploymentException">It told an error.</exception>
    public static async Task<string?> FollowAsync(IAgentContext context, HttpResponseMessage reply, string what, CancellationToken cancellationToken)
    {
        string? digest = null;
        using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Parse(line) is not { } told)
            {
                continue;
            }

            if ((string?)told["error"] is { } error)
            {
                throw new DeploymentException(Failed.Execution($"{what} failed: {error.Trim().Cut(1_500)}"));
            }

            if (((string?)told["stream"] ?? (told["progress"] is null ? (string?)told["status"] : null))?.TrimEnd() is { Length: > 0 } text)
            {
                context.Log.Info(text);
                digest = Digest().Match(text) is { Success: true } match ? match.Groups[1].Value : digest;
            }

            digest = (string?)told["aux"]?["Digest"] ?? digest;
        }

        return digest;
    }

    [GeneratedRegex("digest: (sha256:[0-9a-f]{64})")]
    private static partial Regex Digest();

    private static JsonNode? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonNode.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
