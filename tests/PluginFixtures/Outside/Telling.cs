using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Outside;

internal static class Telling
{
    public static JsonObject Of(IAgentContext context) => new()
    {
        ["run"] = context.RunId,
        ["stage"] = context.StageId,
        ["attempt"] = context.Attempt,
        ["key"] = context.IdempotencyKey,
        ["parameters"] = JsonNode.Parse(context.Parameters.GetRawText()),
        ["inputs"] = JsonNode.Parse(context.Inputs.GetRawText()),
        ["workspace"] = Directory.Exists(context.Workspace) ? context.Workspace : "",
        ["folder"] = File.Exists(Path.Combine(context.PluginFolder, "Monolith.PluginFixtures.Outside.dll")),
        ["environment"] = string.Join(",", context.Environment.Select(variable => $"{variable.Key}={variable.Value}")),
        ["hasSecret"] = context.Secrets.Find("token")?.Length,
        ["noSecret"] = context.Secrets.Find("other"),
        ["remark"] = context.Decision?.Remark?.ToString(),
        ["answers"] = context.Answers is { } answers ? JsonNode.Parse(answers.GetRawText()) : null,
        ["process"] = Environment.ProcessId,
        ["hosts"] = Environment.GetEnvironmentVariable("MONOLITH_TEST_SECRET"),
    };
}
