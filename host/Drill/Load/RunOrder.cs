using System.Text.Json.Nodes;

namespace Monolith.Host.Drill.Load;

/// <summary>One request of the load: a run with an idempotency key, or a batch of runs, which has none. By seed and number alone.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IsBatch">Whether it goes to <c>/runs:batch</c>.</param>
/// <param name="Pipelines">One a run.</param>
/// <param name="Seed">Decides how long its stages take.</param>
/// <param name="Pause">How long its sender waits afterwards.</param>
internal sealed record RunOrder(int Number, bool IsBatch, IReadOnlyList<string> Pipelines, int Seed, TimeSpan Pause)
{
    public static RunOrder Of(int seed, int number)
    {
        var random = new Random(unchecked((seed * 16_777_619) + number));
        var isBatch = random.Next(6) == 0;
        // A batch whose answer is lost is not sent again, so nobody would signal its runs.
        var choice = DrillPipelines.All.Select(pipeline => pipeline.Name).Where(name => !isBatch || name != DrillPipelines.Waiting).ToArray();
        var pipelines = Enumerable.Range(0, isBatch ? random.Next(2, 6) : 1).Select(_ => choice[random.Next(choice.Length)]).ToArray();
        return new RunOrder(number, isBatch, pipelines, random.Next(1_000_000), TimeSpan.FromMilliseconds(random.Next(100, 350)));
    }

    public JsonObject Body(string journal) => IsBatch
        ? new JsonObject { ["runs"] = new JsonArray([.. Pipelines.Select((_, index) => Run(index, journal))]) }
        : Run(0, journal);

    private JsonObject Run(int index, string journal) => new()
    {
        ["pipeline"] = Pipelines[index],
        ["inputs"] = new JsonObject { ["journal"] = journal, ["seed"] = Seed + index },
        ["labels"] = new JsonObject { ["request"] = $"{Number}.{index}" },
    };
}
