using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Authoring;

/// <summary>What the kit's tests test.</summary>
public sealed class SampleAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("sample", "1.0.0", "A sample.",
        [new("copy", "Copies a file.", "{}"), new("ask", "Asks a model.", "{}"), new("wait", "Waits an hour.", "{}"), new("list", "Runs ls.", "{}"), new("decide", "Has it decided.", "{}"), new("leak", "Tells its secret.", "{}")]);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        switch (context.Action)
        {
            case "copy":
                var text = await File.ReadAllTextAsync(Path.Combine(context.Workspace, context.Parameters.GetProperty("from").GetString()!), cancellationToken);
                await File.WriteAllTextAsync(Path.Combine(context.Workspace, "copy"), text, cancellationToken);
                return Success("text", text) with { Metrics = new Dictionary<string, double> { ["size"] = text.Length }, Artifacts = [new("copy", "copy")] };
            case "ask":
                return Success("answer", (await context.Models.AskAsync(new(ModelMessage.User("Why?")), cancellationToken)).Text);
            case "wait":
                context.Log.Info("waiting");
                await Task.Delay(TimeSpan.FromHours(1), context.Time, cancellationToken);
                return Success("at", context.Time.GetUtcNow().Hour);
            case "list":
                return Success("files", (await context.Programs.RunAsync(new("ls"), cancellationToken)).StandardOutput);
            case "decide":
                return context.Decision is null ? AgentResult.Propose(new("data_migration", "Go?")) : context.Answers is { } answers ? Success("why", answers.GetProperty("why").GetString()) : AgentResult.Ask(new AgentQuestion("why", AgentQuestionType.OpenText, "Why?"));
            default:
                return AgentResult.Failure(AgentErrorCodes.TaskExecutionFailed, $"It was {context.Secrets.Find("token")}.");
        }
    }

    private static AgentResult Success(string name, JsonNode? value) => AgentResult.Success() with { Outputs = new JsonObject { [name] = value } };
}
