using System.Text.Json;
using System.Text.Json.Serialization;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Sockets;

/// <summary>What a program says.</summary>
/// <param name="Type">subscribe or unsubscribe.</param>
/// <param name="RunId">The run.</param>
/// <param name="After">Only what comes after this version; 0 for all that there was.</param>
internal sealed record SocketRequest(string? Type, Guid? RunId, long After);

/// <summary>What a program is told.</summary>
/// <param name="Type">execution_started, execution_completed, execution_failed, stage_started, stage_completed, stage_failed; or subscribed, end, closing, error.</param>
/// <param name="RunId">The run; absent for what is of none.</param>
/// <param name="Version">The run's, to go on after it.</param>
/// <param name="Timestamp">UTC.</param>
/// <param name="Stage">Of a stage's messages: its id.</param>
/// <param name="Status">Of an execution that ended: success, failed or cancelled.</param>
/// <param name="Message">Of an error: what is wrong.</param>
internal sealed record SocketMessage(
    string Type, Guid? RunId = null, long? Version = null, DateTimeOffset? Timestamp = null, string? Stage = null, string? Status = null, string? Message = null)
{
    /// <returns>Null for events that have no message.</returns>
    public static SocketMessage? Of(RunEvent change) => change.Type switch
    {
        "run_claimed" => About(change, "execution_started"),
        "run_succeeded" => About(change, "execution_completed") with { Status = "success" },
        "run_failed" => About(change, "execution_failed") with { Status = "failed" },
        "run_cancelled" => About(change, "execution_failed") with { Status = "cancelled" },
        "stage_started" => About(change, "stage_started"),
        "stage_succeeded" => About(change, "stage_completed"),
        "stage_failed" => About(change, "stage_failed"),
        _ => null,
    };

    private static SocketMessage About(RunEvent change, string type) => new(
        type, change.RunId, change.Version, change.At, change.Data.TryGetProperty("stage", out var stage) ? stage.GetString() : null);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SocketRequest))]
[JsonSerializable(typeof(SocketMessage))]
internal sealed partial class SocketJson : JsonSerializerContext;
