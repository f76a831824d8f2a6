using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>POST /api/v1/runs</c>.</summary>
internal static class StartRun
{
    private const int MaxBytes = 2 << 20;

    public static async Task<Results<Accepted<RunResponse>, ProblemHttpResult>> HandleAsync(
        HttpContext http, RequestProjects projects, StartRunReader requests, RequestKeys keys, RunLauncher launcher, RunReader reader)
    {
        var cancellationToken = http.RequestAborted;
        if (await RequestBody.ReadAsync(http.Request, MaxBytes, cancellationToken) is not { } body)
            return ApiProblems.TooLarge(MaxBytes);

        var key = RequestKeys.Of(http.Request, projects.Name, body);
        if (!key.IsSuccess)
            return ApiProblems.From(key.Problems);
        if (await EarlierAsync(key.Value, keys, reader, cancellationToken) is { } earlier)
            return Answer(http, earlier);

        var asked = await requests.ReadAsync(projects.Name, http.Request.ContentType, body, cancellationToken);
        if (!asked.IsSuccess)
            return ApiProblems.From(asked.Problems);

        var run = await launcher.LaunchAsync(asked.Value, key.Value);
        return run is not null
            ? TypedResults.Accepted(Location(run), run.View())
            : Answer(http, await EarlierAsync(key.Value, keys, reader, cancellationToken));
    }

    private static async Task<Result<RunState>?> EarlierAsync(
        RequestKey? key, RequestKeys keys, RunReader reader, CancellationToken cancellationToken)
    {
        if (key is null || await keys.FindAsync(key.Key, cancellationToken) is not { } taken)
            return null;
        if (taken.RequestHash != key.RequestHash)
            return new Problem(ErrorCodes.Conflict, "This Idempotency-Key came with another request before. Use a new key.", "Idempotency-Key");
        return (await reader.LoadAsync(taken.RunId, cancellationToken))!;
    }

    private static Results<Accepted<RunResponse>, ProblemHttpResult> Answer(HttpContext http, Result<RunState>? earlier)
    {
        if (earlier is not { } known)
            throw new JournalUnavailableException("The run was not taken and its key is not known.");
        if (!known.IsSuccess)
            return ApiProblems.From(known.Problems);
        http.Response.Headers["Idempotent-Replayed"] = "true";
        return TypedResults.Accepted(Location(known.Value), known.Value.View());
    }

    private static string Location(RunState run) => $"/api/v1/runs/{run.Id}";
}
