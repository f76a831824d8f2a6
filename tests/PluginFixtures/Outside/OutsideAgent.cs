using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Outside;

/// <summary>An agent that uses all of its context, and says what it found.</summary>
public sealed class OutsideAgent : IAgent, IDisposable
{
    public AgentDescriptor Descriptor { get; } = new(
        "outside",
        "1.0.0",
        "Uses its context.",
        [.. new[] { "tell", "serve", "lines", "ask", "fetch", "propose", "question", "wait", "deep", "nothing" }.Select(action => new AgentAction(action, "See its name.", "{}"))])
    {
        Capabilities = new AgentCapabilities { Secrets = ["token"], Tools = ["sh", "cat"] },
    };

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => context.Action switch
    {
        "tell" => Success(Telling.Of(context)),
        "serve" => Success(await Running.ServeAsync(context)),
        "lines" => Success(await Running.LinesAsync(context, cancellationToken)),
        "ask" => Success(await AskAsync(context, cancellationToken)),
        "fetch" => Success(await FetchAsync(context, cancellationToken)),
        "propose" => AgentResult.Propose(new AgentDecision("architectural_change", "Do it?") { Confidence = 0.5, Options = ["yes", "no"], Plan = new JsonObject { ["a"] = 1 } }),
        "question" => AgentResult.Ask(new AgentQuestion("how-many", AgentQuestionType.Numeric, "How many?") { Least = 1, Most = 3 }),
        "wait" => await WaitAsync(context, cancellationToken),
        "deep" => Success(new JsonObject { ["deep"] = Enumerable.Range(0, 100).Aggregate((JsonNode)1, (inner, _) => new JsonArray(inner)) }),
        _ => null!,
    };

    public void Dispose() => Console.WriteLine("disposed");

    private static AgentResult Success(JsonObject outputs) => AgentResult.Success() with { Outputs = outputs };

    private static async Task<AgentResult> WaitAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        context.Log.Info("waits");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return AgentResult.Success();
    }

    private static async Task<JsonObject> AskAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var pieces = new List<string>();
        var answer = await context.Models.AskAsync(new ModelRequest(ModelMessage.User("How are you?")) { System = "Be brief.", OnText = pieces.Add }, cancellationToken);
        return new() { ["answer"] = answer.Text, ["model"] = answer.Model, ["pieces"] = new JsonArray([.. pieces.Select(piece => (JsonNode)piece)]) };
    }

    private static async Task<JsonObject> FetchAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(context.CreateHttpHandler());
        return new() { ["answer"] = await client.GetStringAsync(context.Parameters.GetProperty("url").GetString(), cancellationToken) };
    }
}
