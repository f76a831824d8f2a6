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

    public Task<TriggeredRun> StartAsync(
        PipelineDocument pipeline, CompiledDefinition definition, string key, RunOrder order, JsonElement? inputs, JsonElement facts, CancellationToken cancellationToken) =>
        StartAsync(new Start(pipeline.Name, pipeline.Version, IdOf(pipeline, key)), definition, order, inputs, facts, cancellationToken);

    /// <summary>Starts a run of a definition that is not stored as a pipeline.</summary>
    public Task<TriggeredRun> StartAsync(
        string path, CompiledDefinition definition, string key, RunOrder order, JsonElement? inputs, JsonElement facts, CancellationToken cancellationToken) =>
        StartAsync(new Start(path, Version: null, HashedId.Of($"trigger-file/{key}/{path}")), definition, order, inputs, facts, cancellationToken);

    private async Task<TriggeredRun> StartAsync(
        Start start, CompiledDefinition definition, RunOrder order, JsonElement? inputs, JsonElement facts, CancellationToken cancellationToken)
    {
        var problems = Check(order, facts).ToList();
        if (problems.Count > 0)
            return Failed(start.Name, problems);
        var resolved = ExpressionResolver.Resolve(inputs ?? NoInputs, new FactsScope(facts));
        if (!resolved.IsSuccess)
            return Failed(start.Name, resolved.Problems);
        var draft = await drafter.DraftAsync(definition, start.Version, order with { Inputs = resolved.Value }, cancellationToken);
        if (!draft.IsSuccess)
            return Failed(start.Name, draft.Problems);

        await launcher.LaunchAsync(draft.Value, id: start.Id);
        return new TriggeredRun(start.Name, start.Id, Error: null);
    }

    private static IEnumerable<Problem> Check(RunOrder order, JsonElement facts) =>
        StorableText.Faults(facts, "event").Concat(RunRequestRules.Check(order.Labels, order.Branch, order.CommitSha));

    private static TriggeredRun Failed(string name, IReadOnlyList<Problem> problems) => new(
        name, RunId: null, string.Join(' ', problems.Take(5).Select(problem => $"{problem.Path?.Replace("parameters.", "inputs.", StringComparison.Ordinal)}: {problem.Message}")));

    /// <param name="Name">Of the pipeline or file.</param>
    /// <param name="Version">Of the pipeline.</param>
    /// <param name="Id">Of the run.</param>
    private sealed record Start(string Name, int? Version, Guid Id);
}
