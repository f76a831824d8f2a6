using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Logs;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>GET /api/v1/runs/{id}/stages/{stage}/log</c>: text, a line each: time, level, text.</summary>
internal static class GetStageLog
{
    /// <param name="id">The run.</param>
    /// <param name="stage">The stage's id.</param>
    /// <param name="attempt">From 1; absent for all attempts.</param>
    /// <param name="reader">Injected.</param>
    /// <param name="logs">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, string stage, int? attempt, RunReader reader, StageLogTable logs, CancellationToken cancellationToken)
    {
        if (await reader.LoadAsync(id, cancellationToken) is not { } run)
            return GetRun.NotFound(id);
        if (run.IndexOf(stage) < 0)
            return ApiProblems.From(new Problem(ErrorCodes.StageNotFound, $"The run has no stage '{stage}'."));

        return TypedResults.Stream(body => WriteAsync(body, logs.ReadAsync(id, stage, attempt, cancellationToken)), "text/plain; charset=utf-8");
    }

    private static async Task WriteAsync(Stream body, IAsyncEnumerable<string> chunks)
    {
        await using var text = new StreamWriter(body, leaveOpen: true);
        await foreach (var chunk in chunks)
            await text.WriteAsync(chunk);
    }
}
