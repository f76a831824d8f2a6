using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;
using Monolith.Kernel;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Engine.Children;
using Monolith.Pipelines.Engine.Guards;
using Monolith.Pipelines.Engine.People;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Logs;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Stages;

/// <summary>One attempt of a stage: expressions resolved, agent called, log and artifacts kept.</summary>
internal sealed class StageAttempt(
    GuardedAgents agents,
    IPluginVersions versions,
    ParameterValidator validator,
    Workspaces workspaces,
    ArtifactCollector artifacts,
    StageLogs logs,
    StageSecrets secrets,
    PeopleGuard people,
    ChildLauncher children,
    TimeProvider time)
{
    private static readonly Dictionary<string, string> NoSecrets = [];

    public async Task<AttemptOutcome> DoAsync(RunState run, GraphStage stage, StageExecution execution, CancellationToken cancellationToken)
    {
        var attempt = execution.Attempt;
        if (stage.Definition.Kind == StageKind.Pipeline)
            return await StoreOutage.RideOutAsync(() => children.BeginAsync(run, stage, attempt, cancellationToken), time, cancellationToken);

        if (await IsElsewhereAsync(run, stage, cancellationToken))
            throw new VersionElsewhereException();

        var unclear = people.Clarify(run, stage);
        if (!unclear.IsSuccess || unclear.Value is not null)
            return unclear.IsSuccess ? unclear.Value! : AttemptOutcome.Failure(unclear.Problems);

        var prepared = Prepare(run, stage);
        if (!prepared.IsSuccess)
            return AttemptOutcome.Failure(prepared.Problems);

        // An outage of the store is no answer to whether the stage may begin.
        var (instead, decided) = PeopleGuard.StandsBefore(run, stage)
            ? await StoreOutage.RideOutAsync(() => people.BeforeAsync(run, stage, prepared.Value, cancellationToken), time, cancellationToken)
            : default;
        if (instead is not null)
            return instead;

        // Not before: the secrets of a stage that needs an approval go with it.
        var given = await secrets.OfAsync(run, stage.Definition, cancellationToken);
        if (!given.IsSuccess)
            return AttemptOutcome.Failure(given.Problems);
        var parameters = WithSecrets(stage.Definition, prepared.Value, given.Value);
        if (!parameters.IsSuccess)
            return AttemptOutcome.Failure(parameters.Problems);

        await using var log = logs.Open(run.Id, stage.Definition.Id, attempt);
        var call = prepared.Value with
        {
            Attempt = attempt,
            IdempotencyKey = $"{run.Id}/{stage.Definition.Id}/{attempt}",
            Log = log.Write,
            Secrets = given.Value,
            Decision = decided is null ? null : DecisionViews.ForAgent(decided),
            Answers = run.Stages[stage.Index].Answers,
            StageBudget = StageBudget.Allowed(stage, decided),
        };
        // Whatever else looks at the call sees references.
        var (result, retryAt) = await agents.InvokeAsync(call with { Parameters = parameters.Value }, execution.Stop, cancellationToken);
        if (result is null)
            return CircuitOpen.Outcome(run, stage, retryAt, time.GetUtcNow());
        if (PeopleGuard.StandsAfter(result) && await StoreOutage.RideOutAsync(() => people.AfterAsync(run, stage, call, result, cancellationToken), time, cancellationToken) is { } asks)
            return asks;

        // The agent has done its work; an outage now must not cost it.
        var kept = await StoreOutage.RideOutAsync(
            () => artifacts.CollectAsync(run.Id, stage.Definition, result, call.Workspace, cancellationToken), time, cancellationToken);
        return kept.IsSuccess ? Outcome(result, kept.Value) : AttemptOutcome.Failure(kept.Problems);
    }

    private async Task<bool> IsElsewhereAsync(RunState run, GraphStage stage, CancellationToken cancellationToken) =>
        stage.Definition.Kind == StageKind.Agent
        && run.Plugins.TryGetValue(stage.Definition.Agent, out var pinned)
        && await versions.FindAsync(stage.Definition.Agent, pinned, cancellationToken) == VersionPlace.Elsewhere;

    private Result<AgentCall> Prepare(RunState run, GraphStage stage)
    {
        var resolved = ResolvedStage.Of(run, stage);
        if (!resolved.IsSuccess)
            return Result<AgentCall>.Failed(resolved.Problems);
        var (parameters, environment) = (resolved.Value.Parameters, resolved.Value.Environment);
        if (stage.HasExpressions
            && validator.ValidateResolved(
                stage.Definition.Agent, stage.Definition.Action, parameters, stage.Definition.Parameters, run.Plugins.GetValueOrDefault(stage.Definition.Agent)) is { Count: > 0 } problems)
            return Result<AgentCall>.Failed(problems);

        return new AgentCall
        {
            Agent = stage.Definition.Agent,
            Action = stage.Definition.Action,
            ContentHash = run.Plugins.GetValueOrDefault(stage.Definition.Agent),
            RunId = run.Id.ToString(),
            Pipeline = run.Definition.Definition.Name,
            Person = run.Origin?.UserId,
            Project = run.Project,
            RunBudget = (decimal?)run.Definition.Definition.Budget,
            StageId = stage.Definition.Id,
            Attempt = 0,
            IdempotencyKey = "",
            Parameters = parameters,
            Inputs = ExpressionScopes.OutputsBefore(run, stage),
            Workspace = workspaces.Open(run),
            Environment = environment,
            TraceParent = run.Origin?.TraceParent,
            Secrets = NoSecrets,
            Log = (_, _) => { },
        };
    }

    private Result<JsonElement> WithSecrets(StageDefinition stage, AgentCall call, IReadOnlyDictionary<string, string> given)
    {
        var parameters = call.Parameters;
        if (given.Count == 0 || !SecretReference.Names(stage.Parameters).Any())
            return parameters;
        var filled = SecretReference.Fill(stage.Parameters, parameters, given);
        var problems = validator.Validate(stage.Agent, stage.Action, filled, call.ContentHash);
        return problems.Count > 0 ? Result<JsonElement>.Failed(problems) : filled;
    }

    private static AttemptOutcome Outcome(AgentResult result, IReadOnlyList<StoredArtifact> kept) => new()
    {
        Error = result.Error is { } error ? new RunError(error.Code, error.Message) : null,
        Retryable = result.Error?.Retryable ?? false,
        RetryAfter = result.Error?.RetryAfter,
        Outputs = result.Error is null && result.Outputs.Count > 0 ? ToElement(result.Outputs.ToJsonString()) : null,
        Metrics = result.Metrics.Count > 0 ? result.Metrics : null,
        Artifacts = kept.Count > 0 ? kept : null,
    };

    // Cleaned here as well as in the journal, so that memory and store hold the same.
    private static JsonElement ToElement(string json)
    {
        using var document = JsonDocument.Parse(StorableJson.Clean(json));
        return document.RootElement.Clone();
    }
}
