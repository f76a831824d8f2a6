using System.Text.Json;
using System.Text.Json.Serialization;
using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications;

/// <summary>What a webhook's receiver gets; the same bytes at every attempt.</summary>
/// <param name="Type"><c>run.succeeded</c>, <c>run.failed</c>, <c>stage.failed</c> or <c>decision.required</c>.</param>
/// <param name="Timestamp">When it happened, UTC.</param>
/// <param name="Data">What happened.</param>
internal sealed record NotificationBody(string Type, DateTimeOffset Timestamp, NotificationFacts Data)
{
    public static byte[] Of(DueNotification due, string? publicUrl) => JsonSerializer.SerializeToUtf8Bytes(
        new NotificationBody(due.Type, due.At, FactsOf(due, publicUrl)),
        NotificationBodyJson.Default.NotificationBody);

    public static NotificationFacts FactsOf(DueNotification due, string? publicUrl) =>
        new(due.RunId, due.Pipeline, due.Status, due.Stage, due.Error, UrlOf(due, publicUrl));

    public static string? UrlOf(DueNotification due, string? publicUrl) =>
        publicUrl is null ? null : $"{publicUrl.TrimEnd('/')}/api/v1/runs/{due.RunId}";
}

/// <param name="RunId">The run.</param>
/// <param name="Pipeline">Its pipeline's name.</param>
/// <param name="Status">The run's status as it happened.</param>
/// <param name="Stage">The stage it is about, or the first that failed.</param>
/// <param name="Error">Absent for good news.</param>
/// <param name="Url">The run; absent when the host does not know its own address.</param>
internal sealed record NotificationFacts(Guid RunId, string Pipeline, string Status, string? Stage, NotificationError? Error, string? Url);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NotificationBody))]
internal sealed partial class NotificationBodyJson : JsonSerializerContext;
