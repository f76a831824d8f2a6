using System.Text.Json.Serialization;
using Monolith.Pipelines.Contracts;

namespace Monolith.Pipelines.Notifications;

/// <summary>What the item of a notification holds; stored, so a property is added and never renamed.</summary>
internal sealed record NotificationData
{
    /// <summary><c>run.succeeded</c>, <c>run.failed</c>, <c>stage.failed</c> or <c>decision.required</c>.</summary>
    public required string Event { get; init; }

    public required string Address { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Pipeline { get; init; }

    public required string Status { get; init; }

    public string? Stage { get; init; }

    /// <summary>Why the run or stage failed.</summary>
    public NotificationError? Cause { get; init; }

    /// <summary>How many attempts failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Why the last attempt did.</summary>
    public string? Error { get; init; }

    /// <summary>The run's; null for the default one.</summary>
    public string? Project { get; init; }

    public static NotificationData Of(DueNotification due) => new()
    {
        Event = due.Type,
        Address = due.Address,
        At = due.At,
        Pipeline = due.Pipeline,
        Status = due.Status,
        Stage = due.Stage,
        Cause = due.Error,
        Attempts = due.Attempts,
        Project = due.Project,
    };

    public DueNotification Due(Guid id, Guid run) => new(id, run, Address, Event, At, Pipeline, Status, Stage, Cause, Attempts) { Project = Project };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NotificationData))]
internal sealed partial class NotificationJson : JsonSerializerContext;
