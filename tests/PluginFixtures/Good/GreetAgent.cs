using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Good;

/// <summary>An agent that does what an agent may do, and on demand what it should not.</summary>
public sealed class GreetAgent(Greeting greeting, TimeProvider time) : IAgent
{
    private const string GreetSchema = """{ "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] }""";

    private const string RunSchema = """
        {
          "type": "object",
          "properties": { "program": { "type": "string" }, "arguments": { "type": "array", "items": { "type": "string" } } },
          "required": ["program"]
        }
        """;

    public AgentDescriptor Descriptor { get; } = new(
        "greet",
        "1.2.0",
        "Greets.",
        [
            new("greet", "Greets somebody by name.", GreetSchema),
            new("fail", "Ends as a failure that may be tried again.", "{}"),
            new("throw", "Throws.", "{}"),
            new("ignore-cancellation", "Never ends.", "{}"),
            new("run", "Runs a program.", RunSchema),
            new("leak", "Writes its secrets wherever it can.", "{}"),
        ]);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => context.Action switch
    {
        "greet" => Greet(context),
        "fail" => AgentResult.Failure(AgentErrorCodes.NetworkError, "The other side is not there.", retryable: true),
        "throw" => throw new PeculiarException(),
        "ignore-cancellation" => await new TaskCompletionSource<AgentResult>().Task,
        "run" => await RunAsync(context, cancellationToken),
        "leak" => Leak(context),
        var other => AgentResult.Failure(AgentErrorCodes.TaskValidationFailed, $"There is no action '{other}'."),
    };

    private AgentResult Greet(IAgentContext context)
    {
        var text = greeting.For(context.Parameters.GetProperty("name").GetString()!);
        context.Log.Info(text);
        return AgentResult.Success() with
        {
            Outputs = new JsonObject { ["greeting"] = text, ["year"] = time.GetUtcNow().Year },
            Metrics = new Dictionary<string, double> { ["greeting.length"] = text.Length },
        };
    }

    private static async Task<AgentResult> RunAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var program = context.Parameters.GetProperty("program").GetString()!;
        var arguments = context.Parameters.TryGetProperty("arguments", out var list)
            ? list.EnumerateArray().Select(item => item.GetString()!)
            : [];
        var result = await context.Programs.RunAsync(new(program, [.. arguments]), cancellationToken);
        var outputs = new JsonObject { ["exitCode"] = result.ExitCode, ["output"] = result.StandardOutput };
        return result.ExitCode == 0
            ? AgentResult.Success() with { Outputs = outputs }
            : AgentResult.Failure(AgentErrorCodes.TaskExecutionFailed, $"The program ended with exit code {result.ExitCode}.");
    }

    private static AgentResult Leak(IAgentContext context)
    {
        var secret = context.Secrets.Find("token") ?? "";
        context.Log.Info($"The token is {secret}.");
        return AgentResult.Success() with { Outputs = new JsonObject { ["url"] = $"https://user:{secret}@example.org" } };
    }
}
