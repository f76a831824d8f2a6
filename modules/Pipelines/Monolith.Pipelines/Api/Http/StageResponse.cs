using System.Text.Json;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Gates;

namespace Monolith.Pipelines.Api.Http;

/// <summary>A stage of a run.</summary>
/// <param name="Id">Unique in its definition.</param>
/// <param name="Name">For people.</param>
/// <param name="Kind">agent, wait, pipeline, or join for a matrix as a whole.</param>
/// <param name="Agent">Who does it; absent unless an agent does.</param>
/// <param name="Action">What is asked of the agent.</param>
/// <param name="Matrix">Of a matrix's member: its parameter set.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Needs">The ids of the stages before it.</param>
/// <param name="StartedAt">UTC, of the first attempt.</param>
/// <param name="FinishedAt">UTC, of the last attempt.</param>
/// <param name="DurationMs">From start to end, waits between attempts included.</param>
/// <param name="NextAttemptAt">UTC; while another attempt is scheduled.</param>
/// <param name="Reason">Why it was skipped.</param>
/// <param name="WaitsFor">While it is blocked.</param>
/// <param name="ChildRun">The run it waits for, or waited for.</param>
/// <param name="Reused">true when a fork took over what it brought.</param>
/// <param name="Error">Why it failed, or the last attempt did.</param>
/// <param name="Outputs">What later stages may use.</param>
/// <param name="Metrics">What gates look at.</param>
/// <param name="Gates">What the gates found.</param>
/// <param name="Artifacts">What was kept.</param>
/// <param name="Attempts">In order.</param>
internal sealed record StageResponse(
    string Id,
    string Name,
    StageKind Kind,
    string? Agent,
    string? Action,
    JsonElement? Matrix,
    StageStatus Status,
    IReadOnlyList<string> Needs,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    double? DurationMs,
    DateTimeOffset? NextAttemptAt,
    string? Reason,
    WaitResponse? WaitsFor,
    Guid? ChildRun,
    bool? Reused,
    ErrorResponse? Error,
    JsonElement? Outputs,
    IReadOnlyDictionary<string, double>? Metrics,
    IReadOnlyList<GateResult>? Gates,
    IReadOnlyList<ArtifactResponse>? Artifacts,
    IReadOnlyList<AttemptResponse> Attempts);

/// <summary>What a blocked stage waits for.</summary>
/// <param name="On">signal, timer or run.</param>
/// <param name="Name">The signal's name, or the other run's id.</param>
/// <param name="Until">UTC; when the timer rings, or the wait is given up.</param>
internal sealed record WaitResponse(string On, string? Name, DateTimeOffset? Until);

/// <summary>One attempt of a stage.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Executions">More than 1 when a host died under it and it was done again, or when it was put off before.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="FinishedAt">UTC; absent while it runs.</param>
/// <param name="Error">Absent while it runs and when it succeeded.</param>
internal sealed record AttemptResponse(
    int Number, int Executions, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, ErrorResponse? Error);

/// <summary>A kept file.</summary>
/// <param name="Name">Unique in its run.</param>
/// <param name="Stage">The stage that brought it.</param>
/// <param name="Type">file, directory (a zip), report, image or bundle.</param>
/// <param name="Path">Where it lay in the workspace.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Href">Where to download it.</param>
internal sealed record ArtifactResponse(
    string Name, string Stage, string Type, string Path, long Size, string Sha256, string Href);
