using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.Fixtures.Recorder;

/// <summary>An agent that goes nowhere without people: it proposes, mends its proposal when it is sent back, and asks a question.</summary>
internal static class Consult
{
    private const string Plan = "plan.md";

    public static async Task<AgentResult> DoAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (context.Decision is not { IsRevision: false } approved)
            return await ProposeAsync(context, cancellationToken);
        if (context.Answers is not { } answers)
            return AgentResult.Ask(new AgentQuestion("why", AgentQuestionType.OpenText, "Why?"));
        return AgentResult.Success() with
        {
            Outputs = new JsonObject
            {
                ["option"] = approved.Option,
                ["by"] = string.Join(',', approved.By),
                ["why"] = answers.GetProperty("why").GetString(),
                ["plan"] = await File.ReadAllTextAsync(Path.Combine(context.Workspace, Plan), cancellationToken),
            },
        };
    }

    private static async Task<AgentResult> ProposeAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var wish = context.Decision?.Remark?.GetProperty("wish").GetString() ?? "as it is";
        await File.WriteAllTextAsync(Path.Combine(context.Workspace, Plan), $"Move the data, {wish}.", cancellationToken);
        return AgentResult.Propose(new AgentDecision("data_migration", $"Move the data, {wish}?")
        {
            Confidence = context.Parameters.TryGetProperty("confidence", out var confidence) ? confidence.GetDouble() : null,
            Options = ["tonight", "on Sunday"],
            Evidence = new JsonObject { ["rows"] = 3 },
            Files = [Plan],
        });
    }
}
