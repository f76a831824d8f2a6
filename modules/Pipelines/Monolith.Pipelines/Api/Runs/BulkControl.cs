using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Npgsql;

namespace Monolith.Pipelines.Api.Runs;

/// <summary><c>POST /api/v1/runs:cancel|pause|resume|retry</c>: one command for every run that fits a filter.</summary>
internal sealed class BulkControl(RunEngine engine, NpgsqlDataSource database, JournalSchema schema, HostIdentity host, TimeProvider time)
{
    public const int MostAtOnce = 10_000;
    private const int NamedAtMost = 100;

    private static readonly RunStatus[] Open = [RunStatus.Created, RunStatus.Queued, RunStatus.Running, RunStatus.Waiting];
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 64 };

    public static Delegate Cancel => Route([.. Open, RunStatus.Paused], (_, at) => new CancelRun("Cancelled on request, with others.", at));

    public static Delegate Pause => Route(Open, (_, at) => new PauseRun(at));

    public static Delegate Resume => Route([RunStatus.Paused], (host, at) => new ResumeRun(host.Id, host.Name, at));

    public static Delegate Retry => Route(
        [RunStatus.Failed, RunStatus.Cancelled], (host, at) => new RetryRun(null, host.Id, host.Name, at));

    private static Delegate Route(RunStatus[] askable, Func<HostIdentity, DateTimeOffset, IRunCommand> command) =>
        (string? status, string? pipeline, [FromQuery] string[]? label, string? since, bool? dryRun, RequestProjects projects, HttpContext http, BulkControl bulk, CancellationToken cancellationToken) =>
        {
            http.AuditNote().Detail["filter"] = http.Request.QueryString.ToString();
            return bulk.HandleAsync(askable, command, projects.Filter, status, pipeline, label, since, dryRun ?? false, cancellationToken);
        };

    private async Task<Results<Ok<BulkResponse>, ProblemHttpResult>> HandleAsync(
        RunStatus[] askable,
        Func<HostIdentity, DateTimeOffset, IRunCommand> command,
        string[]? projects,
        string? status,
        string? pipeline,
        string[]? labels,
        string? since,
        bool dryRun,
        CancellationToken cancellationToken)
    {
        if (status is null && pipeline is null && since is null && labels is not { Length: > 0 })
            return ApiProblems.From(new Problem(
                ErrorCodes.ValidationError, "Say which runs: give at least one of status, pipeline, label and since."));
        var filter = RunFilter.Parse(projects, status, pipeline, labels, since, cursor: null, $"{MostAtOnce}", MostAtOnce);
        if (!filter.IsSuccess)
            return ApiProblems.From(filter.Problems);

        var runs = await FindAsync(filter.Value, askable, cancellationToken);
        var hasMore = runs.Count > MostAtOnce;
        if (hasMore)
            runs.RemoveAt(runs.Count - 1);
        if (dryRun)
            return TypedResults.Ok(new BulkResponse(runs.Count, DryRun: true, 0, [], hasMore));

        var refused = await AskAsync(runs, command(host, time.GetUtcNow()), cancellationToken);
        return TypedResults.Ok(new BulkResponse(
            runs.Count, DryRun: false, runs.Count - refused.Count, [.. refused.Take(NamedAtMost)], hasMore));
    }

    private async Task<ConcurrentBag<BulkRefusal>> AskAsync(List<Guid> runs, IRunCommand command, CancellationToken cancellationToken)
    {
        var refused = new ConcurrentBag<BulkRefusal>();
        await Parallel.ForEachAsync(runs, SideBySide, async (run, _) =>
        {
            var answer = await engine.AskAsync(run, command, cancellationToken);
            if (!answer.IsSuccess)
                refused.Add(new BulkRefusal(run, answer.Problems[0].Message));
        });
        return refused;
    }

    /// <summary>Oldest first, one more than are done at once.</summary>
    private async Task<List<Guid>> FindAsync(RunFilter filter, RunStatus[] askable, CancellationToken cancellationToken)
    {
        var conditions = string.Join(" and ", filter.Conditions.Append($"status = any(${filter.Values.Count + 1})"));
        await using var query = database.CreateCommand(
            $"select id from {schema.Name}.runs where {conditions} order by created_at, id limit {MostAtOnce + 1}");
        foreach (var value in filter.Values)
            query.Parameters.AddWithValue(value);
        query.Parameters.AddWithValue(askable.Select(StatusNames.Of).ToArray());

        var runs = new List<Guid>();
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            runs.Add(rows.GetGuid(0));
        return runs;
    }
}
