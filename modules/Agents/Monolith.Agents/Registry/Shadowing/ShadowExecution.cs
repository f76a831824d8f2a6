using System.Text.Json.Nodes;
using Monolith.Agents.Invocation;
using Monolith.Agents.Loading;
using Monolith.Agents.Masking;
using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Calls;
using Monolith.Kernel;
using Monolith.Models.Contracts;
using Monolith.Pipelines.Contracts.Replaying;

namespace Monolith.Agents.Registry.Shadowing;

/// <summary>Does one recorded attempt again, touching nothing outside, and compares.</summary>
internal sealed class ShadowExecution(DataFolders folders, TimeProvider time, IModelAccess? models = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly SecretMask NoSecrets = SecretMask.For(new Dictionary<string, string>());

    /// <param name="agent">In the version that is looked at; null when it has no such agent.</param>
    /// <param name="attempt">What is done again.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<ShadowAttempt> DoAsync(LoadedAgent? agent, RecordedAttempt attempt, CancellationToken cancellationToken)
    {
        if ((attempt.Untold ?? WhyNot(agent, attempt)) is { } reason)
            return Tell(attempt, ShadowResult.NotCompared, reason);
        if (agent is null || agent.Listing.Actions.All(action => action.Name != attempt.Action))
            return Tell(attempt, ShadowResult.Different, differences: [new ShadowDifference("action", attempt.Action, null)]);

        var workspace = Path.Combine(folders.PluginPackages, Guid.NewGuid().ToString("N"));
        var reach = new ShadowReach();
        try
        {
            var context = new ShadowContext(attempt, workspace, reach, models, time) { PluginFolder = agent.Folder };
            var result = await ExecuteAsync(agent.Instance, context, cancellationToken);
            if (reach.First is { } reached)
                return Tell(attempt, ShadowResult.NotCompared, reached);
            if (result is null)
                return Tell(attempt, ShadowResult.NotCompared, $"It did not end within {Patience.TotalSeconds:0} s.");
            var differences = ShadowComparison.Of(attempt.Outcome!, AsThen(result, workspace, Path.Combine(folders.Workspaces, attempt.RunId.ToString())));
            return Tell(attempt, differences.Count == 0 ? ShadowResult.Same : ShadowResult.Different, differences: differences);
        }
        finally
        {
            if (Directory.Exists(workspace))
                Directory.Delete(workspace, recursive: true);
        }
    }

    /// <summary>Code that may open connections by itself is not run: only what goes through the context can be refused.</summary>
    private static string? WhyNot(LoadedAgent? agent, RecordedAttempt attempt) => agent?.Listing.Capabilities switch
    {
        _ when agent?.Instance is WorkerAgent => "It runs in a worker, which takes calls of runs only.",
        { Hosts.Count: > 0 } => "Its manifest names hosts: it may call them by itself.",
        { Unconfined: not null } => "Its manifest asks for no confinement: it may reach anything.",
        _ when attempt.HasSecretParameters => "Its parameters hold secrets.",
        _ => null,
    };

    private async Task<AgentResult?> ExecuteAsync(IAgent agent, ShadowContext context, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var token = either.Token;
        var work = Task.Run(() => WorkAsync(agent, context, token), CancellationToken.None);
        try
        {
            return await work.WaitAsync(token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<AgentResult> WorkAsync(IAgent agent, ShadowContext context, CancellationToken token)
    {
        try
        {
            var working = agent.ExecuteAsync(context, token);
            return ResultBoundary.Accept(working is null ? null : await working, NoSecrets);
        }
        catch (Exception fault)
        {
            var (code, retryable) = AgentFault.Classify(fault);
            return AgentResult.Failure(code, "", retryable);
        }
    }

    /// <summary>Paths in the workspace are those of the run's.</summary>
    private static AgentResult AsThen(AgentResult result, string workspace, string then) =>
        result.Error is null && result.Outputs.ToJsonString() is var text && text.Contains(workspace, StringComparison.Ordinal)
            ? result with { Outputs = (JsonObject)JsonNode.Parse(text.Replace(workspace, then, StringComparison.Ordinal))! }
            : result;

    private static ShadowAttempt Tell(RecordedAttempt attempt, ShadowResult result, string? reason = null, IReadOnlyList<ShadowDifference>? differences = null) =>
        new(attempt.RunId, attempt.Pipeline, attempt.StageId, attempt.Attempt, attempt.Agent, attempt.Action, result, reason, differences ?? []);
}
