using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Engine.Launch;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>POST /api/v1/runs:batch</c>: every request that is right becomes a run; each other one says why not.</summary>
internal static class StartRuns
{
    private const int MaxBytes = 8 << 20;
    private const int MaxRuns = 1_000;

    public static async Task<Results<Accepted<BatchResponse>, ProblemHttpResult>> HandleAsync(
        HttpContext http, RequestProjects projects, StartRunReader requests, RunLauncher launcher)
    {
        if (await RequestBody.ReadAsync(http.Request, MaxBytes, http.RequestAborted) is not { } body)
            return ApiProblems.TooLarge(MaxBytes);
        var batch = StartRunReader.Parse<BatchRequest>(body, "{\"runs\": [...]} with run requests");
        if (!batch.IsSuccess)
            return ApiProblems.From(batch.Problems);
        if (batch.Value.Runs is not { Count: >= 1 and <= MaxRuns } runs || runs.Any(run => run is null))
            return ApiProblems.From(new Problem(ErrorCodes.ValidationError, $"Give 1 to {MaxRuns} run requests.", "runs"));

        // All at once: what is committed together costs one flush of the disk.
        var entries = await Task.WhenAll(runs.Select(run => StartAsync(projects.Name, run, requests, launcher, http.RequestAborted)));
        var accepted = entries.Count(entry => entry.Id is not null);
        http.AuditNote().Detail["runs"] = $"{accepted}";
        return TypedResults.Accepted((string?)null, new BatchResponse(accepted, entries.Length - accepted, entries));
    }

    private static async Task<BatchEntry> StartAsync(
        string project, StartRunRequest request, StartRunReader requests, RunLauncher launcher, CancellationToken cancellationToken)
    {
        var draft = await requests.ReadAsync(project, request, cancellationToken);
        if (!draft.IsSuccess)
            return new BatchEntry(null, ApiProblems.Errors(draft.Problems));
        return new BatchEntry((await launcher.LaunchAsync(draft.Value))!.Id, null);
    }
}
