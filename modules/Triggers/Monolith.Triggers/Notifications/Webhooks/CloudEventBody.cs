using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications.Webhooks;

/// <summary>A notification as a structured CloudEvent 1.0; the same bytes at every attempt.</summary>
internal static class CloudEventBody
{
    public const string ContentType = "application/cloudevents+json";

    private const string Scheme = "cloudevents+";

    public static bool IsWanted(string address) => address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <returns>The address without the word that asks for a CloudEvent.</returns>
    public static string PlaceOf(string address) => IsWanted(address) ? address[Scheme.Length..] : address;

    public static byte[] Of(DueNotification due, string? publicUrl) => new JsonEventFormatter().EncodeStructuredModeMessage(
        new CloudEvent(CloudEventsSpecVersion.V1_0)
        {
            Id = due.Id.ToString(),
            Type = $"monolith.{due.Type}",
            Source = new Uri(publicUrl ?? "/monolith", UriKind.RelativeOrAbsolute),
            Subject = due.RunId.ToString(),
            Time = due.At,
            DataContentType = "application/json",
            Data = JsonSerializer.SerializeToElement(NotificationBody.FactsOf(due, publicUrl), NotificationBodyJson.Default.NotificationFacts),
        },
        out _).ToArray();
}
