using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>POST /api/v1/runs/{id}/pause|resume|cancel|retry</c>. Each may be repeated; what the state forbids is a 409.</summary>
internal static class ControlRun
{
    public static Task<Results<Ok<RunResponse>, ProblemHttpResult>> PauseAsync(
        Guid id, RunEngine engine, TimeProvider time, CancellationToken cancellationToken) =>
        AskAsync(id, new PauseRun(time.GetUtcNow()), engine, cancellationToken);

    public static Task<Results<Ok<RunResponse>, ProblemHttpResult>> ResumeAsync(
        Guid id, RunEngine engine, HostIdentity host, TimeProvider time, CancellationToken cancellationToken) =>
        AskAsync(id, new ResumeRun(host.Id, host.Name, time.GetUtcNow()), engine, cancellationToken);

    /// <param name="id">The run.</param>
    /// <param name="reason">Shown in the run; a sentence.</param>
    /// <param name="engine">Injected.</param>
    /// <param name="time">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    public static Task<Results<Ok<RunResponse>, ProblemHttpResult>> CancelAsync(
        Guid id, string? reason, RunEngine engine, TimeProvider time, CancellationToken cancellationToken) =>
        AskAsync(id, new CancelRun(Shorten(reason) ?? "Cancelled on request.", time.GetUtcNow()), engine, cancellationToken);

    /// <param name="id">The run.</param>
    /// <param name="fromStage">Done again with all that depends on it; absent: every stage that did not succeed.</param>
    /// <param name="engine">Injected.</param>
    /// <param name="host">Injected.</param>
    /// <param name="time">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    public static Task<Results<Ok<RunResponse>, ProblemHttpResult>> RetryAsync(
        Guid id, string? fromStage, RunEngine engine, HostIdentity host, TimeProvider time, CancellationToken cancellationToken) =>
        AskAsync(id, new RetryRun(fromStage, host.Id, host.Name, time.GetUtcNow()), engine, cancellationToken);

    private static async Task<Results<Ok<RunResponse>, ProblemHttpResult>> AskAsync(
        Guid id, IRunCommand command, RunEngine engine, CancellationToken cancellationToken)
    {
        var answer = await engine.AskAsync(id, command, cancellationToken);
        return answer.IsSuccess ? TypedResults.Ok(answer.Value.View()) : ApiProblems.From(answer.Problems);
    }

    private static string? Shorten(string? reason) => reason?.Length > 500 ? reason[..500] : reason;
}
