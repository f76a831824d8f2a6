using System.Text.Json;
using Monolith.Pipelines.Journal.Items;

namespace Monolith.Pipelines.Api.DeadLetters;

/// <summary>Items as the API shows them: a stage's own letter, or a notification that is dead.</summary>
internal static class DeadLetterViews
{
    /// <summary>The status of a notification that exhausted its tries.</summary>
    public const string DeadNotification = "dead";

    public static DeadLetterResponse View(this StoredRunItem stored)
    {
        var item = stored.Item;
        using var document = JsonDocument.Parse(item.Data);
        var data = document.RootElement;
        var isStage = item.Kind == RunItemKinds.DeadLetter;
        return new DeadLetterResponse(
            item.Id,
            isStage ? DeadLetterKind.Stage : DeadLetterKind.Notification,
            isStage ? item.Status : item.Status == DeadNotification ? DeadLetterItems.Open : DeadLetterItems.Replayed,
            stored.RunId,
            item.Stage,
            Text(data, "code"),
            Text(data, isStage ? "message" : "error"),
            Number(data, "attempts"),
            Text(data, "pipeline"),
            Text(data, "agent"),
            Text(data, "action"),
            Text(data, "address"),
            Text(data, "event"),
            item.CreatedAt);
    }

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private static int? Number(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
