using System.Text.Json.Serialization;
using Monolith.Pipelines.Contracts;

namespace Monolith.Pipelines.Notifications;

/// <summary>What the item of a notification holds; stored, so a property is added and never renamed.</summary>
internal sealed record NotificationData
{
    public required string Type { get; init; }

    public required string Address { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Pipeline { get; init; }

    public required string Status { get; init; }

    public string? Stage { get; init; }

    public NotificationError? Error { get; init; }

    /// <summary>How many attempts failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Why the last one did.</summary>
    public string? LastError { get; init; }

    public static NotificationData Of(DueNotification due) => new()
    {
        Type = due.Type,
        Address = due.Address,
        At = due.At,
        Pipeline = due.Pipeline,
        Status = due.Status,
        Stage = due.Stage,
        Error = due.Error,
        Attempts = due.Attempts,
    };

    public DueNotification Due(Guid id, Guid run) => new(id, run, Address, Type, At, Pipeline, Status, Stage, Error, Attempts);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NotificationData))]
internal sealed partial class NotificationJson : JsonSerializerContext;
