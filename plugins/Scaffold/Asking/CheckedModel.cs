using System.Text.Json;

namespace Monolith.Plugins.Scaffold.Asking;

/// <summary>Asks the host's models for JSON. An answer with mistakes goes back once, with all of them; one that has mistakes again is of no use.</summary>
internal sealed class CheckedModel(IAgentContext context)
{
    private const int MostTold = 30;

    /// <summary>US dollars of all answers.</summary>
    public double Cost { get; private set; }

    /// <param name="request">Its last message is the question.</param>
    /// <param name="read">Makes something of the answer, or tells its mistakes.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ModelException">No model could be asked.</exception>
    public async Task<Outcome<T>> AskAsync<T>(ModelRequest request, Func<JsonElement, List<string>, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var (answer, got, faults) = await AskOnceAsync(request, read, cancellationToken);
        if (faults.Count == 0)
            return got!;

        context.Log.Warn($"The model's {request.Purpose} have {faults.Count} mistakes; it is told and asked once more.");
        var again = request with
        {
            Messages = [.. request.Messages, ModelMessage.Assistant(answer.Text.Length == 0 ? "(nothing)" : answer.Text), ModelMessage.User(Told(faults))],
        };
        (_, got, faults) = await AskOnceAsync(again, read, cancellationToken);
        return faults.Count == 0
            ? got!
            : AgentResult.Failure(
                AgentErrorCodes.LlmInvalidResponse,
                $"The model's {request.Purpose} are not right, also when it was told why. Nothing of them was written.\n{Lines(faults)}",
                retryable: true) with
            { Metrics = new Dictionary<string, double> { ["cost"] = Cost } };
    }

    private async Task<(ModelAnswer Answer, T? Got, List<string> Faults)> AskOnceAsync<T>(
        ModelRequest request, Func<JsonElement, List<string>, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await context.Models.AskAsync(request, cancellationToken);
        Cost += (double)answer.Cost;
        var faults = new List<string>();
        if (answer.Json is not { ValueKind: JsonValueKind.Object } json)
        {
            faults.Add(answer.Truncated ? "The answer was too long and broke off." : "The answer is not one JSON object.");
            return (answer, null, faults);
        }

        var got = read(json, faults);
        return (answer, faults.Count == 0 ? got : null, faults);
    }

    // As JSON, like every question, so that nothing in it can be taken for the agent's own words.
    private static string Told(List<string> faults) =>
        new System.Text.Json.Nodes.JsonObject { ["task"] = "mend: give the whole answer again, without these mistakes", ["mistakes"] = Lines(faults) }.ToJsonString();

    private static string Lines(List<string> faults) =>
        string.Join('\n', faults.Take(MostTold).Select(fault => fault.Cut(300))) + (faults.Count > MostTold ? $"\n… and {faults.Count - MostTold} more." : "");
}
