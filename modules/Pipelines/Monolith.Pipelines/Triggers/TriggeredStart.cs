using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Reading;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Triggers;

/// <summary>Starts one run that nobody is there to correct: what is wrong with it is said to whoever asks what became of it.</summary>
internal sealed class TriggeredStart(RunDrafter drafter, RunLauncher launcher)
{
    private static readonly JsonElement NoInputs = JsonDocument.Parse("{}").RootElement.Clone();

    /// <returns>The origin of the request being answered, if any, with somebody else's name.</returns>
    public static Origin OriginOf(string by) => (Origin.Current ?? new Origin()) with { UserId = by };

    /// <summary>The id of the run that a pipeline starts for a key, so that there is one however often it is asked for, on whichever host.</summary>
    public static Guid IdOf(PipelineDocument pipeline, string key) => HashedId.Of($"trigger/{pipeline.Id}/{key}");

    public async Task<TriggeredRun> StartAsync(
        PipelineDocument pipeline, CompiledDefinition definition, string key, RunOrder order, JsonElement? inputs, JsonElement facts, CancellationToken cancellationToken)
    {
        var problems = Check(order, facts).ToList();
        if (problems.Count > 0)
            return Failed(pipeline, problems);
        var resolved = ExpressionResolver.Resolve(inputs ?? NoInputs, new FactsScope(facts));
        if (!resolved.IsSuccess)
            return Failed(pipeline, resolved.Problems);
        var draft = await drafter.DraftAsync(definition, pipeline.Version, order with { Inputs = resolved.Value }, cancellationToken);
        if (!draft.IsSuccess)
            return Failed(pipeline, draft.Problems);

        var id = IdOf(pipeline, key);
        await launcher.LaunchAsync(draft.Value, id: id);
        return new TriggeredRun(pipeline.Name, id, Error: null);
    }

    private static IEnumerable<Problem> Check(RunOrder order, JsonElement facts) =>
        StorableText.Faults(facts, "event").Concat(RunRequestRules.Check(order.Labels, order.Branch, order.CommitSha));

    private static TriggeredRun Failed(PipelineDocument pipeline, IReadOnlyList<Problem> problems) => new(
        pipeline.Name, RunId: null, string.Join(' ', problems.Take(5).Select(problem => $"{problem.Path?.Replace("parameters.", "inputs.", StringComparison.Ordinal)}: {problem.Message}")));
}
